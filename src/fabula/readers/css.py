"""The little of style sheets that says something about a story: what is italic, hidden, or a ruler."""

import re

ITALIC_STYLE = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
CLASS_SELECTOR = re.compile(r"(?:span|i|em|b|p|div)?\.([\w-]+)")
RULER_CLASS = re.compile(
    r"(?:^|[\s_-])(?:(?:scene|section|thought|story)[_-]?break|ornament|ruler?|separator|asterism|divider|dinkus)\d*(?:$|[\s_-])",
    re.IGNORECASE,
)
"""Classes that say they are a ruler."""


def italic_classes(style_sheet: str) -> set[str]:
    """The classes that a CSS style sheet makes italic."""
    found: set[str] = set()
    for rule in style_sheet.split("}"):
        selectors, _, body = rule.rpartition("{")
        if ITALIC_STYLE.search(body):
            found.update(match[1] for one in selectors.split(",") if (match := CLASS_SELECTOR.fullmatch(one.strip())))
    return found
