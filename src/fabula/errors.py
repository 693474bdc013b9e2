"""Every error that fabula raises on purpose.

FabulaError
├── ReadingError            a file could not be read as a story
│   ├── UnknownFormat       no reader knows this kind of file
│   ├── DamagedFile         the file is cut short, encrypted or malformed
│   └── UnsafeFile          the file asks for more than a story may (archive bomb, outside paths, entities)
├── CastError               a cast file is malformed
├── CorrectionsError        a file of corrections is malformed, or a correction cannot be added
├── ClaimError              a claim breaks a promise
│   ├── NoEvidence          a claim cites nothing
│   └── Leak                a claim cites text that had not been read when it was made
├── LayerMissing            a layer was asked for that nothing has made
├── ModelError              the reader model is missing, altered, or cannot be run here
├── PipelineError           annotators are ordered so that one lacks what it needs
├── QuestionError           a question is not understood, or names nobody or several
├── StoreError              a saved story cannot be opened or written
└── ExportError             a story cannot be written in the form asked for

Messages say what, where, and what to do.
"""


class FabulaError(Exception):
    """Anything that fabula raises on purpose."""


class ReadingError(FabulaError):
    """A file could not be read as a story."""


class UnknownFormat(ReadingError):
    """No reader knows this kind of file."""


class DamagedFile(ReadingError):
    """The file is cut short, encrypted or malformed."""


class UnsafeFile(ReadingError):
    """The file asks for more than a story may: an archive bomb, a path outside, an entity expansion."""


class CastError(FabulaError):
    """A cast file is malformed."""


class CorrectionsError(FabulaError):
    """A file of corrections is malformed, or a correction cannot be added to it."""


class ClaimError(FabulaError):
    """A claim breaks a promise."""


class NoEvidence(ClaimError):
    """A claim cites nothing."""


class Leak(ClaimError):
    """A claim cites text that had not been read when it was made."""


class LayerMissing(FabulaError):
    """A layer was asked for that nothing has made."""


class ModelError(FabulaError):
    """The reader model is missing, altered, or cannot be run here."""


class PipelineError(FabulaError):
    """Annotators are ordered so that one lacks what it needs."""


class SeamError(PipelineError):
    """What a text grew by does not begin a new passage, so that reading cannot go on with it."""


class QuestionError(FabulaError):
    """A question is not understood, or it names nobody in the story or several."""


class StoreError(FabulaError):
    """A saved story cannot be opened or written."""


class ExportError(FabulaError):
    """A story cannot be written in the form asked for."""
