from fabula.document.runs import runs


def test_runs_are_read_from_their_beginning_to_their_end():
    assert list(runs(["B-a", "I-a", "O", "B-b", ""])) == [(0, 2, "a"), (3, 4, "b")]


def test_a_beginning_ends_the_run_before_and_another_label_begins_one():
    assert list(runs(["B-a", "B-a", "I-b"])) == [(0, 1, "a"), (1, 2, "a"), (2, 3, "b")]


def test_there_may_be_none():
    assert list(runs([])) == list(runs(["", "O"])) == []
