"""Words that may refer to somebody or something, before it is asked to whom."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim
from fabula.layers.mention import MentionKind

EntityType = Literal["person", "facility", "settlement", "location", "organisation", "vehicle"]
"""What words can stand for: LitBank's PER, FAC, GPE, LOC, ORG and VEH, in this order.

A facility is built for people to be in or go by (a house, a street); a settlement is a place with a people or a
government (a village, a country); a location has neither (a wood, the sea).
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression(Claim):
    """A referring expression: the evidence is its words, from the first to the last.

    Expressions nest: *the captain's daughter* holds *the captain's*. A `Mention` says who is meant. After LitBank's
    layer of coreference (Bamman, Lewke and Mansoor 2020), pronouns too.
    """

    layer: ClassVar[str] = "expressions"
    prefix: ClassVar[str] = "x"

    kind: MentionKind
    type: EntityType
