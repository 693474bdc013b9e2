"""Lemmas as edits: what to take from the end of a word, and what to put there."""

LOWER, KEEP = "lower", "keep"


def edit(word: str, lemma: str) -> str:
    """The edit that makes the lemma from the word, such as `lower 3 y` for *Parties*.

    `lower` works on the word in lower case; `keep` leaves the case as it is. A lemma that shares no beginning with
    its word is written whole: `lower * be` for *was*.
    """
    kept = _shared(word, lemma) > _shared(word.lower(), lemma)
    form, case = (word, KEEP) if kept else (word.lower(), LOWER)
    shared = _shared(form, lemma)
    if not shared:
        return f"{case} * {lemma}"
    return f"{case} {len(form) - shared} {lemma[shared:]}".rstrip()


def apply(change: str, word: str) -> str:
    """The lemma that an edit makes from a word; the word itself, in its case, if the edit takes more than there is."""
    case, taken, *rest = change.split(" ", 2)
    form = word.lower() if case == LOWER else word
    ending = rest[0] if rest else ""
    if taken == "*":
        return ending
    if int(taken) > len(form):
        return form
    return form[: len(form) - int(taken)] + ending


def _shared(left: str, right: str) -> int:
    """How many characters two words begin with alike."""
    return next((n for n, (a, b) in enumerate(zip(left, right, strict=False)) if a != b), min(len(left), len(right)))
