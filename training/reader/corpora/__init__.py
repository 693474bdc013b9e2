"""The corpora that the reader learns from: one file each, every one brought to `Annotated`."""

from collections.abc import Callable, Mapping
from pathlib import Path

from training.reader.annotated import Annotated
from training.reader.corpora import emobank, ewt, litbank, semcor

Load = Callable[[Path, str], list[Annotated]]

CORPORA: Mapping[str, Load] = {
    "litbank": litbank.load,
    "ewt": ewt.load,
    "semcor": semcor.load,
    "emobank": emobank.load,
}
"""How each corpus is read: from the corpora's folder and a part, `train` or `dev`."""
TAUGHT = "taught"
"""The name, among the passes of a run, of what another run has labelled."""
