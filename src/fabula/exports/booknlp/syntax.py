"""What people do, what is done to them, what they are and what is theirs, as BookNLP's `.book` lists it.

After BookNLP's categories (Bamman, Underwood and Smith 2014), put in terms of Universal Dependencies.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fabula.exports.booknlp.columns import EntityRow
from fabula.world import Story

LISTS = ("agent", "patient", "mod", "poss")
PREDICATES = ("NOUN", "ADJ")
Found = tuple[str, int]
"""The name of a list, and a token for it."""


def deeds(story: Story, words: Sequence[str], mentions: Iterable[EntityRow]) -> dict[int, dict[str, list[Any]]]:
    """For the number of each person, the four lists of words with their tokens (`w`, `i`); empty without grammar."""
    out: dict[int, dict[str, list[Any]]] = defaultdict(lambda: {name: [] for name in LISTS})
    document = story.document
    if not {"pos", "relation"} <= document.tags.keys() or "head" not in document.numbers:
        return out
    grammar = _Grammar(list(document.number("head")), list(document.tag("pos")), list(document.tag("relation")), words)
    for mention in mentions:
        if mention.cat == "PER" and mention.end < len(grammar.heads):
            for name, token in grammar.said_of(mention.start, mention.end):
                out[mention.coref][name].append({"w": words[token], "i": token})
    return out


class _Grammar:
    """Governors and dependents of tokens."""

    def __init__(self, heads: list[int], pos: list[str], relations: list[str], words: Sequence[str]) -> None:
        self.heads, self.pos, self.relations, self.words = heads, pos, relations, words
        self._under: dict[int, list[int]] = defaultdict(list)
        for token, head in enumerate(heads):
            if head != token:
                self._under[head].append(token)

    def said_of(self, first: int, last: int) -> Iterator[Found]:
        """What is said of whom these tokens mention."""
        token = next((one for one in range(first, last + 1) if not first <= self.heads[one] <= last), None)
        if token is None:
            return
        if self.relations[token] == "conj":  # Ada and Bram ran: what is said of the first is said of both
            token = self.heads[token]
        relation, head = self.relations[token], self.heads[token]
        if relation == "nsubj":
            if self.pos[head] in PREDICATES and self._has(head, "cop"):
                yield from (("mod", one) for one in self._joined(head) if self.pos[one] in PREDICATES)
            elif self.pos[head] == "VERB":
                yield from (("agent", one) for one in self._joined(head) if self.pos[one] == "VERB")
        elif relation == "obl:agent" and self.pos[head] == "VERB":
            yield "agent", head
        elif relation in ("obj", "nsubj:pass") and self.pos[head] == "VERB":
            yield "patient", head
        elif relation == "nmod:poss":
            yield from (("poss", one) for one in self._joined(head))

    def _joined(self, token: int) -> Iterator[int]:
        """A token and those joined to it by *and* and the like, but for verbs that have a subject of their own."""
        yield token
        for one in self._under[token]:
            if self.relations[one] == "conj" and not self._has(one, "nsubj", "nsubj:pass", "csubj"):
                yield one

    def _has(self, token: int, *relations: str) -> bool:
        return any(self.relations[one] in relations for one in self._under[token])
