import pytest

from fabula.scoring.names import AliasTable, name_key
from fabula.scoring.reference import ReferenceCharacter

CAST = (
    ReferenceCharacter("hale", "Colonel Tobias Hale", ("Hale", "the Colonel")),
    ReferenceCharacter("ines", "Ines Hale", ("Ines", "Mrs. Hale", "Madam")),
    ReferenceCharacter("cook", "The Cook", ("Madam",)),
)


@pytest.mark.parametrize("form", ["the Colonel's", "Colonel", "_Colonel_", "the  colonel’s"])
def test_key_is_without_article_possessive_and_marks(form):
    assert name_key(form) == ("colonel",)


def test_article_alone_is_kept():
    assert name_key("The") == ("the",)


def test_longest_ending_that_is_an_alias_names_the_character():
    assert AliasTable(CAST).character("poor little Ines") == "ines"


def test_honorific_is_not_cut_off():
    assert AliasTable(CAST).character("Miss Hale") is None
    assert AliasTable(CAST).character("Mrs. Hale") == "ines"


def test_alias_of_two_characters_names_neither():
    assert AliasTable(CAST).character("Madam") is None
