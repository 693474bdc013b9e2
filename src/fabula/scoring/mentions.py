"""Mentions: do words refer to the right character?"""

import re
from bisect import bisect_left, bisect_right

from fabula.layers import PEOPLE, Mention
from fabula.scoring.mapping import CharacterMap
from fabula.scoring.measures import Agreement, Measure, Tally
from fabula.scoring.names import AliasTable, words
from fabula.scoring.quotations import bare
from fabula.scoring.reference import Reference
from fabula.text import Span
from fabula.world import Story

ENOUGH = 0.5
"""Share of the union of two spans that must be common to both."""
PRONOUNS = words(
    """
    i me my mine myself we us our ours ourselves you your yours yourself yourselves thou thee thy thine thyself ye
    he him his himself she her hers herself it its itself they them their theirs themselves who whom whose
    """
)
DETERMINERS = words(
    """
    the a an this that these those my your his her its our their some any no every each both all
    o oh dear poor old young little good
    """
)
"""Words whose capital does not make a name."""
WORD = re.compile(r"[\w'’]+")
ORDER = ("all", "names", "pronouns", "nominals")


def score_quoted_mentions(
    story: Story, reference: Reference, names: AliasTable, mapping: CharacterMap
) -> dict[str, Measure]:
    """Share of the mentions inside quotations that refer to the right character, by kind of mention.

    A mention that was not found is wrong; the same span is found, else the one that shares most, at least half.
    """
    resolved, found = Tally(), Tally()
    finder = _Finder(story)
    for quotation in reference.quotations:
        for mention in quotation.mentions:
            span = bare(reference.text, mention.span)
            entity = finder.entity(span)
            kind = _kind(span.of(reference.text), names)
            resolved.add(entity is not None and mapping.get(entity) == mention.character, "all", kind)
            found.add(entity is not None, "all", kind)
    return {
        **{f"resolved, {name}": share for name, share in resolved.shares(ORDER).items()},
        **{f"found, {name}": share for name, share in found.shares(ORDER).items()},
    }


def score_mentions(story: Story, reference: Reference) -> dict[str, Measure]:
    """Agreement on the spans of mentions of persons, by kind."""
    mentions = [
        mention for mention in story.document.layer(Mention).current() if story.cast[mention.entity].kind in PEOPLE
    ]
    out: dict[str, Measure] = {}
    for kind in ("proper", "nominal", "pronominal"):
        out[f"{kind} mentions"] = Agreement.of_sets(
            {mention.span for mention in reference.mentions if mention.kind == kind},
            {mention.span for mention in mentions if mention.kind == kind},
        )
    return out | {
        "all mentions": Agreement.of_sets(
            {mention.span for mention in reference.mentions}, {mention.span for mention in mentions}
        )
    }


def _kind(mention: str, names: AliasTable) -> str:
    found = WORD.findall(mention.replace("_", " "))
    if not found or (len(found) == 1 and found[0].lower() in PRONOUNS):
        return "pronouns"
    if names.character(mention) or any(
        word[0].isupper() and word.lower() not in DETERMINERS | PRONOUNS for word in found
    ):
        return "names"
    return "nominals"


class _Finder:
    """Looks up predicted mentions by position."""

    def __init__(self, story: Story) -> None:
        mentions = story.document.layer(Mention).current()
        self._mentions = [(mention.span, story.cast.resolve(mention.entity)) for mention in mentions]
        self._starts = [span.start for span, _ in self._mentions]
        self._longest = max((span.end - span.start for span, _ in self._mentions), default=0)
        self._exact: dict[Span, str] = {}
        for span, entity in self._mentions:
            self._exact.setdefault(bare(story.text, span), entity)

    def entity(self, wanted: Span) -> str | None:
        """The entity that the words refer to; `None` if no mention is close enough."""
        if wanted in self._exact:
            return self._exact[wanted]
        first = bisect_left(self._starts, wanted.start - self._longest)
        near = self._mentions[first : bisect_right(self._starts, wanted.end)]
        best, _, entity = max(
            ((_shared(wanted, span), span.start, entity) for span, entity in near), default=(0, 0, "")
        )
        return entity if best >= ENOUGH else None


def _shared(one: Span, other: Span) -> float:
    union = max(one.end, other.end) - min(one.start, other.start)
    return (min(one.end, other.end) - max(one.start, other.start)) / union
