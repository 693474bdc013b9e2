"""The files of a run's folder, and of an exported model."""

LABELS, CONFIG, LOG, STATE, WEIGHTS = "labels.json", "config.json", "log.jsonl", "state.pt", "reader.pt"
"""Of a run: the inventory, the settings, losses and scores, what it needs to go on, and the weights in the end."""
MODEL, METADATA, REFERENCE, TOKENIZER = "reader.onnx", "metadata.json", "reference.json", "tokenizer.json"
"""Of an exported model."""
