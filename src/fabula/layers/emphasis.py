"""Emphasised words."""

from dataclasses import dataclass
from typing import ClassVar

from fabula.document import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Claim):
    """Words set apart by italics or an equivalent, without the marks themselves."""

    layer: ClassVar[str] = "emphasis"
    prefix: ClassVar[str] = "em"
