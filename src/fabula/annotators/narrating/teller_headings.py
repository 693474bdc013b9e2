"""Headings that say who tells what follows: "Jane Doe's Diary", "Letter, Jane Doe to John Roe", "Told by Jane Doe".

Others announce words of somebody whom they do not name: a cutting from a newspaper, a firm's letter, a ship's log.
"""

import re

from fabula.annotators import lexicon
from fabula.annotators.structure.titles import without_number
from fabula.annotators.words import GENITIVE

LONGEST = 110
"""Characters of the longest heading that is looked at."""
WRITING = (
    "journal|diary|log|log-?book|notebook|letter|narrative|story|tale|statement|memorandum|memoirs?|notes?|account|"
    "record|confession|report|testimony|deposition|manuscript|telegram|apology"
)
DONE = (
    "begun|started|opened|continued|resumed|concluded|finished|ended|told|related|recorded|written|kept|left|dictated|"
    "spoken|contributed|communicated|narrated|compiled"
)
WORD = r"[A-Z](?:[^\W\d_]|['’](?=[A-Z]))*(?:-[A-Z][^\W\d_]+)*\.?"
NAME = rf"(?P<name>(?:[Tt]he |THE )?{WORD}(?: (?:de|du|von|van|der|of|la|le|{WORD})){{0,4}})"
OWN = re.compile(rf"{NAME}['’][Ss] (?:[A-Za-z]+ ){{0,2}}(?i:(?P<noun>{WRITING}))\b(?P<rest>.*)", re.DOTALL)
HINT = re.compile(rf"{WRITING}|{DONE}|reply|answer|pov|p\.o\.v|point of view", re.IGNORECASE)
"""What each such line holds: most lines do not."""
OF = "journal|diary|log|letter|narrative|statement|memoirs|confession|testimony|deposition"
BY = re.compile(rf"\b(?i:(?:{WRITING}|{DONE}),? (?:by|from)|(?:{OF})s? of) {NAME}(?P<rest>.*)", re.DOTALL)
TO = re.compile(
    rf"(?i:letters?|telegram|wire|cable|dispatch|report|note|reply|answer)(?: \([^)]*\))?(?: [IVXLC\d]+)?[.,:—–-]? ?"
    rf"(?:(?i:from) )?{NAME}"
    r"(?P<rest>(?:, [^,]{1,40}){0,5}?,? (?i:to) .+)",
    re.DOTALL,
)
VIEW = re.compile(rf"{NAME}(?:['’][Ss])? (?i:pov|p\.o\.v\.?|point of view)\W*$|(?i:pov|point of view)\W+(?P<other>.+)")
LONG_WORD = re.compile(r"\b[^\W\d_][\w’'-]{4,}")
AFTER = re.compile(rf"\W*(?:(?i:{DONE}|cont['’]?d|\(cont\.\))\W*|\(.*\)\W*|[—–:].*|,? .{{0,3}}[Bb]y .*)?$", re.DOTALL)
"""What may follow in a line that is a heading by its words alone."""
PAPER = (
    "Gazette|Chronicle|Herald|Telegraph|Courier|Mercury|Examiner|Tribune|Observer|Advertiser|Journal|Times|News|Post|"
    "Globe|Standard|Argus|Sentinel|Bulletin|Echo|Record|Dispatch|Daily [A-Z]\\w+"
)
DAY = (
    r"(?:Jan|Febr?|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2}(?:st|nd|rd|th)?)?"
    r"|\d{1,2}(?:st|nd|rd|th)?(?: of)? [A-Z][a-z]+"
)
FOREIGN = re.compile(
    rf"(?:The |THE )?(?:{WORD} ){{0,3}}(?i:{PAPER}),? (?:of )?\(?(?:[A-Z][a-z]+, )?(?:{DAY})(?:,? \d{{4}})?\)?\.?$"
    r"|(?i:cuttings?|clippings?|extracts?|article|paragraph),? (?:from|in) (?:[Tt]he |THE )?[A-Z].*"
    rf"|(?i:log(?:-?book)?) of (?:the )?{WORD}(?: {WORD}){{0,2}}$"
    rf"|(?i:telegram|cable|wire),? (?:{DAY})\.?$"
    r"|(?i:letter|telegram|note|reply|answer)[.,:—–-]? (?=.*(?:&|Messrs|Sons\b|Co\.|Bros)).*\b(?i:to) .+",
    re.DOTALL,
)
"""Lines that announce a document of nobody who is named."""
NO_NAME = frozenset(
    "extract extracts letter letters note notes part chapter book the a an my his her our their this that today "
    "yesterday ship messrs court narrative story from being first second third fourth fifth last old".split()
)


def teller(words: str, *, is_heading: bool) -> str | None:
    """The name of the teller whom a line states; `None` if it states none.

    `is_heading` says that the line is known to be a heading, in which such words may stand anywhere.
    """
    if not HINT.search(words):
        return None
    line = " ".join(words.split()).strip("*_ ")
    if not 6 <= len(line) <= LONGEST or line[-1] in "!?" or any(mark in line for mark in '"“”'):
        return None
    if is_heading:
        line = without_number(line)
    for pattern in (TO, BY, VIEW, OWN):
        found = pattern.search(line) if is_heading or pattern is BY else pattern.match(line)
        if found is None or (pattern is not TO and not is_heading and not _is_line(line, found)):
            continue
        if name := _name(found["name"] or found.groupdict().get("other") or ""):
            return name
    return None


def announces_stranger(words: str) -> bool:
    """Whether a line announces a document without the name of a person who wrote it."""
    line = " ".join(words.split()).strip("*_ ")
    if not 6 <= len(line) <= LONGEST or line[-1] in "!?" or any(mark in line for mark in '"“”'):
        return False
    return FOREIGN.match(line) is not None and _is_title(line)


def _is_title(line: str) -> bool:
    """Whether all the longer words of a line have capitals."""
    return all(word[0].isupper() for word in LONG_WORD.findall(line))


def _is_line(line: str, found: re.Match[str]) -> bool:
    """Whether a line that no format and no number marks is a heading by its words: capitals, and nothing else in it."""
    opening = line[: found.start() + 1].split() + ([found["noun"]] if "noun" in found.groupdict() else [])
    capitals = all(word[0].isupper() or len(word) < 4 for word in opening) and opening[-1][0].isupper()
    rest = found.groupdict().get("rest") or ""
    return capitals and (AFTER.match(rest) is not None or ("noun" not in found.groupdict() and _is_title(rest)))


def _name(form: str) -> str | None:
    """The name as it stands in running text; `None` if it is none."""
    words = form.rstrip(".,:; ").split()
    if words and words[0].lower() == "the":
        return " ".join(words).lower() if len(words) == 2 and words[1].lower() in lexicon.person_nouns() else None
    if words and words[0].lower() in ("messrs", "messrs."):
        return None
    if words and words[-1].lower().endswith(GENITIVE):
        words[-1] = words[-1][:-2]
    while words and words[0].lower().rstrip(".") in NO_NAME:
        words = words[1:]
    if not words or any(word.lower() in NO_NAME for word in words):
        return None
    if all(word.isupper() or word in ("of", "de") for word in words) and not all(len(word) < 3 for word in words):
        words = [word if len(word.rstrip(".")) == 1 else word.capitalize() for word in words]
    return " ".join(words)
