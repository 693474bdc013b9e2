import random
from statistics import fmean

import pytest

from fabula.world import Band
from fabula.world.pooling import RUN, SURE, Pooled, Pooling


def test_the_mean_is_on_the_scale_and_its_band_worked_out_by_hand():
    pool = Pooling({0: 300, 1: 310, 2: 290, 3: 300}, frozenset(), error=20)
    pooled = pool.pooled([0, 1])
    assert pooled.mean == pytest.approx(3.05)
    variance = (200 / 3 + 20**2) / 2
    assert pooled.band.high - pooled.mean == pytest.approx(SURE * variance**0.5 / 100)
    drawn = 200 / 3 / 2 * (1 - 2 / 4)
    assert pooled.shuffled.low == pytest.approx(3.0 - SURE * drawn**0.5 / 100)
    assert pooled.shuffled.high == pytest.approx(3.0 + SURE * drawn**0.5 / 100)


def test_all_sentences_are_where_every_shuffle_brings_them():
    pooled = Pooling({0: 233, 1: 301, 2: 317}, {1}, error=20).pooled([0, 1, 2])
    assert pooled.shuffled.low == pooled.shuffled.high == pytest.approx(pooled.mean)
    assert pooled.stands_out is None


def test_speech_is_shuffled_with_speech():
    draw, spoken = random.Random(2), range(0, 400, 2)
    values = {place: (310 if place in spoken else 290) + draw.randint(-10, 10) for place in range(400)}
    assert Pooling(values, frozenset(spoken), error=20).pooled(spoken[:30]).stands_out is None
    assert Pooling(values, frozenset(), error=20).pooled(spoken[:30]).stands_out == "high"


def test_a_stretch_unlike_the_rest_stands_out_and_the_same_sentences_strewn_do_not():
    draw = random.Random(5)
    values = {place: 300 + draw.randint(-20, 20) for place in range(600)}
    values |= {place: 270 + draw.randint(-20, 20) for place in range(100, 140)}
    pool = Pooling(values, frozenset(), error=20)
    assert pool.pooled(range(100, 140)).stands_out == "low"
    assert pool.pooled(range(3, 600, 15)).stands_out is None


def test_of_a_hundred_shuffles_about_one_lies_outside():
    draw = random.Random(3)
    values = [300 + draw.randint(-30, 30) for _ in range(400)]
    band = Pooling(dict(enumerate(values)), frozenset(), error=20).pooled(range(40)).shuffled
    means = [fmean(draw.sample(values, 40)) / 100 for _ in range(2000)]
    assert 0.002 < fmean(not band.low <= mean <= band.high for mean in means) < 0.025


def test_likeness_of_neighbours_alone_makes_nothing_stand_out():
    draw = random.Random(4)
    values = dict.fromkeys(range(600), 300)
    for run in range(0, 600, RUN):
        values |= dict.fromkeys(range(run, run + RUN), 300 + draw.randint(-20, 20))
    pool = Pooling(values, frozenset(), error=20)
    outside = [pool.pooled(range(start, start + 2 * RUN)).stands_out for start in range(0, 600, 2 * RUN)]
    assert not any(outside)


def test_a_mean_on_the_edge_of_the_band_is_inside():
    assert Pooled(3.0, Band(2.0, 4.0), Band(3.0, 3.1)).stands_out is None
    assert Pooled(3.2, Band(2.0, 4.0), Band(3.0, 3.1)).stands_out == "high"
