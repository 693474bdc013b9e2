"""Words of running text, for corpora that come without them."""

import re

WORD = re.compile(r"\w+(?=n['’]t\b)|n['’]t\b|['’](?:s|d|ll|re|ve|m)\b|\w+(?:[-.]\w+)*|[^\w\s]", re.IGNORECASE)


def split(text: str) -> list[str]:
    """Words and marks; contractions are cut as in treebanks (*did*, *n't*)."""
    return WORD.findall(text)
