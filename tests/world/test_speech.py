"""What counts as speech, and whose."""

from by_hand import story

from fabula.world.speech import words_spoken


def test_words_are_counted_by_speaker_and_unknown_speakers_together() -> None:
    assert words_spoken(story().quotations) == {"e1": 6, "e2": 4, "": 2}


def test_scare_quotes_and_quotations_inside_others_are_not_speech() -> None:
    assert [quoted.id for quoted in story().quotations if not quoted.is_spoken] == ["q2"]


def test_without_a_calibrated_confidence_nothing_is_doubtful() -> None:
    assert not any(quoted.is_doubtful for quoted in story().quotations)
