"""Finds words again in a text that may have been edited since.

An anchor quotes the words and their neighbours, as the TextQuoteSelector of the W3C's Web Annotation Data Model does.
Only letters and digits are compared: blanks, quotation marks, other punctuation, emphasis and capitals count nothing.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice, pairwise
from typing import NamedTuple

from fabula.text.span import Span

WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+(?:['’](?:[^\W_]|[\u0300-\u036f])+)*")
OWN = 3
"""What one of the quoted words counts, where one of their neighbours counts 1."""
ENOUGH = 0.5
"""The share of the anchor that must be there."""
ALIKE = 0.6
"""How like the quoted words must be to those found, by letters; less is another quotation with the same neighbours."""
MARGIN = 0.05
"""How much better than all others the best place must be."""
SEEDS = 4
"""Pairs of words by which an anchor is looked up: those that fewest anchors share, the longest first."""
LONGEST = 40
"""Quoted words that are compared."""
NEIGHBOURS = 12
"""Words on either side that are compared."""
QUOTED, AROUND = 12, 6
"""Words that a new anchor quotes, and those it notes on either side."""
CONTEXT = 400
"""Code points around a stretch that are read for its neighbours."""


@dataclass(frozen=True)
class Anchor:
    """The quoted words, and the words before and after them where those are stated."""

    exact: str
    before: str = ""
    after: str = ""

    @cached_property
    def words(self) -> tuple[list[str], list[str], list[str]]:
        """The words compared: those before, those quoted, those after; of many, the nearest to where these begin."""
        before, exact, after = (normal_words(part) for part in (self.before, self.exact, self.after))
        return before[-NEIGHBOURS:], exact[:LONGEST], after[:NEIGHBOURS] if len(exact) <= LONGEST else []


class Match(NamedTuple):
    """A place where an anchor may fit: its number, where its words stand, and the share of it that is there."""

    anchor: int
    span: Span
    share: float


def normal_words(text: str) -> list[str]:
    """The words of a text as they are compared."""
    return [_normal(word) for word in WORD.findall(text)]


def anchor_at(text: str, span: Span) -> Anchor | None:
    """An anchor for the words with which a stretch of the text begins; `None` if it holds no word."""
    own = list(islice(WORD.finditer(text, *span), QUOTED))
    if not own:
        return None
    start, end = own[0].start(), own[-1].end()
    before = list(WORD.finditer(text, max(0, start - CONTEXT), start))[-AROUND:]
    after = list(islice(WORD.finditer(text, end, end + CONTEXT), AROUND))
    parts = [" ".join(text[part[0].start() : part[-1].end()].split()) if part else "" for part in (before, own, after)]
    return Anchor(parts[1], before=parts[0], after=parts[2])


def find(text: str, anchor: Anchor) -> Span | None:
    """Where the anchor's words stand; `None` if nowhere, or if two places fit equally well."""
    best = clearly_best(Anchors([anchor]).matches(text, Span(0, len(text))))
    return best.span if best else None


def clearly_best(matches: Iterable[Match]) -> Match | None:
    """The match that fits better than all others by a margin, if there is one."""
    ranked = sorted(matches, key=lambda match: -match.share)
    if not ranked or (len(ranked) > 1 and ranked[0].share - ranked[1].share < MARGIN):
        return None
    return ranked[0]


class Anchors:
    """Many anchors, looked for at once. The time grows with the text, and hardly with the number of anchors."""

    def __init__(self, anchors: Sequence[Anchor]) -> None:
        self._anchors = anchors
        self._seeds: dict[tuple[str, ...], list[tuple[int, int]]] = {}
        usual = Counter(pair for anchor in anchors for part in anchor.words for pair in pairwise(part))
        for number, anchor in enumerate(anchors):
            for seed, offset in _seeds(anchor, usual):
                self._seeds.setdefault(seed, []).append((number, offset))

    def matches(self, text: str, within: Span) -> list[Match]:
        """Every place in a stretch of the text where an anchor's words may stand; looks at nothing behind it."""
        if not self._seeds:
            return []
        found = list(WORD.finditer(text, max(0, within.start - CONTEXT), within.end))
        words = [_normal(match[0]) for match in found]
        best: dict[tuple[int, int], Match] = {}
        for number, start in self._proposed(words):
            before, exact, after = self._anchors[number].words
            end = min(start + len(exact), len(words))
            if found[start].start() < within.start:
                continue
            share = _share((before, exact, after), words, start)
            if share is not None:
                match = Match(number, Span(found[start].start(), found[end - 1].end()), share)
                best[number, start] = match
        return _without_overlaps(best.values())

    def _proposed(self, words: list[str]) -> Iterator[tuple[int, int]]:
        """Anchors and the index of the word at which each may begin, once each."""
        seen: set[tuple[int, int]] = set()
        for i, word in enumerate(words):
            for seed in ((word,), (word, words[i + 1])) if i + 1 < len(words) else ((word,),):
                for number, offset in self._seeds.get(seed, ()):
                    place = number, i - offset
                    if 0 <= place[1] < len(words) and place not in seen:
                        seen.add(place)
                        yield place


def _normal(word: str) -> str:
    return word.lower() if word.isascii() else unicodedata.normalize("NFC", word.replace("’", "'")).casefold()


def _seeds(anchor: Anchor, usual: Mapping[tuple[str, str], int]) -> Iterator[tuple[tuple[str, ...], int]]:
    """The words by which to look an anchor up, each with its distance from the first quoted word.

    At least one lies wholly in the quoted words, so that these are found even where all around them has changed.
    `usual` counts how many anchors hold a pair.
    """
    before, exact, after = anchor.words
    if len(exact) == 1:
        yield (exact[0],), 0
    for words, first, most in ((before, -len(before), SEEDS // 2), (exact, 0, SEEDS), (after, len(exact), SEEDS // 2)):
        pairs = sorted(enumerate(pairwise(words)), key=lambda item: (usual[item[1]], -sum(map(len, item[1])), item[0]))
        for offset, pair in pairs[:most]:
            yield pair, first + offset


def _share(anchor: tuple[list[str], list[str], list[str]], words: list[str], start: int) -> float | None:
    """How much of an anchor is there if its quoted words begin at `start`; `None` if that is not enough.

    Neighbours that lie behind the last word that may be looked at do not count.
    """
    before, exact, after = anchor
    end = start + len(exact)
    here = words[start:end]
    left, right = words[max(0, start - len(before)) : start], words[end : end + len(after)]
    after = after[: max(0, len(words) - end)]
    whole = OWN * len(exact) + len(before) + len(after)
    common = sum((Counter(exact) & Counter(here)).values())
    near = sum((Counter(before) & Counter(left)).values()) + sum((Counter(after) & Counter(right)).values())
    if common < len(exact) / 2 and (len(exact) > 2 or near < (len(before) + len(after)) / 2):
        return None
    alike = 1.0 if here == exact else SequenceMatcher(None, " ".join(exact), " ".join(here), autojunk=False).ratio()
    share = (OWN * len(exact) * alike + near) / whole
    return share if alike >= ALIKE and share >= ENOUGH else None


def _without_overlaps(matches: Iterable[Match]) -> list[Match]:
    """The matches in the order of the text; of those of one anchor that share words only the best, or the first."""
    kept: list[Match] = []
    for match in sorted(matches, key=lambda match: (match.anchor, match.span)):
        if kept and kept[-1].anchor == match.anchor and kept[-1].span.overlaps(match.span):
            if match.share > kept[-1].share:
                kept[-1] = match
        else:
            kept.append(match)
    return sorted(kept, key=lambda match: (match.span, match.anchor))
