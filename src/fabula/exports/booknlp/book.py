"""The `.book` file: characters as BookNLP describes them."""

from collections import Counter
from typing import Any

from fabula.exports.booknlp.rows import BookRows
from fabula.exports.booknlp.syntax import deeds
from fabula.layers import PRONOUN_SETS, Gender
from fabula.world import Character, Story

GENDERS = {"he": "he/him/his", "she": "she/her", "they": "they/them/their"}
"""BookNLP's names for pronoun sets."""

UNKNOWN = "unknown"
"""In place of a set where there is none: a notebook may take it for a set's name and come to no harm."""

KINDS = {"proper": "PROP", "common": "NOM", "pronoun": "PRON"}


def book(story: Story, rows: BookRows) -> dict[str, Any]:
    """Everyone mentioned twice, as in BookNLP, and everyone who speaks; the most mentioned first."""
    mentions: dict[int, dict[str, Counter[str]]] = {}
    for row in rows.entities:
        mentions.setdefault(row.coref, {prop: Counter() for prop in KINDS.values()})[row.prop][row.text] += 1
    speakers = {row.character for row in rows.quotes}
    sure = {story.cast.resolve(claim.entity): claim.confidence for claim in story.document.layer(Gender).current()}
    said = deeds(story, rows.words, rows.entities)
    characters = list[dict[str, Any]]()
    for member in story.cast.everyone:
        number = rows.numbers[member.id]
        forms = mentions.get(number, {})
        count = sum(counter.total() for counter in forms.values())
        if count > 1 or number in speakers:
            characters.append(
                {
                    **said[number],
                    "id": number,
                    "g": _gender(member, sure.get(member.id), forms),
                    "count": count,
                    "mentions": {
                        name: [{"c": times, "n": form} for form, times in forms.get(prop, Counter()).most_common()]
                        for name, prop in KINDS.items()
                    },
                }
            )
    characters.sort(key=lambda character: -character["count"])
    return {"characters": characters}


def _gender(member: Character, confidence: float | None, forms: dict[str, Counter[str]]) -> dict[str, Any]:
    """Referential gender as BookNLP writes it; where the text has shown none, every set is as likely."""
    if member.pronouns is None:
        even = round(1 / len(GENDERS), 3)
        return {"inference": dict.fromkeys(GENDERS.values(), even), "argmax": UNKNOWN, "max": even, "total": 0.0}
    own = GENDERS.get(member.pronouns) or _set_name(member.pronouns)
    likely = 1.0 if confidence is None else confidence
    names = dict.fromkeys((*GENDERS.values(), own))
    inference = {name: round(likely if name == own else (1 - likely) / (len(names) - 1), 3) for name in names}
    pronouns = forms.get("PRON", Counter()).total()
    return {"inference": inference, "argmax": own, "max": round(likely, 3), "total": float(pronouns)}


def _set_name(pronouns: str) -> str:
    for known in PRONOUN_SETS:
        if known.name == pronouns:
            return "/".join(dict.fromkeys((known.name, known.object, known.possessive)))
    return pronouns
