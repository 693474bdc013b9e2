"""Claims in words, as an answer states them."""

from fabula.asking.answer import Statement
from fabula.layers import Attribute, Deed, Relation
from fabula.world import Storyworld


def attribute(world: Storyworld, claim: Attribute) -> Statement:
    """An attribute in words."""
    who = world.who(claim.entity).name
    if claim.kind == "eyes":
        words = f"{who} has {claim.value} eyes"
    elif claim.kind in ("hair", "possession"):
        words = f"{who} has: {claim.value}{'' if ' ' in claim.value or claim.kind != 'hair' else ' hair'}"
    else:
        words = f"{who}: {claim.value}"
    return Statement(words + said(world, claim.by), claim)


def relation(world: Storyworld, claim: Relation) -> Statement:
    """A relation in words."""
    words = f"{world.who(claim.entity).name} is the {claim.role} of {world.who(claim.other).name}"
    return Statement(words + said(world, claim.by), claim)


def deed(world: Storyworld, claim: Deed) -> Statement:
    """A deed in words."""
    by, to = (" and ".join(world.who(one).name for one in some) for some in (claim.agents, claim.patients))
    return Statement(f"{by or 'somebody'}: {claim.verb}{to and ' ' + to}{said(world, claim.by)}", claim)


def said(world: Storyworld, by: str | None) -> str:
    """Who says so, if it is not the narrator."""
    return f", says {world.who(by).name}" if by else ""
