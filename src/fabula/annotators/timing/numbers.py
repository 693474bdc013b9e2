"""Numbers in words and figures."""

import re
from collections.abc import Sequence

UNITS = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen".split(),
        1,
    )
}
TENS = dict(zip("twenty thirty forty fifty sixty seventy eighty ninety".split(), range(20, 100, 10), strict=True))
WORDS = UNITS | TENS
SCALES = {"dozen": 12, "score": 20, "hundred": 100, "thousand": 1000}
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fifth": 5, "eighth": 8, "ninth": 9, "twelfth": 12,
    **{f"{word}th": value for word, value in UNITS.items()},
    **{f"{word[:-1]}ieth": value for word, value in TENS.items()},
}  # fmt: skip
FIGURES = re.compile(r"\d{1,3}(?:,?\d{3})*(?:st|nd|rd|th)?")


def number(word: str) -> int | None:
    """The number that one word names: "six", "7", "twenty-five", "five-and-twenty"."""
    if word in WORDS:
        return WORDS[word]
    if word.isdecimal():
        return int(word)
    parts = [part for part in word.split("-") if part != "and"]
    if len(parts) == 2 and all(part in WORDS for part in parts) and any(part in TENS for part in parts):
        return sum(WORDS[part] for part in parts)
    return None


def ordinal(word: str) -> int | None:
    """The number of "third", "3rd", "twenty-third"."""
    if word in ORDINALS:
        return ORDINALS[word]
    if FIGURES.fullmatch(word) and not word[-1].isdecimal():
        return int(word[:-2].replace(",", ""))
    tens, _, unit = word.partition("-")
    return TENS[tens] + ORDINALS[unit] if tens in TENS and unit in ORDINALS else None


def is_number(word: str) -> bool:
    """Is it a word of a number?"""
    return word in SCALES or number(word) is not None


def amounts(words: Sequence[str]) -> list[int]:
    """The numbers that some words name, several where "or" or "to" stands between: "two or three" is [2, 3].

    Words that belong to no number are passed over.
    """
    out: list[int] = []
    total = 0
    for word in words:
        value = number(word)
        if word in ("or", "to"):
            if total:
                out.append(total)
            total = 0
        elif word in SCALES:
            total = max(total, 1) * SCALES[word]
        elif value is not None:
            total += value
    if total:
        out.append(total)
    if (len(out) == 2 and out[1] in TENS.values()) or (len(out) == 2 and out[1] > 20 and "and" in words):
        ten = out[1] - out[1] % 10
        if out[0] < 10 and "and" in words:  # "one or two and twenty"
            return [out[0] + ten, out[1]]
    return out
