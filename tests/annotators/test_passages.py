import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fabula.annotators.structure.passages import BUDGET, LIMIT, Passages
from fabula.annotators.structure.speech_signs import has_speech, is_left_open
from fabula.document import Document, Draft
from fabula.layers import Division, Emphasis, ParagraphKind, Passage, SceneMark
from fabula.text import Mark, Source, Span

PROSE = "The lamp burned low over the water, and Mara counted the boats until there were none left to count."
SPEECH = '"Come in," said Ned.'


def read(source: Source) -> Document:
    draft = Draft(source)
    assert list(Passages(draft).more()) == draft.claims(Passage)
    return draft.finish({})


def told(document: Document) -> object:
    layers = [
        [claim.to_json() for claim in document.layer(record)] for record in (Division, Passage, SceneMark, Emphasis)
    ]
    paragraphs = document.paragraphs
    return layers, paragraphs[:], list(paragraphs.kinds)


def test_passages_cover_every_paragraph_in_order() -> None:
    document = read(Source("\n\n".join([PROSE, SPEECH] * 200)))
    ends = 0
    for passage in document.layer(Passage):
        assert passage.span.start >= ends
        assert passage.known_at == passage.span.end
        ends = passage.span.end
    assert sum(len(document.paragraphs.covered_by(passage.span)) for passage in document.layer(Passage)) == 400


def test_a_passage_ends_before_a_narrated_paragraph() -> None:
    document = read(Source("\n\n".join([PROSE, SPEECH, SPEECH] * 200)))
    found = list(document.layer(Passage))
    assert all(passage.span.of(document.source.text).startswith(PROSE) for passage in found)
    assert all(BUDGET < passage.span.end - passage.span.start < LIMIT for passage in found[1:-1])


def test_a_speech_over_several_paragraphs_is_not_cut() -> None:
    long = "\n\n".join([f'"{PROSE} {PROSE}'] * 30) + '"'
    document = read(Source(f"{long}\n\n{PROSE}\n\n{SPEECH}"))
    assert [len(document.paragraphs.covered_by(passage.span)) for passage in document.layer(Passage)] == [30, 2]


def test_speech_without_end_is_cut_at_the_limit() -> None:
    document = read(Source("\n\n".join([SPEECH] * 2000)))
    assert all(passage.span.end - passage.span.start < LIMIT + 100 for passage in document.layer(Passage))


def test_chapters_begin_and_rulers_end_passages() -> None:
    text = "\n\n".join(["I", PROSE, "***", PROSE, "II", PROSE])
    found = [passage.span.of(text) for passage in read(Source(text)).layer(Passage)]
    assert found == [f"I\n\n{PROSE}\n\n***", PROSE, f"II\n\n{PROSE}"]


def test_a_passage_names_its_division() -> None:
    document = read(Source("\n\n".join(["I", PROSE, "II", PROSE])))
    titles = [document.layer(Division).by_id(passage.division).title for passage in document.layer(Passage)]
    assert titles == ["I", "II"]


def test_a_resumed_chapter_names_the_one_it_goes_on_with() -> None:
    document = read(Source("\n\n".join(["I", PROSE, "A/N: sorry!", PROSE])))
    first, note, again = document.layer(Division)
    assert (first.resumes, note.resumes, again.resumes) == (None, None, first.id)


def test_rulers_and_gaps_are_scene_marks() -> None:
    text = "\n\n".join([PROSE] * 5) + "\n\n\n" + PROSE + "\n\n* * *\n\n" + PROSE
    found = read(Source(text)).layer(SceneMark)
    assert [(mark.kind, mark.span.of(text), mark.confidence) for mark in found] == [
        ("gap", "\n\n\n", None),
        ("ruler", "* * *", None),
    ]


def test_underscores_mark_emphasis_in_plain_text_only() -> None:
    text = f"It was _very_ late, _so late_, snake_case_here. {PROSE}"
    assert [claim.span.of(text) for claim in read(Source(text)).layer(Emphasis)] == ["very", "so late"]
    assert not read(Source(text, shaped=True)).layer(Emphasis)


def test_marked_emphasis_is_cut_at_paragraphs() -> None:
    text = "One two.\n\nThree four."
    marks = (Mark("emphasis", Span(4, 15)),)
    found = read(Source(text, shaped=True, marks=marks)).layer(Emphasis)
    assert [claim.span.of(text) for claim in found] == ["two.", "Three"]


@pytest.mark.parametrize(
    "words",
    ['"No."', "“No.”", "‘No,’", "He said, 'No.'", "«Non»", "„Nein“", "「行く」", "— Come up, Kinch!", "--No, he said"],
)
def test_speech_is_seen_in_every_typography(words: str) -> None:
    assert has_speech(words)


@pytest.mark.parametrize("words", ["The dogs' bowls stood there.", "He left--and came back.", "It’s late", "a – b"])
def test_apostrophes_and_dashes_inside_are_no_speech(words: str) -> None:
    assert not has_speech(words)


def test_a_quotation_is_left_open_without_its_closing_mark() -> None:
    for words, expected in (
        ('"One.', True),
        ('"One."', False),
        ("“One.", True),
        ("“One.” “Two.”", False),
        ("One", False),
    ):
        assert is_left_open(words, Span(0, len(words))) is expected


PIECES = st.sampled_from(
    [
        *[PROSE, PROSE * 8, SPEECH, f'"{PROSE}', "It was dark.", "HELP!", "Low Tide", "by Ann Lee", "Dear Ned,"],
        *[
            "CHAPTER I",
            "Chapter 2: Ebb",
            "I",
            "II",
            "3.",
            "CHAPTER",
            "PART ONE\nThe Lamp",
            "Prologue",
            "CONTENTS",
            "PREFACE",
        ],
        *["* * *", "o0o", "x", "X", "A/N: sorry!", "Author's Note", "Summary: a lamp.", "Rating: G", "THE END", "TBC"],
        *["The Project Gutenberg EBook", "*** START OF THIS PROJECT GUTENBERG", "*** END OF THIS PROJECT GUTENBERG"],
        *[
            "[Illustration]",
            "A stanza\nof two\nor three\nlines",
            "_so_ it went",
            "went on without",
            "he said",
            "a" * 21_000,
        ],
    ]
)
GAPS = st.sampled_from(
    ["\n", "\n\n", "\n\n\n", "\n\n\n\n\n", "\r\n", "\r\n\r\n", "\n    ", " ", "\u2028", "\u2029", "\n\t\n"]
)
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=40).map(lambda pairs: "".join(piece + gap for piece, gap in pairs))


@settings(max_examples=200)
@given(text=TEXTS, shaped=st.booleans(), data=st.data())
def test_a_text_that_ends_with_a_passage_is_read_alike(text: str, shaped: bool, data: st.DataObject) -> None:
    regions = st.sampled_from(["heading", "ruler", "emphasis", "front", "note", "summary", "end"])
    place = st.integers(0, len(text))
    drawn = data.draw(st.lists(st.tuples(regions, place, place), max_size=4)) if shaped else []
    marks = tuple(Mark(kind, Span(min(a, b), max(a, b)), 1) for kind, a, b in drawn if a != b)
    source = Source(text, shaped=shaped, marks=marks)
    document = read(source)
    for passage in document.layer(Passage):
        p = passage.span.end
        assert told(read(source.until(p))) == told(document.until(p))


@given(text=TEXTS)
def test_paragraphs_hold_every_word_once(text: str) -> None:
    found = read(Source(text)).paragraphs
    assert "".join("".join(span.of(text).split()) for span in found) == "".join(text.split())
    assert set(found.kinds) <= set(ParagraphKind)
