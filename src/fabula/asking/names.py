"""Somebody in a story as a person names them."""

import difflib
from collections import Counter

from fabula.errors import QuestionError
from fabula.layers import Mention
from fabula.world import Character, Story


def called(story: Story, who: str) -> Character:
    """The one whom a name means: a whole name or alias, else part of one, else words that mostly mean them.

    Raises `QuestionError` if that is nobody or several.
    """
    key = who.casefold()
    people = story.cast.everyone
    names = {member.id: [form.casefold() for form in (member.name, *member.aliases)] for member in people}
    for matches in (lambda form: form == key, lambda form: key in form):
        found = [member for member in people if any(matches(form) for form in names[member.id])]
        acting = [member for member in found if member.acts] or found
        if len(acting) == 1:
            return acting[0]
        if acting:
            those = ", ".join(f"“{member.name}” ({member.mentions} mentions)" for member in acting[:6])
            raise QuestionError(f"“{who}” may be {those}. Which?")
    if meant := _mostly_meant(story, key):
        return meant
    every = {form: form for member in people for form in (member.name, *member.aliases)}
    near = difflib.get_close_matches(who, every, n=3)
    hint = f" Did you mean {' or '.join(near)}?" if near else " `characters` lists everyone."
    raise QuestionError(f"Nobody is called “{who}” here.{hint}")


def _mostly_meant(story: Story, words: str) -> Character | None:
    """Whom some words mean in the text more often than all others together: "the squire"; `None` if nobody."""
    text = story.text
    counts = Counter(
        story.cast.resolve(mention.entity)
        for mention in story.document.layer(Mention).current()
        if mention.kind != "pronominal" and " ".join(mention.span.of(text).casefold().split()) == words
    )
    if not counts:
        return None
    entity, times = counts.most_common(1)[0]
    return story.cast[entity] if 2 * times > counts.total() else None
