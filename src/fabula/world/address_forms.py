"""What people call each other to their faces: "Miss Vane" at first, "Ada" later."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from fabula.layers import Alias, AliasKind, Mention
from fabula.text import Span
from fabula.world.speech import inside

if TYPE_CHECKING:
    from fabula.world.story import Story

ENDEARMENTS = frozenset("dear dearest darling love sweet sweetheart honey pet".split())
"""Words that call somebody without saying who he is."""
KIN = {
    **dict.fromkeys("mother mamma mama mum mummy mom ma mam".split(), "mother"),
    **dict.fromkeys("father papa dad daddy pa".split(), "father"),
    **dict.fromkeys("grandmother grandmamma grandma granny gran".split(), "grandmother"),
    **dict.fromkeys("grandfather grandpapa grandpa".split(), "grandfather"),
    **dict.fromkeys("aunt auntie aunty".split(), "aunt"),
    **{word: word for word in "uncle cousin brother sister son daughter husband wife nephew niece".split()},
}
"""Words for kin -> the plain word."""
RESPECT = frozenset("sir madam ma'am ma’am miss lord lady".split())
MARKS = frozenset(",.;:!?—–-…\"“”'‘’«»„()[]")
"""Between these a call stands."""
BEGINNINGS = frozenset("oh o ah well yes no now why".split())
"""Words that may stand before a call without a mark."""

FONDNESS = re.compile(r"\b(?:(?:my|dear|dearest|darling|sweet|poor|good|old)\s+)+$", re.IGNORECASE)
"""Words before a name that belong to the call."""
ARTICLES = frozenset("the a an this that your his her".split())

AddressKind = Literal[AliasKind, "endearment", "kin", "respect", "other"]


@dataclass(frozen=True, slots=True)
class AddressForm:
    """What one calls another: `form` as it first stands, with every use of it in the order of the text.

    `kind` is that of the name, as of an alias; or *endearment* ("my dear"), *kin* ("Mother", "Aunt Ada"), *respect*
    ("sir"), or *other*, as a rank ("Captain", "old man"). `source` and `target` are entity ids.
    """

    source: str
    target: str
    form: str
    kind: AddressKind
    uses: tuple[Span, ...]


def address_forms(story: "Story") -> tuple[AddressForm, ...]:
    """The forms by which people call each other, in the order of their first uses.

    They are looked for in the conversations that make ties. A name between marks calls whoever is spoken to; other
    words do so only where the cue names who speaks, and if they are of kin, respect or endearment, or calls by their
    grammar.
    """
    names: dict[tuple[str, str], AliasKind] = {}
    for alias in story.document.layer(Alias).current():
        names.setdefault((story.cast.resolve(alias.entity), alias.form.lower()), alias.kind)
    uses: dict[tuple[str, str, str], list[Span]] = {}
    for source, target, span in _calls(story):
        uses.setdefault((source, target, _words(story, span).lower()), []).append(span)
    return tuple(
        AddressForm(source, target, _words(story, spans[0]), _kind(names, target, words), tuple(spans))
        for (source, target, words), spans in uses.items()
    )


def _calls(story: "Story") -> Iterator[tuple[str, str, Span]]:
    talks = {
        contact.evidence[0].start: (tie.source, tie.target)
        for tie in story.networks["conversation"]
        for contact in tie.contacts
    }
    for mention, quoted in inside(story.document.layer(Mention).current(), story.quotations):
        source, target = talks.get(quoted.pieces[0].start, ("", "")) if quoted else ("", "")
        if quoted is None or mention.kind == "pronominal" or target != story.cast.resolve(mention.entity):
            continue
        if (mention.kind == "proper" or quoted.type == "explicit") and _is_call(story, mention):
            piece = next(one for one in quoted.pieces if one.start <= mention.span.start < one.end)
            span = _with_fondness(story.text, mention.span, piece)
            if _is_set_off(story.text, span, piece):
                yield source, target, span


def _with_fondness(text: str, span: Span, piece: Span) -> Span:
    """A name with what stands before it: "my dear Ada"."""
    found = FONDNESS.search(text[piece.start : span.start])
    return Span(piece.start + found.start(), span.end) if found else span


def _is_set_off(text: str, span: Span, piece: Span) -> bool:
    """Whether words stand between marks, or at an edge of what is said."""
    before, after = text[piece.start : span.start].split(), text[span.end : piece.end].lstrip()
    opens = not before or before[-1][-1] in MARKS or before[-1].lower() in BEGINNINGS
    return opens and (not after or after[0] in MARKS)


def _is_call(story: "Story", mention: Mention) -> bool:
    """Whether words are such as call somebody, or by their grammar do."""
    words = _words(story, mention.span).lower().split()
    if words[0] in ARTICLES or any(word.endswith(("'s", "’s")) for word in words):
        return False
    if mention.kind == "proper" or words[-1] in RESPECT or not ENDEARMENTS.union(KIN).isdisjoint((words[0], words[-1])):
        return True
    document = story.document
    relations = document.tags.get("relation")
    return relations is not None and any(
        relations[place].startswith("vocative") for place in document.tokens.covered_by(mention.span)
    )


def _words(story: "Story", span: Span) -> str:
    return " ".join(span.of(story.text).split())


def _kind(names: dict[tuple[str, str], AliasKind], target: str, words: str) -> AddressKind:
    """The kind of the name that the words end with; else that of the words."""
    parts = words.split()
    for first in range(len(parts)):
        if kind := names.get((target, " ".join(parts[first:]))):
            return kind
    if parts[-1] in KIN or parts[0] in KIN:
        return "kin"
    if not RESPECT.isdisjoint(parts):
        return "respect"
    return "endearment" if not ENDEARMENTS.isdisjoint(parts) else "other"
