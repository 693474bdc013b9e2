"""CoNLL-U: the grammar of every sentence, for tools that read Universal Dependencies.

The format is https://universaldependencies.org/format.html. Words with hyphens are cut as in English Web Treebank.
"""

from collections.abc import Iterator, Mapping
from itertools import groupby

from fabula.document import Document, Tags
from fabula.errors import ExportError
from fabula.exports.conllu.hyphens import cut
from fabula.exports.conllu.word import UNREAD, Word, rooted
from fabula.exports.export import Export
from fabula.world import Story

GRAMMAR = "reader_model"
"""The annotator that makes parts of speech and governors."""


def files(story: Story, stem: str) -> Mapping[str, str]:
    """One file. Raises `ExportError` if nothing has made the grammar."""
    document = story.document
    if not {"pos", "relation"} <= document.tags.keys() or "head" not in document.numbers:
        raise ExportError(
            "CoNLL-U needs parts of speech and governors, which the annotator "
            f"'{document.makers.get('pos', GRAMMAR)}' makes, and {document.source.origin or 'this text'} was read by "
            "rules only. Read it again with the reader model."
        )
    return {f"{stem}.conllu": "".join(_lines(document, " ".join(stem.split()) or "story"))}


def _lines(document: Document, name: str) -> Iterator[str]:
    yield f"# newdoc id = {name}\n"
    last = None
    for number, (first, behind) in enumerate(_sentences(document), 1):
        words = rooted(cut(_words(document, first, behind)))
        paragraph = document.paragraphs.at(document.tokens.starts[first])
        if paragraph != last:
            yield "# newpar\n"
        last = paragraph
        text = "".join(word.form + " " * word.space_after for word in words).rstrip()
        yield f"# sent_id = {name}-{number}\n# text = {text}\n"
        for place, word in enumerate(words):
            head = 0 if word.head == place else word.head + 1
            space = "_" if word.space_after else "SpaceAfter=No"
            fields = (word.form, word.lemma, word.pos, word.penn, word.features, head, word.relation, "_", space)
            yield "\t".join(map(str, (place + 1, *(field if field != "" else "_" for field in fields)))) + "\n"
        yield "\n"


def _sentences(document: Document) -> Iterator[tuple[int, int]]:
    """First token of each sentence that has any, and the one behind its last."""
    starts, sentences, index = document.tokens.starts, document.sentences.starts, 0

    def sentence(token: int) -> int:
        nonlocal index
        while index + 1 < len(sentences) and sentences[index + 1] <= starts[token]:
            index += 1
        return index

    for _, tokens in groupby(range(len(starts)), sentence):
        members = list(tokens)
        yield members[0], members[-1] + 1


def _words(document: Document, first: int, behind: int) -> list[Word]:
    tokens, heads, text = document.tokens, document.number("head"), document.source.text
    words = []
    for token in range(first, behind):
        end = tokens.ends[token]
        head = heads[token] if token < len(heads) else token
        words.append(
            Word(
                text[tokens.starts[token] : end],
                _tag(document, "lemma", token),
                _tag(document, "pos", token) or UNREAD,
                _tag(document, "penn", token),
                _tag(document, "features", token),
                (head if first <= head < behind else token) - first,
                _tag(document, "relation", token),
                text[end : end + 1].isspace() or end == len(text),
            )
        )
    return words


def _tag(document: Document, name: str, token: int) -> str:
    """A tag; "" where nothing was made, as behind the last passage that was read."""
    tags: Tags | None = document.tags.get(name)
    return str(tags[token]) if tags is not None and token < len(tags) else ""


CONLLU = Export("conllu", "Universal Dependencies, one word a line, for treebank tools.", ".conllu", files)
