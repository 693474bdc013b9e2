import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.annotators.structure.sentences import sentences
from fabula.text import Span


def read(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text, Span(0, len(text)))]


@pytest.mark.parametrize(
    "text",
    [
        "He came.|She left.|Nobody spoke.",
        "Mr. Hale met Mrs. Orme at St. Anne's.|It rained.",
        "J. R. Smith wrote it.|We know.",
        "“Come in!” she said.|He did.",
        "“Is it late?” asked Ned.",
        '"Stop," he said.|"It is late."|She stopped.',
        "“It is late.”|Ned looked up.",
        "He waited... and waited.|Then he left.",
        "He waited…|Then he left.",
        "He met me at 5 p.m. sharp.|So I waited.",
        "It was I.|He knew.",
        "He had bread, tea, etc. and slept.",
        "_Never!_|He said it twice.",
        "Wait . . . no.|Go.",
        "He lived at No. 7 for years.|Then he died.",
        "No.|Seven of them came.",
        "“He said, ‘Out!’ ”|Ned was silent.",
        "「行く。」|彼は言った。",
        "Look (see above.)|It is there.",
        "we waited.|nobody came.",
        "He left at 5 p.m. that day, approx. as planned.",
        "“I waited.” he said.",
        "1. Take the key.|2. Turn it.",
        "We meet on Oct. 3 at noon.",
        "It was great. :)|We thank you.",
        "Bram Orme|11/28/2000 04:31 PM|Will you come?|----------|Ada",
        "It rained on 11/28/2000 at noon -- all day.",
    ],
)
def test_sentences(text: str) -> None:
    parts = text.split("|")
    joined = "".join(parts) if "。" in text else " ".join(parts)
    assert read(joined) == parts


@given(st.text(alphabet="aI.!?…”\" '\n", max_size=120))
def test_sentences_hold_every_word_once_in_order(text: str) -> None:
    assert "".join("".join(read(text)).split()) == "".join(text.split())
