"""Measures a reading against one made by hand: `python how_right.py [STORY]`.

The hand-made reading of `STORY.txt` is `STORY.reference.toml`, beside it.
"""

import sys
import tomllib
from pathlib import Path

import fabula
from fabula.world import Character, Quoted, Story

MEASURES = ("pieces found", "speakers", "  explicit", "  anaphoric", "  implicit", "addressees")


def places(text: str, pieces: list[str], start: int) -> list[int]:
    """Where the opening words of each piece stand, one after another, from `start` on."""
    found = []
    for piece in pieces:
        start = text.index(piece, start)
        found.append(start)
        start += len(piece)
    return found


def compare(story: Story, reference: dict) -> dict[str, tuple[int, int]]:
    """How many of how many are right. A quotation is found if its first piece is."""
    names = {form: who["name"] for who in reference["character"] for form in (who["name"], *who["aliases"])}

    def who(character: Character | None) -> str | None:
        """The reference's name for a character, by the form that the text uses most."""
        forms = (character.name, *character.aliases) if character else ()
        return next((names[form] for form in forms if form in names), None)

    found: dict[int, Quoted] = {piece.start: quoted for quoted in story.quotations for piece in quoted.pieces}
    right: dict[str, list[bool]] = {name: [] for name in MEASURES}
    position = 0
    for entry in reference["quotation"]:
        starts = places(story.text, entry["pieces"], position)
        position = starts[-1]
        right["pieces found"] += [start in found for start in starts]
        if "speaker" in entry:
            quoted = found.get(starts[0])
            correct = quoted is not None and who(quoted.speaker) == entry["speaker"]
            right["speakers"].append(correct)
            right[f"  {entry['type']}"].append(correct)
            if entry["addressees"]:
                heard = {who(character) for character in quoted.addressees} if quoted else set()
                right["addressees"].append(bool(heard & set(entry["addressees"])))
    cast = {who(character) for character in story.characters}
    right["characters"] = [who["name"] in cast for who in reference["character"] if who.get("acts", True)]
    return {name: (sum(values), len(values)) for name, values in right.items()}


if __name__ == "__main__":
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("the_lantern_house.txt")
    reference = tomllib.loads(path.with_suffix(".reference.toml").read_text(encoding="utf-8"))
    for name, (right, total) in compare(fabula.read(path), reference).items():
        print(f"{name:14} {right:4} of {total}")
