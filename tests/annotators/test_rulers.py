import pytest

from fabula.annotators.structure.rulers import is_ruler


@pytest.mark.parametrize(
    "words",
    [
        *(
            "* * *",
            "***",
            "---",
            "—",
            "#",
            "~",
            "~*~*~",
            "o0o",
            "oOo",
            "ooOoo",
            "⁂",
            "§",
            "x",
            "xXx",
            "-x-",
            "=====",
            "❦",
        ),
        *(
            "*      *      *      *",
            "<><><>",
            "[Line break]",
            "-- scene break --",
            "~o~O~o~",
            ". . . . .",
            "______",
            "•",
        ),
    ],
)
def test_rulers(words: str) -> None:
    assert is_ruler(words)


@pytest.mark.parametrize(
    "words",
    ["I", "II", "...", "?!", "…", "Oh", "100", "Ox", "0", "!", "No", "1", '"..."', "Break", "Oh—", "a"],
)
def test_words_numbers_and_silences_are_no_rulers(words: str) -> None:
    assert not is_ruler(words)
