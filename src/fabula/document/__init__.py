"""Claims, the layers that hold them, the columns beside them, and the document of all these.

Knows no record type and no export: those import this.
"""

from fabula.document.claim import Claim
from fabula.document.columns import Columns
from fabula.document.document import Document, Made
from fabula.document.draft import Draft
from fabula.document.layer import Layer
from fabula.document.tags import Numbers, Tags

__all__ = ["Claim", "Columns", "Document", "Draft", "Layer", "Made", "Numbers", "Tags"]
