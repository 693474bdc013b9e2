import pytest

from fabula.inference.senses import NOUNS, VERBS, read_senses

PERSON, PLACE, MOTION, TALK = 1, 2, 1 << 26, 1 << 27
TABLE = (
    f"London {PLACE:x}\nbaker {PERSON:x}\npostman {PERSON:x}\n"
    f"run {PLACE | MOTION:x}\nscurry {MOTION:x}\nspoke {TALK:x}\n"
)


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("baker", PERSON),
        ("Baker", PERSON),
        ("BAKERS", PERSON),
        ("spoke", TALK),
        ("London", PLACE),
        ("london", 0),
        ("runs", PLACE | MOTION),
        ("running", MOTION),
        ("scurries", MOTION),
        ("countrymen", 0),
        ("postmen", PERSON),
        ("s", 0),
        ("", 0),
        ("—", 0),
    ],
)
def test_a_word_has_the_classes_of_every_base_that_it_may_be_a_form_of(word: str, classes: int) -> None:
    assert read_senses(TABLE).of(word) == classes


def test_classes_are_of_nouns_or_of_verbs() -> None:
    assert NOUNS & VERBS == 0
    assert (NOUNS | VERBS).bit_count() == 41
