"""Tells speech from the other uses of quotation marks.

A linear score of what stands between the marks and around them; the weights were estimated by logistic regression on
the training parts of PDNC and LitBank, which hold speech and thought and leave out letters, titles and so-called words.
"""

from fabula.annotators.lexicon.quoting import quotation_weights
from fabula.annotators.quoting.features import (
    DASHES,
    INSCRIBED,
    LEADING,
    LETTER_REACH,
    PLAYED,
    REACH,
    SMALL,
    SUBJECT_CUE,
    UNREAL,
    WORD,
    WRITTEN,
    Setting,
    cue_verbs,
    features,
    is_thought,
)
from fabula.layers import QuotationMode
from fabula.text import Span

LEADS = ",:"
"""Marks behind a verb that leads in a speech."""
GOING_ON = frozenset("and but then or so with".split())
"""Words with which the narrator goes back to a speech."""
BROKEN_OFF = ",;-–—…"
"""Marks after which a speech goes on in its next piece."""
ENDS = ",!?…-–—"
"""Marks that end a speech before its cue."""


def is_utterance(text: str, setting: Setting) -> bool:
    """Whether somebody says, thinks or writes the words of a piece; otherwise they are a title or so-called."""
    if _uncased(text, setting.words) or _interrupted(text, setting) or _has_cue(text, setting):
        return True
    if _inscribed(text, setting) or _is_part(text, setting):
        return False
    weights = quotation_weights()
    return weights["bias"] + sum(weights.get(feature, 0.0) for feature in features(text, setting)) > 0


def utterance_mode(text: str, setting: Setting) -> QuotationMode:
    """Thought if its cue says so, else speech."""
    return "thought" if is_thought(text, setting) else "speech"


def other_mode(text: str, setting: Setting) -> QuotationMode:
    """What words between quotation marks are that nobody utters."""
    words = WORD.findall(text, *setting.words)
    if WRITTEN.search(text, max(0, setting.piece.start - LETTER_REACH), setting.piece.start) and len(words) > 3:
        return "writing"
    capital = [word for word in words if word not in SMALL]
    inside = text[setting.words.start : setting.words.end].rstrip(",.;")
    if capital and all(word[0].isupper() for word in capital) and not any(mark in inside for mark in ",!?"):
        return "title"
    return "scare" if len(words) < 9 else "writing"


def _uncased(text: str, words: Span) -> bool:
    """Whether the words are of a script without capitals, which the weights say nothing about."""
    letters = [character for character in text[words.start : min(words.start + 20, words.end)] if character.isalpha()]
    return bool(letters) and not any(character.isupper() or character.islower() for character in letters)


def _has_cue(text: str, setting: Setting) -> bool:
    """Whether a verb of speech stands right before words like a sentence, or behind the words with its subject.

    As in: and added: “Some hat!” and “A hat,” the man said.
    """
    if not text[setting.words.start].isupper():
        return False
    right = text[setting.piece.end : min(setting.after, setting.piece.end + REACH)].lstrip()
    behind = SUBJECT_CUE.match(right) if text[setting.words.end - 1] in ENDS else None
    if behind and behind["verb"] in cue_verbs():
        return True
    left = text[max(setting.before, setting.piece.start - REACH) : setting.piece.start].rstrip()
    words = WORD.findall(left)
    if not words or words[-1] not in cue_verbs() or left[-1] not in LEADS:
        return False
    return LEADING.fullmatch(words[-1]) is None and UNREAL.search(left) is None


def _inscribed(text: str, setting: Setting) -> bool:
    """Whether the words are said to be written on something, or to be the title of a song."""
    left = text[max(setting.before, setting.piece.start - REACH) : setting.piece.start]
    if not left.strip():
        left = text[max(0, setting.piece.start - REACH) : setting.piece.start]
        left = left if left.rstrip(" \n\r—-").endswith(":") else ""
    if INSCRIBED.search(left):
        return True
    words = WORD.findall(text, *setting.words)
    return PLAYED.search(left) is not None and all(word[0].isupper() or word in SMALL for word in words)


def _is_part(text: str, setting: Setting) -> bool:
    """Whether the words are part of the narrator's sentence: had hurried out “to see.”"""
    if not setting.closed or not text[setting.words.start].islower() or text[setting.words.end - 1] in "?!":
        return False
    if setting.before > setting.region.start and text[setting.before - 2] in BROKEN_OFF:
        return False
    left = text[max(setting.before, setting.piece.start - REACH) : setting.piece.start].rstrip()
    words = WORD.findall(left)
    right = text[setting.piece.end : min(setting.after, setting.piece.end + REACH)]
    if not words or not left[-1].isalnum() or not cue_verbs().isdisjoint(WORD.findall(right)[:3]):
        return False
    return words[-1] not in cue_verbs() and words[-1] not in GOING_ON


def _interrupted(text: str, setting: Setting) -> bool:
    """Whether the narrator interrupts between dashes: “Wait” — she turned — “for me.”"""
    between = text[setting.piece.end : min(setting.after, setting.piece.end + 2 * REACH)].strip()
    goes_on = setting.after < setting.region.end and setting.after - setting.piece.end <= 2 * REACH
    return goes_on and between[:1] in DASHES and between[-1:] in DASHES
