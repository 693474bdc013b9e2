import json
from pathlib import Path

import pytest
from by_hand import story as by_hand

import fabula

from .conftest import Run


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """A story with claims set by hand."""
    fabula.save(by_hand(), tmp_path / "rain.fabula")
    return tmp_path / "rain.fabula"


def test_an_answer_cites_the_words_and_where_they_stand(run: Run, rain: Path) -> None:
    page = run("ask", rain, "who", "is", "Ada?").stdout
    assert "Ada is the maid of Mrs. Vane, says Mrs. Vane: “" in page
    assert "(line 6)" in page
    values = json.loads(run("ask", rain, "who is Ada?", "--json").stdout)
    assert values["question"] == "who is Ada?"
    assert {"says": "Ada: watchful", "claim": "ab1"}.items() <= values["statements"][-1].items()


def test_what_is_not_said_is_said_to_be_so(run: Run, rain: Path) -> None:
    assert run("ask", rain, "what does Ada own?").stdout == "  The text has not said.\n"


@pytest.mark.parametrize(
    ("question", "says"),
    [("why?", "Ask like this"), ("who is Adda?", "Nobody is called “Adda” here. Did you mean Ada?")],
)
def test_a_question_that_cannot_be_answered_says_what_can_be_asked(
    run: Run, rain: Path, question: str, says: str
) -> None:
    result = run("ask", rain, question)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())


def test_a_question_at_a_place_knows_nothing_from_behind_it(run: Run, rain: Path) -> None:
    assert run("ask", rain, "who is Ada?", "--at", "0").exit_code == 2
