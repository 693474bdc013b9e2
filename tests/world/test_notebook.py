from by_hand import TEXT, story
from selectolax.lexbor import LexborHTMLParser

from fabula import read_text
from fabula.document import Document
from fabula.text import Source
from fabula.world import Story


def test_a_notebook_shows_who_says_most_first() -> None:
    shown = LexborHTMLParser(story()._repr_html_())
    assert shown.css_first("p").text() == "Rain by A. N. Other: 3 characters, 3 quotations, 1 chapter"
    rows = [[cell.text() for cell in row.css("td")] for row in shown.css("tbody tr")]
    assert [(row[0], row[4]) for row in rows] == [("Mrs. Vane", "50%"), ("Ada", "33%"), ("I", "–")]


def test_a_story_without_words_shows_its_name() -> None:
    assert "Untitled" in read_text("")._repr_html_()


def test_hostile_titles_stay_words() -> None:
    document = story().document
    told = Story(Document(Source(TEXT, title="<img src=x onerror=a(1)>"), document.layers, document.columns))
    assert not LexborHTMLParser(told._repr_html_()).css("img")
