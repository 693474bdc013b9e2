"""Who is in the story, folded from the claims about entities."""

from fabula.document import Document
from fabula.world.character import Character
from fabula.world.fold import FOLDED, Fold


class Cast:
    """Every entity of a document with its identities resolved."""

    def __init__(self, document: Document) -> None:
        self._fold = Fold(document.source.text)
        for record in FOLDED:
            for claim in sorted(document.layer(record), key=lambda claim: claim.known_at):
                self._fold.add(claim)
        self._members = self._fold.members()

    def resolve(self, entity: str) -> str:
        """The id under which an entity goes after all merges: the earliest of them."""
        return self._fold.resolve(entity)

    def __getitem__(self, entity: str) -> Character:
        return self._members[self.resolve(entity)]

    @property
    def entities(self) -> tuple[Character, ...]:
        """Everything that mentions refer to, places and nameless people too, in the order of appearance."""
        return tuple(self._members.values())

    @property
    def everyone(self) -> tuple[Character, ...]:
        """All people who are known by a name or take part, those only talked about too, the most mentioned first."""
        people = (member for member in self.entities if member.is_listed)
        return tuple(sorted(people, key=lambda member: (-member.mentions, member.first.start)))

    @property
    def characters(self) -> tuple[Character, ...]:
        """Those who speak, are addressed, or act, the most mentioned first."""
        return tuple(member for member in self.everyone if member.acts)
