from fabula.annotators.identities import identify, in_order
from fabula.document import Draft
from fabula.layers import Identity
from fabula.text import Source, Span


def test_the_entity_introduced_first_is_the_one_that_stays() -> None:
    assert in_order("e10", "e9") == ("e9", "e10")
    draft = Draft(Source("Ada came."))
    draft.declare(Identity)
    assert identify(draft, "e10", "e9", (Span(0, 3),), known_at=9, made_by="names") == ("e9", "e10")
    (identity,) = draft.claims(Identity)
    assert (identity.entity, identity.same_as) == ("e10", "e9")
    assert (identity.evidence, identity.known_at, identity.made_by) == ((Span(0, 3),), 9, "names")
