import pytest
from passage_words import named_in, words_in

from fabula import read_text
from fabula.annotators.speaking.cue_finder import CueFinder, FoundCue, segments_of
from fabula.annotators.speaking.subjects import Subjects
from fabula.annotators.words import Words

PEOPLE = ("Ned", "Ada", "Mrs. Orme", "Tom")


def found(text: str, number: int = 0) -> tuple[Words, FoundCue | None]:
    """The cue of a quotation of the text, counted from 0."""
    words = words_in(text)
    subjects = Subjects(words, named_in(words, *PEOPLE))
    return words, CueFinder(words, subjects, segments_of(words, words.quoted)).find(number)


def cue(text: str, number: int = 0) -> tuple[str, str, str | None, str] | None:
    """Place, strength, verb and subject of the cue."""
    words, found_cue = found(text, number)
    if found_cue is None:
        return None
    subject = " ".join(words.text[found_cue.subject.first : found_cue.subject.last + 1])
    verb = words.text[found_cue.verb] if found_cue.verb >= 0 else None
    return found_cue.place, found_cue.strength, verb, subject


@pytest.mark.parametrize(
    ("text", "place", "verb", "subject"),
    [
        ("“Sit down,” said he.", "after", "said", "he"),
        ("“Sit down,” he said.", "after", "said", "he"),
        ("“Sit down,” said Mrs. Orme.", "after", "said", "Mrs. Orme"),
        ("“Sit down,” Ned answered at last.", "after", "answered", "Ned"),
        ("“Sit down,” he said quietly.", "after", "said", "he"),
        ("“Sit down,” quietly said Ned.", "after", "said", "Ned"),
        ("“Sit down,” the old man, with his hat on, answered.", "after", "answered", "the old man"),
        ("“Sit down,” said the tall woman.", "after", "said", "the tall woman"),
        ("“Sit down,” was repeated by Ada.", "after", "repeated", "Ada"),
        ("“Sit down,” was Ned’s answer.", "after", "was", "Ned"),
        ("“Sit down,” was Ada’s advice.", "after", "was", "Ada"),
        ("“Sit down,” was his answer.", "after", "was", "his"),
        ("“Sit down,” was her husband’s answer.", "after", "was", "her husband"),
        ("“Well,” said Ada, “sit down.”", "inside", "said", "Ada"),
        ("Ned said, “Sit down.”", "before", "said", "Ned"),
        ("He turned to Ada, and said: “Sit down.”", "before", "said", "He"),
        ("Then Ned, who was tired, said, “Sit down.”", "before", "said", "Ned"),
        ("Ned turned round and said:\n\n“Sit down.”", "previous", "said", "Ned"),
        ("— Sit down, said Ada.", "after", "said", "Ada"),
        ("« Sit down, » said Ada.", "after", "said", "Ada"),
    ],
)
def test_a_verb_of_speaking_and_its_subject(text: str, place: str, verb: str, subject: str) -> None:
    assert cue(text) == (place, "speech", verb, subject)


@pytest.mark.parametrize(
    ("text", "place", "subject"),
    [
        ("Ned put down his cup. “Sit down.”", "before", "Ned"),
        ("“Sit down.” Ada left the room.", "after", "Ada"),
        ("“Sit down.” He left the room.", "after", "He"),
    ],
)
def test_narration_beside_speech_is_a_beat_of_its_subject(text: str, place: str, subject: str) -> None:
    assert cue(text) == (place, "beat", None, subject)


@pytest.mark.xfail(strict=True, reason="inflected forms are looked up among base forms, as in training")
@pytest.mark.parametrize("text", ["“Sit down,” Ada nodded.", "“Sit down.” Ada smiled at him."])
def test_a_verb_that_only_may_introduce_speech_is_weak(text: str) -> None:
    found_cue = cue(text)
    assert found_cue is not None
    assert found_cue[1] == "weak"


@pytest.mark.xfail(strict=True, reason="the nearest verb is taken, not the strongest")
def test_a_verb_of_speaking_outranks_a_smile_before_it() -> None:
    assert cue("“Sit down,” the old man, smiling, answered.") == ("after", "speech", "answered", "the old man")


@pytest.mark.parametrize(
    "text",
    [
        "“Sit down.”",
        "“Sit down.” It rained.\n\n“No.”",
        "Rain fell on the roof.\n\n“Sit down.”",
        "Ned went out.\n\n“Sit down.”",
    ],
)
def test_no_cue_without_a_person_beside_the_speech(text: str) -> None:
    found_cue = cue(text)
    assert found_cue is None or found_cue[3] == "It"


def test_a_cue_inside_outranks_a_beat_behind() -> None:
    assert cue("“Well,” said Ada, “sit down.” Ned sat down.") == ("inside", "speech", "said", "Ada")


def test_who_is_only_an_object_is_not_the_subject() -> None:
    found_cue = cue("He turned to Ada and said, “Sit down.”")
    assert found_cue is not None
    assert found_cue[3] == "He"


def test_each_of_two_speeches_of_a_paragraph_has_its_own_cue() -> None:
    text = "“Sit down,” said Ada.\n\n“No,” said Ned."
    assert [cue(text, number) for number in (0, 1)] == [
        ("after", "speech", "said", "Ada"),
        ("after", "speech", "said", "Ned"),
    ]


def test_segments_alternate_between_speech_and_narration() -> None:
    words = words_in("“Well,” said Ada, “sit down.”\n\nNed sat.")
    segments = segments_of(words, words.quoted)
    assert [(segment.quotation, segment.paragraph) for segment in segments] == [(0, 0), (-1, 0), (0, 0), (-1, 1)]
    assert [segment.first for segment in segments[1:]] == [segment.last + 1 for segment in segments[:-1]]


def test_how_somebody_speaks_is_not_who_speaks() -> None:
    story = read_text("Ann Vane sat down. Ann Vane laughed.\n\n“Wait,” Ann said in a low voice.\n")
    (quoted,) = story.quotations
    assert quoted.speaker is not None
    assert quoted.speaker.name == "Ann Vane"


def test_a_colon_before_the_quotation_outranks_a_beat_behind_it() -> None:
    story = read_text(
        "Ann Vane came in with Tom Orme. Ann Vane laughed, and Tom Orme sat down.\n\n"
        "Then Ann Vane said:\n\n“Wait here.” Tom Orme took off his hat.\n"
    )
    (quoted,) = story.quotations
    assert quoted.speaker is not None
    assert quoted.speaker.name == "Ann Vane"
