"""Word lists kept as package data."""

from importlib.resources import files


def entries(name: str) -> list[str]:
    """Lines of `<name>.txt` in file order, without comments."""
    lines = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def table(name: str) -> dict[str, str]:
    """Key and value of every line of `<name>.txt`; a tab stands between them."""
    return dict(line.split("\t") for line in entries(name))


def genders(name: str) -> dict[str, str | None]:
    """Key and referential gender of every line of `<name>.txt`; None where the file says '-'."""
    return {key: None if value == "-" else value for key, value in table(name).items()}
