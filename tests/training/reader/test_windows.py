from hypothesis import given
from hypothesis import strategies as st

from training.reader.annotated import Annotated
from training.reader.windows import windows


def text(*lengths: int) -> Annotated:
    ends = tuple(sum(lengths[: number + 1]) for number in range(len(lengths)))
    return Annotated(id="t", words=tuple(f"w{number}" for number in range(ends[-1])), sentences=ends)


def lengths(parts: list[Annotated]) -> list[list[int]]:
    return [[end - start for start, end in part.bounds()] for part in parts]


def test_windows_hold_whole_sentences_up_to_the_limit() -> None:
    assert lengths(list(windows(text(3, 3, 3, 3), lambda word: 1, limit=7))) == [[3, 3], [3, 3]]


def test_the_first_window_may_be_smaller() -> None:
    assert lengths(list(windows(text(3, 3, 3, 3), lambda word: 1, limit=9, first=4))) == [[3], [3, 3, 3]]


def test_pieces_count_and_not_words() -> None:
    assert lengths(list(windows(text(2, 2), lambda word: 3, limit=8))) == [[2], [2]]


def test_a_sentence_over_the_limit_is_a_window_of_its_own() -> None:
    assert lengths(list(windows(text(2, 20, 2), lambda word: 1, limit=5))) == [[2], [20], [2]]


@given(st.lists(st.integers(1, 12), min_size=1, max_size=20), st.integers(1, 15), st.integers(1, 15))
def test_windows_lose_nothing(sizes: list[int], limit: int, first: int) -> None:
    whole = text(*sizes)
    parts = list(windows(whole, lambda word: 1, limit=limit, first=first))
    assert tuple(word for part in parts for word in part.words) == whole.words
    assert [size for part in lengths(parts) for size in part] == sizes
    assert all(len(part.words) <= limit or len(part.sentences) == 1 for part in parts[1:])
