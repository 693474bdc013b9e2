"""Who is tied to whom: by company, by talk, and by being spoken of."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from fabula.layers import Mention, ParagraphKind
from fabula.text import Span
from fabula.world.pooling import Pooled
from fabula.world.presences import Presences
from fabula.world.speech import Quoted, inside

if TYPE_CHECKING:
    from fabula.world.story import Story

NetworkKind = Literal["presence", "conversation", "mention", "naming"]

SURE = 0.8
"""How likely a speaker must be for a tie to rest on it: on PDNC's dev novels 9 of 10 are then right."""

DIRECTED: Mapping[NetworkKind, bool] = {"presence": False, "conversation": True, "mention": True, "naming": False}
"""The networks, and whether a tie leads from one to another; if not, whoever comes first in the text is the source."""


@dataclass(frozen=True, slots=True)
class Contact:
    """What ties two people once.

    `evidence` are the words: of presence those that show each of the two in the scene, of conversation what is said, of
    mention the name that is spoken, of naming the two names. `scene` is the number of the scene, from 1; `None` before
    the first. `words` is how many words are said, 0 but in conversation.
    """

    evidence: tuple[Span, ...]
    scene: int | None
    words: int = 0


@dataclass(frozen=True, slots=True)
class Tie:
    """All contacts of two people in one network, in the order of the text; `source` and `target` are entity ids."""

    source: str
    target: str
    contacts: tuple[Contact, ...]

    @property
    def weight(self) -> int:
        """How many contacts: scenes together, quotations, or names."""
        return len(self.contacts)

    @property
    def words(self) -> int:
        """How many words one says to the other."""
        return sum(one.words for one in self.contacts)

    def by_scene(self) -> dict[int, "Tie"]:
        """What of it is in each scene, by the scene's number."""
        scenes: dict[int, list[Contact]] = {}
        for contact in self.contacts:
            if contact.scene is not None:
                scenes.setdefault(contact.scene, []).append(contact)
        return {scene: Tie(self.source, self.target, tuple(contacts)) for scene, contacts in scenes.items()}


class Networks:
    """The networks of a story, by kind: ties, the heaviest first, and of these the earliest.

    - *presence*: both are there in a scene. Empty where nothing was found out of who is there.
    - *conversation*: one speaks to another, who speaks in that scene too.
    - *mention*: one says another's name, and not to them.
    - *naming*: the narrator names both in one paragraph.

    What is doubtful is left out: scenes that are not sure, speakers less likely than `SURE`, what is said to several,
    and pronouns.
    """

    def __init__(self, story: "Story") -> None:
        self._story = story
        self._presences = Presences()
        for record in Presences.records:
            for claim in story.document.layers.get(record, ()):
                self._presences.add(claim)
        self._scenes = [scene.start for scene in self._presences.scenes]

    def __getitem__(self, kind: NetworkKind) -> tuple[Tie, ...]:
        return self._all[kind]

    @cached_property
    def _all(self) -> dict[NetworkKind, tuple[Tie, ...]]:
        found: dict[NetworkKind, Iterable[tuple[str, str, Contact]]] = {
            "presence": self._company(),
            "conversation": self._talk(),
            "mention": self._mentions(),
            "naming": self._naming(),
        }
        return {kind: _tied(contacts, DIRECTED[kind]) for kind, contacts in found.items()}

    def tone(self, tie: Tie) -> Pooled | None:
        """How pleasant what one says to the other sounds; `None` if no whole sentence of it was read by the model."""
        if "valence" not in self._story.document.numbers:
            return None
        feeling = self._story.feelings.between.get((tie.source, tie.target))
        return feeling.valence if feeling else None

    def _company(self) -> Iterator[tuple[str, str, Contact]]:
        for number, scene in enumerate(self._presences.scenes, 1):
            every = self._presences.of_scene(scene.id, self._story.cast.resolve)
            for one, other in combinations([there for there in every if there.is_present], 2):
                yield one.entity, other.entity, Contact((one.claims[0].span, other.claims[0].span), number)

    def _talk(self) -> Iterator[tuple[str, str, Contact]]:
        said = [(quoted, self._scene(quoted.pieces[0].start)) for quoted in self._story.quotations if _is_sure(quoted)]
        talking = {(quoted.speaker.id, scene) for quoted, scene in said if quoted.speaker}
        for quoted, scene in said:
            if quoted.speaker and len(quoted.addressees) == 1:
                one, other = quoted.speaker.id, quoted.addressees[0].id
                if one != other and (other, scene) in talking:
                    yield one, other, Contact(quoted.pieces, scene, quoted.words)

    def _mentions(self) -> Iterator[tuple[str, str, Contact]]:
        """Whoever is called or spoken to is not spoken of; what a quotation quotes is another's word."""
        for name, quoted in self._names:
            if quoted is None or not _is_sure(quoted) or self._is_call(name.span):
                continue
            entity, parties = self._story.cast.resolve(name.entity), [quoted.speaker, *quoted.addressees]
            if quoted.speaker and all(one is None or one.id != entity for one in parties):
                yield quoted.speaker.id, entity, Contact((name.span,), self._scene(name.span.start))

    def _naming(self) -> Iterator[tuple[str, str, Contact]]:
        paragraphs, first = self._story.document.paragraphs, dict[int, dict[str, Span]]()
        for name, quoted in self._names:
            index = paragraphs.at(name.span.start)
            if quoted is None and index is not None and paragraphs.kinds[index] == ParagraphKind.STORY:
                first.setdefault(index, {}).setdefault(self._story.cast.resolve(name.entity), name.span)
        pairs = (pair for named in first.values() for pair in combinations(named.items(), 2))
        for (one, here), (other, there) in pairs:
            yield one, other, Contact((here, there), self._scene(here.start))

    @cached_property
    def _names(self) -> list[tuple[Mention, Quoted | None]]:
        """The names of people in the order of the text, each with the innermost quotation that it stands in."""
        people = {one.id for one in self._story.cast.everyone}
        return [
            (mention, quoted)
            for mention, quoted in inside(self._story.document.layer(Mention).current(), self._story.quotations)
            if mention.kind == "proper" and self._story.cast.resolve(mention.entity) in people
        ]

    def _is_call(self, span: Span) -> bool:
        """Whether the grammar takes words for a call; not known without the reader model."""
        document = self._story.document
        relations = document.tags.get("relation")
        return relations is not None and any(
            relations[place].startswith("vocative") for place in document.tokens.covered_by(span)
        )

    def _scene(self, position: int) -> int | None:
        return bisect_right(self._scenes, position) or None


def _is_sure(quoted: Quoted) -> bool:
    return quoted.is_spoken and quoted.speaker is not None and (quoted.confidence is None or quoted.confidence >= SURE)


def _tied(found: Iterable[tuple[str, str, Contact]], directed: bool) -> tuple[Tie, ...]:
    """Pools the contacts of each pair."""
    pairs: dict[tuple[str, str], list[Contact]] = {}
    for one, other, contact in found:
        turned = not directed and (other, one) in pairs
        pairs.setdefault((other, one) if turned else (one, other), []).append(contact)
    ties = (Tie(*pair, tuple(contacts)) for pair, contacts in pairs.items())
    return tuple(
        sorted(ties, key=lambda tie: (-tie.weight, -tie.words, tie.contacts[0].evidence, tie.source, tie.target))
    )
