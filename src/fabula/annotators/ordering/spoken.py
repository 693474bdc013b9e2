"""What people say is the day or the date: "to-day is Thursday"."""

import re
from collections.abc import Iterator, Sequence

from fabula.annotators.ordering.clauses import head_of
from fabula.annotators.parse import Parse
from fabula.annotators.unreal import is_told
from fabula.layers import TimeExpression

DAY = re.compile(r"XXXX-WXX-\d|(\d{4}|XXXX)-\d\d-\d\d")
NOW = frozenset("it today to-day this".split())


def spoken(parse: Parse, times: Sequence[TimeExpression]) -> Iterator[tuple[TimeExpression, int]]:
    """The times that are said to be now inside quotations, each with its word that the others hang on."""
    for time in times:
        places = parse.places(time.span)
        if not places or places.start not in parse.quotations or not DAY.fullmatch(time.value):
            continue
        head = head_of(parse, places)
        present = any(parse.has(one, "Tense=Pres") for one in parse.below(head, "cop"))
        subjects = [parse.word(one) for one in parse.below(head, "nsubj", "expl")]
        if present and subjects and NOW.issuperset(subjects) and not parse.below(head, "case") and is_told(parse, head):
            yield time, head
