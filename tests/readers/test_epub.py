from fabula.readers import read_bytes
from fabula.text import Source

from .forms import epub_of, page


def read(pages: dict[str, str], **kwargs: str) -> Source:
    return read_bytes(epub_of(pages, **kwargs), name="a.epub")  # type: ignore[arg-type]


def regions(source: Source) -> list[tuple[str, str]]:
    kinds = ("front", "note", "summary", "end")
    return [(mark.kind, mark.span.of(source.text)) for mark in source.marks if mark.kind in kinds]


def headings(source: Source) -> list[tuple[int, str]]:
    return [(mark.level, mark.span.of(source.text)) for mark in source.marks if mark.kind == "heading"]


def chapter(number: str, title: str, words: str) -> str:
    return page(
        f'<section epub:type="chapter"><hgroup><h2 epub:type="ordinal">{number}</h2>'
        f'\n<p epub:type="title">{title}</p></hgroup>'
        f"\n<p>{words}</p></section>",
        ' epub:type="bodymatter z3998:fiction"',
    )


SEMANTIC = {
    "title": page(
        '<section epub:type="titlepage"><h1>Low Water</h1><p>By Imogen Vale</p></section>', ' epub:type="frontmatter"'
    ),
    "imprint": page(
        '<section epub:type="imprint"><h2>Imprint</h2><p>Made by hand.</p></section>', ' epub:type="frontmatter"'
    ),
    "dedication": page('<section epub:type="dedication"><p>To the tide</p></section>', ' epub:type="frontmatter"'),
    "preface": page(
        '<section id="preface" epub:type="preface"><p>These papers were found in a lamp.</p></section>',
        ' epub:type="frontmatter z3998:fiction"',
    ),
    "one": chapter("I", "Ebb", '“Late,” said Wren.<a epub:type="noteref" href="notes.xhtml#n1">1</a>'),
    "two": chapter("II", "Flood", "Osk came."),
    "epilogue": page('<section epub:type="epilogue"><h2>Later</h2><p>The lamp still burns.</p></section>'),
    "notes": page(
        '<section epub:type="endnotes"><h2>Endnotes</h2><ol><li id="n1"><p>She was. '
        '<a epub:type="backlink" href="#r">↩</a></p></li>'
        "</ol></section>",
        ' epub:type="backmatter"',
    ),
    "rights": page(
        '<section epub:type="copyright-page"><h2>Uncopyright</h2><p>Free.</p></section>', ' epub:type="backmatter"'
    ),
}


def test_semantic_markup_tells_the_story_from_what_lies_around_it() -> None:
    source = read(SEMANTIC)
    assert regions(source) == [
        ("front", "Low Water\n\nBy Imogen Vale"),
        ("front", "Imprint\n\nMade by hand."),
        ("front", "To the tide"),
        ("end", "Endnotes\n\nShe was."),
        ("end", "Uncopyright\n\nFree."),
    ]
    assert "“Late,” said Wren.\n\n" in source.text
    assert "references" in [notice.code for notice in source.notices]


def test_number_and_title_of_a_chapter_are_one_heading_of_two_lines() -> None:
    assert headings(read(SEMANTIC))[2:4] == [(2, "I\nEbb"), (2, "II\nFlood")]


def test_a_heading_in_two_spans_is_two_lines() -> None:
    source = read({"one": page('<h2><span>IV</span><span epub:type="subtitle">Ebb</span></h2><p>Once.</p>')})
    assert headings(source) == [(2, "IV\nEbb")]


def test_a_title_that_only_the_contents_have_is_added_at_the_depth_of_the_others() -> None:
    pages = {
        "one": page("<section><h2>Ebb</h2><p>Once.</p></section>"),
        "two": page("<p>Twice.</p>"),
        "three": page('<p class="calibre5">CHAPTER  THREE</p><p>Thrice.</p>'),
    }
    nav = "".join(
        f'<li><a href="text/{name}.xhtml">{title}</a></li>'
        for name, title in (("one", "Ebb"), ("two", "Flood"), ("three", "Chapter Three"))
    )
    source = read(pages, nav=nav)
    assert headings(source) == [(2, "Ebb"), (2, "Flood"), (2, "CHAPTER  THREE".replace("  ", " "))]
    assert source.text == "Ebb\n\nOnce.\n\nFlood\n\nTwice.\n\nCHAPTER THREE\n\nThrice."
    assert [notice.code for notice in source.notices] == ["titles"]


def test_contents_of_version_2_lead_to_places_inside_a_page() -> None:
    pages = {"one": page('<p id="a">One</p><p>Once.</p><p>More.</p><p>Still more.</p><p id="b">Two</p><p>Twice.</p>')}
    ncx = "".join(
        f'<navPoint><navLabel><text>{title}</text></navLabel><content src="text/one.xhtml#{place}"/></navPoint>'
        for title, place in (("One", "a"), ("Two", "b"))
    )
    assert headings(read(pages, version="2.0", ncx=ncx)) == [(1, "One"), (1, "Two")]


def test_guide_and_customary_titles_mark_matter_in_version_2() -> None:
    pages = {
        "cover": page("<p>Cover of a book</p>"),
        "legal": page("<p>All rights reserved.</p>"),
        "one": page("<h1>One</h1><p>Once there was a lamp.</p>"),
        "about": page("<h1>About the Author</h1><p>She lives by the sea.</p>"),
        "thanks": page("<p>To everyone.</p>"),
    }
    guide = (
        '<guide><reference type="copyright-page" href="text/legal.xhtml"/>'
        '<reference type="cover" href="text/cover.xhtml"/></guide>'
    )
    ncx = (
        '<navPoint><navLabel><text>Cover</text></navLabel><content src="text/cover.xhtml"/></navPoint>'
        '<navPoint><navLabel><text>Acknowledgements</text></navLabel><content src="text/thanks.xhtml"/></navPoint>'
    )
    assert regions(read(pages, version="2.0", guide=guide, ncx=ncx)) == [
        ("front", "Cover of a book"),
        ("front", "All rights reserved."),
        ("end", "About the Author\n\nShe lives by the sea."),
        ("end", "To everyone."),
    ]


def test_footnotes_in_a_chapter_are_no_story() -> None:
    body = '<p>Once.</p><aside epub:type="footnote"><p>Or twice.</p></aside><p>And then.</p>'
    assert regions(read({"one": page(body)})) == [("note", "Or twice.")]


def test_what_stands_outside_the_reading_order_is_left_out_with_a_notice() -> None:
    pages = {"one": page("<p>Once.</p>"), "map": page("<p>Map.</p>")}
    source = read(pages, spine='<itemref idref="map" linear="no"/><itemref idref="one"/>')
    assert source.text == "Once."
    assert [notice.code for notice in source.notices] == ["aside"]
    assert read(pages, spine='<itemref idref="map" linear="no"/>').text == "Map."


def test_verse_letters_and_breaks_keep_their_lines() -> None:
    body = (
        "<blockquote epub:type='z3998:verse'><p><span>The tide goes out,</span>\n<br/>"
        "\n<span>the lamp stays lit.</span></p>"
        "</blockquote><blockquote><p>Dear Osk,</p><p>come home.</p><footer><p>Wren</p></footer></blockquote>"
    )
    assert read({"one": page(body)}).text == (
        "The tide goes out,\nthe lamp stays lit.\n\nDear Osk,\n\ncome home.\n\nWren"
    )


def test_empty_elements_close_themselves_in_xhtml() -> None:
    body = '<a id="p1"/><i/><script src="x.js"/><p>Once<a id="x"/> <span/>upon.</p><div/><p>A <i>time</i>.</p>'
    source = read({"one": page(body)})
    assert source.text == "Once upon.\n\nA time."
    assert [mark.span.of(source.text) for mark in source.marks if mark.kind == "emphasis"] == ["time"]


def test_a_story_of_fanficfare_has_its_title_page_and_log_apart() -> None:
    pages = {
        "title": page(
            "<h3><a href='u'>Low Water</a> by Vale</h3><div><b>Genre:</b> Sea<br/></div>", ' class="fff_titlepage"'
        ),
        "one": page('<h3 class="fff_chapter_title">1. Ebb</h3><p>Once.</p>', ' class="fff_chapter"'),
        "log": page("<h3>Update Log</h3><p class='log_entry'>Words: 9</p>", ' class="fff_logpage"'),
    }
    source = read(pages)
    assert regions(source) == [("front", "Low Water by Vale\n\nGenre: Sea"), ("end", "Update Log\n\nWords: 9")]
    assert (3, "1. Ebb") in headings(source)


def test_a_work_of_the_archive_as_its_converter_leaves_it() -> None:
    pages = {
        "split_000": page(
            '<div id="preface"><h2 class="toc-heading">Preface</h2><dl class="tags"><dt>Rating:</dt></dl></div>'
        ),
        "split_001": page(
            '<h1 class="calibre4">The Lamp at Low Water</h1><div class="byline">by Vale</div>'
            '<p class="calibre5">Summary</p>'
            '<blockquote class="userstuff"><p>A lamp is lost.</p></blockquote>'
        ),
        "split_002": page(
            '<div id="chapters"><div><h2 class="heading">Chapter 1: Ebb</h2><p>Chapter Notes</p>'
            '<div class="endnote-link">See the end for <a href="#endnotes1">notes</a></div></div>'
            '<div class="userstuff2"><blockquote>'
            "<p>A letter.</p></blockquote><p>“Late,” said Wren.</p></div>"
            '<div id="endnotes1"><p>Chapter End Notes</p><blockquote '
            'class="userstuff"><p>Bye!</p></blockquote></div></div>'
        ),
    }
    source = read(pages)
    assert regions(source) == [
        ("front", "Preface\n\nRating:"),
        ("front", "The Lamp at Low Water"),
        ("note", "by Vale"),
        ("summary", "Summary\n\nA lamp is lost."),
        ("note", "Chapter Notes\n\nSee the end for notes"),
        ("note", "Chapter End Notes\n\nBye!"),
    ]
    assert "A letter.\n\n“Late,” said Wren." in source.text


def test_places_name_the_document_and_the_element() -> None:
    source = read({"one": page("<p>Once.</p>"), "two": page("<div><p>Twice <i>or</i></p></div>")})
    place = source.locate(source.text.index("or"))
    assert (place.document, place.element) == ("OPS/text/two.xhtml", 6)


def test_names_with_blanks_and_other_cases_are_found() -> None:
    data = epub_of({"one": page("<p>Once.</p>")})
    assert read_bytes(data.replace(b"OPS/text/one.xhtml", b"OPS/Text/ONE.xhtml"), name="a.epub").text == "Once."


def test_authors_are_those_who_wrote_it() -> None:
    data = epub_of({"one": page("<p>Once.</p>")})
    assert read_bytes(data, name="a.epub").author == "Imogen Vale"
