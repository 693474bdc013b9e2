import dataclasses
from typing import Any

from fabula.document import Document, Layer
from fabula.layers import Level, Tempo, TimeRelation
from fabula.pipeline import read_text
from fabula.text import Span
from fabula.world.levels import level_of
from fabula.world.scenes import manner

TEXT = "Mara walked down to the weir and sat on the wall.\n\nThe mill stood dark, and she threw stones at its door.\n"
FIRST, SECOND = (0, TEXT.index("\n")), (TEXT.index("The mill"), len(TEXT) - 1)
KNOWN: dict[str, Any] = {"evidence": (Span(0, 4),), "known_at": len(TEXT), "made_by": "test"}


def with_claims(*claims: Level | Tempo | TimeRelation) -> Document:
    document = read_text(TEXT).document
    made = {record: [one for one in claims if type(one) is record] for record in (Level, Tempo, TimeRelation)}
    layers = {**document.layers, **{record: Layer(record, some) for record, some in made.items()}}
    return dataclasses.replace(document, layers=layers)


def tempo(number: int, where: tuple[int, int], kind: Any) -> Tempo:
    return Tempo(id=f"tm{number}", start=where[0], end=where[1], tempo=kind, **KNOWN)


def test_a_scene_is_on_the_main_level_where_nothing_says_otherwise() -> None:
    assert level_of(with_claims(), 0, len(TEXT)) == "main"


def test_a_story_read_by_rules_says_nothing_of_levels() -> None:
    assert level_of(read_text(TEXT, rules_only=True).document, 0, len(TEXT)) is None


def test_a_scene_that_is_mostly_a_letter_is_a_letter() -> None:
    document = with_claims(Level(id="lv1", start=SECOND[0], end=SECOND[1], level="letter", **KNOWN))
    assert level_of(document, 0, len(TEXT)) == "letter"
    assert level_of(document, *FIRST) == "main"


def test_a_flashback_lasts_until_the_story_returns() -> None:
    back = TimeRelation(id="tr1", start=0, relation="before", value="-P1Y", to=0, **KNOWN)
    again = TimeRelation(id="tr2", start=10, relation="same", value="P0D", to=0, **KNOWN)
    assert level_of(with_claims(back), 0, len(TEXT)) == "analepsis"
    assert level_of(with_claims(back, again), 0, len(TEXT)) == "main"


def test_who_says_that_something_was_earlier_makes_no_flashback() -> None:
    said = TimeRelation(id="tr1", start=0, relation="before", value="-P1Y", by="e1", **KNOWN)
    assert level_of(with_claims(said), 0, len(TEXT)) == "main"


def test_the_tempo_of_a_scene_is_that_of_most_of_it_or_none() -> None:
    def pooled(*claims: Tempo) -> str | None:
        return manner(with_claims(*claims), 0, len(TEXT), str).tempo

    assert pooled() is None
    assert pooled(tempo(1, FIRST, "summary")) is None
    assert pooled(tempo(1, FIRST, "summary"), tempo(2, SECOND, "summary")) == "summary"
    assert pooled(tempo(1, FIRST, "scenic"), tempo(2, SECOND, "summary")) is None
    assert pooled(tempo(1, (0, 10), "summary"), tempo(2, (20, 25), "summary")) is None
