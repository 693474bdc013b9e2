"""Whether a word looks like a verb, without a tagger."""

from fabula.annotators import lexicon


def is_verb(word: str) -> bool:
    """Whether a word that follows a subject looks like a finite past verb."""
    return (word.endswith("ed") and len(word) > 3) or word in lexicon.irregular_past()
