"""The words of a passage with their grammar, whom they mean, and who says them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property
from weakref import WeakKeyDictionary

from fabula.document import Draft
from fabula.layers import Attribution, Event, Mention, Passage, Quotation
from fabula.text import Span

DENIALS = frozenset("not n't n’t never no neither nor hardly scarcely barely seldom without".split())
MODALS = frozenset(
    "would 'd ’d could might may should will 'll ’ll shall can must ought seem appear pretend wish hope".split()
)
SUPPOSING = frozenset("if unless whether though lest suppose supposing like".split())
IMAGINING = frozenset(
    "imagine fancy dream pretend suppose believe fear hope wish think doubt guess expect conclude suspect".split()
)
SIDE = frozenset(("advcl", "acl", "conj", "xcomp", "ccomp", "parataxis", "cop", "aux"))


class Parse:
    """The tokens of a passage, by their places in the document's tokens; `range(parse.first, parse.stop)` are its own.

    Nothing is known of a token that the reader model passed over: its labels are empty and it governs nothing.
    """

    def __init__(self, draft: Draft, passage: Passage) -> None:
        tokens, text = draft.tokens, draft.text
        places = tokens.covered_by(passage.span)
        self._draft, self._passage = draft, passage
        self.first, self.stop = places.start, places.stop
        self._words = [text[tokens.starts[i] : tokens.ends[i]].lower() for i in places]
        self._lemmas: list[str] = draft.tags["lemma"][self.first : self.stop]
        self._pos: list[str] = draft.tags["pos"][self.first : self.stop]
        self._senses: list[str] = draft.tags["supersense"][self.first : self.stop]
        self._features: list[str] = draft.tags["features"][self.first : self.stop]
        self._relations: list[str] = draft.tags["relation"][self.first : self.stop]
        self._plain: list[str] = [one.partition(":")[0] for one in self._relations]
        self._heads: list[int] = draft.numbers["head"][self.first : self.stop]
        self._below = defaultdict[int, list[int]](list)
        for place, head in zip(places, self._heads, strict=True):
            if head != place:
                self._below[head].append(place)

    def __iter__(self) -> Iterator[int]:
        return iter(range(self.first, self.stop))

    def word(self, place: int) -> str:
        """The word in lower case; "" outside of the passage."""
        return self._words[place - self.first] if self.first <= place < self.stop else ""

    def lemma(self, place: int) -> str:
        """The word as in a dictionary."""
        return self._lemmas[place - self.first]

    def pos(self, place: int) -> str:
        """The universal part of speech."""
        return self._pos[place - self.first] if self.first <= place < self.stop else ""

    def has(self, place: int, feature: str) -> bool:
        """Whether it has a universal feature: `Tense=Past`."""
        return feature in self._features[place - self.first].split("|")

    def sense(self, place: int) -> str:
        """The supersense, without saying whether it begins there: `verb.motion`."""
        return self._senses[place - self.first][2:]

    def relation(self, place: int) -> str:
        """The universal relation to the governor, without its subtype."""
        return self._plain[place - self.first]

    def full_relation(self, place: int) -> str:
        """The relation with its subtype: `nsubj:pass`."""
        return self._relations[place - self.first]

    def head(self, place: int) -> int | None:
        """The governor; `None` for the root of a sentence."""
        head = self._heads[place - self.first]
        return head if head != place and self.first <= head < self.stop else None

    def below(self, place: int, *relations: str) -> list[int]:
        """What a word governs, in text order: with one of these relations, or with any if none is given."""
        below, plain, first = self._below.get(place), self._plain, self.first
        if not below:
            return []
        return [one for one in below if plain[one - first] in relations] if relations else list(below)

    def subtree(self, place: int) -> range:
        """From the first to the last word under this one."""
        low = high = place
        waiting, seen = [place], {place}
        while waiting:
            for one in self._below.get(waiting.pop(), ()):
                if one not in seen:
                    seen.add(one)
                    low, high = min(low, one), max(high, one)
                    waiting.append(one)
        return range(low, high + 1)

    def span(self, first: int, last: int | None = None) -> Span:
        """The text of one token, or from one to another."""
        tokens = self._draft.tokens
        return Span(tokens.starts[first], tokens.ends[first if last is None else last])

    def spans(self, places: Iterable[int]) -> tuple[Span, ...]:
        """The text of some tokens in text order, neighbours together."""
        runs: list[list[int]] = []
        for place in sorted(set(places)):
            if runs and runs[-1][1] == place - 1:
                runs[-1][1] = place
            else:
                runs.append([place, place])
        return tuple(self.span(first, last) for first, last in runs)

    def sentence(self, place: int) -> Span:
        """The sentence that a word stands in; the word where there is none."""
        index = self._draft.sentences.at(self._draft.tokens.starts[place])
        return self.span(place) if index is None else self._draft.sentences[index]

    def places(self, span: Span) -> range:
        """The tokens inside some text."""
        return self._draft.tokens.covered_by(span)

    def is_denied(self, place: int) -> bool:
        """Whether the word, or its determiner, is denied: "was not tall", "no doctor"."""
        return any(self.word(one) in DENIALS for one in self.below(place, "advmod", "det", "cc", "mark", "case"))

    def is_supposed(self, place: int) -> bool:
        """Whether the clause of a verb or predicate only supposes, asks, foretells or compares."""
        for one in self.chain(place):
            marks = self.below(one, "aux", "mark", "advmod", "case", "cop")
            if any(self.lemma(mark) in MODALS or self.word(mark) in MODALS | SUPPOSING for mark in marks):
                return True
            if self.lemma(one) in MODALS or (one != place and self.lemma(one) in IMAGINING):
                return True
        return self.is_asked(place)

    def is_asked(self, place: int) -> bool:
        """Whether its sentence is a question."""
        sentence = self.sentence(place)
        return "?" in self._draft.text[sentence.start : sentence.end][-3:]

    def chain(self, place: int) -> Iterator[int]:
        """The word and the clauses that its clause belongs to, up to the root."""
        seen = set[int]()
        here: int | None = place
        while here is not None and here not in seen:
            yield here
            seen.add(here)
            here = self.head(here) if self.relation(here) in SIDE else None

    def is_earlier(self, place: int) -> bool:
        """Whether a verb tells what had happened before: "had seen"."""
        return any(self.lemma(one) == "have" and self.has(one, "Tense=Past") for one in self.below(place, "aux"))

    @cached_property
    def mentions(self) -> dict[int, Mention]:
        """The mention that each head word of one means; of several for one head the longest, of these the newest."""
        tokens, out = self._draft.tokens, dict[int, Mention]()
        made = self._draft.since(Mention, self._passage.span.start)
        replaced = {one.replaces for one in made}
        for mention in made:
            places = tokens.covered_by(mention.span)
            if mention.id in replaced or not places or not self.first <= places.start < self.stop:
                continue
            head = next((i for i in places if self.head(i) not in places and self.word(i)[:1].isalnum()), places[-1])
            known = out.get(head)
            if known is None or len(mention.span) >= len(known.span):
                out[head] = mention
        return out

    @cached_property
    def quotations(self) -> dict[int, Quotation]:
        """The innermost quotation that each token stands in; none for a token of the narration."""
        made = self._draft.since(Quotation, self._passage.span.start)
        pieces = [(piece, claim) for claim in made for piece in claim.evidence]
        out = dict[int, Quotation]()
        for piece, quotation in sorted(pieces, key=lambda item: (item[0].start, -item[0].end)):
            out.update(dict.fromkeys(self._draft.tokens.covered_by(piece), quotation))
        return out

    @cached_property
    def attributions(self) -> dict[str, Attribution]:
        """The attribution of each quotation of the passage, by the quotation's id."""
        return {one.quotation: one for one in self._draft.since(Attribution, self._passage.span.start)}

    @cached_property
    def events(self) -> dict[int, Event]:
        """The words that say what really happens, each with its event."""
        made = self._draft.since(Event, self._passage.span.start)
        return {place: one for one in made for place in self._draft.tokens.overlapping(one.span)}


_LATEST: WeakKeyDictionary[Draft, tuple[str, Parse]] = WeakKeyDictionary()


def parse_of(draft: Draft, passage: Passage) -> Parse:
    """The parse of the passage that is being read, made once for all who ask behind the coreference."""
    known = _LATEST.get(draft)
    if known is None or known[0] != passage.id:
        known = _LATEST[draft] = passage.id, Parse(draft, passage)
    return known[1]
