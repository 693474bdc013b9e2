import pytest
from name_forms import met, name

from fabula.annotators.naming.name_parts import parse
from fabula.annotators.naming.people import People
from fabula.annotators.naming.person import Person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Robert Tallow", "Robert"),
        ("Robert Tallow", "Mr. Tallow"),
        ("Robert Tallow", "Tallow"),
        ("Robert Tallow", "Bob"),
        ("Robert Tallow", "Bob Tallow"),
        ("Bill", "Billy"),
        ("Bernhard Tallow", "Bern Tallow"),
        ("Tallow", "Tallowy"),
        ("Mog", "Moggy"),
        ("the Marsh Heron", "Mr. Heron"),
        ("the Captain", "Captain Tallow"),
        ("Robert Tallow", "R. Tallow"),
        ("Robert Tallow", "Mr. Robert Tallow"),
        ("Robert", "Robert Tallow"),
        ("Mr. Tallow", "Tallow"),
        ("Captain Tallow", "the Captain"),
        ("Sir Robert Tallow", "Sir Robert"),
        ("Sarah Vane", "Miss Vane"),
        ("Sarah Vane", "Aunt Sarah"),
        ("Robert van Tarrow", "Tarrow"),
        ("Hannah May", "Hannah May Orchard"),
        ("Hannah May Orchard", "Hannah May"),
        ("Mrs. Robert Vane", "Mrs. Vane"),
    ],
)
def test_two_names_of_one_person(one: str, other: str) -> None:
    assert met(one, other) == [one, one]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr. Vane", "Mrs. Vane"),
        ("Mrs. Vane", "Miss Vane"),
        ("Lady Vane", "Miss Vane"),
        ("Mr. Vane", "Sir Vane"),
        ("Mr. Vane", "Master Vane"),
        ("Captain Vane", "Mrs. Vane"),
        ("Robert Vane", "Sarah Vane"),
        ("Sarah Vane", "Mrs. Vane"),
        ("Mrs. Vane", "Sarah Vane"),
        ("Robert Vane", "Robert Tallow"),
        ("Robert Vane", "Mrs. Vane"),
        ("Sarah Vane", "Mr. Vane"),
        ("Sir Robert Vane", "Bob Vane"),
        ("Robert", "Thomas"),
        ("Elsie", "Betsy"),
        ("Bernhard Tallow", "Bern Orme"),
        ("Captain Tallow", "Tallowy"),
        ("the Captain", "Dr. Tallow"),
        ("Captain Vane", "the Doctor"),
        ("J. Vane", "Robert Vane"),
    ],
)
def test_two_names_that_clash_are_two_people(one: str, other: str) -> None:
    assert met(one, other) == [one, other]


def test_a_bare_mister_is_the_father_where_his_wife_is_known() -> None:
    assert met("Mrs. Vane", "Robert Vane", "Mr. Vane") == ["Mrs. Vane", "Robert Vane", "Mr. Vane"]


def test_a_bare_mrs_is_not_a_younger_mrs_of_long_ago() -> None:
    people = People()
    younger = Person("e1")
    people.enter(younger)
    people.learn(younger, name("Mrs. Robert Vane"), parse(name("Mrs. Robert Vane")), 0)
    assert people.find(name("Mrs. Vane"), parse(name("Mrs. Vane")), 100) is younger
    assert people.find(name("Mrs. Vane"), parse(name("Mrs. Vane")), 50_000) is None


def test_an_officer_does_not_go_by_a_pet_name() -> None:
    assert met("Major John Vane", "Jack")[-1] == "Jack"


def test_a_title_before_a_given_name_makes_it_a_surname_without_pet_names() -> None:
    assert met("Mr. Thomas", "Tommy Vane")[-1] == "Tommy Vane"


def test_a_title_that_stood_alone_long_ago_is_not_that_of_a_new_name() -> None:
    people, captain = People(), Person("e1")
    people.enter(captain)
    people.learn(captain, name("the Captain"), parse(name("the Captain")), 0)
    assert people.find(name("Captain Vane"), parse(name("Captain Vane")), 100) is captain
    assert people.find(name("Captain Vane"), parse(name("Captain Vane")), 50_000) is None


def test_a_rank_is_no_plain_misters_and_no_other_ranks() -> None:
    assert met("Mr. Tallow", "General Tallow", "Captain Tallow", "Captain Tallow") == [
        *("Mr. Tallow", "General Tallow", "Captain Tallow", "Captain Tallow")
    ]
    assert met("Robert Tallow", "Captain Tallow", "Tallow") == ["Robert Tallow"] * 3
    assert met("Mr. Tallow", "Dr. Tallow") == ["Mr. Tallow"] * 2


def test_a_bare_surname_is_no_misss_until_it_is_a_womans() -> None:
    assert met("Tallow", "Miss Tallow", "Tallow") == ["Tallow", "Miss Tallow", "Tallow"]


def test_a_surname_that_is_a_womans_given_name_too_does_not_keep_a_man_from_it() -> None:
    assert met("Shirley", "Richard Shirley") == ["Shirley", "Shirley"]
    assert met("Grant", "Sarah Grant") == ["Grant", "Sarah Grant"]
    people, person = People(), Person("e1")
    people.enter(person)
    for form in ("Shirley", "Richard Shirley"):
        people.learn(person, name(form), parse(name(form)), 0)
    assert person.gender == "he"
