from training.reader.annotated import Extent
from training.reader.labelled_runs import runs


def test_runs_are_read_from_their_beginning_to_their_end() -> None:
    assert runs(["B-noun.person", "I-noun.person", "O", "B-verb.motion"]) == [
        Extent(0, 2, "noun.person"),
        Extent(3, 4, "verb.motion"),
    ]


def test_a_beginning_ends_the_run_before() -> None:
    assert runs(["B-a", "B-a"]) == [Extent(0, 1, "a"), Extent(1, 2, "a")]


def test_a_continuation_of_nothing_begins_a_run() -> None:
    assert runs(["O", "I-a", "I-b"]) == [Extent(1, 2, "a"), Extent(2, 3, "b")]


def test_labels_without_a_kind_are_runs_too() -> None:
    assert runs(["O", "B"]) == [Extent(1, 2, "")]
