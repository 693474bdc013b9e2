from datetime import date

import pytest

from fabula.world import calendar
from fabula.world.calendar import Days, Length


@pytest.mark.parametrize(
    ("value", "length"),
    [
        ("P1D", Length(1, 1, 1)),
        ("P1D/TMO", Length(1, 1, 1)),
        ("P1W", Length(5, 9, 7)),
        ("-P2Y", Length(584, 876, 730)),
        ("PXD", Length(2, None, 4)),
        ("P1W/XXXX-WXX-5", Length(1, 13, 7)),
        ("P1Y/XXXX-SP", Length(1, 729, 365)),
        ("PT5M", Length(0, 1, 0)),
        ("P1D|P2D", Length(1, 2, 1)),
        ("-PX", Length(0, None, 0)),
        ("P1D|PXD", Length(1, None, 1)),
    ],
)
def test_a_length_is_so_many_days(value: str, length: Length) -> None:
    assert calendar.length(value) == length


@pytest.mark.parametrize("value", ["XXXX-WXX-5", "TEV", "1887", "P1D|TEV"])
def test_what_is_no_length_has_none(value: str) -> None:
    assert calendar.length(value) is None


@pytest.mark.parametrize(
    ("value", "first", "last", "has_year"),
    [
        ("1887-09-07", date(1887, 9, 7), date(1887, 9, 7), True),
        ("1887-09-07/TMO", date(1887, 9, 7), date(1887, 9, 7), True),
        ("1888-02", date(1888, 2, 1), date(1888, 2, 29), True),
        ("1887", date(1887, 1, 1), date(1887, 12, 31), True),
        ("XXXX-05-03", date(2001, 5, 3), date(2001, 5, 3), False),
        ("XXXX-WI", date(2001, 12, 1), date(2002, 2, 28), False),
    ],
)
def test_a_date_is_so_many_days_of_the_calendar(value: str, first: date, last: date, has_year: bool) -> None:
    assert calendar.days(value) == Days(first.toordinal(), last.toordinal(), has_year)


@pytest.mark.parametrize(
    "value", ["XXXX-XX-XX", "XXXX-WXX-2", "XXXX", "XXXX-Easter", "TEV", "P1D", "XXXX-02-31", "1900-13"]
)
def test_what_names_no_day_of_the_calendar_has_none(value: str) -> None:
    assert calendar.days(value) is None


def test_a_date_without_a_year_is_in_the_nearest_one() -> None:
    december, january = calendar.days("1887-12-20"), calendar.days("XXXX-01-04")
    assert december
    assert january
    assert date.fromordinal(january.near(december).first) == date(1888, 1, 4)
    assert date.fromordinal(january.after(december).first) == date(1888, 1, 4)


def test_a_month_without_a_year_comes_after_another() -> None:
    june, winter = calendar.days("1887-06"), calendar.days("XXXX-03")
    assert june
    assert winter
    assert date.fromordinal(winter.after(june).first) == date(1888, 3, 1)


def test_between_february_and_march_a_day_may_lie_that_nobody_counts() -> None:
    february, march = date(2001, 2, 27).toordinal(), date(2001, 3, 2).toordinal()
    assert calendar.with_leap_day(february, march) == (3, 4)
    assert calendar.with_leap_day(march, february) == (-4, -3)
    assert calendar.with_leap_day(march, march + 30) == (30, 30)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("P1D/TMO", "1 day, morning"),
        ("-P3Y", "3 years"),
        ("-PX", "some time"),
        ("PXD", "some days"),
        ("P0D/TNI", "the same day, night"),
        ("XXXX-WXX-6/TNI", "Saturday, night"),
        ("1887-09-07", "7 September 1887"),
        ("XXXX-05-03", "3 May"),
        ("XXXX-WI", "winter"),
        ("T09:30|T21:30", "09:30 or 21:30"),
        ("PT20M", "20 minutes"),
        ("XXXX-XX-XX", "a day"),
        ("P1D|P2D", "1 day or 2 days"),
        ("XXXX-Easter", "Easter"),
    ],
)
def test_a_value_is_said_in_words(value: str, words: str) -> None:
    assert calendar.in_words(value) == words
