"""Who is there in a scene: whoever speaks in it or does something, told as it happens; and who is only named."""

from collections.abc import Iterator
from typing import ClassVar

from fabula.annotators.certainty import NEEDS, THIRD, certainty_of
from fabula.annotators.following import NewClaims
from fabula.annotators.parse import Parse, parse_of
from fabula.annotators.scening.calls import Calls
from fabula.annotators.scening.shown import is_shown
from fabula.annotators.unreal import subject_of
from fabula.annotators.words import words_of
from fabula.document import Claim, Draft
from fabula.layers import (
    Attribution,
    Cue,
    GivenCast,
    Narration,
    Passage,
    Presence,
    Quotation,
    Scene,
)
from fabula.layers.presence import PresenceMode
from fabula.layers.scene import SURE
from fabula.text import Source, Span

SURE_SPEAKER = 0.8
"""How likely a speaker must be to count as there."""


class Presences:
    """Makes presences."""

    name: ClassVar[str] = "presences"
    needs: ClassVar[tuple[type[Claim], ...]] = (*NEEDS, Scene, Narration, Cue)
    makes: ClassVar[tuple[type[Claim], ...]] = (Presence,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._new = NewClaims()
        self._scene: Scene | None = None
        self._mentioned: dict[str, str] = {}
        self._present: set[str] = set()
        self._calls = Calls()

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds who is there in the passage."""
        parse, self._certainty = parse_of(draft, passage), certainty_of(draft, passage)
        scenes = [one for one in self._new.of(draft, Scene) if one.confidence is None or one.confidence >= SURE]
        self._calls.follow(parse, words_of(draft, passage), self._scene.start if self._scene else 0)
        shown = sorted(
            [*self._speakers(draft, passage, parse, scenes), *self._doers(draft, parse)], key=lambda item: item[1][0]
        )
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
        """Adds who is shown to be there in this passage of the scene at hand, each once, and who else is named.

        Nobody comes into a scene as a "he" or "she": they must first be shown by another word.
        """
        if self._scene is None:
            return
        resolve, here = self._certainty.resolve, set[str]()
        self._present = {resolve(who) for who in self._present}
        self._mentioned = {resolve(who): claim for who, claim in self._mentioned.items()}
        for entity, evidence in shown:
            who = resolve(entity)
            if who not in here and (who in self._present or evidence[-1].of(draft.text).lower() not in THIRD):
                here.add(who)
                replaced = self._mentioned.pop(who, None)
                self._add(draft, passage, "present", entity, evidence, replaced)
        self._present |= here
        for entity, evidence in named:
            who = resolve(entity)
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

    def _speakers(
        self, draft: Draft, passage: Passage, parse: Parse, scenes: list[Scene]
    ) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Who surely says something aloud; not in another's words, and not in writing.

        Where a pronoun stands for them, it must surely mean them too, or they were called by name before in the scene.
        """
        pronouns = {one.id: place for place, one in parse.mentions.items() if one.kind == "pronominal"}
        quotations = {one.id: one for one in draft.since(Quotation, passage.span.start)}
        cues = {one.quotation: one for one in draft.since(Cue, passage.span.start)}
        for attribution in draft.since(Attribution, passage.span.start):
            quotation, cue = quotations.get(attribution.quotation), cues.get(attribution.quotation)
            if quotation is None or cue is None or quotation.mode != "speech" or quotation.parent:
                continue
            speaker = attribution.speaker
            sure = attribution.confidence is None or attribution.confidence >= SURE_SPEAKER
            if speaker is None or not sure or not self._certainty.is_named(speaker):
                continue
            if cue.mention not in pronouns or self._means(pronouns[cue.mention], speaker):
                yield speaker, (quotation.span, *cue.evidence)
                continue
            said = quotation.span.start
            since = max((one.start for one in (self._scene, *scenes) if one and one.start <= said), default=0)
            call = self._calls.last(speaker, since, said, self._certainty)
            if call is not None:
                yield speaker, (quotation.span, *cue.evidence, call)

    def _means(self, place: int, entity: str) -> bool:
        who = self._certainty.who(place)
        return who is not None and self._certainty.resolve(who) == self._certainty.resolve(entity)

    def _doers(self, draft: Draft, parse: Parse) -> Iterator[tuple[str, tuple[Span, ...]]]:
        """Who does something that one sees, in the narration, at the time that is told of."""
        told = draft.claims(Narration)
        for place in sorted(parse.events):
            if not is_shown(parse, place, told):
                continue
            subject = subject_of(parse, place)
            if subject is None or subject in parse.quotations:
                continue
            who = self._certainty.who(subject)
            if who is not None and self._certainty.is_named(who):
                yield who, (parse.span(place), parse.span(subject))

    def _named(self, parse: Parse) -> Iterator[tuple[str, tuple[Span, ...]]]:
        for mention in parse.mentions.values():
            if mention.kind == "proper" and self._certainty.is_named(mention.entity):
                yield mention.entity, (mention.span,)


def _before(found: list[tuple[str, tuple[Span, ...]]], end: int) -> list[tuple[str, tuple[Span, ...]]]:
    return [one for one in found if one[1][0].start < end]
