"""What the text leaves open, and what it has answered."""

from collections.abc import Iterator

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, listed, table
from fabula.layers import Answer, Question
from fabula.world.questions import OpenQuestion, Questions


def _body(told: Told) -> str:
    asked = Questions()
    for record in (Question, Answer):
        for claim in told.story.document.layer(record).current():
            asked.add(claim)
    return table(
        "What is still open at the end, the most asked first.",
        ("Question", "Asks", "Asked again"),
        (_asked(told, one) for one in told.world.open_questions),
    ) + table("What the text has answered.", ("Question", "Asks", "Asked again", "Answer"), _answered(told, asked))


def _asked(told: Told, one: OpenQuestion) -> Row:
    first, *again = one.asked
    times = (told.links.to(claim.span, str(number)) for number, claim in enumerate(again, 2))
    return told.links.quote(first.span), told.says(first.asker), listed(times)


def _answered(told: Told, asked: Questions) -> Iterator[Row]:
    for one in asked.answered():
        assert one.answer is not None
        by = f" (says {told.name(one.answer.by)})" if one.answer.by else ""
        yield (*_asked(told, one), told.links.quote(one.answer.span) + by)


QUESTIONS = Section("Questions", (Question, Answer), _body)
