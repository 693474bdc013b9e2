import gzip
from pathlib import Path

import pytest

from training.reader.measures import F1
from training.reader.raw import Parsed, agreement, cut, documents, parsed

CONLLU = """\
# newdoc id = a
# newpar id = a-1
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	_	3	aux	_	_
2	n't	not	PART	RB	_	3	advmod	_	_
3	go	go	VERB	VB	_	0	root	_	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	_	_

1	Stay	stay	VERB	VB	_	0	root	_	_

# newdoc id = b
# newpar id = b-1
1	Yes	yes	INTJ	UH	_	0	root	_	_

# newpar id = b-2
1	No	no	INTJ	UH	_	0	root	_	_
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "x.gz", "wt", encoding="utf-8") as lines:
        lines.write(CONLLU)
    return tmp_path / "x.gz"


def test_the_text_is_put_together_from_its_words(path: Path) -> None:
    (paragraphs, wanted), (others, _) = documents(path)
    assert [text.strip() for text in paragraphs] == ["Don't go. Stay"]
    assert [text.strip() for text in others] == ["Yes", "No"]
    assert list(wanted.words) == [(0, 2), (2, 5), (5, 7), (7, 8), (8, 12)]
    assert wanted.words[2, 5] == ("PART", (5, 7), "advmod")
    assert wanted.words[5, 7] == ("VERB", (5, 7), "root")
    assert wanted.sentences == {(0, 8), (8, 12)}


def test_fabulas_words_stand_at_the_same_places(path: Path) -> None:
    for paragraphs, wanted in documents(path):
        text, places = cut(paragraphs)
        assert places == list(wanted.words)
        assert [(places[start][0], places[end - 1][1]) for start, end in text.bounds()] == sorted(wanted.sentences)


def test_a_right_reading_agrees_in_everything(path: Path) -> None:
    for paragraphs, wanted in documents(path):
        text, places = cut(paragraphs)
        number = {place: at for at, place in enumerate(places)}
        columns = list(zip(*(wanted.words[place] for place in places), strict=True))
        read = type(text)(
            id="",
            words=text.words,
            sentences=text.sentences,
            tags={"upos": columns[0], "relation": columns[2]},
            heads=tuple(number[place] for place in columns[1]),
        )
        assert all(value.value == 1.0 for value in agreement(wanted, parsed(read, places)).values())


def test_a_word_cut_otherwise_is_wrong_in_everything() -> None:
    wanted = Parsed({(0, 2): ("X", (0, 2), "root"), (2, 4): ("X", (0, 2), "dep")}, frozenset({(0, 4)}))
    found = Parsed({(0, 4): ("X", (0, 4), "root")}, frozenset({(0, 4)}))
    scores = agreement(wanted, found)
    assert scores["words"] == F1(0, 2, 1)
    assert scores["las"] == F1(0, 2, 1)
    assert scores["sentences"].value == 1.0
