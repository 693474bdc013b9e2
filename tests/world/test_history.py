"""Stepping through a story passage by passage gives the cast that a view at that position gives."""

from collections import Counter
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from fabula.document import Claim, Document, Layer
from fabula.layers import RECORDS, Alias, Entity, Gender, Identity, Mention, Narrator, Passage, Role
from fabula.text import Source, Span
from fabula.world import Character, Story
from fabula.world.history import history

TEXT = "Ann met Bob. " * 8
ENDS = (26, 52, 78, 104)
TIMES = st.integers(0, len(ENDS) - 1)


@st.composite
def stories(draw: Any) -> Story:
    """Claims of every kind about a few entities, some revised and some merged, each known at a passage's end."""
    claims: dict[type[Claim], list[Any]] = {record: [] for record in RECORDS}

    def add(record: type[Claim], time: int, **values: Any) -> str:
        start = draw(st.integers(0, ENDS[time] - 4))
        number = f"{record.prefix}{len(claims[record]) + 1}"
        claims[record].append(
            record(id=number, evidence=(Span(start, start + 3),), known_at=ENDS[time], made_by="hand", **values)
        )
        return number

    for index, end in enumerate(ENDS):
        span = Span(ENDS[index - 1] if index else 0, end)
        claims[Passage].append(
            Passage(id=f"p{index + 1}", evidence=(span,), known_at=end, made_by="hand", index=index, division="d1")
        )
    births = sorted(draw(st.lists(TIMES, min_size=1, max_size=5)))
    people = [(add(Entity, time, name=f"N{index}"), time) for index, time in enumerate(births)]
    for _ in range(draw(st.integers(0, 20))):
        entity, birth = draw(st.sampled_from(people))
        time = draw(st.integers(birth, len(ENDS) - 1))
        match draw(st.sampled_from("mmmargni")):
            case "m":
                kind = draw(st.sampled_from(("proper", "nominal", "pronominal")))
                old = [claim.id for claim in claims[Mention] if claim.known_at < ENDS[time]]
                revised = {claim.replaces for claim in claims[Mention]}
                old = [id for id in old if id not in revised]
                replaces = draw(st.sampled_from([None, *old]))
                add(Mention, time, entity=entity, kind=kind, replaces=replaces)
            case "a":
                add(Alias, time, entity=entity, form=draw(st.sampled_from(("Ann", "Bob", "met"))), kind="given")
            case "r":
                add(Role, time, entity=entity, kind="acts")
            case "g":
                add(Gender, time, entity=entity, pronouns=draw(st.sampled_from(("she", "he"))))
            case "n":
                old = [claim.id for claim in claims[Narrator] if claim.known_at < ENDS[time]]
                add(Narrator, time, start=0, person=1, entity=entity, replaces=draw(st.sampled_from([None, *old])))
            case "i":
                other, born = draw(st.sampled_from(people))
                add(Identity, max(time, born), entity=entity, same_as=other)
    return Story(Document(Source(TEXT), {record: Layer(record, made) for record, made in claims.items()}))


@given(stories())
def test_steps_add_up_to_the_cast_known_at_each_position(story: Story) -> None:
    cast: dict[str, Character] = {}
    root: dict[str, str] = {}
    mentions: Counter[str] = Counter()
    for step in history(story.document):
        for late, early in step.merged:
            cast.pop(late, None)
            root[late] = early
        cast.update((character.id, character) for character in step.changed)
        for (entity, _), by in step.mentions.items():
            mentions[entity] += by
        known = story.until(step.position).cast
        assert cast == {character.id: character for character in known.entities}
        assert {id: known.resolve(id) for id in root} == {id: follow(root, id) for id in root}
        sums = Counter(dict.fromkeys(cast, 0))
        for entity, count in mentions.items():
            sums[follow(root, entity)] += count
        assert sums == {id: character.mentions for id, character in cast.items()}


def follow(root: dict[str, str], entity: str) -> str:
    while entity in root:
        entity = root[entity]
    return entity


def test_a_text_without_passages_has_no_steps() -> None:
    assert list(history(Document(Source(""), {record: Layer(record) for record in RECORDS}))) == []
