"""The labels of tempo keep to their own rules (benchmarks/labels/README.md)."""

import json
from collections import Counter
from pathlib import Path

from benchmarks.tempo import scored

ROOT = Path(__file__).parents[2]
LABELS = ROOT / "benchmarks" / "labels" / "tempo.jsonl"
PARAGRAPHS = [json.loads(line) for line in LABELS.read_text(encoding="utf-8").splitlines()]


def test_every_paragraph_has_its_fields_and_allowed_values_and_none_overlaps_another() -> None:
    ends: dict[str, int] = {}
    for one in PARAGRAPHS:
        assert set(one) == {"text", "start", "end", "opens", "drawn", "tempo"}
        assert one["tempo"] in ("scenic", "summary", "pause")
        assert one["drawn"] in ("text", "opening")
        assert ends.get(one["text"], -1) < one["start"] < one["end"]
        ends[one["text"]] = one["end"]


def test_paragraphs_of_our_own_stories_stand_where_they_are_said_to() -> None:
    for one in PARAGRAPHS:
        if "/" in one["text"]:
            text = (ROOT / one["text"]).read_text(encoding="utf-8")[one["start"] : one["end"]]
            assert " ".join(text.split()[:5]) == one["opens"]
            assert "\n\n" not in text


def test_both_halves_hold_enough_of_both_tempos() -> None:
    for half in (PARAGRAPHS[::2], PARAGRAPHS[1::2]):
        counts = Counter(one["tempo"] for one in half)
        assert counts["scenic"] >= 50
        assert counts["summary"] >= 15


def test_a_paragraph_of_which_nothing_is_said_is_no_error_but_is_not_found() -> None:
    labels = [{"tempo": tempo, "half": "held out"} for tempo in ("scenic", "summary", "pause")]
    scores = scored(labels, ["scenic", None, "scenic"])["held out"]
    assert scores["right where it says anything"].value == 50
    assert round(scores["says anything"].value) == 67
    assert round(scores["scenic"].value) == 67
    assert scores["summary"].value == 0
