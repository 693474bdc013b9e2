from fabula.layers import Containment, Entity, Mention
from fabula.text import Span
from fabula.world.places import Places

TEXT = "Penwick. The inn. The inn. A lane. Tallow. Penwick."


def find(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def mention(id: str, span: Span, entity: str, kind: str = "nominal", replaces: str | None = None) -> Mention:
    return Mention(
        id=id, evidence=(span,), known_at=span.end, made_by="test", kind=kind, entity=entity, replaces=replaces
    )  # type: ignore[arg-type]


def made() -> Places:
    places = Places(TEXT)
    first = {"e1": find("Penwick"), "e2": find("The inn"), "e3": find("A lane"), "e4": find("Tallow")}
    kinds = {"e1": "settlement", "e2": "facility", "e3": "location", "e4": "person"}
    for id, span in first.items():
        entity = Entity(id=id, evidence=(span,), known_at=span.end, made_by="test", name=span.of(TEXT), kind=kinds[id])  # type: ignore[arg-type]
        places.add(entity)
        places.add(mention(f"m{id[1:]}", span, id, "proper" if id in ("e1", "e4") else "nominal"))
    places.add(mention("m5", find("The inn", 12), "e2"))
    places.add(mention("m6", find("Penwick", 20), "e1", "proper"))
    return places


def test_places_with_a_name_or_come_back_to_are_listed() -> None:
    assert [(one.name, one.kind, one.mentions) for one in made().all(str)] == [
        ("Penwick", "settlement", 2),
        ("The inn", "facility", 2),
    ]


def test_what_only_points_at_a_place_is_none() -> None:
    text, places = "Here. Here.", Places("Here. Here.")
    span, again = Span(0, 4), Span(6, 10)
    places.add(Entity(id="e1", evidence=(span,), known_at=5, made_by="test", name="Here", kind="location"))
    places.add(mention("m1", span, "e1"))
    places.add(mention("m2", again, "e1"))
    assert (span.of(text), places.all(str)) == ("Here", ())


def test_a_place_lies_where_it_is_said_to_lie() -> None:
    places = made()
    claim = Containment(id="co1", evidence=(find("The inn"),), known_at=20, made_by="test", place="e2", within="e1")
    places.add(claim)
    assert [one.within for one in places.all(str)] == [(), (claim,)]


def test_a_mention_that_was_replaced_no_longer_counts() -> None:
    places = made()
    places.add(mention("m7", find("The inn", 12), "e3", replaces="m5"))
    assert [one.name for one in places.all(str)] == ["Penwick", "The inn"]
    assert [one.id for one in places.all(str)] == ["e1", "e3"]


def test_two_that_are_one_are_listed_once() -> None:
    (one,) = made().all(lambda id: "e1" if id == "e2" else id)
    assert one.mentions == 4
