from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import fabula
from fabula.annotators.corrections import Misfit, misfits
from fabula.layers import PERSON, Attribution, GivenCast, GivenCharacter, GivenSpeaker
from fabula.text.anchor import Anchor
from fabula.world import Story

WALK = (
    "Agnes and Thomas walked along the shore. The wind had fallen.\n\n"
    "“The tide has turned already,” said Agnes.\n\n"
    "“Then we must hurry over the sands,” said Thomas.\n\n"
    "“You always say so,” said Agnes.\n\n"
)
PARAGRAPH = "The sun went down behind the island, and the gulls fell silent one after the other. " * 30 + "\n\n"
LATER = PARAGRAPH * 4
HURRY = GivenSpeaker(Anchor("Then we must hurry over the sands", before="said Agnes", after="said Thomas"), "Agnes")


def read(text: str, *speakers: GivenSpeaker, **given: object) -> Story:
    return fabula.read_text(text, given=GivenCast(speakers=speakers, **given))  # type: ignore[arg-type]


def speaker_of(story: Story, words: str) -> str | None:
    (quoted,) = [quoted for quoted in story.quotations if words in quoted.text]
    return quoted.speaker.name if quoted.speaker else None


def test_a_person_outranks_the_machine_and_what_it_said_stays_on_record() -> None:
    assert speaker_of(read(WALK), "hurry") == "Thomas"
    story = read(WALK, HURRY)
    assert speaker_of(story, "hurry") == "Agnes"
    (stated,) = [claim for claim in story.document.layer(Attribution) if claim.made_by == PERSON]
    assert stated.confidence == 1.0
    assert story.document.layer(Attribution).by_id(stated.replaces or "").made_by == "speakers"
    assert speaker_of(story, "tide") == "Agnes"
    assert misfits(story.document, GivenCast(speakers=(HURRY,))) == ()


def test_nobody_knows_is_a_statement_too() -> None:
    story = read(WALK, GivenSpeaker(Anchor("Then we must hurry"), None))
    assert speaker_of(story, "hurry") is None


def test_an_addressee_is_replaced_only_if_one_is_stated() -> None:
    def told(given: GivenSpeaker) -> list[str]:
        (quoted,) = [quoted for quoted in read(WALK, given).quotations if "always" in quoted.text]
        return [one.name for one in quoted.addressees]

    assert told(GivenSpeaker(Anchor("You always say so"), "Agnes")) == ["Thomas"]
    assert told(GivenSpeaker(Anchor("You always say so"), "Agnes", "the dog")) == ["the dog"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“You always", "Thomas laughed.\n\nA long paragraph was put in here.\n\n“You always"),
        ("The wind had fallen.", "CHAPTER I\n\nIt blew from the east, and “nobody” minded."),
        ("said Agnes.\n\n“Then", "cried she, and ran.\n\n“Then"),
        ("sands,” said Thomas", "sands!” The boy pointed"),
        ("“Then we must hurry over the sands,”", "'Then we must hurry over the sands,'"),
        ("“Then we must hurry over the sands,”", "«Then we must hurry over the sands»,"),
        ("hurry over", "hury  over"),
        ("Then we must", "We must"),
    ],
)
def test_a_correction_survives_edits(old: str, new: str) -> None:
    text = WALK.replace(old, new)
    assert text != WALK
    if new.startswith(("'", "«")):
        opening, closing = new[0], {"'": "'", "«": "»"}[new[0]]
        text = text.replace("“", opening).replace("”", closing)
    story = read(text, HURRY)
    assert speaker_of(story, "over the sands" if "over" in text else "sands") == "Agnes"
    assert misfits(story.document, GivenCast(speakers=(HURRY,))) == ()


GONE = WALK.replace("“Then we must hurry over the sands,” said Thomas.\n\n", "")
TWICE = GivenSpeaker(Anchor("Never"), "Agnes")


def reasons(text: str, *speakers: GivenSpeaker, **given: object) -> list[Misfit]:
    cast = GivenCast(speakers=speakers, **given)  # type: ignore[arg-type]
    return list(misfits(read(text, *speakers, **given).document, cast))


def test_what_no_longer_fits_is_reported_with_the_reason() -> None:
    assert reasons(GONE, HURRY) == [Misfit("Then we must hurry over the sands", "the words are gone")]
    told = WALK + "Then we must hurry over the sands, they thought.\n"
    untold = told.replace("“Then we must hurry over the sands,” said Thomas.\n\n", "")
    assert reasons(untold, HURRY)[0].reason == "the words stand in no quotation"
    twice = WALK + "“Never,” said Thomas.\n\n“Never,” said Agnes.\n"
    assert reasons(twice, TWICE) == [Misfit("Never", "several quotations fit")]
    assert reasons(WALK, same=(("Agnes", "Lady Nobody"),)) == [
        Misfit("Agnes = Lady Nobody", "nobody is called Lady Nobody")
    ]


def test_of_two_corrections_of_one_quotation_the_later_holds() -> None:
    assert speaker_of(read(WALK, HURRY, GivenSpeaker(Anchor("Then we must hurry"), "Ivo")), "hurry") == "Ivo"
    assert speaker_of(read(WALK, GivenSpeaker(Anchor("Then we must hurry"), "Ivo"), HURRY), "hurry") == "Agnes"


def test_words_said_again_much_later_take_the_correction_back() -> None:
    first = WALK + "“Never,” said Thomas.\n\n"
    text = first + LATER + "“Never,” said Thomas, and he went.\n"
    story = read(text, TWICE)
    assert [quoted.speaker.name for quoted in story.quotations[-2:] if quoted.speaker] == ["Thomas", "Thomas"]
    assert len(story.passages) > 1
    then = story.until(story.passages[0].span.end)
    assert speaker_of(then, "Never") == "Agnes", "nobody could know then that it would be said again"


def test_a_speaker_whom_the_story_has_not_named_is_made_and_met_again() -> None:
    given = GivenSpeaker(Anchor("Then we must hurry"), "Mrs. Orme")
    story = read(WALK, given)
    (orme,) = [member for member in story.characters if member.name == "Mrs. Orme"]
    assert orme.acts
    story = read(WALK + LATER + "“Good evening,” said Mrs. Orme. Mrs. Orme sat down.\n", given)
    assert len([member for member in story.cast.everyone if "Mrs. Orme" in (member.name, *member.aliases)]) == 1
    assert speaker_of(story, "hurry") == speaker_of(story, "evening") == "Mrs. Orme"


def test_two_names_are_one_person_from_where_both_are_known() -> None:
    text = WALK + LATER + "“Hush,” said Captain Brand.\n\nCaptain Brand looked at the sea.\n"
    assert len(read(text).characters) == 3
    story = read(text, same=(("Thomas", "Captain Brand"),))
    assert len(story.characters) == 2
    assert "Captain Brand" not in [form for who in story.until(len(WALK) + 10).characters for form in who.aliases]


def cases() -> Iterator[tuple[str, tuple[GivenSpeaker, ...], tuple[tuple[str, ...], ...]]]:
    long = WALK + "“Never,” said Thomas.\n\n" + LATER + "“Never,” said Mrs. Orme.\n\n" + WALK + LATER
    stated = (HURRY, TWICE, GivenSpeaker(Anchor("You always say so"), "Mrs. Orme", "Agnes"))
    yield long, stated, (("Thomas", "Mrs. Orme"),)
    yield long.replace("sands", "sand") + LATER + WALK, stated, ()


@pytest.mark.parametrize(("text", "speakers", "same"), list(cases()))
def test_corrections_leak_nothing(
    text: str, speakers: tuple[GivenSpeaker, ...], same: tuple[tuple[str, ...], ...]
) -> None:
    story = read(text, *speakers, same=same)
    assert len(story.passages) > 2
    for passage in story.passages:
        p = passage.span.end
        assert read(text[:p], *speakers, same=same).to_json() == story.until(p).to_json()


def test_a_corrected_story_is_saved_and_opened(tmp_path: Path) -> None:
    story = read(WALK, HURRY)
    fabula.save(story, tmp_path / "walk.fabula")
    opened = fabula.open(tmp_path / "walk.fabula")
    assert opened.to_json() == story.to_json()
    assert speaker_of(opened, "hurry") == "Agnes"


def test_corrections_and_a_cast_file_speak_of_the_same_people() -> None:
    cast = (GivenCharacter("Agnes Orme", aliases=("Agnes", "Mrs. Pell")),)
    story = read(WALK, GivenSpeaker(Anchor("Then we must hurry"), "Mrs. Pell"), characters=cast)
    assert speaker_of(story, "hurry") == "Agnes Orme"


LINES = (
    "“Never,” said Agnes.",
    "“Never,” said Thomas.",
    "“Never!”",
    "“Then we must hurry over the sands,” said Thomas.",
    "“Then we must hurry over the sand,” cried Mrs. Orme.",
    "Agnes looked at the boy from the mill. Never, she thought, never.",
    "“He said ‘never’ and meant it,” said the boy from the mill.",
    "Mrs. Orme had come in. She was out of breath.",
    "* * *",
    PARAGRAPH.strip(),
)
STATED = (
    HURRY,
    TWICE,
    GivenSpeaker(Anchor("Then we must"), "Mrs. Orme", "the boy from the mill"),
    GivenSpeaker(Anchor("Never", before="over the sands said Thomas"), None),
    GivenSpeaker(Anchor("He said never and meant it"), "Thomas"),
)
ONE = (("Agnes", "Mrs. Orme"), ("Thomas", "the boy from the mill"))


@settings(max_examples=40)
@given(
    st.lists(st.sampled_from(LINES), max_size=25),
    st.lists(st.sampled_from(STATED), max_size=5),
    st.lists(st.sampled_from(ONE), max_size=2),
)
def test_views_hold_whatever_is_stated_of_shuffled_lines(
    lines: list[str], speakers: list[GivenSpeaker], same: list[tuple[str, ...]]
) -> None:
    text = "\n\n".join(lines)
    story = read(text, *speakers, same=tuple(same))
    for passage in story.passages:
        p = passage.span.end
        assert read(text[:p], *speakers, same=tuple(same)).to_json() == story.until(p).to_json()
    cast = GivenCast(speakers=tuple(speakers), same=tuple(same))
    stated = {quoted.id for quoted in story.quotations if quoted.attribution and quoted.attribution.made_by == PERSON}
    fitting = len(speakers) + len(same) - len(misfits(story.document, cast))
    assert len(stated) <= fitting, "whoever is stated to speak rests on a correction that fits"
