"""Kinds of question."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from fabula.asking.answer import Statement
from fabula.world import Story, Storyworld


@dataclass(frozen=True)
class Kind:
    """A kind of question: how it is put, an example, and how it is answered from what the pattern caught."""

    pattern: re.Pattern[str]
    example: str
    answer: Callable[[Story, Storyworld, re.Match[str]], Iterable[Statement]]


def asked(pattern: str) -> re.Pattern[str]:
    """A pattern for a whole question; what is asked for stands in it as `NAME` and `OTHER`."""
    for name in ("NAME", "OTHER"):
        pattern = pattern.replace(name, rf"(?P<{name.lower()}>.+?)")
    return re.compile(rf"{pattern}\s*\??", re.IGNORECASE)
