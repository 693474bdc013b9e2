"""How the model's answers become tags, numbers and claims; the model itself is played by a few rules."""

from collections.abc import Callable, Iterator, Sequence
from types import SimpleNamespace

import pytest

from fabula import read_text
from fabula.annotators.reading.model_reading import ModelReading
from fabula.document import Document
from fabula.errors import LayerMissing
from fabula.inference import model as inference_model
from fabula.inference import package
from fabula.inference.decoding import Extent
from fabula.inference.reading import Reading
from fabula.layers import NUMBERS, TAGS, EntityPhrase, Event, Expression
from fabula.pipeline import read_source
from fabula.text import Source


class Played:
    """Takes every word in capitals for a name, every word in -ed for an event; the first word governs its sentence."""

    def __init__(self, window: int = 12) -> None:
        self.metadata = SimpleNamespace(window=window)
        self.vocabulary = SimpleNamespace(pieces=SimpleNamespace(count=lambda word: 1))
        self.read_so_far: list[list[str]] = []

    def begin(self, sentences: Sequence[Sequence[str]]) -> Callable[[], Reading | None]:
        self.read_so_far += map(list, sentences)
        return lambda: self.said(sentences)

    def said(self, sentences: Sequence[Sequence[str]]) -> Reading | None:
        words = [word for sentence in sentences for word in sentence]
        if not words:
            return None
        heads: list[int] = []
        for sentence in sentences:
            heads += [len(heads)] * len(sentence)
        names = [Extent(i, i + 1, "PER.PROP", 0.75, i) for i, word in enumerate(words) if word.istitle()]
        tags = {
            "upos": ["X"] * len(words),
            "lemma": ["lower 2" if word.endswith("ed") else "lower 0" for word in words],
            "relation": ["root"] * len(words),
            "supersense": ["O"] * len(words),
            "event": ["B" if word.endswith("ed") else "O" for word in words],
            **{name: ["Past" if name == "Tense" else "_"] * len(words) for name in FEATURES},
        }
        return Reading(
            tags=tags,
            probabilities={"event": [0.8767] * len(words)},
            heads=heads,
            extents={"mention": names, "entity": [one._replace(label="GPE") for one in names]},
            affect=[(len(sentence), 200, 300) for sentence in sentences],
            vectors=None,
            links={},
        )


FEATURES = ("Mood", "Number", "Person", "Tense", "VerbForm")


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> Iterator[Played]:
    player = Played()
    monkeypatch.setattr(inference_model, "shared", lambda: player)
    monkeypatch.setattr(package, "is_there", lambda: True)
    return player


def words(document: Document) -> list[str]:
    return [span.of(document.source.text) for span in document.tokens]


def test_every_token_and_every_sentence_has_tags_and_numbers(played: Played) -> None:
    document = read_text("CHAPTER I\n\nWren walked.\n\n* * *\n\nIt rained and rained. Wren hummed.\n").document
    for name, over in TAGS.items():
        assert len(document.tag(name)) == len(document.columns[over]), name
    for name, over in NUMBERS.items():
        assert len(document.number(name)) == len(document.columns[over]), name
    tagged = dict(zip(words(document), document.tag("pos"), strict=True))
    assert (tagged["CHAPTER"], tagged["walked"], tagged["*"]) == ("X", "X", ""), "a ruler is not read"
    assert dict(zip(words(document), document.tag("lemma"), strict=True))["walked"] == "walk"
    assert set(document.tag("features")) == {"Tense=Past", ""}
    assert set(document.tag("supersense")) == {""}


def test_heads_are_places_in_the_document_and_a_word_not_read_is_its_own(played: Played) -> None:
    document = read_text("Wren walked.\n\n* * *\n\nIt rained.\n").document
    assert words(document) == ["Wren", "walked", ".", "*", "*", "*", "It", "rained", "."]
    assert list(document.number("head")) == [0, 0, 0, 3, 4, 5, 6, 6, 6]
    assert list(document.tag("relation")) == ["root", "dep", "dep", "", "", "", "root", "dep", "dep"]


def test_a_sentence_over_the_limit_is_read_in_stretches_and_stays_one_tree(played: Played) -> None:
    long = " ".join(["rain"] * 30) + "."
    document = read_text(long).document
    assert [len(sentence) for sentence in played.read_so_far] == [12, 12, 7]
    assert set(document.number("head")) == {0, 12, 24}
    assert [document.number("head")[place] for place in (0, 12, 24)] == [0, 0, 0]
    assert [document.tag("relation")[place] for place in (0, 12, 24)] == ["root", "parataxis", "parataxis"]
    assert list(document.number("valence")) == [round((12 + 12 + 7) / 3)]


def test_affect_belongs_to_its_sentence(played: Played) -> None:
    document = read_text("It rained.\n\n* * *\n\nWren walked on.\n").document
    assert list(document.number("valence")) == [3, 0, 4]
    assert list(document.number("dominance")) == [300, 0, 300]


def test_claims_cite_their_words_and_are_known_at_the_end_of_the_passage(played: Played) -> None:
    text = "Then Wren walked.\n"
    story = read_text(text)
    (wren,) = [claim for claim in story.document.layer(Expression) if claim.span.of(text) == "Wren"]
    assert (wren.kind, wren.type, wren.confidence) == ("proper", "person", 0.75)
    assert (wren.known_at, wren.made_by) == (story.passages[0].known_at, ModelReading.name)
    assert {claim.type for claim in story.document.layer(EntityPhrase)} == {"settlement"}
    (event,) = story.document.layer(Event)
    assert (event.span.of(text), event.confidence) == ("walked", 0.877)


def test_no_claims_are_made_outside_the_story(played: Played) -> None:
    document = read_text("CHAPTER I: Wren Vanished\n\nIt rained.\n").document
    assert [claim.span.of(document.source.text) for claim in document.layer(Event)] == ["rained"]
    assert "Wren" not in [claim.span.of(document.source.text) for claim in document.layer(Expression)]


def test_a_passage_in_another_language_is_not_read(played: Played) -> None:
    text = "Elle ouvrit la porte et regarda le jardin où les enfants jouaient sous la pluie avec un chien. " * 6
    document = read_text(text).document
    assert played.read_so_far == []
    assert set(document.tag("pos")) == {""}
    assert list(document.number("head")) == list(range(len(document.tokens)))
    assert len(document.layer(Event)) == 0, "an empty layer is an answer: nothing was found"


def test_views_hold_whatever_the_model_says(played: Played) -> None:
    text = "CHAPTER I\n\nWren walked. It rained on the house.\n\n* * *\n\n“Yes,” said Wren.\n\n" * 60
    story = read_text(text)
    assert len(story.passages) > 2
    for passage in story.passages:
        p = passage.span.end
        assert read_text(text[:p]).to_json() == story.until(p).to_json()


def test_the_model_begins_later_passages_while_an_earlier_one_is_at_hand(played: Played) -> None:
    begun: list[int] = []
    text = "CHAPTER I\n\nWren walked.\n\n" * 3
    whole = read_text(text, progress=lambda position, length: begun.append(len(played.read_so_far)))
    assert begun == [6, 6, 6], "all headings and sentences, by the end of the first passage"
    assert [claim.known_at for claim in whole.document.layer(Event)] == [one.known_at for one in whole.passages]


def test_of_a_long_story_the_model_begins_no_more_than_a_little_ahead(played: Played) -> None:
    begun: list[int] = []
    chapter = "CHAPTER I\n\n" + "Wren walked and it rained on. " * 100
    read_text("\n\n".join([chapter] * 12), progress=lambda position, length: begun.append(len(played.read_so_far)))
    assert begun == sorted(begun)
    assert begun[0] * 2 < begun[-1]


def test_by_rules_alone_what_only_the_model_makes_is_never_made(played: Played) -> None:
    document = read_text("Wren walked.", rules_only=True).document
    assert played.read_so_far == []
    for ask in (lambda: document.tag("pos"), lambda: document.number("head"), lambda: document.layer(Event)):
        with pytest.raises(LayerMissing, match="The annotator 'reader_model' makes"):
            ask()


def test_an_installation_without_a_model_reads_by_rules(played: Played, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(package, "is_there", lambda: False)
    with pytest.raises(LayerMissing):
        read_source(Source("Wren walked.")).document.tag("pos")
