"""Tokens, mentions and quotations as BookNLP's rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from fabula.document import Columns
from fabula.layers import Mention, Narrator
from fabula.text import Span
from fabula.world import Story

TOKEN_COLUMNS = (
    "paragraph_ID",
    "sentence_ID",
    "token_ID_within_sentence",
    "token_ID_within_document",
    "word",
    "lemma",
    "byte_onset",
    "byte_offset",
    "POS_tag",
    "fine_POS_tag",
    "dependency_relation",
    "syntactic_head_ID",
    "event",
)
ENTITY_COLUMNS = ("COREF", "start_token", "end_token", "prop", "cat", "text")
QUOTE_COLUMNS = ("quote_start", "quote_end", "mention_start", "mention_end", "mention_phrase", "char_id", "quote")
SUPERSENSE_COLUMNS = ("start_token", "end_token", "supersense_category", "text")

PROPS = {"proper": "PROP", "nominal": "NOM", "pronominal": "PRON"}
NARRATOR = 0
"""The number of a narrator who is a character."""


class TokenRow(NamedTuple):
    """One word; its offsets count characters, and its head is itself."""

    paragraph: int
    sentence: int
    in_sentence: int
    number: int
    word: str
    lemma: str
    onset: int
    offset: int
    pos: str = "_"
    fine_pos: str = "_"
    relation: str = "_"
    head: int = 0
    event: str = "O"


class EntityRow(NamedTuple):
    """One mention; `start` and `end` are numbers of tokens, both inside."""

    coref: int
    start: int
    end: int
    prop: str
    cat: str
    text: str


class QuoteRow(NamedTuple):
    """One piece of a quotation, with the mention in its cue and its speaker; `None` where there is none."""

    start: int
    end: int
    mention_start: int | None
    mention_end: int | None
    mention_phrase: str | None
    character: int | None
    quote: str


Rows = Iterable[TokenRow] | Iterable[EntityRow] | Iterable[QuoteRow]


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


def token_rows(story: Story, words: list[str]) -> Iterator[TokenRow]:
    """The rows of the tokens, one after another: a long book has a million."""
    document = story.document
    paragraphs, sentences = _Holder(document.paragraphs), _Holder(document.sentences)
    last, within = -1, 0
    for number, (start, end) in enumerate(zip(document.tokens.starts, document.tokens.ends, strict=True)):
        paragraph, sentence = paragraphs.of(start), sentences.of(start)
        last, within = sentence, within + 1 if sentence == last else 0
        word = words[number]
        yield TokenRow(paragraph, sentence, within, number, word, word.lower(), start, end, head=number)


def _entities(story: Story, words: list[str], numbers: dict[str, int]) -> list[EntityRow]:
    rows = set()
    for mention in story.document.layer(Mention).current():
        place = _place(story, mention.span)
        if place is not None:
            start, end = place
            number = numbers[story.cast.resolve(mention.entity)]
            rows.add(EntityRow(number, start, end, PROPS[mention.kind], "PER", _phrase(words, start, end)))
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
    numbers = {member.id: int(member.id[1:]) for member in story.cast.everyone}
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


class _Holder:
    """Finds what holds one position after another, from left to right."""

    def __init__(self, columns: Columns) -> None:
        self._starts = columns.starts
        self._index = 0

    def of(self, position: int) -> int:
        """Index of the last span that begins at or before this position."""
        while self._index + 1 < len(self._starts) and self._starts[self._index + 1] <= position:
            self._index += 1
        return self._index
