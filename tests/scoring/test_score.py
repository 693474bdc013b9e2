"""One small story with a reading that is wrong in places; all figures are worked out by hand."""

import pytest

from fabula.scoring import Reference, ReferenceCharacter, ReferenceMention, ReferenceQuotation, score
from scoring.stories import StoryMaker

TEXT = """\
"Good morning, Ada," said Bram Oak.

"Is it?" Ada looked at the doctor.

"It was," said he, "until you came."

"Bram, be quiet!" The doctor laughed.

"Who spoke?" asked Mr. Oak.
"""


@pytest.fixture
def maker():
    return StoryMaker(TEXT)


@pytest.fixture
def reference(maker):
    """Ada and Bram talk; the doctor says one thing and is named by a noun only; a voice says the last."""
    inside = ReferenceMention(maker.span("Ada"), "ada")
    you = ReferenceMention(maker.span("you"), "ada")
    bram = ReferenceMention(maker.span("Bram", 2), "bram")
    return Reference(
        "morning",
        TEXT,
        (
            ReferenceQuotation("1", (maker.span("Good morning, Ada,"),), "bram", ("ada",), "explicit", (inside,)),
            ReferenceQuotation("2", (maker.span("Is it?"),), "ada", ("bram", "doctor"), "implicit"),
            ReferenceQuotation(
                "3", (maker.span("It was,"), maker.span("until you came.")), "bram", ("ada",), "anaphoric", (you,)
            ),
            ReferenceQuotation("4", (maker.span("Bram, be quiet!"),), "doctor", ("bram",), "implicit", (bram,)),
            ReferenceQuotation("5", (maker.span("Who spoke?"),), None),
        ),
        (
            ReferenceCharacter("ada", "Ada", ("Ada",), "she", "major"),
            ReferenceCharacter("bram", "Bram Oak", ("Bram Oak", "Bram", "Mr. Oak", "Brammy"), "he", "major"),
            ReferenceCharacter("doctor", "The Doctor", ("The Doctor", "the doctor"), None, "minor"),
        ),
    )


@pytest.fixture
def scores(maker, reference):
    """Bram is two entities, and the second quotation is given to him; the third was found only in part."""
    bram, oak = maker.entity("Bram Oak", "he"), maker.entity("Mr. Oak", "he")
    ada, doctor = maker.entity("Ada", "he"), maker.entity("doctor")
    maker.mention(bram, maker.span("Bram Oak"))
    maker.mention(bram, maker.span("Bram,"))
    maker.mention(oak, maker.span("Mr. Oak"))
    maker.mention(ada, maker.span("Ada"))
    maker.mention(ada, maker.span("Ada", 2))
    maker.mention(doctor, maker.span("the doctor"), "nominal")
    maker.mention(doctor, maker.span("The doctor"), "nominal")
    maker.quotation(maker.span('"Good morning, Ada,"'), speaker=bram, addressees=(ada,), confidence=0.9)
    maker.quotation(maker.span('"Is it?"'), speaker=bram, addressees=(doctor,), confidence=0.6)
    maker.quotation(maker.span('"until you came."'), speaker=oak, addressees=(), confidence=0.75)
    maker.quotation(maker.span('"Bram, be quiet!"'), speaker=None, addressees=(oak, ada))
    return score(maker.story(), reference).tasks


def test_speakers_by_type_and_category(scores):
    values = {name: (measure.value, measure.n) for name, measure in scores["speakers"].items()}
    assert values["all"] == (50, 4)
    assert values["explicit"] == (100, 1)
    assert values["anaphoric"] == (100, 1)
    assert values["implicit"] == (0, 2)
    assert values["major speaker"] == (pytest.approx(200 / 3), 3)
    assert values["minor speaker"] == (0, 1)
    assert values["quotation found"] == (100, 4)
    assert values["answered"] == (75, 4)
    assert values["of answered quotations"] == (pytest.approx(200 / 3), 3)


def test_one_to_one_map_punishes_a_split_character(scores):
    """Bram or Mr. Oak is Bram, the other is nobody or Ada: two of four at best."""
    assert scores["speakers"]["one-to-one map"].value == 50


def test_quotations_grouped_by_speaker(scores):
    """Groups are 1+3, 2, 4; the reading's 1+2, 3, 4."""
    agreement = scores["speakers"]["B3 over quotations"]
    assert agreement.recall == pytest.approx(100 * (1 / 2 + 1 + 1 / 2 + 1) / 4)
    assert agreement.precision == pytest.approx(100 * (1 / 2 + 1 / 2 + 1 + 1) / 4)


def test_aliases_that_do_not_stand_in_the_text_do_not_count(scores):
    """Ada; Bram Oak, Bram, Mr. Oak; the doctor, who bears it as a noun: four of five are seen as names."""
    assert (scores["cast"]["aliases seen"].right, scores["cast"]["aliases seen"].n) == (4, 5)
    agreement = scores["cast"]["aliases, B3"]
    assert agreement.recall == pytest.approx(100 * (1 + 2 / 3 + 2 / 3 + 1 / 3 + 1) / 5)
    assert agreement.precision == 100


def test_found_split_and_gender(scores):
    cast = {name: measure.value for name, measure in scores["cast"].items()}
    assert cast["found, all"] == 100
    assert cast["found, minor"] == 100
    assert cast["gender"] == 50
    assert cast["further entities for one character"] == 0.5
    assert cast["entities mixing characters"] == 0


def test_mentions_in_speech(scores):
    """Ada is right, you was not found, and Bram is right though its span takes in a comma."""
    values = {name: (measure.value, measure.n) for name, measure in scores["quoted mentions"].items()}
    assert values["resolved, all"] == (pytest.approx(200 / 3), 3)
    assert values["resolved, names"] == (100, 2)
    assert values["resolved, pronouns"] == (0, 1)
    assert values["found, pronouns"] == (0, 1)


def test_addressees(scores):
    """Ada, the doctor and Mr. Oak come first rightly; nobody was given once; only the first set is right."""
    measures = scores["addressees"]
    assert (measures["one right"].value, measures["one right"].n) == (75, 4)
    assert measures["all right"].value == 25
    assert measures["each"].recall == pytest.approx(100 * 3 / 5)
    assert measures["each"].precision == pytest.approx(100 * 3 / 4)


def test_calibration(scores):
    """Right at 0.9, wrong at 0.6, right at 0.75: each in a bin of its own; the surest two are right."""
    measures = scores["calibration"]
    assert measures["calibration error"].value == pytest.approx(100 * (0.1 + 0.6 + 0.25) / 3)
    assert (measures["accuracy on the surest 80 %"].value, measures["accuracy on the surest 80 %"].n) == (100, 2)


def test_entity_with_two_characters_names_is_a_mixture(maker, reference):
    both = maker.entity("Ada")
    maker.mention(both, maker.span("Ada"))
    maker.mention(both, maker.span("Bram Oak"))
    cast = score(maker.story(), reference).tasks["cast"]
    assert cast["entities mixing characters"].value == 1
    assert cast["found, all"].value == 0, "half of its names are not more than half"


def test_entity_mostly_called_by_other_names_is_nobody(maker, reference):
    entity = maker.entity("Ada")
    for words in ("Good morning", "looked", "until", "laughed", "quiet"):
        maker.mention(entity, maker.span(words))
    maker.mention(entity, maker.span("Ada"))
    assert score(maker.story(), reference).mapping == {}


def test_without_listed_characters_shared_mentions_map_entities(maker):
    reference = Reference(
        "morning",
        TEXT,
        (ReferenceQuotation("1", (maker.span('"Good morning, Ada,"'),), "x7"),),
        mentions=(
            ReferenceMention(maker.span("Bram Oak"), "x7", "proper"),
            ReferenceMention(maker.span("he,"), "x7", "pronominal"),
            ReferenceMention(maker.span("Ada"), "x8", "proper"),
        ),
    )
    bram = maker.entity("Bram Oak")
    maker.mention(bram, maker.span("Bram Oak"))
    maker.mention(bram, maker.span("Ada", 2))
    maker.quotation(maker.span('"Good morning, Ada,"'), speaker=bram)
    scored = score(maker.story(), reference)
    assert scored.mapping == {bram: "x7"}
    assert scored.tasks["speakers"]["all"].value == 100
    assert scored.tasks["mentions"]["proper mentions"].value == 50
    assert scored.tasks["mentions"]["all mentions"].recall == pytest.approx(100 / 3)
    assert "cast" not in scored.tasks


def test_another_text_is_refused(reference):
    with pytest.raises(ValueError, match="not the text of the reference 'morning'"):
        score(StoryMaker("Another text.").story(), reference)
