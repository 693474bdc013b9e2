"""Who is meant: what holds whatever the ranker prefers."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from fabula.annotators.coreference.pairs import ALL_TIES, GRAMMAR, TIED
from fabula.annotators.coreference.phrases import Phrase, meaning, tied
from fabula.annotators.coreference.resolver import Resolver, View
from fabula.annotators.coreference.table import OFFER, SLOTS, Table
from fabula.annotators.coreference.traits import traits_of
from fabula.layers import EntityType, Expression, Mention, MentionKind
from fabula.text import Span


class Told:
    """Chooses what it is told: an entity's number, or `None` for somebody new; then always somebody new."""

    def __init__(self, *numbers: int | None) -> None:
        self._numbers = list(numbers)
        self.views: list[View] = []

    def __call__(self, view: View) -> int:
        self.views.append(view)
        number = self._numbers.pop(0) if self._numbers else None
        return -1 if number is None else view.table.slot(number)


def phrase(words: str, at: int, *, kind: MentionKind = "nominal", type: EntityType = "person", **ties: str) -> Phrase:
    split = tuple(words.lower().split())
    expression = Expression(
        id=f"x{at}", evidence=(Span(at, at + len(words)),), known_at=9999, made_by="test", kind=kind, type=type
    )
    last = at + len(split) - 1
    return Phrase(expression, at, last, last, 0, "nsubj", split, False, at // 10, 0, ties=dict(ties))


def read(resolver: Resolver, *phrases: Phrase) -> list[int]:
    zeros = np.zeros((len(phrases), OFFER), np.float32)
    return [resolver.resolve(number) for number in resolver.read(phrases, zeros, zeros)]


def members(resolver: Resolver, numbers: Sequence[int]) -> list[str | None]:
    return [resolver.member(number) for number in numbers]


def test_a_name_goes_to_its_bearer_without_a_choice() -> None:
    told = Told()
    resolver = Resolver(told)
    first, second = read(
        resolver, phrase("Ada", 0, kind="proper", name="e1"), phrase("Miss Pell", 5, kind="proper", name="e1")
    )
    assert first == second
    assert len(told.views) == 1  # only before anybody knew of e1


def test_somebody_described_first_and_named_later_is_one() -> None:
    resolver = Resolver(Told(None, 0))
    numbers = read(resolver, phrase("the tall woman", 0), phrase("Ellen", 9, kind="proper", name="e4"))
    assert numbers[0] == numbers[1]
    assert members(resolver, numbers) == ["e4", "e4"]


def test_a_name_that_is_new_cannot_go_to_another_of_the_cast() -> None:
    told = Told()
    read(Resolver(told), phrase("Ada", 0, kind="proper", name="e1"), phrase("Tom", 4, kind="proper", name="e2"))
    assert not told.views[-1].may.any()


def test_one_of_the_cast_comes_back_into_sight_as_they_were() -> None:
    told = Told()
    resolver = Resolver(told)
    crowd = [phrase("a man", 10 * number) for number in range(1, 8 * SLOTS)]
    numbers = read(
        resolver, phrase("Ada", 0, kind="proper", name="e1"), *crowd, phrase("Ada", 9000, kind="proper", name="e1")
    )
    assert numbers[0] == numbers[-1]
    assert resolver.table.counts[resolver.table.slot(numbers[0])][0] == 2


def test_a_place_comes_back_into_sight_by_its_name() -> None:
    crowd = [phrase("a man", 10 * number) for number in range(1, 8 * SLOTS)]
    resolver = Resolver(Told(*[None] * (len(crowd) + 1), 0))
    place = phrase("Penhallow", 0, kind="proper", type="settlement")
    first, *_ = read(resolver, place, *crowd)
    assert resolver.table.slot(first) < 0
    assert read(resolver, phrase("Penhallow", 9000, kind="proper", type="settlement")) == [first]


def test_two_of_the_cast_that_turn_out_to_be_one_share_a_number() -> None:
    resolver = Resolver(Told())
    numbers = read(
        resolver, phrase("Ada", 0, kind="proper", name="e1"), phrase("Miss Pell", 4, kind="proper", name="e2")
    )
    resolver.merge("e2", "e1")
    assert resolver.resolve(numbers[0]) == resolver.resolve(numbers[1])
    assert members(resolver, numbers) == ["e1", "e1"]


def test_an_entity_met_before_its_name_was_recognised_is_adopted() -> None:
    resolver = Resolver(Told())
    (number,) = read(resolver, phrase("Zilk", 0, kind="proper"))
    assert resolver.adopt(number, "e3")
    assert resolver.member(number) == "e3"
    assert not resolver.adopt(number, "e5")


def test_i_is_tied_to_the_speaker_inside_and_to_the_narrator_outside_of_quotations() -> None:
    inside, outside = phrase("I", 0, kind="pronominal"), phrase("I", 9, kind="pronominal")
    inside.quotation = "q1"
    for one in (inside, outside):
        tied(one, {"q1": ("e1", "e2")}, "e3")
    assert inside.ties == {"speaker": "e1", "addressee": "e2"}
    assert outside.ties == {"narrator": "e3"}


def test_a_tie_marks_the_entity_and_all_others() -> None:
    told = Told()
    resolver = Resolver(told)
    i = phrase("I", 9, kind="pronominal", speaker="e1")
    first, _ = read(resolver, phrase("Tom", 0, kind="proper", name="e2"), i)
    table, seen = resolver.table, told.views[-1].pairs[:, TIED : TIED + 2 * len(ALL_TIES)]
    speaker = ALL_TIES.index("speaker")
    assert seen[table.slot(first), [speaker, speaker + len(ALL_TIES)]].tolist() == [0, 1]
    assert (seen[:, speaker] == 1).sum() == 1


def test_whoever_was_i_or_you_before_in_the_quotation_is_marked() -> None:
    told = Told()
    resolver = Resolver(told)
    first, you, again = (phrase(word, at, kind="pronominal") for at, word in enumerate(("I", "you", "my")))
    for one in (first, you, again):
        one.quotation = "q1"
    i, other, _ = read(resolver, first, you, again)
    seen, table = told.views[-1].pairs, told.views[-1].table
    same, opposite = (TIED + ALL_TIES.index(voice) for voice in ("same voice", "other voice"))
    assert np.flatnonzero(seen[:, same]).tolist() == [table.slot(i)]
    assert np.flatnonzero(seen[:, opposite]).tolist() == [table.slot(other)]


def test_whoever_is_named_inside_the_phrase_is_marked() -> None:
    told = Told()
    resolver = Resolver(told)
    brother = phrase("Ada 's brother", 5)
    brother.inside = frozenset({"e1"})
    ada, _ = read(resolver, phrase("Ada", 0, kind="proper", name="e1"), brother)
    assert np.flatnonzero(told.views[-1].pairs[:, GRAMMAR + 5]).tolist() == [resolver.table.slot(ada)]


def test_a_name_is_tied_to_the_phrase_that_it_ends_but_not_to_what_its_bearer_owns() -> None:
    def name(start: int, end: int) -> Mention:
        return Mention(id="m1", evidence=(Span(start, end),), known_at=99, made_by="names", kind="proper", entity="e1")

    brother, tom = phrase("Ada 's brother", 0), phrase("my brother Tom", 5)
    assert meaning(replace(brother, head=0), {0: name(0, 3)}) is None
    mention = name(11, 14)
    assert meaning(replace(tom, head=6), {7: mention}) is mention
    assert meaning(replace(tom, head=6), {5: mention}) is None


def test_the_entity_of_the_phrase_around_is_marked() -> None:
    told = Told()
    resolver = Resolver(told)
    outer, inner = phrase("his old brother", 0), phrase("his", 0, kind="pronominal")
    read(resolver, outer, inner)
    assert told.views[1].pairs[:, GRAMMAR].sum() == 1


def test_a_noun_a_title_or_a_given_name_says_the_gender() -> None:
    def gender(words: str, kind: MentionKind, type: EntityType = "person") -> str | None:
        return traits_of(phrase(words, 0, kind=kind, type=type), nested=False).gender

    assert gender("the old woman", "nominal") == "she"
    assert gender("Mr. Zilk", "proper") == "he"
    assert gender("the sisters", "nominal") == "they"
    assert gender("the house", "nominal", "facility") == "it"
    assert gender("the stranger", "nominal") is None


def test_words_of_whoever_has_left_are_forgotten() -> None:
    table = Table()
    table.place(0, 7, None, cast=False)
    one = phrase("the lugger", 0)
    table.add(0, one, traits_of(one, nested=False), np.zeros(OFFER, np.float32))
    assert table.index
    table.clear(0)
    assert not table.index
