"""Dreams that the narrator tells: "she dreamed that ..."; each lasts until somebody wakes, or its paragraph ends."""

from collections.abc import Iterator

from fabula.annotators.narrating.found_level import FoundLevel
from fabula.annotators.parse import MODALS, Parse
from fabula.document import Draft
from fabula.layers import ParagraphKind, Passage

WAKING = frozenset("wake awake awaken waken".split())
FAR = 8
"""Paragraphs of a dream that ends with waking, at most."""
HARDLY = frozenset("little never ever hardly scarcely only".split())


def dreams(draft: Draft, passage: Passage, parse: Parse) -> Iterator[FoundLevel]:
    """The dreams of a passage."""
    paragraphs, reached = draft.paragraphs, 0
    for place in parse:
        if not _opens(parse, place):
            continue
        sentence = parse.sentence(place)
        if sentence.start < reached:
            continue
        here = paragraphs.at(sentence.start)
        if here is None:
            continue
        end, evidence = paragraphs[here].end, [place]
        last = here
        while last < here + FAR and last + 1 < len(paragraphs) and paragraphs[last + 1].end <= passage.span.end:
            if paragraphs.kinds[last + 1] != ParagraphKind.STORY:
                break
            last += 1
        later = range(place + 1, parse.places(paragraphs[last]).stop)
        waking = next((one for one in later if _wakes(parse, one) and parse.sentence(one) != sentence), None)
        if waking is not None:
            end, evidence = parse.sentence(waking).start, [place, waking]
        reached = end
        yield FoundLevel("dream", sentence.start, len(draft.text[:end].rstrip()), parse.spans(evidence))


def _opens(parse: Parse, place: int) -> bool:
    """Whether a word says that a dream is told now."""
    if parse.lemma(place) != "dream" or place in parse.quotations:
        return False
    if parse.pos(place) == "NOUN":
        verb = parse.head(place)
        has = verb is not None and parse.lemma(verb) == "have" and parse.relation(place) == "obj"
        inside = [parse.word(one) for one in parse.below(place, "case")] == ["in"] and parse.relation(place) == "obl"
        whose = any(parse.word(one) in ("the", "his", "her", "my", "your") for one in parse.below(place, "det", "nmod"))
        return verb is not None and (has or (inside and whose)) and _is_told(parse, verb)
    contents = parse.below(place, "ccomp")
    wished = any(parse.lemma(aux) in MODALS for one in contents for aux in parse.below(one, "aux"))
    return parse.pos(place) == "VERB" and bool(contents) and not wished and _is_told(parse, place)


def _is_told(parse: Parse, verb: int) -> bool:
    """Whether it is told, in a main clause and now, as being so."""
    hardly = any(parse.word(one) in HARDLY for one in parse.below(verb, "advmod"))
    is_main = parse.relation(verb) in ("root", "conj", "parataxis")
    unreal = parse.is_denied(verb) or parse.is_supposed(verb) or parse.is_earlier(verb)
    return is_main and not hardly and not unreal


def _wakes(parse: Parse, place: int) -> bool:
    if place in parse.quotations or parse.pos(place) != "VERB" or parse.lemma(place) not in WAKING:
        return False
    return not parse.is_denied(place) and not parse.is_supposed(place)
