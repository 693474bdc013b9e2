"""Texts that nobody writes, read with the model: every word is read, in windows that never grow."""

from collections.abc import Mapping, Sequence
from itertools import cycle, islice
from typing import Any

import pytest

from fabula import read_text
from fabula.inference.arrays import LONGEST
from fabula.inference.model import Model

pytestmark = pytest.mark.usefixtures("model")

SENTENCES = (
    "The ferryman tied his boat to the post and looked at the lights of the inn.",
    "“Nobody comes over on such a night,” said Ellen, and she gave him her lamp.",
    "He thanked her, but he did not say what he had seen from the water.",
)
NUMBERS = "∀ε>0 ∃δ>0 : |x−a|<δ ⇒ |f(x)−f(a)|<ε; ∑_{i=1}^{n} i² = n(n+1)(2n+1)/6, 𝔄𝔅𝒞 ∫₀^∞ e^{−x²} dx"
SMILES = "😀👩‍👩‍👧‍👦🏳️‍🌈🇫🇷"
TEXTS = {
    "a paragraph of 2,500 words": " ".join(islice(cycle(SENTENCES), 165)),
    "a sentence of 2,500 words": " ".join(islice(cycle(word for one in SENTENCES for word in one[:-1].split()), 2500)),
    "words of 10,000 letters": " ".join(f"Ellen read the word {letter * 10_000} to him." for letter in "abcdef"),
    "emoji": " ".join(f"Ellen sent him {SMILES} and he laughed at the {SMILES * 20} that she had sent." for _ in "abc"),
    "mathematics": " ".join(f"He wrote {NUMBERS} on the wall, and she read {NUMBERS} to them." for _ in "abc"),
}


@pytest.mark.parametrize("name", TEXTS)
def test_every_word_is_read_in_small_windows(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    widest = 0
    answers = Model.answers

    def watched(model: Model, given: Mapping[str, Any]) -> Mapping[str, Any]:
        nonlocal widest
        widest = max(widest, given["pieces"].shape[1], given["firsts"].shape[1])
        return answers(model, dict(given))

    monkeypatch.setattr(Model, "answers", watched)
    story = read_text(f"{TEXTS[name]}\n")
    tags, heads = story.document.tags["pos"], story.document.numbers["head"]
    assert 0 < widest <= LONGEST + 2
    assert all(tags)
    assert _is_forest(heads)


def _is_forest(heads: Sequence[int]) -> bool:
    """Whether every word comes to a root."""
    safe = set[int]()
    for word in range(len(heads)):
        path = set[int]()
        while word not in safe and heads[word] != word:
            if word in path:
                return False
            path.add(word)
            word = heads[word]
        safe |= path | {word}
    return True


@pytest.mark.parametrize(
    "sentence",
    [
        "Le vieux marin posa sa lanterne sur la table et regarda la mer. ",
        "老船長把燈籠放在桌上，望著大海。「瑪德蓮在哪裡？」他問。",
    ],
    ids=["French", "Chinese"],
)
def test_another_language_is_left_to_the_rules(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the model was asked")

    monkeypatch.setattr(Model, "answers", refuse)
    story = read_text(f"{sentence * 60}\n")
    assert story.document.tokens
    assert len(story.unread) == len(story.passages)
    assert not any(story.document.tags["pos"])
