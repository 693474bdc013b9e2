"""The six files that BookNLP writes, so that what reads those reads ours.

Bamman et al., https://github.com/booknlp/booknlp. Its `byte_onset` and `byte_offset` count characters, and so do ours.
Columns for what only the reader model makes have neutral values where a story was read by rules.
"""

import json
from collections.abc import Mapping
from io import StringIO
from itertools import chain

from fabula.exports.booknlp.book import book
from fabula.exports.booknlp.columns import (
    ENTITY_COLUMNS,
    QUOTE_COLUMNS,
    SUPERSENSE_COLUMNS,
    TOKEN_COLUMNS,
    Rows,
)
from fabula.exports.booknlp.page import page
from fabula.exports.booknlp.rows import rows_of
from fabula.exports.booknlp.tokens import sense_rows, token_rows
from fabula.exports.export import Export
from fabula.world import Story


def files(story: Story, stem: str) -> Mapping[str, str]:
    """The six files, named after the stem."""
    rows = rows_of(story)
    characters = book(story, rows)
    return {
        f"{stem}.tokens": _table(TOKEN_COLUMNS, token_rows(story, rows.words)),
        f"{stem}.entities": _table(ENTITY_COLUMNS, rows.entities),
        f"{stem}.quotes": _table(QUOTE_COLUMNS, rows.quotes),
        f"{stem}.supersense": _table(SUPERSENSE_COLUMNS, sense_rows(story, rows.words)),
        f"{stem}.book": json.dumps(characters),
        f"{stem}.book.html": page(story, rows, characters),
    }


def _table(columns: tuple[str, ...], rows: Rows) -> str:
    out = StringIO()
    out.writelines("\t".join(map(str, row)) + "\n" for row in chain((columns,), rows))
    return out.getvalue()


BOOKNLP = Export("booknlp", "BookNLP's six files, for notebooks that read those.", None, files)
