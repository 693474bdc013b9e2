from dataclasses import replace

import pytest

from fabula.document import Layer
from fabula.layers import EntityPhrase, EntityType, Event, Expression, MentionKind
from fabula.scoring import Reference, ReferenceExpression, score
from fabula.scoring.expressions import score_events, score_expressions, score_phrases
from fabula.world import Story
from scoring.stories import StoryMaker

TEXT = "Ada saw the old house of her aunt."
MAKER = StoryMaker(TEXT)
REFERENCE = Reference(
    "house",
    TEXT,
    (),
    expressions=(
        ReferenceExpression(MAKER.span("Ada"), "person", "proper"),
        ReferenceExpression(MAKER.span("the old house of her aunt"), "facility", "nominal"),
        ReferenceExpression(MAKER.span("her"), "person", "pronominal"),
        ReferenceExpression(MAKER.span("her aunt"), "person", "nominal"),
    ),
    phrases=(
        ReferenceExpression(MAKER.span("Ada"), "person"),
        ReferenceExpression(MAKER.span("the old house of her aunt"), "facility"),
    ),
    events=(MAKER.span("saw"),),
)


def read() -> Story:
    """A reading that takes one kind wrongly, cuts one phrase short, and finds an event too many."""
    known = {"known_at": len(TEXT), "made_by": "hand"}
    expressions: list[tuple[str, EntityType, MentionKind]] = [
        ("Ada", "person", "nominal"),
        ("her", "person", "pronominal"),
        ("her aunt", "person", "nominal"),
    ]
    phrases: list[tuple[str, EntityType]] = [("Ada", "person"), ("the old house", "facility")]
    document = MAKER.story().document
    layers = {
        Expression: Layer(
            Expression,
            [
                Expression(id=f"x{n}", evidence=(MAKER.span(words),), type=type_, kind=kind, **known)
                for n, (words, type_, kind) in enumerate(expressions)
            ],
        ),
        EntityPhrase: Layer(
            EntityPhrase,
            [
                EntityPhrase(id=f"ep{n}", evidence=(MAKER.span(words),), type=type_, **known)
                for n, (words, type_) in enumerate(phrases)
            ],
        ),
        Event: Layer(
            Event, [Event(id=f"ev{n}", evidence=(MAKER.span(word),), **known) for n, word in enumerate(("saw", "old"))]
        ),
    }
    return Story(replace(document, layers={**document.layers, **layers}))


def test_an_expression_is_right_if_its_words_type_and_kind_are():
    scores = score_expressions(read(), REFERENCE)
    assert scores["extent, type and kind"].value == pytest.approx(400 / 7)
    assert scores["extent"].value == pytest.approx(600 / 7)


def test_a_phrase_is_right_if_its_words_and_type_are():
    assert score_phrases(read(), REFERENCE)["extent and type"].value == 50


def test_events_are_single_words():
    events = score_events(read(), REFERENCE)["words"]
    assert (events.recall, events.precision) == (100, 50)


def test_what_was_not_looked_for_has_no_score():
    document = MAKER.story().document
    layers = {record: layer for record, layer in document.layers.items() if record not in (Expression, Event)}
    bare = score(Story(replace(document, layers=layers)), REFERENCE)
    assert not {"expressions", "events"} & bare.tasks.keys()
    assert {"expressions", "entity phrases", "events"} <= score(read(), REFERENCE).tasks.keys()
