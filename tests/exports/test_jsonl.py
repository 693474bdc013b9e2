import json
from dataclasses import fields
from types import NoneType, UnionType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from by_hand import TEXT, story

from fabula.document import Claim, Document, Layer, Numbers, Tags
from fabula.exports.jsonl import JSONL
from fabula.layers import RECORDS
from fabula.pipeline import read_source
from fabula.text import Source, Span
from fabula.world import Story


@pytest.fixture(scope="module")
def lines() -> list[dict[str, Any]]:
    (content,) = JSONL.files(story(), "rain").values()
    return [json.loads(line) for line in content.splitlines()]


def test_the_first_line_is_the_story(lines: list[dict[str, Any]]) -> None:
    head = lines[0]
    assert (head["line"], head["title"], head["author"], head["origin"]) == ("story", "Rain", "A. N. Other", "rain.txt")
    assert head["metadata"] == [["language", "en"]]
    assert head["length"] == len(TEXT)
    assert set(head["claims"]) == {record.layer for record in RECORDS}
    assert head["schema"] == 2
    assert head["tagged"] == []
    assert head["fabula"]


def test_characters_follow(lines: list[dict[str, Any]]) -> None:
    characters = [line["name"] for line in lines if line["line"] == "character"]
    assert characters == ["Ada", "Mrs. Vane", "I"]
    assert [line["line"] for line in lines[:5]] == ["story", "character", "character", "character", "claim"]


def test_every_claim_is_there_once_in_text_order_with_its_words(lines: list[dict[str, Any]]) -> None:
    claims = [line for line in lines if line["line"] == "claim"]
    assert len(claims) == sum(lines[0]["claims"].values())
    assert len({(claim["layer"], claim["id"]) for claim in claims}) == len(claims)
    starts = [claim["evidence"][0][0] for claim in claims]
    assert starts == sorted(starts)
    for claim in claims:
        assert claim["words"] == [TEXT[start:end] for start, end in claim["evidence"]]


def test_a_reading_without_the_model_has_no_lines_of_sentences(lines: list[dict[str, Any]]) -> None:
    assert {line["line"] for line in lines} == {"story", "character", "claim"}


def test_every_tagged_sentence_has_its_words_and_what_is_said_of_them() -> None:
    read = read_source(Source("Ann ran. It rained."))
    document = read.document
    tagged = Document(
        document.source,
        document.layers,
        document.columns,
        tags={"pos": Tags("tokens", ["PROPN", "VERB", "PUNCT", "PRON", "VERB", "PUNCT"])},
        numbers={"head": Numbers("tokens", [1, 1, 1, 4, 4, 4]), "valence": Numbers("sentences", [301, 250])},
    )
    (content,) = JSONL.files(Story(tagged), "ann").values()
    lines = [json.loads(line) for line in content.splitlines()]
    assert lines[0]["tagged"] == ["pos", "head", "valence"]
    assert [line for line in lines if line["line"] == "sentence"][1] == {
        "line": "sentence",
        "span": [9, 19],
        "first": 3,
        "tokens": [[9, 11], [12, 18], [18, 19]],
        "words": ["It", "rained", "."],
        "pos": ["PRON", "VERB", "PUNCT"],
        "head": [4, 4, 4],
        "valence": 250,
    }


def test_a_replaced_claim_says_so(lines: list[dict[str, Any]]) -> None:
    current = {line["id"]: line["current"] for line in lines if line.get("layer") == "mentions"}
    assert current["m6"] is False
    assert current["m7"] is True
    assert sum(not value for value in current.values()) == 1


def test_no_line_is_broken_by_an_odd_line_end() -> None:
    document = story().document
    odd = Story(
        type(document)(
            Source(TEXT.replace("rain", "r\u2028\x85n"), title="One\u2029two"),
            document.layers,
            document.columns,
        )
    )
    (content,) = JSONL.files(odd, "odd").values()
    heads = [json.loads(line) for line in content.splitlines()]
    assert heads[0]["title"] == "One\u2029two"
    assert any("r\u2028\x85n" in words for line in heads for words in line.get("words", ()))


def test_fields_of_a_claim_keep_their_names(lines: list[dict[str, Any]]) -> None:
    first = next(line for line in lines if line.get("layer") == "attributions")
    assert (first["line"], first["type"], first["speaker"]) == ("claim", "explicit", "e4")


def example(hint: Any) -> Any:
    """A value of a field's type, and not the one that is left out."""
    if get_origin(hint) is Literal:
        return get_args(hint)[0]
    if get_origin(hint) is UnionType:
        return example(next(one for one in get_args(hint) if one is not NoneType))
    if get_origin(hint) is tuple:
        return (example(get_args(hint)[0]),)
    return {str: "e1", int: 3, float: 0.5, bool: True, Span: Span(0, 3)}[hint]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.layer)
def test_a_claim_of_every_layer_is_there_with_every_field(record: type[Claim]) -> None:
    hints = get_type_hints(record)
    claim = record(**{item.name: example(hints[item.name]) for item in fields(record)})
    document = read_source(Source("Ann ran.")).document
    layers = {**document.layers, record: Layer(record, [claim])}
    (content,) = JSONL.files(Story(Document(document.source, layers, document.columns)), "ann").values()
    lines = [json.loads(line) for line in content.splitlines()]
    (line,) = (line for line in lines if line.get("layer") == record.layer)
    assert lines[0]["claims"][record.layer] == 1
    assert set(line) == {"line", "layer", "words", "current", *(item.name for item in fields(record))}
    assert line["words"] == ["Ann"]
