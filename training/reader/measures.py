"""How right a reading of the development parts is, by the definitions of the papers that published figures."""

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from fabula.inference.edits import apply
from training.reader.annotated import Annotated
from training.reader.corpora.ewt import ABSENT
from training.reader.labelled_runs import runs

Pairs = Sequence[tuple[Annotated, Annotated]]
"""Windows as they should be, each with what was read."""


@dataclass(frozen=True, slots=True)
class F1:
    """Agreement of two sets, as counts that add up."""

    both: int = 0
    wanted: int = 0
    found: int = 0

    @classmethod
    def of(cls, wanted: Collection[Hashable], found: Collection[Hashable]) -> "F1":
        """Members count once."""
        return cls(len(set(wanted) & set(found)), len(set(wanted)), len(set(found)))

    def __add__(self, other: "F1") -> "F1":
        return F1(self.both + other.both, self.wanted + other.wanted, self.found + other.found)

    @property
    def value(self) -> float:
        """Harmonic mean of precision and recall; 0 if nothing agrees."""
        return 2 * self.both / (self.wanted + self.found) if self.both else 0.0


def measures(pairs: Pairs) -> dict[str, float]:
    """Every measure that the windows' layers allow, in per cent."""
    out: dict[str, float] = {}
    for layer in ("mention", "entity"):
        known = [(text, read) for text, read in pairs if layer in text.extents]
        if known:
            out[f"{layer} F1"] = _f1((text.extents[layer], read.extents[layer]) for text, read in known)
    known = [(text, read) for text, read in pairs if "mention" in text.extents]
    if known:
        out["mention spans F1"] = _f1(
            ({one[:2] for one in text.extents["mention"]}, {one[:2] for one in read.extents["mention"]})
            for text, read in known
        )
    for layer in ("event", "supersense"):
        known = [(text, read) for text, read in pairs if layer in text.tags]
        if known:
            out[f"{layer} F1"] = _f1((runs(text.tags[layer]), runs(read.tags[layer])) for text, read in known)
    parsed = [(text, read) for text, read in pairs if text.heads is not None]
    if parsed:
        out |= _grammar(parsed)
    rated = [(text, read) for text, read in pairs if "affect" in text.ratings]
    if rated:
        out |= _affect(rated)
    return {name: round(100 * value, 2) for name, value in out.items()}


def _f1(sets: Iterable[tuple[Collection[Hashable], Collection[Hashable]]]) -> float:
    return sum((F1.of(wanted, found) for wanted, found in sets), F1()).value


def _grammar(pairs: Pairs) -> dict[str, float]:
    """Accuracy over words; UAS and LAS with punctuation, LAS by universal relations, as in CoNLL 2018."""
    out: dict[str, float] = {}
    words = sum(len(text.words) for text, _ in pairs)
    for layer in pairs[0][0].tags:
        if layer in ("upos", "relation", "event", "supersense"):
            continue
        if layer == "lemma":
            right = sum(
                apply(wanted, word) == apply(found, word)
                for text, read in pairs
                for word, wanted, found in zip(text.words, text.tags[layer], read.tags[layer], strict=True)
            )
            out["lemma"] = right / words
            continue
        sets = ((_valued(text.tags[layer]), _valued(read.tags[layer])) for text, read in pairs)
        out[f"{layer} F1"] = _f1(sets)
    rows = [
        (a == b, c == d, e.split(":")[0] == f.split(":")[0], e == f)
        for text, read in pairs
        for a, b, c, d, e, f in zip(
            text.tags["upos"],
            read.tags["upos"],
            text.heads or (),
            read.heads or (),
            text.tags["relation"],
            read.tags["relation"],
            strict=True,
        )
    ]
    out["upos"] = sum(row[0] for row in rows) / words
    out["uas"] = sum(row[1] for row in rows) / words
    out["las"] = sum(row[1] and row[2] for row in rows) / words
    out["las with subtypes"] = sum(row[1] and row[3] for row in rows) / words
    return out


def _valued(labels: Sequence[str]) -> set[tuple[int, str]]:
    return {(number, label) for number, label in enumerate(labels) if label != ABSENT}


def _affect(pairs: Pairs) -> dict[str, float]:
    wanted = [numbers for text, _ in pairs for numbers in text.ratings["affect"]]
    found = [numbers for _, read in pairs for numbers in read.ratings["affect"]]
    return {
        f"{name} r": correlation([one[place] for one in wanted], [one[place] for one in found])
        for place, name in enumerate(("valence", "arousal", "dominance"))
    }


def correlation(left: Sequence[float], right: Sequence[float]) -> float:
    """Pearson's r; 0 if either side never changes."""
    middle, centre = sum(left) / len(left), sum(right) / len(right)
    both = sum((a - middle) * (b - centre) for a, b in zip(left, right, strict=True))
    spread = sqrt(sum((a - middle) ** 2 for a in left) * sum((b - centre) ** 2 for b in right))
    return both / spread if spread else 0.0


def mean(scores: Mapping[str, float]) -> float:
    """One number to compare runs by: the mean of the measures that have a target."""
    named = [scores[name] for name in TARGETS if name in scores]
    return round(sum(named) / len(named), 2) if named else 0.0


TARGETS: Mapping[str, float] = {
    "mention F1": 90.5,
    "entity F1": 80.0,
    "event F1": 76.0,
    "supersense F1": 76.0,
    "upos": 95.5,
    "uas": 87.0,
    "las": 84.0,
    "raw upos": 95.5,
    "raw uas": 87.0,
    "raw las": 84.0,
    "valence r": 74.0,
    "arousal r": 48.0,
    "dominance r": 42.0,
}
"""What each measure should reach on the development parts."""
