"""The world of a story as plain sections: tables whose every line leads to the words that it rests on."""

from fabula.exports.html.world.deeds import DEEDS
from fabula.exports.html.world.feelings import FEELINGS
from fabula.exports.html.world.knowledge import KNOWLEDGE
from fabula.exports.html.world.links import Links, anchor
from fabula.exports.html.world.people import PEOPLE
from fabula.exports.html.world.places import PLACES
from fabula.exports.html.world.presence import PRESENCE
from fabula.exports.html.world.questions import QUESTIONS
from fabula.exports.html.world.relations import RELATIONS
from fabula.exports.html.world.scenes import SCENES
from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.ties import TIES
from fabula.exports.html.world.timeline import TIMELINE
from fabula.world import Story

SECTIONS: tuple[Section, ...] = (
    SCENES,
    PEOPLE,
    RELATIONS,
    DEEDS,
    TIES,
    PRESENCE,
    PLACES,
    TIMELINE,
    KNOWLEDGE,
    QUESTIONS,
    FEELINGS,
)
"""Every section, in the order in which a person meets them."""


def world(story: Story, links: Links) -> str:
    """The sections; what a story has no layers for is named in one line."""
    told = Told(story, story.world(), links)
    known = [section for section in SECTIONS if told.has(*section.needs)]
    missing = [section.title.lower() for section in SECTIONS if section not in known]
    return "".join(_section(section, told) for section in known) + (_missing(told, missing) if missing else "")


def _section(section: Section, told: Told) -> str:
    body = section.body(told)
    heading = f"<h3>{section.title}</h3>"
    if not body:
        return f"<div id={section.id}>{heading}<p class=notice>Nothing is told of this.</p></div>\n"
    return f"<details id={section.id}><summary>{heading}</summary>\n{body}</details>\n"


def _missing(told: Told, missing: list[str]) -> str:
    them = "them" if len(missing) > 1 else "it"
    why = (
        f"Read the story again to find {them}."
        if "pos" in told.story.document.tags
        else f"This story was read by rules only; read it with the reader model to find {them}."
    )
    return f"<p class=notice>Not looked for: {', '.join(missing)}. {why}</p>\n"


__all__ = ["SECTIONS", "Links", "anchor", "world"]
