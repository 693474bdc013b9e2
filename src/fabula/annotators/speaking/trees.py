"""What governs what among the words of a passage, as the reader model has it."""

from collections import defaultdict
from collections.abc import Mapping
from types import MappingProxyType

from fabula.annotators.words import Words
from fabula.document import Draft
from fabula.layers import Passage

SUBJECT = "nsubj"
RELATIVES = frozenset({"who", "which", "that"})
UNREAD: Mapping[int, tuple[int, str]] = MappingProxyType({})


class Trees:
    """The trees of a passage by the indices of its words; nothing is known where the model did not read.

    `governed` has the governor of each word and its relation to it; the governor is -1 outside of the words.
    """

    def __init__(self, words: Words, governed: Mapping[int, tuple[int, str]] = UNREAD) -> None:
        self._words = words
        self._governed = governed
        self._below = defaultdict[int, list[int]](list)
        for word, (head, _) in governed.items():
            if head != word:
                self._below[head].append(word)

    def subject_of(self, verb: int) -> int | None:
        """The head word of a verb's own subject; for a relative pronoun that of what it stands for.

        `None` if the verb shares another's: over more than one verb the trees are no better than the order of words.
        """
        for word in self._below.get(verb, ()):
            if self._governed[word][1].startswith(SUBJECT):
                return self._meant(word, verb)
        return None

    def _meant(self, subject: int, verb: int) -> int | None:
        """The subject, or what the clause of the verb hangs on: the lady "who said", the man "whose voice said"."""
        owned = any(self._words.lower[word] == "whose" for word in self._below.get(subject, ()))
        if not owned and self._words.lower[subject] not in RELATIVES:
            return subject
        while self._governed[verb][1] == "conj":
            verb = self._governed[verb][0]
            if verb not in self._governed:
                return None
        head, relation = self._governed[verb]
        return head if relation.startswith("acl") and head >= 0 else None


def trees_of(draft: Draft, passage: Passage, words: Words) -> Trees:
    """The trees of a passage; empty where it was not read by the model."""
    if "head" not in draft.numbers:
        return Trees(words)
    index = {start: word for word, start in enumerate(words.starts)}
    tokens, heads, relations = draft.tokens, draft.numbers["head"], draft.tags["relation"]
    governed = {}
    for token in tokens.covered_by(passage.span):
        word = index.get(tokens.starts[token])
        if word is not None and relations[token]:
            governed[word] = (index.get(tokens.starts[heads[token]], -1), relations[token])
    return Trees(words, governed)
