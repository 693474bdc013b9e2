"""What `fabula show` can show."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

from fabula.world import Character, Story


@dataclass(frozen=True, slots=True)
class View:
    """One page of `fabula show`: as values for a program, and these as lines for a person.

    `about` says whether it is of one character: it must, it may, or it never is; then `values` gets whom, else `None`.
    """

    name: str
    help: str
    values: Callable[[Story, Character | None], Any]
    lines: Callable[[Any], list[str]]
    about: Literal["nobody", "anybody", "somebody"] = "nobody"

    @property
    def usage(self) -> str:
        """The view as it is typed."""
        return self.name + {"nobody": "", "anybody": " [NAME]", "somebody": " NAME"}[self.about]
