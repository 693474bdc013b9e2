import pytest

from fabula.layers import Level
from fabula.pipeline import read_text

pytestmark = pytest.mark.usefixtures("model")
STORY = "Mara walked down to the weir. The mill stood dark, and the miller’s dog lay across the step."
LETTER = (
    "Dear Mara,",
    "The roof of the mill fell in on Monday, and nobody has come to mend it. Tell your mother that the hens are well. "
    "We have put them in the chapel, and the curate says that they may stay until he needs it for the harvest.",
    "Your loving brother,",
    "Silas Thorne",
)
TALE = (
    "“I was a boy when the mill burned,” said Silas Thorne. “My father woke us and threw us out of the window, and we "
    "stood in our shirts and watched it. Nobody spoke. The miller came up the lane with a bucket. He looked at the "
    "fire and he looked at the bucket, and he sat down on it.",
    "“In the morning they walked through the ashes and they found the stone. It lay where it had always lain. The "
    "miller put his hand on it, and it was still warm. He laughed. He took my father by the arm and he led him "
    "round it, and he told him that it would grind again by the spring.",
    "“It never did. The miller went to sea, and his wife sold the stone to a man from the town, who carried it off on "
    "two carts. My father watched them go. He said nothing all that day, and in the evening he hung the bucket on the "
    "gate. We passed it every day on the way to school, and nobody touched it. Then the gate fell, and my mother took "
    "the bucket in and kept her pegs in it.”",
)


def levels(*paragraphs: str) -> list[tuple[str, str, str]]:
    """Each level with how its stretch begins and ends."""
    text = "\n\n".join(paragraphs)
    found = read_text(text).document.layer(Level).current()
    return [(one.level, text[one.start : one.end][:12], text[one.start : one.end][-12:]) for one in found]


def test_a_letter_goes_from_its_address_to_its_signature() -> None:
    assert levels(STORY, *LETTER, STORY) == [("letter", "Dear Mara,\n\n", "Silas Thorne")]


def test_a_letter_between_quotation_marks_is_one() -> None:
    quoted = [f"“{one}" for one in LETTER]
    assert [kind for kind, *_ in levels(STORY, *quoted[:-1], f"{quoted[-1]}”", STORY)] == ["letter"]


def test_who_signs_a_letter_has_written_it() -> None:
    story = read_text("\n\n".join((STORY, *LETTER, STORY)))
    (letter,) = story.document.layer(Level)
    assert letter.by is not None
    assert story.cast[letter.by].name == "Silas Thorne"


def test_an_address_in_speech_opens_no_letter() -> None:
    assert levels(STORY, "“Dear Mara,” said Silas Thorne, “sit down.”", STORY) == []


def test_an_address_that_nobody_signs_is_no_letter() -> None:
    assert levels(STORY, "Dear Mara,", STORY, STORY) == []


def test_a_long_speech_about_what_happened_is_a_tale_of_its_speaker() -> None:
    story = read_text("\n\n".join((STORY, *TALE, STORY)))
    (tale,) = story.document.layer(Level)
    assert tale.level == "tale"
    assert tale.by is not None
    assert story.cast[tale.by].name == "Silas Thorne"


def test_a_long_speech_about_what_is_to_be_done_is_no_tale() -> None:
    plan = "You take the cart, and I take the boat. The mill is shut, and nobody is there. The dog sleeps. We go in by "
    plan += "the window, and we carry the stone to the water, and it is ours, and nobody knows a thing. "
    assert levels(STORY, f"“{plan}", f"“{plan * 2}", f"“{plan * 2}” said Mara.", STORY) == []


def test_a_dream_lasts_until_somebody_wakes() -> None:
    dream = "She dreamed that the weir was dry. A man walked in its bed with a lamp."
    assert levels(STORY, dream, "He stopped and counted the fish.", "She woke in the cold. The lamp was out.") == [
        ("dream", "She dreamed ", "ed the fish.")
    ]


def test_a_dream_from_which_nobody_wakes_lasts_for_its_paragraph() -> None:
    dream = "She dreamed that the weir was dry. A man walked in its bed with a lamp."
    assert levels(STORY, dream, STORY) == [("dream", "She dreamed ", "with a lamp.")]


@pytest.mark.parametrize(
    "words",
    [
        "She never dreamed that the mill was empty.",
        "She had dreamed that he would come back.",
        "She dreamed of a house with a garden.",
        "She walked as one walks in a dream.",
        "“I dreamed that the mill was on fire,” said Mara.",
    ],
)
def test_what_is_only_wished_denied_compared_or_said_is_no_dream(words: str) -> None:
    assert levels(STORY, words, STORY) == []


@pytest.mark.parametrize(
    "words",
    [
        "Years later she would remember the sound of the weir.",
        "Long afterwards she could never hear a weir without a shiver.",
        "Little did she know that the mill was on fire.",
    ],
)
def test_what_is_told_before_its_time_is_a_prolepsis(words: str) -> None:
    assert levels(f"{STORY} {words}", STORY) == [("prolepsis", words[:12], words[-12:])]


@pytest.mark.parametrize(
    "words",
    [
        "Years later she came back to the weir.",
        "She would remember the sound of the weir.",
        "She knew little of mills, and did not ask.",
        "“Years later you would remember it,” said Silas.",
    ],
)
def test_what_comes_later_as_the_story_goes_on_or_is_only_said_is_no_prolepsis(words: str) -> None:
    assert levels(f"{STORY} {words}", STORY) == []


def test_initials_below_directions_make_no_letter() -> None:
    lines = (
        "“Go down to the weir and count forty steps along the wall, to the third ring. Under it lies the key.",
        "“Then up the lane, past the alders, to the gate, and so to the door of the mill, which sticks.",
        "“J. F.”",
    )
    assert levels(STORY, "She turned the paper over. On the back was written:", *lines, STORY) == []
