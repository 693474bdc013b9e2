"""How people stand to each other."""

from fabula.exports.html.world.section import Section, Told
from fabula.exports.html.world.table import table
from fabula.layers import Relation


def _body(told: Told) -> str:
    return table(
        "Who is what to whom, as it becomes known; of two words about one pair the later holds.",
        ("Name", "Is", "Of", "Says who", "Words"),
        (
            (
                told.name(claim.entity),
                told.words(claim.role),
                told.name(claim.other),
                told.says(claim.by),
                told.links.quote(claim.span),
            )
            for claim in told.world.relations
        ),
    )


RELATIONS = Section("Relations", (Relation,), _body)
