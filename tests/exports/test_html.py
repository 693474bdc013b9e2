"""The page: one file that loads nothing, whose words are the story's, and on which no text can act."""

import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from by_hand import TEXT, story
from hypothesis import given
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser as HTMLParser

import fabula
from fabula import read_text
from fabula.document import Document, Layer
from fabula.exports.html import HTML, page
from fabula.exports.html.called import contents, names
from fabula.exports.html.facts import facts
from fabula.exports.html.ink import plain
from fabula.exports.html.nest import Wrap, nest
from fabula.exports.html.text import shown
from fabula.layers import Alias, Attribution, Division
from fabula.pipeline import read_source
from fabula.text import Source, Span
from fabula.world import Story
from fabula.world.speech import DOUBTFUL

EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=a(1)>&amp;\x00\x1b\u202e\u2066\r\x85$style${text}\"'"


@pytest.fixture(scope="module")
def rain() -> HTMLParser:
    return HTMLParser(page(story()))


def dressed(text: str, **source: Any) -> Story:
    """The story by hand over other words of the same length."""
    document = story().document
    return Story(Document(Source(text, **source), document.layers, document.columns))


def paragraphs(tree: HTMLParser) -> list[tuple[int, str]]:
    for label in tree.css("main button"):
        label.decompose()
    found = tree.css("main [id^='p-']")
    return [(int((node.id or "")[2:]), node.text()) for node in found]


def test_one_file_named_after_the_story() -> None:
    assert list(HTML.files(story(), "rain")) == ["rain.html"]


def test_a_speaker_just_short_of_certain_is_as_doubtful_on_the_page_as_in_the_story() -> None:
    document = story().document
    almost = [replace(claim, confidence=DOUBTFUL - 0.001) for claim in document.layer(Attribution)]
    layers = {**document.layers, Attribution: Layer(Attribution, almost)}
    told = Story(Document(document.source, layers, document.columns))
    assert any(quoted.speaker for quoted in told.quotations)
    written = json.loads(facts(told))
    assert all(quoted.is_doubtful for quoted in told.quotations if quoted.speaker)
    assert all(sure < written["doubtful"] for _, _, _, _, sure, *_ in written["attributions"])


def test_every_paragraph_is_there_with_its_position(rain: HTMLParser) -> None:
    assert paragraphs(HTMLParser(page(story()))) == [
        (span.start, span.of(TEXT)) for span in story().document.paragraphs
    ]


def test_each_quotation_bears_its_id_and_a_label(rain: HTMLParser) -> None:
    labelled = [node.id for node in rain.css("q[id]") if node.css_first("button.who")]
    assert labelled == ["q1", "q3", "q4"]
    assert [node.text() for node in rain.css("q[data-q=q1]")] == ["“The ‘guests’ are late.”"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_story_that_was_read_is_there_whole(path: Path) -> None:
    told = fabula.read(path)
    tree = HTMLParser(page(told))
    assert [node.id for node in tree.css("q[id]")] == [quoted.id for quoted in told.quotations if shown(quoted)]
    assert paragraphs(tree) == [(span.start, plain(span.of(told.text))) for span in told.document.paragraphs]
    assert {node.attributes["href"] for node in tree.css("nav a")} == {
        f"#{division.division.id}" for division in told.divisions if division.division.resumes is None
    }


def test_words_between_scare_quotes_are_not_marked(rain: HTMLParser) -> None:
    assert rain.css_first("#q2") is None


def test_facts_carry_the_position_at_which_they_were_known() -> None:
    known = json.loads(facts(story()))
    assert known["quotations"][0] == ["q1", TEXT.index("“"), len(TEXT), 6]
    speakers = [(attribution[1], attribution[2], attribution[3]) for attribution in known["attributions"]]
    assert (len(TEXT), "e4", "explicit") in speakers
    assert (len(TEXT), None, "implicit") in speakers
    changed, merged, _ = known["steps"][-1]
    assert [character[1] for character in changed] == ["Mrs. Vane", "Ada", "I"]
    assert merged == [["e4", "e1"]]


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(rain: HTMLParser) -> None:
    policy = rain.css_first("meta[http-equiv]").attributes["content"] or ""
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    assert rules["default-src"] == "'none'"
    for name, block in (("style", "style"), ("script", "script:not([type])")):
        (node,) = rain.css(block)
        digest = b64encode(sha256(node.text().encode()).digest()).decode()
        assert rules[f"{name}-src"] == f"'sha256-{digest}'"


def test_it_refers_to_nothing_outside(rain: HTMLParser) -> None:
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)|@import|url\(", rain.html or "")
    assert rain.css("[src], [style], [onclick], iframe, object, base") == []
    assert {node.attributes["href"][:1] for node in rain.css("a[href]")} == {"#"}


def test_headings_and_landmarks_are_there(rain: HTMLParser) -> None:
    assert [node.text() for node in rain.css("main h2")] == ["Chapter 1"]
    for landmark in ("header", "nav[aria-labelledby]", "main", "aside[aria-labelledby]", "form[role=search]", "a.skip"):
        assert len(rain.css(landmark)) == 1, landmark
    assert all(node.attributes.get("type") == "button" for node in rain.css("button.who"))


def test_hostile_words_stay_words() -> None:
    words = HOSTILE + TEXT[len(HOSTILE) :]
    tree = HTMLParser(page(dressed(words, title=HOSTILE, author=HOSTILE)))
    assert len(tree.css("script")) == 2
    assert tree.css("img, [onerror]") == []
    assert tree.css_first("h1").text() == plain(HOSTILE)
    assert paragraphs(tree) == [(span.start, plain(span.of(words))) for span in story().document.paragraphs]


def test_a_story_without_words_is_a_page_too() -> None:
    assert paragraphs(HTMLParser(page(read_text("")))) == []


def test_names_cannot_leave_the_facts() -> None:
    document = story().document
    aliases = [replace(alias, form=HOSTILE) for alias in document.layer(Alias)]
    told = Story(Document(document.source, {**document.layers, Alias: Layer(Alias, aliases)}, document.columns))
    written = facts(told)
    assert "<" not in written
    assert HOSTILE in [character[1] for character in json.loads(written)["steps"][-1][0]]


@given(st.text())
def test_positions_survive_what_a_parser_would_change(words: str) -> None:
    shown = plain(words)
    assert len(shown) == len(words)
    assert not re.search("[\x00\r]", shown)


WRAPS = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 20), st.integers(0, 2)).map(
        lambda it: Wrap(min(it[:2]), -max(it[:2]), it[2], "<q id=a>", "<q>", "</q>")
    ),
    max_size=8,
)


@given(WRAPS, st.integers(0, 10), st.integers(10, 20))
def test_elements_nest_whatever_crosses_what(wraps: list[Wrap], start: int, end: int) -> None:
    text = "abcdefghij<lmno&qrst"
    out = nest(text, Span(start, end), wraps)
    depth = 0
    for tag in re.findall(r"</?q", out):
        depth += 1 if tag == "<q" else -1
        assert depth >= 0
    assert depth == 0
    assert HTMLParser(f"<p>{out}</p>").text() == text[start:end]


def test_an_element_cut_in_two_bears_its_id_once() -> None:
    crossing = [Wrap(0, -4, 0, "<a>", "<a2>", "</a>"), Wrap(2, -6, 1, "<b>", "<b2>", "</b>")]
    assert nest("abcdef", Span(0, 6), crossing) == "<a>ab<b>cd</b></a><b2>ef</b>"


def shaped(*parts: str, **source: Any) -> Story:
    """A story of paragraphs whose lines are the author's."""
    return read_source(Source("\n\n".join(parts) + "\n", shaped=True, **source))


def classes(told: Story, words: str) -> list[str]:
    tree = HTMLParser(page(told))
    (node,) = (node for node in tree.css("main p") if words in node.text())
    return (node.attributes.get("class") or "").split()


def test_a_dash_stays_with_the_word_before_it_and_the_words_stay_as_they_are() -> None:
    told = shaped("Chapter 1", "The porter read aloud:—the door—the “—” and a — b.")
    tree = HTMLParser(page(told))
    assert [node.text() for node in tree.css("main .dash")] == ["—", "—"]
    assert paragraphs(tree) == [(span.start, span.of(told.text)) for span in told.document.paragraphs]


def test_a_dash_that_few_fonts_have_is_wrapped_so_that_another_can_be_shown() -> None:
    told = shaped("Chapter 1", "They drove to B⸺ by night, the damned ⸺!")
    tree = HTMLParser(page(told))
    assert [(node.attributes["class"], node.text()) for node in tree.css("main .long")] == [
        ("dash long", "⸺"),
        ("long", "⸺"),
    ]


def test_verse_is_set_off_and_the_sentence_goes_on_after_it_without_an_indent() -> None:
    told = shaped(
        "Chapter 1",
        "She used to sing:",
        "Down the lane the lantern goes,\nWhither, not a creature knows,",
        "and then she would stop.",
        "Up the lane the lantern came,\nNever was a light so tame.",
        "Nobody sang after that.",
        "The lamp went out.",
    )
    assert classes(told, "Down the lane") == ["verse"]
    assert classes(told, "and then she") == ["after", "first"]
    assert classes(told, "Nobody sang") == ["after"]
    assert classes(told, "The lamp") == []


def test_long_lines_that_the_source_broke_are_no_verse() -> None:
    long = "The road went on for as long as anybody had ever cared to follow it,\nand then it stopped."
    assert classes(shaped("Chapter 1", "It rained.", long), "The road") == ["lines"]


def divided(*divisions: tuple[str, str | None, int, str]) -> Story:
    """A story of divisions: kind, title, level, words."""
    text = "\n\n".join(words for *_, words in divisions) + "\n"
    document = read_source(Source(text, shaped=True)).document
    claims, at = [], 0
    for number, (kind, title, level, words) in enumerate(divisions, 1):
        span: Any = Span(at, at + len(words))
        claim = Division(
            id=f"d{number}",
            evidence=(span,),
            known_at=len(text),
            made_by="hand",
            start=at,
            kind=kind,  # type: ignore[arg-type]
            level=level,
            title=title,
        )
        claims.append(claim)
        at += len(words) + 2
    return Story(Document(document.source, {**document.layers, Division: Layer(Division, claims)}, document.columns))


def test_the_contents_hold_a_title_around_the_story_once_and_tell_untitled_matter_apart() -> None:
    told = divided(
        ("front", "The Lamp", 1, "The Lamp"),
        ("front", None, 1, "For Ada"),
        ("front", None, 1, "A light that goes out was always going to go out, said the wick"),
        ("front", "The Lamp", 1, "The Lamp"),
        ("chapter", "I", 1, "It rained."),
        ("chapter", "I", 1, "It rained again."),
    )
    listed = [node.text() for node in HTMLParser(f"<ol>{contents(told)}</ol>").css("li")]
    assert listed == [
        "The Lamp",
        "Front matter: For Ada",
        "Front matter: A light that goes out was always going…",
        "I",
        "I",
    ]


def test_a_number_is_named_with_the_story_it_belongs_to_and_not_with_a_part_of_the_book() -> None:
    told = divided(
        ("chapter", "The Ferry", 1, "The Ferry"),
        ("chapter", "I", 2, "It rained."),
        ("chapter", "The Lamp", 1, "It was dark."),
        ("chapter", "Part Two", 1, "Part Two"),
        ("chapter", "VII", 2, "It was late."),
    )
    assert names(told) == ["The Ferry", "The Ferry, I", "The Lamp", "Part Two", "VII"]
