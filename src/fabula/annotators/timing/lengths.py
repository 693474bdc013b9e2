"""How long: the lengths that a number and a unit name."""

from fabula.annotators.timing.numbers import amounts
from fabula.annotators.timing.phrases import Phrase
from fabula.annotators.words import Words

SHARES = {
    "Y": {"half": "6M", "quarter": "3M"}, "M": {"half": "2W"}, "D": {"half": "T12H"}, "2W": {"half": "1W"},
    "TH": {"half": "T30M", "quarter": "T15M"}, "TM": {"half": "T30S", "quarter": "T15S"},
}  # fmt: skip
HALVES = {"Y": "6M", "M": "2W", "W": "3D", "D": "T12H", "TH": "30M", "TM": "30S"}


def lengths(words: Words, said: Phrase, unit: str, *, plural: bool) -> list[str]:
    """How long, as many lengths as are said; `[]` if no number is."""
    before = said.before
    lower = words.lower
    if said.rough[-2:-1] in (("quarter",), ("quarters",)) and unit in ("TH", "Y"):
        quarters = 3 if said.rough[0] == "three" else 1
        return [f"PT{15 * quarters}M" if unit == "TH" else f"P{3 * quarters}M"]
    if said.rough[-1:] == ("half",) or ("half" in before and not {"and"} & set(before) and "dozen" not in before):
        share = SHARES.get(unit, {}).get("half")
        return [f"P{share}"] if share else []
    found = amounts(before)
    if "half" in before and "and" in before and found:
        whole = length([found[0]], unit)
        return [whole + HALVES.get(unit, "")]
    if "dozen" in before and "half" in before:
        return [length([6], unit)]
    if found:
        return [length([value], unit) for value in found]
    if "couple" in before:
        return [length([2], unit)]
    if plural:
        return [length([], unit)]
    return [length([1], unit)] if (lower[said.head] and (before or said.rough)) or said.head else []


def length(value: list[int], unit: str) -> str:
    """The notation of a length: `PT5M`, `PXD` for no number."""
    times, letter = (int(unit[:-1]), unit[-1]) if unit[0].isdigit() else (1, unit[-1])
    count = str(value[0] * times) if value else "X"
    return f"P{'T' if unit[0] == 'T' else ''}{count}{letter}"
