"""Seasons."""

from fabula.annotators.lexicon import time_compounds, time_words
from fabula.annotators.timing.found import Found
from fabula.annotators.timing.numbers import amounts
from fabula.annotators.timing.parts import time_after_time
from fabula.annotators.timing.phrases import phrase
from fabula.annotators.words import Words


def season(words: Words, head: int, name: str, *, plural: bool) -> Found | None:
    """What a season ('SU') and the words around it say; None if it is no time."""
    lower = words.lower
    said = phrase(words, head)
    behind = lower[said.first - 1] if said.first else ""
    after = lower[head + 1] if head + 1 < len(words) else ""
    value = f"XXXX-{name}"
    if (
        after in time_compounds()
        or (after in ("of", "-") and name in ("SP",))
        or said.has("no")
        or after in ("up", "into", "from")
        or (words.text[head][0].isupper() and after and words.text[head + 1][0].isupper())
    ):
        return None
    if time_words().get(after, ("", ""))[0] == "part" or (behind in ("as", "like") and said.before):
        return None
    if lower[head] == "fall" and not (
        said.has("last", "next", "this", "every") or (behind in ("in", "during") and after not in ("of", "from"))
    ):
        return None
    if (around := time_after_time(words, head, f"every {value}")) is not None:
        return around
    if said.has("every", "each"):
        return Found(said.first, head, "frequency", f"every {value}")
    if plural:
        found = amounts(said.before)
        count = found[0] if found else "X" if said.has("many", "several", "few") else None
        return Found(said.first, head, "duration", f"P{count}{name}") if count else None
    if said.whole or said.has("another"):
        return Found(said.first, head, "duration", f"P1{name}")
    if said.has("preceding", "previous"):
        return Found(said.first, head, "offset", f"-P1Y/{value}")
    if said.has("following", "ensuing") or (said.has("next") and said.has("the")):
        return Found(said.first, head, "offset", f"P1Y/{value}")
    for word, cycle in (("last", "-P1Y"), ("next", "P1Y"), ("this", "P0Y"), ("that", "P0Y")):
        if said.before[:1] == (word,):
            return Found(said.first, head, "date", f"{cycle}/{value}")
    if said.before or behind in ("in", "by", "since", "until", "till", "during", "before", "towards", "was", "early"):
        if name == "SP" and said.has("a", "his", "her", "its", "with") and behind not in ("in", "was"):
            return None
        return Found(said.first, head, "date", value)
    return None
