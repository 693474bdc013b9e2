"""Who is there in which scene, as known so far."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim
from fabula.layers import Presence, Scene
from fabula.layers.scene import SURE

Resolve = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class There:
    """Somebody in a scene: every claim that shows them present, or the one that they are only mentioned."""

    entity: str
    scene: str
    claims: tuple[Presence, ...]

    @property
    def is_present(self) -> bool:
        """Whether they are there, and not only spoken of."""
        return self.claims[0].mode == "present"


class Presences:
    """Takes in scenes and presences as they become known; each costs the same, however long the text."""

    records: ClassVar[tuple[type[Claim], ...]] = (Scene, Presence)

    def __init__(self) -> None:
        self.scenes: list[Scene] = []
        self._claims: dict[str, dict[str, list[Presence]]] = {}
        self._replaced: set[str] = set()

    def add(self, claim: Claim) -> None:
        """Takes in a claim. Scenes that are not sure are left out."""
        if isinstance(claim, Scene) and (claim.confidence is None or claim.confidence >= SURE):
            self.scenes.append(claim)
        if isinstance(claim, Presence):
            if claim.replaces:
                self._replaced.add(claim.replaces)
            self._claims.setdefault(claim.scene, {}).setdefault(claim.entity, []).append(claim)

    def of_scene(self, scene: str, resolve: Resolve) -> tuple[There, ...]:
        """Who is in a scene: those present first, each in the order of appearance."""
        found: dict[str, list[Presence]] = {}
        for entity, claims in self._claims.get(scene, {}).items():
            found.setdefault(resolve(entity), []).extend(one for one in claims if one.id not in self._replaced)
        there = []
        for entity, claims in found.items():
            shown = [one for one in claims if one.mode == "present"] or claims
            if shown:
                there.append(There(entity, scene, tuple(sorted(shown, key=lambda one: one.span))))
        return tuple(sorted(there, key=lambda one: (not one.is_present, one.claims[0].span)))

    def of(self, entity: str, resolve: Resolve) -> tuple[There, ...]:
        """The scenes that somebody is in, in the order of the text."""
        every = (there for scene in self.scenes for there in self.of_scene(scene.id, resolve))
        return tuple(there for there in every if there.entity == entity)
