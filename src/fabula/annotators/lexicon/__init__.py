"""Word lists: titles, names, nouns for persons, speech verbs, places, words of the language.

All keys are lower case. The files beside this one say where each list comes from.
"""

from fabula.annotators.lexicon.names import given_names, honorific_suffixes, nicknames, titles, usual_bearers
from fabula.annotators.lexicon.persons import animal_nouns, person_nouns, plural_person_nouns
from fabula.annotators.lexicon.places import calendar_words, demonyms, place_nouns, places
from fabula.annotators.lexicon.speech import (
    irregular_forms,
    irregular_past,
    speech_nouns,
    speech_verbs,
    weak_speech_verbs,
)
from fabula.annotators.lexicon.times import time_compounds, time_words
from fabula.annotators.lexicon.words import common_words, function_words, interjections

__all__ = [
    "animal_nouns",
    "calendar_words",
    "common_words",
    "demonyms",
    "function_words",
    "given_names",
    "honorific_suffixes",
    "interjections",
    "irregular_forms",
    "irregular_past",
    "nicknames",
    "person_nouns",
    "place_nouns",
    "places",
    "plural_person_nouns",
    "speech_nouns",
    "speech_verbs",
    "time_compounds",
    "time_words",
    "titles",
    "usual_bearers",
    "weak_speech_verbs",
]
