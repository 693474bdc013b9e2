"""Words that keep their full stop."""

TITLES = frozenset(
    (
        *("mr", "mrs", "ms", "messrs", "dr", "st", "ste", "mme", "mlle", "rev", "hon", "capt", "col", "gen", "lieut"),
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
    ("no", "nos", "fig", "ed", "al", "mar", "jun", "sat", "fri", "mon", "wed", "sr", "ch", "co", "sen")
)
"""Words in their own right: abbreviations only with a capital."""
