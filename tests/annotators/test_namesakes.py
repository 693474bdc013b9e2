"""Two people who were taken for one, until sentences tell them apart."""

import pytest

from fabula import Story
from fabula.annotators.naming.cast import Names
from fabula.annotators.quoting.quotations import Quotations
from fabula.annotators.structure.tokens import Tokens
from fabula.layers import Alias, GivenCast, GivenCharacter, Mention
from fabula.pipeline import read_source
from fabula.text import Source

LATER = "\n\n" + "It rained on the roof, and the day was very long.\n\n" * 120
MET = f"Mr. Tallow rowed. Robert Tallow bailed.{LATER}" + "Robert sang.\n\nMr. Tallow rowed.\n\n" * 5
ONCE = "Mr. Tallow gave Robert the bucket.\n\n"
TWICE = f"{ONCE}{LATER}Robert sang, and Mr. Tallow heard Robert.\n\n"


def read(text: str, given: GivenCast | None = None) -> Story:
    return read_source(Source(text), given=given, annotators=(Tokens, Quotations, Names))


def called(story: Story) -> dict[str, list[str]]:
    """The words by which everybody is called, as they stand."""
    out: dict[str, list[str]] = {}
    for mention in story.document.layer(Mention).current():
        out.setdefault(story.cast[mention.entity].name, []).append(mention.span.of(story.text))
    return {name: sorted(words) for name, words in out.items()}


def test_a_full_name_is_that_of_the_mister_of_its_surname_while_nothing_speaks_against_it() -> None:
    assert len(called(read(MET + ONCE))) == 1


def test_sentences_that_name_both_make_two_of_them_from_their_first_names_on() -> None:
    assert called(read(MET + TWICE)) == {
        "Mr. Tallow": ["Mr. Tallow"] * 8,
        "Robert Tallow": ["Robert"] * 8 + ["Robert Tallow"],
    }


def test_before_the_second_sentence_they_are_one() -> None:
    text = MET + TWICE
    assert (
        read(text).until(text.index("Robert sang")).cast.everyone
        == read(text[: text.index("Robert sang")]).cast.everyone
    )
    assert len(read(text).until(text.index("Robert sang")).cast.everyone) == 1


def test_each_name_is_an_alias_of_one_of_them() -> None:
    story = read(MET + TWICE)
    aliases = {one.name: one.aliases for one in story.cast.everyone}
    assert aliases == {"Mr. Tallow": ("Mr. Tallow",), "Robert Tallow": ("Robert", "Robert Tallow")}
    assert len([one for one in story.document.layer(Alias).current() if one.form == "Robert"]) == 1


def test_they_stay_two() -> None:
    story = read(f"{MET}{TWICE}{LATER}Robert Tallow slept. Mr. Tallow woke Robert.")
    assert {name: len(words) for name, words in called(story).items()} == {"Mr. Tallow": 9, "Robert Tallow": 11}


def test_young_tells_a_son_from_his_father() -> None:
    assert len(called(read(f"{MET}Then young Robert sang."))) == 1
    assert set(called(read(f"{MET}Then young Robert sang.{LATER}Young Robert slept."))) == {
        "Mr. Tallow",
        "Robert Tallow",
    }


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Tallow slept. Robert woke.\n\n",
        "“Mr. Tallow gave Robert that.”\n\n",
        "Tallow slept, and Robert snored.\n\n",
        "“I slept,” said Mr. Tallow. “I woke,” said Robert.\n\n",
    ],
)
def test_neither_two_sentences_nor_speech_nor_a_bare_surname_tells_two_apart(sentence: str) -> None:
    assert len(read(MET + sentence * 3).cast.everyone) == 1


def test_nor_does_a_miss_nor_a_mister_who_is_seldom_called_so() -> None:
    miss = f"{MET}{TWICE}".replace("Mr.", "Miss").replace("Robert", "Ada")
    assert len(read(miss).cast.everyone) == 1
    seldom = f"Mr. Tallow rowed. Robert Tallow bailed.{LATER}{TWICE}"
    assert len(read(seldom).cast.everyone) == 1


@pytest.mark.parametrize("before", ["Robert sang.\n\nMr. Tallow rowed.\n\n" * 25, "Robert sang.\n\n" * 90])
def test_two_sentences_tell_nothing_of_names_used_all_the_time_or_of_one_that_is_rare_beside_the_other(
    before: str,
) -> None:
    assert len(read(MET + before + TWICE).cast.everyone) == 1


def test_a_pet_name_that_is_a_daughters_is_hers_after_three_sentences() -> None:
    sentence = "Then Molly gave Mary the bucket."
    one, two = (f"Mary Tallow rowed. Molly bailed.{LATER}{LATER.join([sentence] * times)}" for times in (2, 3))
    assert len(read(one).cast.everyone) == 1
    assert {name: len(words) for name, words in called(read(two)).items()} == {"Mary Tallow": 4, "Molly": 4}


def test_whoever_is_stated_stays_one() -> None:
    given = GivenCast((GivenCharacter("Robert Tallow", ("Mr. Tallow", "Robert")),))
    assert len(read(MET + TWICE, given).cast.everyone) == 1
