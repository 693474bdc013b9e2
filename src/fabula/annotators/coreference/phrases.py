"""Expressions with all that is known of where they stand, before it is asked to whom they refer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from fabula.annotators.words import GENITIVE
from fabula.document import Draft
from fabula.layers import Expression, Mention, Passage, Quotation
from fabula.text import Span

MAKERS = {"names": "name", "speakers": "cue"}
"""What a tie to the cast is called that names or speakers have made; all others are by rule."""


@dataclass(slots=True)
class Phrase:
    """An expression and where it stands.

    `first`, `last`, `head` and `governor` are places in the document's tokens, `sentence` and `paragraph` in theirs;
    `relation` is that of the head to its governor. `words` are lower case. `ties` are entities to which something else
    ties the words: a `name`, a `cue` or a `rule` for the same words; the `speaker` and the `addressee` of the
    `quotation` that they stand in, the `narrator` for "I" outside of quotations. `rule_mention` is the mention that
    another annotator has made of them. `inside` are entities that are named in the phrase and that it is not tied to:
    Ada in "Ada's brother". `owner` is the phrase that says whose it is, and begins it: "her" in "her brother".
    """

    expression: Expression
    first: int
    last: int
    head: int
    governor: int
    relation: str
    words: tuple[str, ...]
    capital: bool
    sentence: int
    paragraph: int
    quotation: str | None = None
    ties: dict[str, str] = field(default_factory=dict)
    rule_mention: Mention | None = None
    inside: frozenset[str] = frozenset()
    owner: "Phrase | None" = None

    @property
    def span(self) -> Span:
        """The words."""
        return self.expression.span


def phrases_of(draft: Draft, passage: Passage, expressions: Sequence[Expression]) -> list[Phrase]:
    """The passage's expressions in text order, tied to the mentions that others have made.

    Of those that begin together the longest comes first, but an owner before what it owns.
    """
    tokens, text = draft.tokens, draft.text
    heads, relations = draft.numbers["head"], draft.tags["relation"]
    quoted = _quoted(draft, passage)
    made = _mentions(draft, passage)
    out = []
    for expression in sorted(expressions, key=lambda one: (one.span.start, -one.span.end)):
        inside = tokens.overlapping(expression.span)
        first, last = inside[0], inside[-1]
        words = [text[tokens.starts[place] : tokens.ends[place]] for place in inside]
        head = _head(first, last, heads, words)
        phrase = Phrase(
            expression,
            first,
            last,
            head,
            heads[head],
            relations[head],
            tuple(map(str.lower, words)),
            words[head - first][0].isupper(),
            draft.sentences.at(expression.span.start) or 0,
            draft.paragraphs.at(expression.span.start) or 0,
            quoted.get(first),
        )
        mention = meaning(phrase, made)
        if mention is not None:
            _tie(phrase, mention)
        names = (made[place] for place in inside if place in made and MAKERS.get(made[place].made_by) == "name")
        phrase.inside = frozenset(name.entity for name in names) - set(phrase.ties.values())
        out.append(phrase)
        if len(out) > 1 and _owns(phrase, out[-2]):
            out[-2].owner = phrase
            out[-2:] = phrase, out[-2]
    return out


def _owns(phrase: Phrase, other: Phrase) -> bool:
    """Whether a phrase says whose another is that begins with it."""
    return phrase.first == other.first and phrase.relation == "nmod:poss" and phrase.governor == other.head


def tied(phrase: Phrase, parties: Mapping[str, tuple[str | None, str | None]], narrator: str | None) -> None:
    """Ties a phrase to the speaker and the addressee of its quotation, or outside of quotations to the narrator."""
    speaker, addressee = parties.get(phrase.quotation or "", (None, None))
    for tie, entity in (
        ("speaker", speaker),
        ("addressee", addressee),
        ("narrator", None if phrase.quotation else narrator),
    ):
        if entity:
            phrase.ties[tie] = entity


def meaning(phrase: Phrase, made: Mapping[int, Mention]) -> Mention | None:
    """The mention of the head, unless it is an owner's ("Ada's brother"), or the name behind it: "my brother Tom"."""
    mention, behind = made.get(phrase.head), made.get(phrase.head + 1)
    if mention is not None:
        last = phrase.head
        while made.get(last + 1) is mention:
            last += 1
        owner = last + 1 < phrase.last and phrase.words[last + 1 - phrase.first] in GENITIVE
        return None if owner else mention
    ends = behind is not None and MAKERS.get(behind.made_by) == "name" and made.get(phrase.last) is behind
    return behind if ends else None


def _tie(phrase: Phrase, mention: Mention) -> None:
    """A mention of the head ties the phrase, but one that opens before it ties only a name."""
    tie = MAKERS.get(mention.made_by, "rule")
    kind = phrase.expression.kind
    if tie == "name" and (kind == "pronominal" or (kind == "nominal" and mention.span.start < phrase.span.start - 1)):
        return
    phrase.ties[tie] = mention.entity
    phrase.rule_mention = mention


def _head(first: int, last: int, heads: Sequence[int], words: Sequence[str]) -> int:
    """The first word that is governed from outside, else the last that is a word at all."""
    for place in range(first, last + 1):
        word = words[place - first]
        if (not first <= heads[place] <= last or heads[place] == place) and word[0].isalnum() and word not in GENITIVE:
            return place
    proper = (
        k for k in range(last, first - 1, -1) if words[k - first][0].isalnum() and words[k - first] not in GENITIVE
    )
    return next(proper, last)


def _quoted(draft: Draft, passage: Passage) -> Mapping[int, str]:
    """The innermost quotation of each token of the passage that stands in one."""
    pieces = [(piece, claim.id) for claim in draft.since(Quotation, passage.span.start) for piece in claim.evidence]
    out: dict[int, str] = {}
    for piece, quotation in sorted(pieces, key=lambda item: (item[0].start, -item[0].end)):
        out.update(dict.fromkeys(draft.tokens.covered_by(piece), quotation))
    return out


def _mentions(draft: Draft, passage: Passage) -> Mapping[int, Mention]:
    """The mention that holds each token of the passage; later makers do not hide earlier ones."""
    out: dict[int, Mention] = {}
    for mention in draft.since(Mention, passage.span.start):
        if mention.span.start >= passage.span.start:
            for place in draft.tokens.covered_by(mention.span):
                out.setdefault(place, mention)
    return out
