"""Passages, the units of reading, with the divisions, scene marks and emphasis in them."""

from collections.abc import Iterator

from fabula.annotators.structure.divisions import Block, Blocks, Opening
from fabula.annotators.structure.italics import Italics
from fabula.annotators.structure.speech_signs import has_speech, is_left_open
from fabula.document import Draft
from fabula.errors import SeamError
from fabula.layers import Division, Emphasis, ParagraphKind, Passage, SceneMark
from fabula.layers.scene_mark import SceneMarkKind
from fabula.text import Span

NAME = "passages"
BUDGET = 2400
"""Characters after which a passage ends before the next narrated paragraph."""
PATIENCE = 6000
"""Characters after which a passage ends before the next paragraph that does not go on with a speech."""
LIMIT = 9000
"""Characters after which a passage ends before the next paragraph of any kind."""

MAKES = (Division, Passage, SceneMark, Emphasis)


class Passages:
    """Cuts the text of a draft into passages and writes down what they hold; goes on when the text has grown."""

    def __init__(self, draft: Draft) -> None:
        for record in MAKES:
            draft.declare(record)
        self._draft = draft
        self._blocks, self._italics = Blocks(draft.source), Italics(draft.source)
        self._closed: list[Block] = []
        self._chapter: str | None = None

    def grow(self) -> None:
        """Takes note that the draft's source has grown, when all that there was has been cut."""
        self._blocks.grow(self._draft.source)
        self._italics = Italics(self._draft.source)

    def more(self) -> Iterator[Passage]:
        """The passages up to the end, one at a time.

        Raises `SeamError` if the last one before goes on in what the text grew by.
        """
        pending: list[Block] = []
        for block in self._blocks.more():
            if not pending and self._closed and not self._ends_before(self._closed, block):
                raise SeamError("The text goes on in the middle of a passage. Read the whole text anew.")
            if pending and self._ends_before(pending, block):
                yield self._close(pending)
                pending = []
            pending.append(block)
        if pending:
            yield self._close(pending)

    def _ends_before(self, pending: list[Block], block: Block) -> bool:
        """Whether the passage ends with the last pending block. Looks at nothing behind `block`."""
        last = pending[-1]
        if last.tied or last.kind is ParagraphKind.HEADING:
            return False
        if block.opens:
            return True
        if block.kind is ParagraphKind.RULER:
            return False
        if last.kind is ParagraphKind.RULER:
            return any(earlier.kind is not ParagraphKind.RULER for earlier in pending)
        text, length = self._draft.text, last.span.end - pending[0].span.start
        if length <= BUDGET:
            return False
        if length > LIMIT:
            return True
        if is_left_open(text, last.span):
            return False
        return length > PATIENCE or not has_speech(block.span.of(text))

    def _close(self, pending: list[Block]) -> Passage:
        """Adds the paragraphs and claims of a passage, and the passage."""
        self._closed = pending
        draft, known_at = self._draft, pending[-1].span.end
        for block in pending:
            draft.paragraphs.append(block.span.start, block.span.end, block.kind)
            if block.opens:
                self._divide(block.span.start, block.opens, known_at)
            if block.kind is ParagraphKind.RULER:
                self._mark(block.span, "ruler", known_at)
            elif block.gap:
                self._mark(block.gap, "gap", known_at)
            for span in self._italics.within(block.span):
                claim = Emphasis(id=draft.new_id(Emphasis), evidence=(span,), known_at=known_at, made_by=NAME)
                draft.add(claim)
        passage = Passage(
            id=draft.new_id(Passage),
            evidence=(Span(pending[0].span.start, known_at),),
            known_at=known_at,
            made_by=NAME,
            index=len(draft.claims(Passage)),
            division=draft.claims(Division)[-1].id,
        )
        return draft.add(passage)

    def _divide(self, start: int, opens: Opening, known_at: int) -> None:
        draft = self._draft
        division = Division(
            id=draft.new_id(Division),
            evidence=(Span(start, opens.end),),
            known_at=known_at,
            made_by=NAME,
            start=start,
            kind=opens.kind,
            title=opens.title,
            level=opens.level,
            resumes=self._chapter if opens.resumes else None,
        )
        draft.add(division)
        if opens.kind == "chapter" and not opens.resumes:
            self._chapter = division.id

    def _mark(self, span: Span, kind: SceneMarkKind, known_at: int) -> None:
        draft = self._draft
        draft.add(SceneMark(id=draft.new_id(SceneMark), evidence=(span,), known_at=known_at, made_by=NAME, kind=kind))
