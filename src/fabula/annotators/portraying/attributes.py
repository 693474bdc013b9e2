"""What people are like, where the text says it outright of somebody who can be no other."""

from typing import ClassVar

from fabula.annotators.certainty import NEEDS, certainty_of
from fabula.annotators.parse import parse_of
from fabula.annotators.portraying.portrait import traits
from fabula.document import Claim, Draft
from fabula.layers import (
    Attribute,
    GivenCast,
    Passage,
)
from fabula.text import Source


class Attributes:
    """Makes attributes: how somebody looks, how old they are, what they do, what they are like and how they fare."""

    name: ClassVar[str] = "attributes"
    needs: ClassVar[tuple[type[Claim], ...]] = NEEDS
    makes: ClassVar[tuple[type[Claim], ...]] = (Attribute,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._made: set[tuple[str, str, str, bool]] = set()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds what the passage says."""
        parse, certainty = parse_of(draft, passage), certainty_of(draft, passage)
        for trait in traits(parse):
            by, entity = certainty.teller(trait.words[0]), certainty.who(trait.person)
            if by is None or entity is None:
                continue
            told = certainty.resolve(entity), trait.kind, trait.value, by == ""
            if told in self._made and trait.kind != "state":
                continue
            self._made.add(told)
            draft.add(
                Attribute(
                    id=draft.new_id(Attribute),
                    evidence=(*parse.spans(trait.words), parse.span(trait.person)),
                    known_at=passage.known_at,
                    made_by=self.name,
                    entity=entity,
                    kind=trait.kind,
                    value=trait.value,
                    by=by or None,
                )
            )
