"""What a reader asks by now."""

from typing import Any

from fabula.cli.output import cut, listed
from fabula.cli.views.located import location, where
from fabula.cli.views.view import View
from fabula.world import Character, Story
from fabula.world.questions import Questions


def values(story: Story, who: Character | None) -> list[dict[str, Any]]:
    """Open questions, the most asked first, those answered, those asked in passing, then those let drop.

    Each with who asks and the words.

    Raises `LayerMissing` for a story that was read without the reader model.
    """
    asked = Questions()
    for record in asked.records:
        for claim in story.document.layer(record).current():
            asked.add(claim)
    at = story.passages[-1].known_at if len(story.passages) else 0
    still, passing = (find(at, story.cast.resolve) for find in (asked.open, asked.passing))
    return [
        {
            "id": one.asked[0].id,
            "kind": one.asked[0].kind,
            "open": one in still,
            "passing": one in passing,
            "asker": story.cast[asker].name if (asker := one.asked[0].asker) else None,
            "about": [story.cast[entity].name for entity in one.asked[0].about],
            "asked": [
                {
                    "where": where(story, claim.span.start),
                    "location": location(story, claim.span.start),
                    "words": claim.span.of(story.text),
                }
                for claim in one.asked
            ],
            "answer": None
            if one.answer is None
            else {
                "where": where(story, one.answer.span.start),
                "location": location(story, one.answer.span.start),
                "words": one.answer.span.of(story.text),
                "by": story.cast[one.answer.by].name if one.answer.by else None,
            },
        }
        for one in (*still, *asked.answered(), *passing, *asked.dropped(at, story.cast.resolve))
    ]


def lines(values: list[dict[str, Any]]) -> list[str]:
    """Questions: where, who asks, the words; and where the answer is, or that nobody came back to them."""
    rows = []
    for value in values:
        first, answer = value["asked"][0], value["answer"]
        found = "open" if value["open"] else "in passing" if value["passing"] else "let drop"
        if answer:
            found = f"{answer['where']}: {cut(' '.join(answer['words'].split()), 60)}"
        rows.append((first["where"], value["asker"] or "", cut(" ".join(first["words"].split()), 90), found))
    return listed(("where", "asks", "", "answer"), rows, right=()) if rows else ["  No question is left open yet."]


QUESTIONS = View("questions", "what the text leaves open, has answered, or lets drop", values, lines)
