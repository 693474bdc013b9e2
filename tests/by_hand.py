"""A short story with claims set by hand, for tests of what is written out."""

from typing import Any

from fabula.document import Claim, Columns, Document, Layer
from fabula.layers import (
    RECORDS,
    Alias,
    Answer,
    Assertion,
    Attribute,
    Attribution,
    Cue,
    Deed,
    Division,
    Entity,
    Gender,
    Identity,
    Level,
    Mention,
    MentionKind,
    Narrator,
    Passage,
    Presence,
    Question,
    Quotation,
    QuotationMode,
    Relation,
    Role,
    Scene,
    Tempo,
    TimeRelation,
)
from fabula.pipeline import read_source
from fabula.text import Source, Span
from fabula.world import Story

TEXT = (
    "Chapter 1\n\n"
    "“Sit down,” said Mrs.\nVane. “The ‘guests’ are late.”\n\n"
    "Ada did not sit. She watched the rain, and I watched her.\n\n"
    "“They are not coming,” she said.\n\n"
    "“Who knows?”\n"
)
PEOPLE = ("Mrs.\nVane", "Ada", "I", "Vane")


def find(words: str, after: str = "") -> Span:
    """Where some words stand, the first time behind some other words."""
    start = TEXT.index(words, TEXT.index(after) + len(after))
    return Span(start, start + len(words))


def story() -> Story:
    """The story: e1 is Mrs. Vane, e2 Ada, e3 the narrator, e4 turns out to be e1."""
    read = read_source(Source(TEXT, shaped=True)).document
    known: dict[str, Any] = {"known_at": len(TEXT), "made_by": "hand"}
    claims: dict[type[Claim], list[Any]] = {record: [] for record in RECORDS}
    claims[Division] = list(read.layer(Division))
    claims[Passage] = list(read.layer(Passage))

    def add(record: type[Claim], *evidence: Span, **values: Any) -> str:
        number = f"{record.prefix}{len(claims[record]) + 1}"
        claims[record].append(record(id=number, evidence=evidence, **known, **values))
        return number

    def mention(span: Span, kind: MentionKind, entity: str) -> str:
        return add(Mention, span, kind=kind, entity=entity)

    def quotation(*pieces: Span, mode: QuotationMode = "speech", parent: str | None = None) -> str:
        return add(Quotation, *pieces, mode=mode, style="“”", parent=parent)

    spans = [find("Mrs.\nVane"), find("Ada"), find("I", "and "), find("Vane")]
    for span, name in zip(spans, ("Mrs. Vane", "Ada", "I", "Vane"), strict=True):
        add(Entity, span, name=name)
    add(Identity, spans[3], entity="e4", same_as="e1")
    vane = mention(spans[0], "proper", "e1")
    mention(spans[1], "proper", "e2")
    mention(find("She"), "pronominal", "e2")
    mention(spans[2], "pronominal", "e3")
    mention(find("her", "watched "), "pronominal", "e2")
    she = mention(find("she", "coming,” "), "pronominal", "e1")
    claims[Mention].append(
        Mention(id="m7", evidence=(find("she", "coming,” "),), kind="pronominal", entity="e2", replaces=she, **known)
    )
    add(Alias, spans[0], entity="e1", form="Mrs. Vane", kind="titled")
    add(Alias, spans[1], entity="e2", form="Ada", kind="given")
    add(Gender, find("She"), entity="e2", pronouns="she")
    claims[Gender].append(
        Gender(id="g2", evidence=(spans[0],), entity="e1", pronouns="xe", confidence=0.75, **known),
    )
    add(Narrator, spans[2], start=0, person=1, entity="e3")
    add(Attribute, find("watched the rain"), find("She"), entity="e2", kind="state", value="watchful")
    add(Relation, find("her", "watched "), spans[1], entity="e2", other="e4", kind="work", role="maid", by="e1")
    watched = find("watched", "I ")
    add(Deed, watched, spans[2], find("her", "watched "), verb="watch", agents=("e3",), patients=("e2",))
    add(Deed, find("sit", "not "), spans[1], verb="sit", agents=("e2",), is_earlier=True, by="e4", confidence=0.4)
    add(Scene, find("“Sit down,”"), start=TEXT.index("“Sit"), reason="division")
    add(
        Level, find("They are not coming"), start=find("“They").start, end=find("coming,”").end, level="letter", by="e2"
    )
    add(Tempo, find("watched the rain"), start=TEXT.index("Ada did"), end=TEXT.index("“They"), tempo="scenic")
    add(TimeRelation, find("“Sit down,”"), start=0, relation="on", value="XXXX-WXX-2/TEV")
    add(TimeRelation, find("rain"), start=TEXT.index("Ada did"), relation="after", value="P1D", to=0)
    add(TimeRelation, find("late"), start=find("late").start, relation="on", value="XXXX-WXX-4", by="e1")
    add(Presence, find("Ada"), entity="e2", scene="sc1", mode="present")
    add(Presence, spans[0], entity="e1", scene="sc1", mode="mentioned")
    add(Assertion, find("are late", "guests"), kind="false", holder="e1", about=(), quotation="q1", by="e2")
    asked = add(Question, find("“Who knows?”"), kind="who", asker="e2", about=("e4",))
    add(Question, find("Who knows"), kind="who", asker=None, about=(), again=asked)
    add(Question, find("not coming"), kind="why", asker=None, about=())
    add(Answer, find("did not sit"), question="qu3", by=None)
    first = quotation(find("“Sit down,”"), find("“The ‘guests’ are late.”"))
    quotation(find("‘guests’"), mode="scare", parent=first)
    second = quotation(find("“They are not coming,”"))
    third = quotation(find("“Who knows?”"))
    add(Cue, find("said"), quotation=first, mention=vane)
    add(Cue, find("said", "she "), quotation=second, mention="m7")
    add(Attribution, find("said"), quotation=first, speaker="e4", addressees=("e2",), type="explicit")
    add(Attribution, find("said", "she "), quotation=second, speaker="e2", addressees=("e1",), type="anaphoric")
    add(Attribution, find("“Who knows?”"), quotation=third, speaker=None, addressees=(), type="implicit")
    for entity in ("e1", "e2", "e3"):
        add(Role, spans[int(entity[1:]) - 1], entity=entity, kind="acts")
    layers: dict[type[Claim], Layer[Any]] = {record: Layer(record, made) for record, made in claims.items()}
    columns: dict[str, Columns] = dict(read.columns)
    source = Source(TEXT, title="Rain", author="A. N. Other", origin="rain.txt", metadata=(("language", "en"),))
    return Story(Document(source, layers, columns, read.makers))
