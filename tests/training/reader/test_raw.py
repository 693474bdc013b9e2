import gzip
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.treebank import texts
from training.reader.annotated import Annotated
from training.reader.raw import cut, lines, raw_scores

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
1	Well	well	ADV	RB	_	3	advmod	_	SpaceAfter=No
2	-	-	PUNCT	HYPH	_	1	punct	_	SpaceAfter=No
3	known	known	ADJ	JJ	_	0	root	_	_

"""
READ: Mapping[tuple[str, ...], tuple[tuple[str, ...], tuple[int, ...], tuple[str, ...]]] = {
    ("Do", "n't", "go", ".", "Stay"): (
        ("AUX", "PART", "VERB", "PUNCT", "VERB"),
        (2, 2, 2, 2, 4),
        ("aux", "advmod", "root", "punct", "root"),
    ),
    ("Well-known",): (("ADJ",), (0,), ("root",)),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with gzip.open(tmp_path / "x.gz", "wt", encoding="utf-8") as file:
        file.write(CONLLU)
    return tmp_path / "x.gz"


def read(text: Annotated) -> Annotated:
    """A reading by hand."""
    upos, heads, relations = READ[text.words]
    tags = {"upos": upos, "relation": relations}
    return Annotated(id="", words=text.words, sentences=text.sentences, tags=tags, heads=heads)


def test_words_and_sentences_are_fabulas(path: Path) -> None:
    first, _ = texts(path)
    assert cut(first.paragraphs).words == ("Do", "n't", "go", ".", "Stay")
    assert cut(first.paragraphs).sentences == (4, 5)


def test_a_right_reading_agrees_in_everything(path: Path) -> None:
    assert raw_scores(path, read) == dict.fromkeys(
        ("raw words", "raw sentences", "raw upos", "raw uas", "raw las"), 100
    )


def test_words_with_hyphens_are_cut_in_what_is_scored() -> None:
    text = read(cut(["Well-known"]))
    assert [line.split("\t")[1:4:2] for line in lines(text) if line] == [
        ["Well", "ADV"],
        ["-", "PUNCT"],
        ["known", "ADJ"],
    ]
