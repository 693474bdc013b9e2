import pytest

from fabula.annotators.reading.english import ENOUGH, English

ENGLISH = "She said that they were not there, and he put the lamp down and went out to look for them in the rain. " * 4
OTHERS = {
    "French": "Elle ouvrit la porte et regarda le jardin où les enfants jouaient sous la pluie avec un chien. ",
    "German": "Sie öffnete die Tür und sah in den Garten, wo die Kinder im Regen mit einem großen Hund spielten. ",
    "Dutch": "Zij opende de deur en keek naar de tuin, waar de kinderen in de regen met een grote hond speelden. ",
    "Italian": "Aprì la porta e guardò il giardino, dove i bambini giocavano sotto la pioggia con un grande cane. ",
    "Spanish": "Abrió la puerta y miró el jardín, donde los niños jugaban bajo la lluvia con un gran perro negro. ",
    "Latin": "Portam aperuit et hortum spectavit, ubi pueri cum magno cane sub imbre ludebant, nec eam viderunt. ",
    "Russian": "Она открыла дверь и посмотрела в сад, где дети играли под дождём с большой чёрной собакой. ",
}


def holds(*passages: str) -> list[bool]:
    english = English()
    return [english.holds(passage.split()) for passage in passages]


def test_english_is_english() -> None:
    assert holds(ENGLISH) == [True]


def test_talk_and_dialect_are_english() -> None:
    assert holds("“Y’ can't,” said he. “What, you? My, my! Git out, ye wee fool, and let me be.” " * 5) == [True]


@pytest.mark.parametrize("language", OTHERS)
def test_another_language_is_not(language: str) -> None:
    assert holds(OTHERS[language] * 4) == [False]


def test_a_short_passage_is_like_what_was_read_before() -> None:
    short = "Bonsoir ! dit-elle."
    assert len(short.split()) < ENOUGH
    assert holds(short) == [True], "too little to say"
    assert holds(ENGLISH, short) == [True, True]
    assert holds(OTHERS["French"] * 8, short) == [False, False]


def test_a_foreign_passage_does_not_silence_those_behind_it() -> None:
    assert holds(ENGLISH, OTHERS["German"] * 5, ENGLISH) == [True, False, True]


def test_numbers_and_marks_say_nothing() -> None:
    assert holds("1 2 3 * * * … — ! " * 50) == [True]
