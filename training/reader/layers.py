"""Which layers there are, beside the tags that follow from the corpora."""

EXTENTS = ("mention", "entity")
"""The layers that share one score of which words an extent spans; each has its own labels."""
CHAIN = "chain"
"""The layer of extents whose labels say which of them refer to the same: its labels mean something in one text only."""
RATINGS = {"affect": 3}
LINKS = ("anaphor", "antecedent")
"""The two sides on which an extent can refer to the same as another: the later and the earlier."""
ALONE = ("event", "supersense", "lemma")
"""The layers of tags that have a mix of their own; the others, all grammar, share one."""
CANDIDATE = -4.0
"""An extent that scores higher is given labels."""
