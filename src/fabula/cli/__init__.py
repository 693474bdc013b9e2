"""The command line: one file per command."""

from fabula.cli.app import main

__all__ = ["main"]
