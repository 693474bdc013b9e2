"""Text put together again from words."""

import gzip
import json
from dataclasses import replace

import pytest

from benchmarks import emobank, ewt, results, semcor
from benchmarks.treebank import texts
from fabula.document import Numbers, Tags
from fabula.pipeline import read_text
from fabula.world import Story

LINES = """\
# newdoc id = rain
# newpar id = 1
# text = "Don't go.
1\t"\t"\tPUNCT\t_\t_\t4\tpunct\t_\tSpaceAfter=No
2-3\tDon't\t_\t_\t_\t_\t_\t_\t_\t_
2\tDo\tdo\tAUX\t_\t_\t4\taux\t_\t_
3\tn't\tnot\tPART\t_\t_\t4\tadvmod\t_\t_
4\tgo\tgo\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t_\t_\t4\tpunct\t_\t_

# newpar id = 2
# text = Rain.
1\tRain\train\tNOUN\t_\t_\t0\troot\t_\tSpaceAfter=No
2\t.\t.\tPUNCT\t_\t_\t1\tpunct\t_\t_

# newdoc id = sun
# newpar
1\tSun\tsun\tNOUN\t_\t_\t0\troot\t_\t_
"""
SENTENCE = {"tokens": ["``", "Rain", "''", ",", "she", "did", "n't", "say", "(", "twice", ")", "."]}
SEMCOR = {"id": "a", "sentences": [SENTENCE | {"supersense": ["O", "B-noun.phenomenon", *["O"] * 10]}]}
EMOBANK = [
    {
        "id": f"letter_{start}_{start + 9}",
        "category": "letters",
        "text": text,
        "valence": 3,
        "arousal": 3,
        "dominance": 3,
    }
    for start, text in ((100, "Later  on."), (20, "At first."))
]


@pytest.fixture(autouse=True)
def corpora(tmp_path, monkeypatch):
    for name in ("ewt", "semcor", "emobank"):
        (tmp_path / name).mkdir()
    lines = {"semcor": [SEMCOR], "emobank": EMOBANK}
    for name, records in lines.items():
        with gzip.open(tmp_path / name / "dev.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(record) + "\n" for record in records)
    with gzip.open(tmp_path / "ewt" / "en_ewt-ud-dev.conllu.gz", "wt", encoding="utf-8") as file:
        file.write(LINES)
    monkeypatch.setenv("FABULA_CORPORA", str(tmp_path))
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")


def test_a_treebanks_paragraphs_are_put_together_from_its_words(tmp_path):
    rain, sun = texts(tmp_path / "ewt" / "en_ewt-ud-dev.conllu.gz")
    assert (rain.id, rain.paragraphs) == ("rain", ("\"Don't go.", "Rain."))
    assert (sun.id, sun.paragraphs) == ("sun", ("Sun",))


def test_words_alone_are_printed_as_in_a_book():
    text, spans = semcor.printed(SENTENCE["tokens"])
    assert text == "“Rain”, she didn't say (twice)."
    assert [span.of(text) for span in spans][5:8] == ["did", "n't", "say"]


def test_an_id_says_where_in_which_text_a_sentence_stands():
    assert emobank.place("letter_20_29") == ("letter", 20)
    assert emobank.place("letter") == ("letter", 0)


@pytest.mark.parametrize("command", [ewt, semcor, emobank])
def test_a_reading_by_rules_is_reported_as_one(command, monkeypatch):
    monkeypatch.setattr(command, "read_text", by_rules)
    with pytest.raises(SystemExit, match="Read by rules only: no such layer"):
        command.main(command.parser().parse_args(["dev"]))


@pytest.mark.parametrize(
    ("command", "measure"),
    [(ewt, "grammar: UPOS"), (semcor, "supersenses: extent and class"), (emobank, "affect: valence")],
)
def test_figures_are_printed_and_kept(command, measure, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(command, "read_text", with_model)
    command.main(command.parser().parse_args(["dev", "--date", "2001-02-03"]))
    assert measure in capsys.readouterr().out
    name = command.__name__.rsplit(".", 1)[-1]
    kept = json.loads((tmp_path / "results" / f"2001-02-03-{name}-dev.json").read_text(encoding="utf-8"))
    assert measure in {row["measure"] for row in kept["rows"] if row["system"] == "fabula"}


def by_rules(text: str) -> Story:
    """A reading without the model."""
    return Story(replace(read_text(text).document, tags={}, numbers={}))


def with_model(text: str) -> Story:
    """A reading in which every word is a noun, a root, and a cognition."""
    document = read_text(text).document
    count = len(document.tokens)
    labels = {"pos": "NOUN", "relation": "root", "supersense": "B-noun.cognition"}
    tags = {name: Tags("tokens", [label] * count) for name, label in labels.items()}
    rated = {
        name: Numbers("sentences", [300] * len(document.sentences)) for name in ("valence", "arousal", "dominance")
    }
    return Story(replace(document, tags=tags, numbers={"head": Numbers("tokens", range(count)), **rated}))
