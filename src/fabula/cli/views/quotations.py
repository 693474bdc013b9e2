"""Who says what to whom."""

from collections.abc import Iterable
from typing import Any

from click import unstyle

from fabula.cli.output import cut, faint, percent, table, watched, wrap
from fabula.cli.views.located import location, where
from fabula.cli.views.view import View
from fabula.layers import PERSON
from fabula.world import Character, Quoted, Story


def spoken(story: Story) -> list[Quoted]:
    """Quotations that somebody utters or thinks, those inside others left out."""
    return [quoted for quoted in story.quotations if quoted.is_spoken]


def value_of(story: Story, quoted: Quoted) -> dict[str, Any]:
    """A quotation with what is known of it."""
    return {
        "id": quoted.id,
        "pieces": [list(piece) for piece in quoted.pieces],
        "where": where(story, quoted.pieces[0].start),
        "location": location(story, quoted.pieces[0].start),
        "mode": quoted.quotation.mode,
        "speaker": quoted.speaker.name if quoted.speaker else None,
        "speaker_id": quoted.speaker.id if quoted.speaker else None,
        "addressees": [addressee.name for addressee in quoted.addressees],
        "type": quoted.type,
        "confidence": quoted.confidence,
        "text": quoted.text,
    }


def uncertain(story: Story) -> list[Quoted]:
    """Quotations whose speaker is unknown, unless a person says that nobody can know, or doubtful; in text order."""
    return [
        quoted
        for quoted in spoken(story)
        if quoted.is_doubtful
        or (quoted.speaker is None and not (quoted.attribution and quoted.attribution.made_by == PERSON))
    ]


def lines(values: list[dict[str, Any]], *, named: bool = True) -> list[str]:
    """Quotations: where, who to whom, how sure, and the words. One a line, unless a person looks."""
    rows = []
    for value in values:
        sure = percent(value["confidence"]) if value["confidence"] is not None else ""
        to = f" → {', '.join(value['addressees'])}" if value["addressees"] else ""
        mode = f" [{value['mode']}]" if value["mode"] != "speech" else ""
        who = cut((value["speaker"] or "?") + to, 44) + mode
        rows.append((faint(value["where"]), *((who,) if named else ()), faint(sure), " ".join(value["text"].split())))
    if not watched():
        return table(rows, right=(2,) if named else (1,)) or ["  Nobody has spoken yet."]
    out = list[str]()
    for *about, words in rows:
        out += [
            "  " + "  ".join(part for part in about if unstyle(part)),
            *wrap(words, indent="      ", hanging=""),
            "",
        ]
    return out[:-1] or ["  Nobody has spoken yet."]


def _said(story: Story, who: Character | None) -> list[dict[str, Any]]:
    return _by(story, who, spoken(story))


def _quoted(story: Story, who: Character | None) -> list[dict[str, Any]]:
    return _by(story, who, story.quotations)


def _uncertain(story: Story, who: Character | None) -> list[dict[str, Any]]:
    return _by(story, who, uncertain(story))


def _by(story: Story, who: Character | None, quotations: Iterable[Quoted]) -> list[dict[str, Any]]:
    """Those that a character utters, of everybody if it is `None`."""
    return [
        value_of(story, quoted)
        for quoted in quotations
        if who is None or (quoted.speaker is not None and quoted.speaker.id == who.id)
    ]


SPEECH = View("speech", "who says what to whom, and how sure that is", _said, lines, about="anybody")
QUOTATIONS = View("quotations", "all words in quotation marks, titles too", _quoted, lines, about="anybody")
UNCERTAIN = View("uncertain", "quotations whose speaker is unknown or doubtful", _uncertain, lines)
