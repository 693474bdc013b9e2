"""What tells speech from the other uses of quotation marks: the words between the marks, and those around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from fabula.annotators.lexicon import speech_verbs, weak_speech_verbs
from fabula.annotators.quoting.marks import MARK_CHARACTERS
from fabula.text import Span

WORD = re.compile(r"\w+(?:['’-]\w+)*")
REACH = 60
"""Characters of narration before and behind a piece that are looked at."""
CUE_REACH = 8
"""Words of a paragraph's end in which a cue for the next paragraph is looked for."""
LETTER_REACH = 160
PERSONAL = re.compile(
    r"\b(?:I|you|me|my|we|us|our|your|mine|yours|thee|thou|thy|ye|(?:I|you|we)['’](?:m|ll|ve|d|re))\b", re.IGNORECASE
)
REPORTED = re.compile(r"\b(?:he|she|they|her|his|him|their|them)\b", re.IGNORECASE)
LEADING = re.compile(
    r"(?P<determiner>the|an?|this|that|these|those|his|her|my|your|our|their|its|of|no|any|some|such)"
    r"|(?P<naming>called|named|entitled|titled|termed|styled|dubbed|nicknamed|as|words?|name|title|phrase)"
    r"|(?P<linking>and|or|but|in|to|than|with)"
)
UNREAL = re.compile(r"\b(?:would|seem(?:ed)?|if|might|could|should|meant|implied|expressed|almost|longed|wished)\b")
INWARD = (
    r"(?:th(?:ought|inks?|inking)|wondered|reflected)\b(?! (?:of|about|for|over)\b)"
    r"|(?:said|says|saying|told|asked|thought) (?:to )?(?:him|her|my|them|your|our|it)sel(?:f|ves)\b"
)
THOUGHT_BEHIND = re.compile(rf"(?:(?!He|She|They|We|It|and|but|had|when|as)\w[\w’'.-]*\s){{0,3}}?(?:{INWARD})")
THOUGHT_AHEAD = re.compile(rf"\b(?:{INWARD})(?:\s\w+){{0,2}}[,:]\s*\Z")
SMALL = frozenset(("a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"))
WRITTEN = re.compile(
    r"\b(?:letter|note|telegram|wire|wrote|written|read|inscription|sign|diary|card|message|paper)\b", re.IGNORECASE
)
BETWEEN = r"\W*(?:(?:of|with|the|these|a|an|in|on|up|out|over|it|by|from|to|was|were|words?|as|only|one)\W*){0,4}\Z"
INSCRIBED = re.compile(
    r"\b(?:written|inscribed|engraved|carved|painted|printed|stamped|tattooed|marked|labell?ed|headed|entitled|"
    rf"inscription|legend|signed|addressed|superscription|motto|placard|headline){BETWEEN}",
    re.IGNORECASE,
)
PLAYED = re.compile(
    rf"\b(?:play(?:s|ed|ing)?|whistl(?:e|es|ed|ing)|humm(?:ed|ing)|tunes?|songs?|ballad|hymn|bars){BETWEEN}",
    re.IGNORECASE,
)
SUBJECT_CUE = re.compile(
    r"(?:I|he|she|they|[tT]he(?: \w+){1,2}?|[A-Z][\w’'-]*\.?(?: [A-Z][\w’'-]*){0,2}) (?P<verb>[a-z]+)\b"
)
SALUTATION = re.compile(r"(?:my )?dear(?:est)?\b|yours?\b", re.IGNORECASE)
VERSE = re.compile(r"\n[^\S\n]{2,}\S")
STOPS = ",.!?;:-—…"
DASHES = ("-", "–", "—")
EMPHASIS = "_*"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a piece stands: `before` and `after` are the ends of the neighbouring pieces, or of the `region`.

    `words` is the piece without its marks. `usual` says that its marks are those of the book's speech.
    """

    region: Span
    before: int
    after: int
    piece: Span
    words: Span
    closed: bool
    usual: bool


def is_salutation(text: str, words: Span) -> bool:
    """Whether the words open or close a letter."""
    return words.end - words.start < 60 and SALUTATION.match(text, *words) is not None


def features(text: str, setting: Setting) -> Iterator[str]:
    """What tells speech from other uses."""
    start, end = setting.words
    words = WORD.findall(text, start, end)
    short = "short" if len(words) < 5 else "long"
    first, last = text[start], text[end - 1]
    last_kind = last if last in STOPS else "word"
    yield f"size={_size(len(words))}"
    yield f"first={_case(first)},{short}"
    yield f"last={last_kind},{short}"
    if first.islower() and last_kind == "word":
        yield "lower and open"
    if PERSONAL.search(text, start, end):
        yield "personal"
    elif REPORTED.search(text, start, end):
        yield f"reported,{_size(len(words))}"
    if words and "," not in text[start : end - 1] and all(word[0].isupper() or word in SMALL for word in words[:9]):
        yield f"capitals={'one' if len(words) == 1 else 'some' if len(words) < 9 else 'many'}"
    if VERSE.search(text, start, end):
        yield "verse"
    if is_salutation(text, setting.words):
        yield "salutation"
    if not setting.closed:
        yield "unclosed"
    if not setting.usual:
        yield "unusual marks"
    if WRITTEN.search(text, max(0, setting.piece.start - LETTER_REACH), setting.piece.start):
        yield "written"
    yield from _left_features(text, setting, short)
    yield from _right_features(text, setting, last_kind)
    if setting.region == setting.piece:
        yield "alone"
    if is_thought(text, setting):
        yield "thought cue"


def is_thought(text: str, setting: Setting) -> bool:
    """Whether the cue says that the words are thought."""
    if THOUGHT_AHEAD.search(text[max(setting.before, setting.piece.start - REACH) : setting.piece.start]):
        return True
    behind = text[setting.piece.end : min(setting.after, setting.piece.end + REACH)].lstrip(EMPHASIS).lstrip()
    return text[setting.words.end - 1] != "." and THOUGHT_BEHIND.match(behind) is not None


def _left_features(text: str, setting: Setting, short: str) -> Iterator[str]:
    left = text[max(setting.before, setting.piece.start - REACH) : setting.piece.start].rstrip(EMPHASIS).rstrip()
    mark = left[-1:]
    if not mark:
        kind = "start" if setting.before == setting.region.start else "piece"
    else:
        kind = mark if mark in ",:;.!?" else "dash" if mark in "-—" else "bracket" if mark in "([" else "word"
    yield f"left={kind}"
    yield f"left={kind},{short}"
    if kind == "start":
        yield f"paragraph before={_end_before(text, setting.piece.start)}"
        tail = text[max(0, setting.piece.start - REACH) : setting.piece.start].rstrip()
        if tail[-1:] in ",:—-" and not cue_verbs().isdisjoint(WORD.findall(tail)[-CUE_REACH:]):
            yield "cue in the paragraph before"
    words = [word.lower() for word in WORD.findall(left)[-8:]]
    if kind == "word" and words:
        leading = LEADING.fullmatch(words[-1])
        group = (
            f"verb,{_case(text[setting.words.start])}"
            if words[-1] in cue_verbs()
            else "other"
            if leading is None
            else leading.lastgroup
        )
        yield f"left word={words[-1] if group == 'linking' else group},{short}"
    if UNREAL.search(left):
        yield "unreal"
    if kind in ",:" and not cue_verbs().isdisjoint(words):
        yield "cue before"


def _right_features(text: str, setting: Setting, last: str) -> Iterator[str]:
    right = text[setting.piece.end : min(setting.after, setting.piece.end + REACH)].lstrip(EMPHASIS).lstrip()
    if not right:
        yield "right=end" if setting.after == setting.region.end else "right=piece"
        return
    head = right[0]
    kind = head if head in ",.;:!?)" else "dash" if head in "-—" else _case(head)
    yield f"right={kind}"
    yield f"right={kind},last={last}"
    words = [word.lower() for word in WORD.findall(right)[:4]]
    if not cue_verbs().isdisjoint(words[:2]):
        yield "cue behind"
    elif not cue_verbs().isdisjoint(words):
        yield "cue further behind"


def _end_before(text: str, position: int) -> str:
    """What the paragraph before ends with."""
    before = text[max(0, position - 12) : position].rstrip()
    before = before.rstrip("—-")[-1:] if before.endswith((":—", ":-", ":--")) else before[-1:]
    return (
        "colon"
        if before == ":"
        else "dash"
        if before in DASHES
        else "mark"
        if before and before in MARK_CHARACTERS
        else "other"
    )


@cache
def cue_verbs() -> frozenset[str]:
    """Forms of verbs that introduce speech without doubt."""
    return frozenset(form for form, base in speech_verbs().items() if base not in weak_speech_verbs())


def _case(character: str) -> str:
    return "upper" if character.isupper() else "lower" if character.islower() else "other"


def _size(count: int) -> str:
    return str(count) if count < 4 else "4" if count < 7 else "7" if count < 13 else "13"
