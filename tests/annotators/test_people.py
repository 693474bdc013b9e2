from name_forms import met, name

from fabula import read_text
from fabula.annotators.naming.name_parts import Parsed, parse
from fabula.annotators.naming.people import People
from fabula.annotators.naming.person import Person


def test_two_women_of_one_given_name_are_told_apart_by_their_surnames() -> None:
    names = ("Jane Vane", "Jane Tallow", "Jane Vane", "Jane Tallow")
    assert met(*names) == ["Jane Vane", "Jane Tallow"] * 2


def test_a_bare_surname_is_rather_the_man() -> None:
    assert met("Mrs. Vane", "Mr. Vane", "Vane")[-1] == "Mr. Vane"


def test_whoever_mostly_goes_by_the_bare_surname_bears_any_title_before_it() -> None:
    often = ("Robert Tallow", "Mr. Tallow", *["Tallow"] * 20)
    assert met(*often, "Captain Tallow", "Master Tallow")[-2:] == ["Robert Tallow"] * 2
    assert met(*often, "Mrs. Tallow")[-1] == "Mrs. Tallow"
    assert met(*often[:10], "Captain Tallow")[-1] == "Captain Tallow"


def test_a_woman_who_goes_by_her_surname_is_no_mrs_and_a_man_no_aunt() -> None:
    assert met("Sarah Tallow", *["Tallow"] * 20, "Mrs. Tallow")[-1] == "Mrs. Tallow"
    assert met("Robert Tallow", *["Tallow"] * 20, "Aunt Tallow")[-1] == "Aunt Tallow"


def test_a_full_name_is_that_of_the_bearer_of_its_surname_rather_than_of_a_pet_name() -> None:
    assert met("Dick", "Tarrow", "Richard Tarrow") == ["Dick", "Tarrow", "Tarrow"]
    assert met("Dick", "Richard Tarrow") == ["Dick", "Dick"]


def test_a_near_namesake_wins_over_one_who_bore_the_name_more_often_long_ago() -> None:
    people = People()
    for number, (form, position) in enumerate((("Major Vane", 0), ("Robert Vane", 60_000))):
        person = Person(f"e{number}")
        people.enter(person)
        people.learn(person, name(form), parse(name(form)), position)
    for position in range(100, 1100, 100):
        people.learn(people.persons["e0"], name("Vane"), parse(name("Vane")), position)
    assert people.find(name("Vane"), parse(name("Vane")), 60_100) is people.persons["e1"]


def test_a_name_heard_often_wins_over_one_heard_once() -> None:
    assert met("Robert Vane", "Robert Tallow", "Robert Tallow", "Robert")[-1] == "Robert Tallow"


def test_absorbing_keeps_the_earlier_person_and_all_names() -> None:
    people = People()
    early, late = Person("e1"), Person("e2")
    for person, form in ((early, "Tallow"), (late, "Robert Tallow")):
        people.enter(person)
        people.learn(person, name(form), parse(name(form)), 5)
    parsed: Parsed = parse(name("Robert Tallow"))
    assert people.bare_surname(parsed, late) is early
    people.absorb(early, late)
    assert people.persons["e2"] is early
    assert (early.given, early.surname, early.single) == ("robert", "tallow", None)
    assert people.find(name("Robert"), parse(name("Robert")), 9) is early


def test_the_wife_is_not_taken_for_a_bare_surname_of_a_man() -> None:
    people = People()
    wife, man = Person("e1"), Person("e2")
    for person, form in ((wife, "Mrs. Tallow"), (man, "Robert Tallow")):
        people.enter(person)
        people.learn(person, name(form), parse(name(form)), 5)
    assert people.bare_surname(parse(name("Robert Tallow")), man) is None


def test_a_bare_surname_is_not_a_mrs_of_that_name() -> None:
    story = read_text(
        "Mr. Beal came in. Mrs. Beal laughed, and Mrs. Beal sat down. Beal laughed too, and Beal sat down.\n"
    )
    aliases = {alias for one in story.cast.everyone if one.pronouns == "she" for alias in one.aliases}
    assert aliases == {"Mrs. Beal"}


def test_whoever_goes_by_miss_and_given_name_has_an_elder_sister() -> None:
    sisters = met("Sarah Vane", "Miss Sarah", "Miss Vane", "Miss Sarah", "Miss Vane")
    assert sisters == ["Sarah Vane", "Sarah Vane", "Miss Vane", "Sarah Vane", "Miss Vane"]
    assert met("Sarah Vane", "Miss Vane") == ["Sarah Vane"] * 2


def test_a_miss_and_a_given_name_are_one_when_the_full_name_is_read() -> None:
    story = read_text(
        "Sarah sat by the fire. Miss Vane laughed, and Miss Vane sat down. “Come here,” said Sarah. "
        "Then Sarah Vane went out, and Sarah Vane sang.\n"
    )
    (sarah,) = story.cast.everyone
    assert set(sarah.aliases) == {"Sarah", "Miss Vane", "Sarah Vane"}


def test_a_boy_may_be_mister_in_jest_and_is_the_master_of_his_surname_once_he_is_master_by_the_full_name() -> None:
    jest = ("Charley Tallow", "Mr. Charles Tallow", "Master Tallow", "Master Charley Tallow")
    assert met(*jest) == ["Charley Tallow", "Charley Tallow", "Master Tallow", "Charley Tallow"]
    assert met("Mr. Tallow", "Master Robert Tallow") == ["Mr. Tallow", "Master Robert Tallow"]
    assert met("Master Harry", "Sir Henry Tallow") == ["Master Harry", "Sir Henry Tallow"]
