import time

import pytest

from fabula.annotators.structure.paragraphs import LIMIT, Paragraphs
from fabula.text import Source

PROSE = "The lamp burned low over the water, and Mara counted the boats until there were none left to count."


def read(text: str, *, shaped: bool = False) -> list[str]:
    return [paragraph.span.of(text) for paragraph in Paragraphs(Source(text, shaped=shaped)).more()]


def wrap(text: str, width: int = 60) -> str:
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return "\n".join([*lines, line])


def test_blank_lines_part_paragraphs_and_are_counted() -> None:
    found = list(Paragraphs(Source("One.\n\nTwo.\n \n\t\nThree.\n")).more())
    assert [paragraph.blanks for paragraph in found] == [0, 1, 2]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = "\n\n".join([wrap(PROSE * 2), wrap(PROSE)])
    assert len(read(text)) == 2


def test_a_wrapped_line_that_happens_to_end_a_sentence_goes_on() -> None:
    first = wrap(PROSE + " " + PROSE)
    line = "It rained all day and nobody came down to the old quay wall."
    start = "The wind had turned to the north and it was growing cold, so"
    text = f"{first}\n\n{start}\n{line}\nThen Ned came. He said that he had seen\nnothing.\n"
    assert len(read(text)) == 2


def test_one_line_a_paragraph_without_blank_lines() -> None:
    lines = [PROSE, '"Come in," said Ned.', "She did.", PROSE * 2, '"No."', PROSE]
    assert read("\n".join(lines)) == lines


def test_speech_on_the_next_line_is_a_paragraph_of_its_own_among_wrapped_lines() -> None:
    text = f'{wrap(PROSE * 2)}\n\n"Come in," said Ned.\n"I will not," said Mara.\n\n{wrap(PROSE)}'
    assert read(text)[1:3] == ['"Come in," said Ned.', '"I will not," said Mara.']


def test_indented_first_lines_begin_paragraphs() -> None:
    text = "".join(f"    {wrap(PROSE + ' ' + PROSE)}\n" for _ in range(4))
    assert len(read(text)) == 4


def test_a_stanza_stays_together_among_wrapped_lines() -> None:
    stanza = "The boats go out at evening\nAnd some come home,\nThe rest lie in the water\nBelow the running foam"
    text = f"{wrap(PROSE * 3)}\n\n{stanza}\n\n{wrap(PROSE)}"
    assert read(text)[1] == stanza


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\u2028", "\x85"])
def test_every_line_ending_counts(ending: str) -> None:
    assert read(f"One.{ending}{ending}Two.") == ["One.", "Two."]


def test_a_paragraph_separator_is_a_blank_line() -> None:
    assert len(read("A day went by,\u2029and so did another.")) == 2


def test_a_line_end_in_a_shaped_text_is_never_a_wrap() -> None:
    assert read("One.\nTwo.\n\nThree.", shaped=True) == ["One.\nTwo.", "Three."]


def test_a_heading_line_stands_alone_before_its_title() -> None:
    assert read("CHAPTER I\nThe Lamp\n\nIt burned.") == ["CHAPTER I", "The Lamp", "It burned."]


def test_a_book_on_one_line_is_cut_at_sentence_ends() -> None:
    pieces = read((PROSE + " ") * 2000)
    assert all(len(piece) <= LIMIT and piece.endswith(".") for piece in pieces)


def test_words_without_end_are_cut_anywhere() -> None:
    assert [len(piece) for piece in read("a" * (2 * LIMIT + 5))] == [LIMIT, LIMIT, 5]


@pytest.mark.parametrize(
    "text",
    ["", " " * 3_000_000, "\n" * 3_000_000, "x" + " " * 3_000_000 + "y", ". " * 1_000_000, "\t\n" * 1_000_000],
    ids=["empty", "blanks", "line ends", "a wide gap", "stops", "blank lines"],
)
def test_hostile_white_space_takes_no_time(text: str) -> None:
    start = time.perf_counter()
    assert sum(map(len, read(text))) <= len(text)
    assert time.perf_counter() - start < 5


def test_paragraphs_of_wrapped_lines_without_blank_lines_or_indents() -> None:
    paragraph = wrap(f"{PROSE} Nobody came down to the quay.")
    assert len(read("\n".join([paragraph] * 20))) >= 15


def test_an_inset_letter_is_not_cut_line_by_line() -> None:
    letter = "\n".join(f"    {line}" for line in wrap(PROSE, 40).split("\n"))
    text = f"{wrap(PROSE * 3)}\n\n{letter}\n\n{wrap(PROSE)}"
    assert len(read(text)) == 3
