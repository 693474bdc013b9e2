import pytest

from fabula.readers import read_bytes
from fabula.readers.encoding import decode

ENGLISH = "“I can’t,” she said — naïve as ever. “Café?”\n\n“No.” He left, slowly.\n"
SAMPLES = {
    "cp1252": ENGLISH,
    "latin-1": "Elle répondit : « Où étais-tu ? » Il haussa les épaules, très gêné.\n",
    "mac_roman": ENGLISH,
    "cp1250": "„Żółty pies” – powiedział coś dziwnego. Proszę, nie odchodź już ode mnie.\nŽluťoučký kůň úpěl.\n",
    "iso8859-2": "Żółty pies powiedział coś dziwnego. Proszę, rzekła, nie odchodź już więcej ode mnie.\n",
    "cp1251": "— Ты куда? — спросила она. — Никуда, — ответил он и вышел из комнаты.\n",
    "koi8-r": "- Ты куда? - спросила она. - Никуда, - ответил он и вышел из комнаты.\n",
    "cp1253": "«Πού πας;» ρώτησε εκείνη. Δεν απάντησε και βγήκε από το δωμάτιο.\n",
    "cp1254": "“Nereye gidiyorsun?” dedi kadın. Adam hiç cevap vermedi, dışarı çıktı, şaşkındı.\n",
    "shift_jis": "「どこへ行くの」と彼女は言った。彼は答えなかった。\n",
    "euc_jp": "「どこへ行くの」と彼女は言った。彼は答えなかった。\n",
    "gb18030": "“你去哪里？”她问道。他没有回答，只是走出了房间。\n",
    "big5": "「你去哪裡？」她問道。他沒有回答，只是走出了房間。\n",
    "euc_kr": '"어디 가?" 그녀가 물었다. 그는 대답하지 않고 방을 나갔다.\n',
    "utf-8-sig": ENGLISH,
    "utf-16": ENGLISH,
    "utf-16-le": ENGLISH,
    "utf-16-be": ENGLISH,
    "utf-32": ENGLISH,
}


@pytest.mark.parametrize("times", [1, 40])
@pytest.mark.parametrize("encoding", SAMPLES)
def test_an_encoding_is_found_and_the_decision_recorded(encoding: str, times: int) -> None:
    text = SAMPLES[encoding] * times
    source = read_bytes(text.encode(encoding), name="story.txt")
    assert source.text == text
    assert [notice.code for notice in source.notices] == ["encoding"]


def test_utf8_needs_no_notice() -> None:
    for text in SAMPLES.values():
        assert decode(text.encode()) == (text, [])


def test_utf8_that_is_cut_inside_a_character_stays_utf8() -> None:
    source = read_bytes(ENGLISH.encode()[:-1] + "é".encode()[:1], name="cut.txt")
    assert source.text == ENGLISH[:-1] + "\ufffd"
    assert "UTF-8 with damaged places" in source.notices[0].message


def test_one_accent_in_an_english_novel_is_not_taken_for_czech() -> None:
    text = "She said nothing. " * 5000 + "A naïve remark at the café. " + "He said less. " * 5000
    assert read_bytes(text.encode("cp1252")).text == text


def test_a_page_says_its_encoding_itself() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Да, — сказала она.</p></body></html>'
    assert read_bytes(page.encode("cp1251"), name="a.html").text == "Да, — сказала она."


def test_a_page_that_lies_about_utf8_is_read_as_utf8() -> None:
    page = '<html><head><meta charset="latin-1"></head><body><p>“Café?”</p></body></html>'
    assert read_bytes(page.encode(), name="a.html").text == "“Café?”"


def test_plain_text_is_not_touched_otherwise() -> None:
    text = "  One  \r\n\r\n\r\n\tTwo\u00ad\u00a0three.\u2028Four.\n\n"
    assert read_bytes(text.encode(), name="a.txt").text == text
    assert not read_bytes(text.encode(), name="a.txt").shaped
