import pytest

from fabula.scoring.measures import Agreement, Number, Rate, Share, Tally, total


def test_share_of_nothing_is_zero():
    assert Share().value == 0


def test_agreement_is_harmonic_mean_of_precision_and_recall():
    agreement = Agreement(1, 2, 3, 4)
    assert (agreement.recall, agreement.precision) == (50, 75)
    assert agreement.value == pytest.approx(60)


def test_sums_weigh_stories_by_what_they_hold():
    one = {"right": Share(1, 1), "mixed": Number(2), "parts": Rate(1, 4)}
    other = {"right": Share(0, 3), "mixed": Number(3), "parts": Rate(3, 4), "more": Share(1, 2)}
    both = total([one, other])
    assert both["right"].value == 25
    assert both["mixed"].value == 5
    assert both["parts"].value == 0.5
    assert both["more"] == Share(1, 2)


def test_tally_counts_an_answer_under_every_name():
    tally = Tally()
    tally.add(True, "all", "names")
    tally.add(False, "all")
    assert tally.shares(["names", "all", "pronouns"]) == {
        "names": Share(1, 1),
        "all": Share(1, 2),
        "pronouns": Share(0, 0),
    }
