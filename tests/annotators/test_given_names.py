import pytest
from passage_words import words_in

from fabula.annotators.naming.given_names import GivenNames
from fabula.layers import GivenCast, GivenCharacter

CAST = GivenCast(
    (GivenCharacter("Robert Tallow", ("Bob", "the old man")), GivenCharacter("Bob Cratton", ("Dr. Orme",)))
)


def hits(text: str, cast: GivenCast = CAST) -> list[tuple[str, int]]:
    return [(hit.name.form, hit.character) for hit in GivenNames(cast).find(words_in(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("At noon Robert Tallow came in.", [("Robert Tallow", 0)]),
        ("Bob came in, and Bob sat down.", [("Bob", 0), ("Bob", 0)]),
        ("At noon Bob Cratton came in.", [("Bob Cratton", 1)]),
        ("At noon the old man came in.", [("old man", 0)]),
        ("An old man came in.", [("old man", 0)]),
        ("At noon Dr. Orme came in.", [("Dr. Orme", 1)]),
        ("At noon Dr Orme came in.", [("Dr Orme", 1)]),
        ("Bob’s dog barked.", [("Bob", 0)]),
    ],
)
def test_stated_forms_are_found_the_longest_first(text: str, found: list[tuple[str, int]]) -> None:
    assert hits(text) == found


@pytest.mark.parametrize("text", ["They bob up and down.", "Robert came in.", "Old men came in.", "He met my old man."])
def test_other_words_are_no_stated_names(text: str) -> None:
    assert hits(text) == []


def test_a_form_of_two_characters_goes_to_the_first() -> None:
    cast = GivenCast((GivenCharacter("Ada", ("Doctor",)), GivenCharacter("Ned", ("Doctor",))))
    assert hits("At noon the Doctor came in.", cast) == [("Doctor", 0)]


def test_one_word_stated_with_an_article_is_found_behind_one() -> None:
    cast = GivenCast((GivenCharacter("Ada", ("the pilot",)),))
    assert hits("At noon the pilot met another pilot.", cast) == [("pilot", 0)]


def test_nothing_is_found_without_a_cast() -> None:
    assert hits("Bob came in.", GivenCast()) == []
