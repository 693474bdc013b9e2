import pytest
from passage_words import named_in, words_in

from fabula.annotators.naming.name import Name
from fabula.annotators.naming.referential_gender import first_acts, pronoun_votes
from fabula.annotators.verbs import is_verb


def votes(text: str) -> list[tuple[str, str]]:
    words = words_in(text)
    bearers = dict(named_in(words, "Ned", "Ada").values())
    return [(entity, pronouns) for entity, pronouns, _, _ in pronoun_votes(words, bearers)]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Ned sat down. He slept.", [("Ned", "he")]),
        ("Ada lost her hat.", [("Ada", "she")]),
        ("Ned, who was late, saw that nobody met him.", [("Ned", "he")]),
        ("Ned stared at her. He slept.", [("Ned", "he")]),
        ("Ned sat down.\n\nAda sat down. She slept.", [("Ada", "she")]),
    ],
)
def test_a_pronoun_after_one_name_counts_for_it(text: str, counted: list[tuple[str, str]]) -> None:
    assert votes(text) == counted


@pytest.mark.parametrize(
    "text",
    [
        "Ned met Ada. She slept.",
        "Ned sat down.\n\nHe slept.",
        "Ned sat down. It rained. The night was long. He slept.",
        "Ned sat down. “He is late,” said the boy.",
        "They slept, and she woke.",
        "Ned stared at her, and the bell rang, and she went out.",
        "Ada saw him.",
    ],
)
def test_a_pronoun_that_may_mean_another_does_not_count(text: str) -> None:
    assert votes(text) == []


def test_himself_weighs_more_than_him() -> None:
    words = words_in("Ned washed himself. A dog bit him.")
    first, second = pronoun_votes(words, {0: "Ned"})
    assert first[2] > second[2]


def test_a_pronoun_that_stood_before_the_name_weighs_less_behind_it() -> None:
    def weights(text: str) -> dict[str, float]:
        words = words_in(text)
        return {
            pronouns: weight for _, pronouns, weight, _ in pronoun_votes(words, dict(named_in(words, "Ada").values()))
        }

    late = weights("He looked for Ada, but she had gone, and he was tired.")
    early = weights("Ada had gone, and he was tired.")
    assert late["he"] < early["he"] == late["she"]


def acting(text: str) -> list[str]:
    words = words_in(text)
    names = [
        Name(words.span(first, last), name, (), (name.lower(),), False, first, last)
        for first, (last, name) in named_in(words, "Ned", "Ada").items()
    ]
    return [name.form for name in first_acts(words, names)]


def test_the_subject_of_a_verb_in_narration_acts() -> None:
    assert acting("Ned opened the door. Ada ran.") == ["Ned", "Ada"]


@pytest.mark.parametrize("text", ["He thought of Ned.", "“Ned ran,” he said.", "He ran to Ada, slowly."])
def test_who_is_only_named_does_not_act(text: str) -> None:
    assert acting(text) == []


@pytest.mark.parametrize(("word", "verb"), [("walked", True), ("ran", True), ("red", False), ("house", False)])
def test_a_past_form_looks_like_a_verb(word: str, verb: bool) -> None:
    assert is_verb(word) is verb
