import pytest

from training.reader.annotated import Annotated, Extent, joined


def text() -> Annotated:
    return Annotated(
        id="t",
        words=("Anna", "slept", ".", "Her", "old", "aunt", "woke", "."),
        sentences=(3, 8),
        tags={"event": ("O", "B", "O", "O", "O", "O", "B", "O")},
        extents={"mention": (Extent(0, 1, "PER.PROP"), Extent(3, 6, "PER.NOM"), Extent(3, 4, "PER.PRON"))},
        heads=(1, 1, 1, 5, 5, 6, 6, 6),
        ratings={"affect": ((0.0, 1.0, 2.0), (3.0, 4.0, 5.0))},
    )


def test_a_part_counts_its_words_from_its_own_beginning() -> None:
    part = text().cut(1, 2)
    assert part.words == ("Her", "old", "aunt", "woke", ".")
    assert part.sentences == (5,)
    assert part.tags["event"] == ("O", "O", "O", "B", "O")
    assert part.extents["mention"] == (Extent(0, 3, "PER.NOM"), Extent(0, 1, "PER.PRON"))
    assert part.heads == (2, 2, 3, 3, 3)
    assert part.ratings["affect"] == ((3.0, 4.0, 5.0),)


def test_a_part_of_all_sentences_is_the_text() -> None:
    assert text().cut(0, 2) == text()


def test_parts_are_one_text_again() -> None:
    assert joined([text().cut(0, 1), text().cut(1, 2)]) == text()


def test_sentences_must_end_with_the_words() -> None:
    with pytest.raises(ValueError, match="last sentence"):
        Annotated(id="t", words=("a", "b"), sentences=(1,))


def test_every_word_has_a_label() -> None:
    with pytest.raises(ValueError, match="1 labels of upos for 2 words"):
        Annotated(id="t", words=("a", "b"), sentences=(2,), tags={"upos": ("X",)})
