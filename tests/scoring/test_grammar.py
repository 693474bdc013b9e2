import pytest

from fabula.scoring.grammar import parsed, score_grammar


def conllu(*rows: str) -> list[str]:
    """Lines from `word pos head relation`; an empty row ends a sentence."""
    out, number = [], 0
    for row in rows:
        number = number + 1 if row else 0
        if row:
            word, pos, head, relation = row.split()
            out.append(f"{number}\t{word}\t_\t{pos}\t_\t_\t{head}\t{relation}\t_\t_")
        else:
            out.append("")
    return out


REFERENCE = conllu("It PRON 2 nsubj", "rained VERB 0 root", "", "Do AUX 3 aux", "n't PART 3 advmod", "go VERB 0 root")


def test_figures_worked_out_by_hand():
    read = conllu(
        "It PRON 2 nsubj:outer", "rained NOUN 0 root", "Don't VERB 4 aux", "go VERB 2 conj"
    )  # of five words three are there, of four read; one sentence for two
    scores = score_grammar(REFERENCE, read)
    assert scores["words"].value == pytest.approx(200 * 3 / 9)
    assert scores["sentences"].value == 0
    assert scores["UPOS"].value == pytest.approx(200 * 2 / 9)
    assert scores["UAS"].value == pytest.approx(200 * 2 / 9), "go is governed by another"
    assert scores["LAS"].value == pytest.approx(200 * 2 / 9), "subtypes do not count"


def test_a_perfect_reading_scores_a_hundred():
    assert {measure.value for measure in score_grammar(REFERENCE, REFERENCE).values()} == {100}


def test_lines_of_contractions_and_empty_nodes_are_passed_over():
    plain = conllu("Do AUX 3 aux", "n't PART 3 advmod", "go VERB 0 root")
    more = ["# text = Don't go", "1-2\tDon't" + "\t_" * 8, *plain[:2], "2.1\tyou" + "\t_" * 8, plain[2], ""]
    assert parsed(more) == parsed(plain)
    assert parsed(plain).words[(2, 5)] == ("PART", (5, 7), "advmod")


def test_another_text_cannot_be_scored():
    with pytest.raises(ValueError, match="different texts"):
        score_grammar(REFERENCE, conllu("It PRON 0 root"))
