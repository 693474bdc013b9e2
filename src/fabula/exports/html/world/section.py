"""What a section about the world is made from, and of."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from fabula.document import Made
from fabula.exports.html.ink import as_html
from fabula.exports.html.world.links import Links
from fabula.layers import Presence, Scene
from fabula.text import Span
from fabula.world import Story, Storyworld, Timeline
from fabula.world.presences import There


@dataclass(frozen=True)
class Told:
    """A story with its world at the end of it, and the links to its words."""

    story: Story
    world: Storyworld
    links: Links

    def has(self, *made: Made) -> bool:
        """Whether the story has these layers and numbers, though they may be empty."""
        document = self.story.document
        return all(one in document.numbers if isinstance(one, str) else one in document.layers for one in made)

    def name(self, entity: str) -> str:
        """What somebody is called, as HTML."""
        return self.words(self.story.cast[entity].name)

    def words(self, words: str) -> str:
        """Words of the text, as HTML."""
        return f"<bdi>{as_html(' '.join(words.split()))}</bdi>"

    def called(self, span: Span) -> str:
        """The words of a span, which lead there."""
        return self.links.to(span, self.words(span.of(self.story.text)))

    def sentence(self, position: int) -> Span:
        """The sentence that stands at a position."""
        sentences = self.story.document.sentences
        index = sentences.at(position)
        return sentences[index] if index is not None else Span(position, position)

    def says(self, by: str | None) -> str:
        """Who says so, as HTML; empty for the narrator."""
        return self.name(by) if by else ""

    @cached_property
    def timeline(self) -> Timeline:
        """When what is told happens."""
        return self.world.timeline

    @cached_property
    def company(self) -> tuple[tuple[Scene, tuple[There, ...]], ...]:
        """The sure scenes in order, each with who is there or mentioned, as far as that is known."""
        return tuple((scene, self.world.company(scene) if self.has(Presence) else ()) for scene in self.world.scenes)

    @cached_property
    def appearances(self) -> dict[str, list[tuple[int, There]]]:
        """By entity: the numbers of the scenes that somebody is there or mentioned in, counted from 1."""
        found: dict[str, list[tuple[int, There]]] = {}
        for number, (_, company) in enumerate(self.company, 1):
            for there in company:
                found.setdefault(there.entity, []).append((number, there))
        return found


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page: `body` gives its tables as HTML, empty if nothing is told.

    `needs` are the layers and numbers without which it cannot be made.
    """

    title: str
    needs: tuple[Made, ...]
    body: Callable[[Told], str]

    @property
    def id(self) -> str:
        """By which an address names it."""
        return "world-" + self.title.lower().replace(" ", "-")
