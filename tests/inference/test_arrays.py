from collections.abc import Sequence

from fabula.inference.arrays import LONGEST, arrays
from fabula.inference.senses import Senses
from fabula.inference.vocabulary import Vocabulary


class Letters:
    """Word pieces that are letters."""

    BEGIN, END, PAD = 1, 2, 0

    def of(self, word: str) -> tuple[int, ...]:
        return tuple(map(ord, word))


KNOWN = Vocabulary(Letters(), Senses({"c": 5}))  # type: ignore[arg-type]


def given(*texts: tuple[Sequence[str], Sequence[int]]) -> dict[str, list[list[int]]]:
    return {name: value.tolist() for name, value in arrays(texts, KNOWN).items()}


def test_words_become_pieces_shapes_senses_places_and_sentences() -> None:
    assert given((["Ab", "c", "D"], [2, 3])) == {
        "pieces": [[101, 65, 98, 99, 68, 102]],
        "shapes": [[4, 1, 1, 0, 1, 4]],
        "senses": [[0, 0, 0, 5, 0, 0]],
        "firsts": [[1, 3, 4]],
        "sentences": [[0, 0, 1]],
    }


def test_a_shorter_window_is_filled_up() -> None:
    both = given((["ab", "c"], [2]), (["d"], [1]))
    assert both["pieces"][1] == [101, 100, 102, 0, 0]
    assert both["shapes"][1] == [4, 0, 4, 4, 4]
    assert both["senses"][1] == [0, 0, 0, 0, 0]
    assert both["firsts"][1] == [1, 0]
    assert both["sentences"][1] == [0, -1]


def test_what_lies_behind_the_limit_is_cut_off() -> None:
    long = given((["a" * LONGEST, "b", "c"], [3]))
    assert len(long["pieces"][0]) == LONGEST + 2
    assert long["firsts"] == [[1, LONGEST, LONGEST]]
