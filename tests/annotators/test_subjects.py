import pytest
from passage_words import named_in, words_in

from fabula.annotators.speaking.subjects import Subject, Subjects


def subject(text: str, at: int = 0, *, stated: frozenset[str] = frozenset()) -> tuple[Subject | None, str]:
    words = words_in(text)
    found = Subjects(words, named_in(words, "Ned", "Mr. Orme"), stated=stated).at(at)
    return found, " ".join(words.text[found.first : found.last + 1]) if found else ""


@pytest.mark.parametrize(
    ("text", "kind", "shown", "head"),
    [
        ("Ned sat down.", "name", "Ned", ""),
        ("He sat down.", "pronoun", "He", "he"),
        ("The old man sat down.", "noun", "The old man", "man"),
        ("The other sat down.", "noun", "The other", "other"),
        ("Somebody sat down.", "noun", "Somebody", "somebody"),
        ("The soldiers sat down.", "noun", "The soldiers", "soldiers"),
        ("His second cousin sat down.", "noun", "His second cousin", "cousin"),
        ("Old Mr. Orme sat down.", "name", "Mr. Orme", ""),
        ("The dog sat down.", "noun", "The dog", "dog"),
        ("The ferry-woman sat down.", "noun", "The ferry-woman", "ferry-woman"),
        ("A voice answered.", "noun", "A voice", "voice"),
        ("The carter Ned sat down.", "name", "Ned", ""),
        ("The boy. Ned sat down.", "noun", "The boy", "boy"),
        ("The boy with Ned sat down.", "noun", "The boy", "boy"),
    ],
)
def test_what_can_be_a_subject(text: str, kind: str, shown: str, head: str) -> None:
    found, words = subject(text)
    assert found is not None
    assert (found.kind, words, found.head) == (kind, shown, head)


@pytest.mark.parametrize("text", ["The rain fell.", "Slowly it rained.", "And so on.", "The roof of the house fell."])
def test_a_thing_is_no_subject(text: str) -> None:
    assert subject(text)[0] is None


def test_a_name_knows_its_entity_and_a_description_its_owner() -> None:
    assert (subject("Ned sat.")[0] or Subject("noun", 0, 0, None, "")).entity == "Ned"
    owners = [subject(text)[0] for text in ("Her brother sat.", "Ned’s brother sat.", "The brother sat.")]
    assert [found and found.owner for found in owners] == ["her", "Ned", None]


def test_a_stated_pronoun_is_a_subject_only_where_it_is_stated() -> None:
    assert subject("Xe sat down.")[0] is None
    found, _ = subject("Xe sat down.", stated=frozenset({"xe"}))
    assert found is not None
    assert (found.kind, found.head) == ("pronoun", "xe")


def test_nothing_begins_behind_the_last_word() -> None:
    assert subject("Ned sat.", at=3)[0] is None


@pytest.mark.parametrize(
    ("text", "shown", "head"),
    [
        ("The zilk slowly rose.", "The zilk", "zilk"),
        ("The two blue dranes.", "The two blue dranes", "dranes"),
        ("One of the boys in blue.", "One of the boys", "one"),
        ("One of them.", "One of them", "one"),
        ("Another.", "Another", "another"),
        ("The old man.", "The old man", "man"),
        ("Ned.", "Ned", ""),
    ],
)
def test_any_noun_is_a_speaker_beside_a_verb_of_speaking(text: str, shown: str, head: str) -> None:
    words = words_in(text)
    found = Subjects(words, named_in(words, "Ned")).speaker_at(0)
    assert found is not None
    assert (" ".join(words.text[found.first : found.last + 1]), found.head) == (shown, head)


@pytest.mark.parametrize("text", ["The words.", "The truth.", "A short prayer.", "His tail.", "Slowly.", "The."])
def test_what_is_said_is_no_speaker(text: str) -> None:
    assert Subjects(words_in(text), {}).speaker_at(0) is None
