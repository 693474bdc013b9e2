"""fabula reads a story and gives back its world."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from fabula.pipeline import Reading, read, read_text
    from fabula.store import open, save
    from fabula.world import Story

__version__ = "0.1.0"
__all__ = ["Reading", "Story", "open", "read", "read_text", "save"]

HOMES = {
    "Reading": "fabula.pipeline",
    "Story": "fabula.world",
    "open": "fabula.store",
    "read": "fabula.pipeline",
    "read_text": "fabula.pipeline",
    "save": "fabula.store",
}
"""Where each public name lives. They are fetched when first used, so that `import fabula` costs next to nothing."""


def __getattr__(name: str) -> Any:
    if name not in HOMES:
        raise AttributeError(f"module 'fabula' has no attribute {name!r}")
    return getattr(import_module(HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *HOMES])
