import random
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.text import Span
from fabula.text.anchor import Anchor, Anchors, anchor_at, find

QUAY = (
    "The boat came in at dusk. “We have lost the second anchor,” said Ivo, and he threw the rope ashore. "
    "Nobody laughed. “Again,” said the harbour master, writing it down.\n\n"
    "“It was an old one,” said Ivo. “Again,” said Mrs. Pell."
)
LOST = Anchor("We have lost the second anchor", before="came in at dusk", after="said Ivo, and he threw")


def words_at(text: str, anchor: Anchor) -> str | None:
    span = find(text, anchor)
    return span.of(text) if span else None


def test_words_are_found_where_they_stand() -> None:
    assert words_at(QUAY, LOST) == "We have lost the second anchor"


@pytest.mark.parametrize(
    "exact",
    ['"We have lost\n  the second anchor,"', "‘we have LOST the second — anchor’", "_We have lost_ the second anchor"],
)
def test_blanks_capitals_and_all_that_is_no_letter_count_nothing(exact: str) -> None:
    assert words_at(QUAY, Anchor(exact)) == "We have lost the second anchor"


@pytest.mark.parametrize("apostrophe", ["'", "’"])
def test_apostrophes_of_both_kinds_are_one(apostrophe: str) -> None:
    assert words_at("He said that he didn’t know.", Anchor(f"didn{apostrophe}t know")) == "didn’t know"


def test_composed_and_decomposed_letters_are_one() -> None:
    assert words_at("Fini, le cafe\u0301 noir.", Anchor("le caf\u00e9 noir")) == "le cafe\u0301 noir"


def test_the_words_survive_when_all_around_them_changes() -> None:
    edited = "Night fell. A cry: “We have lost the second anchor!” It was the mate, who leapt and swore."
    assert words_at(edited, LOST) == "We have lost the second anchor"


@pytest.mark.parametrize(
    "edited",
    [
        "We have lost the secnod anchor",
        "We lost the second anchor",
        "We have now lost the second anchor",
        "I fear we have lost the second anchor",
    ],
)
def test_the_words_survive_a_small_change_of_their_own(edited: str) -> None:
    text = QUAY.replace("We have lost the second anchor", edited)
    found = find(text, LOST)
    assert found is not None
    assert found.overlaps(Span(text.index(edited), text.index(edited) + len(edited)))


def test_other_words_between_the_same_neighbours_are_not_taken_for_them() -> None:
    assert find(QUAY.replace("We have lost the second anchor", "Dinner"), LOST) is None
    assert find(QUAY, Anchor("We have found the first of many pearls")) is None


def test_neighbours_decide_between_the_same_words_said_twice() -> None:
    assert find(QUAY, Anchor("Again")) is None
    first, second = (match.start() for match in re.finditer("Again", QUAY))
    assert find(QUAY, Anchor("Again", after="said the harbour master")) == Span(first, first + 5)
    assert find(QUAY, Anchor("Again", before="an old one said Ivo", after="said Mrs. Pell")) == Span(second, second + 5)


def test_a_word_with_nothing_of_its_old_neighbours_is_not_trusted() -> None:
    anchor = Anchor("Again", before="the bell rang for the third time", after="cried the cook from below")
    assert find("“Again,” said Mrs. Pell.", anchor) is None


def test_nothing_behind_the_stretch_is_looked_at() -> None:
    anchors = Anchors([LOST])
    whole = Span(0, QUAY.index(" Nobody"))
    assert anchors.matches(QUAY, whole) == anchors.matches(QUAY[: whole.end], whole)
    cut = Span(0, QUAY.index("second"))
    assert anchors.matches(QUAY, cut) == anchors.matches(QUAY[: cut.end], cut)


@given(st.text(), st.text(max_size=40), st.text(max_size=20), st.text(max_size=20))
def test_any_text_and_anchor_give_a_span_of_the_text_or_nothing(text: str, exact: str, before: str, after: str) -> None:
    span = find(text, Anchor(exact, before, after))
    assert span is None or 0 <= span.start < span.end <= len(text)


@given(st.lists(st.sampled_from("alpha beta gamma delta iota kappa".split()), min_size=1, max_size=60), st.data())
def test_every_place_that_holds_the_words_is_found(words: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(words) - 1))
    exact = words[start : start + data.draw(st.integers(1, 6))]
    text = " ".join(words)
    found = Anchors([Anchor(" ".join(exact))]).matches(text, Span(0, len(text)))
    at = len(" ".join([*words[:start], ""]))
    assert any(match.span.overlaps(Span(at, at + len(exact[0]))) and match.share == 1 for match in found)


def test_five_hundred_anchors_cost_little_more_than_one() -> None:
    chance = random.Random(5)
    vocabulary = ["".join(chance.choices("aeioulnrst", k=chance.randint(2, 9))) for _ in range(3000)]
    words = chance.choices(vocabulary, weights=[1 / (i + 10) for i in range(3000)], k=30_000)
    text = " ".join(words)
    anchors = [Anchor(" ".join(words[i : i + 8]), " ".join(words[i - 5 : i])) for i in range(200, 25_200, 50)]
    began = time.process_time()
    matches = Anchors(anchors).matches(text, Span(0, len(text)))
    assert {match.anchor for match in matches} == set(range(500))
    assert time.process_time() - began < 10


def test_an_anchor_made_from_a_place_finds_it_again() -> None:
    for match in re.finditer("“[^”]*”", QUAY):
        anchor = anchor_at(QUAY, Span(*match.span()))
        assert anchor is not None
        span = find(QUAY, anchor)
        assert span is not None
        assert span.start == match.start() + 1
    assert anchor_at(QUAY, Span(0, 0)) is None
