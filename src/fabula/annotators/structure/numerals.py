"""Numbers as headings write them."""

import re

ROMAN = re.compile(r"(?=[ivxlc])(?:xc|xl|l?x{0,4}|c{1,2}(?:xc|xl|l?x{0,4}))(?:ix|iv|v?i{0,4})", re.IGNORECASE)
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
UNITS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
    *("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
ORDINALS = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def _words() -> dict[str, int]:
    values = {word: value for row in (UNITS, ORDINALS) for value, word in enumerate(row)}
    for ten, word in enumerate(TENS, start=2):
        values[word] = ten * 10
        values[f"{word[:-1]}ieth"] = ten * 10
        for row in (UNITS, ORDINALS):
            for unit in range(1, 10):
                values[f"{word}-{row[unit]}"] = ten * 10 + unit
    return values


WORDS = _words()
NUMERAL = rf"(?:\d{{1,3}}|[ivxlcIVXLC]{{1,9}}|(?:{'|'.join(TENS)})[- ]\w{{3,9}}|[A-Za-z]{{3,11}})"
"""What may be a number; `value` says whether it is."""


def value(words: str) -> int | None:
    """The number that digits, Roman numerals or words stand for; `None` if they are none."""
    if words.isdigit() and words.isascii():
        return int(words)
    lower = words.lower()
    spelled = WORDS.get("-".join(lower.split()))
    if spelled is not None:
        return spelled
    return _roman(lower) if ROMAN.fullmatch(words) and (words.isupper() or words.islower()) else None


def _roman(numeral: str) -> int:
    total = 0
    for index, letter in enumerate(numeral):
        own = ROMAN_VALUES[letter]
        later = ROMAN_VALUES[numeral[index + 1]] if index + 1 < len(numeral) else 0
        total += -own if own < later else own
    return total
