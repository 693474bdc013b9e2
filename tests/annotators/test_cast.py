import pytest

from fabula import Story, read_text
from fabula.annotators.naming.cast import Names
from fabula.annotators.quoting.quotations import Quotations
from fabula.annotators.structure.tokens import Tokens
from fabula.layers import GIVEN, Alias, Entity, Gender, GivenCast, GivenCharacter, Identity, Mention, PronounSet, Role
from fabula.pipeline import read_source
from fabula.text import Source

LONG = "\n\n" + "It rained on the roof, and the day was very long.\n\n" * 60


def read(text: str, given: GivenCast | None = None) -> Story:
    return read_source(Source(text), given=given, annotators=(Tokens, Quotations, Names))


def cast(story: Story) -> dict[str, tuple[str, ...]]:
    return {one.name: one.aliases for one in story.cast.everyone}


def test_the_names_of_one_person_become_aliases_of_one_entity() -> None:
    story = read("At noon Robert Tallow came in. Then Robert sat down, and Mr. Tallow slept.")
    assert cast(story) == {"Robert Tallow": ("Mr. Tallow", "Robert", "Robert Tallow")}
    assert [one.kind for one in story.document.layer(Alias)] == ["full", "given", "titled"]
    assert [one.span.of(story.text) for one in story.document.layer(Mention)] == [
        "Robert Tallow",
        "Robert",
        "Mr. Tallow",
    ]


def test_a_family_is_kept_apart() -> None:
    text = "At noon Mr. Vane, Mrs. Vane and Miss Vane came in. Mrs. Vane sat down, and Mr. Vane slept."
    assert set(cast(read(text))) == {"Mr. Vane", "Mrs. Vane", "Miss Vane"}


def test_a_surname_met_alone_is_tied_to_the_full_name() -> None:
    text = "“Good,” said Tarrow. “Good,” said Ada Pym. At last Robert Tarrow sat down."
    story = read(text)
    (same,) = story.document.layer(Identity) or [None]
    names = cast(story)
    assert len(names) == 2
    assert same is None or story.cast.resolve(same.entity) == same.same_as


def test_a_mister_and_a_given_name_met_in_passing_are_one_when_the_full_name_comes() -> None:
    text = "Mr. Tallow rowed the boat. “Your arm, Robert,” she said. Robert Tallow gave it."
    assert len(cast(read(text))) == 1


def test_a_son_met_beside_his_father_is_not_his_father() -> None:
    text = "Mr. Tallow rowed. Robert bailed. Robert sang, and Robert fished. Robert Tallow was wet."
    assert len(cast(read(text))) == 2


def test_the_master_of_a_surname_is_whoever_is_master_by_the_full_name() -> None:
    text = "Master Tallow rowed. Robert bailed. Robert sang, and Robert fished. Master Robert Tallow was wet."
    assert len(cast(read(text))) == 1
    assert len(cast(read(text.replace("Master Robert", "Mr. Robert")))) == 2


def test_a_bare_surname_is_not_that_of_a_miss_who_comes_later() -> None:
    text = "“Good,” said Tarrow. “Good,” said {}Ada Tarrow. At last Tarrow slept."
    assert len(cast(read(text.format("")))) == 1
    assert len(cast(read(text.format("Miss ")))) == 2


def test_a_doctor_and_a_given_name_met_a_few_times_are_one_when_the_full_name_comes() -> None:
    text = "Dr. Tallow rowed. Robert bailed. Robert sang, and Robert fished. Robert Tallow was wet."
    assert len(cast(read(text))) == 1
    many = "Dr. Tallow rowed. " + "Robert bailed. " * 12 + "Robert Tallow was wet."
    assert len(cast(read(many))) == 2


def test_gender_comes_from_titles_names_and_pronouns_and_is_silent_without() -> None:
    story = read("At noon Mrs. Vane came in.\n\n“Good,” said Tarrow. He sat down, and he slept in his boots.")
    genders = {one.name: one.pronouns for one in story.cast.everyone}
    assert genders == {"Mrs. Vane": "she", "Tarrow": "he"}
    assert {one.pronouns for one in read("“Good,” said Tarrow.").cast.everyone} == {None}


def test_who_does_something_acts_and_who_is_only_named_does_not() -> None:
    story = read("At noon Robert opened the door. It was a letter from Mrs. Vane.")
    acting = {claim.entity for claim in story.document.layer(Role)}
    assert {story.cast[entity].name for entity in acting} == {"Robert"}


def test_a_stated_character_is_found_under_each_of_its_names() -> None:
    xe = PronounSet("xe", "xem", "xyr", "xyrs", "xemself")
    given = GivenCast((GivenCharacter("Rill", ("the pilot",), xe),))
    story = read("At noon Rill came in. He saw the pilot sit down. He was tired.", given)
    (rill,) = story.cast.everyone
    assert (rill.name, rill.aliases, rill.pronouns) == ("Rill", ("Rill", "pilot"), "xe")
    assert {claim.made_by for record in (Entity, Alias) for claim in story.document.layer(record)} == {GIVEN}
    assert [claim.pronouns for claim in story.document.layer(Gender)] == ["xe"]


def test_in_a_closed_cast_a_part_of_one_stated_name_is_its_bearer() -> None:
    given = GivenCast((GivenCharacter("Inspector Tallow"), GivenCharacter("Miss Ada Rill")), closed=True)
    text = "Inspector Tallow came in. “Sit down,” said Tallow. Miss Rill sat down. Mrs. Rill and Mr. Pell stood."
    story = read(text, given)
    called = {story.cast[one.entity].name: one.span.of(text) for one in story.document.layer(Mention)}
    assert called == {"Inspector Tallow": "Tallow", "Miss Ada Rill": "Miss Rill"}


def test_in_a_closed_cast_a_part_of_two_stated_names_is_nobody() -> None:
    given = GivenCast((GivenCharacter("Ada Tallow"), GivenCharacter("Robert Tallow")), closed=True)
    story = read("Ada Tallow met Robert Tallow. “Sit down,” said Tallow.", given)
    assert len(list(story.document.layer(Mention))) == 2


def test_a_closed_cast_finds_nobody_else() -> None:
    given = GivenCast((GivenCharacter("Ada"),), closed=True)
    assert set(cast(read("At noon Ada met Robert Tallow.", given))) == {"Ada"}
    assert set(cast(read("At noon Ada met Robert Tallow.", GivenCast(given.characters)))) == {"Ada", "Robert Tallow"}


def test_an_early_doubtful_name_is_claimed_later_and_known_only_from_there() -> None:
    text = f"At noon Tarrow walked in.{LONG}“Good,” said Tarrow."
    story = read(text)
    early, late = story.document.layer(Mention)
    assert early.span.start < 20
    assert early.known_at == late.known_at == len(text)
    assert not list(story.until(story.passages[0].span.end).document.layer(Mention))


@pytest.mark.parametrize(
    ("text", "pronouns"),
    [
        ("Captain Vane came in.", None),
        ("Captain Vane came in. He sat down.", "he"),
        ("Captain Vane came in. She sat down, and she slept.", None),
        ("Captain Vane came in. She sat down, and she slept, and she woke, and she rose.", "she"),
    ],
)
def test_a_rank_says_less_of_the_gender_than_pronouns_do(text: str, pronouns: str | None) -> None:
    assert [one.pronouns for one in read(text).cast.everyone] == [pronouns]


def test_a_revised_gender_replaces_the_old_claim() -> None:
    text = "At noon Clare came in. " + "Clare slept. He snored. " * 12
    claims = list(read_text(text).document.layer(Gender))
    assert [claim.pronouns for claim in claims] == ["she", "he"]
    assert claims[1].replaces == claims[0].id


def test_a_surname_in_the_plural_is_a_family_not_a_person() -> None:
    story = read_text(
        "CHAPTER I\n\nMr. Hale came in with Mrs. Hale. Tom Hale sat down, and Tom Hale laughed.\n\n"
        "CHAPTER II\n\nThe Hales went home. Nobody followed the Hales.\n"
    )
    (family,) = [one for one in story.cast.everyone if one.kind == "group"]
    assert (family.name, family.mentions) == ("the Hales", 2)


def test_an_animal_is_named_by_what_it_is_and_a_person_may_bear_its_name() -> None:
    story = read("The White Rabbit ran. Robert Fox followed the White Rabbit. Robert Fox laughed." + LONG)
    kinds = {one.name: one.kind for one in story.cast.everyone}
    assert kinds == {"White Rabbit": "animal", "Robert Fox": "person"}
