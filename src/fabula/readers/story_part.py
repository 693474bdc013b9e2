"""Where on a page the story is."""

from collections import Counter
from typing import NamedTuple

from fabula.readers.markup import Event, Start
from fabula.readers.page import BLOCKS, LEFT_OUT

CONTAINERS = frozenset(
    "storytext storytextp chapters chapter-content entry-content post-content article-content story-content "
    "chapter-inner userstuff message-body bbwrapper".split()
)
"""Ids and classes in which the great story sites and blog programs put the story."""
WHOLE_WORKS = frozenset(("workskin",))
"""Ids under which a site shows a work with its title, summary and notes, all of which are to be read."""
DOWNLOAD = frozenset(("preface", "chapters"))
"""Ids that a page has if it is a download of the Archive of Our Own, nothing but the work."""
SHARE = 0.5
"""Share of the page's words that the story's container holds at least."""


class Container(NamedTuple):
    """An element that may hold the story: its events, from `start` up to `end`, and the length of its words."""

    start: int
    end: int
    length: int
    names: frozenset[str]


def story_part(events: list[Event]) -> tuple[int, int]:
    """The events that hold the story: those of the innermost likely container with most of the words, else all."""
    containers, total = _containers(events)
    everything = 0, len(events)
    if frozenset().union(*(container.names for container in containers)) >= DOWNLOAD:
        return everything
    likely = [container for container in containers if container.length >= SHARE * total]
    works = [container for container in likely if container.names & WHOLE_WORKS]
    told = [container for container in likely if container.names & CONTAINERS or "" in container.names]
    best = min(works or told, key=lambda container: container.end - container.start, default=None)
    return (best.start, best.end) if best else everything


def _containers(events: list[Event]) -> tuple[list[Container], int]:
    """The elements that may hold the story, and the length of all words on the page."""
    opened: list[tuple[str, int, int, frozenset[str]]] = []
    depths: Counter[str] = Counter()
    found: list[Container] = []
    total = quiet = 0
    for index, event in enumerate(events):
        if isinstance(event, str):
            total += 0 if quiet else len(event.strip())
        elif isinstance(event, Start):
            if not event.empty and (event.name in BLOCKS or event.name in LEFT_OUT):
                opened.append((event.name, index, total, _names(event)))
                depths[event.name] += 1
                quiet += event.name in LEFT_OUT
        else:
            while depths[event.name]:
                name, start, before, names = opened.pop()
                depths[name] -= 1
                quiet -= name in LEFT_OUT
                if names:
                    found.append(Container(start, index + 1, total - before, names))
                if name == event.name:
                    break
    found += [Container(start, len(events), total - before, names) for _, start, before, names in opened if names]
    return found, total


def _names(tag: Start) -> frozenset[str]:
    """What marks an element as a container: its known names, and `""` for an article or the main part."""
    if not tag.attributes and tag.name not in ("article", "main"):
        return frozenset()
    names = {tag.attributes.get("id", "").lower(), *tag.attributes.get("class", "").lower().split()}
    known = names & (CONTAINERS | WHOLE_WORKS | DOWNLOAD)
    if tag.name in ("article", "main") or tag.attributes.get("role") in ("main", "article"):
        known.add("")
    return frozenset(known)
