"""Bytes to text: which encoding a text file is written in.

A byte order mark decides; bytes that are valid UTF-8 are UTF-8; else each encoding that Chinese offices use is tried
and the one in which most characters are common Chinese ones wins. The order of `CANDIDATES` settles a tie, so that
the answer for given bytes never changes.
"""

from __future__ import annotations

import codecs
from functools import cache
from typing import NamedTuple

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
CANDIDATES = ("gb18030", "big5", "utf-16-le", "utf-16-be")
SAMPLE = 64 * 1024
"""So many bytes decide which encoding it is; even, so that no UTF-16 character is cut."""
MAX_DAMAGE = 0.01
"""Text with more replaced characters than this is no text."""

MAX_CONTROLS = 0.005
"""Word leaves a few control characters in its plain text; binary files have some 10 %."""

_CONTROLS = tuple(map(chr, sorted({*range(1, 0x20), 0x7F} - {0x09, 0x0A, 0x0B, 0x0C, 0x0D})))
_DAMAGE_WEIGHT = 3
_MARKS = "，。、；：？！“”‘’（）《》〈〉【】〔〕「」『』—…·～％＋－　①②③④⑤⑥⑦⑧⑨⑩⑴⑵⑶⑷⑸"


class Decoded(NamedTuple):
    """Text, the encoding it was written in, and how many characters could not be decoded (`�` stands for them)."""

    text: str
    encoding: str
    damaged: int = 0


def decode(content: bytes) -> Decoded | None:
    """Decode a text file, None where the bytes are no text.

    >>> decode("责任单位：区财政局".encode("gb18030"))
    Decoded(text='责任单位：区财政局', encoding='gb18030', damaged=0)
    >>> decode(bytes(range(256))) is None
    True
    """
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _decode_as(content, encoding)
    if b"\0" not in content:
        try:
            return _checked(Decoded(content.decode("utf-8"), "utf-8"))
        except UnicodeDecodeError:
            pass
    return _decode_as(content, _likely_encoding(content))


def decode_declared(content: bytes, encoding: str | None) -> Decoded | None:
    """Decode by the declared encoding where it is a known one and fits without damage, else by the bytes."""
    if encoding and not any(content.startswith(mark) for mark, _ in MARKS):
        wider = "gb18030" if encoding.lower() in {"gb2312", "gbk", "gb_2312-80", "x-gbk"} else encoding
        try:
            return _checked(Decoded(content.decode(wider), wider.lower()))
        except (LookupError, UnicodeError):
            pass
    return decode(content)


def _decode_as(content: bytes, encoding: str) -> Decoded | None:
    text = content.decode(encoding, errors="replace")
    return _checked(Decoded(text, encoding, text.count("�")))


def _checked(decoded: Decoded) -> Decoded | None:
    length = max(1, len(decoded.text))
    controls = sum(decoded.text.count(control) for control in _CONTROLS)
    binary = "\0" in decoded.text or controls > MAX_CONTROLS * length
    return None if binary or decoded.damaged > max(1, MAX_DAMAGE * length) else decoded


def _likely_encoding(content: bytes) -> str:
    """The candidate with the largest share of common characters; UTF-8 with a damaged spot is one of them."""
    sample = content[:SAMPLE]
    best, best_share = "utf-8", _common_share(sample, "utf-8")
    for encoding in CANDIDATES:
        share = _common_share(sample, encoding)
        if share > best_share:
            best, best_share = encoding, share
    return best


def _common_share(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    common = _common_characters(encoding)
    right = sum(character in common for character in text)
    return (right - _DAMAGE_WEIGHT * text.count("�")) / max(1, len(text))


@cache
def _common_characters(encoding: str) -> frozenset[str]:
    """ASCII, punctuation and the everyday characters: level 1 of GB 2312, of Big5 or of both."""
    simplified = _two_byte_characters("gb2312", range(0xB0, 0xD8), (0xA1, 0xFF))
    traditional = _two_byte_characters("big5", range(0xA4, 0xC7), (0x40, 0xFF))
    everyday = {"gb18030": simplified, "big5": traditional}.get(encoding, simplified | traditional)
    ascii_text = {chr(code) for code in range(0x20, 0x7F)} | {"\t", "\n", "\r", "\f"}
    full_width = {chr(code) for code in range(0xFF08, 0xFF1B)}
    return frozenset(everyday | ascii_text | full_width | set(_MARKS))


def _two_byte_characters(encoding: str, leads: range, trails: tuple[int, int]) -> set[str]:
    pairs = (bytes((lead, trail)) for lead in leads for trail in range(*trails))
    return set("".join(pair.decode(encoding, errors="ignore") for pair in pairs))
