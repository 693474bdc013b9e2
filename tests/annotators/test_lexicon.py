"""The word lists: well-formed, consistent with each other, and right on words everyone knows."""

from collections.abc import Callable, Collection, Mapping
from importlib.resources import files
from pathlib import Path

import pytest

from fabula.annotators import lexicon
from fabula.annotators.lexicon.persons import noun_gender
from fabula.annotators.lexicon.tables import entries

LOADERS: list[Callable[[], Collection[str]]] = [getattr(lexicon, name) for name in lexicon.__all__]
GENDERED = [lexicon.titles, lexicon.given_names, lexicon.person_nouns]
FILES = sorted(path.name for path in files(lexicon).iterdir() if path.name.endswith(".txt"))


@pytest.mark.parametrize("name", FILES)
def test_a_list_is_sorted_has_no_doubles_and_says_where_it_comes_from(name: str) -> None:
    lines = (files(lexicon) / name).read_text(encoding="utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    body = lines[len(head) :]
    assert head
    assert not any(line.startswith("#") or line != line.strip() or not line for line in body)
    keys = [line.split("\t")[0] for line in body]
    assert len(set(keys)) == len(keys)
    assert body == sorted(body) or name == "quotation_weights.txt"


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
def test_keys_are_lower_case(loader: Callable[[], Collection[str]]) -> None:
    assert loader()
    assert [key for key in loader() if key != key.lower()] == []


@pytest.mark.parametrize("loader", LOADERS, ids=lambda loader: loader.__name__)
def test_every_list_is_described(loader: Callable[[], Collection[str]]) -> None:
    page = Path(__file__).parents[2] / "docs" / "reference" / "lexicons.md"
    assert f"`{loader.__name__}`" in page.read_text(encoding="utf-8")


@pytest.mark.parametrize("loader", GENDERED, ids=lambda loader: loader.__name__)
def test_genders_are_he_she_or_open(loader: Callable[[], Mapping[str, str | None]]) -> None:
    assert set(loader().values()) == {"he", "she", None}


def test_a_compound_noun_has_the_gender_of_its_last_part() -> None:
    nouns = ("woman", "ferry-woman", "under-gardener", "man", "doctor", "table")
    assert [noun_gender(noun) for noun in nouns] == ["she", "she", None, "he", None, None]


def test_titles_have_genders() -> None:
    titles = lexicon.titles()
    assert (titles["mr"], titles["mrs"], titles["dr"]) == ("he", "she", None)
    assert "st" not in titles


def test_usual_bearers_are_said_of_open_titles_only() -> None:
    usual = lexicon.usual_bearers()
    assert usual["captain"] == "he"
    assert not {"doctor", "professor", "mrs", "mr"} & usual.keys()
    assert {lexicon.titles()[title] for title in usual} == {None}


def test_given_names_have_genders() -> None:
    names = lexicon.given_names()
    assert (names["harriet"], names["fyodor"], names["evelyn"]) == ("she", "he", None)
    assert "table" not in names


def test_nicknames_lead_to_given_names() -> None:
    short = lexicon.nicknames()
    assert "elizabeth" in short["lizzy"]
    assert "william" in short["bill"]
    assert {full for fulls in short.values() for full in fulls} <= lexicon.given_names().keys()
    assert all(key not in fulls and len(set(fulls)) == len(fulls) for key, fulls in short.items())


def test_person_nouns_have_genders_and_plurals() -> None:
    nouns = lexicon.person_nouns()
    assert (nouns["footman"], nouns["widow"], nouns["stranger"]) == ("he", "she", None)
    assert "table" not in nouns
    plurals = lexicon.plural_person_nouns()
    assert (plurals["women"], plurals["children"], plurals["passers-by"]) == ("woman", "child", "passer-by")
    assert plurals["crowd"] == "person"
    assert set(plurals.values()) <= nouns.keys()
    assert not plurals.keys() & nouns.keys()


def test_speech_verbs_are_found_in_every_form() -> None:
    verbs = lexicon.speech_verbs()
    assert {verbs[form] for form in ("say", "says", "said", "saying")} == {"say"}
    assert {verbs[form] for form in ("cried", "sang", "stopped", "hummed")} == {"cry", "sing", "stop", "hum"}
    assert "elapsed" not in verbs


def test_weak_speech_verbs_are_bases_of_speech_verbs() -> None:
    assert lexicon.weak_speech_verbs() <= set(lexicon.speech_verbs().values())
    assert not lexicon.weak_speech_verbs() & {"say", "ask", "reply", "cry", "whisper", "exclaim"}


def test_speech_nouns_name_pieces_of_speech() -> None:
    assert {"reply", "exclamation"} <= lexicon.speech_nouns()
    assert "chair" not in lexicon.speech_nouns()


def test_irregular_pasts_lead_to_their_bases() -> None:
    assert lexicon.irregular_past()["went"] == "go"
    assert lexicon.irregular_past()["found"] == "find"
    assert "walked" not in lexicon.irregular_past()


def test_common_words_say_how_often_they_are_capitalised() -> None:
    words = lexicon.common_words()
    assert words["table"] < 20
    assert words["monday"] > 950
    assert all(0 <= share <= 1000 for share in words.values())


def test_words_of_grammar_are_no_names_and_no_persons() -> None:
    grammar = lexicon.function_words()
    assert {"the", "she", "because", "hadn't", "suddenly"} <= grammar
    assert grammar & lexicon.person_nouns().keys() <= {"being"}
    assert grammar & lexicon.given_names().keys() <= {"will", "may"}


def test_places_and_their_nouns() -> None:
    assert {"london", "new york", "yorkshire"} <= lexicon.places()
    assert {"street", "hall", "bay"} <= lexicon.place_nouns()
    assert {"english", "jew", "parisian"} <= lexicon.demonyms()
    assert {"monday", "august", "christmas"} <= lexicon.calendar_words()


def test_what_stands_around_names_and_sentences() -> None:
    assert {"san", "jr", "esq"} <= lexicon.honorific_suffixes()
    assert {"oh", "good heavens", "jove"} <= lexicon.interjections()


def test_animals_are_neither_names_nor_persons() -> None:
    assert {"dog", "toad"} <= lexicon.animal_nouns()
    assert lexicon.animal_nouns() & lexicon.given_names().keys() <= {"wolf", "raven", "phoenix"}
    assert lexicon.animal_nouns() & lexicon.person_nouns().keys() <= {"beast"}


def test_words_younger_than_the_novels_counted_are_common_too() -> None:
    assert lexicon.common_words()["laptop"] == 0
    younger, counted = (set(entries(name)) for name in ("modern_words", "common_words"))
    assert not younger & {line.split("\t")[0] for line in counted}
