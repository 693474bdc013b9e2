"""Speech, thought and other words between quotation marks."""

from dataclasses import dataclass
from typing import ClassVar, Literal

from fabula.document import Claim

QuotationMode = Literal["speech", "thought", "writing", "title", "scare"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation(Claim):
    """Words presented as someone's own; the evidence is its pieces with their quotation marks, in text order.

    A quotation cut by its cue has several pieces, and so has a speech over several paragraphs. `mode` says what the
    marks are used for: only `speech` and `thought` have a speaker who utters them, `writing` is a letter or a sign,
    `title` and `scare` are not quotations of anybody. `style` is the opening and the closing mark, the closing one
    empty for speech after a dash. `parent` is the id of the quotation that this one stands inside.
    """

    layer: ClassVar[str] = "quotations"
    prefix: ClassVar[str] = "q"

    mode: QuotationMode
    style: str
    parent: str | None = None
