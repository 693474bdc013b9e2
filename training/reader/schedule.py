"""Which windows are read in which step: decided before the run, so that a stopped run goes on as if it had not been."""

from collections.abc import Mapping, Sequence
from random import Random

from training.reader.annotated import Annotated
from training.reader.windows import Count, windows

LEAST = 60
"""Word pieces of the smallest first window."""
TOGETHER = 128
"""So many windows, neighbours in time, are sorted by their length to be read together."""


def schedule(
    corpora: Mapping[str, Sequence[Annotated]], passes: Mapping[str, float], count: Count, *, limit: int, seed: int
) -> list[Annotated]:
    """All windows of all passes, each corpus spread evenly over the run.

    Every pass cuts a text at other sentences, as its first window has another length. The last pass may be a part.
    """
    random = Random(seed)
    timed: list[tuple[float, Annotated]] = []
    for name in sorted(passes):
        done = 0
        while done < passes[name]:
            for text in corpora[name]:
                if random.random() < passes[name] - done:
                    for window in windows(text, count, limit=limit, first=random.randint(LEAST, limit)):
                        timed.append(((done + random.random() * min(1.0, passes[name] - done)) / passes[name], window))
            done += 1
    return [window for _, window in sorted(timed, key=lambda pair: pair[0])]


def steps(found: Sequence[Annotated], count: Count, *, most: int, seed: int) -> list[list[Annotated]]:
    """The windows of each step: neighbours in the plan and alike in length, `most` word pieces with the padding."""
    random = Random(seed)
    out: list[list[Annotated]] = []
    for begin in range(0, len(found), TOGETHER):
        sized = [(sum(map(count, window.words)) + 2, window) for window in found[begin : begin + TOGETHER]]
        some: list[list[Annotated]] = [[]]
        for size, window in sorted(sized, key=lambda pair: pair[0]):
            if some[-1] and size * (len(some[-1]) + 1) > most:
                some.append([])
            some[-1].append(window)
        random.shuffle(some)
        out += some
    return out
