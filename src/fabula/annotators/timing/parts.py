"""Parts of a day."""

from fabula.annotators.lexicon import time_compounds, time_words
from fabula.annotators.timing.found import Found
from fabula.annotators.timing.numbers import amounts, is_number
from fabula.annotators.timing.phrases import Phrase, phrase
from fabula.annotators.words import Words

WHEN = frozenset(
    "in at by on of during before after till until towards toward through since for from about near".split()
)
FOR = frozenset("for through throughout during".split())


def part(words: Words, head: int, name: str, *, plural: bool, sight: bool) -> Found | None:
    """What a part of a day ('EV') and the words around it say; None if it is no time."""
    lower = words.lower
    said = phrase(words, head)
    back = said.first - 1
    while back > 0 and lower[back] in ("only", "just", "already", "now", "quite", "nearly", "almost"):
        back -= 1
    behind = lower[back] if back >= 0 else ""
    it_was = (behind in ("was", "is") and lower[back - 1] == "it") or behind in ("'twas", "’twas")
    after = lower[head + 1] if head + 1 < len(words) else ""
    value = f"T{name}"
    if behind in ("as", "like") and said.has("a", "an", "the"):
        return None
    if sight and behind not in WHEN and not it_was and behind != "into":
        return None
    if (said.has("good", "no") and said.before in (("good",), ("no",), ("a", "good"))) or behind in ("wedding",):
        return None
    if (
        after in time_compounds()
        or after == "-"
        or (after == "and" and lower[head + 2 : head + 3] == ["day"])
        or (behind == "and" and lower[said.first - 2 : said.first - 1] == ["day"])
    ):
        return None
    if (around := time_after_time(words, head, f"every {value}")) is not None:
        return around
    named = _day_before(words, said.first if not said.before else head, head)
    if named is not None and not plural:
        first, day = named
        return Found(min(first, said.first) if said.before else first, head, "time", f"{day}/{value}")
    if named is not None:
        return Found(named[0], head, "frequency", f"every {named[1]}/{value}")
    if (said.rough in _MIDST and name == "NI") or said.rough[1:2] == ("small",):
        return Found(said.first, head, "time", "TNI")
    if said.has("every", "each"):
        return Found(said.first, head, "frequency", f"every {value}")
    if plural:
        return _several(words, said, value, behind, after)
    if any(is_number(word) and word != "one" for word in said.before):
        return None
    if said.has("next", "following", "ensuing", "succeeding"):
        return Found(said.first, head, "offset", f"P1D/{value}")
    if said.before == ("the",) and after == "before" and lower[head + 2 : head + 3] == ["last"]:
        return Found(said.first, head + 2, "time", f"-P2D/{value}")
    if said.has("previous", "preceding") or (said.before == ("the",) and after == "before"):
        return Found(said.first, head + (after == "before"), "offset", f"-P1D/{value}")
    if said.before == ("the",) and after == "after":
        return Found(said.first, head + 1, "offset", f"P1D/{value}")
    if said.whole or said.has("another") or (said.has("long") and behind in FOR) or behind in ("through", "throughout"):
        return Found(said.first, head + (after == "long" and said.whole), "duration", f"P1{value}")
    if said.before[:1] == ("last",):
        return Found(said.first, head, "time", f"-P1D/{value}")
    if said.has("this", "that") or (said.has("same") and said.has("the")):
        return Found(said.first, head, "time", f"P0D/{value}")
    season = time_words().get(lower[head - 1], ("", ""))
    if season[0] in ("season", "month") and head:
        start = min(said.first, head - 1)
        return Found(start, head, "time", f"XXXX-{season[1]}/{value}")
    comes = after in ("came", "comes", "fell", "falls", "drew", "closed", "approached", "wore")
    if said.has("any") or (not said.before and not (behind in WHEN or it_was or comes)):
        return None
    if (sight and behind == "of") or (name == "MI" and behind == "of" and not said.before):
        return None
    if said.has("one") and behind == "for":
        return Found(said.first, head, "duration", f"P1{value}")
    if (
        not said.before
        and behind in ("of", "for", "on", "through", "since", "about", "in", "near")
        and not sight
        and not comes
    ):
        return None
    return Found(said.first, head, "time", value)


_MIDST = {
    ("the", "middle", "of"),
    ("the", "dead", "of"),
    ("the", "small", "hours", "of"),
    ("the", "early", "hours", "of"),
}


def _several(words: Words, said: Phrase, value: str, behind: str, after: str) -> Found | None:
    found = amounts(said.before) or ([2] if said.has("couple") else [])
    count = str(found[0]) if found else "X" if said.has("few", "many", "several", "some") else None
    if count is None:
        habit = (said.before == ("the",) and behind in ("in", "of")) or (not said.before and behind in ("of",))
        return Found(said.first, said.head, "frequency", f"every {value}") if habit else None
    if after in ("later", "after", "ago", "before", "earlier", "since"):
        sign = "" if after in ("later", "after") else "-"
        return Found(said.first, said.head + 1, "offset", f"{sign}P{count}D/{value}")
    if behind in ("in", "within"):
        return Found(said.first, said.head, "offset", f"P{count}D/{value}")
    return Found(said.first, said.head, "duration", f"P{count}{value}")


def _day_before(words: Words, first: int, head: int) -> tuple[int, str] | None:
    """Where a day begins that stands right before the part of it, with its value: "Monday evening"."""
    if not head:
        return None
    kind, name = time_words().get(words.lower[head - 1], ("", ""))
    if kind == "weekday" and words.text[head - 1][0].isupper():
        before = words.lower[head - 2] if head > 1 else ""
        cycle = {"last": "-P1W/", "next": "P1W/"}.get(before, "")
        return head - 1 - bool(cycle), f"{cycle}XXXX-WXX-{name}"
    if kind == "now" and "/" not in name and name[-1] == "D":
        return head - 1, name
    if kind == "feast":
        return head - 1, f"XXXX-{name}"
    return None


def time_after_time(words: Words, head: int, value: str) -> Found | None:
    """ "Night after night", seen from its last word."""
    if head > 1 and words.lower[head - 1] in ("after", "by") and words.lower[head - 2] == words.lower[head]:
        return Found(head - 2, head, "frequency", value)
    return None
