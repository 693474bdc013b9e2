"""What a paragraph looks like from its words alone: a numbered heading, a title line, a note, prose."""

import re
from typing import Literal, NamedTuple

from fabula.annotators.structure.numerals import NUMERAL, value

LookKind = Literal[
    "part",
    "chapter",
    "word",
    "number",
    "named",
    "marked",
    "front",
    "end",
    "signpost",
    "note",
    "summary",
    "label",
    "line",
    "prose",
]
"""`word` is Chapter and the like without its number, `marked` what the format says is a heading, `signpost` a line such
as End of Book One."""

LENGTH = 100
"""Characters of the longest title line."""
NUMBERED_LENGTH = 250
DECORATION = " \t\n\r*_~#=|-—–.:[]{}<>•·§"
QUOTES = frozenset('"“”«»„‟「」『』‹›')

PARTS = "part|book|volume|vol|act|tome|buch|teil|livre|partie"
CHAPTERS = "chapter|chap|ch|chapitre|kapitel|capítulo|capitulo|capitolo|stave|canto|letter|section|episode|scene|entry"
HEAD = re.compile(
    rf"(?:the )?(?:(?P<word>{PARTS}|{CHAPTERS})\.?[\s#:—–-]+(?:the )?(?P<number>\d{{4}}\b|{NUMERAL})"
    rf"(?:\s?(?:/|of)\s?\d{{1,4}})?"
    rf"|(?P<ordinal>[a-z]{{5,11}}(?:[- ][a-z]{{5,7}})?) (?P<after>{PARTS}|{CHAPTERS}))"
    r"(?![\w'’])(?P<mark>[\s.,:;—–-]*)(?P<title>.*)",
    re.IGNORECASE | re.DOTALL,
)
BARE = re.compile(rf"(?P<number>{NUMERAL})(?P<mark>\s*[.:)\]—–-]+\s*|\s+|$)(?P<title>.*)", re.DOTALL)
NAMED = re.compile(
    r"(?:prologue?|prolog|epilogue?|epilog|interlude|intermezzo|prelude|coda|finale|(?:the )?(?:final|last) chapter)"
    r"(?:$|\s*[.:—–-]+\s*(?P<title>.*))",
    re.IGNORECASE | re.DOTALL,
)
FRONT = re.compile(
    r"(?:the |table of |author['’]s |a |list of )?"
    r"(?:contents|preface|foreword|introduction|introductory|introductory note|dedication|copyright|copyright page|"
    r"title ?page|illustrations|advertisement|dramatis person(?:ae|æ)|epigraph|imprint|"
    r"(?:editor|publisher|translator)['’]s (?:note|preface)|note to the reader|to the reader|"
    r"(?:preface|introduction) (?:to|by) .{3,60})",
    re.IGNORECASE,
)
ENDING = re.compile(r"(?:the )?end|finis|fin|ende|end file", re.IGNORECASE)
APPENDIX = re.compile(
    r"(?:appendix(?: \w{1,5})?|footnotes?|endnotes|glossary|bibliography|index|acknowledge?ments|"
    r"about the authors?|(?:the )?transcriber['’]?s?['’]? notes?|colophon|uncopyright|"
    r"list of illustrations|also by .{3,60})",
    re.IGNORECASE,
)
SIGNPOST = re.compile(
    r"(?:the )?end of (?:the )?(?:\w{2,8} )?(?:book|part|volume|chapter|act)(?: \w{1,8})?|(?:to be continued|tbc|"
    r"(?:the )?story continues|continued (?:in|from) .{3,60})",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"[(\[*_~{\s]{0,4}(?:a/ ?n\b|(?-i:AN)(?=\s*[:;–—-])|author['’]?s?['’]? notes?|disclaimers?|"
    r"(?:trigger|content) warnings?)"
    r"[\s*_)\]]{0,3}(?P<mark>[:;–—.-]*)",
    re.IGNORECASE,
)
SUMMARY = re.compile(
    r"[(\[*_~\s]{0,4}(?:(?:chapter |story )?summary|synopsis|blurb)[*_]{0,3}(?P<mark>\s?:| [–—-]|$)", re.IGNORECASE
)
LABEL = re.compile(
    r"(?:title|author|rating|rated|pairings?|fandoms?|characters?|genres?|category|categories|"
    r"words?(?: count)?|chapters|"
    r"published|updated|status|packaged|completed|language|warnings?|spoilers?|series|tags|beta(?:ed by| reader)?|"
    r"relationships?|archive warnings?|story url|author url|source|publisher|reviews|release date|posting date|"
    r"produced by|e-?text prepared by|translated by|illustrated by|edited by|copyright)\s?(?::|(?<=by)\s)\s?\S",
    re.IGNORECASE,
)
BYLINE = re.compile(r"(?:written )?by(?:\s+\S.{0,60})?|\(?\d{4}\)?", re.IGNORECASE)
PLACEHOLDER = re.compile(
    r"\[(?:illustration|frontispiece|picture|image|sidenote|footnote|transcriber|editor)\b[^\]]{0,2000}\]",
    re.IGNORECASE,
)
SENTENCE_BREAK = re.compile(r"[a-z]{3}[.!?] +[A-Z]")
SHORT = 52
"""Characters of a line that is not of wrapped prose, on average."""
SMALL = 4
"""Letters of the shortest word that a title must capitalise."""
LOWER = frozenset(
    ("with", "from", "into", "upon", "over", "under", "than", "that", "about", "after", "before", "between", "through")
)
"""Longer words that a title need not capitalise."""
CAPITALISED = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


class Look(NamedTuple):
    """What a paragraph looks like. `number` is that of a heading; `titled` says that it holds its own title."""

    kind: LookKind
    number: int | None = None
    titled: bool = False


PROSE = Look("prose")
LINE = Look("line")


def look(words: str) -> Look:
    """What these words, a whole paragraph, look like."""
    if note := _note(words):
        return note
    if len(words) > NUMBERED_LENGTH:
        return PROSE
    bare = words.strip(DECORATION)
    if not bare:
        return PROSE
    if found := numbered(words):
        return found
    if QUOTES.isdisjoint(bare):
        if named := NAMED.fullmatch(bare):
            return Look("named", None, titled=bool(named["title"]))
        if bare.lower() in ("chapter", "part", "book", "volume"):
            return Look("word")
        if SIGNPOST.fullmatch(bare):
            return Look("signpost")
        if FRONT.fullmatch(bare):
            return Look("front")
        if ENDING.fullmatch(bare) or APPENDIX.fullmatch(bare):
            return Look("end")
        if LABEL.match(bare):
            return Look("label")
        if found := _bare_number(words):
            return found
    return LINE if is_title(words) else PROSE


def numbered(words: str) -> Look | None:
    """A heading made of a word such as Chapter and a number, with or without a title."""
    bare = words.strip(DECORATION)
    if not bare or not bare[0].isupper():
        return None
    found = HEAD.fullmatch(bare)
    if found is None:
        return None
    number = value(found["number"] or found["ordinal"])
    word = (found["word"] or found["after"]).lower()
    title, mark = found["title"], found["mark"]
    if number is None or (title and not _may_follow(title, mark, caps=bare[:3].isupper())):
        return None
    if word == "ch" and not found["number"].isdigit():
        return None
    return Look("part" if word in PARTS.split("|") else "chapter", number, titled=bool(title))


def _may_follow(title: str, mark: str, *, caps: bool) -> bool:
    """Whether these words behind a number are its title and not the rest of a sentence."""
    if "\n" in mark or is_capitalised(title):
        return True
    separated = any(sign in mark for sign in ".:;—–-")
    return (separated or caps) and title[0].isupper() and not SENTENCE_BREAK.search(title)


def _bare_number(words: str) -> Look | None:
    bare = words.strip(DECORATION + "()")
    found = BARE.fullmatch(bare)
    number = value(found["number"]) if found else None
    if found is None or number is None or number > 200:
        return None
    if not found["title"]:
        return Look("number", number) if "..." not in words and "…" not in words else None
    sign = found["mark"].strip()
    if found["number"].isalpha() and not found["number"].isupper():
        return None
    if is_title(found["title"]) and is_capitalised(found["title"]) and (sign or found["number"] != "I"):
        return Look("number", number, titled=True)
    return None


def _note(words: str) -> Look | None:
    start = words[:60]
    if found := NOTE.match(start):
        alone = not words[found.end() :].strip(DECORATION)
        return Look("note", titled=alone) if alone or found["mark"] else None
    if found := SUMMARY.match(start):
        return Look("summary", titled=not words[found.end() :].strip(DECORATION))
    return None


def is_title(words: str) -> bool:
    """Whether a paragraph could be a title line: short, no speech, no sentence."""
    bare = words.strip(DECORATION)
    if not bare or words.count("\n") > 4 or not QUOTES.isdisjoint(words[0] + words[-1]):
        return False
    if words.isupper() and words[-1] not in ",;!" and len(words) <= NUMBERED_LENGTH:
        return True
    if len(words) > LENGTH:
        return False
    if words[-1] in ",;-—–!" or words[0] in "-—–'‘…" or words.endswith(("...", "…")):
        return False
    if words[-1] in ".:" and not is_capitalised(bare):
        return False
    return (bare[0].isupper() or bare[0].isdigit() or bare[0] == "(") and not SENTENCE_BREAK.search(words)


def is_capitalised(words: str) -> bool:
    """Whether words are all in capitals, or capitalised as titles are."""
    found = CAPITALISED.findall(words)
    if not found or not found[0][0].isupper():
        return False
    if len(found) > 16 or not found[-1][0].isupper():
        return False
    return all(word[0].isupper() or len(word) < SMALL or word in LOWER for word in found)


def without_number(words: str) -> str:
    """A heading without its number, if a title is left."""
    for pattern in (HEAD, BARE):
        found = pattern.fullmatch(words)
        if found and found["title"] and value(found["number"] or "") is not None:
            return found["title"]
    return words


def is_byline(words: str) -> bool:
    """Whether a paragraph names the author, or the year."""
    return len(words) < LENGTH and BYLINE.fullmatch(words.strip(DECORATION)) is not None


def is_placeholder(words: str) -> bool:
    """Whether a paragraph stands for a picture or is an editor's note in brackets."""
    return words[0] == "[" and PLACEHOLDER.fullmatch(words) is not None


def is_list(words: str) -> bool:
    """Whether a paragraph is made of short lines, as verse and lists of contents are."""
    breaks = words.count("\n")
    return breaks >= 2 and words.rfind("\n") < SHORT * breaks
