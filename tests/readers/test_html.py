from fabula.readers import read_bytes
from fabula.text import Source


def read(body: str, head: str = "") -> Source:
    return read_bytes(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode(), name="a.html")


def regions(source: Source) -> list[tuple[str, str]]:
    kinds = ("front", "note", "summary", "end")
    return [(mark.kind, mark.span.of(source.text)) for mark in source.marks if mark.kind in kinds]


def marked(source: Source, kind: str) -> list[str]:
    return [mark.span.of(source.text) for mark in source.marks if mark.kind == kind]


def test_white_space_is_collapsed_as_a_browser_does() -> None:
    source = read("<p>  One\n   <b> two</b>\tthree </p>\n\n<p>four<br>\n five</p> six ")
    assert source.text == "One two three\n\nfour\nfive\n\nsix"
    assert marked(source, "emphasis") == ["two"]


def test_two_breaks_end_a_paragraph_and_one_does_not() -> None:
    assert read("<p>One<br>two<br><br>three<br>&nbsp;<br>four</p>").text == "One\ntwo\n\nthree\n\nfour"


def test_emphasis_runs_over_paragraphs_and_ends_with_its_element() -> None:
    source = read("<div><i><p>One two.</p><p>Three.</p></i></div><p>Four <em>fi</em><em>ve</em> six.</p>")
    assert marked(source, "emphasis") == ["One two.", "Three.", "five"]


def test_italics_are_found_in_styles_too() -> None:
    style = "<style>.c3{color:red;font-style:italic} p.c4 , .c5 {font-style:italic}</style>"
    source = read(
        '<p><span class="c3">One</span> <span style="font-style: italic">two</span> <span class="x">six</span></p>',
        style,
    )
    assert marked(source, "emphasis") == ["One", "two"]


def test_rulers_and_what_stands_for_them() -> None:
    source = read(
        "<p>One.</p><hr><hr><p>Two.</p><p>~*~</p><p>Three.</p><p class='scene-break'><img src=a></p><p>Four.</p>"
        "<p>—</p><p>#</p>"
    )
    assert source.text.split("\n\n") == ["One.", "* * *", "Two.", "~*~", "Three.", "* * *", "Four.", "—", "#"]
    assert marked(source, "ruler") == ["* * *", "~*~", "* * *", "#"]


def test_rare_gaps_are_scene_breaks_and_usual_ones_are_not() -> None:
    rare = "<p>One.</p><p>Two.</p><p>Three.</p><p>Four.</p><p>&nbsp;</p><p>Five.</p><p>Six.</p>"
    assert read(rare).text.split("\n\n") == ["One.", "Two.", "Three.", "Four.", "* * *", "Five.", "Six."]
    assert [notice.code for notice in read(rare).notices] == ["gaps"]
    usual = "<p>&nbsp;</p>".join(f"<p>{word}.</p>" for word in "One Two Three Four Five".split())
    assert "* * *" not in read(usual).text
    wide = usual.replace("<p>Four", "<p><br></p><p>Four")
    assert read(wide).text.split("\n\n") == ["One.", "Two.", "Three.", "* * *", "Four.", "Five."]


def test_furniture_is_left_out_but_the_story_is_not() -> None:
    source = read(
        "<nav>Menu</nav><header><h1>The Lamp</h1></header><div class='entry-content'>"
        "<p>Once there was a lamp, and it "
        "burned.</p><p><a href='2.html'>Next chapter</a></p><p>See <a href='x'>the sea</a>.</p></div>"
        "<aside>Ads</aside>"
        "<footer>Copyright</footer><div hidden>Secret</div><div style='display:none'>Secret</div>"
    )
    assert source.text == "Once there was a lamp, and it burned.\n\nSee the sea."
    assert source.title == "The Lamp"
    assert [notice.code for notice in source.notices] == ["page", "links"]


def test_marks_of_footnotes_and_ruby_are_no_words_of_a_sentence() -> None:
    source = read(
        'He said<sup><a href="#n1">1</a></sup> so<a href="#n2"><sup>[2]</sup>'
        '</a>. 10<sup>2</sup> of <a href="#x">them</a>'
        " <ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>."
    )
    assert source.text == "He said so. 102 of them 漢."


def test_a_bracketed_mark_is_taken_out_without_being_raised_and_other_links_are_not() -> None:
    source = read('<p>He said<a class="fnanchor" href="#f">[12]</a> so in <a href="#x">1912</a> [1].</p>')
    assert source.text == "He said so in 1912 [1]."


def test_a_caption_is_no_story() -> None:
    source = read("<p>Once.</p><figure><img src=a><figcaption>The jetty.</figcaption></figure><p>Twice.</p>")
    assert regions(source) == [("note", "The jetty.")]


def test_a_drawn_initial_is_a_letter_and_soft_hyphens_are_none() -> None:
    assert read('<p><img alt="T" src="t.png">he la\u00admp\u2060—burned<wbr>.</p>').text == "The lamp—burned."


def test_preformatted_lines_stay() -> None:
    assert read("<pre>One\n  two\n\nthree</pre>").text == "One\n  two\n\nthree"


def test_tags_are_tolerated_however_broken() -> None:
    assert read(
        "<p>One <b>two <i>three</b> four</i> five</q><p>six < seven & eight &amp; nine &bogus; &#8217;"
    ).text == ("One two three four five\n\nsix < seven & eight & nine &bogus; ’")


ARCHIVE = """<div id="preface"><h2 class="toc-heading">Preface</h2><p class="message"><b>Low Water</b>
<br>Posted originally
on the <a href="x">Archive</a>.</p><div class="meta"><dl class="tags"><dt>Rating:</dt><dd><a href="r">General</a></dd>
<dt>Characters:</dt><dd><a href="w">Wren</a>, <a href="o">Osk</a></dd></dl><h1>Low Water</h1><div class="byline">by
<a rel="author" href="v">vale</a></div><p>Summary</p><blockquote class="userstuff"><p>A lamp is lost.</p></blockquote>
<p>Notes</p><blockquote class="userstuff"><p>Thanks to my reader.</p></blockquote></div></div>
<div id="chapters" class="userstuff"><div class="meta group"><h2 class="heading">Chapter 1: Ebb</h2>
<p>Chapter Summary</p>
<blockquote class="userstuff"><p>It begins.</p></blockquote><p>Chapter Notes</p><blockquote class="userstuff">
<p>Hello!</p>
</blockquote></div><!--chapter content--><div class="userstuff"><p>“Late,” said Wren.</p><p>Notes</p>
<p>were all she left.</p>
</div><!--/chapter content--><div class="meta" id="endnotes1"><p>Chapter End Notes</p><blockquote class="userstuff">
<p>Bye!</p></blockquote></div><div class="meta group"><h2 class="heading">Chapter 2: Flood</h2></div>
<div class="userstuff">
<p>Osk came.</p></div></div><div id="afterword"><h2 class="toc-heading">Afterword</h2>
<p class="message">Please comment.</p>
</div>"""


def test_a_download_of_the_archive_has_its_story_apart_from_its_notes() -> None:
    source = read(ARCHIVE, "<title>Low Water - vale - Original Work</title>")
    story = source.text
    for kind, words in regions(source):
        assert kind
        story = story.replace(words, "", 1)
    assert [words for words in story.split("\n\n") if words.strip()] == [
        "Chapter 1: Ebb",
        "“Late,” said Wren.",
        "Notes",
        "were all she left.",
        "Chapter 2: Flood",
        "Osk came.",
    ]
    assert regions(source)[1:] == [
        ("summary", "Summary\n\nA lamp is lost."),
        ("note", "Notes\n\nThanks to my reader."),
        ("summary", "Chapter Summary\n\nIt begins."),
        ("note", "Chapter Notes\n\nHello!"),
        ("note", "Chapter End Notes\n\nBye!"),
        ("end", "Afterword\n\nPlease comment."),
    ]
    assert marked(source, "heading") == ["Preface", "Low Water", "Chapter 1: Ebb", "Chapter 2: Flood", "Afterword"]
    assert (source.title, source.author) == ("Low Water", "vale")
    assert ("characters", "Wren, Osk") in source.metadata


def test_a_saved_page_of_the_archive_is_read_without_its_frame() -> None:
    source = read(
        """<div id="outer"><ul class="navigation"><li><a href="/">Home</a></li></ul><div id="workskin">
        <div class="preface group"><h2 class="title heading">Low Water</h2><h3 class="byline heading">
<a rel="author">vale</a></h3>
        <div class="summary module"><h3 class="heading">Summary:</h3><blockquote class="userstuff"><p>A lamp.</p>
</blockquote></div>
        </div><div id="chapters"><div class="chapter"><div class="chapter preface group">
<h3 class="title">Chapter 1: Ebb</h3>
        <div class="notes module"><h3 class="heading">Notes:</h3><blockquote class="userstuff"><p>Hi!</p>
</blockquote></div></div>
        <div class="userstuff module" role="article"><h3 class="landmark heading">Chapter Text</h3>
<p>“Late,” said Wren, who
        had waited for the tide since noon and meant to say so at some length.</p></div></div></div></div></div>"""
    )
    assert "Home" not in source.text
    assert "Chapter Text" not in source.text
    assert ("summary", "Summary:\n\nA lamp.") in regions(source)
    assert ("note", "Notes:\n\nHi!") in regions(source)
    story = [mark for mark in source.marks if mark.kind == "heading" and mark.span.of(source.text) == "Chapter 1: Ebb"]
    assert len(story) == 1


def test_a_page_of_fanficfare_loses_its_contents_but_not_its_chapters() -> None:
    source = read(
        '<h1><a href="u">Low Water</a> by <a href="v">Vale</a></h1><table class="full"><tr><td><b>Genre:</b></td>'
        "<td>Sea</td>"
        '</tr></table><a name="TOCTOP"><h2>Table of Contents</h2></a><p><a href="#section0001">1. Ebb</a><br /></p>'
        '<a name="section0001"><h2>1. Ebb</h2></a><p>“Late,” said Wren.</p>',
        "<title>Low Water by Vale</title>",
    )
    assert (source.title, source.author) == ("Low Water", "Vale")
    assert marked(source, "heading") == ["Low Water by Vale", "Table of Contents", "1. Ebb"]
    assert source.text.count("1. Ebb") == 1


def test_a_page_of_project_gutenberg_has_its_licence_apart() -> None:
    source = read(
        '<section class="pg-boilerplate pgheader" id="pg-header"><p>This ebook is for anyone.</p></section>'
        "<h1>Low Water</h1>"
        '<h2>I. EBB</h2><p>“Late.”</p><section class="pg-boilerplate pgfooter" id="pg-footer"><p>*** END ***</p>'
        "</section>"
    )
    assert regions(source) == [("front", "This ebook is for anyone."), ("end", "*** END ***")]


def test_places_count_the_elements_of_the_whole_page() -> None:
    source = read(
        "<nav><p>x</p></nav><article><p>One, and one more, and more.</p><div><p>Two <i>and</i> three.</p></div>"
        "</article>"
    )
    assert [(part.document, part.element) for part in source.parts] == [("a.html", 7), ("a.html", 9)]


def test_a_picture_that_keeps_coming_back_between_paragraphs_is_a_scene_break() -> None:
    ornament, story = '<p class="c"><img src="star.png" alt=""></p>', "<p>One.</p><p>Two.</p>"
    source = read(
        story + ornament + story + '<div><img src="map.png"></div>' + story + ornament + story + ornament + story
    )
    assert marked(source, "ruler") == ["* * *"] * 3
    assert "* * *" not in read(story + ornament + story + ornament + story).text
    inline = '<p><img src="star.png">One.</p>'
    assert "* * *" not in read(inline * 5).text
