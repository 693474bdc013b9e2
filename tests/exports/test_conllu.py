import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.grammar import story, with_grammar
from fabula import read_text
from fabula.errors import ExportError
from fabula.exports.conllu import CONLLU
from fabula.world import Story

TEXT = "“Sit down,” she said.\n\nThe well-known\ncaptain did n't."
ROWS = (
    "PUNCT|“|punct|1 VERB|sit|root|1 ADV|down|advmod|1 PUNCT|,|punct|1 PUNCT|”|punct|1 "
    "PRON|she|nsubj|6 VERB|say|parataxis|1 PUNCT|.|punct|1 "
    "DET|the|det|10 ADJ|well-known|amod|10 NOUN|captain|nsubj|11 AUX|do|root|11 PART|not|advmod|11 PUNCT|.|punct|11"
)


def sentences(read: Story, stem: str = "rain") -> list[tuple[list[str], list[list[str]]]]:
    """The comments and rows of each sentence."""
    out = []
    for block in CONLLU.files(read, stem)[f"{stem}.conllu"].split("\n\n")[:-1]:
        lines = block.split("\n")
        comments = [line for line in lines if line.startswith("# ")]
        out.append((comments, [line.split("\t") for line in lines[len(comments) :]]))
    return out


def check(read: Story) -> None:
    """What the format asks: numbers in order, ten full columns, one root, no circles, the text from its words."""
    ids = set()
    for comments, rows in sentences(read):
        facts = dict(comment[2:].split(" = ", 1) for comment in comments if " = " in comment)
        assert facts["sent_id"] not in ids
        ids.add(facts["sent_id"])
        assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
        assert all(len(row) == 10 and all(row) for row in rows)
        assert facts["text"] == "".join(row[1] + " " * (row[9] != "SpaceAfter=No") for row in rows).rstrip()
        assert [row[7] for row in rows if row[6] == "0"] == ["root"]
        assert sum(row[7] == "root" for row in rows) == 1
        for row in rows:
            seen, here = set(), row
            while here[6] != "0":
                assert here[0] not in seen
                seen.add(here[0])
                here = rows[int(here[6]) - 1]


def test_a_row_holds_a_word_its_lemma_its_part_of_speech_and_its_governor() -> None:
    (_, first), _ = sentences(story(TEXT, ROWS))
    assert first[1] == ["2", "Sit", "sit", "VERB", "_", "_", "0", "root", "_", "_"]
    assert first[2] == ["3", "down", "down", "ADV", "_", "_", "2", "advmod", "_", "SpaceAfter=No"]
    check(story(TEXT, ROWS))


def test_sentences_have_a_number_their_text_and_the_beginning_of_their_paragraph() -> None:
    (first, _), (second, _) = sentences(story(TEXT, ROWS))
    assert first == ["# newdoc id = rain", "# newpar", "# sent_id = rain-1", "# text = “Sit down,” she said."]
    assert second == ["# newpar", "# sent_id = rain-2", "# text = The well-known captain did n't."]


def test_words_with_hyphens_are_cut_as_in_the_treebank() -> None:
    _, (_, rows) = sentences(story(TEXT, ROWS))
    assert [(row[1], row[3], row[6], row[7]) for row in rows[:5]] == [
        ("The", "DET", "5", "det"),
        ("well", "ADV", "4", "advmod"),
        ("-", "PUNCT", "2", "punct"),
        ("known", "ADJ", "5", "amod"),
        ("captain", "NOUN", "6", "nsubj"),
    ]


@pytest.mark.parametrize(
    ("word", "pos", "cut"),
    [
        ("e-mail", "NOUN", "e-mail/NOUN/root"),
        ("B-but", "CCONJ", "B-but/CCONJ/root"),
        ("555-0199", "NUM", "555-0199/NUM/root"),
        ("Ada-Lee", "PROPN", "Ada/PROPN/root -/PUNCT/punct Lee/PROPN/flat"),
        ("1914-1918", "NUM", "1914/NUM/root -/SYM/case 1918/NUM/nmod"),
        ("twenty-two", "NUM", "twenty/NUM/compound -/PUNCT/punct two/NUM/root"),
        ("10-year", "NOUN", "10/NUM/nummod -/PUNCT/punct year/NOUN/root"),
        ("tea-time", "NOUN", "tea/NOUN/compound -/PUNCT/punct time/NOUN/root"),
    ],
)
def test_what_a_part_of_a_word_is(word: str, pos: str, cut: str) -> None:
    ((_, rows),) = sentences(story(word, f"{pos}|{word.lower()}|root|0"))
    assert " ".join(f"{row[1]}/{row[3]}/{row[7]}" for row in rows) == cut


def test_a_sentence_read_in_pieces_has_one_root() -> None:
    read = story("It rained and poured.", "PRON|it|nsubj|1 VERB|rain|root|1 CCONJ|and|cc|3 VERB|pour|root|3 X|||4")
    ((_, rows),) = sentences(read)
    assert [(row[6], row[7]) for row in rows] == [
        ("2", "nsubj"), ("0", "root"), ("4", "cc"), ("2", "parataxis"), ("2", "dep")
    ]  # fmt: skip


def test_what_was_not_read_is_in_the_file_all_the_same() -> None:
    read = read_text("Niemand kam. Es regnete.")
    count = len(read.document.tokens)
    check(with_grammar(read, {}, range(count)))


def test_a_reading_by_rules_has_no_grammar_and_says_who_makes_it() -> None:
    with pytest.raises(ExportError, match=r"annotator 'reader_model' makes.*read by rules only"):
        CONLLU.files(read_text("It rained."), "rain")


@given(st.text(alphabet="Aab1.-“” \n\t\r\x85\u2028_<&é。", max_size=80), st.data())
def test_any_text_gives_a_file_that_is_valid(text: str, data: st.DataObject) -> None:
    read = read_text(text)
    count = len(read.document.tokens)
    heads = [data.draw(st.integers(0, place)) for place in range(count)]
    pos = data.draw(st.lists(st.sampled_from(["", "NOUN", "VERB", "NUM", "PROPN"]), min_size=count, max_size=count))
    check(with_grammar(read, {"pos": pos, "relation": ["dep" if one else "" for one in pos]}, heads))
    words = [row[1] for _, rows in sentences(with_grammar(read, {}, heads)) for row in rows]
    assert "".join(words) == "".join(read.text.split())
