from fabula.annotators.speaking.kin import Kin


def test_a_word_for_kin_has_a_meaning_once_it_has_been_used_twice() -> None:
    kin = Kin()
    kin.note("ned", "mamma", "ada", "he")
    assert kin.of("ned", "mother") is None
    kin.note("ned", "mother", "ada", "he")
    assert kin.of("ned", "mother") == "ada"
    assert kin.of("tom", "mother") is None


def test_whoever_calls_is_kin_in_turn_by_their_gender() -> None:
    kin = Kin()
    for _ in range(2):
        kin.note("eve", "aunt", "ada", "she")
        kin.note("tom", "aunt", "ada", None)
    assert kin.of("ada", "niece") == "eve"
    assert kin.of("ada", "nephew") is None


def test_a_word_used_for_two_people_alike_means_neither() -> None:
    kin = Kin()
    for called in ("ada", "eve", "ada", "eve"):
        kin.note("ned", "aunt", called, "he")
    assert kin.of("ned", "aunt") is None
