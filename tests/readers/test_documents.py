from fabula.readers import read_bytes
from fabula.text import Source

from .forms import docx_of, odt_of


def marked(source: Source, kind: str) -> list[str]:
    return [mark.span.of(source.text) for mark in source.marks if mark.kind == kind]


def word(blocks: str) -> Source:
    return read_bytes(docx_of(blocks), name="a.docx")


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def test_word_keeps_insertions_and_drops_deletions_and_says_so() -> None:
    source = word(
        paragraph(
            run("Wren ")
            + f"<w:del>{run('wept').replace('w:t', 'w:delText')}</w:del><w:ins>{run('laughed')}</w:ins>"
            + run(".")
        )
    )
    assert source.text == "Wren laughed."
    assert [notice.code for notice in source.notices] == ["changes"]


def test_word_leaves_footnotes_fields_and_drawings_out() -> None:
    source = word(
        paragraph(
            run("Once")
            + "<w:r><w:footnoteReference w:id='2'/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
            + "<w:r><w:drawing><w:p><w:r><w:t>boxed</w:t></w:r></w:p></w:drawing></w:r><w:hyperlink>"
            + run(" upon")
            + "</w:hyperlink>"
            + run(".")
        )
    )
    assert source.text == "Once upon."
    assert [notice.code for notice in source.notices] == ["references", "images"]


def test_word_italics_come_from_runs_and_styles_and_can_be_taken_back() -> None:
    source = word(
        paragraph(
            run("one ")
            + run("two", "<w:i/>")
            + run(" three", '<w:i w:val="0"/>')
            + run(" fo", "<w:i/>")
            + run("ur", "<w:i/>")
        )
    )
    assert marked(source, "emphasis") == ["two", "four"]


def test_word_breaks_tabs_and_hyphens() -> None:
    inner = (
        "<w:r><w:t>One</w:t><w:br/><w:t>two</w:t><w:tab/><w:t>three</w:t><w:noBreakHyphen/><w:softHyphen/>"
        "<w:t>four</w:t></w:r>"
    )
    assert word(paragraph(inner)).text == "One\ntwo\tthree-four"
    assert word(paragraph(run("One") + '<w:r><w:br w:type="page"/></w:r>') + paragraph(run("two"))).text == "One\n\ntwo"


def test_word_headings_come_from_styles_outlines_and_what_styles_are_based_on() -> None:
    source = word(
        paragraph(run("One"), '<w:pStyle w:val="Kop1"/>')
        + paragraph(run("Two"), '<w:pStyle w:val="Mine"/>')
        + paragraph(run("Three"), '<w:outlineLvl w:val="2"/>')
        + paragraph(run("Four"), '<w:pStyle w:val="Unknown"/>')
    )
    assert [(mark.level, mark.span.of(source.text)) for mark in source.marks] == [(1, "One"), (1, "Two"), (3, "Three")]


def test_a_rare_empty_paragraph_is_a_scene_break_in_every_kind_of_document() -> None:
    words = ["One.", "Two.", "", "Three.", "Four.", "Five.", "Six."]
    wanted = ["One.", "Two.", "* * *", "Three.", "Four.", "Five.", "Six."]
    rtf = "{\\rtf1 " + "".join(f"{word}\\par " for word in words) + "}"
    for source in (
        word("".join(paragraph(run(one) if one else "") for one in words)),
        read_bytes(odt_of("".join(f"<text:p>{one}</text:p>" for one in words)), name="a.odt"),
        read_bytes(rtf.encode(), name="a.rtf"),
    ):
        assert source.text.split("\n\n") == wanted
        assert marked(source, "ruler") == ["* * *"]


def test_empty_cells_of_a_table_are_no_scene_breaks() -> None:
    cell = "<w:tc>" + paragraph(run("a")) + "</w:tc><w:tc>" + paragraph("") + "</w:tc>"
    assert (
        word(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>" + paragraph(run("One.")) * 5).text.split("\n\n")
        == ["a"] + ["One."] * 5
    )


def test_acknowledgements_of_a_document_are_end_matter() -> None:
    heading = '<w:pStyle w:val="Kop1"/>'
    story = "".join(paragraph(run("She waited for the tide, and for Osk, and the tide came first.")) for _ in range(9))
    source = word(
        paragraph(run("One"), heading)
        + story
        + paragraph(run("Acknowledgements"), heading)
        + paragraph(run("To the sea."))
    )
    assert marked(source, "end") == ["Acknowledgements\n\nTo the sea."]


def open_document(blocks: str) -> Source:
    return read_bytes(odt_of(blocks), name="a.odt")


def test_open_document_spaces_tabs_and_breaks() -> None:
    source = open_document(
        '<text:p> One <text:s text:c="2"/>two<text:tab/>three<text:line-break/>four\n   five</text:p>'
    )
    assert source.text == "One   two\tthree\nfour five"


def test_open_document_leaves_notes_deletions_and_frames_out() -> None:
    source = open_document(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>Once<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note"
        "</text:p></text:note-body></text:note> upon<text:change-start/> a<text:change-end/> time.</text:p>"
    )
    assert source.text == "Once upon a time."
    assert [notice.code for notice in source.notices] == ["references", "changes"]


def test_open_document_headings_lists_and_nested_italics() -> None:
    source = open_document(
        '<text:h text:outline-level="2">Ebb</text:h><text:list><text:list-item><text:p>One '
        '<text:span text:style-name="T1">two '
        '<text:span text:style-name="T9">three</text:span></text:span>.</text:p></text:list-item></text:list>'
    )
    assert [(mark.kind, mark.level) for mark in source.marks] == [("heading", 2), ("emphasis", 0)]
    assert marked(source, "emphasis") == ["two three"]


def rich(words: str) -> Source:
    return read_bytes(("{\\rtf1\\ansi\\ansicpg1252 " + words + "}").encode("latin-1"), name="a.rtf")


def test_rich_text_characters_of_every_spelling() -> None:
    assert rich("\\'93Caf\\'e9,\\'94\\emdash\\lquote x\\rquote\\~\\{y\\}\\\\").text == "“Café,”—‘x’\u00a0{y}\\"
    assert rich("\\u8220?Z\\u233 e\\u-10179?\\u-8704?\\uc0\\u8217 s").text == "“Zé\U0001f600’s"
    assert rich("\\uc2\\u8220 ab c").text == "“ c"


def test_rich_text_takes_encodings_from_its_fonts() -> None:
    fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}{\\f2\\fcharset128 C;}}"
    assert rich(fonts + "\\f0\\'e9{\\f1\\'c4\\'e0}\\'e9{\\f2\\'82\\'a0}").text == "éДаéあ"


def test_rich_text_drops_what_is_no_story() -> None:
    source = rich(
        "{\\header top}{\\*\\generator x;}{\\pict\\bin3 {}}}Once{\\footnote {\\b note}}"
        "{\\field{\\*\\fldinst HYPERLINK x}{\\fldrslt  upon}}{\\v hid}{\\deleted gone} a time.\\par{\\*\\bkmkstart a}"
    )
    assert source.text == "Once upon a time."
    assert [notice.code for notice in source.notices] == ["references", "images"]


def test_rich_text_paragraphs_lines_and_italics() -> None:
    source = rich("\\pard One {\\i two}\\line three\\par\r\n\\pard\\i four\\plain  five\\par\\\n six\\page seven")
    assert source.text == "One two\nthree\n\nfour five\n\nsix\n\nseven"
    assert marked(source, "emphasis") == ["two", "four"]


def test_rich_text_cut_short_is_read_as_far_as_it_goes_and_says_so() -> None:
    source = read_bytes(b"{\\rtf1 One.\\par {\\i Two", name="a.rtf")
    assert source.text == "One.\n\nTwo"
    assert [notice.code for notice in source.notices] == ["cut"]


def markdown(text: str) -> Source:
    return read_bytes(text.encode(), name="a.md")


def test_markdown_front_matter_is_metadata() -> None:
    source = markdown(
        '---\ntitle: "Low Water"\nauthors:\n  - Vale\nlongform:\n  scenes:\n    - Ebb\n    - Flood\n---\nOnce.\n'
    )
    assert (source.title, source.author, source.text) == ("Low Water", "Vale", "Once.")
    assert ("scenes", "Ebb, Flood") in source.metadata
    assert source.locate(0).element == 10


def test_markdown_removes_marks_and_keeps_words() -> None:
    source = markdown(
        "“*No*,” said **Wren** of [the sea](x) and [[Osk|him]]. %%fix this%%\n\n"
        "> Dear `Osk`\\*,<br>come[^1] <i>home</i>.\n\n"
        "![a map](m.png)\n\n[^1]: A note.\n"
    )
    assert source.text == "“No,” said Wren of the sea and him.\n\nDear Osk*,\ncome home.\n\n[^1]: A note."
    assert marked(source, "emphasis") == ["No", "Wren", "home"]
    assert marked(source, "note") == ["[^1]: A note."]
    assert [notice.code for notice in source.notices] == ["images", "references"]


def test_markdown_leaves_dashes_numbers_and_indents_that_writers_use() -> None:
    assert markdown("- Who goes?\n\n1986. A cold year.\n\n    She waited.\n").text == (
        "- Who goes?\n\n1986. A cold year.\n\nShe waited."
    )


def test_markdown_line_ends_are_wraps_breaks_or_paragraphs_as_their_lines_show() -> None:
    assert markdown(
        "The tide went out past the jetty that day, and\nthe lamp in the window burned on as if it knew\nthat."
    ).text == ("The tide went out past the jetty that day, and the lamp in the window burned on as if it knew that.")
    assert markdown("The tide\ngoes out.").text == "The tide\ngoes out."
    long = "The lamp burned on. " * 10
    assert markdown(f"{long}\n{long}\n").text == f"{long.strip()}\n\n{long.strip()}"


def test_a_sentence_underlined_with_dashes_ends_its_scene() -> None:
    source = markdown("He was gone.\n---\nMorning came.\n\nEbb\n---\nOnce.\n")
    assert source.text.split("\n\n") == ["He was gone.", "* * *", "Morning came.", "Ebb", "Once."]
    assert marked(source, "heading") == ["Ebb"]
