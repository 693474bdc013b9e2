"""Counts the words that each character says to each other one: `python who_talks_to_whom.py [STORY]`."""

import sys
from collections import Counter
from pathlib import Path

import fabula

path = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).with_name("the_lantern_house.txt")
story = fabula.read(path)

words: Counter[tuple[str, str]] = Counter()
for quoted in story.quotations:
    if quoted.speaker:
        listeners = ", ".join(listener.name for listener in quoted.addressees) or "nobody in particular"
        words[quoted.speaker.name, listeners] += len(quoted.text.split())

for (speaker, listeners), count in words.most_common(12):
    print(f"{count:5}  {speaker} to {listeners}")
