"""What a careful reader says of some short scenes, and what is not yet read as a reader would."""

import re
from dataclasses import dataclass

import pytest
from spoken_scenes import CASTS, SCENES

from fabula import Story, read_text
from fabula.layers import GivenCast, GivenCharacter, PronounSet
from fabula.world.character import Character

NOTE = re.compile(r" @([^>\n]+)(?:>([^\n]+))?$", re.MULTILINE)
RILL = GivenCharacter("Rill", pronouns=PronounSet("xe", "xem", "xyr", "xyrs", "xemself"))


@dataclass(frozen=True)
class Turn:
    """What a reader would say of one quotation."""

    scene: str
    number: int
    speaker: str
    addressees: tuple[str, ...]


def turns(scene: str) -> list[Turn]:
    return [
        Turn(scene, number, note[1], tuple((note[2] or "").split(", ")) if note[2] else ())
        for number, note in enumerate(NOTE.finditer(SCENES[scene]))
    ]


def read(scene: str) -> Story:
    return read_text(NOTE.sub("", SCENES[scene]), given=GivenCast((RILL,)) if scene == "airlock" else None)


def is_called(character: Character | None, name: str) -> bool:
    if character is None:
        return False
    if name == "I":
        return character.narrator
    return name.casefold() in {form.casefold() for form in (character.name, *character.aliases)}


KIN = "a description by kinship is not tied to the person whose name is known"
BARE = "a surname without a title is not known from the same surname with one"
MANY = "the ranker prefers somebody named to a group that is described"
CALLED = "a name that only others call is not yet tied to the narrator"
MISSED_SPEAKERS = {
    ("family", 1): KIN,
    ("family", 4): KIN,
    ("stranger", 1): BARE,
    ("carriage", 1): KIN,
    ("yard", 1): MANY,
}
MISSED_ADDRESSEES = {
    ("family", 0): KIN,
    ("family", 2): KIN,
    ("stranger", 0): BARE,
    ("stranger", 2): BARE,
    ("stranger", 3): BARE,
    ("told", 2): CALLED,
    ("three", 2): "a name between a full stop and a comma is not read as a call",
    ("carriage", 0): KIN,
    ("yard", 2): MANY,
}
MISSED_CASTS = {
    "family": KIN,
    "stranger": "a description is not tied to the name that comes later",
    "told": CALLED,
    "carriage": KIN,
    "yard": MANY,
}
TURNS = [turn for scene in SCENES for turn in turns(scene)]


def cases(missed: dict[tuple[str, int], str], chosen: list[Turn]) -> list[object]:
    return [
        pytest.param(
            turn,
            id=f"{turn.scene}-{turn.number}",
            marks=[pytest.mark.xfail(strict=True, reason=reason)]
            if (reason := missed.get((turn.scene, turn.number)))
            else [],
        )
        for turn in chosen
    ]


@pytest.mark.parametrize("scene", SCENES)
def test_every_quotation_is_found(scene: str) -> None:
    assert len(read(scene).quotations) == len(turns(scene))


@pytest.mark.parametrize("turn", cases(MISSED_SPEAKERS, TURNS))
def test_who_speaks(turn: Turn) -> None:
    assert is_called(read(turn.scene).quotations[turn.number].speaker, turn.speaker)


@pytest.mark.parametrize("turn", cases(MISSED_ADDRESSEES, [turn for turn in TURNS if turn.addressees]))
def test_who_is_spoken_to(turn: Turn) -> None:
    addressees = read(turn.scene).quotations[turn.number].addressees
    assert len(addressees) == len(turn.addressees)
    assert all(any(is_called(character, name) for character in addressees) for name in turn.addressees)


@pytest.mark.parametrize(
    "scene",
    [
        pytest.param(
            scene, marks=[pytest.mark.xfail(strict=True, reason=MISSED_CASTS[scene])] if scene in MISSED_CASTS else []
        )
        for scene in SCENES
    ],
)
def test_who_takes_part(scene: str) -> None:
    characters = read(scene).characters
    assert len(characters) == len(CASTS[scene])
    assert all(any(is_called(character, name) for character in characters) for name in CASTS[scene])


def test_stated_pronouns_are_kept_and_followed() -> None:
    story = read("airlock")
    assert {character.name: character.pronouns for character in story.characters}["Rill"] == "xe"
    assert story.quotations[0].type == "anaphoric"


def test_who_is_only_talked_about_is_no_character() -> None:
    story = read("oaths")
    assert [one.name for one in story.cast.everyone if not one.acts] == ["Captain Orde"]


def test_a_barking_dog_is_a_character_that_does_not_speak() -> None:
    story = read("yard")
    assert any(is_called(character, "Bramble") for character in story.characters)
    assert not is_called(story.quotations[0].speaker, "Bramble")
