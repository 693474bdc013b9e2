import pytest
from passage_words import named_in, words_in

from fabula import read_text
from fabula.annotators.speaking.cue_finder import CueFinder
from fabula.annotators.speaking.found_cue import FoundCue
from fabula.annotators.speaking.segments import segments_of
from fabula.annotators.speaking.subjects import Subjects
from fabula.annotators.speaking.trees import Trees
from fabula.annotators.words import Words

PEOPLE = ("Ned", "Ada", "Mrs. Orme", "Tom")


def found(text: str, number: int = 0) -> tuple[Words, FoundCue | None]:
    """The cue of a quotation of the text, counted from 0."""
    words = words_in(text)
    subjects = Subjects(words, named_in(words, *PEOPLE))
    return words, CueFinder(words, subjects, segments_of(words, words.quoted), Trees(words)).find(number)


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
        ("“Sit down,” was Ada’s last word on it.", "after", "was", "Ada"),
        ("Ada’s final summing up was, “Sit down.”", "before", "was", "Ada"),
        ("He rose, in reply to Ada’s calm inquiry of “Who is it?”", "before", "of", "Ada"),
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
        ("“Sit down.” Ada smiled at Ned.", "after", "Ada"),
        ("Ned pulled Tom by the sleeve. “Sit down.”", "before", "Ned"),
        ("Ned’s butler took his hat. “Sit down.”", "before", "Ned ’s butler"),
        ("Ned’s eyes shone. “Sit down.”", "before", "Ned"),
        ("As Tom rose, Ned took his hat. “Sit down.”", "before", "Ned"),
    ],
)
def test_narration_beside_speech_is_a_beat_of_its_subject(text: str, place: str, subject: str) -> None:
    assert cue(text) == (place, "beat", None, subject)


@pytest.mark.parametrize("text", ["“Sit down,” Ada nodded.", "Ada smiled at him, “Sit down.”"])
def test_a_verb_that_only_may_introduce_speech_is_weak(text: str) -> None:
    found_cue = cue(text)
    assert found_cue is not None
    assert found_cue[1] == "weak"


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


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("He said to Mrs. Orme:—", "said", "He"),
        ("As I shut the gate Ada called:", "called", "Ada"),
        ("As Tom spoke to Ned, Ada turned and answered:", "answered", "Ada"),
        ("Tom pushed a chair forward, and Ned continued:", "continued", "Ned"),
        ("Ada, in a cold voice, that came from far away, said:", "said", "Ada"),
        ("Tom, who had heard Ned, took his hand and said:", "said", "Tom"),
        ("Tom, turning to see what had caught Ned, said:", "said", "Tom"),
        ("Ned was silent; for he, as he wept, replied:", "replied", "he"),
        ("Ned bowed to Ada, and added:—", "added", "Ned"),
        ("Ned gave Tom his hand, saying:—", "saying", "Ned"),
        ("Ned coloured as Ada replied:", "replied", "Ada"),
        ("After a time Ned said:", "said", "Ned"),
        ("I heard him say:—", "say", "him"),
        ("Ada heard Tom cry:", "cry", "Tom"),
        ("The voice of Tom exclaimed:", "exclaimed", "Tom"),
        ("The silence was broken by Ada’s voice:—", "broken", "Ada"),
    ],
)
def test_a_colon_belongs_to_the_subject_of_the_main_clause(text: str, verb: str, subject: str) -> None:
    assert cue(f"{text}\n\n“Sit down.”") == ("previous", "speech", verb, subject)


@pytest.mark.parametrize("text", ["Then Tom, over his shoulder:", "The door shut, and Tom turned to us:—"])
def test_a_colon_needs_no_verb_of_speaking(text: str) -> None:
    found_cue = cue(f"{text}\n\n“Sit down.”")
    assert found_cue is not None
    assert (found_cue[0], found_cue[1], found_cue[3]) == ("previous", "weak", "Tom")


def test_words_that_lead_up_to_the_next_speech_are_no_cue_of_the_one_before() -> None:
    text = "“Sit down.” Here Ned added:—\n\n“And wait.”"
    assert cue(text, 0) is None
    assert cue(text, 1) == ("previous", "speech", "added", "Ned")


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“Sit down,” said the zilk.", "said", "the zilk"),
        ("“Sit down,” the zilk said.", "said", "the zilk"),
        ("“Sit down,” quoth the blue drane slowly.", "quoth", "the blue drane"),
        ("“Sit down,” said one of the boys in blue.", "said", "one of the boys"),
        ("“Sit down,” one of them said.", "said", "one of them"),
        ("“Sit down,” said another.", "said", "another"),
        ("“Sit down,” cried a third sailor.", "cried", "a third sailor"),
        ("“Sit down,” said the little lady.", "said", "the little lady"),
    ],
)
def test_whatever_speaks_beside_the_speech_is_its_speaker(text: str, verb: str, subject: str) -> None:
    assert cue(text) == ("after", "speech", verb, subject)


@pytest.mark.parametrize(
    "text",
    [
        "“Sit down,” said the words.",
        "“Sit down.” The zilk slept.",
        "“Sit down,” ran the legend.",
        "“Sit down,” said a prayer.",
    ],
)
def test_a_thing_is_no_speaker_where_nobody_speaks(text: str) -> None:
    assert cue(text) is None


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("“Sit down,” he heard her cry.", "cry", "her"),
        ("“Sit down,” came from Ada.", "came", "Ada"),
        ("“Sit down,” was the short reply of Ned.", "was", "Ned"),
        ("“Sit down,” Ned was saying at intervals.", "saying", "Ned"),
        ("“Sit down,” Ned inquired of him.", "inquired", "Ned"),
        ("“Sit down,” Ada responds.", "responds", "Ada"),
        ("“Sit down,” finally asks Ada.", "asks", "Ada"),
        ("“Sit down,” had been Ned’s answer.", "been", "Ned"),
        ("“Sit down,” stammered unhappy Ned, and rose.", "stammered", "Ned"),
        ("“Sit down,” were the only words which came from Ada.", "were", "Ada"),
        ("“Sit down.” It was Ada who spoke, and she rose.", "spoke", "Ada"),
    ],
)
def test_less_common_cues_behind_the_speech(text: str, verb: str, subject: str) -> None:
    assert cue(text) == ("after", "speech", verb, subject)


def test_it_was_somebody_who_did_not_speak() -> None:
    found = cue("“Sit down.” It was Ada who sat.")
    assert found is None or found[1] != "speech"


def test_who_is_spoken_to_does_not_speak() -> None:
    assert cue("“Sit down,” said to Ada.") is None


def test_who_is_asked_does_not_speak() -> None:
    assert cue("“Sit down?” he was asked.") is None


def test_a_comma_before_the_speech_outranks_what_goes_on_behind_it() -> None:
    assert cue("She said, “Yes,” and Ned answered the bell.") == ("before", "speech", "said", "She")


@pytest.mark.parametrize(
    ("text", "strength", "verb"),
    [
        ("Ned came in with a wink, whispering, “Hush.”", "speech", "whispering"),
        ("Ned blinked, “Oh.”", "weak", "blinked"),
    ],
)
def test_a_comma_makes_what_stands_before_it_a_cue(text: str, strength: str, verb: str) -> None:
    assert cue(text) == ("before", strength, verb, "Ned")


def test_a_noun_that_is_no_word_of_speech_leads_up_to_none_with_of() -> None:
    text = "Ned read a page of Ada’s copy of “The Lamps of Orme.”"
    found_cue = cue(text)
    assert found_cue is None or found_cue[3] != "Ada"


def subject_by_trees(text: str, number: int = 0, **governed: str) -> str | None:
    """Who speaks a quotation, where the trees give each `verb=subject`; by the rules alone without any."""
    words = words_in(text)
    place = {word: index for index, word in enumerate(words.lower)}
    trees = Trees(words, {place[word]: (place[verb], "nsubj") for verb, word in governed.items()})
    subjects = Subjects(words, named_in(words, *PEOPLE))
    found_cue = CueFinder(words, subjects, segments_of(words, words.quoted), trees).find(number)
    return words.text[found_cue.subject.last] if found_cue else None


def test_the_trees_say_whose_the_verb_is() -> None:
    text = "The tall woman whom Ned had asked to sit beside Ada replied, “Sit down.”"
    assert subject_by_trees(text) == "Ned"
    assert subject_by_trees(text, replied="woman") == "woman"


def test_whoever_is_heard_speaks_whatever_the_trees_say() -> None:
    text = "Ada was by the door and heard Ned say, “Sit down.”"
    assert subject_by_trees(text, say="ada") == "Ned"


def test_who_is_talked_of_in_the_speech_before_has_no_verb_in_the_narration() -> None:
    text = "“Look at Tom!” And Ned, by the door, replied, “Sit down.”"
    assert subject_by_trees(text, 1, replied="tom") == "Ned"
