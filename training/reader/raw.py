"""Grammar from raw text, before there is a released model to run the benchmark with.

Words and sentences are fabula's, words with hyphens are cut as the CoNLL-U export cuts them, and the definitions are
those of `fabula.scoring.grammar`.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from benchmarks.treebank import texts
from fabula.exports.conllu.hyphens import cut as cut_hyphens
from fabula.exports.conllu.word import Word, rooted
from fabula.scoring import total
from fabula.scoring.grammar import score_grammar
from training.reader.annotated import Annotated
from training.reader.words import sentence_ends, spans


def cut(paragraphs: Sequence[str]) -> Annotated:
    """The words and sentences of paragraphs as fabula finds them."""
    words, ends = list[str](), list[int]()
    for text in paragraphs:
        stops = sentence_ends(text)
        for start, end in spans(text):
            if stops and start >= stops[0]:
                stops = [stop for stop in stops if stop > start]
                ends.append(len(words))
            words.append(text[start:end])
        ends.append(len(words))
    return Annotated(id="", words=tuple(words), sentences=tuple(sorted({end for end in ends if end})))


def lines(text: Annotated) -> Iterator[str]:
    """What was read, in lines of CoNLL-U that hold what is scored."""
    heads = text.heads or tuple(range(len(text.words)))
    for start, end in text.bounds():
        words = [
            Word(text.words[at], "", text.tags["upos"][at], "", "", heads[at] - start, text.tags["relation"][at], True)
            for at in range(start, end)
        ]
        for place, word in enumerate(rooted(cut_hyphens(words))):
            head = 0 if word.head == place else word.head + 1
            yield f"{place + 1}\t{word.form}\t_\t{word.pos}\t_\t_\t{head}\t{word.relation}\t_\t_"
        yield ""


def raw_scores(path: Path, read: Callable[[Annotated], Annotated]) -> dict[str, float]:
    """F1 of words, sentences, parts of speech, governors, and governors with relations, in per cent."""
    scores = total(score_grammar(text.lines, lines(read(cut(text.paragraphs)))) for text in texts(path))
    return {f"raw {name.lower()}": round(measure.value, 2) for name, measure in scores.items()}
