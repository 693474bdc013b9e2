"""Speakers: who says it?"""

from collections import Counter
from collections.abc import Hashable, Sequence

from fabula.scoring.assignment import best_assignment
from fabula.scoring.bcubed import bcubed
from fabula.scoring.mapping import CharacterMap
from fabula.scoring.matching import Match
from fabula.scoring.measures import Measure, Tally
from fabula.scoring.reference import Reference

ORDER = (
    "all",
    *("explicit", "anaphoric", "implicit"),
    *("major speaker", "intermediate speaker", "minor speaker"),
    *("quotation found", "of found quotations", "answered", "of answered quotations", "one-to-one map"),
)


def score_speakers(matches: Sequence[Match], reference: Reference, mapping: CharacterMap) -> dict[str, Measure]:
    """Share of quotations whose speaker is right; one that was not found is wrong.

    By type and by the speaker's category; then the same under the one-to-one map of entities to characters that makes
    most quotations right, and B-cubed over quotations grouped by speaker, which needs no map. Quotations without a
    single speaker in the reference are left out.
    """
    category = {character.id: character.category for character in reference.characters}
    asked = [match for match in matches if match.reference.speaker]
    one_to_one = best_assignment(
        Counter(
            (match.speaker, match.reference.speaker) for match in asked if match.speaker and match.reference.speaker
        )
    )
    tally = Tally()
    for match in asked:
        wanted, found = match.reference.speaker, match.answer is not None
        right = is_right(match, mapping)
        tally.add(right, "all")
        if match.reference.type:
            tally.add(right, match.reference.type)
        if kind := category.get(str(wanted)):
            tally.add(right, f"{kind} speaker")
        tally.add(found, "quotation found")
        if found:
            tally.add(right, "of found quotations")
        tally.add(match.speaker is not None, "answered")
        if match.speaker:
            tally.add(right, "of answered quotations")
        tally.add(match.speaker is not None and one_to_one.get(match.speaker) == wanted, "one-to-one map")
    groups: dict[Hashable, Hashable] = {match.reference.id: match.reference.speaker for match in asked}
    answers: dict[Hashable, Hashable] = {
        match.reference.id: match.speaker or ("nobody", match.reference.id) for match in asked
    }
    return tally.shares(ORDER) | {"B3 over quotations": bcubed(groups, answers)}


def is_right(match: Match, mapping: CharacterMap) -> bool:
    """Whether the speaker that was found is the reference's."""
    return match.speaker is not None and mapping.get(match.speaker) == match.reference.speaker
