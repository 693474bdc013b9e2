"""What somebody does or has done to them, as the text tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fabula.document import Claim, Document, Layer
from fabula.layers import Event, Mention, TimeExpression
from fabula.layers.time_expression import TimeKind
from fabula.text import Span
from fabula.world import Character, Quoted, Story

SIDE = frozenset(("conj", "xcomp"))
"""Relations of a verb that shares the subject of the one above it."""
SEVERAL = frozenset("we us they them".split())
"""Words that never mean one person alone."""
TIMES: frozenset[TimeKind] = frozenset(("date", "time", "offset"))
"""Kinds of time expression that say when."""
FIRST = frozenset("i me".split())
SPEAKER = 0.65
"""How likely the speaker of a quotation must be for an "I" inside it to mean them."""


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that happens.

    `sentence` is the one it stands in. `quoted` is the innermost quotation that tells it, `None` in the narration.
    `is_earlier` is whether it is told as what had been before: "had left". `times` are the words of its own clause that
    say when, not how long or how often.
    """

    event: Event
    sentence: Span
    quoted: Quoted | None
    is_earlier: bool
    times: tuple[TimeExpression, ...]


def deeds(story: Story, who: Character, verb: str, *, undergone: bool) -> Iterator[Deed]:
    """What is told of somebody with a verb, in any of its forms, in the order of the text.

    `undergone` asks for what is done to them. A story that was read without the reader model has none.
    """
    document = story.document
    if Event not in document.layers:
        return
    grammar = _Grammar(document)
    mentions = Layer(Mention, document.layer(Mention).current())
    verbs = {grammar.places(event)[-1]: event for event in document.layer(Event).current()}
    lemmas = {verb} | {grammar.lemma(place) for place in verbs if grammar.word(place) == verb}
    for place, event in verbs.items():
        if grammar.lemma(place) not in lemmas:
            continue
        words = grammar.undergoers(place) if undergone else grammar.doers(place)
        named = [word for word in words if grammar.word(word) not in SEVERAL]
        meant = {
            story.cast.resolve(mention.entity)
            for word in named
            for mention in mentions.at(document.tokens.starts[word])
        }
        within = _around(story.quotations, event.span)
        is_own = any(grammar.word(word) in FIRST for word in named)
        if who.id in meant and not (is_own and within and not _is_said_by(within, who)):
            sentence = grammar.sentence(place)
            around = document.layer(TimeExpression).covered_by(sentence)
            times = tuple(one for one in around if one.kind in TIMES and grammar.is_of(one, place))
            yield Deed(event, sentence, within, grammar.is_earlier(place), times)


def _around(quotations: Iterable[Quoted], span: Span) -> Quoted | None:
    """The innermost quotation that some words stand in."""
    around = (one for one in quotations if any(piece.start <= span.start < piece.end for piece in one.pieces))
    return max(around, key=lambda one: one.quotation.span.start, default=None)


def _is_said_by(quoted: Quoted, who: Character) -> bool:
    is_sure = quoted.confidence is None or quoted.confidence >= SPEAKER
    return is_sure and quoted.speaker is not None and quoted.speaker.id == who.id


class _Grammar:
    """The words of a document by their places, and what stands in a sentence below a word."""

    def __init__(self, document: Document) -> None:
        self._document, self._tokens = document, document.tokens
        self._relations, self._heads = document.tag("relation"), document.number("head")
        self._lemmas, self._pos = document.tag("lemma"), document.tag("pos")

    def places(self, event: Claim) -> range:
        return self._tokens.overlapping(event.span)

    def word(self, place: int) -> str:
        return self._span(place).of(self._document.source.text).casefold()

    def lemma(self, place: int) -> str:
        return str(self._lemmas[place]).casefold()

    def sentence(self, place: int) -> Span:
        """The one a word stands in; the word where there is none."""
        index = self._document.sentences.at(self._tokens.starts[place])
        return self._span(place) if index is None else self._document.sentences[index]

    def doers(self, place: int) -> list[int]:
        """The words for whoever does it; of a passive there are none."""
        for one in self._verbs(place):
            if found := self._below(one, "nsubj"):
                return found
            if self._below(one, "nsubj:pass"):
                break
        return []

    def undergoers(self, place: int) -> list[int]:
        """The words for whomever it is done to, or who "is gone"."""
        found = self._below(place, "nsubj:pass") + self._below(place, "obj")
        has_be = any(self.lemma(one) == "be" for one in self._below(place, "aux"))
        return found + (self._below(place, "nsubj") if has_be else [])

    def is_earlier(self, place: int) -> bool:
        helpers = self._below(place, "aux")
        return any(self.word(one) in ("had", "'d", "’d") for one in helpers)

    def is_of(self, time: TimeExpression, verb: int) -> bool:
        """Whether a time belongs to the clause of a verb, or of the one that it is joined to."""
        places, verbs = self.places(time), self._verbs(verb)
        head = next((one for one in places if self._heads[one] not in places), places[0])
        for one in self._up(head):
            if one in verbs or self._pos[one] in ("VERB", "AUX"):
                return one in verbs
        return False

    def _verbs(self, place: int) -> list[int]:
        """A verb and those above it whose subject it shares."""
        up = list(self._up(place))
        count = next((n for n, one in enumerate(up) if self._relations[one] not in SIDE), len(up) - 1)
        return up[: count + 1]

    def _up(self, place: int) -> Iterator[int]:
        """A word, its governor, and so on up to the root."""
        seen: set[int] = set()
        while place not in seen:
            seen.add(place)
            yield place
            place = self._heads[place]

    def _span(self, place: int) -> Span:
        return Span(self._tokens.starts[place], self._tokens.ends[place])

    def _below(self, place: int, relation: str) -> list[int]:
        """What hangs on a word with a relation, and what is joined to that with "and"."""
        places = self._tokens.covered_by(self.sentence(place))
        found = [one for one in places if one != place and self._heads[one] == place]
        found = [one for one in found if self._relations[one] == relation]
        return found + [one for one in places if self._relations[one] == "conj" and self._heads[one] in found]
