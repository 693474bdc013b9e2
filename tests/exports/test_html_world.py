"""The sections about the world: what each layer holds stands in a table, with a link to the words in the text."""

from dataclasses import replace
from typing import Any

import pytest
from by_hand import find, story
from selectolax.lexbor import LexborHTMLParser as HTMLParser

from fabula import read_text
from fabula.document import Claim, Layer, Numbers, Tags
from fabula.exports.html import page
from fabula.exports.html.world import SECTIONS, Links
from fabula.layers import (
    Answer,
    Assertion,
    Attribute,
    Containment,
    Entity,
    Mention,
    Presence,
    Question,
    Relation,
    Scene,
    TimeRelation,
    Whereabouts,
)
from fabula.pipeline import read_source
from fabula.text import Source, Span
from fabula.world import Story

TITLES = [
    "Scenes",
    "People",
    "Relations",
    "Deeds",
    "Ties",
    "Presence",
    "Places",
    "Timeline",
    "Knowledge",
    "Questions",
    "Feelings",
]
SHOWN: tuple[type[Claim], ...] = (
    Scene,
    Attribute,
    Relation,
    Presence,
    Containment,
    Whereabouts,
    Assertion,
    Question,
    Answer,
    TimeRelation,
)


def changed(told: Story, layers: dict[type[Claim], list[Any]]) -> Story:
    """The story with other claims in some layers."""
    document = told.document
    made = {record: Layer(record, claims) for record, claims in layers.items()}
    return Story(replace(document, layers={**document.layers, **made}))


def furnished() -> Story:
    """The story by hand with two places, what lies in what, and Ada in one of them."""
    told = story()
    known: dict[str, Any] = {"known_at": len(told.text), "made_by": "hand"}
    late, rain, ada = find("late"), find("rain"), find("Ada")
    layers = told.document.layers
    return changed(
        told,
        {
            Entity: [
                *layers[Entity],
                Entity(id="e5", evidence=(late,), name="the hall", kind="facility", **known),
                Entity(id="e6", evidence=(rain,), name="the house", kind="facility", **known),
            ],
            Mention: [
                *layers[Mention],
                Mention(id="m8", evidence=(late,), kind="proper", entity="e5", **known),
                Mention(id="m9", evidence=(rain,), kind="proper", entity="e6", **known),
            ],
            Containment: [Containment(id="co1", evidence=(find("guests"),), place="e5", within="e6", **known)],
            Whereabouts: [
                Whereabouts(
                    id="wh1", evidence=(find("sit", "did not "), ada, late), entity="e2", place="e5", how="at", **known
                )
            ],
        },
    )


@pytest.fixture(scope="module")
def furnished_page() -> HTMLParser:
    return HTMLParser(page(furnished()))


def rows(tree: HTMLParser, section: str) -> list[list[str]]:
    return [[" ".join(cell.text().split()) for cell in row.css("th, td")] for row in tree.css(f"#{section} tbody tr")]


def test_every_section_has_its_heading() -> None:
    assert [section.title for section in SECTIONS] == TITLES


def test_every_claim_leads_to_its_words_in_the_text(furnished_page: HTMLParser) -> None:
    told = furnished()
    links = {node.attributes["href"] for node in furnished_page.css("#world a")}
    for record in SHOWN:
        claims = told.document.layers[record]
        assert len(claims), record
        for claim in claims:
            span = claim.evidence[-1] if record is Scene else claim.span
            assert f"#w-{span.start}-{span.end}" in links, claim
            node = furnished_page.css_first(f"main #w-{span.start}-{span.end}")
            assert span.of(told.text).startswith(node.text()), claim


def test_no_link_leads_nowhere(furnished_page: HTMLParser) -> None:
    marks = {f"#{node.id}" for node in furnished_page.css("main [id]")}
    links = [node.attributes["href"] for node in furnished_page.css("#world a")]
    assert links
    assert set(links) <= marks


def test_every_table_has_a_caption_and_every_head_its_scope(furnished_page: HTMLParser) -> None:
    for table in furnished_page.css("#world table"):
        assert table.css_first("caption").text()
        assert {node.attributes["scope"] for node in table.css("thead th")} == {"col"}
        for row in table.css("tbody tr"):
            assert [node.attributes["scope"] for node in row.css("th")] == ["row"]
            assert len(row.css("th, td")) == len(table.css("thead th"))


def test_a_scene_says_where_it_is_who_is_there_and_how_it_is_told(furnished_page: HTMLParser) -> None:
    assert rows(furnished_page, "world-scenes") == [
        ["1", "“Sit down,” said Mrs. Vane.", "late", "Ada", "Mrs. Vane", "by I, 43 % speech"]
    ]


def test_people_are_shown_with_what_they_are_like_and_who_says_so(furnished_page: HTMLParser) -> None:
    assert ["Ada", "state", "watchful", "", "She watched the rain, and I watched her."] in rows(
        furnished_page, "world-people"
    )
    assert rows(furnished_page, "world-relations")[0][:4] == ["Ada", "maid", "Mrs. Vane", "Mrs. Vane"]


def test_deeds_say_who_does_what_to_whom(furnished_page: HTMLParser) -> None:
    assert [row[:4] for row in rows(furnished_page, "world-deeds")] == [["I", "watch", "Ada", ""]]


def test_ties_and_address_forms_lead_to_their_first_and_last_words() -> None:
    tree = HTMLParser(page(read_text("“Good evening, Ann,” said Ben.\n\n“Good evening, Ben,” said Ann to Ben.\n")))
    assert ["Ben to Ann", "1", "“Good evening, Ann,” said Ben."] in [row[:3] for row in rows(tree, "world-ties")]
    assert ["Ben", "Ann", "Ann", "1"] in [row[:4] for row in rows(tree, "world-ties")]


def test_presence_gives_the_numbers_of_scenes(furnished_page: HTMLParser) -> None:
    assert rows(furnished_page, "world-presence") == [["Ada", "1", ""], ["Mrs. Vane", "", "1"]]


def test_places_say_what_lies_in_what_and_who_is_there(furnished_page: HTMLParser) -> None:
    found = rows(furnished_page, "world-places")
    assert [row[:3] for row in found[:2]] == [["late", "facility", "1"], ["rain", "facility", "1"]]
    assert found[2][:3] == ["the hall", "the house", ""]
    assert found[3][:3] == ["Ada", "at", "late"]


def test_open_questions_stand_before_the_answered(furnished_page: HTMLParser) -> None:
    assert rows(furnished_page, "world-questions") == [
        ["“Who knows?”", "Ada", "2"],
        ["“They are not coming,” she said.", "", "", "Ada did not sit."],
    ]


def test_the_timeline_tells_both_orders_and_what_people_say_is_the_day(furnished_page: HTMLParser) -> None:
    found = rows(furnished_page, "world-timeline")
    assert found[2][:2] == ["3", "3"]
    assert found[2][3:] == ["1, Wednesday", "1 day after 1"]
    assert found[-1][0] == "Mrs. Vane"
    assert found[-1][1].startswith("it is Thursday:")


def test_what_is_uncertain_stands_as_a_question() -> None:
    told = story()
    sure = told.document.layers[Scene][0]
    start = told.text.index("“They")
    doubtful = replace(sure, id="sc2", start=start, evidence=(find("“They are"),), confidence=0.3, reason="unmarked")
    tree = HTMLParser(page(changed(told, {Scene: [sure, doubtful]})))
    assert len(tree.css("#world-scenes table")) == 2
    assert rows(tree, "world-scenes")[-1][1] == "30 %"


def test_a_story_read_by_rules_says_in_one_line_what_was_not_looked_for() -> None:
    tree = HTMLParser(page(read_text("Chapter 1\n\nAnn ran. “Stop,” said Ben.\n")))
    (line,) = tree.css("#world .notice:not([hidden])")
    assert line.text().startswith("Not looked for: people, relations, deeds, presence, places,")
    assert line.text().endswith("This story was read by rules only; read it with the reader model to find them.")
    assert [node.text() for node in tree.css("#world-scenes thead th")] == ["Scene", "Begins", "Told"]
    assert tree.css_first("#world-people") is None


def test_a_layer_that_an_older_reading_lacks_is_named() -> None:
    document = furnished().document
    layers = {record: layer for record, layer in document.layers.items() if record is not TimeRelation}
    tags = {"pos": Tags("tokens", ["X"] * len(document.tokens))}
    numbers = {
        scale: Numbers("sentences", [300] * len(document.sentences)) for scale in ("valence", "arousal", "dominance")
    }
    tree = HTMLParser(page(Story(replace(document, layers=layers, tags=tags, numbers=numbers))))
    assert (
        tree.css_first("#world-told > .notice").text() == "Not looked for: timeline. Read the story again to find it."
    )
    assert rows(tree, "world-feelings")[0][2] == "3.00 ±0.28"


def test_a_section_of_which_nothing_is_told_says_so() -> None:
    told = changed(furnished(), {record: [] for record in (Question, Answer)})
    tree = HTMLParser(page(told))
    assert tree.css_first("#world-questions .notice").text() == "Nothing is told of this."


def test_hostile_values_stay_words() -> None:
    told = furnished()
    hostile = "</script><img src=x onerror=a(1)>&amp;\x00$style\"'"
    layers = told.document.layers
    tree = HTMLParser(
        page(
            changed(
                told,
                {
                    Attribute: [replace(claim, value=hostile) for claim in layers[Attribute]],
                    Relation: [replace(claim, role=hostile) for claim in layers[Relation]],
                },
            )
        )
    )
    assert tree.css("img, [onerror]") == []
    assert rows(tree, "world-relations")[0][1] == "</script><img src=x onerror=a(1)>&amp;\ufffd$style\"'"


def test_a_quotation_is_cut_between_words_and_marks_what_the_claim_rests_on() -> None:
    text = "The lamp " + "and the lamp " * 20 + "went out at last.\n"
    document = read_source(Source(text)).document
    start = text.index("went")
    quoted = Links(document).quote(Span(start, start + 4))
    assert quoted == (
        f"<a href=#w-{start}-{start + 4}><bdi>and the lamp and the lamp <b>went</b> out at last.</bdi></a>"
    )
    assert Links(document).quote(Span(0, 8)).endswith(" and the…</bdi></a>")


def test_a_story_of_one_word_has_a_world_of_nothing() -> None:
    for words in ("", "Rain.\n"):
        assert HTMLParser(page(read_text(words))).css_first("#world-told") is not None


def test_equal_stories_give_equal_pages() -> None:
    assert page(furnished()) == page(furnished())


@pytest.mark.usefixtures("model")
def test_a_story_read_with_the_model_has_every_section() -> None:
    tree = HTMLParser(page(read_text("Chapter 1\n\nAnn Vane was the sister of Ben. “Stop,” said Ben in the hall.\n")))
    assert [node.text() for node in tree.css("#world h3")] == TITLES
    assert tree.css("#world-told > .notice") == []
