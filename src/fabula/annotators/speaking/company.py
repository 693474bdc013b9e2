"""The cast as the speakers of an exchange are chosen from it: who is near, of which gender, how prominent."""

from collections.abc import Mapping

from fabula.annotators import lexicon
from fabula.annotators.following import Merges, NewClaims
from fabula.annotators.narrating.telling import Telling
from fabula.annotators.speaking.descriptions import Described
from fabula.annotators.speaking.exchange import Known
from fabula.document import Draft
from fabula.layers import Alias, Division, Entity, Gender, Identity, SceneMark

RECENT = 40
"""Entities kept in the order in which they were last named or heard."""

RANKS = {"dr": "doctor", "capt": "captain", "cap'n": "captain", "cap’n": "captain", "prof": "professor"} | {
    "sgt": "sergeant",
    "col": "colonel",
    "gen": "general",
    "lt": "lieutenant",
    "maj": "major",
    "insp": "inspector",
}
"""The word for a rank behind its short form."""


class Company:
    """Follows the claims about entities, and who was named or heard last.

    `chapters` and `scenes` are where divisions and scenes have begun, ascending; a chapter begins a scene.
    """

    def __init__(self) -> None:
        self.known: dict[str, Known] = {}
        self.recent: list[str] = []
        self._telling = Telling()
        self.chapters: list[int] = []
        self.scenes: list[int] = []
        self.last_turn = 0
        self._merges = Merges()
        self._new = NewClaims()

    def __getitem__(self, entity: str) -> Known:
        return self.known[self.resolve(entity)]

    def resolve(self, entity: str) -> str:
        """The id under which an entity, or a candidate for one, goes now."""
        return self._merges.resolve(entity)

    def narrator(self, position: int) -> str | None:
        """Who tells at a position."""
        teller = self._telling.at(position)
        return teller and self.resolve(teller)

    def follow(self, draft: Draft) -> None:
        """Takes note of the claims made since the last call."""
        self.chapters += [division.start for division in self._new.of(draft, Division)]
        marks = [mark.span.end for mark in self._new.of(draft, SceneMark)]
        self.scenes = sorted({*self.scenes[-1:], *self.chapters[-1:], *marks})
        for entity in self._new.of(draft, Entity):
            self.known.setdefault(entity.id, Known(group=entity.kind == "group"))
        for identity in self._new.of(draft, Identity):
            if merged := self._merges.merge(identity.entity, identity.same_as):
                self._join(*merged)
        for gender in self._new.of(draft, Gender):
            self[gender.entity].gender = gender.pronouns
        for alias in self._new.of(draft, Alias):
            words = alias.form.lower().replace(".", "").split()
            titles = {RANKS.get(word, word) for word in words if word in lexicon.titles()}
            self[alias.entity].titles |= titles | ({words[-1]} if alias.kind == "epithet" and words else set())
        self._telling.follow(draft)

    def admit(self, described: Described) -> None:
        """Takes in somebody known by a description alone."""
        self.known[described.id] = Known(
            gender=described.pronouns, group=described.kind == "group", unnamed=True, noun=described.noun
        )

    def promote(self, candidate: str, entity: str) -> None:
        """Makes a candidate the entity that has now been claimed for it."""
        self._merges.merge(candidate, entity)
        self.known[entity] = self.known.pop(candidate)
        self.recent = [self.resolve(other) for other in self.recent]

    def bearer(self, title: str, acting: Mapping[str, int], met: Mapping[str, int]) -> tuple[str, int] | None:
        """Whoever of the recent company bears a title and was last seen to act or heard, and where.

        If nobody was, the only one of that title who has been named in the chapter. `acting` is where others, or the
        same, have acted in the passage that is being read, and `met` where they were named.
        """
        title = RANKS.get(title, title)
        titled = [one for one in dict.fromkeys((*self.recent, *acting, *met)) if title in self[one].titles]
        seen, entity = max(((max(self[one].seen, acting.get(one, -1)), one) for one in titled), default=(-1, ""))
        if seen < 0 and len(titled) == 1:
            named = max(self[entity].named, met.get(entity, -1))
            seen = named if self.chapters and named >= self.chapters[-1] else -1
        return (entity, seen) if seen >= 0 else None

    def name(self, entity: str, position: int, *, acts: bool) -> None:
        """Notes that the narration names an entity, maybe as one who acts."""
        self[entity].named = position
        if acts:
            self[entity].acted = position
        self[entity].count += 1
        self._touch(self.resolve(entity))

    def hear(self, entity: str, position: int, length: int) -> None:
        """Notes that an entity speaks so many code points."""
        self[entity].heard = position
        self[entity].speeches += 1
        self[entity].spoken += length
        self._touch(self.resolve(entity))

    def _touch(self, entity: str) -> None:
        if entity in self.recent:
            self.recent.remove(entity)
        self.recent.append(entity)
        del self.recent[:-RECENT]

    def _join(self, early: str, late: str) -> None:
        one, other = self.known[early], self.known[late]
        one.gender = one.gender or other.gender
        one.titles |= other.titles
        one.unnamed &= other.unnamed
        one.count, one.speeches = one.count + other.count, one.speeches + other.speeches
        one.spoken += other.spoken
        one.acted = max(one.acted, other.acted)
        one.named, one.heard = max(one.named, other.named), max(one.heard, other.heard)
        self.recent = list(dict.fromkeys(self.resolve(entity) for entity in reversed(self.recent)))[::-1]
