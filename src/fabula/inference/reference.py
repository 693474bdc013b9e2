"""Whether a model says here what it said where it was made."""

import json

from fabula.inference.arrays import arrays
from fabula.inference.model import Model, agreement
from fabula.inference.package import FOLDER, REFERENCE, content

ENOUGH = 0.9
"""Agreement from which a model says the same; processors differ in how they round, and a label may tip."""


def reference_agreement(model: Model) -> float:
    """How far the model's answers to its reference words are those that lie beside it; `agreement` says in what."""
    reference = json.loads(content(FOLDER, REFERENCE, model.metadata))
    texts = list(zip(reference["words"], reference["sentences"], strict=True))
    return agreement(model.answers(arrays(texts, model.vocabulary)), reference["outputs"])
