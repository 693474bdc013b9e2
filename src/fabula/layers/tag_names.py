"""What is said of every token and every sentence, by name, and over which columns it lies."""

from collections.abc import Mapping

TAGS: Mapping[str, str] = {
    "pos": "tokens",
    "penn": "tokens",
    "features": "tokens",
    "lemma": "tokens",
    "relation": "tokens",
    "supersense": "tokens",
}
"""Labels; "" for a token that was not read, such as one of a page in another language.

`pos`: universal part of speech (`VERB`). `penn`: the Penn Treebank's (`VBD`). `features`: universal features in the
order of their names (`Mood=Ind|Tense=Past|VerbForm=Fin`); "" also where there are none. `lemma`: the word as in a
dictionary. `relation`: the universal relation to the governor (`nsubj`). `supersense`: WordNet's class, with `B-` where
the words of one sense begin and `I-` where they go on (`B-noun.person`); "" also where there is none.
"""

NUMBERS: Mapping[str, str] = {
    "head": "tokens",
    "valence": "sentences",
    "arousal": "sentences",
    "dominance": "sentences",
}
"""Numbers; 0 for a sentence that was not read.

`head`: the governor, as a place in the document's tokens; the token itself for the root of a sentence and where it was
not read. `valence`, `arousal`, `dominance`: how pleasant, stirring and in control a sentence sounds, in hundredths of
EmoBank's scale from 1 to 5.
"""
