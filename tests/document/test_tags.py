from array import array

import pytest

from fabula.document import Columns, Document, Layer, Numbers, Tags
from fabula.errors import LayerMissing
from fabula.layers import Event, Passage
from fabula.text import Source, Span

WORDS = "Wrens sing and wrens sleep".split()
TEXT = " ".join(WORDS)
END_OF_FIRST = len("Wrens sing")


def document() -> Document:
    """Five tokens in two passages, of two and three."""
    tokens, start = Columns(), 0
    for word in WORDS:
        tokens.append(start, start + len(word))
        start += len(word) + 1
    spans = (Span(0, END_OF_FIRST), Span(END_OF_FIRST + 1, len(TEXT)))
    passages = [
        Passage(id=f"p{index}", evidence=(span,), known_at=span.end, made_by="hand", index=index, division="d1")
        for index, span in enumerate(spans)
    ]
    return Document(
        Source(TEXT, origin="wrens.txt"),
        {Passage: Layer(Passage, passages)},
        {"tokens": tokens},
        {"pos": "grammar", Event: "grammar"},
        {"lemma": Tags("tokens", ["wren", "sing", "and", "wren", "sleep"])},
        {"head": Numbers("tokens", [1, 1, 4, 4, 4])},
    )


def test_tags_are_a_sequence_of_labels() -> None:
    tags = Tags("tokens", ["a", "", "b"])
    tags.extend(["a"])
    assert list(tags) == ["a", "", "b", "a"]
    assert (len(tags), tags[-1], tags[1:3]) == (4, "a", ["", "b"])
    assert tags.labels == ["a", "", "b"], "in the order of their first use"
    assert list(tags.codes) == [0, 1, 2, 0]


def test_the_first_tags_equal_tags_that_were_never_more() -> None:
    labels = ["a", "b", "a", "c", "b"]
    for count in range(len(labels) + 1):
        cut, alone = Tags("tokens", labels).until(count), Tags("tokens", labels[:count])
        assert (cut.labels, cut.codes) == (alone.labels, alone.codes)


def test_cut_tags_can_grow_again() -> None:
    tags = Tags("tokens", ["a", "b"]).until(1)
    tags.extend(["c", "b"])
    assert list(tags) == ["a", "c", "b"]


@pytest.mark.parametrize("codes", [[0, 2], [-1, 0]])
def test_a_label_outside_the_table_is_refused(codes: list[int]) -> None:
    with pytest.raises(ValueError, match="not in the table"):
        Tags.packed("tokens", ["a", "b"], array("i", codes))


def test_numbers_are_a_sequence_of_integers() -> None:
    numbers = Numbers("sentences", [301, -2])
    numbers.extend([7])
    assert (list(numbers), numbers[1], numbers[:2]) == ([301, -2, 7], -2, [301, -2])


def test_a_view_at_the_end_of_a_passage_has_the_tags_of_its_tokens() -> None:
    view = document().until(END_OF_FIRST)
    assert list(view.tag("lemma")) == ["wren", "sing"]
    assert view.tag("lemma").labels == ["wren", "sing"]
    assert list(view.number("head")) == [1, 1]


def test_between_two_ends_only_what_was_read_has_tags() -> None:
    view = document().until(len(TEXT) - 1)
    assert len(view.tokens) == 4
    assert list(view.tag("lemma")) == ["wren", "sing"], "the second passage had not been read to its end"
    assert list(view.number("head")) == [1, 1], "no governor lies behind the view"


def test_asking_for_what_was_never_made_names_its_maker() -> None:
    with pytest.raises(LayerMissing, match=r"No 'pos' tags in wrens.txt. The annotator 'grammar' makes them."):
        document().tag("pos")
    with pytest.raises(LayerMissing, match=r"No Event layer in wrens.txt. The annotator 'grammar' makes one."):
        document().layer(Event)
    with pytest.raises(
        LayerMissing,
        match=r"No 'valence' numbers in wrens.txt. What read it made none: .*, with the reader model.$",
    ):
        document().number("valence")
