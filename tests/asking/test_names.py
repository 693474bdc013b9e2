import dataclasses

import pytest
from by_hand import find
from by_hand import story as by_hand

from fabula.asking.names import called
from fabula.document import Layer
from fabula.errors import QuestionError
from fabula.layers import Mention
from fabula.text import Span
from fabula.world import Story


def story(*meant: tuple[Span, str]) -> Story:
    """The story by hand in which some words mean somebody too."""
    document = by_hand().document
    known = len(document.source.text)
    more = [
        Mention(id=f"m{n}", evidence=(span,), known_at=known, made_by="hand", kind="nominal", entity=entity)
        for n, (span, entity) in enumerate(meant, 100)
    ]
    mentions = Layer(Mention, [*document.layer(Mention), *more])
    return Story(dataclasses.replace(document, layers={**document.layers, Mention: mentions}))


def test_a_name_an_alias_or_part_of_one_is_enough() -> None:
    assert [called(story(), who).name for who in ("Ada", "vane")] == ["Ada", "Mrs. Vane"]


def test_words_that_mostly_mean_somebody_call_them() -> None:
    assert called(story((find("guests"), "e2")), "Guests").name == "Ada"


def test_words_that_mean_one_as_often_as_another_call_nobody() -> None:
    told = story((find("are"), "e1"), (find("are", "They "), "e2"))
    with pytest.raises(QuestionError, match="Nobody is called “are” here"):
        called(told, "are")
