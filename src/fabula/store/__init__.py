"""The saved form: one story, one SQLite file."""

from fabula.store.file import open_story as open
from fabula.store.file import save_story as save

__all__ = ["open", "save"]
