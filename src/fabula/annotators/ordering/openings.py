"""Which words open a sentence of the narration, and which sentence opens a paragraph."""

from fabula.annotators.parse import Parse
from fabula.document import Draft
from fabula.layers import ParagraphKind, Passage
from fabula.text import Span

LITTLE = frozenset("ADP CCONJ ADV PUNCT SCONJ DET".split())
"""Parts of speech that may stand before the words that open a sentence."""


class Openings:
    """The story paragraphs of a passage: where the narration opens each."""

    def __init__(self, draft: Draft, passage: Passage, parse: Parse) -> None:
        self._draft, self._parse = draft, parse
        kinds = draft.paragraphs.kinds
        self.paragraphs: list[Span] = [
            draft.paragraphs[index]
            for index in draft.paragraphs.covered_by(passage.span)
            if kinds[index] == ParagraphKind.STORY
        ]
        self._first = {one.start: self._sentence_of(one) for one in self.paragraphs}

    def _sentence_of(self, paragraph: Span) -> Span | None:
        """The first sentence that the narrator says some of."""
        for place in self._parse.places(paragraph):
            if place not in self._parse.quotations and self._parse.word(place)[0].isalnum():
                return self._parse.sentence(place)
        return None

    def paragraph(self, position: int) -> Span:
        """The paragraph at a position of the text."""
        index = self._draft.paragraphs.at(position)
        assert index is not None
        span: Span = self._draft.paragraphs[index]
        return span

    def start(self, verb: int) -> int:
        """Where what a predicate tells begins: with its paragraph, its sentence, or the clause joined to another."""
        parse = self._parse
        head = parse.head(verb)
        joined = parse.relation(verb) in ("conj", "parataxis") and head is not None and head < verb
        if joined and head not in parse.quotations:
            return parse.span(parse.subtree(verb).start).start
        sentence = parse.sentence(verb)
        return self.paragraph(sentence.start).start if self.is_first(verb) else sentence.start

    def is_first(self, place: int) -> bool:
        """Whether a word stands in the first narrated sentence of its paragraph."""
        sentence = self._parse.sentence(place)
        return self._first.get(self.paragraph(sentence.start).start) == sentence

    def opens(self, place: int) -> bool:
        """Whether only little words stand before a word in its sentence."""
        parse = self._parse
        before = range(parse.places(parse.sentence(place)).start, place)
        return all(parse.pos(one) in LITTLE and one not in parse.quotations for one in before)
