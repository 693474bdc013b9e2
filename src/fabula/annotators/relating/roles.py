"""Nouns for what somebody is to somebody else."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from fabula.layers.relation import RelationKind

KINDS: tuple[RelationKind, ...] = ("kin", "love", "friend", "work", "rival")


@cache
def roles() -> Mapping[str, RelationKind]:
    """Noun -> the kind of relation; in the singular, in lower case. The lists stand in `roles.txt`."""
    found: dict[str, RelationKind] = {}
    kind: RelationKind | None = None
    for line in files(__package__).joinpath("roles.txt").read_text(encoding="utf-8").splitlines():
        line = line.partition("#")[0].strip()
        if line.endswith(":"):
            kind = next(one for one in KINDS if one == line.removesuffix(":"))
        elif line and kind:
            found.update({word: found.get(word, kind) for word in line.split()})
    return found
