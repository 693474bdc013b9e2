"""Mentions and quotations as BookNLP's rows."""

from dataclasses import dataclass

from fabula.exports.booknlp.columns import EntityRow, QuoteRow
from fabula.layers import EntityType, Expression, Mention, Narrator
from fabula.text import Span
from fabula.world import Story

PROPS = {"proper": "PROP", "nominal": "NOM", "pronominal": "PRON"}
CATEGORIES: dict[EntityType, str] = {
    "person": "PER",
    "facility": "FAC",
    "settlement": "GPE",
    "location": "LOC",
    "organisation": "ORG",
    "vehicle": "VEH",
}
NARRATOR = 0
"""The number of a narrator who is a character."""


@dataclass(frozen=True, slots=True)
class BookRows:
    """Mentions and quotations; `words` are the tokens, `numbers` maps the ids of resolved entities to BookNLP's."""

    words: list[str]
    entities: list[EntityRow]
    quotes: list[QuoteRow]
    numbers: dict[str, int]


def rows_of(story: Story) -> BookRows:
    """Every row but those of the tokens. Mentions and quotations are widened to whole tokens."""
    tokens = story.document.tokens
    words = [_blank(story.text[start:end]) for start, end in zip(tokens.starts, tokens.ends, strict=True)]
    numbers = _numbers(story)
    return BookRows(words, _entities(story, words, numbers), _quotes(story, words, numbers), numbers)


def _entities(story: Story, words: list[str], numbers: dict[str, int]) -> list[EntityRow]:
    """Who is mentioned, and, if the model has read, whatever else an expression may stand for.

    An expression has the number of the entity that a mention of the same words resolves it to. Else one name of
    a place or the like has one number, as in BookNLP, and every other expression one of its own.
    """
    document, rows = story.document, set[EntityRow]()
    categories = dict[tuple[int, int], str]()
    expressions = list(document.layer(Expression).current()) if Expression in document.layers else []
    for expression in expressions:
        place = _place(story, expression.span)
        if place is not None:
            categories[place] = CATEGORIES[expression.type]
    resolved = set[tuple[int, int]]()
    for mention in document.layer(Mention).current():
        place = _place(story, mention.span)
        if place is not None:
            number = numbers[story.cast.resolve(mention.entity)]
            category = categories.get(place, "PER")
            rows.add(EntityRow(number, *place, PROPS[mention.kind], category, _phrase(words, *place)))
            resolved.add(place)
    highest, names = max(numbers.values(), default=0), dict[tuple[object, ...], int]()
    for expression in expressions:
        place = _place(story, expression.span)
        if place is not None and place not in resolved:
            category, phrase = categories[place], _phrase(words, *place)
            is_name = expression.kind == "proper" and category != "PER"
            number = names.setdefault((category, phrase) if is_name else place, highest + len(names) + 1)
            rows.add(EntityRow(number, *place, PROPS[expression.kind], category, phrase))
    return sorted(rows, key=lambda row: (row.start, row.end, row.coref, row.prop))


def _quotes(story: Story, words: list[str], numbers: dict[str, int]) -> list[QuoteRow]:
    mentions, rows = story.document.layer(Mention), list[QuoteRow]()
    for quoted in story.quotations:
        if not quoted.is_spoken:
            continue
        speaker = numbers[quoted.speaker.id] if quoted.speaker else None
        cue = quoted.cue.mention if quoted.cue else None
        said_by = _place(story, mentions.by_id(cue).span) if cue else None
        for piece in quoted.pieces:
            place = _place(story, piece)
            if place is not None:
                start, end = place
                cue_start, cue_end = said_by or (None, None)
                phrase = _phrase(words, *said_by) if said_by else None
                rows.append(QuoteRow(start, end, cue_start, cue_end, phrase, speaker, _phrase(words, start, end)))
    return sorted(rows, key=lambda row: (row.start, row.end))


def _numbers(story: Story) -> dict[str, int]:
    """The number in each entity's id; the first narrator who is a character is 0, as in BookNLP."""
    numbers = {member.id: int(member.id[1:]) for member in story.cast.entities}
    for narrator in sorted(story.document.layer(Narrator).current(), key=lambda claim: claim.start):
        if narrator.entity is not None:
            numbers[story.cast.resolve(narrator.entity)] = NARRATOR
            break
    return numbers


def _place(story: Story, span: Span) -> tuple[int, int] | None:
    """First and last of the tokens that share a character with `span`; `None` if none does."""
    found = story.document.tokens.overlapping(span)
    return (found[0], found[-1]) if found else None


def _phrase(words: list[str], first: int, last: int) -> str:
    return " ".join(words[first : last + 1])


def _blank(word: str) -> str:
    """A word on one line and in one column."""
    return " ".join(word.split())
