import pytest
from passage_words import words_in

from fabula.annotators.naming.name import Name
from fabula.annotators.naming.names import NameFinder


def names(*passages: str) -> list[Name]:
    finder = NameFinder()
    return [name for text in passages for name in finder.find(words_in(text))]


def forms(*passages: str) -> list[str]:
    return [name.form for name in names(*passages)]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("At noon Mrs. Vane came in.", "Mrs. Vane"),
        ("At noon Dr. J. R. Orme came in.", "Dr. J. R. Orme"),
        ("At noon Robert came in.", "Robert"),
        ("At noon Robert Tallow came in.", "Robert Tallow"),
        ("At noon Robert de la Marche came in.", "Robert de la Marche"),
        ("At noon the Captain came in.", "Captain"),
        ("At noon the fair Countess of Tarrow came in.", "Countess of Tarrow"),
        ("At noon Robert’s brother came in.", "Robert"),
        ("“Good,” said Tarrow.", "Tarrow"),
        ("“Good,” Tarrow answered.", "Tarrow"),
        ("At noon ROBERT came in.", "Robert"),
    ],
)
def test_a_person_is_found_at_once_where_title_name_or_cue_says_so(text: str, form: str) -> None:
    assert form in forms(text)


@pytest.mark.parametrize(
    "text",
    [
        "They came to London in March, on a Monday.",
        "Rain fell. Nobody spoke.",
        "He read the Bible to the French.",
        "The Bank of London rose. The queen of London sat down.",
        "They drove along Harley Street to the Thames.",
        "“Good,” said the American.",
        "HE WENT OUT AND NEVER CAME BACK.",
        "“I went,” I said, “and I came.”",
    ],
)
def test_places_days_and_words_that_open_sentences_are_no_persons(text: str) -> None:
    assert forms(text) == []


def test_titles_and_words_are_kept_apart() -> None:
    (name,) = names("At noon old Mister Vane came in.")
    assert (name.titles, name.words, name.article) == (("mr",), ("vane",), False)
    assert name.key == ("mr", "vane")


def test_a_suffix_of_respect_is_no_part_of_the_name() -> None:
    assert [name.words for name in names("At noon Robert-san came in.")] == [("robert",)]


def test_a_title_is_known_with_either_apostrophe() -> None:
    assert [one.titles for one in names("At noon Cap'n Vane and Cap’n Orme came in.")] == [("captain",)] * 2


def test_a_style_before_a_full_name_keeps_its_article_without_making_the_name_a_description() -> None:
    (one,) = names("At noon the Reverend Robert Vane came in.")
    assert (one.titles, one.words, one.article) == (("reverend",), ("robert", "vane"), False)


def test_two_names_side_by_side_end_before_a_title() -> None:
    assert forms("At noon Robert Mrs. Vane and he came in.") == ["Robert", "Mrs. Vane"]


def test_a_name_does_not_run_from_speech_into_narration() -> None:
    assert forms("“Come in, Robert.” Sarah shut the door.") == ["Robert", "Sarah"]


def test_a_doubtful_name_is_held_back_and_given_out_when_decided() -> None:
    first, second = "At noon Tarrow walked in.", "“Good,” said Tarrow."
    assert forms(first) == []
    held, fresh = names(first, second)
    assert (held.form, fresh.form) == ("Tarrow", "Tarrow")
    assert (held.first, held.span.start) == (-1, first.index("Tarrow"))
    assert fresh.first >= 0


def test_a_word_in_front_of_a_sentence_is_no_name_of_somebody_until_known() -> None:
    assert "Tarrow" not in forms("Tarrow it was.")
    assert forms("“Good,” said Tarrow.", "Tarrow it was.") == ["Tarrow", "Tarrow"]


def test_a_part_of_a_name_that_is_a_persons_is_a_persons_too() -> None:
    assert "Pell" in forms("Mr. Pell came in. A hat hit Pell.")
    assert "Pell" not in forms("A hat hit Pell.")


@pytest.mark.parametrize(
    "text",
    [
        "5 August.—We lay at anchor. 6 August.—It rained. He wrote on 7 August again.",
        "It was a fine June night, in the middle of June, and in June it rarely rains.",
        "My father kept the Admiral Vane inn. He put up at the Admiral Vane, and drank.",
        "He nodded. “Y-yes,” he said. “Y-yes, I think so.”",
        "“Hold your fire,” the first Prussian said. The old Prussian laughed.",
    ],
)
def test_dates_inns_stammers_and_peoples_are_no_persons(text: str) -> None:
    assert forms(text) == []


def test_a_name_ends_with_the_sentence_and_with_the_paragraph() -> None:
    assert forms("“Hear, hear,” put in the Major.\n\nMrs. Vane rose. “Go, Doctor. Tell Tarrow,” said Mrs. Vane.")[
        :2
    ] == [
        "Major",
        "Mrs. Vane",
    ]
    assert "Doctor. Tell" not in forms("“Go, Doctor. Tell them,” said Mrs. Vane.")
    assert "Dr. Orme" in forms("“Go, Dr. Orme,” said Mrs. Vane.")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("“No,” he said. Earl laughed and sat down.", "Earl"),
        ("“No,” said Sergeant. He sat down.", "Sergeant"),
        ("“No,” English said. He sat down.", "English"),
    ],
)
def test_a_title_or_a_people_alone_that_speaks_is_a_name(text: str, form: str) -> None:
    assert form in forms(text)


@pytest.mark.parametrize("text", ["The earl rose. Earl laughed, they say.", "The English said no. An Earl laughed."])
def test_a_title_with_an_article_is_none(text: str) -> None:
    assert forms(text) == []


def test_somebody_who_bears_the_name_of_a_month_or_a_day_is_found_when_that_is_clear() -> None:
    assert forms("They told dear May of it. They had told May. At noon May laughed. He liked May.") == ["May"] * 4
    day = "At noon Friday laughed. “Well, Friday,” said Ned, and old Friday laughed. " + "He liked Friday. " * 9
    assert forms(day).count("Friday") == 12


def test_a_month_or_a_day_is_nobody_however_often_it_comes() -> None:
    assert not forms("They forget birthdays, Valentine’s, Christmas. " * 3, "It was Patrick’s Day. " * 3)
    assert forms("It was Valentine’s hat. Valentine laughed. " * 3)
    assert not forms("He came on Friday. " * 9, "It rained in May. " * 9, "“May I go?” he asked. " * 9)


def test_whoever_speaks_twice_under_an_article_is_somebody_whatever_else_is_done_with_the_name() -> None:
    before = "He looked at the Ploverling. He walked with the Ploverling. " * 5
    once = "“Good,” said the Ploverling. "
    assert forms(before + once) == []
    assert forms(before + once, "“Bad,” replied the Ploverling.") == ["Ploverling"] * 12


def test_a_company_that_speaks_is_nobody() -> None:
    assert forms("“Good,” said the Plover Company. " * 3) == []
