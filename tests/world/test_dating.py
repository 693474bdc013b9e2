from typing import Any

from fabula.layers import Scene, TimeRelation
from fabula.text import Span
from fabula.world import Stretch, Timeline
from fabula.world.dating import timeline

END = 1000


def scene(start: int, confidence: float | None = None) -> Scene:
    return Scene(
        id=f"sc{start}",
        evidence=(Span(start, start + 9),),
        known_at=END,
        made_by="hand",
        confidence=confidence,
        start=start,
        reason="division",
    )


def moved(start: int, relation: Any, value: str, to: int | None = None, by: str | None = None) -> TimeRelation:
    return TimeRelation(
        id=f"tr{start}{relation}{value}",
        evidence=(Span(start, start + 5),),
        known_at=END,
        made_by="hand",
        start=start,
        relation=relation,
        value=value,
        to=to,
        by=by,
    )


def made(*claims: Scene | TimeRelation) -> Timeline:
    return timeline(
        [one for one in claims if isinstance(one, Scene)], [one for one in claims if isinstance(one, TimeRelation)], END
    )


def days(timeline: Timeline) -> list[tuple[int | None, int | None]]:
    return [tuple(one.bounds) for one in timeline.stretches]


def starts(stretches: tuple[Stretch, ...]) -> list[int]:
    return [one.start for one in stretches]


def test_nothing_told_has_no_time() -> None:
    assert made() == Timeline((), (), ())


def test_what_is_told_later_is_no_earlier_where_nothing_is_said() -> None:
    told = made(scene(0), scene(100))
    assert days(told) == [(0, 0), (0, None)]
    assert [one.is_said for one in told.stretches] == [False, False]
    assert [(one.start, one.end, one.scene) for one in told.stretches] == [(0, 100, "sc0"), (100, END, "sc100")]


def test_days_are_counted_from_one_another() -> None:
    told = made(scene(0), moved(50, "after", "P1D/TMO", 0), scene(100), moved(100, "after", "P2D", 50))
    assert days(told) == [(0, 0), (1, 1), (3, 3)]
    assert [one.scene for one in told.stretches] == ["sc0", "sc0", "sc100"]
    assert told.stretches[1].part_of_day == "morning"
    assert told.at(99) == told.stretches[1]


def test_a_scene_that_is_not_sure_opens_no_stretch() -> None:
    assert starts(made(scene(0), scene(100, 0.2)).stretches) == [0]


def test_a_flashback_happens_before_what_it_leaves_and_ends_where_the_story_returns() -> None:
    told = made(scene(0), scene(100), moved(150, "before", "-P3D", 100), moved(180, "same", "P0D", 100), scene(200))
    assert starts(told.in_story_order) == [0, 150, 100, 180, 200]
    assert [one.left for one in told.stretches] == [None, None, 100, None, None]
    # Only three days are known; that the flashback happens behind the first scene is the order of telling.
    assert told.stretches[3].bounds == told.stretches[1].bounds


def test_a_flashback_of_unknown_length_happens_right_before_what_it_leaves() -> None:
    told = made(scene(0), scene(100), moved(150, "before", "-PX", 100), moved(180, "same", "P0D", 100))
    assert starts(told.in_story_order) == [0, 150, 100, 180]
    assert told.stretches[2].bounds == (None, 0), "at the latest when the story left"


def test_a_long_flashback_happens_before_all_that_is_told() -> None:
    told = made(scene(0), scene(100), moved(150, "before", "-P6Y", 100), scene(200))
    assert starts(told.in_story_order) == [150, 0, 100, 200]


def test_a_scene_ends_a_flashback() -> None:
    told = made(scene(0), moved(50, "before", "-P6Y", 0), scene(100))
    assert told.stretches[2].left is None
    assert told.stretches[2].bounds.low == 0


def test_the_entries_of_two_diaries_are_put_together() -> None:
    told = made(
        *(scene(start) for start in (0, 100, 200, 300)),
        moved(0, "dated", "XXXX-05-03"),
        moved(100, "dated", "XXXX-05-28"),
        moved(200, "dated", "XXXX-05-10"),
        moved(300, "dated", "XXXX-06-02"),
    )
    assert days(told) == [(0, 0), (25, 25), (7, 7), (30, 30)]
    assert starts(told.in_story_order) == [0, 200, 100, 300]


def test_a_diary_goes_on_into_the_next_year() -> None:
    told = made(scene(0), moved(0, "dated", "1887-12-30"), scene(100), moved(100, "dated", "XXXX-01-02"))
    assert days(told)[1] == (3, 3)


def test_a_month_is_the_next_one_of_its_name() -> None:
    told = made(scene(0), moved(0, "on", "XXXX-06"), scene(100), moved(100, "on", "XXXX-03/TEV"))
    assert days(told)[1] == (244, None), "from the last of June to the first of March"
    assert not told.stretches[1].is_said


def test_a_weekday_is_the_next_one_or_a_later_one() -> None:
    told = made(scene(0), moved(0, "on", "XXXX-WXX-5"), scene(100), moved(100, "on", "XXXX-WXX-1"))
    assert days(told)[1] == (3, None)
    assert [one.weekday for one in told.stretches] == [4, 0]


def test_a_weekday_that_the_days_between_deny_clashes() -> None:
    told = made(
        scene(0),
        moved(0, "on", "XXXX-WXX-1"),
        scene(100),
        moved(100, "after", "P1D", 0),
        scene(200),
        moved(200, "same", "P0D/TEV", 100),
        moved(200, "on", "XXXX-WXX-4"),
    )
    assert [[one.start for one in clash.claims] for clash in told.clashes] == [[0, 100, 200, 200]]


def test_weekdays_that_fit_do_not_clash() -> None:
    told = made(
        scene(0),
        moved(0, "on", "XXXX-WXX-7"),
        scene(100),
        moved(100, "after", "P1D", 0),
        moved(100, "on", "XXXX-WXX-1"),
    )
    assert not told.clashes
    assert [one.weekday for one in told.stretches] == [6, 0]


def test_dates_that_the_days_between_deny_clash_and_the_first_told_holds() -> None:
    told = made(
        scene(0),
        moved(0, "dated", "1887-05-03"),
        scene(100),
        moved(100, "after", "P1D", 0),
        moved(100, "dated", "1887-05-09"),
    )
    assert [[one.value for one in clash.claims] for clash in told.clashes] == [["1887-05-03", "P1D", "1887-05-09"]]
    assert days(told)[1] == (1, 1)


def test_what_somebody_says_is_the_day_is_theirs_and_moves_nothing() -> None:
    told = made(scene(0), moved(0, "on", "XXXX-WXX-2"), moved(60, "on", "XXXX-WXX-3", by="e1"))
    assert starts(told.stretches) == [0]
    assert not told.clashes
    assert [(one.stretch.start, one.agrees) for one in told.sayings] == [(0, False)]
    assert [one.agrees for one in made(scene(0), moved(60, "on", "XXXX-WXX-3", by="e1")).sayings] == [None]
