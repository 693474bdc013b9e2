"""The networks of a story: a graph of each for Gephi and the like, and tables of all ties."""

import csv
import re
from collections.abc import Iterable, Mapping
from io import StringIO
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from fabula.exports.export import Export
from fabula.world import Story, Tie
from fabula.world.networks import DIRECTED, NetworkKind

GEXF = "http://www.gexf.net/1.2draft"
"""The version of the form that every program reads: https://gexf.net."""
UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML has no way to write."""
PEOPLE = (("mentions", "integer"), ("pronouns", "string"), ("first", "integer"))
TIES = (("words", "integer"), ("valence", "double"), ("first", "integer"), ("last", "integer"))
"""What is said of each tie, and its type in a graph; positions are in code points."""
Value = str | int | float | None


def files(story: Story, stem: str) -> Mapping[str, str]:
    """A graph for each network, a table of all ties, and one of the ties in each scene."""
    every = [(kind, tie) for kind in DIRECTED for tie in story.networks[kind]]
    scenes = ((kind, tie, scene) for kind, whole in every for scene, tie in sorted(whole.by_scene().items()))
    columns = ("source", "target", "source_name", "target_name", "weight")
    return {
        **{f"{stem}.{kind}.gexf": _graph(story, kind) for kind in DIRECTED},
        f"{stem}.ties.csv": _table(
            ("network", *columns, *(name for name, _ in TIES)),
            ((kind, *_ends(story, tie), tie.weight, *_facts(story, kind, tie)) for kind, tie in every),
        ),
        f"{stem}.scenes.csv": _table(
            ("network", "scene", *columns, "words", "first"),
            (
                (kind, scene, *_ends(story, tie), tie.weight, tie.words, tie.contacts[0].evidence[0].start)
                for kind, tie, scene in scenes
            ),
        ),
    }


def _graph(story: Story, kind: NetworkKind) -> str:
    """One network as GEXF; a tie lasts for the scenes that it is in, counted from 1."""
    ties = story.networks[kind]
    root = Element("gexf", xmlns=GEXF, version="1.2")
    edge_type = "directed" if DIRECTED[kind] else "undirected"
    graph = SubElement(root, "graph", mode="dynamic", timeformat="double", defaultedgetype=edge_type)
    for of, facts in (("node", PEOPLE), ("edge", TIES)):
        declared = SubElement(graph, "attributes", {"class": of, "mode": "static"})
        for name, type in facts:
            SubElement(declared, "attribute", id=name, title=name, type=type)
    nodes, edges = SubElement(graph, "nodes"), SubElement(graph, "edges")
    for id in dict.fromkeys(end for tie in ties for end in (tie.source, tie.target)):
        one = story.cast[id]
        node = SubElement(nodes, "node", id=id, label=_writable(one.name))
        _say(node, PEOPLE, (one.mentions, one.pronouns, one.first.start))
    for number, tie in enumerate(ties, 1):
        edge = SubElement(
            edges, "edge", id=str(number), source=tie.source, target=tie.target, weight=str(float(tie.weight))
        )
        _say(edge, TIES, _facts(story, kind, tie))
        if scenes := sorted(tie.by_scene()):
            spells = SubElement(edge, "spells")
            for scene in scenes:
                SubElement(spells, "spell", start=str(float(scene)), end=str(float(scene)))
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def _say(element: Element, facts: tuple[tuple[str, str], ...], values: Iterable[Value]) -> None:
    """Adds what is said of a person or a tie; nothing for what is not known."""
    said = SubElement(element, "attvalues")
    for (name, _), value in zip(facts, values, strict=True):
        if value is not None:
            SubElement(said, "attvalue", {"for": name, "value": _writable(str(value))})


def _ends(story: Story, tie: Tie) -> tuple[str, ...]:
    return tie.source, tie.target, story.cast[tie.source].name, story.cast[tie.target].name


def _facts(story: Story, kind: NetworkKind, tie: Tie) -> tuple[Value, ...]:
    tone = story.networks.tone(tie) if kind == "conversation" else None
    first, last = tie.contacts[0].evidence[0].start, tie.contacts[-1].evidence[-1].end
    return tie.words, round(tone.mean, 4) if tone else None, first, last


def _table(columns: tuple[str, ...], rows: Iterable[tuple[Value, ...]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows([columns, *rows])
    return out.getvalue()


def _writable(words: str) -> str:
    return UNWRITABLE.sub("\ufffd", words)


NETWORKS = Export("networks", "Who is tied to whom: GEXF for Gephi, and tables of the ties.", None, files)
