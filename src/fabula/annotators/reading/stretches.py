"""The sentences of a passage in stretches that the model can read at once."""

from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import NamedTuple

from fabula.document import Draft
from fabula.layers import ParagraphKind, Passage


class Stretch(NamedTuple):
    """The tokens `[start, end)` of the sentence with this number, all places in the document."""

    sentence: int
    start: int
    end: int
    in_story: bool


def stretches(draft: Draft, passage: Passage, count: Callable[[str], int], limit: int) -> Iterator[Stretch]:
    """The sentences with words in them, but for rulers; one of more than `limit` word pieces in several stretches.

    `count` says how many pieces a word has. So what the model reads at once is bounded, however long a sentence is.
    """
    tokens, sentences, text = draft.tokens, draft.sentences, draft.text
    for paragraph in draft.paragraphs.covered_by(passage.span):
        kind = draft.paragraphs.kinds[paragraph]
        if kind == ParagraphKind.RULER:
            continue
        in_story = kind == ParagraphKind.STORY
        for sentence in sentences.covered_by(draft.paragraphs[paragraph]):
            begun = bisect_left(tokens.starts, sentences.starts[sentence])
            end = bisect_left(tokens.starts, sentences.ends[sentence])
            used = 0
            for place in range(begun, end):
                size = count(text[tokens.starts[place] : tokens.ends[place]])
                if used and used + size > limit:
                    yield Stretch(sentence, begun, place, in_story)
                    begun, used = place, 0
                used += size
            if used:
                yield Stretch(sentence, begun, end, in_story)
