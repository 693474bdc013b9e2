import pytest

from fabula import read_text
from fabula.annotators.naming.names import Name
from fabula.annotators.naming.people import Parsed, People, Person, parse
from fabula.text import Span

TITLES = frozenset("mr mrs miss sir lady dr captain general aunt master".split())


def name(form: str) -> Name:
    words = [word.strip(".").lower() for word in form.split()]
    article = words[0] == "the"
    words = words[article:]
    titles = tuple(word for word in words if word in TITLES)
    return Name(Span(0, 1), form, titles, tuple(word for word in words if word not in TITLES), article)


def met(*forms: str) -> list[str]:
    """Who bears each name, in the order in which they are read: the first form of that person."""
    people, firsts = People(), dict[str, str]()
    out = []
    for position, form in enumerate(forms):
        parsed = parse(name(form))
        person = people.find(name(form), parsed, position)
        if person is None:
            person = Person(f"e{len(firsts) + 1}")
            people.enter(person)
            firsts[person.id] = form
        people.learn(person, name(form), parsed, position)
        out.append(firsts[person.id])
    return out


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
        ("the Marsh Rat", "Mr. Rat"),
        ("the Captain", "Captain Tallow"),
        ("Robert Tallow", "R. Tallow"),
        ("Robert Tallow", "Mr. Robert Tallow"),
        ("Robert", "Robert Tallow"),
        ("Mr. Tallow", "Tallow"),
        ("Captain Tallow", "the Captain"),
        ("Sir Robert Tallow", "Sir Robert"),
        ("Sarah Vane", "Miss Vane"),
        ("Sarah Vane", "Aunt Sarah"),
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


def test_two_women_of_one_given_name_are_told_apart_by_their_surnames() -> None:
    names = ("Jane Vane", "Jane Tallow", "Jane Vane", "Jane Tallow")
    assert met(*names) == ["Jane Vane", "Jane Tallow"] * 2


def test_a_bare_mister_is_the_father_where_his_wife_is_known() -> None:
    assert met("Mrs. Vane", "Robert Vane", "Mr. Vane") == ["Mrs. Vane", "Robert Vane", "Mr. Vane"]


def test_a_bare_surname_is_rather_the_man() -> None:
    assert met("Mrs. Vane", "Mr. Vane", "Vane")[-1] == "Mr. Vane"


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


def test_whoever_mostly_goes_by_the_bare_surname_bears_any_title_before_it() -> None:
    often = ("Robert Tallow", "Mr. Tallow", *["Tallow"] * 20)
    assert met(*often, "Captain Tallow", "Master Tallow")[-2:] == ["Robert Tallow"] * 2
    assert met(*often, "Mrs. Tallow")[-1] == "Mrs. Tallow"
    assert met(*often[:10], "Captain Tallow")[-1] == "Captain Tallow"


def test_a_full_name_is_that_of_the_bearer_of_its_surname_rather_than_of_a_pet_name() -> None:
    assert met("Dick", "Tarrow", "Richard Tarrow") == ["Dick", "Tarrow", "Tarrow"]
    assert met("Dick", "Richard Tarrow") == ["Dick", "Dick"]


def test_a_surname_that_is_a_womans_given_name_too_does_not_keep_a_man_from_it() -> None:
    assert met("Shirley", "Richard Shirley") == ["Shirley", "Shirley"]
    assert met("Grant", "Sarah Grant") == ["Grant", "Sarah Grant"]
    people, person = People(), Person("e1")
    people.enter(person)
    for form in ("Shirley", "Richard Shirley"):
        people.learn(person, name(form), parse(name(form)), 0)
    assert person.gender == "he"


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


@pytest.mark.parametrize(
    ("form", "given", "surname", "single", "gender", "kind"),
    [
        ("Robert Tallow", "robert", "tallow", None, "he", "full"),
        ("Mrs. Tallow", None, "tallow", None, "she", "titled"),
        ("Mrs. Robert Tallow", None, "robert tallow", None, "she", "titled"),
        ("Robert", None, None, "robert", "he", "given"),
        ("Tallow", None, None, "tallow", None, "surname"),
        ("R. Tallow", "r", "tallow", None, None, "initials"),
        ("Robert Fox", "robert", "fox", None, "he", "full"),
        ("Old Fox", None, None, "old fox", None, "epithet"),
        ("the Captain", None, None, None, None, "epithet"),
        ("Aunt Sarah", "sarah", None, None, "she", "titled"),
        ("Robert de la Marche", "robert", "de la marche", None, "he", "full"),
    ],
)
def test_a_name_is_taken_apart(
    form: str, given: str | None, surname: str | None, single: str | None, gender: str | None, kind: str
) -> None:
    parsed = parse(name(form))
    assert (parsed.given, parsed.surname, parsed.single) == (given, surname, single)
    assert (parsed.gender, parsed.kind) == (gender, kind)


def test_gender_is_said_only_where_the_evidence_is_clear() -> None:
    assert Person("e1", he=2.5).gender == "he"
    assert Person("e1", she=4.0, he=1.0).gender == "she"
    assert Person("e1", he=1.0).gender is None
    assert Person("e1", he=3.0, she=2.0).gender is None


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


def test_a_rank_is_no_plain_misters_and_no_other_ranks() -> None:
    assert met("Mr. Tallow", "General Tallow", "Captain Tallow", "Captain Tallow") == [
        *("Mr. Tallow", "General Tallow", "Captain Tallow", "Captain Tallow")
    ]
    assert met("Robert Tallow", "Captain Tallow", "Tallow") == ["Robert Tallow"] * 3
    assert met("Mr. Tallow", "Dr. Tallow") == ["Mr. Tallow"] * 2


def test_whoever_goes_by_miss_and_given_name_has_an_elder_sister() -> None:
    sisters = met("Sarah Vane", "Miss Sarah", "Miss Vane", "Miss Sarah", "Miss Vane")
    assert sisters == ["Sarah Vane", "Sarah Vane", "Miss Vane", "Sarah Vane", "Miss Vane"]
    assert met("Sarah Vane", "Miss Vane") == ["Sarah Vane"] * 2


def test_a_bare_surname_is_no_misss_until_it_is_a_womans() -> None:
    assert met("Tallow", "Miss Tallow", "Tallow") == ["Tallow", "Miss Tallow", "Tallow"]
