"""Word lists kept as package data."""

from importlib.resources import files


def entries(name: str) -> list[str]:
    """Lines of `<name>.txt` in file order, without the comments, which stand at its head."""
    text = files(__package__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    while text.startswith("#"):
        text = text.partition("\n")[2]
    return text.splitlines()


def columns(name: str) -> tuple[list[str], list[str]]:
    """Keys and values of `<name>.txt`, line by line; a tab stands between them."""
    cells = "\t".join(entries(name)).split("\t")
    return cells[::2], cells[1::2]


def table(name: str) -> dict[str, str]:
    """Key and value of every line of `<name>.txt`."""
    return dict(zip(*columns(name), strict=True))


def genders(name: str) -> dict[str, str | None]:
    """Key and referential gender of every line of `<name>.txt`; None where the file says '-', or one in brackets."""
    return {key: None if value == "-" or value.startswith("(") else value for key, value in table(name).items()}


def usual_genders(name: str) -> dict[str, str]:
    """Key and usual referential gender of every line of `<name>.txt` that has one in brackets."""
    return {key: value.strip("()") for key, value in table(name).items() if value.startswith("(")}
