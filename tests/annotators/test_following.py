import pytest

from fabula.annotators.following import Merges, NewClaims
from fabula.document import Draft
from fabula.layers import Alias, Entity
from fabula.text import Source, Span


def drafted() -> Draft:
    draft = Draft(Source("Ned and Ada."))
    draft.declare(Entity)
    draft.declare(Alias)
    return draft


def add(draft: Draft, name: str) -> Entity:
    start = draft.text.index(name)
    span = Span(start, start + len(name))
    return draft.add(Entity(id=draft.new_id(Entity), evidence=(span,), known_at=12, made_by="hand", name=name))


def test_each_claim_is_handed_out_once() -> None:
    draft, new = drafted(), NewClaims()
    ned = add(draft, "Ned")
    assert new.of(draft, Entity) == [ned]
    assert new.of(draft, Entity) == []
    ada = add(draft, "Ada")
    assert new.of(draft, Entity) == [ada]


def test_followers_and_record_types_do_not_disturb_each_other() -> None:
    draft, one, other = drafted(), NewClaims(), NewClaims()
    ned = add(draft, "Ned")
    assert one.of(draft, Entity) == [ned]
    assert one.of(draft, Alias) == []
    assert other.of(draft, Entity) == [ned]


def test_merges_are_followed_to_the_end() -> None:
    merges = Merges()
    assert merges.merge("e3", "e2") == ("e2", "e3")
    assert merges.merge("e3", "e1") == ("e1", "e2")
    assert [merges.resolve(entity) for entity in ("e1", "e2", "e3", "e4")] == ["e1", "e1", "e1", "e4"]


@pytest.mark.parametrize("pair", [("e1", "e1"), ("e1", "e2"), ("e2", "e1")])
def test_one_entity_is_not_merged_with_itself(pair: tuple[str, str]) -> None:
    merges = Merges()
    merges.merge("e2", "e1")
    assert merges.merge(*pair) is None
    assert merges.resolve("e2") == "e1"
