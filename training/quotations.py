"""Learns the weights that tell speech from other words between quotation marks, from PDNC and LitBank.

    python -m training.quotations          reads ../shared/corpora (FABULA_CORPORA overrides), writes the weights

An example is a piece outside other quotations, as fabula's own pairing finds it. It is right if the reference holds a
piece of the same extent, wrong if it holds none that shares a character with it, and left out otherwise.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from benchmarks.corpora import load
from fabula.annotators.quoting import groups as quotation_groups
from fabula.annotators.quoting.features import Setting, features
from fabula.annotators.quoting.quotations import Quotations
from fabula.pipeline import read_source
from fabula.scoring import Reference
from fabula.scoring.quotations import bare
from fabula.text import Source, Span

TARGET = Path("src/fabula/annotators/lexicon/quotation_weights.txt")
TRAIN, DEV = ("pdnc.train", "litbank.train"), ("pdnc.dev", "litbank.dev")
EXCERPTS = ("45_", "105_", "1695_")
"""Beginnings of the ids of LitBank's excerpts from novels of PDNC's dev part: left out."""
RARE = 25
"""Features seen fewer times are dropped."""
PENALTY = 2.0
"""Weight of the squared weights (L2)."""
SLIGHT = 0.15
"""Weights nearer to zero are dropped."""
HEAD = (
    "# What tells speech from other uses of quotation marks, with its weight; a feature that is missing weighs "
    "nothing.\n"
    "# Estimated by logistic regression on the training parts of PDNC and LitBank (CC BY 4.0).\n"
)

Examples = tuple[list[list[str]], np.ndarray]


def examples(corpora: tuple[str, ...]) -> Examples:
    """Features of every example, and whether each is speech."""
    texts = [text for name in corpora for text in load(name).references if not text.id.startswith(EXCERPTS)]
    found = [one for text in texts for one in _of_text(text)]
    return [names for names, _ in found], np.array([right for _, right in found], dtype=float)


def _of_text(reference: Reference) -> Iterator[tuple[list[str], bool]]:
    seen: list[tuple[Setting, list[str]]] = []

    def note(text: str, setting: Setting) -> bool:
        seen.append((setting, list(features(text, setting))))
        return True

    with patch.object(quotation_groups, "is_utterance", note):
        story = read_source(Source(reference.text), annotators=(Quotations,))
    paragraphs = set(story.document.paragraphs[:])
    wanted = sorted({bare(reference.text, piece) for quotation in reference.quotations for piece in quotation.pieces})
    for setting, names in seen:
        piece = bare(reference.text, setting.piece)
        index = bisect_left(wanted, piece)
        right = wanted[index : index + 1] == [piece]
        if setting.region in paragraphs and (right or not _touches(wanted, index, piece)):
            yield names, right


def _touches(spans: list[Span], index: int, span: Span) -> bool:
    return any(other.overlaps(span) for other in spans[max(0, index - 1) : index + 1])


def fit(train: Examples) -> dict[str, float]:
    """The weights of features that matter, and the `bias`."""
    rows, right = train
    counts = Counter(name for names in rows for name in names)
    kept = {name: index for index, name in enumerate(sorted(name for name, n in counts.items() if n >= RARE))}
    cells = [(row, kept[name]) for row, names in enumerate(rows) for name in names if name in kept]
    matrix = csr_matrix((np.ones(len(cells)), tuple(zip(*cells, strict=True))), shape=(len(rows), len(kept)))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        chance = 1 / (1 + np.exp(-(matrix @ weights[:-1] + weights[-1])))
        error = chance - right
        likelihood = right * np.log(chance + 1e-12) + (1 - right) * np.log(1 - chance + 1e-12)
        slope = matrix.T @ error + PENALTY * weights[:-1]
        return PENALTY / 2 * (weights[:-1] ** 2).sum() - likelihood.sum(), np.append(slope, error.sum())

    best = minimize(loss, np.zeros(len(kept) + 1), jac=True, method="L-BFGS-B").x
    weights = {name: round(float(best[index]), 2) for name, index in kept.items() if abs(best[index]) > SLIGHT}
    return {"bias": round(float(best[-1]), 2), **weights}


def accuracy(weights: dict[str, float], held_out: Examples) -> tuple[float, float]:
    """Precision and recall of speech among the examples."""
    rows, right = held_out
    chosen = np.array([weights["bias"] + sum(weights.get(name, 0.0) for name in names) > 0 for names in rows])
    hits = float((chosen * right).sum())
    return hits / chosen.sum(), hits / right.sum()


def main() -> None:
    """Fits, prints how well it does on dev, and writes the weights."""
    weights = fit(examples(TRAIN))
    for name in DEV:
        precision, recall = accuracy(weights, examples((name,)))
        print(f"{name}: precision {precision:.3f}, recall {recall:.3f}")
    TARGET.write_text(HEAD + "".join(f"{name}\t{weight}\n" for name, weight in weights.items()), encoding="utf-8")


if __name__ == "__main__":
    main()
