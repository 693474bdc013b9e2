"""What the pages of `fabula read` and `fabula show` say, as JSON values."""

from bisect import bisect_right
from collections import Counter
from typing import Any

from fabula.cli.output import cut, percent
from fabula.cli.places import chapter_number
from fabula.layers import PERSON, Narrator, Scene, TimeExpression
from fabula.text import Notice, Span
from fabula.world import Character, Quoted, Story


def spoken(story: Story) -> list[Quoted]:
    """Quotations that somebody utters or thinks, those inside others left out."""
    return [quoted for quoted in story.quotations if quoted.is_spoken]


def words_in(text: str) -> int:
    """Words, as a person counts them."""
    return len(text.split())


def where(story: Story, position: int) -> str:
    """A position as a person looks it up: a line of a text, or a chapter of a book and how far into the book it is."""
    place = story.source.locate(position)
    if place.document is None and place.element is None:
        return f"line {place.line}"
    share = percent(position / max(len(story.text), 1))
    index = bisect_right(story.divisions, position, key=lambda division: division.span.start) - 1
    title = story.divisions[index].title if index >= 0 else None
    if title is None:
        return share
    number = chapter_number(title)
    return f"{cut(title, 18) if number is None else f'ch. {number}'}, {share}"


def location(story: Story, position: int) -> dict[str, Any]:
    """A position as another program looks it up."""
    return {"position": position, **story.source.locate(position)._asdict()}


def chapters(story: Story) -> list[dict[str, Any]]:
    """The divisions that are story, in order."""
    return [
        {
            "title": chapter.title,
            "start": chapter.span.start,
            "end": chapter.span.end,
            "level": chapter.division.level,
            "words": words_in(chapter.span.of(story.text)),
        }
        for chapter in story.chapters
    ]


def scenes(story: Story) -> list[dict[str, Any]]:
    """The scenes in order; one ends where the next begins, the last with the text."""
    found = list(story.document.layer(Scene).current())
    ends = [*(scene.start for scene in found[1:]), len(story.text)]
    return [
        {
            "at": where(story, scene.start),
            "start": scene.start,
            "reason": scene.reason,
            "confidence": scene.confidence,
            "words": words_in(story.text[scene.start : end]),
            "opening": scene.evidence[-1].of(story.text),
        }
        for scene, end in zip(found, ends, strict=False)
    ]


def characters(story: Story) -> list[dict[str, Any]]:
    """Characters with how much each of them says, who says most first."""
    lines, words = Counter[str](), Counter[str]()
    for quoted in spoken(story):
        if quoted.speaker:
            lines[quoted.speaker.id] += 1
            words[quoted.speaker.id] += quoted.words
    total = sum(quoted.words for quoted in spoken(story))
    values = [
        {
            **character.to_json(),
            "first_at": where(story, character.first.start),
            "quotations": lines[character.id],
            "spoken_words": words[character.id],
            "share_of_speech": round(words[character.id] / total, 4) if total else 0.0,
        }
        for character in story.characters
    ]
    return sorted(values, key=lambda value: (-value["spoken_words"], -value["mentions"]))


def quotation(story: Story, quoted: Quoted) -> dict[str, Any]:
    """A quotation with what is known of it."""
    return {
        "id": quoted.id,
        "pieces": [list(piece) for piece in quoted.pieces],
        "where": where(story, quoted.pieces[0].start),
        "location": location(story, quoted.pieces[0].start),
        "mode": quoted.quotation.mode,
        "speaker": quoted.speaker.name if quoted.speaker else None,
        "speaker_id": quoted.speaker.id if quoted.speaker else None,
        "addressees": [addressee.name for addressee in quoted.addressees],
        "type": quoted.type,
        "confidence": quoted.confidence,
        "text": quoted.text,
    }


def times(story: Story) -> list[dict[str, Any]]:
    """Time expressions with their kinds and values. Raises `LayerMissing` for a story saved before there were any."""
    return [
        {
            "id": time.id,
            "start": time.span.start,
            "end": time.span.end,
            "where": where(story, time.span.start),
            "location": location(story, time.span.start),
            "text": time.span.of(story.text),
            "kind": time.kind,
            "value": time.value,
        }
        for time in story.document.layer(TimeExpression).current()
    ]


def narrators(story: Story) -> list[dict[str, Any]]:
    """Who tells, one after the other."""
    told: list[dict[str, Any]] = []
    for claim in sorted(story.document.layer(Narrator).current(), key=lambda claim: claim.start):
        name = story.cast[claim.entity].name if claim.entity else None
        if not told or (told[-1]["person"], told[-1]["name"]) != (claim.person, name):
            told.append({"start": claim.start, "person": claim.person, "name": name})
    return told


def uncertain(story: Story) -> list[Quoted]:
    """Quotations whose speaker is unknown, unless a person says that nobody can know, or doubtful; in text order."""
    return [
        quoted
        for quoted in spoken(story)
        if quoted.is_doubtful
        or (quoted.speaker is None and not (quoted.attribution and quoted.attribution.made_by == PERSON))
    ]


def summary(story: Story) -> dict[str, Any]:
    """The whole story in brief."""
    said, source = spoken(story), story.source
    words = sum(quoted.words for quoted in said)
    own = sum(words_in(chapter.span.of(story.text)) for chapter in story.chapters)
    doubts = uncertain(story)
    return {
        "title": source.title,
        "author": source.author,
        "origin": source.origin,
        "format": source.format,
        "digest": source.digest,
        "length": len(story.text),
        "words": own,
        "chapters": chapters(story),
        "characters": characters(story),
        "narrators": narrators(story),
        "speech": {
            "quotations": len(said),
            "words": words,
            "share_of_words": round(words / own, 4) if own else 0.0,
            "unknown": sum(quoted.speaker is None for quoted in said),
            "doubtful": sum(quoted.is_doubtful for quoted in said),
        },
        "uncertain": [quotation(story, quoted) for quoted in doubts],
        "notices": [{"code": notice.code, "message": notice.message} for notice in notices(story)],
    }


def notices(story: Story) -> tuple[Notice, ...]:
    """What was noted while reading the file, and once if some of the story is in another language."""
    unread, every = len(story.unread), len(story.passages)
    if not unread:
        return story.source.notices
    which = "The story does" if unread == every else f"{unread} of {every} passages do"
    message = f"{which} not seem to be in English; the reader model left that to the rules, which know English too."
    return (*story.source.notices, Notice("language", message))


def person(story: Story, member: Character) -> dict[str, Any]:
    """Everything about one character."""
    listeners, heard = Counter[str](), Counter[str]()
    own = []
    for quoted in spoken(story):
        if quoted.speaker and quoted.speaker.id == member.id:
            own.append(quoted)
            listeners.update(addressee.name for addressee in quoted.addressees)
        elif quoted.speaker and member.id in [addressee.id for addressee in quoted.addressees]:
            heard[quoted.speaker.name] += 1
    everything = sum(quoted.words for quoted in spoken(story))
    words = sum(quoted.words for quoted in own)
    return {
        **member.to_json(),
        "first_at": where(story, member.first.start),
        "first_sentence": _sentence(story, member.first),
        "quotations": len(own),
        "spoken_words": words,
        "share_of_speech": round(words / everything, 4) if everything else 0.0,
        "speaks_to": dict(listeners.most_common()),
        "spoken_to_by": dict(heard.most_common()),
        "said": [quotation(story, quoted) for quoted in own],
    }


def _sentence(story: Story, span: Span) -> str:
    """The sentence that holds a span, on one line."""
    sentences = story.document.sentences
    index = sentences.at(span.start)
    return " ".join((sentences[index] if index is not None else span).of(story.text).split())
