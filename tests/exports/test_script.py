import json
from typing import Any

import pytest
from by_hand import TEXT, story
from hypothesis import given
from hypothesis import strategies as st

from fabula import read_text
from fabula.document import Columns, Document, Layer
from fabula.exports.script import SCRIPT, stretches
from fabula.layers import RECORDS, Quotation
from fabula.text import Source, Span
from fabula.world import Story


def lines(told: Story) -> list[dict[str, Any]]:
    (content,) = SCRIPT.files(told, "rain").values()
    return [json.loads(line) for line in content.splitlines()]


@pytest.fixture(scope="module")
def rain() -> list[dict[str, Any]]:
    return lines(story())


def test_words_are_there_once_and_in_order(rain: list[dict[str, Any]]) -> None:
    assert "".join(line["text"] for line in rain) == TEXT
    assert [TEXT[line["start"] : line["end"]] for line in rain] == [line["text"] for line in rain]


def test_a_quotation_cut_by_its_cue_has_the_narrator_between(rain: list[dict[str, Any]]) -> None:
    said = [(line["speaker"], line["text"].strip()) for line in rain if line["kind"] in ("speech", "narration")]
    assert said[:3] == [
        ("Mrs. Vane", "“Sit down,”"),
        ("narrator", "said Mrs.\nVane."),
        ("Mrs. Vane", "“The ‘guests’ are late.”"),
    ]


def test_headings_stand_apart(rain: list[dict[str, Any]]) -> None:
    assert [line["text"].strip() for line in rain if line["kind"] == "heading"] == ["Chapter 1"]


def test_an_unknown_speaker_is_said_to_be_unknown(rain: list[dict[str, Any]]) -> None:
    last = rain[-1]
    assert (last["kind"], last["voice"], last["speaker"]) == ("speech", "unknown", "unknown")


def test_white_space_never_stands_alone(rain: list[dict[str, Any]]) -> None:
    assert all(line["text"].strip() for line in rain)


def test_no_line_is_broken_by_an_odd_line_end() -> None:
    document = story().document
    odd = TEXT.replace("rain", "r\u2028\x85n")
    told = Story(Document(Source(odd), document.layers, document.columns))
    assert "".join(line["text"] for line in lines(told)) == odd


def test_nothing_gives_nothing() -> None:
    assert lines(read_text("")) == []


@st.composite
def shuffled(draw: Any) -> Story:
    """Any text with any paragraphs, and quotations anywhere, over and inside each other too."""
    text = draw(st.text("ab “”\n\x00é𝔸", max_size=60))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=8)))
    paragraphs = Columns()
    for start, end in zip(cuts[::2], cuts[1::2], strict=False):
        paragraphs.append(start, end, draw(st.integers(0, 3)))
    claims = []
    for number in range(draw(st.integers(0, 6)) if text else 0):
        spans = []
        for _ in range(draw(st.integers(1, 2))):
            start = draw(st.integers(0, len(text) - 1))
            spans.append(Span(start, draw(st.integers(start + 1, len(text)))))
        claims.append(
            Quotation(
                id=f"q{number + 1}",
                evidence=tuple(sorted(spans)),
                known_at=len(text),
                made_by="hand",
                mode=draw(st.sampled_from(("speech", "writing", "scare"))),
                style="“”",
            )
        )
    layers = {record: Layer(record, claims if record is Quotation else ()) for record in RECORDS}
    return Story(Document(Source(text), layers, {"paragraphs": paragraphs}))


@given(shuffled())
def test_the_stretches_are_the_text_whatever_lies_over_it(told: Story) -> None:
    cut = list(stretches(told))
    assert "".join(stretch.span.of(told.text) for stretch in cut) == told.text
    assert all(stretch.span.start < stretch.span.end for stretch in cut)
