import pytest
from passage_words import named_in, words_in

from fabula.annotators.speaking.vocatives import is_introduction, is_vocative


def called(text: str, name: str) -> bool:
    words = words_in(text)
    ((first, (last, _)),) = named_in(words, name).items()
    return is_vocative(words, first, last)


@pytest.mark.parametrize(
    "speech",
    [
        "“Ned, come here,” she said.",
        "“Come here, Ned,” she said.",
        "“Come, Ned, we are late,” she said.",
        "“Ned!” she said.",
        "“Oh Ned, how could you?” she said.",
        "“My dear Ned, how could you?” she said.",
        '"Good night, Ned."',
        "— Come here, Ned, she said.",
        "« Viens, Ned ! » she said.",
        "‘Well, Ned?’ she said.",
    ],
)
def test_somebody_called_is_found(speech: str) -> None:
    assert called(speech, "Ned")


@pytest.mark.parametrize(
    "speech",
    [
        "“I saw Ned at the mill,” she said.",
        "“Ned is late,” she said.",
        "“It belongs to Ned,” she said.",
        "“I met Tom, Ned, and Ada there,” she said.",
        "“I met Tom and Ned,” she said.",
        "“Is that Ned?” she said.",
    ],
)
def test_somebody_talked_about_is_not_called(speech: str) -> None:
    assert not called(speech, "Ned")


def test_a_name_of_two_words_is_called() -> None:
    assert called("“Come here, Ned Tallow!” she said.", "Ned Tallow")
    assert not called("“I saw Ned Tallow there,” she said.", "Ned Tallow")


@pytest.mark.xfail(strict=True, reason="a name behind a full stop is not read as a call")
def test_somebody_called_in_a_later_sentence_is_found() -> None:
    assert called("“It is late. Ned, come here,” she said.", "Ned")


@pytest.mark.xfail(strict=True, reason="an enumeration that opens a speech looks like a call")
def test_the_first_of_several_names_is_not_called() -> None:
    assert not called("“Ned, Tom and Ada are late,” she said.", "Ned")


def introduced(text: str, name: str) -> bool:
    words = words_in(text)
    ((first, (last, _)),) = named_in(words, name).items()
    return is_introduction(words, first, last)


@pytest.mark.parametrize(
    "speech",
    [
        "“I'm poor Ned, sir,” he said.",
        "“I am Ned,” he said.",
        "“My name is Ned,” he said.",
        "“My name’s Ned,” he said.",
        "“Ned is my name,” he said.",
        "“This is Ned speaking,” he said.",
        "“It is only me, Ned,” he said.",
        "“They call me Ned,” he said.",
    ],
)
def test_somebody_who_says_his_own_name_introduces_himself(speech: str) -> None:
    assert introduced(speech, "Ned")


@pytest.mark.parametrize(
    "speech",
    ["“This is Ned,” he said.", "“I am with Ned,” he said.", "“His name was Ned,” he said.", "“Ned is late,” he said."],
)
def test_who_is_only_talked_of_does_not(speech: str) -> None:
    assert not introduced(speech, "Ned")
