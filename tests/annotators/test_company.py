from collections.abc import Mapping

import pytest

from fabula.annotators.speaking.company import Company
from fabula.annotators.speaking.exchange import Known


def company(**known: Known) -> Company:
    out = Company()
    out.known.update(known)
    out.recent.extend(known)
    return out


ORME = Known(titles=frozenset({"captain"}), acted=40)
DALE = Known(titles=frozenset({"captain"}), named=90)
PELL = Known(titles=frozenset({"doctor"}), heard=70)


@pytest.mark.parametrize(
    ("title", "acting", "found"),
    [
        ("captain", {}, ("orme", 40)),
        ("cap'n", {}, ("orme", 40)),
        ("captain", {"dale": 95}, ("dale", 95)),
        ("doctor", {"orme": 95}, ("pell", 70)),
        ("judge", {"orme": 95}, None),
    ],
)
def test_a_title_means_its_bearer_who_was_last_seen_to_act(
    title: str, acting: Mapping[str, int], found: tuple[str, int] | None
) -> None:
    assert company(orme=ORME, dale=DALE, pell=PELL).bearer(title, acting, {}) == found


@pytest.mark.parametrize(
    ("chapter", "met", "found"),
    [(80, {}, ("dale", 90)), (95, {}, None), (95, {"dale": 97}, ("dale", 97)), (80, {"orme": 97}, None)],
)
def test_who_is_only_named_bears_a_title_in_that_chapter_and_alone(
    chapter: int, met: Mapping[str, int], found: tuple[str, int] | None
) -> None:
    those = company(dale=DALE)
    those.known["orme"] = Known(titles=frozenset({"captain"}))
    those.chapters.append(chapter)
    assert those.bearer("captain", {}, met) == found
