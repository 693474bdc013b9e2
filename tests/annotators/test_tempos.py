import pytest

from fabula.layers import Tempo
from fabula.pipeline import read_text

pytestmark = pytest.mark.usefixtures("model")
SCENE = (
    "Mara knocked at the door. She heard a step, and the bolt scraped. A boy opened, looked at her boots and stepped "
    "aside. She walked past him to the fire and held out her hands."
)
YEARS = (
    "For three years the mill stood empty. The miller’s widow lived with her cousin, and every summer the boys of the "
    "village were given the orchard to look after."
)
HABIT = (
    "On Sundays she usually was at home. She would make tea for the neighbours, and they would often stay until it was "
    "dark. It was always the same."
)
VIEW = "The room was low and brown. There was a table in it, and a bench under the window, and no carpet."


def tempos(*paragraphs: str) -> list[str | None]:
    """The tempo of each paragraph."""
    text = "\n\n".join(paragraphs)
    made = {one.start: one.tempo for one in read_text(text).document.layer(Tempo).current()}
    starts = [sum(len(one) + 2 for one in paragraphs[:k]) for k in range(len(paragraphs))]
    return [made.get(start) for start in starts]


def test_deeds_one_after_another_are_scenic() -> None:
    assert tempos(SCENE) == ["scenic"]


def test_what_is_mostly_speech_is_scenic() -> None:
    assert tempos("“You are late,” said Mara. “The soup is cold, and so am I.”") == ["scenic"]


@pytest.mark.parametrize("paragraph", [YEARS, HABIT])
def test_years_and_habits_are_told_in_summary(paragraph: str) -> None:
    assert tempos(paragraph) == ["summary"]


def test_a_view_has_no_tempo() -> None:
    assert tempos(VIEW) == [None]


def test_how_long_somebody_has_not_been_there_is_no_summary() -> None:
    assert tempos(SCENE + " She had not been there for three years.") == ["scenic"]


def test_what_is_said_of_years_does_not_count() -> None:
    assert tempos("“I lived there for three years, and every Sunday it rained,” said Mara.") == ["scenic"]


def test_a_general_truth_is_no_summary_of_a_story_told_in_the_past() -> None:
    truth = "The miller was no help, and nothing came of it. Millers are often deaf. They are always asleep by noon."
    assert tempos(SCENE, truth, SCENE) == ["scenic", None, "scenic"]


def test_what_somebody_thinks_will_happen_is_no_habit() -> None:
    thought = "She would go to her cousin, if the road was open. She would sleep there, and she would be warm."
    assert tempos(SCENE, thought) == ["scenic", None]


def test_each_tempo_cites_the_words_that_show_it() -> None:
    (claim,) = read_text(YEARS).document.layer(Tempo).current()
    assert [span.of(YEARS) for span in claim.evidence] == ["three", "every"]
