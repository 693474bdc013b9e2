"""The encoder: all-MiniLM-L6-v2, with what it does not see added to its embeddings: words' shapes and classes."""

from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import BertModel

from fabula.inference.senses import CLASSES
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


def empty_senses(width: int) -> nn.Linear:
    """Vectors of the classes of meaning, which say nothing yet."""
    senses = nn.Linear(CLASSES, width, bias=False)
    nn.init.zeros_(senses.weight)
    return senses


def shares(senses: Tensor) -> Tensor:
    """Sets of classes (B, P) as numbers (B, P, `CLASSES`) that sum to 1, or 0 for a word without any."""
    bits = (senses[:, :, None] // 2 ** torch.arange(CLASSES) % 2).float()
    return bits / bits.sum(-1, keepdim=True).clamp(min=1)


def encode(encoder: BertModel, shapes: nn.Embedding, senses: nn.Linear, given: Inputs) -> tuple[Tensor, ...]:
    """The vectors of word pieces (B, P, D), one for each layer, the embeddings first."""
    embedded = encoder.embeddings.word_embeddings(given.pieces) + shapes(given.shapes) + senses(shares(given.senses))
    mask = (given.pieces != 0).long()
    layers: tuple[Tensor, ...] = encoder(
        inputs_embeds=embedded, attention_mask=mask, output_hidden_states=True
    ).hidden_states
    return layers
