"""Through whose eyes a scene is told in the third person: whose thoughts and perceptions the narrator tells."""

from collections import Counter
from collections.abc import Callable, Iterator

from fabula.document import Document
from fabula.layers import Mention, Quotation
from fabula.text import Span

INNER = frozenset(
    "think feel know wonder remember recollect hope fear dread wish believe realise realize hear see notice perceive "
    "understand suppose guess doubt want expect imagine forget decide recognise recognize regret reflect ponder long "
    "desire discover suspect conclude resolve fancy".split()
)
"""Verbs of what nobody but the person can know; "look" and "smile" are seen from outside."""
ENOUGH, SHARE = 6, 0.7
"""Such verbs of one person, at least, and of all in the scene how many."""
NEAR = 12
"""Words between a verb and its subject, at most."""


def focaliser(document: Document, span: Span, resolve: Callable[[str], str]) -> str | None:
    """The entity whose inner life is told in some text; `None` if it is nobody's or several people's.

    `resolve` gives the id that an entity goes under after all merges. Needs the grammar: without it, `None`.
    """
    if not {"lemma", "relation"} <= document.tags.keys() or "head" not in document.numbers:
        return None
    found = Counter(resolve(entity) for entity in _thinkers(document, span))
    if not found:
        return None
    entity, times = found.most_common(1)[0]
    return entity if times >= ENOUGH and times >= SHARE * found.total() else None


def _thinkers(document: Document, span: Span) -> Iterator[str]:
    """Who is the subject of each verb of inner life in the narration, in order."""
    tokens, lemmas, heads = document.tokens, document.tag("lemma"), document.number("head")
    relations, quotations, mentions = document.tag("relation"), document.layer(Quotation), document.layer(Mention)
    places = tokens.covered_by(span)
    said = {
        place for one in quotations.covered_by(span) for piece in one.evidence for place in tokens.covered_by(piece)
    }
    meant = {one.span.end: one.entity for one in mentions.covered_by(span)}
    for place in range(places.start, min(places.stop, len(lemmas))):
        if lemmas[place] not in INNER or place in said:
            continue
        for other in range(max(places.start, place - NEAR), place):
            if heads[other] == place and relations[other] == "nsubj" and (who := meant.get(tokens.ends[other])):
                yield who
