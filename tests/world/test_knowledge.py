from fabula.layers import Attribution, Mention, Quotation, Role
from fabula.text import Span
from fabula.world.knowledge import Knowledge

MADE = {"made_by": "test", "known_at": 100}
PEOPLE = ("e1", "e2", "e3")


def same(entity: str) -> str:
    """The fourth turns out to be the third."""
    return "e3" if entity == "e4" else entity


def talk(*turns: tuple[str, str | None, float | None]) -> Knowledge:
    """Ten letters a turn: who speaks, to whom, and how sure that is."""
    known = Knowledge()
    for entity in PEOPLE:
        known.add(Role(id=f"r{entity}", evidence=(Span(0, 1),), entity=entity, kind="acts", **MADE))
    for index, (speaker, listener, confidence) in enumerate(turns):
        span = Span(20 * index, 20 * index + 10)
        known.add(Quotation(id=f"q{index}", evidence=(span,), mode="speech", style="“”", **MADE))
        known.add(
            Attribution(
                id=f"at{index}",
                evidence=(span,),
                quotation=f"q{index}",
                speaker=speaker,
                addressees=(listener,) if listener else (),
                type="implicit",
                confidence=confidence,
                **MADE,
            )
        )
    return known


def mention(known: Knowledge, id: str, start: int, entity: str, replaces: str | None = None) -> None:
    span = Span(start, start + 3)
    known.add(Mention(id=id, evidence=(span,), kind="proper", entity=entity, replaces=replaces, **MADE))


def test_who_speaks_and_who_answers_know_of_whom_is_named() -> None:
    known = talk(("e1", "e2", 0.9), ("e2", "e1", 0.9))
    mention(known, "m1", 2, "e3")
    (told,) = known.knows("e2", same)
    assert (told.speaker, told.listeners, told.about) == ("e1", ("e2",), ("e3",))
    assert list(known.knowers("e3", same)) == ["e1", "e2"]
    assert known.knows("e3", same) == ()


def test_who_is_taken_for_a_listener_but_never_speaks_nearby_is_left_out() -> None:
    known = talk(("e1", "e2", 0.9))
    mention(known, "m1", 2, "e3")
    assert list(known.knowers("e3", same)) == ["e1"]


def test_nobody_knows_by_words_whose_speaker_is_doubtful() -> None:
    known = talk(("e1", "e2", 0.5), ("e2", "e1", 0.9))
    mention(known, "m1", 2, "e3")
    assert known.told_about("e3", same) == ()


def test_names_outside_of_speech_and_what_is_no_person_tell_nobody_anything() -> None:
    known = talk(("e1", "e2", 0.9), ("e2", "e1", 0.9))
    mention(known, "m1", 12, "e3")
    mention(known, "m2", 2, "e9")
    assert known.knows("e2", same) == ()


def test_a_merged_person_is_looked_up_under_either_id() -> None:
    known = talk(("e1", "e2", 0.9), ("e2", "e1", 0.9))
    mention(known, "m1", 2, "e4")
    assert list(known.knowers("e4", same)) == list(known.knowers("e3", same)) == ["e1", "e2"]


def test_a_mention_that_turns_out_to_mean_another_is_taken_back() -> None:
    known = talk(("e1", "e2", 0.9), ("e2", "e1", 0.9))
    mention(known, "m1", 2, "e3")
    mention(known, "m2", 2, "e1", replaces="m1")
    assert known.told_about("e3", same) == ()


def test_a_mention_may_become_known_before_the_quotation_that_it_stands_in() -> None:
    known = Knowledge()
    mention(known, "m1", 2, "e3")
    known.add(Role(id="r1", evidence=(Span(0, 1),), entity="e3", kind="acts", **MADE))
    span = Span(0, 10)
    known.add(Quotation(id="q1", evidence=(span,), mode="speech", style="“”", **MADE))
    said = Attribution(id="at1", evidence=(span,), quotation="q1", speaker="e1", addressees=(), type="implicit", **MADE)
    known.add(said)
    assert list(known.knowers("e3", same)) == ["e1"]
