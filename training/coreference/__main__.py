"""Trains the ranker that tells to whom words refer, and writes its weights.

    python -m training.coreference CACHE        reads ../shared/corpora (FABULA_CORPORA overrides)

The texts are read once by fabula and kept in the folder CACHE; after another reader model or other rules, begin with an
empty one. The first round follows the right answers, the later ones also what the ranker itself has chosen (DAgger;
Ross, Gordon and Bagnell 2011).
"""

import argparse
from pathlib import Path

import numpy as np
import torch

from fabula.annotators.coreference.ranker import Ranker
from fabula.scoring.coreference import score_coreference
from fabula.scoring.measures import Scores, total
from training.coreference.examples import Example, Walk
from training.coreference.learning import learn
from training.coreference.net import Net
from training.coreference.texts import Text, litbank, pdnc

NOVELS = (
    "APassageToIndia",
    "ARoomWithAView",
    "HardTimes",
    "HowardsEnd",
    "NorthangerAbbey",
    "TheAgeOfInnocence",
    "TheAwakening",
    "TheGambler",
    "ThePictureOfDorianGray",
    "TheSportOfTheGods",
    "TheSunAlsoRises",
    "MansfieldPark",
)
"""Of PDNC's training novels."""
TARGET = Path("src/fabula/annotators/coreference/weights.npz")


def scores(texts: list[Text], ranker: Ranker) -> Scores:
    """Coreference over whole texts."""
    return total(
        score_coreference(text.gold, {span: str(one) for span, one in Walk(text, 0, ranker).found().items()})
        for text in texts
    )


def resolved(texts: list[Text], ranker: Ranker) -> str:
    """Share of the phrases in quotations that go to the right one of the cast."""
    out = []
    for text in texts:
        walk = Walk(text, 0, ranker)
        found = walk.found()
        right = [text.members.get(walk.member(found[span]) or "") == who for span, who in text.gold.items()]
        out.append(f"{text.id} {100 * np.mean(right):.1f} of {len(right)}")
    return "; ".join(out)


def as_numpy(net: Net) -> Ranker:
    """The net as fabula runs it, at the precision at which it ships."""
    return Ranker({name: value.numpy().astype(np.float16) for name, value in net.weights().items()})


def main(options: argparse.Namespace) -> None:
    """Trains, scores, writes."""
    torch.set_num_threads(1)
    torch.manual_seed(options.seed)
    texts = [*litbank("train", options.cache), *pdnc("train", options.cache, tuple(options.novels))]
    dev, dev_gold = list(litbank("dev", options.cache)), list(litbank("dev", options.cache, gold_mentions=True))
    vectors = [(torch.from_numpy(seek), torch.from_numpy(offer)) for seek, offer in (text.vectors() for text in texts)]
    net = Net(noise=options.noise)
    examples = [one for number, text in enumerate(texts) if text.whole for one in _examples(text, number, None)]
    ranker: Ranker | None = None
    for _ in range(options.rounds):
        if ranker:
            examples += [one for number, text in enumerate(texts) for one in _examples(text, number, ranker)]
        learn(net, examples, vectors, passes=options.passes, rate=options.rate, seed=options.seed)
        ranker = as_numpy(net)
        for name, some in (("predicted mentions", dev), ("mentions given", dev_gold)):
            print(name, {measure: round(value.value, 2) for measure, value in scores(some, ranker).items()}, flush=True)
        print(resolved([text for text in texts if not text.whole], ranker), flush=True)
    np.savez_compressed(
        options.target, **{name: value.numpy().astype(np.float16) for name, value in net.weights().items()}
    )


def _examples(text: Text, number: int, ranker: Ranker | None) -> list[Example]:
    walk = Walk(text, number, ranker)
    walk.found()
    return walk.examples


if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="python -m training.coreference", description=__doc__)
    parser.add_argument("cache", type=Path)
    parser.add_argument("--target", type=Path, default=TARGET)
    parser.add_argument("--novels", nargs="*", default=NOVELS, help="of PDNC's training novels, to learn from too")
    parser.add_argument("--passes", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--noise", type=float, default=4.0, help="added to the vectors' products")
    parser.add_argument("--seed", type=int, default=1, help="the best of 1, 2 and 3 on the dev parts")
    main(parser.parse_args())
