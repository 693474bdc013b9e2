"""Word lists: titles, names, nouns for persons, speech verbs, words of the language.

All keys are lower case. The files beside this one say where each list comes from.
"""

from fabula.annotators.lexicon.names import given_names, nicknames, titles
from fabula.annotators.lexicon.persons import animal_nouns, kinship, person_nouns, plural_person_nouns
from fabula.annotators.lexicon.speech import irregular_past, quotation_weights, speech_verbs, weak_speech_verbs
from fabula.annotators.lexicon.words import clipped_words, common_words, elided_words

__all__ = [
    "animal_nouns",
    "clipped_words",
    "common_words",
    "elided_words",
    "given_names",
    "irregular_past",
    "kinship",
    "nicknames",
    "person_nouns",
    "plural_person_nouns",
    "quotation_weights",
    "speech_verbs",
    "titles",
    "weak_speech_verbs",
]
