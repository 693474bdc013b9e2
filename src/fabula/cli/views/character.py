"""One character: names, speech, who is spoken to."""

from collections import Counter
from typing import Any

from fabula.cli.output import count, cut, heading, percent, wrap
from fabula.cli.views import quotations
from fabula.cli.views.characters import also
from fabula.cli.views.located import where
from fabula.cli.views.quotations import spoken, value_of
from fabula.cli.views.view import View
from fabula.text import Span
from fabula.world import Character, Story


def values(story: Story, who: Character | None) -> dict[str, Any]:
    """Everything about one character."""
    assert who is not None
    listeners, heard = Counter[str](), Counter[str]()
    own = []
    for quoted in spoken(story):
        if quoted.speaker and quoted.speaker.id == who.id:
            own.append(quoted)
            listeners.update(addressee.name for addressee in quoted.addressees)
        elif quoted.speaker and who.id in [addressee.id for addressee in quoted.addressees]:
            heard[quoted.speaker.name] += 1
    everything = sum(quoted.words for quoted in spoken(story))
    words = sum(quoted.words for quoted in own)
    return {
        **who.to_json(),
        "first_at": where(story, who.first.start),
        "first_sentence": _sentence(story, who.first),
        "quotations": len(own),
        "spoken_words": words,
        "share_of_speech": round(words / everything, 4) if everything else 0.0,
        "speaks_to": dict(listeners.most_common()),
        "spoken_to_by": dict(heard.most_common()),
        "said": [value_of(story, quoted) for quoted in own],
    }


def lines(value: dict[str, Any]) -> list[str]:
    """A page about one character."""
    out = ["", "  " + heading(value["name"])]
    if names := also(value, 20):
        out += wrap(f"also {names}")
    traits = [value["kind"] if value["kind"] != "person" else "", value["pronouns"] or "pronouns not shown"]
    traits += ["tells the story"] if value["narrator"] else []
    out += ["  " + " · ".join(trait for trait in traits if trait), ""]
    out += wrap(f"First at {value['first_at']}: {cut(value['first_sentence'], 300)}")
    out.append(f"  {count(value['mentions'], 'mention')}, {value['named']:,} by name")
    if value["quotations"]:
        share = percent(value["share_of_speech"])
        words = count(value["spoken_words"], "word")
        out.append(f"  {count(value['quotations'], 'quotation')}, {words}, {share} of all speech")
    for label, others in (("Speaks to", value["speaks_to"]), ("Spoken to by", value["spoken_to_by"])):
        if others:
            named = [f"{name} ({times})" for name, times in list(others.items())[:8]]
            out += wrap(f"{label} {', '.join(named)}")
    if value["said"]:
        out += ["", *quotations.lines(value["said"][:8], named=False)]
    return out


def _sentence(story: Story, span: Span) -> str:
    """The sentence that holds a span, on one line."""
    sentences = story.document.sentences
    index = sentences.at(span.start)
    return " ".join((sentences[index] if index is not None else span).of(story.text).split())


CHARACTER = View("character", "one of them: names, speech, who is spoken to", values, lines, about="somebody")
