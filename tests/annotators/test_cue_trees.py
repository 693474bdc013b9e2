from passage_words import words_in

from fabula.annotators.speaking.trees import Trees

TEXT = "Ned turned to Ada, who, rising, said softly, and the man whose voice was hoarse replied."


def trees(**governed: tuple[str, str]) -> tuple[Trees, dict[str, int]]:
    """The trees of the text from `word=(governor, relation)`, and where its words are."""
    words = words_in(TEXT)
    place = {word: number for number, word in enumerate(words.lower)}
    return Trees(words, {place[word]: (place[head], relation) for word, (head, relation) in governed.items()}), place


def test_a_verb_has_its_own_subject() -> None:
    read, at = trees(turned=("turned", "root"), ned=("turned", "nsubj"))
    assert read.subject_of(at["turned"]) == at["ned"]


def test_who_stands_for_what_the_clause_hangs_on() -> None:
    read, at = trees(ada=("turned", "obl"), said=("ada", "acl:relcl"), who=("said", "nsubj"))
    assert read.subject_of(at["said"]) == at["ada"]


def test_what_is_whose_stands_for_its_owner() -> None:
    read, at = trees(
        man=("replied", "nsubj"), hoarse=("man", "acl:relcl"), voice=("hoarse", "nsubj"), whose=("voice", "nmod:poss")
    )
    assert read.subject_of(at["hoarse"]) == at["man"]


def test_a_verb_that_shares_a_subject_has_none_of_its_own() -> None:
    read, at = trees(turned=("turned", "root"), ned=("turned", "nsubj"), said=("turned", "conj"))
    assert read.subject_of(at["said"]) is None


def test_nothing_is_known_of_what_was_not_read() -> None:
    words = words_in(TEXT)
    assert all(Trees(words).subject_of(word) is None for word in range(len(words)))
