"""Bytes to text: what the encoding is, and how that was decided."""

import codecs
import re

from fabula.text import Notice

BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
SAMPLE = 32_768
"""Bytes looked at to guess a legacy encoding."""
LEGACY = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 koi8_r mac_roman cp437 cp850 shift_jis euc_jp "
    "gb18030 big5 euc_kr iso8859_2 iso8859_5 iso8859_15"
).split()
NON_ASCII = re.compile(rb"[\x80-\xff]+")
WESTERN = frozenset("‘’“”–—…«»‹›„•·°§©®™£€¡¿´½¼¾\u00a0\u00adàáâãäåæçèéêëìíîïñòóôõöøùúûüßœÀÁÂÄÅÆÇÈÉÊËÍÎÏÑÓÖØÚÜŒ")
"""What Windows-1252 texts in western languages hold beyond ASCII."""
LATIN_2 = re.compile(r"[^\W\d_][±¶]|[±¶][^\W\d_]")
"""Marks inside words, where ISO 8859-2 has letters and Windows-1250 has not."""
DECLARED = re.compile(
    rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.-]{1,40})|<meta[^>]{0,300}?charset\s*=\s*["']?([\w.-]{1,40})""", re.I
)
DAMAGE = 0.02
"""Share of the characters outside ASCII that may be broken in a text that still counts as UTF-8."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, list[Notice]]:
    """The text and what the person should know of the decision.

    UTF-8 is tried before everything but a byte order mark, since no other text is UTF-8 by chance; then what the file
    declares, then a guess from a sample.
    """
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return _with_losses(data[len(bom) :], encoding, f"The byte order mark says {encoding.upper()}.")
    if wide := _wide(data):
        return _with_losses(data, wide, f"Every second byte is zero, so the text was read as {wide.upper()}.")
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError:
        pass
    if _nearly_utf8(data):
        return _with_losses(data, "utf-8", "The text is UTF-8 with damaged places.")
    if declared and (codec := _codec(declared)) and codec != "utf-8":
        return _with_losses(data, codec, f"The file says that it is in {declared}.")
    encoding = _guess(data)
    return _with_losses(data, encoding, f"The text is not UTF-8; it was read as {encoding}, the likeliest encoding.")


def decode_markup(data: bytes) -> tuple[str, list[Notice]]:
    """The text of an HTML or XML file, which may declare its encoding."""
    match = DECLARED.search(data[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else None
    return decode(data, declared)


def _with_losses(data: bytes, encoding: str, reason: str) -> tuple[str, list[Notice]]:
    text = data.decode(encoding, "replace")
    lost = text.count("\ufffd") - (data.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    if lost > 0:
        reason += f" {lost} characters could not be read and stand as U+FFFD."
    return text, [Notice("encoding", reason)]


def _codec(name: str) -> str | None:
    """The codec for a declared name, as browsers take it; `None` if there is none for text."""
    try:
        found = codecs.lookup(name)
    except LookupError:
        return None
    if not found._is_text_encoding or found.name in (
        "idna",
        "punycode",
        "raw-unicode-escape",
        "unicode-escape",
        "undefined",
    ):
        return None
    return "cp1252" if found.name in ("iso8859-1", "ascii") else found.name


def _wide(data: bytes) -> str | None:
    """UTF-16 without a byte order mark, told by the zeros of its ASCII characters."""
    sample = data[:SAMPLE]
    pairs = max(len(sample) // 2, 1)
    even, odd = sample[0::2].count(0) / pairs, sample[1::2].count(0) / pairs
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.05 else None


def _nearly_utf8(data: bytes) -> bool:
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = sum(character > "\x7f" for character in text[: 1 << 20]) - broken
    return broken <= max(1, DAMAGE * whole) and whole > 0


def _guess(data: bytes) -> str:
    """The likeliest legacy encoding, told from a sample of the lines that are not ASCII."""
    from charset_normalizer import from_bytes

    sample = _sample(data)
    if _looks_western(sample):
        return "cp1252"
    best = from_bytes(sample, cp_isolation=LEGACY).best()
    if best is None:
        return "cp1252"
    if best.encoding == "cp1250" and LATIN_2.search(sample.decode("cp1250", "replace")):
        return "iso8859_2"
    return best.encoding


def _sample(data: bytes) -> bytes:
    """Lines that are not ASCII, whole ones where they are not too long, so that no character is cut in two."""
    lines: list[bytes] = []
    size = position = 0
    while size < SAMPLE and (match := NON_ASCII.search(data, position)):
        start = data.rfind(b"\n", 0, match.start()) + 1
        start = start if match.start() - start < SAMPLE else match.start()
        end = data.find(b"\n", match.end(), start + SAMPLE)
        position = end if end >= 0 else min(len(data), start + SAMPLE)
        lines.append(data[start:position])
        size += position - start
    return b"\n".join(lines)


def _looks_western(sample: bytes) -> bool:
    """Whether a sample read as Windows-1252 has only the letters and marks that western languages use.

    Asked before any guess from frequencies, which takes a rare accent in an English text for Czech.
    """
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    special = [character for character in text if character > "\x7f"]
    letters = sum(character.isalpha() for character in text)
    foreign = {character for character in special if character not in WESTERN}
    czech = "ì" in special and any(character in special for character in "áíý")
    hungarian = "õ" in special and "ã" not in special
    return not foreign and not czech and not hungarian and sum(map(str.isalpha, special)) < 0.25 * max(letters, 1)
