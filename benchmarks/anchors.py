"""What BookNLP reaches, as far as it has been published or measured: printed beside our figures."""

from benchmarks.results import Row

BOOKNLP = "BookNLP on Emma"

ANCHORS = {
    "quotations: pieces, exact": Row(BOOKNLP, "quotations: pieces, exact", 79.8),
    "speakers: all": Row(BOOKNLP, "speakers: all", 54.2),
    "speakers: explicit": Row(BOOKNLP, "speakers: explicit", 83.9),
    "speakers: anaphoric": Row(BOOKNLP, "speakers: anaphoric", 51.0),
    "speakers: implicit": Row(BOOKNLP, "speakers: implicit", 42.1),
    "cast: aliases, B3": Row(BOOKNLP, "cast: aliases, B3", 83.3),
    "cast: found, major and intermediate": Row(BOOKNLP, "cast: found, major and intermediate", 92.3),
    "quoted mentions: resolved, all": Row(BOOKNLP, "quoted mentions: resolved, all", 51.9),
}
"""BookNLP's published reading of *Emma*, scored by the same definitions; everything predicted from raw text."""

WITH_CHARACTERS = {"speakers: all": Row("BookNLP, published", "speakers: all", 78.0, given="characters")}
"""PDNC novels with the characters given."""


def beside(rows: list[Row], given: str) -> list[Row]:
    """The rows, each followed by the anchor for its measure."""
    anchors = WITH_CHARACTERS if given == "characters" else ANCHORS
    out = []
    for row in rows:
        out.append(row)
        if row.measure in anchors:
            out.append(anchors[row.measure])
    return out
