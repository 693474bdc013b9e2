"""The saved form: one story, one SQLite file."""

from fabula.store.file import is_saved, open, save

__all__ = ["is_saved", "open", "save"]
