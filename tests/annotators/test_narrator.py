"""Who tells the story, and in which person."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fabula import Story
from fabula.annotators.narrating.narrated_person import NarratedPerson
from fabula.annotators.narrating.teller_headings import announces_stranger, teller
from fabula.annotators.narrating.tellers import Tellers, taken_apart
from fabula.annotators.narrating.telling import Telling
from fabula.document import Draft
from fabula.layers import Alias, Entity, Identity, Mention, Narrator
from fabula.pipeline import read_source, read_text
from fabula.text import Mark, Source, Span

I_TELL = (
    "I went down to the quay before it was light. My boots let in the water, and I had forgotten my scarf at the inn. "
    "Nobody saw me go. I counted the boats twice, and twice I found one too many."
)
SHE_WENT = (
    "The woman went down to the quay before it was light. Her boots let in the water, and the scarf had been left at "
    "the inn. Nobody saw her go. She counted the boats twice, and twice there was one too many. "
)
"""Both written for these tests."""


def tellers(story: Story) -> list[tuple[int, str | None]]:
    """Person and name of each teller, in the order in which they tell."""
    claims = sorted(story.document.layer(Narrator).current(), key=lambda claim: claim.start)
    return [(claim.person, story.cast[claim.entity].name if claim.entity else None) for claim in claims]


def test_a_story_that_says_i_is_told_by_somebody_in_it() -> None:
    story = read_text(I_TELL)
    assert tellers(story) == [(1, "the narrator")]
    own = [mention.span.of(story.text) for mention in story.document.layer(Mention)]
    assert own == ["I", "My", "I", "my", "me", "I", "I"]


def test_a_story_without_i_is_not() -> None:
    assert tellers(read_text(SHE_WENT)) == [(3, None)]


def test_i_in_speech_is_nobody_who_tells() -> None:
    spoken = f"{SHE_WENT}\n\n“I know what I saw,” said Hanna. “I was there, I tell you. I and my brother.”"
    assert tellers(read_text(spoken)) == [(3, None)]


def test_my_lord_is_an_address_and_no_teller() -> None:
    assert tellers(
        read_text("My lord rose. " + SHE_WENT + "My lady laughed, and my lord bowed. Good God, my dear!")
    ) == [(3, None)]


def test_an_aside_of_the_author_changes_nothing() -> None:
    aside = "Of what she thought I shall say little, for I confess that I do not know it, and I have asked."
    story = read_text("\n\n".join([SHE_WENT * 5, aside, SHE_WENT * 5]))
    assert tellers(story) == [(3, None)]


def test_a_false_beginning_is_corrected() -> None:
    opening = "I have often been asked about this town, and I shall name it when I please. I pass over my reasons."
    chapters = [f"Chapter {n}\n\n" + "\n\n".join([SHE_WENT * 4] * 4) for n in range(2, 6)]
    story = read_text("\n\n".join(["Chapter 1", opening, *chapters]))
    assert tellers(story)[-1] == (3, None)


DIARIES = f"""Chapter 1

Ada Thorne’s Journal

{I_TELL}

Dr. Pell’s Diary

{I_TELL}

Ada Thorne’s Journal—continued

{I_TELL}
"""


def test_headings_of_diaries_name_their_tellers_who_return() -> None:
    story = read_text(DIARIES)
    assert [name for person, name in tellers(story) if person == 1] == ["Ada Thorne", "Dr. Pell", "Ada Thorne"]
    assert len({claim.entity for claim in story.document.layer(Narrator) if claim.entity}) == 2


def test_a_teller_named_by_a_heading_is_whoever_bears_the_name_later() -> None:
    story = read_text(f"{DIARIES}\n“Good morning, Dr. Pell,” said Ada Thorne. Ada Thorne took off her hat.\n")
    assert [character.name for character in story.cast.everyone if "Pell" in character.name] == ["Dr. Pell"]
    assert [character.name for character in story.cast.everyone if "Ada" in character.name] == ["Ada Thorne"]


def test_a_heading_alone_makes_no_teller() -> None:
    story = read_text("\n\n".join(["Chapter 1", SHE_WENT * 4, "Chapter 2: Mr. Lorne’s Letter", SHE_WENT * 12]))
    assert tellers(story)[-1] == (3, None)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("ADA THORNE'S JOURNAL", "Ada Thorne"),
        ("Letter, Miss Ada Thorne to Dr. Pell", "Miss Ada Thorne"),
        ("Telegram from Lorne, Bath, to Pell, London.", "Lorne"),
        ("Memorandum Left by Ada Thorne.", "Ada Thorne"),
        ("Dr. Pell’s Diary, Kept by Ada Thorne", "Ada Thorne"),
        ("Report from Silas Lorne, M.D., to Dr. Pell.", "Silas Lorne"),
        ("Note Left by Ada Thorne in Her Desk, Directed to Dr. Pell.", "Ada Thorne"),
        ("Note left by Ada on the table, where I found it.", None),
        ("ADA'S POV", "Ada"),
        ("Ada’s diary was lost.", None),
        ("He handed me a letter from Ada.", None),
        ("“Ada’s Diary?” I asked.", None),
        ("Log of the Merganser", None),
        ("Letter, Messrs. Lorne & Pell to the Bank", None),
    ],
)
def test_a_line_states_a_teller(line: str, name: str | None) -> None:
    assert teller(line, is_heading=False) == name


@pytest.mark.parametrize(
    ("line", "announces"),
    [
        ("The Harbour Gazette, 8 May.", True),
        ("Cutting from The Daily Lamp", True),
        ("Log of the Merganser.", True),
        ("Telegram, May 8th.", True),
        ("Letter, Messrs. Lorne & Pell to the Bank", True),
        ("He was at the Gazette, 8 May.", False),
        ("Cutting from the hedge was what he did.", False),
        ("A Letter Is Lost", False),
        ("Good News", False),
    ],
)
def test_a_line_announces_words_of_nobody_named(line: str, announces: bool) -> None:
    assert announces_stranger(line) is announces


def test_words_of_nobody_named_end_what_a_diary_tells() -> None:
    story = read_text(f"{DIARIES}\nThe Harbour Gazette, 8 May.\n\n{SHE_WENT * 3}\n\nDr. Pell’s Diary\n\n{I_TELL}\n")
    assert tellers(story)[-3:] == [(1, "Ada Thorne"), (3, None), (1, "Dr. Pell")]


def test_a_log_has_a_teller_of_its_own() -> None:
    story = read_text(f"{DIARIES}\nLog of the Merganser.\n\n{I_TELL}\n\n{I_TELL}\n")
    assert tellers(story)[-1] == (1, "the narrator")


def test_a_diary_that_says_we_is_still_told_by_its_keeper() -> None:
    we_went = "We went down to the quay before it was light. Our boots let in the water, and nobody saw us go. "
    story = read_text(f"{DIARIES}\n{we_went * 12}\n\n{we_went * 12}")
    assert tellers(story)[-1] == (1, "Ada Thorne")


def test_a_wife_is_known_by_her_new_surname() -> None:
    married = "Mr. Roe called. Mr. Roe sat down. " + I_TELL
    heads = ("Ada Thorne’s Journal", "Ada Roe’s Journal", "Dr. Pell’s Diary", "Telegram, Mrs. Roe to Dr. Pell.")
    story = read_text("Chapter 1\n\n" + "\n\n".join(f"{head}\n\n{married}" for head in heads))
    before, other, again = [name for _, name in tellers(story)][-3:]
    assert before == again != other == "Dr. Pell"


def test_a_daughter_who_tells_is_not_her_mother() -> None:
    before = f"Chapter 1\n\n{I_TELL} Then Miss Ada Roe called.\n\nChapter 2\n\nAda Roe’s Diary\n\n{I_TELL}"
    story = read_text(f"{before}\n\nChapter 3\n\n{I_TELL} Then Mrs. Roe called me in.")
    assert {one.name for one in story.cast.everyone} >= {"Miss Ada Roe", "Mrs. Roe"}


def test_a_heading_names_nobody_who_has_no_name() -> None:
    draft, tellers = Draft(Source("The porter. The old man. Letter from Ada Thorne.")), Tellers("hand")
    for record in (Entity, Alias, Identity):
        draft.declare(record)
    spans = [Span(m.start(), m.end()) for m in re.finditer("The porter|The old man|Ada Thorne", draft.text)]
    porter, man = (tellers.unnamed(draft, span, 24) for span in spans[:2])
    draft.add(
        Identity(
            id=draft.new_id(Identity), evidence=(spans[1],), known_at=24, made_by="hand", entity=man, same_as=porter
        )
    )
    tellers.follow(draft)
    assert tellers.named(draft, "Ada Thorne", spans[2], 48) not in (porter, man)


def test_each_place_has_its_teller_within_one_passage() -> None:
    story = read_text(DIARIES)
    telling, draft = Telling(), Draft(story.source)
    draft.declare(Narrator)
    for claim in story.document.layer(Narrator):
        draft.add(claim)
    telling.follow(draft)
    names = [story.cast[telling.at(m.start()) or ""].name for m in re.finditer("I counted", story.text)]
    assert names == ["Ada Thorne", "Dr. Pell", "Ada Thorne"]
    assert telling.at(-1) is None


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("XVI. Narrative Continued by the Doctor: At Sea", "the doctor"),
        ("The Story Begun by ADA THORNE (of the Grange)", "Ada Thorne"),
        ("Dr. Pell's Full Statement of the Case", "Dr. Pell"),
        ("IX. Pell’s Apology", "Pell"),
        ("The Story of the Door", None),
        ("A Tale of Three Towns", None),
        ("A Letter Is Lost", None),
    ],
)
def test_a_heading_states_a_teller_anywhere(line: str, name: str | None) -> None:
    assert teller(line, is_heading=True) == name


@pytest.mark.parametrize(
    ("one", "other", "fits"),
    [
        ("Ada Thorne", "Ada", True),
        ("Ada Thorne", "Miss Thorne", True),
        ("Ada Thorne", "A. Thorne", True),
        ("Ada Thorne", "Mr. Thorne", False),
        ("Ada Thorne", "Ada Pell", False),
        ("Mrs. Thorne", "Miss Thorne", False),
        ("Dr. Pell", "the Doctor", False),
        ("Dr. Pell", "the Dr", True),
    ],
)
def test_forms_fit_one_person(one: str, other: str, fits: bool) -> None:
    assert taken_apart(one).fits(taken_apart(other)) is fits


def test_the_person_is_doubted_at_a_new_division_and_not_within_one() -> None:
    person = NarratedPerson()
    for _ in range(10):
        person.weigh(400, 0)
    assert person.is_third
    person.weigh(400, 20)
    assert person.is_third
    for _ in range(3):
        person.weigh(400, 20)
    assert person.is_first
    person.weigh(400, 0)
    assert person.is_first


def test_another_story_has_another_teller() -> None:
    first = "The Mill\n\n" + "\n\n".join(
        f"I saw Hanna Brook, and Hanna saw me. {I_TELL} Hanna Brook and Tom Sorrel rowed out with me." for _ in range(6)
    )
    second = "The Ferry\n\n" + "\n\n".join(
        f"I knew Edgar Vance, and Edgar knew me. {I_TELL} Edgar Vance and Rosa Linden waved to me." for _ in range(6)
    )
    text = f"{first}\n\n{second}"
    heads = [0, text.index("The Ferry")]
    marks = tuple(Mark("heading", Span(start, text.index("\n", start)), 1) for start in heads)
    story = read_source(Source(text, shaped=True, marks=marks))
    assert len({claim.entity for claim in story.document.layer(Narrator) if claim.entity}) == 2


FRAGMENTS = (
    "Chapter 1",
    "The Ferry",
    "Ada Thorne’s Journal",
    "Letter, Dr. Pell to Ada Thorne",
    I_TELL,
    SHE_WENT,
    SHE_WENT * 4,
    I_TELL * 4,
    "“Come in, Edgar,” said Rosa. “My dear Edgar!”",
    "“I will,” I said.",
    "“My name is Edgar Vance,” I answered.",
    "Rosa Linden looked at Tom Sorrel, and Tom looked at me.",
    "“Are you there, Edgar?” asked Tom.\n\n“I am,” said I.",
    "Ada Pell and Edgar Vance went home.",
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=3, max_size=60))
def test_nothing_is_known_of_the_teller_before_it_is_read(paragraphs: list[str]) -> None:
    story = read_text("\n\n".join(paragraphs))
    for passage in story.passages:
        p = passage.span.end
        assert read_text(story.text[:p]).to_json() == story.until(p).to_json()


@settings(max_examples=40)
@given(st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=40))
def test_every_teller_in_the_first_person_is_somebody_and_merges_go_back(paragraphs: list[str]) -> None:
    story = read_text("\n\n".join(paragraphs))
    for claim in story.document.layer(Narrator):
        assert (claim.entity is not None) == (claim.person == 1)
    for identity in story.document.layer(Identity):
        assert int(identity.entity[1:]) > int(identity.same_as[1:])
