"""People who are described before they are named, or never named: "the tall woman", "a boy", "her husband".

A description stands for one person as long as it comes back within reach. It stays a mere candidate, without a claim,
until that person speaks.
"""

from dataclasses import dataclass

from fabula.annotators import lexicon
from fabula.annotators.lexicon.persons import noun_gender
from fabula.annotators.speaking.subjects import Subject
from fabula.annotators.words import Words
from fabula.document import Draft
from fabula.layers import Entity, EntityKind, Gender, Passage
from fabula.text import Span

REACH = 15000
"""Code points within which one description means one person."""
OTHERS = frozenset({"another", "one"})
"""What opens a description of somebody new each time."""
ARTICLES = frozenset({"the", "a", "an", "this", "that"})


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody known by a description alone; `pronouns` is the gender that its noun states, `None` if none."""

    id: str
    span: Span
    kind: EntityKind
    pronouns: str | None
    noun: str


class Descriptions:
    """Who is meant by each description."""

    def __init__(self) -> None:
        self._last: dict[str, tuple[str, int]] = {}
        self._candidates: dict[str, Described] = {}

    def meet(self, words: Words, subject: Subject) -> tuple[str, Described | None]:
        """The id that a description goes by, and who it is if it is new."""
        key = _key(words, subject)
        span = words.span(subject.first, subject.last)
        known, last = self._last.get(key, ("", -REACH))
        fresh = None
        if span.start - last >= REACH or words.lower[subject.first] in OTHERS:
            known = f"?{len(self._candidates)}:{' '.join(words.lower[subject.first : subject.last + 1])}"
            kind, gender = _kind(subject.head), noun_gender(subject.head)
            fresh = self._candidates[known] = Described(known, span, kind, gender, subject.head)
        self._last[key] = (known, span.end)
        return known, fresh

    def known(self, words: Words, subject: Subject, *, since: int) -> bool:
        """Whether the description has come back within reach, and later than `since`."""
        _, last = self._last.get(_key(words, subject), ("", -REACH))
        return last > since and words.starts[subject.first] - last < REACH

    def claim(self, draft: Draft, passage: Passage, candidate: str, maker: str) -> str:
        """Makes an entity of a candidate and returns its id."""
        described = self._candidates[candidate]
        entity = draft.add(
            Entity(
                id=draft.new_id(Entity),
                evidence=(described.span,),
                known_at=passage.known_at,
                made_by=maker,
                name=" ".join(described.span.of(draft.text).split()),
                kind=described.kind,
            )
        )
        if described.pronouns:
            draft.add(
                Gender(
                    id=draft.new_id(Gender),
                    evidence=(described.span,),
                    known_at=passage.known_at,
                    made_by=maker,
                    entity=entity.id,
                    pronouns=described.pronouns,
                )
            )
        return entity.id


def _key(words: Words, subject: Subject) -> str:
    """The description without its article."""
    phrase = words.lower[subject.first : subject.last + 1]
    return " ".join(phrase[1:] if phrase[0] in ARTICLES else phrase)


def is_candidate(entity: str) -> bool:
    """Whether an id is a description's that no claim has been made of."""
    return entity.startswith("?")


def _kind(head: str) -> EntityKind:
    if head in lexicon.plural_person_nouns() or head == "voices":
        return "group"
    return "animal" if head in lexicon.animal_nouns() else "person"
