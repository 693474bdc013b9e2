"""Runs of words from labels such as `B-noun.person`, `I-noun.person`, `O`."""

from collections.abc import Iterable

from fabula.document.runs import runs as bare_runs
from training.reader.annotated import Extent


def runs(labels: Iterable[str]) -> list[Extent]:
    """The runs; an `I-` that continues nothing begins one."""
    return [Extent(*run) for run in bare_runs(labels)]
