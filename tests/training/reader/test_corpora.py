import gzip
import json
from dataclasses import replace
from pathlib import Path

from training.reader.annotated import Annotated, Extent
from training.reader.corpora import emobank, ewt, litbank, semcor, taught

CONLLU = """\
# newdoc id = a
# sent_id = 1
# text = Don't go.
1-2	Don't	_	_	_	_	_	_	_	_
1	Do	do	AUX	VBP	Mood=Imp|VerbForm=Fin	3	aux	3:aux	_
2	n't	not	PART	RB	_	3	advmod	3:advmod	_
3	go	go	VERB	VB	VerbForm=Inf	0	root	0:root	SpaceAfter=No
4	.	.	PUNCT	.	_	3	punct	3:punct	_

# sent_id = 2
1	Why	why	ADV	WRB	_	0	root	0:root	_

# newdoc id = b
# sent_id = 3
1	Yes	yes	INTJ	UH	_	0	root	0:root	_
1.1	is	be	VERB	_	_	_	_	1:x	_
"""


def write(path: Path, *found: object) -> None:
    path.parent.mkdir(exist_ok=True)
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.writelines(json.dumps(one) + "\n" for one in found)


def test_ewt_is_read_by_document() -> None:
    first, second = ewt.texts(CONLLU.splitlines(keepends=True))
    assert (first.id, first.words, first.sentences) == ("a", ("Do", "n't", "go", ".", "Why"), (4, 5))
    assert first.heads == (2, 2, 2, 2, 4)
    assert first.tags["VerbForm"] == ("Fin", "_", "Inf", "_", "_")
    assert first.tags["lemma"][1] == "lower 2 ot"
    assert (second.id, second.words) == ("b", ("Yes",))


def test_litbank_offsets_become_words(tmp_path: Path) -> None:
    record = {
        "id": "x",
        "text": "Anna slept. He\nran.",
        "tokens": [[0, 4], [5, 10], [10, 11], [12, 14], [15, 18], [18, 19]],
        "sentences": [[0, 11], [12, 19]],
        "mentions": [{"start": 0, "end": 4, "type": "PER", "kind": "PROP", "entity": "ann"}],
        "entities": [{"start": 0, "end": 4, "type": "PER"}],
        "events": [{"start": 15, "end": 18}],
    }
    write(tmp_path / "litbank.dev.jsonl.gz", record)
    (text,) = litbank.load(tmp_path, "dev")
    assert text.words == ("Anna", "slept", ".", "He", "ran", ".")
    assert text.sentences == (3, 6)
    assert text.extents == {
        "mention": (Extent(0, 1, "PER.PROP"),),
        "chain": (Extent(0, 1, "ann"),),
        "entity": (Extent(0, 1, "PER"),),
    }
    assert text.tags["event"] == ("O", "O", "O", "O", "B", "O")


def test_semcor_sentences_are_one_text(tmp_path: Path) -> None:
    first = {"tokens": ["He", "ran"], "supersense": ["O", "B-verb.motion"]}
    sentences = [first, {"tokens": ["."], "supersense": ["O"]}]
    write(tmp_path / "semcor" / "dev.jsonl.gz", {"id": "x", "sentences": sentences})
    (text,) = semcor.load(tmp_path, "dev")
    assert (text.words, text.sentences) == (("He", "ran", "."), (2, 3))
    assert text.tags["supersense"] == ("O", "B-verb.motion", "O")


def test_emobank_sentences_are_put_in_the_order_of_their_text(tmp_path: Path) -> None:
    rating = {"valence": 3.0, "arousal": 3.35, "dominance": 2.65}
    found = [
        {"id": "novel_100_120", "text": "He didn’t.", **rating},
        {"id": "letter", "text": "Dear Sir", **rating},
        {"id": "novel_20_99", "text": "Go!", **rating},
    ]
    write(tmp_path / "emobank" / "dev.jsonl.gz", *found)
    letter, novel = emobank.load(tmp_path, "dev")
    assert letter.words == ("Dear", "Sir")
    assert novel.words == ("Go", "!", "He", "did", "n’t", ".")
    assert [round(number, 6) for number in novel.ratings["affect"][0]] == [0.0, 1.0, -1.0]


def test_what_a_run_has_said_comes_back_as_it_was_written(tmp_path: Path) -> None:
    said = Annotated(
        id="x",
        words=("Ada", "slept", "."),
        sentences=(3,),
        tags=dict.fromkeys((*taught.TAGS, "lemma"), ("A", "B", "C")),
        extents={"mention": (Extent(0, 1, "PER.PROP"),), "entity": ()},
        heads=(1, 1, 1),
    )
    path = tmp_path / "taught.jsonl.gz"
    with gzip.open(path, "wt", encoding="utf-8") as lines:
        lines.write(json.dumps(taught.as_record(said)) + "\n")
    (found,) = taught.load(path)
    assert found == replace(said, tags={layer: said.tags[layer] for layer in taught.TAGS})
