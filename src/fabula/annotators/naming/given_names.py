"""Finds the names that a person has stated in a cast file."""

from dataclasses import dataclass

from fabula.annotators import lexicon
from fabula.annotators.naming.name import Name, form_of
from fabula.annotators.words import Words
from fabula.layers import GivenCast

ARTICLES = ("the", "a", "an")


@dataclass(frozen=True, slots=True)
class GivenName:
    """An occurrence of a stated name form; `character` is its bearer's index in the cast."""

    name: Name
    character: int


class GivenNames:
    """Looks up stated name forms, the longest first.

    A form of one word must stand in the text with its capital; longer ones, and those stated with an article ("the
    pilot"), are found in lower case too, behind an article.
    """

    def __init__(self, given: GivenCast) -> None:
        self._forms: dict[str, list[tuple[tuple[str, ...], int, bool]]] = {}
        self._bearers: dict[tuple[str, ...], set[int]] = {}
        for index, character in enumerate(given.characters):
            for form in character.forms:
                words = tuple(word.lower().rstrip(".") for word in form.split())
                described = len(words) > 1
                if described and words[0] in ARTICLES:
                    words = words[1:]
                if words:
                    self._forms.setdefault(words[0], []).append((words, index, described))
                for part in _parts(words):
                    self._bearers.setdefault(part, set()).add(index)
        for forms in self._forms.values():
            forms.sort(key=lambda item: (-len(item[0]), item[1]))

    def bearers(self, name: Name) -> list[int]:
        """Whose stated forms a name is a part of: "Miss Tallow" of "Miss Ada Tallow"."""
        return sorted(self._bearers.get(name.key, ()))

    def find(self, words: Words) -> list[GivenName]:
        """Occurrences in the passage, in text order; none overlaps another."""
        out: list[GivenName] = []
        i = 0
        while i < len(words):
            hit = self._at(words, i) if self._forms else None
            if hit:
                out.append(hit)
                i = hit.name.last + 1
            else:
                i += 1
        return out

    def _at(self, words: Words, i: int) -> GivenName | None:
        for form, character, described in self._forms.get(words.lower[i].rstrip("."), ()):
            j, last = i, i
            for word in form:
                while j < len(words) and j > i and words.text[j] == ".":
                    j += 1
                if j >= len(words) or words.lower[j].rstrip(".") != word:
                    break
                last, j = j, j + 1
            else:
                capital = any(word[0].isupper() for word in words.text[i : last + 1])
                article = i > 0 and words.lower[i - 1] in ARTICLES
                if capital or (described and article):
                    text = form_of(words, i, last)
                    return GivenName(Name(words.span(i, last), text, (), form, article, i, last), character)
        return None


def _parts(form: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The shorter names in a form that is a name: first or last name, or both, alone or behind all of its titles."""
    titles = next((k for k, word in enumerate(form) if word not in lexicon.titles()), len(form))
    names = form[titles:]
    if not names or any(word in lexicon.function_words() for word in names):
        return set()
    return {before + part for before in ((), form[:titles]) for part in (names[:1], names[-1:], names)}
