"""The labels of tense and person keep to their own rules (benchmarks/labels/README.md)."""

import json
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "benchmarks" / "labels" / "telling.jsonl"
PARAGRAPHS = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]
OWN = [paragraph for paragraph in PARAGRAPHS if "/" in paragraph["text"]]


def test_every_paragraph_has_its_fields_and_allowed_values() -> None:
    for paragraph in PARAGRAPHS:
        assert set(paragraph) == {"text", "start", "end", "opens", "tense", "person"}
        assert 0 <= paragraph["start"] < paragraph["end"]
        assert 1 <= len(paragraph["opens"].split()) <= 5
        assert paragraph["tense"] in ("past", "present")
        assert paragraph["person"] in (1, 2, 3)


def test_no_paragraph_stands_twice_or_overlaps_another() -> None:
    ends: dict[str, int] = {}
    for paragraph in sorted(PARAGRAPHS, key=lambda one: (one["text"], one["start"])):
        assert ends.get(paragraph["text"], -1) < paragraph["start"], paragraph
        ends[paragraph["text"]] = paragraph["end"]


def test_paragraphs_of_our_own_stories_stand_where_they_are_said_to() -> None:
    texts = {name: (ROOT / name).read_text(encoding="utf-8") for name in {one["text"] for one in OWN}}
    for paragraph in OWN:
        text, start, end = texts[paragraph["text"]], paragraph["start"], paragraph["end"]
        assert " ".join(text[start:end].split()[:5]) == paragraph["opens"]
        assert text[:start].endswith("\n\n")
        assert text[end:].strip() == "" or text[end:].startswith("\n\n")
        assert "\n\n" not in text[start:end]


def test_there_are_enough_of_every_value() -> None:
    tenses = Counter(paragraph["tense"] for paragraph in PARAGRAPHS)
    people = Counter(paragraph["person"] for paragraph in PARAGRAPHS)
    assert len(PARAGRAPHS) >= 300
    assert len(OWN) >= 80
    assert tenses["past"] >= 15
    assert tenses["present"] >= 15
    assert people[1] >= 15
    assert people[2] >= 8
    assert people[3] >= 15
