"""How people stand to each other, where the text says it outright of two who can be no others."""

from typing import ClassVar

from fabula.annotators.certainty import NEEDS, Certainty, certainty_of
from fabula.annotators.lexicon.persons import noun_gender
from fabula.annotators.parse import Parse, parse_of
from fabula.annotators.relating.roles import roles
from fabula.annotators.relating.ties import VERBS, Tie, ties
from fabula.document import Claim, Draft
from fabula.layers import (
    GivenCast,
    Passage,
    Relation,
)
from fabula.layers.relation import RelationKind
from fabula.text import Source, Span


class Relations:
    """Makes relations."""

    name: ClassVar[str] = "relations"
    needs: ClassVar[tuple[type[Claim], ...]] = NEEDS
    makes: ClassVar[tuple[type[Claim], ...]] = (Relation,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._made: set[tuple[str, str, str, bool]] = set()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the passage says."""
        parse, certainty = parse_of(draft, passage), certainty_of(draft, passage)
        for tie in ties(parse):
            by, two = certainty.teller(tie.words[0]), _two(certainty, tie)
            if by is None or two is None:
                continue
            one, other = two
            told = certainty.resolve(one), certainty.resolve(other), tie.role, by == ""
            if told[0] == told[1] or told in self._made:
                continue
            if tie.described:  # Whoever has no name but "my neighbour" is told of once.
                told = ("", *told[1:])
                if told in self._made:
                    continue
            self._made.add(told)
            draft.add(
                Relation(
                    id=draft.new_id(Relation),
                    evidence=_evidence(parse, tie),
                    known_at=passage.known_at,
                    made_by=self.name,
                    entity=one,
                    other=other,
                    kind=_kind(tie.role),
                    role=tie.role,
                    by=by or None,
                )
            )


def _two(certainty: Certainty, tie: Tie) -> tuple[str, str] | None:
    """The two, if both are sure and the one can be a sister, or a brother, at all."""
    other = certainty.owner(tie.other)
    one = certainty.described(tie.one) if tie.described else certainty.who(tie.one)
    if one is None or other is None or not certainty.fits(one, noun_gender(tie.role)):
        return None
    return one, other


def _evidence(parse: Parse, tie: Tie) -> tuple[Span, ...]:
    words = parse.spans(tie.words)
    return (*words, *(span for span in (parse.span(tie.one), parse.span(tie.other)) if span not in words))


def _kind(role: str) -> RelationKind:
    known = roles().get(role)
    if known:
        return known
    return "rival" if role == VERBS["hate"] else "love"
