"""Coreference: do mentions of one entity stand together? MUC, B3, CEAFe, and their mean, the CoNLL score.

All three take maps from mentions to entities and count entities of one mention too. The counts of several texts add
up, as in the reference scorer (Pradhan et al. 2014).
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from fabula.scoring.assignment import best_assignment
from fabula.scoring.bcubed import bcubed
from fabula.scoring.measures import Agreement, Measure

Thing = TypeVar("Thing", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Mean:
    """The mean of the F1 of several agreements; `n` is the first one's."""

    parts: tuple[Agreement, ...]

    @property
    def value(self) -> float:
        """Per cent."""
        return sum(part.value for part in self.parts) / len(self.parts)

    @property
    def n(self) -> int:
        """What the first was measured on."""
        return self.parts[0].n

    def __add__(self, other: "Mean") -> "Mean":
        return Mean(tuple(one + more for one, more in zip(self.parts, other.parts, strict=True)))


def score_coreference(reference: Mapping[Thing, str], predicted: Mapping[Thing, str]) -> dict[str, Measure]:
    """The three measures and their mean, for maps from mentions to entities."""
    parts = (muc(reference, predicted), bcubed(reference, predicted), ceafe(reference, predicted))
    return {"CoNLL": Mean(parts), **dict(zip(("MUC", "B3", "CEAFe"), parts, strict=True))}


def muc(reference: Mapping[Thing, Hashable], predicted: Mapping[Thing, Hashable]) -> Agreement:
    """Links: how few cuts part each entity on the other side (Vilain et al. 1995). One mention alone has none."""
    kept, links = _links(reference, predicted)
    found, made = _links(predicted, reference)
    return Agreement(kept, links, found, made)


def ceafe(reference: Mapping[Thing, str], predicted: Mapping[Thing, str]) -> Agreement:
    """Entities: those of both sides paired off so that they share most, a pair as the F1 of its mentions (Luo 2005)."""
    both = Counter((reference[thing], predicted[thing]) for thing in reference if thing in predicted)
    sizes, others = Counter(reference.values()), Counter(predicted.values())
    alike = {(one, other): 2 * count / (sizes[one] + others[other]) for (one, other), count in both.items()}
    shared = sum(alike[pair] for pair in best_assignment(alike).items())
    return Agreement(shared, len(sizes), shared, len(others))


def _links(wanted: Mapping[Thing, Hashable], given: Mapping[Thing, Hashable]) -> tuple[int, int]:
    """Of the links that hold the wanted entities together, those that the given ones keep, and all."""
    entities: dict[Hashable, list[Thing]] = defaultdict(list)
    for thing, entity in wanted.items():
        entities[entity].append(thing)
    kept = sum(len(things) - _pieces(things, given) for things in entities.values())
    return kept, len(wanted) - len(entities)


def _pieces(things: Iterable[Thing], given: Mapping[Thing, Hashable]) -> int:
    """Into how many pieces the other side cuts an entity; what it lacks is a piece of its own."""
    known = {given[thing] for thing in things if thing in given}
    return len(known) + sum(thing not in given for thing in things)
