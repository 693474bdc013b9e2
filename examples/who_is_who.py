"""Lists the cast of a story, with the words by which each is first known: `python who_is_who.py [STORY]`."""

import sys
from pathlib import Path

import fabula

path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("the_lantern_house.txt")
story = fabula.read(path)

for character in story.characters:
    others = ", ".join(alias for alias in character.aliases if alias != character.name)
    line = story.source.locate(character.first.start).line
    print(f"{character.name} ({character.pronouns or 'no pronoun seen'}), {character.mentions} mentions")
    print(f"    also called: {others or 'nothing else'}")
    print(f"    first mentioned in line {line}: {character.first.of(story.text)!r}")
