"""Who is Mrs. Vane?"""

import re
from collections.abc import Iterator

from fabula.asking import told
from fabula.asking.answer import Statement
from fabula.asking.kind import Kind, asked
from fabula.asking.names import called
from fabula.layers import Alias, Entity
from fabula.world import Story, Storyworld


def answer(story: Story, world: Storyworld, match: re.Match[str]) -> Iterator[Statement]:
    """Where they come in, their names, how they stand to others, what they are like."""
    who = called(story, match["name"])
    entity = next(one for one in story.document.layer(Entity) if one.id == who.id)
    yield Statement(f"{who.name} is first met here", entity)
    names = {alias.form: alias for alias in story.document.layer(Alias) if story.cast.resolve(alias.entity) == who.id}
    for form in who.aliases:
        if form != who.name and form in names:
            yield Statement(f"also called {form}", names[form])
    for relation in world.relations_of(who):
        yield told.relation(world, relation)
    for attribute in world.attributes(who):
        if attribute.kind != "possession":
            yield told.attribute(world, attribute)


WHO_IS = Kind(asked(r"who(?:\s+(?:is|was|are|were)|['’]s)\s+NAME(?:\s+again)?"), "who is Mrs. Vane?", answer)
