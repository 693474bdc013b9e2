"""The encoder: all-MiniLM-L6-v2, which reads lower case, and the shapes of words that tell it what it does not see."""

from pathlib import Path

from torch import Tensor, nn
from transformers import BertModel

from fabula.inference.shapes import SHAPES
from training.reader.batches import Inputs


def starting_encoder(weights: Path) -> BertModel:
    """From the weights of others. Attention dropout is off: it would keep the fast path away on a CPU."""
    return BertModel.from_pretrained(
        weights, add_pooling_layer=False, attention_probs_dropout_prob=0.0, attn_implementation="sdpa"
    )


def empty_shapes(width: int) -> nn.Embedding:
    """Vectors of the shapes, which say nothing yet."""
    shapes = nn.Embedding(len(SHAPES), width)
    nn.init.zeros_(shapes.weight)
    return shapes


def encode(encoder: BertModel, shapes: nn.Embedding, given: Inputs) -> tuple[Tensor, ...]:
    """The vectors of word pieces (B, P, D), one for each layer, the embeddings first."""
    embedded = encoder.embeddings.word_embeddings(given.pieces) + shapes(given.shapes)
    mask = (given.pieces != 0).long()
    layers: tuple[Tensor, ...] = encoder(
        inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True
    ).hidden_states
    return layers
