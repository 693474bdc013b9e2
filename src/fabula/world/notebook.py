"""A story as a notebook shows it: its name, its figures, and who says most."""

from html import escape

from fabula.world.speech import words_spoken
from fabula.world.story import Story

ROWS = 12
"""Characters shown."""


def card(story: Story) -> str:
    """A few lines of HTML: title, figures, and a table of those who say most."""
    author = story.source.author
    words = words_spoken(story.quotations)
    total = sum(words.values())
    people = sorted(story.characters, key=lambda who: (-words[who.id], -who.mentions))
    rows = "".join(
        f"<tr><td>{escape(who.name)}</td><td>{escape(', '.join(form for form in who.aliases if form != who.name))}</td>"
        f"<td>{escape(who.pronouns or '')}</td><td>{who.mentions}</td>"
        f"<td>{f'{words[who.id] / total:.0%}' if words[who.id] else '–'}</td></tr>"
        for who in people[:ROWS]
    )
    by = f" by {escape(author)}" if author else ""
    heads = "".join(f"<th>{head}</th>" for head in ("Name", "Also", "Pronouns", "Mentions", "Speech"))
    more = f"<p>and {len(people) - ROWS} more</p>" if len(people) > ROWS else ""
    figures = (
        (len(people), "character"),
        (sum(quoted.is_spoken for quoted in story.quotations), "quotation"),
        (len(story.chapters), "chapter"),
    )
    counted = ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in figures)
    return (
        f"<p><strong>{escape(story.name)}</strong>{by}: {counted}</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{more}"
    )
