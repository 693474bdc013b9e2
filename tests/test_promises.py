"""The five promises, each held by tests that can fail."""

import ast
import dataclasses
import multiprocessing
import os
import socket
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import fabula
from fabula.annotators.corrections import Misfit, misfits
from fabula.document import Claim
from fabula.errors import Leak, NoEvidence
from fabula.exports import EXPORTS
from fabula.inference import model as inference_model
from fabula.layers import RECORDS, GivenCast, GivenCharacter, GivenSpeaker
from fabula.pipeline import read_source, read_text
from fabula.readers.cast_file import read_cast
from fabula.text import Mark, Source, Span
from fabula.text.anchor import Anchor

ROOT = Path(__file__).parents[1]
STORIES = [
    ROOT / "examples" / "the_lantern_house.txt",
    ROOT / "examples" / "a_matter_of_locks.txt",
]
TEXTS = [path.read_text(encoding="utf-8") for path in STORIES]


def claim(record: type[Claim], **values: Any) -> Claim:
    """A claim of any type; fields that the test does not name hold a placeholder."""
    blank = {
        item.name: "x"
        for item in dataclasses.fields(record)
        if item.default is dataclasses.MISSING and item.name not in values
    }
    return record(**{**blank, **values})


# 1. Every claim cites the words it rests on.


@pytest.mark.parametrize("record", RECORDS)
def test_no_claim_can_be_made_without_evidence(record: type[Claim]) -> None:
    claim(record, evidence=(Span(0, 3),), known_at=3)
    with pytest.raises(NoEvidence):
        claim(record, evidence=(), known_at=3)


@pytest.mark.parametrize("text", TEXTS)
def test_every_claim_of_a_reading_cites_words_that_are_there(text: str) -> None:
    story = read_text(text)
    ends = {passage.span.end for passage in story.passages}
    for layer in story.document.layers.values():
        for made in layer:
            assert made.known_at in ends, made
            assert all(0 <= span.start < span.end <= made.known_at for span in made.evidence), made


# 2. No claim rests on text that had not been read.


@pytest.mark.parametrize("record", RECORDS)
def test_no_claim_can_cite_text_that_had_not_been_read(record: type[Claim]) -> None:
    with pytest.raises(Leak):
        claim(record, evidence=(Span(0, 4),), known_at=3)


def assert_no_leak(source: Source, cast: GivenCast | None = None) -> None:
    story = read_source(source, given=cast)
    for passage in story.passages:
        p = passage.span.end
        alone = read_source(source.until(p), given=cast)
        assert alone.to_json() == story.until(p).to_json(), f"a leak at the end of {passage.id}"


@pytest.mark.parametrize("text", TEXTS)
def test_a_view_at_the_end_of_a_passage_equals_a_reading_up_to_there(text: str) -> None:
    assert_no_leak(Source(text))


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize("text", TEXTS)
def test_views_hold_with_the_model(text: str) -> None:
    story = read_text(text)
    for passage in list(story.passages)[:4]:
        p = passage.span.end
        assert read_text(text[:p]).to_json() == story.until(p).to_json(), f"a leak at the end of {passage.id}"


@pytest.mark.usefixtures("model")
def test_every_claim_of_the_model_cites_words_that_are_there() -> None:
    test_every_claim_of_a_reading_cites_words_that_are_there(TEXTS[0])


@pytest.mark.parametrize("closed", [False, True])
def test_views_hold_with_a_given_cast(closed: bool) -> None:
    stated = read_cast(ROOT / "examples" / "cast.toml")
    assert_no_leak(Source(TEXTS[0]), GivenCast(stated.characters, closed=closed))


@pytest.mark.parametrize("text", TEXTS)
def test_views_hold_in_a_text_with_its_own_marks(text: str) -> None:
    marks = []
    start = 0
    for index, paragraph in enumerate(text.split("\n\n")):
        end = start + len(paragraph)
        if paragraph.startswith("Chapter"):
            marks.append(Mark("heading", Span(start, end), 2))
        elif index % 7 == 3:
            marks.append(Mark("emphasis", Span(start, start + len(paragraph.split(" ")[0]))))
        start = end + 2
    assert_no_leak(Source(text, title="Marked", shaped=True, marks=tuple(marks)))


ODDITIES = (
    "Chapter 2",
    "IV",
    "* * *",
    "\n",
    "“Nobody closed this",
    "and nobody opened this,” said Tom.",
    '"You, Mary?" she said. "Well-"',
    "— Come up, Kinch, he said. Come up!",
    "« Bonsoir », dit-elle.",
    "The End",
    "A/N: thank you for reading!",
    "I told you that I was there, didn’t I?",
    "a line that\nis wrapped\nby hand\nat any place it likes",
)
FRAGMENTS = tuple(paragraph for text in TEXTS for paragraph in text.split("\n\n")) + ODDITIES * 3


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.sampled_from(FRAGMENTS), min_size=1, max_size=120),
    st.sampled_from(("\n\n", "\n", "\r\n\r\n", "\n\n\n")),
    st.integers(min_value=0, max_value=400),
)
@example(["The Lantern House", "Chapter One: The Causeway"], "\n\n", 0)
@example(["Chapter 1", "“א", "* * *", "He left."], "\n\n", 0)
def test_views_hold_in_shuffled_and_truncated_texts(paragraphs: list[str], gap: str, cut: int) -> None:
    text = gap.join(paragraphs)
    assert_no_leak(Source(text[: max(0, len(text) - cut)]))


SCRAPS = (
    *"“”\"'‘’«»—-.,!?;:()*_\n\n\n\r\t \u2028\u00a0\u0301\u200fאA\ufeff\0",
    *(" he said ", " said Tom", " Mr. ", " Mary ", " I ", " Smith's ", " cried the girl ", " THE END ", " III "),
    *("Chapter 1\n\n", "\n\n* * *\n\n"),
)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from(SCRAPS), max_size=300).map("".join))
def test_views_hold_in_any_text(text: str) -> None:
    assert_no_leak(Source(text))


# 3. Nothing leaves the machine.


def test_reading_and_exporting_open_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("the network was used")

    for name in ("socket", "create_connection", "getaddrinfo", "gethostbyname", "socketpair"):
        monkeypatch.setattr(socket, name, refuse)
    story = fabula.read(STORIES[0])
    assert story.characters
    for export in EXPORTS.values():
        if export.name != "conllu" or story.document.tags:  # without the model there is no grammar to write
            assert export.files(story, "story")


NETWORK = {"aiohttp", "ftplib", "http", "httpx", "requests", "smtplib", "socket", "ssl", "telnetlib", "urllib3"}


def test_no_module_imports_a_network_library() -> None:
    found = []
    for path in sorted((ROOT / "src" / "fabula").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
            found += [
                f"{path.name}: {name}"
                for name in names
                if name.split(".")[0] in NETWORK or name.startswith(("urllib.request", "asyncio"))
            ]
    assert not found


# 4. A person outranks the machine.

TWO_NAMES = "“Good evening,” said Agnes.\n\n“It is raining,” said Thomas.\n\nThomas shut the door. Agnes laughed.\n"


def test_a_given_cast_outranks_what_the_machine_finds() -> None:
    assert {character.name for character in read_text(TWO_NAMES).characters} == {"Agnes", "Thomas"}
    cast = GivenCast((GivenCharacter("Lady Agnes", aliases=("Agnes", "Thomas")),))
    (only,) = read_text(TWO_NAMES, given=cast).characters
    assert only.name == "Lady Agnes"
    assert set(only.aliases) >= {"Agnes", "Thomas"}


def test_a_closed_cast_lets_nobody_else_in() -> None:
    cast = GivenCast((GivenCharacter("Thomas"),), closed=True)
    assert [character.name for character in read_text(TWO_NAMES, given=cast).characters] == ["Thomas"]


def test_a_correction_outranks_what_the_machine_finds_and_is_never_lost() -> None:
    raining = GivenSpeaker(Anchor("It is raining"), "Agnes")
    story = read_text(TWO_NAMES, given=GivenCast(speakers=(raining,)))
    assert [quoted.speaker.name for quoted in story.quotations if quoted.speaker] == ["Agnes", "Agnes"]
    gone = GivenCast(speakers=(raining, GivenSpeaker(Anchor("It snows on the hills"), "Thomas")))
    assert misfits(read_text(TWO_NAMES, given=gone).document, gone) == (
        Misfit("It snows on the hills", "the words are gone"),
    )


def test_views_hold_in_a_text_with_corrections() -> None:
    story = read_text(TEXTS[0])
    said = [quoted for quoted in story.quotations if quoted.is_spoken]
    stated = [GivenSpeaker(Anchor(" ".join(quoted.text.split()[:6])), "Silas", "Mrs. Nobody") for quoted in said[::3]]
    stated += [GivenSpeaker(Anchor(quoted.text), "Ellen" if quoted.words > 9 else None) for quoted in said[1::7]]
    corrections = GivenCast(speakers=tuple(stated), same=(("Silas", "Dr. Sandhu"), ("the old woman", "Mrs. Nobody")))
    assert_no_leak(Source(TEXTS[0]), corrections)


# 5. The same input gives the same output.

SCRIPT = "import sys, fabula; sys.stdout.buffer.write(fabula.read(sys.argv[1]).to_json().encode('utf-8'))"


def reading(path: Path, seed: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", SCRIPT, str(path)]
    return subprocess.run(command, env=environment, check=True, capture_output=True).stdout


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.stem)
def test_two_readings_give_the_same_bytes(path: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / path.name
    elsewhere.write_bytes(path.read_bytes())
    first = reading(path, "1")
    assert first
    assert first == reading(elsewhere, "20011")


def whole(text: str) -> str:
    return read_text(text).to_json()


@pytest.mark.usefixtures("model")
def test_neither_threads_nor_processes_change_what_the_model_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    beginnings = [text[:6000] for text in TEXTS]
    monkeypatch.setattr(inference_model, "_processors", lambda: 1)
    alone = [whole(text) for text in beginnings]
    monkeypatch.setattr(inference_model, "_processors", lambda: inference_model.WORKERS)
    assert [whole(text) for text in beginnings] == alone
    if "fork" in multiprocessing.get_all_start_methods():
        with ProcessPoolExecutor(2, multiprocessing.get_context("fork")) as pool:
            assert list(pool.map(whole, beginnings)) == alone, (
                "in a process that has the threads' model, not the threads"
            )
