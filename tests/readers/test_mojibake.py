from fabula.readers import read_bytes

STORY = "“You’re late,” said Wren — crossly.\n\nThe café was shut.\n"


def test_garbled_text_is_reported_and_left_as_it_is() -> None:
    garbled = "Itâ€™s late, said Wren.\n\nThe cafÃ© was shut.\n"
    source = read_bytes(garbled.encode(), name="a.txt")
    assert source.text == garbled
    (notice,) = source.notices
    assert notice.code == "mojibake"
    assert "'Itâ€™s' should be 'It’s'" in notice.message
    assert "repair" in notice.message


def test_garbled_text_is_mended_when_asked_and_that_is_recorded() -> None:
    source = read_bytes("Itâ€™s late, said Wren.\n\nThe cafÃ© was shut.\n".encode(), name="a.txt", repair=True)
    assert source.text == "It’s late, said Wren.\n\nThe café was shut.\n"
    assert [notice.code for notice in source.notices] == ["repaired"]


def test_marks_keep_their_words_when_text_is_mended() -> None:
    page = "<html><body><h2>CafÃ© Noir</h2><p>Itâ€™s <i>sÃ³</i> late, <i>said</i> Wren.</p></body></html>"
    source = read_bytes(page.encode(), name="a.html", repair=True)
    assert [mark.span.of(source.text) for mark in source.marks] == ["Café Noir", "só", "said"]
    assert source.locate(source.text.index("It’s")).element == 4


def test_sound_text_with_accents_is_left_in_peace() -> None:
    for text in (
        STORY,
        "Âge d’or. Ça va ? « Où ? »\n",
        "São Paulo, Ägypten, Ærø, naïve, façade.\n",
        "„Żółty” — Ñandú…\n",
    ):
        for repair in (False, True):
            source = read_bytes(text.encode(), name="a.txt", repair=repair)
            assert (source.text, source.notices) == (text, ())
