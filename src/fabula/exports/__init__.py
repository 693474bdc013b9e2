"""How a story is written out: one file per form, one line in `EXPORTS`."""

from fabula.exports.booknlp import BOOKNLP
from fabula.exports.conllu import CONLLU
from fabula.exports.export import Export, write
from fabula.exports.html import HTML
from fabula.exports.jsonl import JSONL
from fabula.exports.networks import NETWORKS
from fabula.exports.script import SCRIPT

FORMS: tuple[Export, ...] = (BOOKNLP, CONLLU, JSONL, HTML, NETWORKS, SCRIPT)

EXPORTS: dict[str, Export] = {export.name: export for export in FORMS}
"""Every form, by the name that `fabula export --to` takes."""

__all__ = ["EXPORTS", "Export", "write"]
