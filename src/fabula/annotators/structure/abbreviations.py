"""Words that keep their full stop."""

TITLES = frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "messrs",
            "dr",
            "st",
            "ste",
            "ft",
            "mme",
            "mlle",
            "rev",
            "hon",
            "capt",
            "col",
            "gen",
            "lieut",
        ),
        *("lt", "sgt", "maj", "cmdr", "prof", "gov", "sen", "rep", "fr", "mt", "pres", "supt", "insp", "cpl", "pvt"),
        *(
            "adm",
            "mgr",
            "msgr",
            "mssrs",
            "sr",
            "sra",
            "srta",
            "herr",
            "frau",
            "bros",
            "vs",
            "viz",
            "cf",
            "mdme",
            "mlles",
        ),
    )
)
"""Those that stand before a name, so that no sentence ends with them."""
OTHERS = frozenset(
    (
        *("jr", "esq", "co", "inc", "ltd", "corp", "etc", "vol", "ch", "chap", "pp", "fig", "ed", "no", "nos", "dept"),
        *("ave", "blvd", "rd", "al", "approx", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct"),
        *("nov", "dec", "mon", "tues", "wed", "thurs", "fri", "sat"),
    )
)
"""Those that may end a sentence."""
STANDING_ALONE = frozenset(
    ("no", "nos", "fig", "ed", "al", "mar", "jun", "sat", "fri", "mon", "wed", "sr", "ch", "co", "sen", "ft")
)
"""Words in their own right: abbreviations only with a capital."""
MONTHS = frozenset(("jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"))
BEFORE_NUMBERS = frozenset(("no", "nos", "vol", "fig", "pp", "ch", "chap")) | MONTHS
"""Those with which no sentence ends if a number follows."""


def _any_of(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


STOPPED = (
    r"(?<![\w.'’-])(?=[A-Za-z]{1,7}\.)(?:(?:[A-Za-z]\.){2,}|[A-HJ-Z]\.(?=\s+[A-Z])"
    rf"|(?i:{_any_of((TITLES | OTHERS) - STANDING_ALONE - {'etc'})})\.|(?:Co|Ft)\."
    rf"|(?i:{_any_of(BEFORE_NUMBERS & STANDING_ALONE)})\.(?=\s?\d)|(?i:etc)\.(?=\s*[a-z,;:)]))"
)
"""A word with its full stop, as a regular expression; at the end of a sentence *etc* stands without."""
