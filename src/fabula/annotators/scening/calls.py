"""Who is called by name in what is said."""

from bisect import bisect_left

from fabula.annotators.certainty import Certainty
from fabula.annotators.parse import Parse
from fabula.annotators.speaking.vocatives import is_vocative
from fabula.annotators.words import Words
from fabula.layers import Mention
from fabula.text import Span


class Calls:
    """The calls so far: "Sit down, Ada."."""

    def __init__(self) -> None:
        self._calls: list[Mention] = []

    def follow(self, parse: Parse, words: Words, since: int) -> None:
        """Takes note of the calls of a passage, and forgets those before the scene at hand, which begins at `since`."""
        self._calls = [one for one in self._calls if one.span.start >= since]
        for place, mention in sorted(parse.mentions.items()):
            quotation = parse.quotations.get(place)
            if mention.kind != "proper" or quotation is None or quotation.id not in parse.attributions:
                continue
            first, last = bisect_left(words.starts, mention.span.start), bisect_left(words.starts, mention.span.end) - 1
            is_spoken_to = mention.entity in parse.attributions[quotation.id].addressees
            if is_spoken_to and first <= last and is_vocative(words, first, last):
                self._calls.append(mention)

    def last(self, entity: str, start: int, end: int, certainty: Certainty) -> Span | None:
        """Where somebody is called last between two positions; `None` if nowhere."""
        who = certainty.resolve(entity)
        for one in reversed(self._calls):
            if start <= one.span.start < end and certainty.resolve(one.entity) == who:
                return one.span
        return None
