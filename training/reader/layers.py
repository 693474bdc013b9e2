"""Which layers there are, beside the tags that follow from the corpora."""

EXTENTS = ("mention", "entity")
"""The layers that share one score of which words an extent spans; each has its own labels."""
RATINGS = {"affect": 3}
ALONE = ("event", "supersense", "lemma")
"""The layers of tags that have a mix of their own; the others, all grammar, share one."""
CANDIDATE = -4.0
"""An extent that scores higher is given labels."""
