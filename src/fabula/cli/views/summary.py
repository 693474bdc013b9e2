"""The whole story in brief."""

from typing import Any

from fabula.cli.output import bar, count, cut, faint, fit, heading, percent, table, wrap
from fabula.cli.views import chapters, characters
from fabula.cli.views.characters import NAME, also
from fabula.cli.views.quotations import spoken, uncertain, value_of
from fabula.cli.views.view import View
from fabula.layers import Narrator
from fabula.text import Notice
from fabula.world import Character, Story

MOST = 12
"""Characters shown."""
DOUBTS = 6
"""Uncertain quotations shown."""
BAR = 20
"""Letters of the longest bar."""


def values(story: Story, who: Character | None) -> dict[str, Any]:
    """The whole story in brief."""
    said, source = spoken(story), story.source
    words = sum(quoted.words for quoted in said)
    own = sum(len(chapter.span.of(story.text).split()) for chapter in story.chapters)
    doubts = uncertain(story)
    return {
        "title": source.title,
        "author": source.author,
        "origin": source.origin,
        "format": source.format,
        "digest": source.digest,
        "length": len(story.text),
        "words": own,
        "chapters": chapters.values(story, None),
        "characters": characters.values(story, None),
        "narrators": narrators(story),
        "speech": {
            "quotations": len(said),
            "words": words,
            "share_of_words": round(words / own, 4) if own else 0.0,
            "unknown": sum(quoted.speaker is None for quoted in said),
            "doubtful": sum(quoted.is_doubtful for quoted in said),
        },
        "uncertain": [value_of(story, quoted) for quoted in doubts],
        "notices": [{"code": notice.code, "message": notice.message} for notice in notices(story)],
    }


def narrators(story: Story) -> list[dict[str, Any]]:
    """Who tells, one after the other."""
    told: list[dict[str, Any]] = []
    for claim in sorted(story.document.layer(Narrator).current(), key=lambda claim: claim.start):
        name = story.cast[claim.entity].name if claim.entity else None
        if not told or (told[-1]["person"], told[-1]["name"]) != (claim.person, name):
            told.append({"start": claim.start, "person": claim.person, "name": name})
    return told


def notices(story: Story) -> tuple[Notice, ...]:
    """What was noted while reading the file, and once if some of the story is in another language."""
    unread, every = len(story.unread), len(story.passages)
    if not unread:
        return story.source.notices
    which = "The story does" if unread == every else f"{unread} of {every} passages do"
    message = f"{which} not seem to be in English; the reader model left that to the rules, which know English too."
    return (*story.source.notices, Notice("language", message))


def lines(values: dict[str, Any]) -> list[str]:
    """A page about the whole story."""
    speech, chapters = values["speech"], values["chapters"]
    out = ["", "  " + heading(values["title"] or values["origin"] or "A story")]
    if values["author"]:
        out.append("  " + values["author"])
    facts = [count(values["words"], "word"), count(len(chapters), "chapter")]
    if speech["quotations"]:
        share = percent(speech["share_of_words"])
        facts.append(f"{count(speech['quotations'], 'quotation')} ({share} of the words)")
    out += ["", "  " + " · ".join(facts), *_told_by(values["narrators"])]
    out += ["", *_cast(values)]
    if speech["quotations"]:
        out += ["", *_uncertain(values)]
    if values["notices"]:
        out += ["", "  " + heading("Notes")]
        out += [line for notice in values["notices"] for line in wrap(notice["message"])]
    return out


def _told_by(narrators: list[dict[str, Any]]) -> list[str]:
    if not narrators:
        return []
    if len(narrators) > 3:
        names = list(dict.fromkeys(told["name"] or "a voice outside the story" for told in narrators))
        return [f"  Told by {', '.join(names[:6])}{' and others' if len(names) > 6 else ''}, in turns"]
    said = [
        f"{told['name'] or 'somebody unnamed'} (first person)" if told["person"] == 1 else "a voice outside the story"
        for told in narrators
    ]
    return [f"  Told by {', then '.join(said)}"]


def _cast(values: dict[str, Any]) -> list[str]:
    cast = values["characters"]
    if not cast:
        return ["  No character was found."]
    shown = cast[:MOST]
    most = max(value["share_of_speech"] for value in shown) or 1
    rows = [
        (
            cut(value["name"], NAME) + (" (tells)" if value["narrator"] else ""),
            value["pronouns"] or "",
            bar(value["share_of_speech"] / most, BAR),
            percent(value["share_of_speech"]) if value["quotations"] else "silent",
            also(value, 4),
        )
        for value in shown
    ]
    speech = values["speech"]
    lines = [f"  {heading('Cast')}, by share of speech"]
    lines += [fit(line) for line in table(rows, right=(3,))]
    others = len(cast) - len(shown)
    if others:
        lines.append(faint(f"  and {count(others, 'other')}"))
    if speech["unknown"]:
        known = sum(value["share_of_speech"] for value in cast)
        lines.append(faint(f"  {percent(max(1 - known, 0))} of speech has no known speaker"))
    return lines


def _uncertain(values: dict[str, Any]) -> list[str]:
    speech, doubts = values["speech"], values["uncertain"]
    if not doubts:
        return [f"  {heading('Uncertain')}: nothing; every quotation has a speaker."]
    parts = []
    if speech["unknown"]:
        parts.append(f"{count(speech['unknown'], 'quotation')} without a speaker")
    if speech["doubtful"]:
        parts.append(f"{speech['doubtful']:,} with a doubtful one")
    longest = sorted(doubts, key=lambda value: -len(value["text"]))[:DOUBTS]
    shown = [value for value in doubts if value in longest]
    return [f"  {heading('Uncertain')}: {', '.join(parts)}; the longest:", *_short(shown)]


def _short(values: list[dict[str, Any]]) -> list[str]:
    """A few quotations, each cut to one short line."""
    rows = [
        (
            faint(value["where"]),
            (value["speaker"] or "?") + (f" {percent(value['confidence'])}?" if value["speaker"] else ""),
            cut(value["text"], 60),
        )
        for value in values
    ]
    return [fit(line) for line in table(rows)]


SUMMARY = View("summary", "the whole in brief (the default)", values, lines)
