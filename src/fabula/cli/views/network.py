"""Who is with whom, who speaks to whom, and who is spoken of."""

from typing import Any

from fabula.cli.output import count, cut, listed
from fabula.cli.views.located import location, where, words_around
from fabula.cli.views.view import View
from fabula.world import Character, Contact, Story, Tie
from fabula.world.networks import DIRECTED, NetworkKind

TITLES: dict[NetworkKind, tuple[str, str]] = {
    "presence": ("In a scene together", "scenes"),
    "conversation": ("One speaks to another", "quotations"),
    "mention": ("One speaks of another", "times"),
    "naming": ("The narrator names both", "paragraphs"),
}
LINKS: dict[NetworkKind, str] = {"presence": "and", "conversation": "to", "mention": "of", "naming": "and"}
QUOTED = 48
"""Letters of the words that are shown."""
SHOWN = 15
"""Ties of a network that are shown to a person; a program gets all."""


def values(story: Story, who: Character | None) -> dict[str, Any]:
    """The ties of each network, the heaviest first, with the first and the last contact, the scenes and the tone."""
    return {
        kind: [
            _value(story, kind, tie)
            for tie in story.networks[kind]
            if who is None or who.id in (tie.source, tie.target)
        ]
        for kind in DIRECTED
    }


def lines(values: dict[str, Any]) -> list[str]:
    """A table for each network that has ties."""
    out: list[str] = []
    for kind, (title, unit) in TITLES.items():
        if ties := values[kind]:
            rows = [_row(kind, one) for one in ties[:SHOWN]]
            out += ["", *listed((title, unit, "words", "tone", "first", "", "last", ""), rows, right=(1, 2))]
            if len(ties) > SHOWN:
                out.append(f"  and {count(len(ties) - SHOWN, 'lighter tie')}: name somebody, or ask for --json")
    return out[1:] or ["  Nobody is tied to anybody yet."]


def _value(story: Story, kind: NetworkKind, tie: Tie) -> dict[str, Any]:
    tone = story.networks.tone(tie) if kind == "conversation" else None
    return {
        "source": story.cast[tie.source].name,
        "source_id": tie.source,
        "target": story.cast[tie.target].name,
        "target_id": tie.target,
        "weight": tie.weight,
        "words": tie.words,
        "tone": {"mean": round(tone.mean, 4), "stands_out": tone.stands_out} if tone else None,
        "scenes": [{"scene": n, "weight": one.weight, "words": one.words} for n, one in tie.by_scene().items()],
        "first": _contact(story, tie.contacts[0], DIRECTED[kind]),
        "last": _contact(story, tie.contacts[-1], DIRECTED[kind]),
    }


def _contact(story: Story, contact: Contact, directed: bool) -> dict[str, Any]:
    """Of two people who are tied without a direction, the words for both."""
    spans = contact.evidence[:1] if directed else contact.evidence
    return {
        "where": where(story, contact.evidence[0].start),
        "location": location(story, contact.evidence[0].start),
        "evidence": [list(span) for span in contact.evidence],
        "words": list(dict.fromkeys(words_around(story, span) for span in spans)),
    }


def _row(kind: NetworkKind, one: dict[str, Any]) -> tuple[str, ...]:
    tone, first, last = one["tone"], one["first"], one["last"]
    return (
        f"{one['source']} {LINKS[kind]} {one['target']}",
        f"{one['weight']:,}",
        f"{one['words']:,}" if one["words"] else "",
        f"{tone['mean']:.2f} {tone['stands_out'] or ''}" if tone else "",
        first["where"],
        _words(first),
        *((last["where"], _words(last)) if one["weight"] > 1 else ("", "")),
    )


def _words(contact: dict[str, Any]) -> str:
    words = contact["words"]
    return " / ".join(cut(one, QUOTED // len(words)) for one in words)


NETWORK = View("network", "who is with whom, who speaks to whom, and who is spoken of", values, lines, "anybody")
