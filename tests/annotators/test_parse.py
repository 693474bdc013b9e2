from fabula.annotators.parse import Parse, parse_of
from fabula.document import Draft, Numbers, Tags
from fabula.layers import Mention, Passage, Quotation
from fabula.text import Source, Span

TEXT = "“If she had not come,” said old Ada Vane."
WORDS = (
    ("“", "“", "PUNCT", "", "punct", 5),
    ("If", "if", "SCONJ", "", "mark", 5),
    ("she", "she", "PRON", "Case=Nom", "nsubj", 5),
    ("had", "have", "AUX", "Mood=Ind|Tense=Past", "aux", 5),
    ("not", "not", "PART", "", "advmod", 5),
    ("come", "come", "VERB", "Tense=Past|VerbForm=Part", "ccomp", 8),
    (",", ",", "PUNCT", "", "punct", 8),
    ("”", "”", "PUNCT", "", "punct", 8),
    ("said", "say", "VERB", "Tense=Past", "root", 8),
    ("old", "old", "ADJ", "", "amod", 10),
    ("Ada", "Ada", "PROPN", "", "nsubj", 8),
    ("Vane", "Vane", "PROPN", "", "flat:name", 10),
    (".", ".", "PUNCT", "", "punct", 8),
)
IF, SHE, COME, SAID, ADA = 1, 2, 5, 8, 10


def draft() -> tuple[Draft, Passage]:
    """A passage of one sentence with its grammar set by hand."""
    out, end = Draft(Source(TEXT)), 0
    for word, *_ in WORDS:
        start = TEXT.index(word, end)
        end = start + len(word)
        out.tokens.append(start, end)
    out.sentences.append(0, len(TEXT))
    for place, name in enumerate(("lemma", "pos", "features", "relation"), 1):
        out.tags[name] = Tags("tokens", [word[place] for word in WORDS])
    out.tags["supersense"] = Tags("tokens", ["B-verb.communication" if word[0] == "said" else "" for word in WORDS])
    out.numbers["head"] = Numbers("tokens", [word[5] for word in WORDS])
    made = {"known_at": len(TEXT), "made_by": "test"}
    passage = Passage(id="p1", evidence=(Span(0, len(TEXT)),), index=0, division="d1", **made)
    for record in (Mention, Quotation):
        out.declare(record)
    out.add(Quotation(id="q1", evidence=(Span(0, TEXT.index("”") + 1),), mode="speech", style="“”", **made))
    for id, words, kind in (
        ("m1", "she", "pronominal"),
        ("m2", "Ada Vane", "proper"),
        ("m3", "old Ada Vane", "proper"),
    ):
        start = TEXT.index(words)
        span = Span(start, start + len(words))
        out.add(Mention(id=id, evidence=(span,), kind=kind, entity="e1", **made))
    return out, passage


def test_words_hang_together() -> None:
    parse = Parse(*draft())
    assert (parse.word(ADA), parse.lemma(SAID), parse.relation(11), parse.full_relation(11)) == (
        "ada", "say", "flat", "flat:name",
    )  # fmt: skip
    assert (parse.sense(SAID), parse.sense(ADA)) == ("verb.communication", "")
    assert (parse.head(ADA), parse.head(SAID)) == (SAID, None)
    assert parse.below(ADA) == [9, 11]
    assert parse.below(ADA, "amod") == [9]
    assert parse.subtree(ADA) == range(9, 12)
    assert parse.span(9, 11).of(TEXT) == "old Ada Vane"
    assert parse.has(SHE, "Case=Nom")
    assert not parse.has(SAID, "Case=Nom")


def test_what_is_denied_supposed_or_earlier_is_told_from_what_is_so() -> None:
    parse = Parse(*draft())
    assert parse.is_denied(COME)
    assert parse.is_supposed(COME)
    assert parse.is_earlier(COME)
    assert not parse.is_denied(SAID)
    assert not parse.is_supposed(SAID)
    assert not parse.is_earlier(SAID)


def test_the_longest_mention_of_a_head_counts_and_quoted_words_are_known() -> None:
    parse = Parse(*draft())
    assert {place: mention.id for place, mention in parse.mentions.items()} == {SHE: "m1", ADA: "m3"}
    assert parse.quotations[COME].id == "q1"
    assert SAID not in parse.quotations


def test_a_passage_is_parsed_once() -> None:
    made, passage = draft()
    assert parse_of(made, passage) is parse_of(made, passage)
