"""The columns of BookNLP's tables, and a row of each."""

from collections.abc import Iterable
from typing import NamedTuple

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


class TokenRow(NamedTuple):
    """One word; its offsets count characters, and a root's head is itself."""

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


class SenseRow(NamedTuple):
    """Words of one sense; `start` and `end` are numbers of tokens, both inside."""

    start: int
    end: int
    supersense: str
    text: str


Rows = Iterable[TokenRow] | Iterable[EntityRow] | Iterable[QuoteRow] | Iterable[SenseRow]
