"""The commands, run on a corpus of one small text."""

import gzip
import json
from pathlib import Path

import pytest

from benchmarks import figures, leaks, litbank, pdnc, results, times
from benchmarks.corpora import given_characters, load

TEXT = '"It rains," said Ada.\n\n"It always rains," said Bram.\n\n"Then we stay here," said Ada.\n\nNobody left.\n'


def piece(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def quotation(words: str, speaker: str, *addressees: str) -> dict[str, object]:
    return {
        "id": words,
        "spans": [piece(words)],
        "speaker": speaker,
        "addressees": list(addressees),
        "type": "explicit",
        "mentions": [],
    }


PDNC = {
    "id": "Rain",
    "text": TEXT,
    "quotes": [
        quotation("It rains,", "ada", "bram"),
        quotation("It always rains,", "bram", "ada", "_group"),
        quotation("Then we stay here,", "_unknowable"),
    ],
    "characters": [
        {"id": "ada", "name": "Ada", "aliases": ["Ada"], "gender": "F", "category": "major"},
        {"id": "bram", "name": "Bram", "aliases": ["Bram"], "gender": "X", "category": "minor"},
        {"id": "_group", "name": "_group", "aliases": [], "gender": "X", "category": "minor"},
    ],
}
ADA = piece("Ada")
LITBANK = {
    "id": "rain",
    "text": TEXT,
    "quotes": [{"id": "1", "spans": [piece('"It rains,"')], "speaker": "a"}],
    "mentions": [
        {"start": ADA[0], "end": ADA[1], "entity": "a", "type": "PER", "kind": "PROP"},
        {"start": 0, "end": 2, "entity": "b", "type": "LOC", "kind": "NOM"},
    ],
}


@pytest.fixture(autouse=True)
def corpora(tmp_path, monkeypatch):
    for name, values in (("pdnc.dev", PDNC), ("litbank.dev", LITBANK)):
        with gzip.open(tmp_path / f"{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.write(json.dumps(values) + "\n")
    monkeypatch.setenv("FABULA_CORPORA", str(tmp_path))
    monkeypatch.setattr(results, "FOLDER", tmp_path / "results")
    monkeypatch.setattr(figures, "FOLDER", tmp_path / "results")


def test_labels_that_name_nobody_are_no_characters():
    (reference,) = load("pdnc.dev").references
    assert [character.id for character in reference.characters] == ["ada", "bram"]
    assert [quotation.speaker for quotation in reference.quotations] == ["ada", "bram", None]
    assert reference.quotations[1].addressees == ("ada",)


def test_given_cast_is_closed_and_states_only_known_pronouns():
    given = given_characters(load("pdnc.dev").references[0])
    assert given.closed
    assert [one.pronouns.name if one.pronouns else None for one in given.characters] == ["she", None]


def test_only_persons_are_mentions():
    (reference,) = load("litbank.dev").references
    assert [mention.character for mention in reference.mentions] == ["a"]


def test_missing_corpus_says_where_to_put_it():
    with pytest.raises(SystemExit, match="set FABULA_CORPORA"):
        load("pdnc.train")


def test_pdnc_prints_a_line_for_each_measure_and_keeps_them(capsys, tmp_path):
    pdnc.main(pdnc.parser().parse_args(["dev", "--date", "2001-02-03", "--errors", "5"]))
    printed = capsys.readouterr().out
    assert "quotations: pieces, exact" in printed
    kept = json.loads((tmp_path / "results" / "2001-02-03-pdnc-dev.json").read_text(encoding="utf-8"))
    row = next(row for row in kept["rows"] if row["measure"] == "speakers: all" and row["system"] == "fabula")
    assert (row["n"], row["given"]) == (2, "nothing")
    assert kept["texts"]["Rain"]["quotations: pieces, exact"] == 100
    assert "| quotations, exact F1 | 79.8 | 100 |" in figures.table()


def test_quick_run_keeps_nothing(capsys, tmp_path):
    pdnc.main(pdnc.parser().parse_args(["dev", "--quick", "--given", "characters", "--confusions", "3"]))
    assert capsys.readouterr().out.splitlines()[1].startswith("Rain")
    assert not (tmp_path / "results").exists()


def test_litbank_prints_mentions_by_kind(capsys):
    litbank.main(litbank.parser().parse_args(["dev", "--no-result"]))
    assert "mentions: proper mentions" in capsys.readouterr().out


def test_times_are_scored_where_they_were_labelled(monkeypatch, capsys, tmp_path):
    text = "It rained all night. The next morning Ada left. She came back on Tuesday.\n"
    labelled = [
        {"start": 10, "end": 19, "words": "all night", "kind": "duration", "value": "P1TNI"},
        {"start": 21, "end": 37, "words": "The next morning", "kind": "offset", "value": "P2D/TMO"},
    ]
    labels = tmp_path / "times.jsonl"
    labels.write_text(json.dumps({"text": "Rain", "start": 0, "end": 48, "times": labelled}) + "\n", encoding="utf-8")
    with gzip.open(tmp_path / "pdnc.dev.jsonl.gz", "wt", encoding="utf-8") as file:
        file.write(json.dumps({**PDNC, "text": text, "quotes": []}) + "\n")
    monkeypatch.setattr(times, "LABELS", labels)
    times.main(times.parser().parse_args(["--rules-only", "--date", "2001-02-03"]))
    kept = json.loads((tmp_path / "results" / "2001-02-03-times-rules-only.json").read_text(encoding="utf-8"))
    values = {row["measure"]: (row["value"], row["n"]) for row in kept["rows"] if row["system"] == "fabula"}
    assert values["extent and kind"] == (100, 2)
    assert values["found and normalised"] == (50, 2)
    assert "must reach" in capsys.readouterr().out


def test_figures_go_between_the_marks_of_a_file(tmp_path):
    pdnc.main(pdnc.parser().parse_args(["dev"]))
    page = tmp_path / "page.md"
    page.write_text("before\n<!-- figures -->\nold\n<!-- /figures -->\nafter\n", encoding="utf-8")
    figures.main(figures.parser().parse_args(["--write", str(page)]))
    text = page.read_text(encoding="utf-8")
    assert text.startswith("before\n<!-- figures -->\n|")
    assert text.endswith("<!-- /figures -->\nafter\n")
    assert "old" not in text


def test_no_cut_of_a_story_differs(capsys):
    leaks.main(leaks.parser().parse_args(["--docs", "Rain", "--stories", "nowhere"]))
    assert "Rain: 0 of 1 cuts differ" in capsys.readouterr().out


def test_a_view_that_knows_more_is_reported(monkeypatch, capsys, tmp_path):
    later = tmp_path / "later.txt"
    later.write_text(TEXT, encoding="utf-8")
    monkeypatch.setattr(
        leaks, "read_source", lambda source, rules_only: leaks.fabula.read_text(source.text + "And then?\n")
    )
    options = leaks.parser().parse_args([str(Path(later))])
    with pytest.raises(SystemExit, match="hold what comes later"):
        leaks.main(options)
    assert "1 of 1 cuts differ" in capsys.readouterr().out
