"""How a story is written out: one file per form."""
