import pytest

pytest.importorskip("torch")
pytest.importorskip("transformers")

from training.reader.teach import STRETCH, STRETCHES, stretch, stretches


def test_paragraphs_become_words_in_sentences_that_end_with_them() -> None:
    found = stretch("x", ["Ada slept. Ned did not.", " ", "It rained."])
    assert found.words[:3] == ("Ada", "slept", ".")
    assert [found.words[end - 1] for end in found.sentences] == [".", ".", "."]
    assert found.sentences[-1] == len(found.words)


def test_stretches_come_from_all_over_a_novel_and_begin_with_a_paragraph() -> None:
    paragraphs = [f"Paragraph{number} is here. It says little." for number in range(20_000)]
    found = list(stretches("x", "\n\n".join(paragraphs)))
    assert len(found) == STRETCHES
    begun = [int(one.words[0].removeprefix("Paragraph")) for one in found[1:]]
    assert begun == sorted(begun)
    assert begun[-1] > 17_000
    assert all(len(one.words) < STRETCH for one in found)


def test_a_text_that_is_shorter_than_a_stretch_gives_none() -> None:
    assert list(stretches("x", "Ada slept.\n\nNed did not.")) == []
