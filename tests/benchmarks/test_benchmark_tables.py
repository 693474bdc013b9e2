from benchmarks.tables import aligned, markdown

ROWS = [("fabula", "9.5"), ("x", "100.0")]


def test_figures_are_set_to_the_right():
    assert aligned(("system", "value"), ROWS).splitlines() == ["system  value", "fabula    9.5", "x       100.0"]


def test_markdown_says_which_columns_are_figures():
    assert markdown(("system", "value"), ROWS).splitlines()[1] == "| --- | ---: |"
