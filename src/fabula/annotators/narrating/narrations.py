"""In which person and tense the story is told, paragraph by paragraph."""

from bisect import bisect_left
from itertools import groupby
from typing import ClassVar

from fabula.annotators.narrating.narrator import OURS, SELF
from fabula.annotators.narrating.paragraph_person import Counted, ParagraphPerson
from fabula.annotators.narrating.paragraph_tense import ParagraphTense, votes_of_features, votes_of_words
from fabula.annotators.words import Words, words_of
from fabula.document import Claim, Draft
from fabula.layers import GivenCast, Narration, Passage, Quotation
from fabula.layers.narration import Person, Tense
from fabula.text import Source, Span

SELVES = SELF | OURS
YOUS = frozenset("you your yours yourself yourselves".split())


class Narrations:
    """Claims each change of person or tense; by the model's features of words where there are any."""

    name: ClassVar[str] = "narrations"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage, Quotation)
    makes: ClassVar[tuple[type[Claim], ...]] = (Narration,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._person, self._tense = ParagraphPerson(), ParagraphTense()
        self._told: tuple[Person, Tense] | None = None

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds where the narration of the passage changes."""
        words = words_of(draft, passage)
        narrated = [k for k in range(len(words)) if words.quoted[k] < 0]
        paragraphs = [list(some) for _, some in groupby(narrated, key=words.paragraph.__getitem__)]
        paragraphs = [some for some in paragraphs if any(words.text[k][0].isalpha() for k in some)]
        persons = self._person.read([_counted(words, some) for some in paragraphs])
        for some, person in zip(paragraphs, persons, strict=True):
            told = person, self._tense.read(_votes(draft, words, some))
            if told == self._told:
                continue
            self._told = told
            first = words.paragraph.index(words.paragraph[some[0]])
            draft.add(
                Narration(
                    id=draft.new_id(Narration),
                    evidence=_spans(words, some),
                    known_at=passage.known_at,
                    made_by=self.name,
                    start=words.starts[first],
                    person=told[0],
                    tense=told[1],
                )
            )


def _counted(words: Words, paragraph: list[int]) -> Counted:
    lower = [words.lower[k] for k in paragraph if words.text[k][0].isalpha()]
    return Counted(len(lower), sum(word in SELVES for word in lower), sum(word in YOUS for word in lower))


def _votes(draft: Draft, words: Words, paragraph: list[int]) -> float:
    features, relations = draft.tags.get("features"), draft.tags.get("relation")
    if not features or not relations:
        return votes_of_words([words.lower[k] for k in paragraph])
    tokens = [bisect_left(draft.tokens.starts, words.starts[k]) for k in paragraph]
    return votes_of_features((features[token], relations[token]) for token in tokens)


def _spans(words: Words, paragraph: list[int]) -> tuple[Span, ...]:
    """The stretches of narration of a paragraph."""
    out: list[Span] = []
    for k, before in zip(paragraph, (-2, *paragraph), strict=False):
        if k == before + 1:
            out[-1] = Span(out[-1].start, words.ends[k])
        else:
            out.append(words.span(k, k))
    return tuple(out)
