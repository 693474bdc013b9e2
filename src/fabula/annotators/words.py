"""The words of a passage, side by side with where they stand."""

from dataclasses import dataclass
from weakref import WeakKeyDictionary

from fabula.document import Draft
from fabula.layers import ParagraphKind, Passage, Quotation
from fabula.text import Span

GENITIVE = ("'s", "’s")
"""The word that ends an owner."""


@dataclass(frozen=True, slots=True)
class Words:
    """Columns over the tokens of a passage's story paragraphs.

    `initial` says that a capital says nothing: the word opens a sentence or a quotation. `quoted` is the index in
    `quotations` of the innermost quotation that holds the word, -1 in narration. `paragraph` counts from 0 within
    the passage.
    """

    text: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    initial: list[bool]
    quoted: list[int]
    paragraph: list[int]
    quotations: list[Quotation]

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """The stretch from word `first` to word `last`, both inside."""
        return Span(self.starts[first], self.ends[last])


_LAST: WeakKeyDictionary[Draft, tuple[str, Words]] = WeakKeyDictionary()
"""The words of the passage that each draft is at, since several annotators read them in turn."""


def words_of(draft: Draft, passage: Passage) -> Words:
    """The words of the passage, once its quotations have been found."""
    passage_id, words = _LAST.get(draft, ("", None))
    if words is None or passage_id != passage.id:
        words = _words(draft, passage)
        _LAST[draft] = (passage.id, words)
    return words


def _words(draft: Draft, passage: Passage) -> Words:
    quotations = draft.since(Quotation, passage.span.start)
    pieces = sorted(
        ((piece, index) for index, quotation in enumerate(quotations) for piece in quotation.evidence),
        key=lambda item: (item[0].start, -item[0].end),
    )
    words = Words([], [], [], [], [], [], [], quotations)
    tokens, text = draft.tokens, draft.text
    sentence_starts = {draft.sentences.starts[i] for i in draft.sentences.overlapping(passage.span)}
    spans = [(piece.start, piece.end, index) for piece, index in pieces]
    next_piece, open_pieces = 0, list[tuple[int, int, int]]()
    for number, index in enumerate(draft.paragraphs.covered_by(passage.span)):
        if draft.paragraphs.kinds[index] != ParagraphKind.STORY:
            continue
        fresh = True
        for i in tokens.covered_by(draft.paragraphs[index]):
            start, end = tokens.starts[i], tokens.ends[i]
            while next_piece < len(spans) and spans[next_piece][0] <= start:
                open_pieces.append(spans[next_piece])
                next_piece += 1
            while open_pieces and open_pieces[-1][1] <= start:
                open_pieces.pop()
            word = text[start:end]
            fresh = fresh or start in sentence_starts
            words.text.append(word)
            words.lower.append(word.lower())
            words.starts.append(start)
            words.ends.append(end)
            words.initial.append(fresh)
            words.quoted.append(open_pieces[-1][2] if open_pieces else -1)
            words.paragraph.append(number)
            if fresh and (word[0].isalnum()):
                fresh = False
            if open_pieces and open_pieces[-1][0] == start:
                fresh = True
    return words
