"""Who knows of whom by talk, and what is untrue, promised or kept back."""

from collections.abc import Iterator

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import Row, listed, table
from fabula.layers import Assertion, Attribution
from fabula.text import Span

KINDS = {"lie": "lies", "false": "is wrong", "promise": "promises", "secret": "keeps back"}


def _body(told: Told) -> str:
    return table(
        "Whom somebody has spoken of or been told of, each with a link to the first such words.",
        ("Name", "Has said or heard of"),
        _known(told),
    ) + table(
        "What the text marks as untrue, promised or kept back.",
        ("Name", "Does", "About", "Says who", "Words"),
        _assertions(told),
    )


def _known(told: Told) -> Iterator[Row]:
    for one in told.world.characters:
        first: dict[str, Span] = {}
        for talk in told.world.knows(one):
            for entity in talk.about:
                first.setdefault(entity, talk.quotation.span)
        if first:
            yield told.name(one.id), listed(told.links.to(span, told.name(entity)) for entity, span in first.items())


def _assertions(told: Told) -> Iterator[Row]:
    for claim in told.story.document.layer(Assertion).current():
        yield (
            told.name(claim.holder),
            KINDS[claim.kind],
            listed(map(told.name, claim.about)),
            told.says(claim.by),
            told.links.quote(claim.span),
        )


KNOWLEDGE = Section("Knowledge", (Attribution, Assertion), _body)
