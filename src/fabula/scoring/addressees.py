"""Addressees: to whom is it said?"""

from collections.abc import Sequence

from fabula.scoring.mapping import CharacterMap
from fabula.scoring.matching import Match
from fabula.scoring.measures import Agreement, Measure, Share


def score_addressees(matches: Sequence[Match], mapping: CharacterMap) -> dict[str, Measure]:
    """How well those addressed are named, over the quotations for which the reference names addressees.

    `one right`: the first addressee predicted is among those of the reference; none predicted is wrong.
    `all right`: the predicted set equals the reference's. `each`: agreement on single addressees. Entities that are
    no character of the reference count as wrong addressees; a quotation that was not found has none.
    """
    one = every = 0
    each = Agreement()
    asked = [match for match in matches if match.reference.addressees]
    for match in asked:
        wanted = set(match.reference.addressees)
        entities = [addressee.id for addressee in match.answer.addressees] if match.answer else []
        named = [mapping.get(entity, f"nobody: {entity}") for entity in entities]
        one += bool(named) and named[0] in wanted
        every += set(named) == wanted
        each += Agreement.of_sets(wanted, set(named))
    return {"one right": Share(one, len(asked)), "all right": Share(every, len(asked)), "each": each}
