"""The files of a run's folder; `fabula.inference.package` names those of an exported model."""

LABELS, CONFIG, LOG, STATE, WEIGHTS = "labels.json", "config.json", "log.jsonl", "state.pt", "reader.pt"
"""The inventory, the settings, losses and scores, what it needs to go on, and the weights in the end."""
SILVER = "silver.jsonl.gz"
"""What it says of novels without labels, if a later run learns from that."""
