"""The page, moved to a position, says what a view at that position says: its script is run and compared."""

import json
import re
import shutil
import subprocess
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import fabula
from fabula.exports.html import page
from fabula.exports.html.facts import facts
from fabula.exports.html.text import shown
from fabula.world import Story
from fabula.world.speech import words_spoken

NODE = shutil.which("node")
needs_node = pytest.mark.skipif(NODE is None, reason="needs Node to run the page's script")
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.txt"))
RUN = """
const document = { getElementById: () => ({ textContent: require("fs").readFileSync(0, "utf8") }), title: "" };
%s
const name = (who) => who && who.name;
console.log(JSON.stringify(facts.ends.map((_, index) => {
  const view = fold(index + 1);
  return {
    characters: view.everyone.map((who) =>
      [who.id, who.name, who.aliases, who.pronouns, who.mentions, who.words]).sort(),
    speakers: quotations.map((quotation) => [quotation.id, view.of(quotation)])
      .filter(([, known]) => known).map(([id, known]) => [id, name(known.speaker), known.addressees.map(name)]),
  };
})));
"""


def views(story: Story) -> Any:
    script = files("fabula.exports.html").joinpath("script", "facts.js").read_text("utf-8")
    assert NODE
    done = subprocess.run(
        [NODE, "-e", RUN % script], input=facts(story), capture_output=True, text=True, encoding="utf-8", check=True
    )
    return json.loads(done.stdout)


@needs_node
def test_the_whole_script_is_well_formed() -> None:
    (script,) = re.findall(r"<script>(.*?)</script>", page(fabula.read(EXAMPLES[0])), re.DOTALL)
    assert NODE
    parse = "new Function(require('fs').readFileSync(0, 'utf8'))"
    subprocess.run([NODE, "-e", parse], input=script, text=True, encoding="utf-8", check=True)


@needs_node
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_page_at_a_position_says_what_the_view_there_says(path: Path) -> None:
    story = fabula.read(path)
    found = views(story)
    assert len(found) == len(story.passages)
    for passage, told in zip(story.passages, found, strict=True):
        view = story.until(passage.span.end)
        words = words_spoken(view.quotations)
        assert told["characters"] == sorted(
            [who.id, who.name, list(who.aliases), who.pronouns, who.mentions, words[who.id]]
            for who in view.cast.everyone
        )
        current = {quoted.id for quoted in story.quotations}
        assert told["speakers"] == [
            [quoted.id, quoted.speaker and quoted.speaker.name, [who.name for who in quoted.addressees]]
            for quoted in view.quotations
            if shown(quoted) and quoted.id in current
        ]


@needs_node
def test_those_who_say_most_differ_in_colour_and_the_first_twelve_in_colour_and_line() -> None:
    """Twenty-four speakers begin one after the other; every fourth of them goes on to say much."""
    leading = range(0, 24, 4)
    turns = [who for who in range(24) for _ in range(4 if who not in leading else 40)]
    written = {
        "doubtful": 0.5,
        "digest": "",
        "ends": [len(turns)],
        "chapters": [],
        "quotations": [[f"q{index}", index, 0, 9] for index in range(len(turns))],
        "makers": ["hand"],
        "attributions": [[index, 0, f"e{who}", "explicit", 1, [], [], 0] for index, who in enumerate(turns)],
        "cues": [],
        "steps": [[[[f"e{who}", f"N{who}", [], "person", None, 0, 1, 0] for who in range(24)], [], []]],
    }
    script = files("fabula.exports.html").joinpath("script", "facts.js").read_text("utf-8")
    run = RUN.partition("const name")[0] + "console.log(JSON.stringify(fold(1).everyone.map((who) => who.line)));"
    assert NODE
    done = subprocess.run(
        [NODE, "-e", run % script],
        input=json.dumps(written),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    lines = json.loads(done.stdout)
    assert len({line.split()[0] for line in lines[: len(leading)]}) == len(leading)
    assert len(set(lines[:12])) == 12
