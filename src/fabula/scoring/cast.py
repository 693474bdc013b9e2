"""The cast: are the right names brought together, and is each character found?"""

import re
from collections import Counter
from collections.abc import Hashable, Iterator, Mapping

from fabula.scoring.assignment import best_assignment
from fabula.scoring.bcubed import bcubed
from fabula.scoring.mapping import CharacterMap, Votes, calls, proper_names, votes
from fabula.scoring.measures import Measure, Number, Rate, Share, Tally
from fabula.scoring.names import AliasTable, Key, name_key
from fabula.scoring.reference import Reference
from fabula.world import Story

ORDER = ("all", "major and intermediate", "major", "intermediate", "minor")
SECOND = 0.2
"""Share of an entity's recognised names by which a second character makes it a mixture."""


def score_cast(story: Story, reference: Reference, names: AliasTable, mapping: CharacterMap) -> dict[str, Measure]:
    """How names are grouped, who is found, and whether their gender is right.

    Aliases are those that occur in the text and name one character only. Such an alias belongs to the entity that
    most often bears it. A character is found if the best one-to-one map by counts of names gives it an entity more
    than half of whose recognised names are its own.
    """
    wanted = {character.id: set(_aliases(reference, names, character.id)) for character in reference.characters}
    proper = proper_names(story)
    homes = _homes(proper, names)
    groups: dict[Key, Hashable] = {alias: owner for owner, aliases in wanted.items() for alias in aliases}
    found: dict[Key, Hashable] = {alias: homes.get(alias, ("unseen", alias)) for alias in groups}
    polls = votes(calls(story), names)
    one_to_one = best_assignment(
        {(entity, who): count for entity, poll in polls.items() for who, count in poll.characters.items()}
    )
    good = {who for entity, who in one_to_one.items() if _mostly(polls[entity], who)}
    tally = Tally()
    for character in reference.characters:
        if wanted[character.id]:
            tally.add(character.id in good, "all", *([character.category] if character.category else []))
            if character.category in ("major", "intermediate"):
                tally.add(character.id in good, "major and intermediate")
    return {
        "aliases seen": Share(sum(alias in homes for alias in groups), len(groups)),
        "aliases, B3": bcubed(groups, found),
        **{f"found, {name}": share for name, share in tally.shares(ORDER).items()},
        "gender": _gender(story, reference, one_to_one),
        "further entities for one character": _splits(mapping, proper),
        "entities mixing characters": Number(sum(_mixed(polls[entity]) for entity in proper)),
    }


def _aliases(reference: Reference, names: AliasTable, character: str) -> Iterator[Key]:
    """Those of a character's aliases that name nobody else and stand in the text."""
    for other in reference.characters:
        if other.id == character:
            for form in other.aliases:
                key = name_key(form)
                if key in names.owner and _stands(form, reference.text):
                    yield key


def _stands(form: str, text: str) -> bool:
    words = r"\s+".join(re.escape(word) for word in form.split())
    return re.search(rf"(?<!\w){words}(?!\w)", text) is not None


def _homes(forms: Mapping[str, Counter[str]], names: AliasTable) -> dict[Key, str]:
    """The entity that most often bears each alias as a proper name, the one that was named first where equal."""
    bearers: dict[Key, Counter[str]] = {}
    for entity, counts in forms.items():
        for form, count in counts.items():
            if alias := names.alias(form):
                bearers.setdefault(alias, Counter())[entity] += count
    return {alias: counter.most_common(1)[0][0] for alias, counter in bearers.items()}


def _mostly(poll: Votes, character: str) -> bool:
    return poll.characters[character] > 0.5 * poll.characters.total()


def _mixed(poll: Votes) -> bool:
    counts = sorted(poll.characters.values(), reverse=True)
    return len(counts) > 1 and counts[1] >= SECOND * sum(counts)


def _gender(story: Story, reference: Reference, one_to_one: Mapping[str, str]) -> Share:
    """Share of the mapped major and intermediate characters of known gender that go by the right pronouns."""
    wanted = {
        character.id: character.pronouns
        for character in reference.characters
        if character.pronouns and character.category in ("major", "intermediate")
    }
    asked = [(entity, who) for entity, who in one_to_one.items() if who in wanted]
    return Share(sum(story.cast[entity].pronouns == wanted[who] for entity, who in asked), len(asked))


def _splits(mapping: CharacterMap, named: Mapping[str, Counter[str]]) -> Rate:
    parts = Counter(who for entity, who in mapping.items() if entity in named)
    return Rate(sum(count - 1 for count in parts.values()), len(parts))
