"""What people do and what is done to them, where the text tells it as having happened.

What they say is told by the attributions: a verb that is a quotation's cue makes no deed.
"""

from collections.abc import Iterable
from math import prod
from typing import ClassVar, NamedTuple

from fabula.annotators.acting.acts import Act, act, is_particle, sharing
from fabula.annotators.certainty import NEEDS, OWN, Certainty, certainty_of
from fabula.annotators.parse import Parse, parse_of
from fabula.annotators.unreal import CONDITIONS
from fabula.document import Claim, Draft
from fabula.layers import Cue, Deed, EntityPhrase, GivenCast, Mention, Passage, TimeExpression
from fabula.layers.mention import MentionKind
from fabula.layers.time_expression import TimeKind
from fabula.text import Source, Span

TIMES: frozenset[TimeKind] = frozenset(("date", "time", "offset"))
"""Kinds of time expression that say when."""
NOT_ONE = frozenset("we us they them nobody none nothing one other others".split())
"""Words that never mean one person alone."""
LIKELY: dict[MentionKind, float] = {"pronominal": 0.82, "nominal": 0.9}
"""How often coreference is right about the agent or patient of a verb where nothing rules out everybody else.

Counted on LitBank's development part: 150 of 183, and 98 of 109.
"""


class Part(NamedTuple):
    """The word for somebody who takes part, and how likely it means them."""

    word: int
    confidence: float


class Deeds:
    """Makes deeds of events."""

    name: ClassVar[str] = "deeds"
    needs: ClassVar[tuple[type[Claim], ...]] = (*NEEDS, Cue, EntityPhrase, TimeExpression)
    makes: ClassVar[tuple[type[Claim], ...]] = (Deed,)

    def __init__(self, source: Source, given: GivenCast) -> None: ...

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the passage tells."""
        parse, certainty = parse_of(draft, passage), certainty_of(draft, passage)
        times = [one for one in draft.since(TimeExpression, passage.span.start) if one.kind in TIMES]
        phrases = draft.since(EntityPhrase, passage.span.start)
        things = frozenset(one.span for one in phrases if one.type != "person")
        cues = {place for one in draft.since(Cue, passage.span.start) for place in parse.places(one.span)}
        for place, event in parse.events.items():
            by = certainty.teller(place)
            if parse.pos(place) != "VERB" or place in cues or by is None or _is_unreal(parse, place):
                continue
            found = act(parse, place)
            agents = _who(parse, certainty, found.agents, things)
            patients = _who(parse, certainty, found.patients, things)
            patients = {entity: word for entity, word in patients.items() if entity not in agents}
            if not agents and not patients:
                continue
            when = [one for one in times if _is_of(parse, one, place)]
            parts = (*agents.values(), *patients.values())
            draft.add(
                Deed(
                    id=draft.new_id(Deed),
                    evidence=(event.span, *(parse.span(one.word) for one in parts), *(one.span for one in when)),
                    known_at=passage.known_at,
                    made_by=self.name,
                    confidence=prod((event.confidence or 1.0, *(one.confidence for one in parts))),
                    verb=_verb(parse, found, bool(patients)),
                    agents=tuple(agents),
                    patients=tuple(patients),
                    times=tuple(one.id for one in when),
                    is_earlier=parse.is_earlier(place),
                    by=by or None,
                )
            )


def _who(parse: Parse, certainty: Certainty, places: Iterable[int], things: frozenset[Span]) -> dict[str, Part]:
    """Those whom some words mean, one person each; what somebody does to themselves is done to nobody else.

    `things` are the phrases that the reader model takes for a place or a thing here, whoever else bears the name.
    """
    out = dict[str, Part]()
    for place in places:
        word = parse.word(place)
        if word in NOT_ONE or word.endswith(("self", "selves")):
            continue
        sure, mention = certainty.who(place), parse.mentions.get(place)
        if mention is not None and mention.span in things:
            continue
        if sure is not None:
            out.setdefault(sure, Part(place, 1.0))
        elif mention is not None and word not in OWN and _is_likely(parse, certainty, mention, place):
            out.setdefault(mention.entity, Part(place, LIKELY[mention.kind]))
    return out


def _is_likely(parse: Parse, certainty: Certainty, mention: Mention, place: int) -> bool:
    """Whether it may well mean one person: a pronoun, or a noun for people."""
    is_noun_of_people = mention.kind == "nominal" and parse.sense(place) == "noun.person"
    return (mention.kind == "pronominal" or is_noun_of_people) and certainty.is_person(mention.entity)


def _is_unreal(parse: Parse, verb: int) -> bool:
    """Whether it is denied, or is only so if something is: events leave few of these."""
    return parse.is_denied(verb) or any(parse.word(one) in CONDITIONS for one in parse.below(verb, "mark"))


def _verb(parse: Parse, found: Act, has_patient: bool) -> str:
    """The verb as in a dictionary, with what belongs to it: the preposition only where somebody stands behind it."""
    verb, beside = parse.lemma(found.verb), found.beside
    if beside is None or not (has_patient or is_particle(parse, beside)):
        return verb
    return f"{verb} {parse.word(beside)}"


def _is_of(parse: Parse, time: TimeExpression, verb: int) -> bool:
    """Whether a time belongs to the clause of a verb, or of one whose subject that shares."""
    places = parse.places(time.span)
    here = next((one for one in places if parse.head(one) not in places), None)
    seen = set[int]()
    while here is not None and here not in seen:
        seen.add(here)
        if parse.pos(here) in ("VERB", "AUX"):
            return here in sharing(parse, verb)
        here = parse.head(here)
    return False
