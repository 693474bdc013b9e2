import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula.annotators.quoting.quotations import Quotations
from fabula.annotators.structure.tokens import Tokens
from fabula.layers import Quotation
from fabula.pipeline import read_source
from fabula.text import Source
from fabula.world import Story

MARKS = ['"', "'", "“", "”", "‘", "’", "«", "»", "„", "``", "''", "「", "」", "—", "--", "\n\n", "\n", " ", " ", " "]
WORDS = ["said Ada", "Rain", "again", "I", "dogs'", "'tis", "o'clock", ", ", ". ", "! ", "? ", "My dear Ben,", "6'2\""]
BITS = st.sampled_from([*MARKS, *WORDS])
TEXTS = st.one_of(st.lists(BITS, max_size=80).map("".join), st.text(max_size=200))


def read(text: str) -> Story:
    return read_source(Source(text), annotators=(Tokens, Quotations))


@settings(max_examples=300)
@given(TEXTS)
def test_pieces_are_ordered_and_lie_in_one_paragraph_each(text: str) -> None:
    story = read(text)
    paragraphs = story.document.paragraphs[:]
    passages = [passage.span for passage in story.passages]
    layer = story.document.layer(Quotation)
    for claim in layer:
        pieces = claim.evidence
        assert all(left.end <= right.start for left, right in pairwise(pieces))
        for piece in pieces:
            assert piece.start < piece.end
            assert any(paragraph.covers(piece) for paragraph in paragraphs)
        assert any(all(passage.covers(piece) for piece in pieces) for passage in passages)
        if claim.parent:
            outer = layer.by_id(claim.parent)
            assert all(any(around.covers(piece) for around in outer.evidence) for piece in pieces)


@settings(max_examples=40)
@given(st.lists(BITS, min_size=5, max_size=60).map("".join), st.integers(2, 30))
def test_a_view_equals_a_reading_up_to_there(bit: str, times: int) -> None:
    text = f"{bit}\n\nIt rained on the roof, and the day was very long.\n\n" * times
    story = read(text)
    for passage in story.passages:
        p = passage.span.end
        until = [claim.to_json() for claim in story.until(p).document.layer(Quotation)]
        assert [claim.to_json() for claim in read(text[:p]).document.layer(Quotation)] == until


@pytest.mark.parametrize(
    "unit", ["'", '"', "“", "”", "‘a ", "' ", '" ', "“‘", "—a ", "dogs' ", ", said he ", "I said. "]
)
def test_a_long_paragraph_of_marks_stays_fast(unit: str) -> None:
    text = ("—" + unit * 20_000)[:20_000]
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 3
