from fabula.layers import Answer, Attribution, Question
from fabula.layers.question import QuestionKind
from fabula.text import Span
from fabula.world.questions import REMEMBERED, Questions


def question(
    id: str,
    start: int,
    *,
    kind: QuestionKind = "who",
    about: tuple[str, ...] = (),
    again: str | None = None,
    confidence: float | None = None,
) -> Question:
    return Question(
        id=id,
        evidence=(Span(start, start + 10),),
        known_at=start + 100,
        made_by="test",
        kind=kind,
        asker=None,
        about=about,
        again=again,
        confidence=confidence,
    )


def opened(questions: Questions, at: int) -> list[str]:
    return [one.asked[0].id for one in questions.open(at, lambda entity: entity)]


def test_questions_asked_again_come_first_then_the_newest() -> None:
    questions = Questions()
    for one in (question("qu1", 0), question("qu2", 200), question("qu3", 300), question("qu4", 400, again="qu1")):
        questions.add(one)
    assert opened(questions, 500) == ["qu1", "qu3", "qu2"]


def test_what_is_asked_in_passing_matters_once_it_is_asked_again() -> None:
    questions = Questions()
    questions.add(question("qu1", 0, confidence=0.3))
    assert opened(questions, 500) == []
    assert [one.asked[0].id for one in questions.passing(500, lambda entity: entity)] == ["qu1"]
    questions.add(question("qu2", 200, again="qu1", confidence=0.3))
    assert opened(questions, 500) == ["qu1"]
    assert questions.passing(500, lambda entity: entity) == ()


def test_an_answered_question_is_open_no_longer() -> None:
    questions = Questions()
    questions.add(question("qu1", 0))
    questions.add(Answer(id="an1", evidence=(Span(300, 310),), known_at=400, made_by="test", question="qu1"))
    assert opened(questions, 400) == []
    assert [one.asked[0].id for one in questions.answered()] == ["qu1"]


def test_a_question_that_nobody_asks_again_is_forgotten() -> None:
    questions = Questions()
    questions.add(question("qu1", 0))
    assert opened(questions, REMEMBERED) == ["qu1"]
    assert opened(questions, REMEMBERED + 1) == []
    assert [one.asked[0].id for one in questions.dropped(REMEMBERED + 1, lambda entity: entity)] == ["qu1"]
    questions.add(question("qu2", REMEMBERED, again="qu1"))
    assert opened(questions, 2 * REMEMBERED) == ["qu1"]


def test_who_was_missing_is_found_when_they_speak() -> None:
    questions = Questions()
    questions.add(question("qu1", 0, kind="where", about=("e1",)))
    questions.add(question("qu2", 20, kind="why", about=("e1",)))
    said = Attribution(
        id="at1",
        evidence=(Span(300, 310),),
        known_at=400,
        made_by="test",
        quotation="q1",
        speaker="e1",
        addressees=(),
        type="explicit",
    )
    questions.add(said)
    assert opened(questions, 400) == ["qu2"]
