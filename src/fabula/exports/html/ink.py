"""Characters that a page can show."""

import re
from html import escape

UNSHOWN = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")


def plain(words: str) -> str:
    """The words with everything that an HTML parser would change replaced, one character for one.

    Carriage returns become blanks before a line end and line ends elsewhere; other control characters become U+FFFD.
    So positions on the page stay positions in the text.
    """
    return UNSHOWN.sub("\ufffd", words.replace("\r\n", " \n").replace("\r", "\n"))


def as_html(words: str) -> str:
    """Words that may stand anywhere in the page."""
    return escape(plain(words))
