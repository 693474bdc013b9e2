import pytest

from fabula.annotators.reading.lemmas import lemma


@pytest.mark.parametrize(
    ("word", "pos", "penn", "base"),
    [
        ("taught", "VERB", "VBD", "teach"),
        ("Taken", "VERB", "VBN", "take"),
        ("men", "NOUN", "NNS", "man"),
        ("boatmen", "NOUN", "NNS", "boatman"),
        ("parties", "NOUN", "NNS", "party"),
        ("churches", "NOUN", "NNS", "church"),
        ("knives", "NOUN", "NNS", "knife"),
        ("announced", "VERB", "VBD", "announce"),
        ("killed", "VERB", "VBN", "kill"),
        ("hoping", "VERB", "VBG", "hope"),
        ("stopping", "VERB", "VBG", "stop"),
        ("cried", "VERB", "VBD", "cry"),
        ("cut", "VERB", "VBN", "cut"),
        ("happiest", "ADJ", "JJS", "happy"),
        ("better", "ADJ", "JJR", "good"),
        ("better", "ADV", "RBR", "well"),
    ],
)
def test_an_inflected_word_leads_to_a_word_of_the_language(word: str, pos: str, penn: str, base: str) -> None:
    assert lemma("lower 1", word, pos, penn) == base, "whatever the edit would make of it"


def test_a_word_that_no_list_knows_is_left_to_the_edit() -> None:
    assert lemma("lower 2", "Quorbled", "VERB", "VBD") == "quorbl"


def test_a_word_that_is_not_inflected_is_left_to_the_edit() -> None:
    assert lemma("lower 0", "Left", "ADJ", "JJ") == "left"
    assert lemma("keep 0", "Wells", "PROPN", "NNP") == "Wells"
    assert lemma("lower 0", "taught", "VERB", "") == "taught", "a model need not say the Penn tag"
