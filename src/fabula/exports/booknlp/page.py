"""The `.book.html` file: BookNLP's plain page of characters and annotated text."""

from collections import Counter, defaultdict
from html import escape
from typing import Any

from fabula.exports.booknlp.rows import CATEGORIES, NARRATOR, BookRows
from fabula.world import Story

MOST = 10
"""Entities listed for each kind."""

WEIGHTS = {"PROP": 10.0, "NOM": 1.0, "PRON": 0.001}
"""How far a mention counts towards what somebody is called."""


def page(story: Story, rows: BookRows, book: dict[str, Any]) -> str:
    """The whole page."""
    return "".join(
        (
            '<html><head>\n<meta charset="UTF-8">\n</head>',
            "<h2>Named characters</h2>\n",
            *(_character(character) for character in book["characters"]),
            "<p>\n<h2>Major entities (proper, common)</h2>",
            *_major(rows),
            "<h2>Text</h2>\n",
            *_text(story, rows),
            "</html>",
        )
    )


def _character(character: dict[str, Any]) -> str:
    named = [f"{form['n']} ({form['c']})" for form in character["mentions"]["proper"]]
    if character["id"] == NARRATOR:
        named.append("[NARRATOR]")
    if not named:
        return ""
    common = [f"{form['n']} ({form['c']})" for form in character["mentions"]["common"]]
    return escape(f"{character['count']} {'/'.join(named)} {'/'.join(common)}", quote=False) + " <br />\n"


def _major(rows: BookRows) -> list[str]:
    there = {row.cat for row in rows.entities} | {"PER"}
    out = []
    for category in (one for one in CATEGORIES.values() if one in there):
        out.append(f"<h3>{category}</h3>")
        for prop in ("PROP", "NOM"):
            forms: dict[int, Counter[str]] = {}
            for row in rows.entities:
                if (row.prop, row.cat) == (prop, category):
                    forms.setdefault(row.coref, Counter())[row.text] += 1
            for names in sorted(forms.values(), key=lambda counter: -counter.total())[:MOST]:
                out.append(escape(f"{names.total()} {'/'.join(name for name, _ in names.most_common())}", quote=False))
                out.append(" <br />")
            out.append("<p>")
    return out


def _text(story: Story, rows: BookRows) -> list[str]:
    names = _names(rows)
    before, after = defaultdict[int, str](str), defaultdict[int, str](str)
    for row in rows.entities:
        before[row.start] += '<font color="#D0D0D0">[</font>'
        label = f'<font color="#D0D0D0">]</font><font color="#FF00FF"><sub>{row.coref}-{names[row.coref]}</sub></font>'
        after[row.end] = label + after[row.end]
    for quote in rows.quotes:
        before[quote.start] += '<font color="#666699">'
        name = "None" if quote.character is None else names.get(quote.character, "")
        after[quote.end] += f"</font><sub>[{quote.character}-{name}]</sub>"
    document, out = story.document, list[str]()
    for paragraph in document.paragraphs:
        out.append("<p />")
        for number in document.tokens.covered_by(paragraph):
            out.append(f"{before.get(number, '')}{escape(rows.words[number])}{after.get(number, '')} ")
    return out


def _names(rows: BookRows) -> dict[int, str]:
    """What to call each entity: its most frequent form, names before descriptions before pronouns."""
    weights: dict[int, dict[str, float]] = {}
    for row in rows.entities:
        own = weights.setdefault(row.coref, {})
        own[row.text.lower()] = own.get(row.text.lower(), 0) + WEIGHTS[row.prop]
    return {number: escape(max(own, key=lambda form: own[form])) for number, own in weights.items()}
