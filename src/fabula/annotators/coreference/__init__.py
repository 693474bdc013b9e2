"""Which words refer to whom, over a whole story, from left to right."""
