"""What the claims about one entity come to."""

from fabula.document import Claim
from fabula.layers import Alias, Entity, Identity, Mention
from fabula.text import Span
from fabula.world.fold import Fold

TEXT = "the famous Ada Vane. Vane. Ada Vane."
LONG, FULL, SHORT = Span(0, 19), Span(11, 19), Span(21, 25)


def folded(*claims: Claim) -> Fold:
    fold = Fold(TEXT)
    for claim in claims:
        fold.add(claim)
    return fold


def entity(number: int, span: Span, name: str, kind: str = "person") -> Entity:
    return Entity(id=f"e{number}", evidence=(span,), known_at=36, made_by="hand", name=name, kind=kind)  # type: ignore[arg-type]


def alias(number: int, span: Span, kind: str) -> Alias:
    form = span.of(TEXT)
    return Alias(id=f"a{number}", evidence=(span,), known_at=36, made_by="hand", entity="e1", form=form, kind=kind)  # type: ignore[arg-type]


def mention(number: int, span: Span) -> Mention:
    return Mention(id=f"m{number}", evidence=(span,), known_at=36, made_by="hand", kind="proper", entity="e1")


def test_a_full_name_counts_where_it_is_part_of_a_longer_form() -> None:
    names = (entity(1, FULL, "Ada Vane"), alias(1, FULL, "full"), alias(2, SHORT, "surname"))
    often = [mention(number, SHORT) for number in range(2, 22)]
    assert folded(*names, *often).members()["e1"].name == "Vane"
    twice = [mention(number, LONG) for number in range(22, 24)]
    assert folded(*names, *often, *twice).members()["e1"].name == "Ada Vane"


def test_somebody_who_was_taken_for_a_place_first_is_a_person() -> None:
    same = Identity(id="i1", evidence=(FULL,), known_at=36, made_by="hand", entity="e2", same_as="e1")
    fold = folded(entity(1, SHORT, "Vane", "settlement"), entity(2, FULL, "Ada Vane"), same)
    assert fold.members()["e1"].kind == "person"
