"""The shape of a word, which lower case hides from the encoder."""

SHAPES = ("lower", "title", "upper", "mixed", "other")


def shape(word: str) -> int:
    """Index into `SHAPES`."""
    if not any(map(str.isalpha, word)):
        return 4
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 3
