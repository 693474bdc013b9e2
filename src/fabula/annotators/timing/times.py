"""Time expressions, found by the words that name times."""

from collections.abc import Set as AbstractSet
from dataclasses import replace
from typing import ClassVar

from fabula.annotators.lexicon import time_words
from fabula.annotators.timing.ages import age, nth_year, year_old
from fabula.annotators.timing.calendar import feast, month, weekday, year
from fabula.annotators.timing.clock import bare, figures, oclock
from fabula.annotators.timing.found import Found
from fabula.annotators.timing.joins import joined
from fabula.annotators.timing.margins import paragraphs
from fabula.annotators.timing.measures import measure
from fabula.annotators.timing.numbers import number
from fabula.annotators.timing.parts import part
from fabula.annotators.timing.seasons import season
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, Mention, Passage, TimeExpression
from fabula.text import Source


class Times:
    """Makes time expressions by rules; the words of a name are none."""

    name: ClassVar[str] = "times"
    needs: ClassVar[tuple[type[Claim], ...]] = (Mention,)
    makes: ClassVar[tuple[type[Claim], ...]] = (TimeExpression,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        pass

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the time expressions of one passage."""
        words = words_of(draft, passage)
        named = {span.start for mention in draft.since(Mention, passage.span.start) for span in mention.evidence[:1]}
        for found in times_in(words, named):
            draft.add(
                TimeExpression(
                    id=draft.new_id(TimeExpression),
                    evidence=(words.span(found.first, found.last),),
                    known_at=passage.known_at,
                    made_by=self.name,
                    kind=found.kind,
                    value=found.value,
                )
            )


def times_in(words: Words, named: AbstractSet[int]) -> list[Found]:
    """The time expressions of some words in order, none over another; `named` is where names of people begin."""
    return [
        replace(found, first=place + found.first, last=place + found.last)
        for place, paragraph in paragraphs(words)
        for found in _times_of(paragraph, named)
    ]


def _times_of(words: Words, named: AbstractSet[int]) -> list[Found]:
    table = time_words()
    every = []
    for i, word in enumerate(words.lower):
        if word in table:
            found = None if words.starts[i] in named and not _dated(words, i) else _by_name(words, i, *table[word])
        elif word[0].isdecimal() or number(word) is not None:
            found = _by_number(words, i)
        elif word.endswith("-old"):
            found = year_old(words, i)
        elif word in ("o'clock", "o’clock"):
            found = oclock(words, i)
        else:
            continue
        if found is not None:
            every.append(found)
    return joined(words, _apart(every))


def _dated(words: Words, i: int) -> bool:
    """Is it a time in spite of being somebody's name, as in "next Friday"?"""
    return i > 0 and words.lower[i - 1] in ("next", "last", "on", "every", "till", "until", "this")


def _apart(every: list[Found]) -> list[Found]:
    """Of those that overlap, the one that holds more words; of two as long, the later, whose name governs."""
    out: list[Found] = []
    for found in sorted(every, key=lambda found: (found.last, found.first)):
        if out and out[-1].last >= found.first:
            if found.last - found.first >= out[-1].last - out[-1].first:
                out[-1] = found
                while len(out) > 1 and out[-2].last >= found.first:
                    del out[-2]
        else:
            out.append(found)
    return out


def _by_number(words: Words, i: int) -> Found | None:
    if words.text[i].isdecimal() and len(words.text[i]) == 4:
        return year(words, i)
    return figures(words, i) or bare(words, i) or age(words, i)


def _by_name(words: Words, i: int, what: str, which: str) -> Found | None:
    plural = what.endswith("s")
    match what:
        case "unit" | "units":
            return (which == "Y" and nth_year(words, i)) or measure(words, i, which, plural=plural)
        case "part" | "parts" | "sight":
            return part(words, i, which, plural=plural, sight=what == "sight")
        case "season" | "seasons":
            return season(words, i, which, plural=plural)
        case "weekday" | "weekdays":
            return weekday(words, i, which, plural=plural)
        case "month":
            return month(words, i, which)
        case "feast":
            return feast(words, i, which)
        case "often":
            return Found(i, i, "frequency", f"every {which}")
        case "clock":
            return Found(i, i, "time", which)
        case _:
            return Found(i, i, "time" if "/" in which else "date", which)
