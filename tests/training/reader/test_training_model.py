from dataclasses import replace

import pytest

from training.reader.annotated import Annotated, Extent
from training.reader.inventory import inventory

torch = pytest.importorskip("torch")
transformers = pytest.importorskip("transformers")

from training.reader.batches import Inputs, targets  # noqa: E402
from training.reader.losses import losses, total  # noqa: E402
from training.reader.model import Reader  # noqa: E402

NOVEL = Annotated(
    id="novel",
    words=("Anna", "saw", "her", "aunt", ".", "She", "wept", "."),
    sentences=(5, 8),
    tags={"event": ("O", "B", "O", "O", "O", "O", "B", "O")},
    extents={
        "mention": (
            Extent(0, 1, "PER.PROP"),
            Extent(2, 4, "PER.NOM"),
            Extent(2, 3, "PER.PRON"),
            Extent(5, 6, "PER.PRON"),
        ),
        "chain": (Extent(0, 1, "anna"), Extent(2, 4, "aunt"), Extent(2, 3, "anna"), Extent(5, 6, "anna")),
        "entity": (Extent(0, 1, "PER"), Extent(2, 4, "PER")),
    },
)
LETTER = Annotated(
    id="letter",
    words=("Dogs", "bark", "."),
    sentences=(3,),
    tags={"upos": ("NOUN", "VERB", "PUNCT"), "relation": ("nsubj", "root", "punct")},
    heads=(1, 1, 1),
    ratings={"affect": ((0.5, -1.0, 2.0),)},
)
LABELS = inventory([NOVEL, LETTER])


def reader() -> Reader:
    torch.manual_seed(1)
    config = transformers.BertConfig(
        vocab_size=50, hidden_size=32, num_hidden_layers=2, num_attention_heads=2, intermediate_size=64
    )
    return Reader(transformers.BertModel(config, add_pooling_layer=False), LABELS, size=16)


def given(*texts: Annotated) -> Inputs:
    """Every word is one piece, whose id follows from the word."""
    width = max(len(text.words) for text in texts)
    ids = [[1, *(3 + sum(map(ord, word)) % 40 for word in text.words), 2] for text in texts]
    numbers = [[number for number, (a, b) in enumerate(text.bounds()) for _ in range(a, b)] for text in texts]
    return Inputs(
        pieces=torch.tensor([row + [0] * (width + 2 - len(row)) for row in ids]),
        shapes=torch.zeros(len(texts), width + 2, dtype=torch.long),
        senses=torch.zeros(len(texts), width + 2, dtype=torch.long),
        firsts=torch.tensor([[*range(1, len(text.words) + 1), *[0] * (width - len(text.words))] for text in texts]),
        sentences=torch.tensor([row + [-1] * (width - len(row)) for row in numbers]),
    )


def test_every_layer_of_the_corpora_has_a_loss() -> None:
    texts = [NOVEL, LETTER]
    parts = losses(reader(), given(*texts), targets(texts, LABELS))
    assert set(parts) == {"event", "upos", "relation", "governor", "extent", "mention", "entity", "link", "affect"}


def learn(model: Reader, texts: list[Annotated]) -> list[float]:
    optimizer = torch.optim.AdamW(model.parameters(), lr=5e-3)
    course = []
    for _ in range(60):
        loss = total(losses(model, given(*texts), targets(texts, LABELS)), {})
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        course.append(loss.item())
    return course


def test_a_few_steps_learn_two_windows() -> None:
    course = learn(reader(), [NOVEL, LETTER])
    assert course[-1] < course[0] / 5


def test_a_pronoun_is_linked_to_whom_it_takes_up() -> None:
    model = reader()
    learn(model, [NOVEL])
    with torch.inference_mode():
        said = model.eval()(given(NOVEL))
    extents = [tuple(row) for row in said.candidates[:, 1:].tolist()]
    she = said.links["anaphor"][extents.index((5, 5))]
    anna, aunt = (said.links["antecedent"][extents.index(place)] for place in ((0, 0), (2, 3)))
    assert she @ anna > 0
    assert she @ anna > she @ aunt


def test_a_window_is_read_alike_beside_a_longer_one() -> None:
    model = reader().eval()
    with torch.inference_mode():
        alone, beside = model(given(LETTER)), model(given(LETTER, NOVEL))
    torch.testing.assert_close(alone.tags["upos"][0], beside.tags["upos"][0, :3])
    torch.testing.assert_close(alone.governors[0], beside.governors[0, :3, :3])
    torch.testing.assert_close(alone.ratings["affect"][0, 0], beside.ratings["affect"][0, 0])


def test_nothing_crosses_a_sentence() -> None:
    said = reader().eval()(given(NOVEL))
    assert (said.governors[0, :5, 5:] < -1000).all()
    assert (said.extents[0, :5, 5:] < -1000).all()
    assert (said.extents[0].tril(-1)[1:, 0] < -1000).all()


def test_labels_that_are_not_in_the_inventory_are_not_learnt() -> None:
    strange = replace(LETTER, tags=LETTER.tags | {"upos": ("X", "Y", "Z")})
    parts = losses(reader(), given(strange), targets([strange], LABELS))
    assert parts["upos"].item() == 0.0
