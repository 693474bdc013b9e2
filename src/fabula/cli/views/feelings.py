"""How pleasant, stirring and in control the scenes and people sound."""

from collections.abc import Iterable, Iterator
from typing import Any

from fabula.cli.output import cut, listed, wrap
from fabula.cli.views.located import location, where
from fabula.cli.views.view import View
from fabula.world import Character, Feeling, Pooled, Story

SCALES = ("valence", "arousal", "dominance")
PEOPLE = {"Says": "says", "Is told of": "is_told_of", "Says to": "says_to"}
"""How a page calls what is counted of people, and how a program does."""
QUOTED = 80
"""Letters of the words that are shown."""
ENOUGH = 20
"""Sentences of somebody below which a line would say little."""
NOTE = (
    "Means of sentences on a scale from 1 to 5. Valence: unpleasant to pleasant. Arousal: calm to stirring. Dominance: "
    "overpowered to in control. Behind ± is how far off they may be. What is high or low lies outside the band into "
    "which 99 of 100 shuffles of the sentences would bring it; so one figure of a hundred is high or low by chance."
)


def values(story: Story, who: Character | None) -> dict[str, Any]:
    """The scenes, the chapters, what each character says, what is told of each and what one says to another.

    Each with its number of sentences and, for each scale, the mean, its band, the shuffled band, and on which side of
    that it stands out; then also the sentence that does so most. Of one character: only what concerns them.
    """
    feelings = story.feelings
    return {
        "scenes": [
            {"scene": number, "scene_id": scene.id, **_begins(story, scene.start), **_value(story, feeling)}
            for number, (scene, feeling) in enumerate(feelings.scenes, 1)
            if not who
        ],
        "chapters": [
            {"title": chapter.title, **_begins(story, chapter.span.start), **_value(story, feeling)}
            for chapter, feeling in feelings.chapters
            if not who
        ],
        "says": _people(story, who, (((one,), feeling) for one, feeling in feelings.said.items())),
        "is_told_of": _people(story, who, (((one,), feeling) for one, feeling in feelings.told.items())),
        "says_to": _people(story, who, feelings.between.items()),
    }


def lines(values: dict[str, Any]) -> list[str]:
    """The scenes in order and the people, each table followed by what stands out, with its words."""
    scenes = [{"name": f"Scene {one['scene']}, {one['at']}", **one} for one in values["scenes"]]
    people = {label: [one for one in values[key] if one["sentences"] >= ENOUGH] for label, key in PEOPLE.items()}
    out: list[str] = []
    for title, found in {"": scenes, **people}.items():
        if found:
            rows = [(one["name"], f"{one['sentences']:,}", *(_cell(one[scale]) for scale in SCALES)) for one in found]
            out += ["", *listed((title, "sentences", *SCALES), rows, right=(1,))]
            out += [line for one in found for line in _outstanding(one)]
    return [*wrap(NOTE, hanging=""), *out] if out else ["  Nothing has been read yet."]


def _begins(story: Story, start: int) -> dict[str, Any]:
    return {"at": where(story, start), "location": location(story, start)}


def _people(
    story: Story, who: Character | None, found: Iterable[tuple[tuple[str, ...], Feeling]]
) -> list[dict[str, Any]]:
    """Those of whom most is known first."""
    ordered = sorted(found, key=lambda item: (-len(item[1].sentences), item[1].sentences))
    return [
        {"name": " to ".join(story.cast[one].name for one in ids), "ids": list(ids), **_value(story, feeling)}
        for ids, feeling in ordered
        if who is None or who.id in ids
    ]


def _value(story: Story, feeling: Feeling) -> dict[str, Any]:
    return {
        "sentences": len(feeling.sentences),
        **{scale: _scale(story, scale, feeling.sentences, getattr(feeling, scale)) for scale in SCALES},
    }


def _scale(story: Story, scale: str, sentences: tuple[int, ...], pooled: Pooled) -> dict[str, Any]:
    out = {
        "mean": round(pooled.mean, 4),
        "band": [round(pooled.band.low, 4), round(pooled.band.high, 4)],
        "shuffled": [round(pooled.shuffled.low, 4), round(pooled.shuffled.high, 4)],
        "stands_out": pooled.stands_out,
    }
    if not pooled.stands_out:
        return out
    most = max if pooled.stands_out == "high" else min
    span = story.document.sentences[most(sentences, key=story.document.number(scale).__getitem__)]
    return {**out, **_begins(story, span.start), "words": span.of(story.text)}


def _cell(value: dict[str, Any]) -> str:
    low, high = value["band"]
    return f"{value['mean']:.2f} ±{(high - low) / 2:.2f} {value['stands_out'] or ''}"


def _outstanding(one: dict[str, Any]) -> Iterator[str]:
    for scale in SCALES:
        value = one[scale]
        if value["stands_out"]:
            low, high = value["shuffled"]
            yield from wrap(
                f"{one['name']}: {scale} {value['stands_out']}, {value['mean']:.3f}; shuffled {low:.3f} to "
                f"{high:.3f}. {value['at']}: “{cut(value['words'], QUOTED)}”",
                indent="    ",
            )


FEELINGS = View(
    "feelings", "how pleasant, stirring and in control scenes and people sound", values, lines, about="anybody"
)
