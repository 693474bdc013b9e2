import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.annotators.structure.tokens import Tokens, add_tokens
from fabula.document import Columns
from fabula.pipeline import read_source
from fabula.text import Source, Span


def tokens(text: str) -> list[str]:
    columns = Columns()
    add_tokens(columns, text, Span(0, len(text)))
    return [span.of(text) for span in columns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I don't know.", "I|do|n't|know|."),
        ("Tom’s dogs’ tails", "Tom|’s|dogs|’|tails"),
        ("We'll see; I'd've gone", "We|'ll|see|;|I'd|'ve|gone"),
        ("CAN'T they? cannot", "CA|N'T|they|?|can|not"),
        ("Mr. and Mrs. Hale met Dr. Orme.", "Mr.|and|Mrs.|Hale|met|Dr.|Orme|."),
        ("J. R. Smith", "J.|R.|Smith"),
        ("It was I.", "It|was|I|."),
        ("the U.S.A. once, at 5 p.m. sharp", "the|U.S.A.|once|,|at|5|p.m.|sharp"),
        ("well-known mother-in-law o'clock", "well-known|mother-in-law|o'clock"),
        ("no--yes—well -- what", "no|--|yes|—|well|--|what"),
        ("so... but… oh....", "so|...|but|…|oh|...."),
        ("_very_ (so)", "_|very|_|(|so|)"),
        ("'Tis him, give 'em 35,000.", "'T|is|him|,|give|'em|35,000|."),
        ("“‘Stop!’ he said”", "“|‘|Stop|!|’|he|said|”"),
        ("Re\u0301ne\u0301e's cafe\u0301", "Re\u0301ne\u0301e|'s|cafe\u0301"),
        ("What?! No!!", "What|?!|No|!!"),
        ("שלום, עולם", "שלום|,|עולם"),
        (
            "See https://example.org/a_b?c=1, or www.example.org.",
            "See|https://example.org/a_b?c=1|,|or|www.example.org|.",
        ),
        ("<ann.lee@example.co.uk>: notes.doc", "<|ann.lee@example.co.uk|>|:|notes.doc"),
        ("He came.The rest stayed.", "He|came|.|The|rest|stayed|."),
        ("on 11/28/2000 from 3:00-5:30pm", "on|11/28/2000|from|3:00|-|5:30|pm"),
        ("35mm, 2.5k, the 5th in the 1970s of '72", "35|mm|,|2.5|k|,|the|5th|in|the|1970s|of|'72"),
        ("call 713/555-0199 or 713-555-0199", "call|713/555-0199|or|713-555-0199"),
        ("good :) and (so): AT&T ___ ***", "good|:)|and|(|so|)|:|AT&T|___|***"),
        ("dont you? im gonna, thats it", "do|nt|you|?|i|m|gon|na|,|that|s|it"),
        ("his wont, the cant, 'im", "his|wont|,|the|cant|,|'|im"),
        ("tea, etc., at Orme & Co. or etc.", "tea|,|etc.|,|at|Orme|&|Co.|or|etc|."),
        (
            "w/o $$$ from alt.rain.umbrellas, mail.bram.orme@example.org",
            "w/o|$$$|from|alt.rain.umbrellas|,|mail.bram.orme@example.org",
        ),
        ("and/or he.went", "and|/|or|he|.|went"),
        ("No. 7? No. Never.", "No.|7|?|No|.|Never|."),
    ],
)
def test_words_are_cut_as_in_treebanks(text: str, expected: str) -> None:
    assert tokens(text) == expected.split("|")


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("aA'’.-–—_ \n\u0301\0I"))))
def test_every_character_that_is_not_blank_is_in_one_token(text: str) -> None:
    assert "".join(tokens(text)) == "".join(text.split())


@given(st.text(alphabet="aI'.-_ \n\"", max_size=200))
def test_no_token_and_no_sentence_crosses_a_paragraph(text: str) -> None:
    document = read_source(Source(text), annotators=[Tokens]).document
    for columns in (document.tokens, document.sentences):
        for span in columns:
            assert any(paragraph.covers(span) for paragraph in document.paragraphs)


def test_combining_marks_stay_with_their_letter() -> None:
    for mark in "\u0301\u0332\u05b0\u064b\u093e\u0e31":
        assert unicodedata.category(mark)[0] == "M"
        assert tokens(f"a{mark}b c") == [f"a{mark}b", "c"]


@pytest.mark.parametrize("piece", ["'", "a'", "a-", "A.", "Mr.", "_", "1,", "!?", "\u0301", "can", ". ", "a@", "www."])
def test_repetition_takes_linear_time(piece: str) -> None:
    start = time.perf_counter()
    read_source(Source(piece * (200_000 // len(piece))), annotators=[Tokens])
    assert time.perf_counter() - start < 10


def test_a_clitic_set_apart_by_a_blank_is_one_token() -> None:
    assert tokens("I have n't got it.") == ["I", "have", "n't", "got", "it", "."]
