import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import fabula
from fabula import read_text
from fabula.document import Columns, Document, Layer, Numbers, Tags
from fabula.errors import LayerMissing, StoreError
from fabula.layers import Attribution, Division, Entity, EntityPhrase, Event, Expression, Mention, Narrator, Quotation
from fabula.store import file as store_file
from fabula.store.file import OLDEST
from fabula.store.tables import digest, to_tables
from fabula.text import Mark, Notice, Part, Source, Span
from fabula.world import Story
from fabula.world.story import SCHEMA

TEXT = 'CHAPTER I\n\n"Come in," said Ada. "It is wet."\n\nTom came in, and nobody saw the cat follow him.\n\n' * 120


@pytest.fixture(scope="module")
def story() -> Story:
    return read_text(TEXT)


@pytest.fixture
def saved(story: Story, tmp_path: Path) -> Path:
    path = tmp_path / "story.fabula"
    fabula.save(story, path)
    return path


def by_hand() -> Story:
    """A story with every kind of value that a record can hold."""
    text = "“Yes,” she said. “No.”"
    source = Source(
        text,
        title="A title; with 'quotes'",
        author=None,
        origin="a.epub",
        format="epub",
        shaped=True,
        metadata=(("publisher", "nobody"), ("publisher", "somebody")),
        parts=(Part(0, "one.xhtml", 3),),
        marks=(Mark("heading", Span(0, 4), 2), Mark("emphasis", Span(1, 3))),
        notices=(Notice("encoding", "Read as windows-1252."),),
    )
    known: dict[str, Any] = {"known_at": len(text), "made_by": "hand"}
    whole = (Span(0, 6), Span(17, 22))
    layers: dict[Any, list[Any]] = {
        Entity: [Entity(id="e1", evidence=(Span(7, 10),), name="she", **known)],
        Quotation: [Quotation(id="q1", evidence=whole, mode="speech", style="“”", **known)],
        Attribution: [
            Attribution(
                id="at1",
                evidence=whole,
                confidence=0.1 + 0.2,
                quotation="q1",
                speaker="e1",
                addressees=("e1", "e1"),
                type="explicit",
                **known,
            ),
            Attribution(
                id="at2",
                evidence=whole,
                confidence=1,
                replaces="at1",
                quotation="q1",
                speaker=None,
                addressees=(),
                type="implicit",
                **known,
            ),
        ],
        Narrator: [Narrator(id="n1", evidence=(Span(0, 6),), start=0, person=3, **known)],
        Mention: [],
        Expression: [Expression(id="x1", evidence=(Span(7, 10),), kind="pronominal", type="person", **known)],
        EntityPhrase: [EntityPhrase(id="ep1", evidence=(Span(7, 10),), confidence=0.5, type="vehicle", **known)],
        Event: [Event(id="ev1", evidence=(Span(11, 15),), **known)],
    }
    tokens = Columns()
    tokens.append(0, 6, 3)
    document = Document(
        source,
        {record: Layer(record, claims) for record, claims in layers.items()},
        {"tokens": tokens},
        {Entity: "hand", "pos": "hand"},
        {"pos": Tags("tokens", ["INTJ", "", "INTJ"]), "lemma": Tags("tokens")},
        {"head": Numbers("tokens", [0, 1, -70_000])},
    )
    return Story(document)


def test_an_opened_story_is_the_saved_one(story: Story, saved: Path) -> None:
    opened = fabula.open(saved)
    assert opened.to_json() == story.to_json()
    assert opened.source == story.source
    made = opened.document.layers
    assert opened.document.makers == {what: who for what, who in story.document.makers.items() if what in made}


def test_views_of_an_opened_story_are_those_of_the_saved_one(story: Story, saved: Path) -> None:
    opened = fabula.open(saved)
    for passage in story.passages:
        p = passage.span.end
        assert opened.until(p).to_json() == story.until(p).to_json()


def test_a_view_can_be_saved(story: Story, tmp_path: Path) -> None:
    view = story.until(story.passages[1].span.end)
    fabula.save(view, tmp_path / "view.fabula")
    assert fabula.open(tmp_path / "view.fabula").to_json() == view.to_json()


def test_every_kind_of_value_comes_back(tmp_path: Path) -> None:
    story = by_hand()
    fabula.save(story, tmp_path / "s.fabula")
    opened = fabula.open(tmp_path / "s.fabula")
    assert opened.source == story.source
    for record, layer in story.document.layers.items():
        assert list(opened.document.layers[record]) == list(layer)
    assert Division not in opened.document.layers, "a layer that nothing made stays unmade"
    assert list(opened.document.tokens.kinds) == [3]
    assert list(opened.document.tag("pos")) == ["INTJ", "", "INTJ"]
    assert list(opened.document.number("head")) == [0, 1, -70_000]
    assert opened.document.makers == story.document.makers
    assert to_tables(opened) == to_tables(story)


def test_a_file_from_before_there_were_tags_opens_with_none_made(tmp_path: Path) -> None:
    path = tmp_path / "old.fabula"
    fabula.save(by_hand(), path)
    old = [table for table in to_tables(by_hand()) if table.name not in ("tags", "numbers")]
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("DROP TABLE tags")
        connection.execute("DROP TABLE numbers")
        connection.execute("UPDATE about SET value = ? WHERE name = 'content_sha256'", (digest(old),))
        connection.execute("PRAGMA user_version=1")
    opened = fabula.open(path).document
    assert opened.layer(Entity)[0].name == "she"
    with pytest.raises(LayerMissing, match=r"No 'pos' tags in a\.epub"):
        opened.tag("pos")
    with pytest.raises(LayerMissing, match=r"No 'head' numbers in a\.epub"):
        opened.number("head")


@given(st.text(max_size=300))
def test_any_text_comes_back(text: str) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        story = read_text(text)
        fabula.save(story, Path(folder) / "s.fabula")
        assert fabula.open(Path(folder) / "s.fabula").to_json() == story.to_json()


def test_the_same_story_gives_the_same_bytes(story: Story, saved: Path, tmp_path: Path) -> None:
    fabula.save(read_text(TEXT), tmp_path / "again.fabula")
    assert (tmp_path / "again.fabula").read_bytes() == saved.read_bytes()
    fabula.save(fabula.open(saved), tmp_path / "third.fabula")
    assert (tmp_path / "third.fabula").read_bytes() == saved.read_bytes()


def test_claims_and_words_can_be_searched_with_sqlite_alone(saved: Path) -> None:
    with closing(sqlite3.connect(saved)) as connection:
        (start,) = connection.execute("SELECT start FROM search WHERE search MATCH 'nobody' ORDER BY rowid").fetchone()
        assert TEXT[start:].startswith("Tom came in")
        assert connection.execute("SELECT count(*) FROM passages WHERE known_at > 0").fetchone()[0] > 1


def test_saving_again_replaces_the_file_and_leaves_nothing_beside_it(story: Story, saved: Path) -> None:
    fabula.save(story.until(story.passages[0].span.end), saved)
    assert len(fabula.open(saved).passages) == 1
    assert [path.name for path in saved.parent.iterdir()] == ["story.fabula"]


@pytest.mark.parametrize("name", ["a b.fabula", "100%25 of it?.fabula", "#1 “Été”.fabula", "no ending", "n" * 240])
def test_any_name_of_a_file_will_do(story: Story, tmp_path: Path, name: str) -> None:
    if os.name == "nt" and "?" in name:
        pytest.skip("no name for this system")
    fabula.save(story, tmp_path / name)
    assert fabula.open(tmp_path / name).source == story.source


def test_a_link_is_followed(story: Story, saved: Path) -> None:
    link = saved.parent / "link.fabula"
    link.symlink_to(saved)
    fabula.save(story, link)
    assert link.is_symlink()
    assert not saved.is_symlink()


@pytest.mark.parametrize("share", [0.001, 0.01, 0.3, 0.5, 0.9, 0.999, 1.001])
def test_a_file_cut_short_or_grown_is_refused(saved: Path, share: float) -> None:
    content = saved.read_bytes()
    saved.write_bytes((content + bytes(len(content)))[: int(len(content) * share)])
    with pytest.raises(StoreError, match=r"damaged|no saved story"):
        fabula.open(saved)


def test_no_single_changed_byte_is_read_as_another_story(story: Story, saved: Path) -> None:
    content, whole = bytearray(saved.read_bytes()), story.to_json()
    for position in range(0, len(content), 997):
        content[position] ^= 0x15
        saved.write_bytes(content)
        content[position] ^= 0x15
        try:
            opened = fabula.open(saved)
        except StoreError:
            continue
        assert opened.to_json() == whole


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE source SET text = 'B' || text",
        "DELETE FROM passages WHERE id = 'p2'",
        "UPDATE passages SET evidence = '[]'",
        "DROP TABLE mentions",
        "DROP TABLE about",
        "UPDATE columns SET starts = x'0102' WHERE name = 'tokens'",
        "DELETE FROM layers",
        "DROP TABLE tags",
    ],
)
def test_an_altered_file_is_refused(saved: Path, change: str) -> None:
    with closing(sqlite3.connect(saved)) as connection, connection:
        connection.execute(change)
    with pytest.raises(StoreError, match=r"damaged or was altered .*Read the text again"):
        fabula.open(saved)


@pytest.mark.parametrize(
    ("schema", "says"), [(SCHEMA + 1, "newer fabula.*Update"), (OLDEST - 1, "older fabula.*again")]
)
def test_another_form_of_the_file_is_named(saved: Path, schema: int, says: str) -> None:
    with closing(sqlite3.connect(saved)) as connection:
        connection.execute(f"PRAGMA user_version={schema}")
    with pytest.raises(StoreError, match=says):
        fabula.open(saved)


def test_other_files_are_not_opened(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"There is no file .*gone\.fabula"):
        fabula.open(tmp_path / "gone.fabula")
    with pytest.raises(StoreError, match="is a folder"):
        fabula.open(tmp_path)
    (tmp_path / "novel.txt").write_text("It was a dark night.")
    with pytest.raises(StoreError, match=r"no saved story\. `fabula read"):
        fabula.open(tmp_path / "novel.txt")
    (tmp_path / "empty.fabula").touch()
    with pytest.raises(StoreError, match="no saved story"):
        fabula.open(tmp_path / "empty.fabula")
    with closing(sqlite3.connect(tmp_path / "other.db")) as connection, connection:
        connection.execute("CREATE TABLE source (text TEXT)")
    with pytest.raises(StoreError, match="another program's SQLite file"):
        fabula.open(tmp_path / "other.db")


def test_a_file_that_is_no_story_is_not_replaced(story: Story, tmp_path: Path) -> None:
    novel = tmp_path / "novel.txt"
    novel.write_text("It was a dark night.")
    with pytest.raises(StoreError, match="exists and is no saved story"):
        fabula.save(story, novel)
    assert novel.read_text() == "It was a dark night."
    with pytest.raises(StoreError, match=r"is a folder. Name a file in it"):
        fabula.save(story, tmp_path)
    with pytest.raises(StoreError, match="not an ordinary file"):
        fabula.save(story, os.devnull)


def test_a_missing_folder_is_named(story: Story, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match=r"Could not save .*gone.*: No such file or directory"):
        fabula.save(story, tmp_path / "gone" / "story.fabula")


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    if os.access(folder, os.W_OK):
        folder.chmod(0o700)
        pytest.skip("this user may write everywhere")
    yield folder
    folder.chmod(0o700)


def test_a_read_only_folder_is_named(story: Story, read_only: Path) -> None:
    with pytest.raises(StoreError, match=r"Permission denied. Choose another place with -o"):
        fabula.save(story, read_only / "story.fabula")


@pytest.mark.parametrize(
    "failure",
    [OSError(errno.ENOSPC, "No space left on device"), sqlite3.OperationalError("database or disk is full")],
)
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    story: Story, saved: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def full(*args: object) -> None:
        raise failure

    monkeypatch.setattr(store_file, "_write", full)
    before = saved.read_bytes()
    with pytest.raises(StoreError, match=r"Could not save .*(No space left|disk is full)"):
        fabula.save(story, saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == ["story.fabula"]


def test_an_interruption_leaves_the_old_file_and_nothing_else(
    story: Story, saved: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*args: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", interrupted)
    before = saved.read_bytes()
    with pytest.raises(KeyboardInterrupt):
        fabula.save(story, saved)
    assert saved.read_bytes() == before
    assert [path.name for path in saved.parent.iterdir()] == ["story.fabula"]
