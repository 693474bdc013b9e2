"""What the control words and numbers of Rich Text Format stand for."""

import codecs

SYMBOLS = {
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "tab": "\t",
    "emspace": "\u2003",
    "enspace": "\u2002",
    "qmspace": "\u2005",
}
PARAGRAPH_ENDS = frozenset(("par", "sect", "page", "cell", "nestcell", "row", "nestrow"))
LEFT_OUT = frozenset(
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf footnote annotation "
    "fldinst themedata colorschememapping datastore latentstyles listtable listoverridetable rsidtbl generator "
    "pntext listtext bkmkstart bkmkend xe tc txe nonshppict shp shpinst filetbl revtbl xmlnstbl mmathPr userprops "
    "operator creatim revtim printim ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn atnid atnauthor do".split()
)
"""Destinations with no words of the story in them."""
CHARSETS = {
    0: "cp1252",
    77: "mac_roman",
    128: "cp932",
    129: "cp949",
    134: "gbk",
    136: "cp950",
    161: "cp1253",
    162: "cp1254",
    163: "cp1258",
    177: "cp1255",
    178: "cp1256",
    186: "cp1257",
    204: "cp1251",
    222: "cp874",
    238: "cp1250",
}
"""Encodings by the character set that a font names."""


def codec_of(page: int) -> str:
    """The codec for a Windows code page, Windows-1252 if there is none."""
    name = {65001: "utf-8", 10000: "mac_roman", 936: "gbk"}.get(page, f"cp{page}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return "cp1252"
