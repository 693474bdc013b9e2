"""The parts of a name: titles, given names and surname, or a lone word that may be either."""

from dataclasses import dataclass

from fabula.annotators import lexicon
from fabula.annotators.naming.name import PARTICLES, Name
from fabula.annotators.naming.personal_titles import GIVEN_TITLES
from fabula.layers import AliasKind

FIRST = PARTICLES | {"of"}
"""Words with which a surname begins."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A name taken apart. A lone word is `single`: given name or surname, nobody knows yet."""

    given: str | None
    surname: str | None
    single: str | None
    gender: str | None
    titles: tuple[str, ...]
    kind: AliasKind


def parse(name: Name) -> Parsed:
    """Takes a name apart."""
    genders = lexicon.titles()
    gender = next((genders[title] for title in name.titles if genders.get(title)), None)
    words = name.words
    descriptive = bool(words) and (words[-1] in lexicon.animal_nouns() or words[-1] in lexicon.titles())
    called = bool(words) and words[0] in lexicon.given_names()  # "Robert Fox", not "Old Fox"
    if name.article or not words or (descriptive and len(words) > 1 and not name.titles and not called):
        single = " ".join(words) if words else None
        noun = lexicon.person_nouns().get(words[-1]) if words else None
        kind: AliasKind = "epithet" if name.article or descriptive else "titled"
        return Parsed(None, None, single, gender or noun, name.titles, kind)
    if len(words) == 1:
        (word,) = words
        if not name.titles:
            kind = "nickname" if word in lexicon.nicknames() else "given"
            gender = lexicon.given_names().get(word)
            return Parsed(None, None, word, gender, (), kind if gender or kind == "nickname" else "surname")
        usual = lexicon.given_names().get(word, "")
        if name.titles[-1] in GIVEN_TITLES and name.titles[-1] not in ("miss", "lady", "lord"):
            return Parsed(word, None, None, gender or usual or None, name.titles, "titled")
        if usual != "" and (gender is None or usual is None or usual == gender):
            return Parsed(None, None, word, gender or usual, name.titles, "titled")
        return Parsed(None, word, None, gender, name.titles, "titled")
    given = words[0]
    surname = words[-1]
    if words[0] in FIRST or (len(words) > 2 and words[1] in PARTICLES):
        split = 0 if words[0] in FIRST else 1
        given, surname = (words[0] if split else ""), " ".join(words[split:])
    if "mrs" in name.titles and lexicon.given_names().get(given) == "he":
        return Parsed(None, " ".join(words), None, "she", name.titles, "titled")
    gender = gender or lexicon.given_names().get(given)
    kind = "initials" if len(given) == 1 else "titled" if name.titles else "full"
    return Parsed(given or None, surname, None, gender, name.titles, kind)
