import pytest
from name_forms import name

from fabula.annotators.naming.name_parts import parse


@pytest.mark.parametrize(
    ("form", "given", "surname", "single", "gender", "kind"),
    [
        ("Robert Tallow", "robert", "tallow", None, "he", "full"),
        ("Mrs. Tallow", None, "tallow", None, "she", "titled"),
        ("Mrs. Robert Tallow", None, "robert tallow", None, "she", "titled"),
        ("Robert", None, None, "robert", "he", "given"),
        ("Tallow", None, None, "tallow", None, "surname"),
        ("R. Tallow", "r", "tallow", None, None, "initials"),
        ("Robert Fox", "robert", "fox", None, "he", "full"),
        ("Old Fox", None, None, "old fox", None, "epithet"),
        ("the Captain", None, None, None, None, "epithet"),
        ("Aunt Sarah", "sarah", None, None, "she", "titled"),
        ("Countess of Tarrow", None, "of tarrow", None, "she", "titled"),
        ("Robert de la Marche", "robert", "de la marche", None, "he", "full"),
    ],
)
def test_a_name_is_taken_apart(
    form: str, given: str | None, surname: str | None, single: str | None, gender: str | None, kind: str
) -> None:
    parsed = parse(name(form))
    assert (parsed.given, parsed.surname, parsed.single) == (given, surname, single)
    assert (parsed.gender, parsed.kind) == (gender, kind)
