"""Words for what people look like and are."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

EYES = frozenset(("eyes", "eye"))
TITLES: Mapping[str, str] = {
    **{rank: rank for rank in "captain colonel major general lieutenant sergeant corporal admiral commodore".split()},
    **{rank: rank for rank in "professor inspector constable judge bishop duke duchess earl count".split()},
    "dr": "doctor",
    "doctor": "doctor",
    "prof": "professor",
    "rev": "clergyman",
    "reverend": "clergyman",
    "capt": "captain",
    "col": "colonel",
    "gen": "general",
    "lieut": "lieutenant",
}
"""What a title before a name says that somebody is."""


@cache
def words(*lists: str) -> frozenset[str]:
    """The words of some of the lists in `words.txt`, together."""
    every = _lists()
    return frozenset[str]().union(*(every[name] for name in lists))


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    found: dict[str, list[str]] = {}
    name = ""
    for line in files(__package__).joinpath("words.txt").read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line.endswith(":"):
            name = line.removesuffix(":")
        elif line:
            found.setdefault(name, []).extend(line.split())
    return {name: frozenset(words) for name, words in found.items()}
