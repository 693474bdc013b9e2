"""Rulers: lines of ornament that end a scene."""

import re

LENGTH = 80
"""Characters of the longest paragraph that is asked whether it is a ruler made of letters or words."""
SYMBOLS = re.compile(r"[\s*#~=+<>|/\\^•·§⁂⁎⁕☀-➿⸻〰◆◇○●■□▪◊-]+|[\s—–―-]+|_[\s_]{2,}|(?:\.\s*){4,}|(?:…\s*){2,}")
FILLING = re.compile(r"[\s.,~*=+<>|/\\:_•·-]+")
LETTERS = frozenset("xXoO0")
NAMED = re.compile(
    r"[\W_]*(?:(?:line|scene|page|section)[\s-]?(?:break|change|shift|divider)|time[\s-]?skip|horizontal rule)s?"
    r"(?: here)?[\W_]*",
    re.IGNORECASE,
)


def is_ruler(words: str) -> bool:
    """Whether a paragraph is a ruler: repeated symbols, letters used as symbols, or the words that stand for one."""
    if SYMBOLS.fullmatch(words):
        return True
    if len(words) > LENGTH:
        return False
    letters = FILLING.sub("", words)
    if letters and LETTERS.issuperset(letters):
        return _is_ornament(letters, bare=len(letters) == len(words))
    return NAMED.fullmatch(words) is not None and not words.endswith("...")


def _is_ornament(letters: str, *, bare: bool) -> bool:
    """Letters that draw and do not count: `oOo`, `xXx`, `x`, but not 100. Whether XX counts, the headings know."""
    if letters.strip("0") == "":
        return not bare and len(letters) > 2
    if letters.strip("xX") == "":
        return True
    return len(letters) > 2 or (not bare and (len(letters) == 1 or letters[0] == letters[1]))
