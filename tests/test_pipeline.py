import pytest

from fabula import read_text
from fabula.annotators.structure.tokens import Tokens
from fabula.document import Claim
from fabula.errors import PipelineError
from fabula.layers import Quotation
from fabula.pipeline import read_source
from fabula.text import Source

STORY = 'CHAPTER I\n\n"Yes," said Tom.\n\nHe left the room, and nobody saw him go.\n\n' * 200


def test_a_view_at_the_end_of_each_passage_equals_a_reading_up_to_there() -> None:
    story = read_text(STORY)
    assert len(story.passages) > 3
    for passage in story.passages:
        p = passage.span.end
        assert read_text(STORY[:p]).to_json() == story.until(p).to_json()


def test_an_annotator_without_what_it_needs_is_refused_by_name() -> None:
    class Needy(Tokens):
        name = "needy"
        needs: tuple[type[Claim], ...] = (Quotation,)  # type: ignore[misc]

    with pytest.raises(PipelineError, match="'needy' needs the layer 'quotations'"):
        read_source(Source("One."), annotators=[Needy])
