import dataclasses
import json
import os
from pathlib import Path

import click
import pytest
from by_hand import story as by_hand

import fabula
from fabula.cli.people import find_person
from fabula.cli.places import chapter_number, find_place
from fabula.cli.views import VIEWS, View
from fabula.document import Numbers, Tags
from fabula.layers import TimeExpression
from fabula.pipeline import read_source
from fabula.text import Mark, Source, Span
from fabula.world import Story

from .conftest import TEXT, Run


@pytest.fixture
def rain(tmp_path: Path) -> Path:
    """A story with claims set by hand, in which every sentence sounds the same."""
    document = by_hand().document
    felt = {
        scale: Numbers("sentences", [300] * len(document.sentences)) for scale in ("valence", "arousal", "dominance")
    }
    fabula.save(Story(dataclasses.replace(document, numbers=felt)), tmp_path / "rain.fabula")
    return tmp_path / "rain.fabula"


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_is_there_for_people_and_as_json(run: Run, rain: Path, view: View) -> None:
    asked = (view.name, "Ada") if view.about == "somebody" else (view.name,)
    result = run("show", rain, *asked)
    assert result.exit_code == 0
    assert result.stdout.strip()
    has_none = view.name in ("times", "places", "whereabouts", "addresses")
    assert json.loads(run("show", rain, *asked, "--json").stdout) or has_none, "nobody calls, no time and no place"


def test_a_story_saved_before_there_were_times_says_so(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "old.fabula"
    document = read_source(Source("They sailed on Tuesday."), rules_only=True).document
    layers = {record: layer for record, layer in document.layers.items() if record is not TimeExpression}
    fabula.save(Story(dataclasses.replace(document, layers=layers, makers={})), path)
    result = run("show", path, "times")
    assert result.exit_code == 2
    assert (
        "No TimeExpression layer in this text. What read it made none: read the text again, with the reader model."
        in result.stderr
    )


def test_times_are_listed_as_known_at_a_place(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "tides.txt"
    path.write_text("Chapter 1\n\nThey sailed on Tuesday.\n\nChapter 2\n\nThe next morning it snowed.\n")
    values = json.loads(run("show", path, "times", "--json", "--rules-only").stdout)
    assert [(value["text"], value["kind"], value["value"]) for value in values] == [
        ("Tuesday", "date", "XXXX-WXX-2"),
        ("The next morning", "offset", "P1D/TMO"),
    ]
    assert "Tuesday" in run("show", path, "times", "--at", "chapter 1", "--rules-only").stdout
    assert "morning" not in run("show", path, "times", "--at", "chapter 1", "--rules-only").stdout


def test_characters_are_listed_with_figures(run: Run, rain: Path) -> None:
    values = {value["name"]: value for value in json.loads(run("show", rain, "characters", "--json").stdout)}
    assert list(values) == ["Mrs. Vane", "Ada", "I"], "who says most comes first"
    assert values["Ada"]["pronouns"] == "she"
    assert (values["Ada"]["mentions"], values["Ada"]["named"], values["Ada"]["quotations"]) == (4, 1, 1)
    assert values["Mrs. Vane"]["spoken_words"] == 6
    assert values["I"]["narrator"]


def test_one_character_is_described(run: Run, rain: Path) -> None:
    value = json.loads(run("show", rain, "character", "mrs.", "VANE", "--json").stdout)
    assert value["speaks_to"] == {"Ada": 1}
    assert value["spoken_to_by"] == {"Ada": 1}
    assert value["first_at"] == "line 3"
    assert [quoted["text"] for quoted in value["said"]] == ["“Sit down,” “The ‘guests’ are late.”"]


def test_speech_leaves_out_what_nobody_says(run: Run, rain: Path) -> None:
    said = json.loads(run("show", rain, "speech", "--json").stdout)
    assert [quoted["speaker"] for quoted in said] == ["Mrs. Vane", "Ada", None]
    every = json.loads(run("show", rain, "quotations", "--json").stdout)
    assert [quoted["mode"] for quoted in every] == ["speech", "scare", "speech", "speech"]
    assert [quoted["speaker"] for quoted in json.loads(run("show", rain, "speech", "Ada", "--json").stdout)] == ["Ada"]
    assert [quoted["where"] for quoted in json.loads(run("show", rain, "uncertain", "--json").stdout)] == ["line 10"]


def test_the_summary_names_what_is_uncertain(run: Run, rain: Path) -> None:
    page = run("show", rain).stdout
    assert "Uncertain: 1 quotation without a speaker" in page
    assert "“Who knows?”" in page
    assert "Told by I (first person)" in page


def test_speech_is_one_line_each_for_programs_and_wrapped_for_people(
    run: Run, rain: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert len(run("show", rain, "speech").stdout.splitlines()) == 3
    monkeypatch.setattr("fabula.cli.views.quotations.watched", lambda: True)
    monkeypatch.setattr("fabula.cli.output.width", lambda: 60)
    lines = run("show", rain, "speech").stdout.splitlines()
    assert lines[:2] == ["  line 3  Mrs. Vane → Ada", "      “Sit down,” “The ‘guests’ are late.”"]


@pytest.mark.parametrize(
    ("args", "says"),
    [
        (["character"], "Whom?"),
        (["character", "Adda"], "Nobody is called “Adda” here. Did you mean Ada?"),
        (["chapters", "Ada"], "takes no name"),
        (["sumary"], "summary"),
        (["--at", "140%"], "more than the whole"),
        (["--at", "9999999"], "characters, not 9999999"),
        (["--at", "chapter 9"], "no chapter 9"),
        (["--at", "the ball"], "no place in this story"),
    ],
)
def test_a_wrong_question_is_answered_with_what_can_be_asked(run: Run, rain: Path, args: list[str], says: str) -> None:
    result = run("show", rain, *args)
    assert result.exit_code == 2
    assert says in " ".join(result.stderr.split())


def test_a_view_knows_nothing_from_behind_it(run: Run, story: Path) -> None:
    before = run("show", story, "quotations", "--at", "chapter 1", "--json")
    values = json.loads(before.stdout)
    assert values["at"] == TEXT.index("CHAPTER II")
    assert len(values["quotations"]) == 2
    assert len(json.loads(run("show", story, "quotations", "--json").stdout)) == 4
    assert run("show", story, "chapters", "--at", "0").exit_code == 0


@pytest.mark.parametrize("view", [view.name for view in VIEWS if view.about != "somebody"])
def test_a_view_before_the_first_word_is_empty_and_not_an_error(run: Run, story: Path, view: str) -> None:
    result = run("show", story, view, "--at", "0")
    assert result.exit_code == 0 or "read the text again, with the reader model" in result.stderr


@pytest.mark.parametrize(
    ("words", "position"),
    [
        ("chapter 1", TEXT.index("CHAPTER II")),
        ("Chapter I", TEXT.index("CHAPTER II")),
        ("ch. 2", len(TEXT)),
        ("chapter two", len(TEXT)),
        ("before chapter 2", TEXT.index("CHAPTER II")),
        ("before Chapter II", TEXT.index("CHAPTER II")),
        ("0%", 0),
        ("50 %", len(TEXT) // 2),
        ("100%", len(TEXT)),
        ("17", 17),
    ],
)
def test_a_place_is_named_as_a_person_names_it(words: str, position: int) -> None:
    assert abs(find_place(fabula.read_text(TEXT), words).position - position) <= 1


def test_a_place_is_said_as_a_person_says_it() -> None:
    story = fabula.read_text(TEXT)
    said = [find_place(story, words).name for words in ("before chapter 2", "chapter 1", "50%", "17")]
    assert said == ["before “CHAPTER II”", "at the end of “CHAPTER I”", "at 50 %", "at character 17"]


def test_a_title_names_its_chapter() -> None:
    whole = fabula.read_text(TEXT.replace("CHAPTER I\n", "CHAPTER I. The Rain\n"))
    assert find_place(whole, "the rain").position == whole.text.index("CHAPTER II")


def headed(*titles: str) -> Story:
    """A story of chapters with these headings, as a file that states its headings gives it."""
    text = "".join(f"{title}\n\nThe cat sat by the door and waited.\n\n" for title in titles)
    marks = tuple(Mark("heading", Span(text.index(title), text.index(title) + len(title)), 2) for title in titles)
    return read_source(Source(text, shaped=True, marks=marks))


def test_chapters_without_numbers_are_counted() -> None:
    whole = headed("The Cat", "Second Sight", "The Key")
    assert [chapter.title for chapter in whole.chapters] == ["The Cat", "Second Sight", "The Key"]
    assert find_place(whole, "before chapter 3").position == whole.text.index("The Key")


def test_a_prologue_does_not_shift_the_numbers() -> None:
    whole = headed("Prologue", "1. The Cat", "2. The Key")
    assert find_place(whole, "before chapter 2").position == whole.text.index("2. The Key")


@pytest.mark.parametrize(
    ("title", "number"),
    [
        *[
            ("II", 2),
            ("IV. The Boat", 4),
            ("IV—The Boat", 4),
            ("IV - The Boat", 4),
            ("One\nThe Boat", 1),
            ("3 The Boat", 3),
        ],
        *[("Chapter Two The Boat", 2), ("Twenty-One", 21)],
        *[("Second Sight", None), ("One’s Own Boat", None), ("Twenty-One Days", None), ("I Go Home", None)],
    ],
)
def test_a_number_in_letters_that_goes_on_is_no_number(title: str, number: int | None) -> None:
    assert chapter_number(title) == number


def test_two_chapters_of_one_number_are_told_apart() -> None:
    whole = fabula.read_text(TEXT + "\n\n" + TEXT)
    with pytest.raises(click.BadParameter, match="Several chapters are number 2"):
        find_place(whole, "chapter 2")


def test_part_of_a_name_is_enough_if_it_is_one_persons() -> None:
    whole: Story = by_hand()
    assert find_person(whole, "van").name == "Mrs. Vane"
    assert find_person(whole, "Ada").id == "e2"


def test_a_file_is_read_if_no_story_of_it_is_saved(run: Run, novel: Path) -> None:
    result = run("show", novel, "chapters")
    assert result.exit_code == 0
    assert "CHAPTER II" in result.stdout
    assert not novel.with_suffix(".fabula").exists()


def test_the_story_saved_beside_a_file_is_used_unless_the_file_is_newer(run: Run, novel: Path) -> None:
    run("read", novel, "--quiet")
    assert run("show", novel, "chapters").stderr == ""
    novel.write_text(TEXT.replace("CHAPTER II", "CHAPTER III"), "utf-8")
    now = novel.with_suffix(".fabula").stat().st_mtime
    os.utime(novel, (now + 5, now + 5))
    result = run("show", novel, "chapters")
    assert "CHAPTER III" in result.stdout
    assert "has changed since" in result.stderr


def test_the_story_of_another_file_of_the_same_stem_is_not_used(run: Run, novel: Path) -> None:
    run("read", novel, "--quiet")
    other = novel.with_suffix(".md")
    other.write_text("# One\n\nA dog barked.\n", "utf-8")
    past = novel.stat().st_mtime - 100
    os.utime(other, (past, past))
    assert json.loads(run("show", other, "summary", "--json").stdout)["origin"] == "novel.md"


def test_a_story_read_with_the_model_does_not_serve_by_rules_alone(run: Run, story: Path) -> None:
    read = fabula.open(story)
    tags = Tags("tokens", ["X"] * len(read.document.tokens))
    document = dataclasses.replace(read.document, tags={"pos": tags})
    fabula.save(Story(document), story)
    result = run("show", story, "--rules-only")
    assert result.exit_code == 2
    assert "was read with the reader model" in result.stderr
    assert run("show", story).exit_code == 0


def test_scenes_are_shown_with_where_they_begin_and_end(run: Run, story: Path) -> None:
    first, second = json.loads(run("show", story, "scenes", "--json").stdout)
    assert (first["reason"], first["confidence"], first["at"]) == ("division", None, "line 3")
    assert second["start"] == TEXT.index("“Then we are two")
    assert second["opening"].startswith("“Then we are two")
    assert 0 < second["speech"] < 1
    assert "% speech" in run("show", story, "scenes").stdout
    known = json.loads(run("show", story, "scenes", "--at", "chapter 1", "--json").stdout)
    assert [scene["start"] for scene in known["scenes"]] == [first["start"]]


def test_attributes_are_listed_by_person_with_who_says_so(run: Run, rain: Path) -> None:
    (value,) = json.loads(run("show", rain, "attributes", "--json").stdout)
    assert (value["who"], value["kind"], value["value"], value["by"]) == ("Ada", "state", "watchful", None)
    assert "watched the rain" in value["words"]
    assert "watchful" in run("show", rain, "attributes", "Ada").stdout
    assert "Nothing is told" in run("show", rain, "attributes", "Vane").stdout


def test_relations_are_listed_from_either_side_with_who_says_so(run: Run, rain: Path) -> None:
    for who in ((), ("Ada",), ("Mrs. Vane",)):
        (value,) = json.loads(run("show", rain, "relations", *who, "--json").stdout)
        assert (value["who"], value["role"], value["of"], value["by"]) == ("Ada", "maid", "Mrs. Vane", "Mrs. Vane")
    assert "maid of Mrs. Vane (says Mrs. Vane)" in run("show", rain, "relations").stdout


def test_deeds_are_what_people_do_to_each_other_or_all_that_one_surely_does_and_suffers(run: Run, rain: Path) -> None:
    for who in ((), ("Ada",), ("I",)):
        (value,) = json.loads(run("show", rain, "deeds", *who, "--json").stdout)
        assert (value["who"], value["verb"], value["to"], value["by"]) == (["I"], "watch", ["Ada"], None)
    assert "I watched her" in run("show", rain, "deeds").stdout
    assert "Nobody has done anything" in run("show", rain, "deeds", "Vane").stdout


def test_scenes_show_a_letter_and_who_wrote_it(run: Run, rain: Path) -> None:
    (scene,) = json.loads(run("show", rain, "scenes", "--json").stdout)
    assert (scene["level"], scene["tempo"]) == ("main", None)
    assert [(one["level"], one["by"], one["opening"]) for one in scene["levels"]] == [
        ("letter", "Ada", "“They are not coming,”")
    ]
    shown = run("show", rain, "scenes").stdout
    assert "Letter by Ada: “They are not coming,”" in shown
    assert "summary" not in shown


def test_scenes_name_who_is_there_and_who_is_only_mentioned(run: Run, rain: Path) -> None:
    (scene,) = json.loads(run("show", rain, "scenes", "--json").stdout)
    assert (scene["present"], scene["mentioned"], scene["sure"]) == (["Ada"], ["Mrs. Vane"], True)
    assert "Only mentioned: Mrs. Vane" in run("show", rain, "scenes").stdout
    assert [(one["relation"], one["value"]) for one in scene["times"]] == [("after", "P1D")]
    (there,) = json.loads(run("show", rain, "presence", "Ada", "--json").stdout)
    assert (there["scene"], there["present"], there["where"]) == (1, True, "line 6")


def test_the_timeline_says_when_each_stretch_is_why_and_what_people_say(run: Run, rain: Path) -> None:
    values = json.loads(run("show", rain, "timeline", "--json").stdout)
    first, heading, second = values["stretches"]
    assert (first["weekday"], first["part_of_day"], heading["scene"]) == ("Tuesday", "evening", "sc1")
    assert [(one["relation"], one["value"]) for one in second["because"]] == [("after", "P1D")]
    assert (second["weekday"], second["first_day"], second["last_day"]) == ("Wednesday", 1, 1)
    assert [(one["by"], one["agrees"]) for one in values["sayings"]] == [("Mrs. Vane", None)]
    printed = run("show", rain, "timeline").stdout
    assert "1 day after line 1: “She watched the rain, and I watched her.”" in printed
    assert "As it happens: 1–3." in printed
    assert "Mrs. Vane says it is Thursday" in printed


def test_a_timeline_that_cannot_be_is_shown_with_its_words(run: Run, tmp_path: Path, model: None) -> None:
    path = tmp_path / "sail.txt"
    path.write_text("On Monday Mrs. Tallow sailed.\n\nThe next day was Thursday. Mrs. Tallow slept until ten.\n")
    printed = run("show", path, "timeline").stdout
    assert "These cannot all be so:" in printed
    assert "line 3: it is Thursday. “The next day was Thursday.”" in printed


@pytest.mark.usefixtures("model")
def test_feelings_are_shown_with_what_stands_out_in_words_and_where(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "party.txt"
    dull = "The road went by the wall. The wall went by the field. A cart stood in the road.\n\n"
    glad = "We had a wonderful, happy day. Everybody laughed for joy! I love you all so much.\n\n"
    path.write_text(f"Chapter 1\n\n{dull * 20}Chapter 2\n\n{glad * 8}Chapter 3\n\n{dull * 20}")
    value = json.loads(run("show", path, "feelings", "--json").stdout)
    assert [one["valence"]["stands_out"] for one in value["scenes"]] == [None, "high", None]
    glad_one = value["scenes"][1]["valence"]
    assert glad_one["mean"] > glad_one["shuffled"][1]
    assert glad_one["words"] in glad
    page = run("show", path, "feelings").stdout
    assert "Scene 2, line 45: valence high, " in page
    assert glad_one["words"] in page
    assert run("show", path, "feelings", "--at", "chapter 1").stdout.count("Scene ") == 1


@pytest.mark.usefixtures("model")
def test_places_are_listed_with_what_they_lie_in_and_who_was_there(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hall.txt"
    path.write_text(
        "Mrs. Tallow lived at Penwick Hall.\n\nEdith liked the library of Penwick Hall. Edith went into it.\n"
    )
    values = {value["place"]: value for value in json.loads(run("show", path, "places", "--json").stdout)}
    assert values["Penwick Hall"]["kind"] == "facility"
    assert [(one["who"], one["how"]) for one in values["Penwick Hall"]["there"]] == [("Mrs. Tallow", "at")]
    assert "Mrs. Tallow at, line 1" in run("show", path, "places").stdout


@pytest.mark.usefixtures("model")
def test_whereabouts_are_the_last_of_everybody_or_all_of_one(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hall.txt"
    path.write_text("Mrs. Tallow went into the kitchen. Mrs. Tallow left the house.\n\nEdith was in the garden.\n")

    def shown(*who: str) -> list[tuple[str, str, str]]:
        values = json.loads(run("show", path, "whereabouts", *who, "--json").stdout)
        return [(value["who"], value["how"], value["place"]) for value in values]

    assert shown() == [("Mrs. Tallow", "leaves", "the house"), ("Edith", "at", "the garden")]
    assert shown("Tallow") == [("Mrs. Tallow", "arrives", "the kitchen"), ("Mrs. Tallow", "leaves", "the house")]
    assert "leaves the house" in run("show", path, "whereabouts").stdout


def test_questions_are_listed_with_who_asks_and_what_was_answered(run: Run, rain: Path) -> None:
    first, second = json.loads(run("show", rain, "questions", "--json").stdout)
    assert (first["kind"], first["asker"], first["about"], len(first["asked"])) == ("who", "Ada", ["Mrs. Vane"], 2)
    assert first["answer"] is None
    assert first["open"]
    assert second["answer"]["words"] == "did not sit"
    page = run("show", rain, "questions").stdout
    assert "Who knows?" in page
    assert "did not sit" in page


def test_knowledge_is_what_was_said_and_who_heard_it(run: Run, rain: Path) -> None:
    value = json.loads(run("show", rain, "knowledge", "Vane", "--json").stdout)
    assert (value["who"], value["knows"], value["known_to"]) == ("Mrs. Vane", [], [])
    page = run("show", rain, "knowledge", "Vane").stdout
    assert "Mrs. Vane has said or heard" in page
    assert "Who knows of Mrs. Vane" in page
