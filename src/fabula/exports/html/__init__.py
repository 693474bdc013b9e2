"""A story as one page that opens offline: the text with its speakers, the cast, a card for every line, the world."""

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files as resources
from string import Template

from fabula.exports.export import Export
from fabula.exports.html.called import contents
from fabula.exports.html.facts import facts
from fabula.exports.html.ink import plain
from fabula.exports.html.text import text
from fabula.exports.html.world import Links, world
from fabula.world import Story

SCRIPTS = ("facts", "text", "panel", "cast", "search", "gate", "page")
"""The parts of the page's script, in the order in which they are joined."""


def page(story: Story) -> str:
    """The whole page. It loads nothing: its policy lets only its own style and its own script in."""
    folder = resources(__name__)
    style = folder.joinpath("style.css").read_text("utf-8")
    parts = (folder.joinpath("script", f"{name}.js").read_text("utf-8") for name in SCRIPTS)
    script = '"use strict";\n(() => {\n' + "\n".join(parts) + "})();\n"
    author = story.source.author
    links = Links(story.document)
    sections = world(story, links)
    return Template(folder.joinpath("page.html").read_text("utf-8")).substitute(
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
        title=escape(plain(story.name)),
        byline=f"<p class=byline><bdi>{escape(plain(author))}</bdi></p>" if author else "",
        contents=contents(story),
        world=sections,
        text=text(story, links.spans),
        facts=facts(story),
    )


def _hash(content: str) -> str:
    """The source expression by which a content security policy allows one inline block."""
    return f"'sha256-{b64encode(sha256(content.encode()).digest()).decode()}'"


def _files(story: Story, stem: str) -> Mapping[str, str]:
    return {f"{stem}.html": page(story)}


HTML = Export("html", "One page for reading: text with speakers, cast, search; opens offline.", ".html", _files)
