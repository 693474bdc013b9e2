"""A passage as alternating quotation and narration."""

from dataclasses import dataclass

from fabula.annotators.words import Words


@dataclass(frozen=True, slots=True)
class Segment:
    """Consecutive words of one paragraph that are in the same quotation (`quotation` >= 0) or in narration (-1)."""

    quotation: int
    first: int
    last: int
    paragraph: int


def segments_of(words: Words, root: list[int]) -> list[Segment]:
    """The passage as alternating quotation and narration; `root[i]` is the outermost quotation of word `i`, or -1."""
    out: list[Segment] = []
    for i in range(len(words)):
        if out and out[-1].quotation == root[i] and out[-1].paragraph == words.paragraph[i]:
            out[-1] = Segment(root[i], out[-1].first, i, words.paragraph[i])
        else:
            out.append(Segment(root[i], i, i, words.paragraph[i]))
    return out
