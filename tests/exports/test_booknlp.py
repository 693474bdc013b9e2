import json
from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from by_hand import TEXT, story
from hypothesis import given
from hypothesis import strategies as st

from exports.grammar import story as grammar_story
from fabula import read_text
from fabula.document import Document, Layer, Tags
from fabula.exports import write
from fabula.exports.booknlp import BOOKNLP
from fabula.layers import Entity, EntityType, Event, Expression, Gender, Mention, MentionKind
from fabula.text import Span
from fabula.world import Story

TOKEN_HEAD = (
    "paragraph_ID/sentence_ID/token_ID_within_sentence/token_ID_within_document/word/lemma/byte_onset/byte_offset/"
    "POS_tag/fine_POS_tag/dependency_relation/syntactic_head_ID/event"
)
QUOTE_HEAD = "quote_start/quote_end/mention_start/mention_end/mention_phrase/char_id/quote"

Rows = list[dict[str, str]]


def rows(files: Mapping[str, str], ending: str) -> Rows:
    """The rows of one table, as a notebook reads them."""
    head, *lines = files[f"rain.{ending}"].removesuffix("\n").split("\n")
    names = head.split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines]


@pytest.fixture(scope="module")
def files() -> Mapping[str, str]:
    return BOOKNLP.files(story(), "rain")


def test_the_six_files_are_named_after_the_stem(files: Mapping[str, str], tmp_path: Path) -> None:
    endings = ["tokens", "entities", "quotes", "supersense", "book", "book.html"]
    assert list(files) == [f"rain.{ending}" for ending in endings]
    write(BOOKNLP, story(), "rain", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(files)


def test_the_headers_are_booknlps(files: Mapping[str, str]) -> None:
    heads = {name: content.split("\n")[0].split("\t") for name, content in files.items()}
    assert heads["rain.tokens"] == TOKEN_HEAD.split("/")
    assert heads["rain.entities"] == ["COREF", "start_token", "end_token", "prop", "cat", "text"]
    assert heads["rain.quotes"] == QUOTE_HEAD.split("/")
    assert heads["rain.supersense"] == ["start_token", "end_token", "supersense_category", "text"]


def test_tokens_stand_where_their_offsets_say(files: Mapping[str, str]) -> None:
    tokens = rows(files, "tokens")
    for number, token in enumerate(tokens):
        assert token["word"] == TEXT[int(token["byte_onset"]) : int(token["byte_offset"])]
        assert token["token_ID_within_document"] == token["syntactic_head_ID"] == str(number)
    assert {(token["POS_tag"], token["event"]) for token in tokens} == {("_", "O")}
    paragraphs = [int(token["paragraph_ID"]) for token in tokens]
    assert paragraphs == sorted(paragraphs)
    assert set(paragraphs) == {0, 1, 2, 3, 4}


def test_words_are_counted_within_their_sentence(files: Mapping[str, str]) -> None:
    tokens = rows(files, "tokens")
    for before, token in pairwise(tokens):
        same = before["sentence_ID"] == token["sentence_ID"]
        assert int(token["token_ID_within_sentence"]) == (int(before["token_ID_within_sentence"]) + 1 if same else 0)


def test_mentions_bear_the_number_of_the_resolved_entity(files: Mapping[str, str]) -> None:
    mentions = [(row["text"], row["COREF"], row["prop"], row["cat"]) for row in rows(files, "entities")]
    assert ("Ada", "2", "PROP", "PER") in mentions
    assert ("I", "0", "PRON", "PER") in mentions, "the narrator is 0"
    assert ("she", "2", "PRON", "PER") in mentions
    assert ("she", "1", "PRON", "PER") not in mentions, "a replaced claim is left out"
    assert next(text for text, *_ in mentions) in {"Mrs. Vane", "Mrs . Vane"}, "the line end is a blank"


def test_each_piece_of_a_quotation_has_a_row(files: Mapping[str, str]) -> None:
    tokens, quotes = rows(files, "tokens"), rows(files, "quotes")
    found = [
        TEXT[int(tokens[int(row["quote_start"])]["byte_onset"]) : int(tokens[int(row["quote_end"])]["byte_offset"])]
        for row in quotes
    ]
    assert found == ["“Sit down,”", "“The ‘guests’ are late.”", "“They are not coming,”", "“Who knows?”"]
    assert [row["char_id"] for row in quotes] == ["1", "1", "2", "None"]
    assert [row["mention_phrase"] for row in quotes][2:] == ["she", "None"]


def test_words_in_scare_quotes_are_nobodys(files: Mapping[str, str]) -> None:
    tokens = rows(files, "tokens")
    opening = next(token["token_ID_within_document"] for token in tokens if token["word"] == "‘")
    assert opening not in {row["quote_start"] for row in rows(files, "quotes")}


def test_the_book_describes_characters_as_booknlp_does(files: Mapping[str, str]) -> None:
    characters: list[dict[str, Any]] = json.loads(files["rain.book"])["characters"]
    ada, vane = characters
    assert set(ada) == {"agent", "patient", "mod", "poss", "id", "g", "count", "mentions"}
    assert (ada["id"], ada["count"]) == (2, 4)
    assert ada["mentions"]["proper"] == [{"c": 1, "n": "Ada"}]
    assert sorted(form["n"] for form in ada["mentions"]["pronoun"]) == ["She", "her", "she"]
    assert ada["g"]["argmax"] == "she/her"
    assert ada["g"]["inference"] == {"he/him/his": 0.0, "they/them/their": 0.0, "she/her": 1.0}
    assert (vane["id"], vane["count"]) == (1, 1), "who speaks is listed, even if mentioned once"
    assert (vane["g"]["argmax"], vane["g"]["max"]) == ("xe", 0.75)
    assert vane["g"]["inference"]["xe"] == 0.75


def test_the_page_shows_names_and_escapes_them(files: Mapping[str, str]) -> None:
    page = files["rain.book.html"]
    assert "4 Ada (1) " in page
    assert "<h2>Text</h2>" in page
    assert "[2-ada]" in page
    assert page.count("<p />") == 5


@given(st.text(alphabet="Aa.“” \n\t\r\x85\u2028\x0b<&\x00é", max_size=80))
def test_any_text_gives_tables_that_can_be_read(text: str) -> None:
    story = read_text(text)
    files = BOOKNLP.files(story, "rain")
    for token in rows(files, "tokens"):
        where = story.text[int(token["byte_onset"]) : int(token["byte_offset"])]
        assert token["word"].split() == where.split()


def test_an_empty_story_has_every_file() -> None:
    files = BOOKNLP.files(read_text(""), "rain")
    assert len(files) == 6
    assert json.loads(files["rain.book"]) == {"characters": []}


def test_a_view_has_only_what_was_known() -> None:
    whole: Story = story()
    assert rows(BOOKNLP.files(whole.until(20), "rain"), "entities") == []


def test_unknown_gender_can_be_read_like_any_other() -> None:
    document = story().document
    bare = Story(Document(document.source, {**document.layers, Gender: Layer(Gender)}, document.columns))
    for character in json.loads(BOOKNLP.files(bare, "rain")["rain.book"])["characters"]:
        assert character["g"]["argmax"] == "unknown"
        assert len(set(character["g"]["inference"].values())) == 1


READ = "Ada and Bram sat down in Leith. They were old, and Leith pleased her brother. He was seen by Ada."
GRAMMAR = (
    "PROPN|Ada|nsubj|3 CCONJ|and|cc|2 PROPN|Bram|conj|0 VERB|sit|root|3 ADV|down|compound:prt|3 ADP|in|case|6 "
    "PROPN|Leith|obl|3 PUNCT|.|punct|3 "
    "PRON|they|nsubj|10 AUX|be|cop|10 ADJ|old|root|10 PUNCT|,|punct|14 CCONJ|and|cc|14 PROPN|Leith|nsubj|14 "
    "VERB|please|conj|10 PRON|she|nmod:poss|16 NOUN|brother|obj|14 PUNCT|.|punct|10 "
    "PRON|he|nsubj:pass|20 AUX|be|aux:pass|20 VERB|see|root|20 ADP|by|case|22 PROPN|Ada|obl:agent|20 PUNCT|.|punct|20"
)


@pytest.fixture(scope="module")
def read() -> Mapping[str, str]:
    """The files of a story that the model has read, by hand."""
    with_tags = grammar_story(READ, GRAMMAR)
    document = with_tags.document
    tokens, known = document.tokens, {"known_at": len(READ), "made_by": "hand"}
    senses = ["B-noun.person", *[""] * 2, "B-verb.contact", "I-verb.contact", "", "B-noun.location"]
    tags = {**document.tags, "supersense": Tags("tokens", senses + [""] * (len(tokens) - len(senses)))}
    of: list[tuple[int, int, MentionKind, EntityType]] = [
        (0, 1, "proper", "person"),
        (0, 3, "proper", "person"),
        (6, 7, "proper", "settlement"),
        (13, 14, "proper", "settlement"),
        (15, 17, "nominal", "person"),
    ]
    made = [
        Expression(id=f"x{n}", evidence=(Span(tokens.starts[a], tokens.ends[b - 1]),), kind=kind, type=type_, **known)
        for n, (a, b, kind, type_) in enumerate(of)
    ]
    people = [
        Mention(id=f"m{place}", evidence=(tokens[place],), kind="proper", entity=entity, **known)
        for place, entity in ((0, "e1"), (2, "e2"), (8, "e1"), (15, "e1"), (18, "e2"), (22, "e1"))
    ]
    entities = [
        Entity(id=f"e{n}", evidence=(tokens[2 * n - 2],), name="Ada Bram".split()[n - 1], **known) for n in (1, 2)
    ]
    layers = {
        **document.layers,
        Expression: Layer(Expression, made),
        Event: Layer(Event, [Event(id="ev1", evidence=(tokens[3],), **known)]),
        Mention: Layer(Mention, people),
        Entity: Layer(Entity, entities),
    }
    return BOOKNLP.files(Story(replace(document, tags=tags, layers=layers)), "rain")


def test_what_the_model_read_fills_the_columns_of_tokens(read: Mapping[str, str]) -> None:
    sat, down = rows(read, "tokens")[3:5]
    assert [sat[name] for name in ("lemma", "POS_tag", "fine_POS_tag", "event")] == ["sit", "VERB", "VERB", "EVENT"]
    assert (sat["dependency_relation"], sat["syntactic_head_ID"]) == ("root", "3")
    assert (down["dependency_relation"], down["syntactic_head_ID"], down["event"]) == ("compound:prt", "3", "O")


def test_supersenses_have_a_row_for_their_words(read: Mapping[str, str]) -> None:
    assert [list(row.values()) for row in rows(read, "supersense")] == [
        ["0", "0", "noun.person", "Ada"],
        ["3", "4", "verb.contact", "sat down"],
        ["6", "6", "noun.location", "Leith"],
    ]


def test_entities_of_every_kind_have_the_number_of_whom_they_resolve_to_or_their_own(read: Mapping[str, str]) -> None:
    found = [(row["text"], row["COREF"], row["cat"]) for row in rows(read, "entities")]
    assert found[:5] == [
        ("Ada", "1", "PER"),
        ("Ada and Bram", "3", "PER"),
        ("Bram", "2", "PER"),
        ("Leith", "4", "GPE"),
        ("They", "1", "PER"),
    ]
    assert found[5] == ("Leith", "4", "GPE"), "one name, one number"
    assert ("her brother", "5", "PER") in found
    assert read["rain.book.html"].index("<h3>PER</h3>") < read["rain.book.html"].index("<h3>GPE</h3>2 Leith")


def test_the_book_says_what_people_do_are_have_and_undergo(read: Mapping[str, str]) -> None:
    ada, bram = json.loads(read["rain.book"])["characters"]
    assert ada["agent"] == [{"w": "sat", "i": 3}, {"w": "seen", "i": 20}]
    assert (ada["mod"], ada["poss"]) == ([{"w": "old", "i": 10}], [{"w": "brother", "i": 16}])
    assert bram["agent"] == [{"w": "sat", "i": 3}], "who is joined to the subject does the same"
    assert bram["patient"] == [{"w": "seen", "i": 20}]
