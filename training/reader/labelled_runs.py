"""Runs of words from labels such as `B-noun.person`, `I-noun.person`, `O`."""

from collections.abc import Iterable

from training.reader.annotated import Extent


def runs(labels: Iterable[str]) -> list[Extent]:
    """The runs; an `I-` that continues nothing begins one."""
    out: list[Extent] = []
    for number, label in enumerate(labels):
        if label == "O":
            continue
        mark, _, kind = label.partition("-")
        if mark == "I" and out and out[-1].end == number and out[-1].label == kind:
            out[-1] = out[-1]._replace(end=number + 1)
        else:
            out.append(Extent(number, number + 1, kind))
    return out
