"""Trains the ranker of `fabula.annotators.coreference` on what fabula itself finds in the corpora's texts."""
