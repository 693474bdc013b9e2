"""What is said of every token or sentence: columns beside the columns of spans, never objects."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any


class Tags(Sequence[str]):
    """One label for each span of some columns, as places in a table of labels; "" where there is none.

    `over` names the columns: `tokens` or `sentences`. `labels` are in the order of their first use, so equal labels
    make equal tables. `codes` holds the place of each span's label.
    """

    def __init__(self, over: str, labels: Iterable[str] = ()) -> None:
        self.over = over
        self.labels: list[str] = []
        self.codes = array("i")
        self._places: dict[str, int] = {}
        self.extend(labels)

    @classmethod
    def packed(cls, over: str, labels: Iterable[str], codes: "array[int]") -> "Tags":
        """Tags from their table and the place of each span's label in it. `ValueError` if they do not fit."""
        out = cls(over)
        out.labels, out.codes = list(labels), codes
        out._places = {label: place for place, label in enumerate(out.labels)}
        if codes and not 0 <= min(codes) <= max(codes) < len(out.labels):
            raise ValueError("a tag has a label that is not in the table")
        return out

    def extend(self, labels: Iterable[str]) -> None:
        """Adds labels for the spans behind the last one that has one."""
        labels, places = list(labels), self._places
        for label in dict.fromkeys(labels):
            if label not in places:
                places[label] = len(self.labels)
                self.labels.append(label)
        self.codes.extend(map(places.__getitem__, labels))

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, index: Any) -> Any:
        if isinstance(index, slice):
            return [self.labels[code] for code in self.codes[index]]
        return self.labels[self.codes[index]]

    def copy(self) -> "Tags":
        """The same tags, to which none are added where these grow."""
        out = Tags(self.over)
        out.labels, out.codes, out._places = list(self.labels), self.codes[:], dict(self._places)
        return out

    def until(self, count: int) -> "Tags":
        """The tags of the first `count` spans, with the labels used until there."""
        codes = self.codes[:count]
        return Tags.packed(self.over, self.labels[: max(codes, default=-1) + 1], codes)


class Numbers(Sequence[int]):
    """One integer for each span of some columns; `over` names the columns."""

    def __init__(self, over: str, values: Iterable[int] = ()) -> None:
        self.over = over
        self.values = array("i", values)

    def extend(self, values: Iterable[int]) -> None:
        """Adds numbers for the spans behind the last one that has one."""
        self.values.extend(values)

    def __len__(self) -> int:
        return len(self.values)

    def __getitem__(self, index: Any) -> Any:
        return list(self.values[index]) if isinstance(index, slice) else self.values[index]

    def until(self, count: int) -> "Numbers":
        """The numbers of the first `count` spans."""
        return Numbers(self.over, self.values[:count])
