"""Names by which somebody is called inside a quotation: they name the addressee and rule out the speaker."""

from fabula.annotators.words import Words

BEFORE = frozenset(
    ", - -- — – … ... \" “ ' ‘ « » „ 「 "
    "oh o ah well yes no dear dearest my poor old mister why now come good please thank hello hullo hey "
    "goodbye good-bye morning night evening listen look say hush hi here thanks darling sweet eh but".split()
)
QUALITIES = frozenset("a the only just poor old little young your dear good honest".split())
OWN = frozenset(
    {
        ("i", "am"),
        ("i", "'m"),
        ("i", "’m"),
        ("name", "is"),
        ("name", "'s"),
        ("name", "’s"),
        ("me", ","),
        ("called", "me"),
        ("call", "me"),
    }
)
"""What stands before the name by which a speaker introduces himself."""
AFTER = frozenset(", ! ? . ; : - -- — – … ... \" ” ' ’ » 」".split())


def is_vocative(words: Words, first: int, last: int) -> bool:
    """Whether the name from word `first` to word `last`, inside a quotation, calls somebody.

    It stands between marks of punctuation or the quotation's own marks, and is no part of an enumeration.
    """
    here = words.quoted[first]
    opens = first == 0 or words.quoted[first - 1] != here
    closes = last + 1 >= len(words) or words.quoted[last + 1] != here
    before = "" if opens else words.lower[first - 1]
    after = "" if closes else words.lower[last + 1]
    if not (opens or before in BEFORE) or not (closes or after in AFTER):
        return False
    return not (before == "," and after == "," and _listed(words, last))


def is_introduction(words: Words, first: int, last: int) -> bool:
    """Whether the name that begins at word `first`, inside a quotation, is its speaker's own: "I'm poor"."""
    k = first - 1
    while k >= 0 and words.lower[k] in QUALITIES:
        k -= 1
    before, behind = words.lower[max(0, k - 1) : k + 1], words.lower[last + 1 : last + 4]
    if before == ["this", "is"]:
        return behind[:1] == ["speaking"]
    return tuple(before) in OWN or behind == ["is", "my", "name"]


def _listed(words: Words, last: int) -> bool:
    """Whether an enumeration ends behind the comma that follows: “Tom, Ned, and Ada”."""
    beyond = words.text[last + 2 : last + 4]
    return len(beyond) == 2 and beyond[0].lower() == "and" and beyond[1][0].isupper()
