from fabula.layers import Scene, Whereabouts
from fabula.layers.whereabouts import WhereaboutsHow
from fabula.text import Span
from fabula.world.whereabouts import WhereEverybodyIs


def is_where(start: int, entity: str, how: WhereaboutsHow, place: str) -> Whereabouts:
    return Whereabouts(
        id=f"wh{start}",
        evidence=(Span(start, start + 1),),
        known_at=start + 1,
        made_by="test",
        entity=entity,
        place=place,
        how=how,
    )


def begins(start: int, confidence: float | None = None) -> Scene:
    return Scene(
        id=f"sc{start}",
        evidence=(Span(start, start + 1),),
        known_at=start + 1,
        made_by="test",
        start=start,
        reason="unmarked" if confidence else "division",
        confidence=confidence,
    )


MOVES = (is_where(5, "e1", "towards", "p1"), is_where(7, "e2", "at", "p2"), is_where(15, "e1", "arrives", "p1"))


def made() -> WhereEverybodyIs:
    told = WhereEverybodyIs()
    for claim in (begins(0), *MOVES[:2], begins(10), MOVES[2], begins(17, 0.1), begins(20)):
        told.add(claim)
    return told


def test_the_last_that_was_told_holds() -> None:
    assert made().last("e1", str) == MOVES[2]
    assert made().history("e1", str) == (MOVES[0], MOVES[2])
    assert made().last("e3", str) is None
    assert made().latest(str) == MOVES[1:]


def test_its_age_is_counted_in_scenes_that_are_sure() -> None:
    assert [made().age(one) for one in MOVES] == [2, 2, 1]


def test_who_was_merged_is_one() -> None:
    assert made().history("e1", lambda _: "e1") == MOVES
    assert made().latest(lambda _: "e1") == MOVES[2:]


def test_a_scene_takes_place_where_somebody_is_and_not_where_they_only_go() -> None:
    assert [made().place(scene, str) for scene in range(3)] == ["p2", "p1", None]
