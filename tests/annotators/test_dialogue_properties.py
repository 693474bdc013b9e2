"""Random small dialogues: whatever is said, the promises hold."""

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from fabula import read_text
from fabula.layers import Attribution, GivenCast, GivenCharacter, PronounSet

PEOPLE = (
    "Ada",
    "Mr. Orme",
    "Mrs. Orme",
    "Robert Tallow",
    "Bob",
    "Tarrow",
    "the old man",
    "the soldiers",
    "Captain Pell",
)
SPEECHES = ("Sit down", "No, {b}", "{b}, come here", "Is that {b}", "I saw {b} and {a}", "By Jove", "I am {a}")
CUES = ("said {a}", "{a} said", "he said", "asked she", "I said", "was {a}’s answer", "cried {a}, laughing", "xe said")
TURNS = (
    "“{s},” {c}.",
    "“{s}.”",
    "“{s}!” {c}. “{s}.”",
    "{a} turned to {b} and said:\n\n“{s}.”",
    "{a} shut the door. “{s}?”",
    "“{s},\n\n“{s}.”",
    "“He told me ‘{s}’ twice,” {c}.",
    "— {s}, {c}.",
    "‘{s},’ {c}.",
    "{a} met {b} at the mill, and she laughed at him.",
    "I looked at {a}. My hands shook.",
    "\n* * *\n",
    "Chapter 2",
)
GIVEN = GivenCast(
    (
        GivenCharacter("Robert Tallow", ("Bob", "the old man")),
        GivenCharacter("Tarrow", (), PronounSet("xe", "xem", "xyr", "xyrs", "xemself")),
    ),
)


@st.composite
def paragraphs(draw: st.DrawFn) -> str:
    a, b = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from(PEOPLE))
    speech = draw(st.sampled_from(SPEECHES)).format(a=a, b=b)
    cue = draw(st.sampled_from(CUES)).format(a=a)
    return draw(st.sampled_from(TURNS)).format(a=a, b=b, s=speech, c=cue)


DIALOGUES = st.lists(paragraphs(), max_size=14).map("\n\n".join)
CASTS = st.sampled_from((None, GIVEN, GivenCast(GIVEN.characters, closed=True)))
FEW = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


@FEW
@given(DIALOGUES, CASTS)
@example("", None)
def test_ids_are_unique_and_evidence_lies_in_what_was_read(text: str, cast: GivenCast | None) -> None:
    story = read_text(text, given=cast)
    ends = {passage.span.end for passage in story.passages}
    for layer in story.document.layers.values():
        claims = list(layer)
        assert len({claim.id for claim in claims}) == len(claims)
        for claim in claims:
            assert claim.known_at in ends
            assert all(0 <= span.start < span.end <= claim.known_at for span in claim.evidence)


@FEW
@given(DIALOGUES, CASTS)
def test_attributions_name_people_who_exist_and_addressees_who_listen(text: str, cast: GivenCast | None) -> None:
    story = read_text(text, given=cast)
    spoken = {quoted.id for quoted in story.quotations if quoted.is_spoken}
    attributions = list(story.document.layer(Attribution))
    assert spoken <= {claim.quotation for claim in attributions}
    for claim in attributions:
        assert (claim.confidence is None) == (claim.speaker is None)
        assert claim.confidence is None or 0 <= claim.confidence <= 1
        assert len(set(claim.addressees)) == len(claim.addressees)
        assert claim.speaker is None or claim.speaker not in claim.addressees
        for entity in (claim.speaker, *claim.addressees):
            assert entity is None or story.cast[entity].acts


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(DIALOGUES, min_size=2, max_size=6).map("\n\nIt rained for a long time.\n\n".join), CASTS)
def test_a_view_at_the_end_of_a_passage_equals_a_reading_up_to_there(text: str, cast: GivenCast | None) -> None:
    text = text + "\n\n" + "It rained on the roof, and the day was very long. " * 60 + "\n\n" + text
    story = read_text(text, given=cast)
    for passage in story.passages:
        p = passage.span.end
        assert read_text(text[:p], given=cast).to_json() == story.until(p).to_json()
