from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fabula.errors import CastError
from fabula.layers import GivenCast, GivenCharacter, PronounSet
from fabula.readers.cast_file import parse_cast, read_cast

CAST = """
closed = true

[[character]]
name = "Ada Vane"
aliases = ["Ada", "Miss  Vane"]
pronouns = "she"

[[character]]
name = "Rook"
pronouns = "Xe/xem/xyr/xyrs/xemself"

[[character]]
name = "the porter"
"""


def test_a_cast_file_states_names_aliases_and_pronouns(tmp_path: Path) -> None:
    path = tmp_path / "cast.toml"
    path.write_text("\ufeff" + CAST, "utf-8")
    assert read_cast(path) == GivenCast(
        (
            GivenCharacter("Ada Vane", ("Ada", "Miss Vane"), PronounSet("she", "her", "her", "hers", "herself")),
            GivenCharacter("Rook", (), PronounSet("xe", "xem", "xyr", "xyrs", "xemself")),
            GivenCharacter("the porter"),
        ),
        closed=True,
    )


def test_an_empty_file_states_nothing() -> None:
    assert parse_cast("") == GivenCast()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[character", r"cast\.toml is not TOML: .*document"),
        ("open = true", r"no field 'open'. The fields are character, closed"),
        ('[character]\nname = "Ada"', r"two brackets"),
        ("character = [1]", r"character 1 has no fields"),
        ('[[character]]\naliases = ["Ada"]', r"character 1 has no name"),
        ('[[character]]\nname = "Ada"\n[[character]]\nname = 7', r"character 2: name is a name"),
        ('[[character]]\nname = " "', r"character 1: name is a name"),
        ('[[character]]\nname = "Ada"\naliases = "Addie"', r"character 1 \(Ada\): aliases is a list"),
        ('[[character]]\nname = "Ada"\naliases = [1]', r"an alias is a name"),
        ('[[character]]\nname = "Ada"\nage = 7', r"no field 'age'"),
        ('[[character]]\nname = "Ada"\npronouns = "xe"', r'"she".*five forms'),
        ('[[character]]\nname = "Ada"\npronouns = "a/b//d/e"', r"five forms"),
        ('[[character]]\nname = "Ada"\npronouns = 1', r"five forms"),
        ('closed = "yes"', r"closed is true or false"),
        ('[[character]]\nname = "Ada"\n[[character]]\nname = "Addie"\naliases = ["Ada"]', r"names both Ada and Addie"),
        ('[[character]]\nname = "Ada"\n[[character]]\nname = "Ada"', r"Ada is there twice"),
    ],
)
def test_what_is_wrong_is_named(text: str, says: str) -> None:
    with pytest.raises(CastError, match=says):
        parse_cast(text, name="cast.toml")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(CastError, match=r"Could not read the cast file .*gone\.toml: No such file"):
        read_cast(tmp_path / "gone.toml")
    with pytest.raises(CastError, match=r"Is a directory"):
        read_cast(tmp_path)
    (tmp_path / "latin.toml").write_bytes(b'[[character]]\nname = "Ren\xe9"')
    with pytest.raises(CastError, match=r"not UTF-8 \(byte 25\)"):
        read_cast(tmp_path / "latin.toml")


@given(st.text(max_size=200) | st.text(alphabet='[]character\n"=name,1.', max_size=200))
def test_any_text_is_a_cast_or_an_error(text: str) -> None:
    with suppress(CastError):
        assert isinstance(parse_cast(text), GivenCast)
