"""Whose hand a quoted letter is in, by the name that signs it."""

from collections.abc import Sequence

from fabula.annotators.quoting.letters import signature
from fabula.layers import Mention, Quotation


def signer(text: str, quotation: Quotation, mentions: Sequence[Mention]) -> str | None:
    """The entity whose name signs a quotation that is a letter, as it was claimed; `None` where no name is known.

    `mentions` are those of the passage that holds the quotation.
    """
    if quotation.mode != "writing" or (signed := signature(text, quotation.evidence)) is None:
        return None
    named = (one for one in mentions if one.kind == "proper" and signed.start <= one.span.start < signed.end)
    return next((one.entity for one in named), None)
