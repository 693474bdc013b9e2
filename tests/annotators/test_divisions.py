from fabula.annotators.structure.divisions import Block, Blocks
from fabula.layers import ParagraphKind
from fabula.text import Mark, Source, Span

PROSE = "The lamp burned low over the water, and Mara counted the boats until there were none left to count."
SPEECH = '"Come in," said Ned.'
STORY, HEADING, RULER, MATTER = ParagraphKind


def read(*paragraphs: str, gap: str = "\n\n") -> list[Block]:
    return list(Blocks(Source(gap.join(paragraphs))).more())


def kinds(found: list[Block]) -> list[ParagraphKind]:
    return [block.kind for block in found]


def divisions(found: list[Block]) -> list[tuple[str, str | None]]:
    return [(block.opens.kind, block.opens.title) for block in found if block.opens]


def test_a_text_without_headings_is_one_chapter() -> None:
    assert divisions(read(PROSE, SPEECH, PROSE)) == [("chapter", None)]


def test_a_number_and_its_title_are_one_heading() -> None:
    found = read("CHAPTER I", "The Lamp", PROSE, "CHAPTER II", "The Boat", PROSE)
    assert divisions(found) == [("chapter", "CHAPTER I. The Lamp"), ("chapter", "CHAPTER II. The Boat")]
    assert kinds(found) == [HEADING, HEADING, STORY] * 2


def test_a_short_sentence_behind_a_number_is_story() -> None:
    assert kinds(read("I", "It was dark.", PROSE, "II", SPEECH, PROSE)) == [HEADING, STORY, STORY] * 2


def test_a_word_and_a_number_on_two_lines_are_one_heading() -> None:
    assert divisions(read("CHAPTER", "1", PROSE)) == [("chapter", "CHAPTER 1")]


def test_parts_chapters_and_sections_have_levels() -> None:
    found = read("PART ONE", "Chapter 1", "I", PROSE, "II", PROSE, "Chapter 2", "I", PROSE)
    assert [block.opens.level for block in found if block.opens] == [1, 2, 3, 3, 2, 3]


def test_bare_numbers_must_go_on_counting() -> None:
    found = read("I", PROSE, "II", PROSE, "47", PROSE, "III", PROSE)
    assert divisions(found) == [("chapter", "I"), ("chapter", "II"), ("chapter", "III")]


def test_a_numbered_list_is_no_heading() -> None:
    assert MATTER not in kinds(read(*[PROSE] * 30, "1. Milk", "2. Bread", PROSE))
    assert HEADING not in kinds(read(*[PROSE] * 30, "1. Milk", "2. Bread", PROSE))


def test_shouts_signs_and_signatures_are_story() -> None:
    for words in ("HELP!", "Mara Bell", "NO ENTRY", "Dear Ned,", "“STOP”", "What next?"):
        assert HEADING not in kinds(read("Chapter 1", PROSE, PROSE, words, PROSE, PROSE))[1:], words


def test_title_page_and_contents_are_front_matter() -> None:
    contents = [f"Chapter {number}" for number in range(1, 9)]
    found = read("THE LAMP", "by Ann Lee", "CONTENTS", *contents, "Chapter 1", PROSE, "Chapter 2", PROSE)
    assert divisions(found) == [("front", None), ("chapter", "Chapter 1"), ("chapter", "Chapter 2")]
    assert kinds(found) == [MATTER] * 11 + [HEADING, STORY] * 2


def test_titles_are_known_again_from_the_contents() -> None:
    found = read("Contents", "First Light", "The Harbour", "First Light", PROSE, "The Harbour", PROSE)
    assert divisions(found) == [("front", None), ("chapter", "First Light"), ("chapter", "The Harbour")]


def test_a_preface_is_front_matter() -> None:
    found = read("THE LAMP", "PREFACE", PROSE, PROSE, "CHAPTER I", PROSE)
    assert divisions(found) == [("front", None), ("front", "PREFACE"), ("chapter", "CHAPTER I")]


def test_a_story_that_began_before_its_second_chapter_is_no_front_matter() -> None:
    found = read(*[PROSE, SPEECH] * 4, "Chapter 2", PROSE)
    assert divisions(found) == [("chapter", None), ("chapter", "Chapter 2")]


def test_gutenberg_header_and_footer_are_not_story() -> None:
    found = read(
        "The Project Gutenberg EBook of The Lamp, by Ann Lee",
        *["This eBook is for the use of anyone anywhere at no cost.", "Title: The Lamp"],
        *["*** START OF THIS PROJECT GUTENBERG EBOOK THE LAMP ***", "THE LAMP", "I", PROSE, "THE END"],
        *["*** END OF THIS PROJECT GUTENBERG EBOOK THE LAMP ***", "Section 1. General Terms", PROSE],
    )
    assert kinds(found) == [*[MATTER] * 5, HEADING, STORY, HEADING, *[MATTER] * 3]
    assert divisions(found)[-1] == ("end", "THE END")


def test_a_summary_and_a_title_line_before_a_story() -> None:
    found = read("Summary: He left. Now he is back.", "Low Tide", SPEECH, PROSE)
    assert divisions(found) == [("summary", None), ("chapter", "Low Tide")]


def test_a_note_gives_way_to_the_chapter_that_it_interrupts() -> None:
    found = read("Chapter 1", PROSE, "A/N: sorry!", PROSE, PROSE)
    assert kinds(found) == [HEADING, STORY, MATTER, STORY, STORY]
    assert divisions(found) == [("chapter", "Chapter 1"), ("note", None), ("chapter", "Chapter 1")]
    assert [block.opens.resumes for block in found if block.opens] == [False, False, True]


def test_a_note_under_its_own_heading_lasts_until_a_ruler() -> None:
    found = read("Chapter 1", PROSE, "Author's Note", "Thanks to all.", "See you.", "***", PROSE)
    assert kinds(found) == [HEADING, STORY, HEADING, MATTER, MATTER, RULER, STORY]


def test_a_long_end_gives_way_to_story() -> None:
    found = read("Chapter 1", PROSE, "The End", *[PROSE] * 40)
    assert kinds(found)[3] is MATTER
    assert kinds(found)[-1] is STORY


def test_a_picture_is_not_story() -> None:
    assert kinds(read("Chapter 1", PROSE, "[Illustration: the lamp]", PROSE)) == [HEADING, STORY, MATTER, STORY]


def test_a_wider_gap_is_told_once_gaps_are_known() -> None:
    text = "\n\n".join([PROSE] * 6) + "\n\n\n" + PROSE + "\n\n" + PROSE
    gaps = [block.gap for block in Blocks(Source(text)).more()]
    assert [gap is not None for gap in gaps] == [False] * 6 + [True, False]


def test_a_title_set_off_by_a_wider_gap_is_a_heading() -> None:
    text = "\n\n".join([PROSE] * 6) + "\n\n\n\nThe Harbour\n\n\n" + PROSE
    assert divisions(list(Blocks(Source(text)).more())) == [("chapter", None), ("chapter", "The Harbour")]


def test_the_format_knows_best() -> None:
    text = "\n\n".join(["What She Saw", PROSE, "Notes by me.", PROSE])
    note = text.index("Notes")
    marks = (Mark("heading", Span(0, 12), 2), Mark("note", Span(note, note + 12)))
    found = list(Blocks(Source(text, shaped=True, marks=marks)).more())
    assert kinds(found) == [HEADING, STORY, MATTER, STORY]
    assert divisions(found) == [("chapter", "What She Saw"), ("note", None), ("chapter", "What She Saw")]


def test_marked_headings_are_not_joined_unless_the_first_is_a_number() -> None:
    text = "\n\n".join(["I", "The Lamp", PROSE, "The Tower", "The Boat", PROSE])
    lines = ("I\n", "The Lamp", "The Tower", "The Boat")
    marks = tuple(Mark("heading", Span(text.index(line), text.index(line) + len(line.strip())), 1) for line in lines)
    found = list(Blocks(Source(text, shaped=True, marks=marks)).more())
    assert [title for _, title in divisions(found)] == ["I. The Lamp", "The Tower", "The Boat"]


def test_letters_of_a_ruler_count_only_where_a_number_is_due() -> None:
    assert kinds(read("Chapter 1", PROSE, "X", PROSE)) == [HEADING, STORY, RULER, STORY]
    assert kinds(read("IX", PROSE, "X", PROSE)) == [HEADING, STORY, HEADING, STORY]


def test_the_end_of_something_is_story() -> None:
    for words in ("End of story.", "The end of the lane by the mill.", "It was the end."):
        assert kinds(read("Chapter 1", PROSE, words, PROSE)) == [HEADING, STORY, STORY, STORY], words
