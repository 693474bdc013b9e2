"""What somebody does or has done to them, as a question names it."""

from collections.abc import Iterator

from fabula.layers import Deed
from fabula.world import Character, Story, Storyworld


def deeds(story: Story, world: Storyworld, who: Character, verb: str, *, undergone: bool) -> Iterator[Deed]:
    """What is told of somebody with a verb, in any of its forms, in the order of the text.

    `undergone` asks for what is done to them. A story that was read without the reader model has none.
    """
    found = world.suffered(who) if undergone else world.done(who)
    asked_for = {verb} | {_base(one) for one in found if one.span.of(story.text).casefold() == verb}
    return (one for one in found if _base(one) in asked_for)


def _base(deed: Deed) -> str:
    """The verb without its particle."""
    return deed.verb.partition(" ")[0]
