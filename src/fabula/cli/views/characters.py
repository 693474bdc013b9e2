"""Everyone who takes part, with figures."""

from collections import Counter
from typing import Any

from fabula.cli.output import cut, listed, watched
from fabula.cli.views.located import where
from fabula.cli.views.quotations import spoken
from fabula.cli.views.view import View
from fabula.world import Character, Story

NAME = 28
"""Letters of a name in a table that a person looks at."""


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Characters with how much each of them says, who says most first."""
    lines, words = Counter[str](), Counter[str]()
    for quoted in spoken(story):
        if quoted.speaker:
            lines[quoted.speaker.id] += 1
            words[quoted.speaker.id] += quoted.words
    total = sum(quoted.words for quoted in spoken(story))
    values = [
        {
            **character.to_json(),
            "first_at": where(story, character.first.start),
            "quotations": lines[character.id],
            "spoken_words": words[character.id],
            "share_of_speech": round(words[character.id] / total, 4) if total else 0.0,
        }
        for character in story.characters
    ]
    return sorted(values, key=lambda value: (-value["spoken_words"], -value["mentions"]))


def lines(values: list[dict[str, Any]]) -> list[str]:
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
            also(value, 5),
        )
        for value in values
    ]
    return listed(head, rows, right=(2, 3, 4, 5)) if rows else ["  Nobody takes part in it yet."]


def also(value: dict[str, Any], most: int) -> str:
    """The other names, the first few."""
    others = [alias for alias in value["aliases"] if alias != value["name"]]
    return ", ".join(others[:most]) + (", …" if len(others) > most else "")


CHARACTERS = View("characters", "everyone who takes part, with figures", values, lines)
