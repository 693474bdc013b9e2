import csv
import dataclasses
from io import StringIO
from xml.etree import ElementTree

from by_hand import TEXT
from by_hand import story as by_hand

from fabula.document import Layer
from fabula.exports.networks import GEXF, files
from fabula.layers import Alias
from fabula.world import Story

G = f"{{{GEXF}}}"


def test_each_tie_is_in_the_table_with_its_weight_and_place() -> None:
    story = by_hand()
    rows = list(csv.DictReader(StringIO(files(story, "rain")["rain.ties.csv"])))
    said = [row for row in rows if row["network"] == "conversation"]
    assert [(row["source_name"], row["target_name"], row["weight"], row["words"]) for row in said] == [
        ("Mrs. Vane", "Ada", "1", "6"),
        ("Ada", "Mrs. Vane", "1", "4"),
    ]
    assert TEXT[int(said[0]["first"]) :].startswith("“Sit down,”")
    assert TEXT[: int(said[0]["last"])].endswith("are late.”")
    assert said[0]["valence"] == "", "the model has not read it"


def test_the_graph_has_the_people_and_the_ties_of_the_table() -> None:
    written = files(by_hand(), "rain")
    root = ElementTree.fromstring(written["rain.conversation.gexf"])
    graph = root.find(f"{G}graph")
    assert graph is not None
    assert graph.get("defaultedgetype") == "directed"
    assert [node.get("label") for node in graph.iter(f"{G}node")] == ["Mrs. Vane", "Ada"]
    edges = list(graph.iter(f"{G}edge"))
    assert [(edge.get("source"), edge.get("target"), edge.get("weight")) for edge in edges] == [
        ("e1", "e2", "1.0"),
        ("e2", "e1", "1.0"),
    ]
    assert [spell.get("start") for spell in edges[0].iter(f"{G}spell")] == ["1.0"]


def test_the_table_of_scenes_adds_up_to_that_of_the_ties() -> None:
    written = files(by_hand(), "rain")
    ties, scenes = (list(csv.DictReader(StringIO(written[f"rain.{name}.csv"]))) for name in ("ties", "scenes"))
    assert {row["scene"] for row in scenes} == {"1"}
    assert sum(int(row["weight"]) for row in scenes) == sum(int(row["weight"]) for row in ties)


def test_a_name_with_a_letter_that_xml_cannot_write_does_not_spoil_the_graph() -> None:
    document = by_hand().document
    aliases = Layer(
        Alias, [dataclasses.replace(one, form=one.form.replace("Ada", "Ad\x01a")) for one in document.layer(Alias)]
    )
    story = Story(dataclasses.replace(document, layers={**document.layers, Alias: aliases}))
    root = ElementTree.fromstring(files(story, "rain")["rain.conversation.gexf"])
    assert [node.get("label") for node in root.iter(f"{G}node")] == ["Mrs. Vane", "Ad\ufffda"]
