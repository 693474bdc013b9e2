"""Tells speech from the other uses of quotation marks.

A linear score of what stands between the marks and around them; the weights were estimated by logistic regression on
the training parts of PDNC and LitBank, which hold speech and thought and leave out letters, titles and so-called words.
"""

from fabula.annotators.lexicon.quoting import quotation_weights
from fabula.annotators.quoting.features import (
    DASHES,
    LETTER_REACH,
    REACH,
    SMALL,
    WORD,
    WRITTEN,
    Setting,
    features,
    is_thought,
)
from fabula.layers import QuotationMode
from fabula.text import Span


def is_utterance(text: str, setting: Setting) -> bool:
    """Whether somebody says, thinks or writes the words of a piece; otherwise they are a title or so-called."""
    if _uncased(text, setting.words) or _interrupted(text, setting):
        return True
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


def _interrupted(text: str, setting: Setting) -> bool:
    """Whether the narrator interrupts between dashes: “Wait” — she turned — “for me.”"""
    between = text[setting.piece.end : min(setting.after, setting.piece.end + 2 * REACH)].strip()
    goes_on = setting.after < setting.region.end and setting.after - setting.piece.end <= 2 * REACH
    return goes_on and between[:1] in DASHES and between[-1:] in DASHES
