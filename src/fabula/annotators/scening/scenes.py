"""Where scenes begin: at headings and marks, and where the words alone say so."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import ClassVar, NamedTuple

from fabula.annotators.scening.judge import THRESHOLD, likelihood, weights
from fabula.annotators.scening.openings import Paragraph, features
from fabula.document import Claim, Draft
from fabula.layers import Division, GivenCast, ParagraphKind, Passage, Scene, SceneMark
from fabula.layers.scene import SceneReason
from fabula.text import Source, Span

APART = 3
"""Paragraphs that an unmarked scene has at least."""
REMEMBERED = 127
"""Paragraphs since the last mark that are kept; how many there were before them matters little."""


class Opening(NamedTuple):
    """A story paragraph and what stands before it; `reason` is `None` if that is another one."""

    span: Span
    paragraph: Paragraph
    reason: SceneReason | None
    mark: Span | None


class Scenes:
    """Makes the scenes. One begins behind every heading and mark, others where a passage's words make it likely."""

    name: ClassVar[str] = "scenes"
    needs: ClassVar[tuple[type[Claim], ...]] = (Passage, Division, SceneMark)
    makes: ClassVar[tuple[type[Claim], ...]] = (Scene,)

    def __init__(self, source: Source, given: GivenCast) -> None:
        self._before: list[Paragraph] = []
        self._reason: SceneReason | None = "division"
        self._mark: Span | None = None
        self._since = 0

    def read(self, draft: Draft, passage: Passage) -> None:
        """Adds the scenes that begin in this passage."""
        openings = list(self._openings(draft, passage))
        chances = [chance for _, chance in self.judged(openings)]
        chosen = self._choose(openings, chances)
        for index in chosen:
            opening, marked = openings[index], openings[index].reason is not None
            draft.add(
                Scene(
                    id=draft.new_id(Scene),
                    evidence=tuple(span for span in (opening.mark, self._sentence(draft, opening.span)) if span),
                    known_at=passage.known_at,
                    made_by=self.name,
                    confidence=None if marked else round(chances[index], 3),
                    start=opening.span.start,
                    reason=opening.reason or "unmarked",
                )
            )
        self._since = len(openings) - chosen[-1] if chosen else self._since + len(openings)

    def judged(self, openings: Sequence[Opening]) -> Iterator[tuple[list[str], float]]:
        """The evidence of each opening and the chance that a scene begins there; none and 1 behind a mark."""
        before = self._before
        for index, opening in enumerate(openings):
            if opening.reason:
                before.clear()
                yield [], 1.0
            else:
                rest = [one.paragraph for one in openings[index + 1 :]]
                evidence = list(features(before, opening.paragraph, rest))
                yield evidence, likelihood(evidence)
            before.append(opening.paragraph)
            del before[:-REMEMBERED]

    def _openings(self, draft: Draft, passage: Passage) -> Iterator[Opening]:
        """The passage's story paragraphs."""
        paragraphs, text = draft.paragraphs, draft.text
        marks = {mark.span.end: mark for mark in draft.since(SceneMark, passage.span.start)}
        divisions = {one.start: one for one in draft.since(Division, passage.span.start)}
        for index in paragraphs.covered_by(passage.span):
            span, kind = paragraphs[index], paragraphs.kinds[index]
            division = divisions.get(span.start)
            if kind == ParagraphKind.HEADING or (division and division.kind == "chapter" and not division.resumes):
                self._reason, self._mark = "division", span if kind == ParagraphKind.HEADING else None
            elif kind == ParagraphKind.RULER and self._reason != "division":
                self._reason, self._mark = "ruler", span
            elif span.start in marks and self._reason is None:
                self._reason, self._mark = "gap", marks[span.start].span
            if kind == ParagraphKind.STORY:
                yield Opening(span, Paragraph(span.start, span.of(text)), self._reason, self._mark)
                self._reason = self._mark = None

    def _choose(self, openings: Sequence[Opening], chances: Sequence[float]) -> list[int]:
        """Where scenes begin, in order: at all marks, then at the likeliest that keep their distance."""
        chosen = [index for index, opening in enumerate(openings) if opening.reason]
        likely = sorted(range(len(openings)), key=lambda index: (-chances[index], index))
        for index in likely:
            if chances[index] < weights()[THRESHOLD]:
                break
            taken = chain(chosen, (-self._since,) if self._since else ())
            if all(abs(index - other) >= APART for other in taken):
                chosen.append(index)
        return sorted(chosen)

    def _sentence(self, draft: Draft, span: Span) -> Span:
        """The paragraph's first sentence; the paragraph where no sentences are known."""
        first = draft.sentences.covered_by(span)
        return draft.sentences[first[0]] if first else span
