import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.inference.windows import windows


@pytest.mark.parametrize(
    ("sizes", "limit", "expected"),
    [
        ([], 5, []),
        ([3], 5, [(0, 1)]),
        ([3, 3, 3, 3], 7, [(0, 2), (2, 4)]),
        ([2, 20, 2], 5, [(0, 1), (1, 2), (2, 3)]),
        ([9, 1], 5, [(0, 1), (1, 2)]),
    ],
)
def test_windows_hold_whole_sentences(sizes: list[int], limit: int, expected: list[tuple[int, int]]) -> None:
    assert list(windows(sizes, limit)) == expected


@given(st.lists(st.integers(1, 12), max_size=30), st.integers(1, 15), st.integers(1, 15))
def test_every_sentence_is_in_one_window_and_none_is_too_full(sizes: list[int], limit: int, first: int) -> None:
    cut = list(windows(sizes, limit, first=first))
    assert [number for begun, end in cut for number in range(begun, end)] == list(range(len(sizes)))
    for begun, end in cut:
        assert end - begun == 1 or sum(sizes[begun:end]) <= (first if begun == 0 else limit)
