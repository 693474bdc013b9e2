import pytest

from fabula import Story, read_text
from fabula.layers import Attribution, Cue, Entity, GivenCast, GivenCharacter, Role
from fabula.world import Quoted

SCENE = (
    "“Sit down, Ned,” said Ada.\n\n“No,” he said. “I am late.”\n\n“You are always late.”\n\n"
    "“Who is there?” asked the old man.\n\nThe dog barked. “Nobody.”\n\n“It is a ‘trick’,” Ada whispered.\n"
)


def first(text: str) -> Quoted:
    return read_text(text).quotations[0]


def speaker(text: str) -> str | None:
    found = first(text).speaker
    return found.name if found else None


def test_every_spoken_quotation_has_one_attribution() -> None:
    story = read_text(SCENE)
    attributed = [claim.quotation for claim in story.document.layer(Attribution)]
    assert sorted(attributed) == sorted(quoted.id for quoted in story.quotations if quoted.is_spoken)
    assert len(set(attributed)) == len(attributed)


def test_confidence_is_a_probability_and_evidence_holds_the_quotation() -> None:
    story = read_text(SCENE)
    for claim in story.document.layer(Attribution):
        if claim.speaker is None:
            assert claim.confidence is None
        else:
            assert claim.confidence is not None
            assert 0 <= claim.confidence <= 1
        quotation = next(quoted for quoted in story.quotations if quoted.id == claim.quotation)
        assert set(quotation.pieces) <= set(claim.evidence)


def test_an_addressee_is_never_the_speaker() -> None:
    for claim in read_text(SCENE).document.layer(Attribution):
        assert claim.speaker not in claim.addressees or claim.speaker is None


@pytest.mark.parametrize("text", ["“Sit down.”", "“Sit down.” It rained.", "It rained.\n\n“Sit down!”\n\n“Why?”"])
def test_unknown_is_an_answer(text: str) -> None:
    story = read_text(text)
    assert [claim.speaker for claim in story.document.layer(Attribution)] == [None] * len(story.quotations)
    assert not story.characters


@pytest.mark.parametrize(
    ("text", "type"),
    [
        ("“Sit down,” said Ada.", "explicit"),
        ("Ada came in. “Sit down,” she said.", "anaphoric"),
        ("“Sit down,” said the old man.", "anaphoric"),
        ("Ada came in. “Sit down.”", "implicit"),
        ("“Sit down.”", "implicit"),
    ],
)
def test_the_type_says_how_the_text_tells_the_speaker(text: str, type: str) -> None:
    assert first(text).type == type


def test_a_description_becomes_somebody_by_speaking() -> None:
    story = read_text("“Who is there?” asked the old man.")
    (man,) = story.characters
    assert (man.name, man.pronouns, man.kind) == ("the old man", "he", "person")
    assert [claim.made_by for claim in story.document.layer(Entity)] == ["speakers"]


def test_a_description_that_comes_back_is_the_same_person() -> None:
    text = "“Who is there?” asked the old man.\n\n“It is I,” said Ada.\n\n“Come in,” said the old man."
    story = read_text(text)
    assert [quoted.speaker and quoted.speaker.name for quoted in story.quotations] == [
        "the old man",
        "Ada",
        "the old man",
    ]


def test_a_closed_cast_keeps_descriptions_out() -> None:
    given = GivenCast((GivenCharacter("Ada"),), closed=True)
    story = read_text("“Who is there?” asked the old man. “Me,” said Ada.", given=given)
    assert {character.name for character in story.characters} <= {"Ada"}


def test_who_is_called_is_the_addressee_and_does_not_speak() -> None:
    quoted = first("Ned and Ada sat down.\n\n“Sit still, Ned.”\n\n“No,” said Ned.")
    assert [character.name for character in quoted.addressees] == ["Ned"]
    assert quoted.speaker is None or quoted.speaker.name != "Ned"


def test_a_cue_cites_its_verb_and_its_subject() -> None:
    story = read_text("“Sit down,” said Ada.")
    (cue,) = story.document.layer(Cue)
    assert [span.of(story.text) for span in cue.evidence] == ["said", "Ada"]
    assert not list(read_text("“Sit down.” Ada yawned.\n\n“Sit.”").document.layer(Cue).covered_by(cue.span))


def test_speaking_and_being_addressed_make_a_role_once() -> None:
    story = read_text("“Sit down, Ned,” said Ada.\n\n“Sit, Ned,” said Ada.")
    roles = [(story.cast[claim.entity].name, claim.kind) for claim in story.document.layer(Role)]
    assert sorted(roles) == [("Ada", "speaks"), ("Ned", "addressed")]


def scene(story: Story) -> list[str | None]:
    return [quoted.speaker.name if quoted.speaker else None for quoted in story.quotations]


def test_each_dash_opens_a_new_turn() -> None:
    text = "— Sit down, Ned, said Ada.\n\n— No, Ned said.\n\n— Then stand, said Ada."
    assert scene(read_text(text)) == ["Ada", "Ned", "Ada"]


CAPTAIN = (
    "Captain Orme came up the stairs with a lamp. “Who sleeps here?” said the captain.\n\n“My sister,” said Ada.\n\n"
    "“Then wake her,” said the captain.\n"
)


def test_the_captain_is_the_captain_who_acts() -> None:
    assert speakers(CAPTAIN) == ["Captain Orme", "Ada", "Captain Orme"]


def test_the_captain_is_none_who_is_only_talked_of() -> None:
    told = CAPTAIN.replace("a lamp.", "a lamp and the old coat of Captain Dale.")
    assert speakers(told) == ["Captain Orme", "Ada", "Captain Orme"]


def test_the_countess_is_the_only_one_who_has_been_named() -> None:
    told = "Ned sat on the stairs with the old Countess of Tarrow, and they waited for the cab.\n\n"
    assert speakers(f"{told}“It is late,” said the countess. The countess yawned.\n") == ["Countess of Tarrow"]


def test_a_scene_takes_none_who_was_met_only_before_it() -> None:
    before = "“Sit down, Ned,” said Ada.\n\n“No,” said Ned.\n\n* * *\n\n"
    after = "Tom and the old woman waited in the yard.\n\n“It is cold,” said Tom.\n\n“It is March.”\n"
    assert not {"Ada", "Ned"} & set(speakers(before + after)[2:])


def speakers(text: str) -> list[str | None]:
    return [quoted.speaker.name if quoted.speaker else None for quoted in read_text(text).quotations]


def test_who_is_spoken_to_in_the_cue_does_not_speak() -> None:
    text = "Ada and Ned sat with Tom by the stove.\n\n“It is late,” Ada said to Tom.\n\nThen she said to Ned, “Come.”\n"
    assert speakers(text) == ["Ada", "Ada"]


def test_a_signed_letter_is_its_writers_whoever_reads_it() -> None:
    text = (
        "Ada Thorne opened the letter, and Ned Pell sat down to listen while she read it to him.\n\n"
        "“Dear Ada,\n\n“The boat leaves on Friday, and I shall not be on it.\n\n“Ever yours,\n\n“Martha Dale.”\n\n"
        "“I knew it,” said Ned Pell.\n"
    )
    story = read_text("Martha Dale lived by the weir. Martha Dale had no clock.\n\n" + text)
    writing = [quoted for quoted in story.quotations if quoted.quotation.mode == "writing"]
    assert [quoted.speaker.name if quoted.speaker else None for quoted in writing] == ["Martha Dale"]


TALE = "Ada Thorne and Ned Pell sat by the stove. Tom Orde came in.\n\n“Go on,” said Ada.\n\n“It rained,” said Ned.\n\n"
TALE += ("“" + "The road was under water and the boat was gone, and Tom Orde had the key. " * 20 + "\n\n") * 7
"""A speech that is still open where a passage ends."""


def test_the_rest_of_a_speech_that_a_passage_cuts_is_its_speakers() -> None:
    story = read_text(TALE + "“Tom Orde had it, sir.\n\n“That is all.”\n")
    *_, before, rest = story.quotations
    assert rest.pieces[0].start > story.passages[0].span.end
    assert before.speaker == rest.speaker
    assert before.confidence == rest.confidence


def test_a_cue_by_name_says_who_speaks_though_a_mark_was_missing_before() -> None:
    assert speakers(TALE + "“That is all I know of it,” said Tom Orde.\n")[-1] == "Tom Orde"


def test_what_is_told_between_ends_a_speech_that_lacks_its_mark() -> None:
    assert speakers(TALE + "Tom Orde laughed.\n\n“So I had it,” said Tom Orde.\n")[-1] == "Tom Orde"
