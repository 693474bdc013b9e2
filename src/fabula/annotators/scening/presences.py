"""Who is there in a scene: whoever speaks in it or does something, told as it happens; and who is only named."""

from collections.abc import Iterator
from typing import ClassVar

from fabula.annotators.certainty import certainty_of
from fabula.annotators.following import NewClaims
from fabula.annotators.parse import Parse, parse_of
from fabula.annotators.unreal import is_told, subject_of
from fabula.document import Claim, Draft
from fabula.layers import (
    Alias,
    Attribution,
    Cue,
    Entity,
    Event,
    Gender,
    GivenCast,
    Identity,
    Mention,
    Narrator,
    Passage,
    Presence,
    Quotation,
    Scene,
)
from fabula.layers.presence import PresenceMode
from fabula.layers.scene import SURE
from fabula.text import Source, Span

SCENIC = frozenset(("verb.motion", "verb.contact", "verb.perception", "verb.communication", "verb.body"))
"""Classes of what one sees somebody do; what people own, become or feel may be told of anybody anywhere."""


class Presences:
    """Makes presences."""

    name: ClassVar[str] = "presences"
    needs: ClassVar[tuple[type[Claim], ...]] = (
        Scene,
        Mention,
        Entity,
        Alias,
        Gender,
        Identity,
        Narrator,
        Quotation,
        Attribution,
        Cue,
        Event,
    )
    makes: ClassVar[tuple[type[Claim], ...]] = (Presence,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._new = NewClaims()
        self._scene: Scene | None = None
        self._mentioned: dict[str, str] = {}
        self._present: set[str] = set()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds who is there in the passage."""
        parse, self._certainty = parse_of(draft, passage), certainty_of(draft, passage)
        scenes = [one for one in self._new.of(draft, Scene) if one.confidence is None or one.confidence >= SURE]
        shown = sorted([*self._speakers(draft, passage), *self._doers(parse)], key=lambda item: item[1][0])
        named = sorted(self._named(parse), key=lambda item: item[1][0])
        starts = [*(scene.start for scene in scenes), passage.span.end]
        self._claim(draft, passage, _before(shown, starts[0]), _before(named, starts[0]))
        for index, scene in enumerate(scenes):
            self._scene, self._mentioned, self._present = scene, {}, set()
            here = [[one for one in found if scene.start <= one[1][0].start] for found in (shown, named)]
            self._claim(draft, passage, *(_before(found, starts[index + 1]) for found in here))

    def _claim(
        self,
        draft: Draft,
        passage: Passage,
        shown: list[tuple[str, tuple[Span, ...]]],
        named: list[tuple[str, tuple[Span, ...]]],
    ) -> None:
        """Adds who is shown to be there in this passage of the scene at hand, each once, and who else is named."""
        if self._scene is None:
            return
        here = set[str]()
        for entity, evidence in shown:
            who = self._certainty.resolve(entity)
            if who not in here:
                here.add(who)
                replaced = self._mentioned.pop(who, None)
                self._add(draft, passage, "present", entity, evidence, replaced)
        self._present |= here
        for entity, evidence in named:
            who = self._certainty.resolve(entity)
            if who not in self._present and who not in self._mentioned:
                self._mentioned[who] = self._add(draft, passage, "mentioned", entity, evidence, None)

    def _add(
        self,
        draft: Draft,
        passage: Passage,
        mode: PresenceMode,
        entity: str,
        evidence: tuple[Span, ...],
        replaced: str | None,
    ) -> str:
        assert self._scene is not None
        claim = Presence(
            id=draft.new_id(Presence),
            evidence=evidence,
            known_at=passage.known_at,
            made_by=self.name,
            replaces=replaced,
            entity=entity,
            scene=self._scene.id,
            mode=mode,
        )
        return draft.add(claim).id

    def _speakers(self, draft: Draft, passage: Passage) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Who surely says something aloud; not in another's words, and not in writing."""
        quotations = {one.id: one for one in draft.since(Quotation, passage.span.start)}
        cues = {one.quotation: one for one in draft.since(Cue, passage.span.start)}
        for attribution in draft.since(Attribution, passage.span.start):
            quotation, cue = quotations.get(attribution.quotation), cues.get(attribution.quotation)
            if quotation is None or cue is None or quotation.mode != "speech" or quotation.parent:
                continue
            sure = attribution.confidence is None or attribution.confidence >= SURE_SPEAKER
            if attribution.speaker and sure and self._certainty.is_named(attribution.speaker):
                yield attribution.speaker, (quotation.span, *cue.evidence)

    def _doers(self, parse: Parse) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Who does something that one sees, in the narration, and not before the time that is told of."""
        for place in sorted(parse.events):
            if place in parse.quotations or parse.pos(place) != "VERB" or not parse.has(place, "VerbForm=Fin"):
                continue
            if parse.sense(place) not in SCENIC or parse.is_earlier(place) or not is_told(parse, place):
                continue
            subject = subject_of(parse, place)
            who = self._certainty.who(subject) if subject is not None else None
            if subject is not None and who is not None and self._certainty.is_named(who):
                yield who, (parse.span(place), parse.span(subject))

    def _named(self, parse: Parse) -> Iterator[tuple[str, tuple[Span, ...]]]:
        for mention in parse.mentions.values():
            if mention.kind == "proper" and self._certainty.is_named(mention.entity):
                yield mention.entity, (mention.span,)


SURE_SPEAKER = 0.8
"""How likely a speaker must be to count as there."""


def _before(found: list[tuple[str, tuple[Span, ...]]], end: int) -> list[tuple[str, tuple[Span, ...]]]:
    return [one for one in found if one[1][0].start < end]
