"""The same values as lines for a person."""

from collections.abc import Sequence
from typing import Any

from click import unstyle

from fabula.cli.output import bar, count, cut, faint, fit, heading, percent, table, watched, wrap

MOST = 12
"""Characters in a summary."""

DOUBTS = 6
"""Uncertain quotations in a summary."""

BAR = 20

NAME = 28
"""Letters of a name in a table that a person looks at."""


def summary(values: dict[str, Any]) -> list[str]:
    """A page about the whole story."""
    speech, chapters = values["speech"], values["chapters"]
    lines = ["", "  " + heading(values["title"] or values["origin"] or "A story")]
    if values["author"]:
        lines.append("  " + values["author"])
    facts = [count(values["words"], "word"), count(len(chapters), "chapter")]
    if speech["quotations"]:
        share = percent(speech["share_of_words"])
        facts.append(f"{count(speech['quotations'], 'quotation')} ({share} of the words)")
    lines += ["", "  " + " · ".join(facts), *_told_by(values["narrators"])]
    lines += ["", *_cast(values)]
    if speech["quotations"]:
        lines += ["", *_uncertain(values)]
    if values["notices"]:
        lines += ["", "  " + heading("Notes")]
        lines += [line for notice in values["notices"] for line in wrap(notice["message"])]
    return lines


def characters(values: list[dict[str, Any]]) -> list[str]:
    """Everyone who takes part, with figures."""
    head = ("name", "pronouns", "named", "mentions", "quotations", "words", "first", "also")
    rows = [
        (
            cut(value["name"], NAME if watched() else 1000) + (" (tells)" if value["narrator"] else ""),
            value["pronouns"] or "",
            f"{value['named']:,}",
            f"{value['mentions']:,}",
            f"{value['quotations']:,}",
            f"{value['spoken_words']:,}",
            value["first_at"],
            _also(value, 5),
        )
        for value in values
    ]
    return _listed(head, rows, right=(2, 3, 4, 5)) if rows else ["  Nobody takes part in it yet."]


def person(value: dict[str, Any]) -> list[str]:
    """A page about one character."""
    lines = ["", "  " + heading(value["name"])]
    if also := _also(value, 20):
        lines += wrap(f"also {also}")
    traits = [value["kind"] if value["kind"] != "person" else "", value["pronouns"] or "pronouns not shown"]
    traits += ["tells the story"] if value["narrator"] else []
    lines += ["  " + " · ".join(trait for trait in traits if trait), ""]
    lines += wrap(f"First at {value['first_at']}: {cut(value['first_sentence'], 300)}")
    lines.append(f"  {count(value['mentions'], 'mention')}, {value['named']:,} by name")
    if value["quotations"]:
        share = percent(value["share_of_speech"])
        words = count(value["spoken_words"], "word")
        lines.append(f"  {count(value['quotations'], 'quotation')}, {words}, {share} of all speech")
    for label, others in (("Speaks to", value["speaks_to"]), ("Spoken to by", value["spoken_to_by"])):
        if others:
            named = [f"{name} ({times})" for name, times in list(others.items())[:8]]
            lines += wrap(f"{label} {', '.join(named)}")
    if value["said"]:
        lines += ["", *speech(value["said"][:8], named=False)]
    return lines


def chapters(values: list[dict[str, Any]]) -> list[str]:
    """The chapters with their lengths."""
    longest = max((value["words"] for value in values), default=1) or 1
    rows = [
        (str(number), cut("  " * (value["level"] - 1) + (value["title"] or "—"), 60), f"{value['words']:,}",
         bar(value["words"] / longest, BAR))
        for number, value in enumerate(values, 1)
    ]  # fmt: skip
    return _listed(("", "title", "words", ""), rows, right=(0, 2)) if rows else ["  No chapter yet."]


def scenes(values: list[dict[str, Any]]) -> list[str]:
    """The scenes: where, why one is taken to begin there, how sure, how long, and the first words."""
    rows = [
        (
            value["at"],
            value["reason"],
            percent(value["confidence"]) if value["confidence"] is not None else "",
            f"{value['words']:,}",
            cut(value["opening"], 60),
        )
        for value in values
    ]
    return _listed(("at", "begins at", "sure", "words", ""), rows, right=(2, 3)) if rows else ["  No scene yet."]


def speech(values: list[dict[str, Any]], *, named: bool = True) -> list[str]:
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
    lines = list[str]()
    for *about, words in rows:
        lines += [
            "  " + "  ".join(part for part in about if unstyle(part)),
            *wrap(words, indent="      ", hanging=""),
            "",
        ]
    return lines[:-1] or ["  Nobody has spoken yet."]


def times(values: list[dict[str, Any]]) -> list[str]:
    """Time expressions: where, the words, their kind and what they say."""
    head = ("where", "words", "kind", "value")
    rows = [(value["where"], " ".join(value["text"].split()), value["kind"], value["value"]) for value in values]
    return _listed(head, rows, right=()) if rows else ["  No time is named yet."]


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
            _also(value, 4),
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
    return [f"  {heading('Uncertain')}: {', '.join(parts)}; the longest:", *speech_lines(shown)]


def speech_lines(values: list[dict[str, Any]]) -> list[str]:
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


def _also(value: dict[str, Any], most: int) -> str:
    others = [alias for alias in value["aliases"] if alias != value["name"]]
    return ", ".join(others[:most]) + (", …" if len(others) > most else "")


def _listed(head: tuple[str, ...], rows: Sequence[tuple[str, ...]], *, right: tuple[int, ...]) -> list[str]:
    lines = table([head, *rows], right=right)
    return [faint(fit(lines[0])), *(fit(line) for line in lines[1:])]
