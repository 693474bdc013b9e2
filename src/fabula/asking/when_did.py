"""When did Ada leave Wimbury?"""

import re
from collections.abc import Iterator
from datetime import date

from fabula.asking import told
from fabula.asking.answer import Statement
from fabula.asking.deeds import deeds
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.document import Claim
from fabula.errors import QuestionError
from fabula.layers import Deed, Mention, TimeExpression
from fabula.text import Span
from fabula.world import Character, Story, Storyworld, calendar
from fabula.world.calendar import Days
from fabula.world.timeline import Stretch, Timeline

BE = frozenset("is are was were".split())
LITTLE = frozenset("a an the to at in on into from for of with by his her their its".split())
"""Words of a question that say nothing by themselves."""
STATES = {"die": "dead", "marry": "married"}
"""What somebody is once they have done something."""


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """Where it is told, with its words for the time, and its day as far as that is known."""
    who, verb, rest = _parts(story, match["name"].split())
    undergone = match["helper"].casefold() in BE and not verb.endswith("ing")
    found = [deed for deed in deeds(story, world, who, verb, undergone=undergone) if _is_about(story, deed, rest)]
    timeline = world.timeline
    for deed in found:
        yield from _statements(story, world, timeline, who, deed)
    for attribute in world.attributes(who):
        is_told = any(_holds(_sentence(story, deed), attribute) for deed in found)
        if attribute.kind == "state" and attribute.value.casefold() in (verb, STATES.get(verb)) and not is_told:
            yield told.attribute(world, attribute)


def _parts(story: Story, words: list[str]) -> tuple[Character, str, list[str]]:
    """Who, the verb, and what else is asked: the longest beginning that names somebody is who."""
    for length in range(len(words) - 1, 0, -1):
        try:
            who = called(story, " ".join(words[:length]))
        except QuestionError:
            continue
        return who, words[length].casefold(), [word.casefold() for word in words[length + 1 :]]
    return called(story, " ".join(words[:-1] or words)), "", []


def _is_about(story: Story, deed: Deed, rest: list[str]) -> bool:
    """Whether the sentence has all else that is asked, as words or as somebody whom a word means."""
    asked_for = [word for word in rest if word not in LITTLE]
    sentence = _sentence(story, deed)
    said = set(re.findall(r"[\w’'-]+", sentence.of(story.text).casefold()))
    if said.issuperset(asked_for):
        return True
    try:
        other = called(story, " ".join(asked_for))
    except QuestionError:
        return False
    mentions = story.document.layer(Mention).covered_by(sentence)
    return any(story.cast.resolve(one.entity) == other.id for one in mentions)


def _statements(story: Story, world: Storyworld, timeline: Timeline, who: Character, deed: Deed) -> Iterator[Statement]:
    """That it is told here; if the narrator says so, then what else says when."""
    times = story.document.layer(TimeExpression).covered_by(_sentence(story, deed))
    when = [_words(story, one) for one in times if one.id in deed.times]
    stretch = None
    if deed.is_earlier:
        when.append("before what is told there")
    elif deed.by is None and (stretch := timeline.at(deed.span.start)):
        when += _day(timeline, stretch)
    says = told.said(world, deed.by)
    yield Statement(f"{who.name}: {', '.join(when) or 'told here'}{says}", deed)
    for relation in stretch.relations if stretch else ():
        if not _holds(_sentence(story, deed), relation):
            yield Statement(f"in the part that begins {_words(story, relation)}", relation)


def _sentence(story: Story, deed: Deed) -> Span:
    """The one that tells a deed; its verb where there is none."""
    sentences = story.document.sentences
    index = sentences.at(deed.span.start)
    return deed.span if index is None else sentences[index]


def _words(story: Story, claim: Claim) -> str:
    return f"“{' '.join(claim.span.of(story.text).split())}”"


def _holds(sentence: Span, claim: Claim) -> bool:
    return sentence.start <= claim.span.start < sentence.end


def _day(timeline: Timeline, stretch: Stretch) -> list[str]:
    """The weekday and the date of a stretch, as far as they are known."""
    found = _date(timeline, stretch)
    day = found and date.fromordinal(found.first).strftime("%Y-%m-%d" if found.has_year else "XXXX-%m-%d")
    named = calendar.WEEK[stretch.weekday] if stretch.weekday is not None else None
    return [one for one in (named, day and calendar.in_words(day)) if one]


def _date(timeline: Timeline, stretch: Stretch) -> Days | None:
    """The one day that is said, or that lies a known number of days from one that is said; `None` if there is none."""
    if any(claim in clash.claims for clash in timeline.clashes for claim in stretch.relations):
        return None
    for claim in stretch.relations:
        days = calendar.days(claim.value)
        if days and days.is_one:
            return days
        length = calendar.length(claim.value) if claim.relation != "same" else calendar.Length(0, 0, 0)
        there = timeline.at(claim.to) if claim.to is not None and claim.to < stretch.start else None
        other = _date(timeline, there) if there and length and length.low == length.high else None
        if other and length:
            then = other.first + (-length.low if claim.relation == "before" else length.low)
            low, high = calendar.with_leap_day(other.first, then)
            if other.has_year or low == high:
                return Days(then, then, other.has_year)
    return None


WHEN_DID = Kind(
    asked(r"when\s+(?P<helper>did|does|do|has|have|had|is|are|was|were)\s+NAME"),
    "when did Mrs. Vane leave Wimbury?",
    answer,
)
