import pytest

from fabula.annotators.quoting.quotations import Quotations
from fabula.annotators.structure.tokens import Tokens
from fabula.layers import Quotation
from fabula.pipeline import read_source
from fabula.text import Source


def claims(text: str) -> list[Quotation]:
    story = read_source(Source(text), annotators=(Tokens, Quotations))
    return list(story.document.layer(Quotation))


def quotations(text: str) -> list[list[str]]:
    return [[piece.of(text) for piece in claim.evidence] for claim in claims(text) if claim.parent is None]


def modes(text: str) -> list[tuple[str, str]]:
    return [(claim.span.of(text), claim.mode) for claim in claims(text)]


@pytest.mark.parametrize(
    ("text", "pieces", "style"),
    [
        ('"Rain again," said Ada. "Shut the door."', ['"Rain again,"', '"Shut the door."'], '""'),
        ("“Rain again,” said Ada. “Shut the door.”", ["“Rain again,”", "“Shut the door.”"], "“”"),
        ("'Rain again,' said Ada. 'Shut the door.'", ["'Rain again,'", "'Shut the door.'"], "''"),
        ("‘Rain again,’ said Ada. ‘Shut the door.’", ["‘Rain again,’", "‘Shut the door.’"], "‘’"),
        ("«Rain again,» said Ada. «Shut the door.»", ["«Rain again,»", "«Shut the door.»"], "«»"),
        ("« Rain again, » said Ada. « Shut the door. »", ["« Rain again, »", "« Shut the door. »"], "«»"),
        ("»Rain again,« said Ada. »Shut the door.«", ["»Rain again,«", "»Shut the door.«"], "»«"),
        ("‹Rain again,› said Ada. ‹Shut the door.›", ["‹Rain again,›", "‹Shut the door.›"], "‹›"),
        ("„Rain again,“ said Ada. „Shut the door.“", ["„Rain again,“", "„Shut the door.“"], "„“"),
        ("„Rain again,” said Ada. „Shut the door.”", ["„Rain again,”", "„Shut the door.”"], "„”"),
        ("”Rain again,” said Ada. ”Shut the door.”", ["”Rain again,”", "”Shut the door.”"], "””"),
        ("「Rain again,」 said Ada. 「Shut the door.」", ["「Rain again,」", "「Shut the door.」"], "「」"),
        ("『Rain again,』 said Ada. 『Shut the door.』", ["『Rain again,』", "『Shut the door.』"], "『』"),
        ("``Rain again,'' said Ada. ``Shut the door.''", ["``Rain again,''", "``Shut the door.''"], "``''"),
        ("— Rain again, said Ada. Shut the door.", ["— Rain again,", "Shut the door."], "—"),
        ("—Rain again —said Ada—. Shut the door.", ["—Rain again", "Shut the door."], "—"),
        ("--Rain again! she called sharply.", ["--Rain again!"], "--"),
    ],
)
def test_each_typography_of_speech_cut_by_its_cue(text: str, pieces: list[str], style: str) -> None:
    assert quotations(text) == [pieces]
    assert [(claim.style, claim.mode) for claim in claims(text)] == [(style, "speech")]


@pytest.mark.parametrize(
    "text",
    [
        "The dogs' dinner was late, and so was the boys'.",
        "'Twas nine o'clock, and 'tis said that rock 'n' roll was king in '58.",
        "She wasn’t sure the Joneses’ cat didn’t eat ’em.",
        'He stood 6\'2" tall and the plank was 12" wide.',
        "He paused — a long pause — and went on.",
        "“",
        "It was late.\n\n— M. Pell\n\nNobody wrote back.",
        "'E went 'ome wi' th' 'orses, an' 'is mother wi' 'im.",
    ],
)
def test_other_marks_stay_silent(text: str) -> None:
    assert quotations(text) == []


def test_marks_inside_others_are_quotations_of_their_own() -> None:
    text = "“He said, ‘Come at once,’ and hung up,” Ada told them."
    outer, inner = claims(text)
    assert inner.parent == outer.id
    assert (inner.span.of(text), inner.mode, inner.style) == ("‘Come at once,’", "speech", "‘’")


def test_british_order_with_apostrophes() -> None:
    text = "‘It’s the dogs’ dinner,’ said Ben, ‘and “supper” is mine. ’Tis nine o’clock.’"
    assert quotations(text) == [["‘It’s the dogs’ dinner,’", "‘and “supper” is mine. ’Tis nine o’clock.’"]]
    assert [claim.span.of(text) for claim in claims(text) if claim.parent] == ["“supper”"]


def test_three_levels_nest() -> None:
    text = "“I said, ‘He called me “old man” twice,’ and left,” said Ada."
    first, second, third = claims(text)
    assert (first.parent, second.parent, third.parent) == (None, first.id, second.id)
    assert third.span.of(text) == "“old man”"


def test_the_next_sentence_of_a_closed_speech_is_another_quotation() -> None:
    assert quotations('"Rain again." Ada shut the door and sat down by the fire. "Tea?"') == [
        ['"Rain again."'],
        ['"Tea?"'],
    ]


def test_a_comma_and_a_short_cue_join_two_sentences() -> None:
    assert quotations('"Rain again," said Ada. "Shut it."') == [['"Rain again,"', '"Shut it."']]


@pytest.mark.parametrize("text", ["“Wait”—she turned—“for me.”", '"Wait" -- she turned -- "for me."'])
def test_words_between_dashes_interrupt_a_speech(text: str) -> None:
    assert len(quotations(text)) == 1
    assert [mode for _, mode in modes(text)] == ["speech"]


def test_marks_of_emphasis_around_a_speech_change_nothing() -> None:
    assert modes('_"Hello,"_ he said.') == [('"Hello,"', "speech")]


def test_a_script_without_capitals_has_speech() -> None:
    assert [mode for _, mode in modes("「来て」と彼は言った。「早く」")] == ["speech", "speech"]


def test_two_speakers_in_one_paragraph_are_not_joined() -> None:
    assert len(quotations('"Rain?" asked Ben. He looked up at the sky and laughed. "No," said Ada.')) == 2


def test_a_missing_closing_mark_does_not_swallow_the_next_paragraph() -> None:
    assert quotations('"Rain again, said Ada.\n\nNobody looked up.') == [['"Rain again,']]
    assert quotations("“Shut the door\n\nNobody looked up.") == [["“Shut the door"]]


def test_a_missing_mark_is_repaired_inside_its_paragraph() -> None:
    assert quotations('"Rain again, said Ada. "Shut it."') == [['"Rain again,', '"Shut it."']]
    assert quotations('Rain again," said Ada. "Shut it."') == [['Rain again,"', '"Shut it."']]


def test_a_mark_turned_the_wrong_way_is_read_by_its_place() -> None:
    assert quotations("“Rain again,“ said Ada. ”Shut it.”") == [["“Rain again,“", "”Shut it.”"]]


def test_speech_over_several_paragraphs_is_one_quotation() -> None:
    assert quotations("“Rain.\n\n“Rain again.”\n\n“No.”") == [["“Rain.", "“Rain again.”"], ["“No.”"]]


def test_speech_goes_on_behind_a_poem_without_marks() -> None:
    text = "“It went like this:\n\nThe rain, the rain,\nthe rain again\n\nand so on for a page.”\n\nNobody clapped."
    assert quotations(text) == [["“It went like this:", "and so on for a page.”"]]


def test_modes_are_told_apart() -> None:
    assert modes("He whistled “The Long Road Home” on the stairs.") == [("“The Long Road Home”", "title")]
    assert modes("They sold what they called “fresh” fish.") == [("“fresh”", "scare")]
    assert modes("“It will rain,” thought Ada.") == [("“It will rain,”", "thought")]
    assert modes("“It will rain,” said Ada. She thought of tea.") == [("“It will rain,”", "speech")]
    assert modes("The sign on the gate read “no hawkers after six in the evening”.") == [
        ("“no hawkers after six in the evening”", "writing")
    ]


def test_a_letter_with_its_address_and_end_is_writing() -> None:
    text = "“My dear Ben,”\n\n“The roof leaks again and I have moved my bed.”\n\n“Yours ever,”\n\nHe folded the sheet."
    assert [mode for _, mode in modes(text)] == ["writing"]


def test_a_mark_with_nothing_behind_it_ends_a_letter_too() -> None:
    assert modes('"My dear Ben,\n\n“') == [('"My dear Ben,', "writing")]


def test_an_interrupted_vocative_is_no_letter() -> None:
    assert modes("“My dear Ben—”\n\n“I know,” said Ben.") == [("“My dear Ben—”", "speech"), ("“I know,”", "speech")]


def test_single_marks_in_a_book_of_double_marks_are_no_speech_marks() -> None:
    book = "“Rain again,” said Ada.\n\n" * 5 + "He read the ‘Times’ of the day before yesterday."
    assert claims(book)[-1].mode == "title"


def test_mixed_styles_survive() -> None:
    text = '"Rain," said Ada.\n\n‘Again,’ said Ben.\n\n«Always,» said the cat.\n\n— Never! called the crow.'
    assert quotations(text) == [['"Rain,"'], ["‘Again,’"], ["«Always,»"], ["— Never!"]]


def test_a_dash_opens_no_speech_in_a_book_of_quotation_marks() -> None:
    book = "“Rain again,” said Ada.\n\n" * 9 + "— and yet it stopped, and the sun came out."
    assert len(quotations(book)) == 9


def test_what_is_open_at_the_end_of_a_passage_is_closed_there() -> None:
    paragraph = "“" + "It rained and it rained on the roof of the barn. " * 70
    text = "\n\n".join([paragraph.strip()] * 6)
    found = claims(text)
    story = read_source(Source(text), annotators=(Tokens, Quotations))
    assert len(story.passages) > 1
    for claim in found:
        assert any(passage.span.covers(piece) for passage in story.passages for piece in claim.evidence[:1])
        assert claim.known_at in {passage.span.end for passage in story.passages}


def test_a_third_level_in_a_speech_left_open_nests() -> None:
    text = "“He came.\n\n“ ‘I said “Pah!” and left. I did.’ He laughed. ‘But we know.’ So I told him.\n\n“That is all.”"
    assert len(claims(text)[0].evidence) == 3
    assert [claim.span.of(text) for claim in claims(text)[1:]] == [
        "‘I said “Pah!” and left. I did.’",
        "“Pah!”",
        "‘But we know.’",
    ]


def test_ditto_marks_make_no_quotation() -> None:
    assert quotations("“Look,” she said.\n\nRise at 6:00 ”\n\nStudy of ropes and knots 7:15 ”") == [["“Look,”"]]


@pytest.mark.parametrize(
    "text",
    [
        "He smiled at them all, and added: “Some hat!” Nobody laughed.",
        "Studs and wires and lamps—\n\n“I’m Warden Thorne,” the man said. He sat down.",
        "She looked at the door, and he said in words worse than mine:—\n\n“There is no boat here tonight.”",
        "They ate, and when the lamp was lit he said—\n\n“Lord—”; but Ada rose.",
    ],
)
def test_a_verb_of_speech_beside_the_words_makes_them_speech(text: str) -> None:
    assert [mode for _, mode in modes(text)] == ["speech"]


@pytest.mark.parametrize(
    "text",
    [
        "On the door of the shed was painted “Keep Out, All of You.” He knocked.",
        "Below us in the boat one of the men was whistling “Polly and the Drake.” It rained.",
        "There was a card on the table, on which was written:—\n\n“I have gone to the boats. Do not wait for me.”",
    ],
)
def test_inscriptions_and_tunes_are_not_spoken(text: str) -> None:
    assert "speech" not in [mode for _, mode in modes(text)]


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("The weather was fine, and he had hurried out “to see.” It rained.", "scare"),
        ("“It was hard by—” he stopped and looked at the other “by what road, Ada?”", "speech"),
        ("She laughed, and he said “that was the wind, Ada, and no more.”", "speech"),
    ],
)
def test_part_of_the_narrators_sentence_is_not_spoken(text: str, mode: str) -> None:
    assert modes(text)[-1][1] == mode


def test_a_paragraph_of_a_speech_may_have_a_blank_behind_its_mark() -> None:
    text = '"It began in March.\n\n" Who goes there?  said I, and nobody answered.\n\n" Then it rained."\n\nHe stopped.'
    assert [len(pieces) for pieces in quotations(text)] == [3]


def test_a_mark_that_stands_alone_inside_a_paragraph_opens_nothing() -> None:
    assert quotations('He rose at six " and went out.') == []
