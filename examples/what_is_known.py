"""Shows what a reader knows of the cast at the end of each chapter: `python what_is_known.py [STORY]`."""

import sys
from pathlib import Path

import fabula

path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("the_lantern_house.txt")
story = fabula.read(path)

for chapter in story.chapters:
    known = story.until(chapter.span.end)
    print(chapter.title or "(untitled)")
    for character in known.characters:
        print(f"    {character.name}: {', '.join(character.aliases)}")
