"""fabula reads a story and gives back its world."""

from fabula.pipeline import read_text
from fabula.world import Story

__version__ = "0.1.0"
__all__ = ["Story", "read_text"]
