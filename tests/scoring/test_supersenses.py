from dataclasses import replace

import pytest

from fabula import read_text
from fabula.document import Tags
from fabula.errors import LayerMissing
from fabula.scoring.supersenses import score_supersenses
from fabula.text import Span
from fabula.world import Story

TEXT = "Mrs. Orme gave up the key."
REFERENCE = {(Span(0, 9), "noun.person"), (Span(10, 17), "verb.possession"), (Span(22, 25), "noun.artifact")}


def test_a_sense_is_right_if_its_words_and_class_are():
    document = read_text(TEXT).document
    labels = ["B-noun.person", "I-noun.person", "B-verb.possession", "", "", "B-noun.cognition", ""]
    read = Story(replace(document, tags={"supersense": Tags("tokens", labels)}))
    scores = score_supersenses(read, REFERENCE)
    assert scores["extent and class"].value == pytest.approx(100 / 3)
    assert scores["extent"].value == pytest.approx(200 / 3)


def test_without_the_model_there_are_none():
    with pytest.raises(LayerMissing):
        score_supersenses(read_text(TEXT), REFERENCE)
