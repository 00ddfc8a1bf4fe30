"""Plain text: one line of the document for every printed line, tabs and blanks kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from kg.model import Document, Finding, Landmark, Line, Place
from kg.readers.base import CHECK_WHOLE, MEBIBYTE, SPLIT, refusal, sha256
from kg.readers.encodings import Decoded, decode

MAX_LINES = 300_000
"""Printed lines; each takes 40 µs and 1.5 kB. A book of a thousand pages has 40,000."""

_LINE_END = re.compile(r"\r\n|[\n\r\f]")


class TextReader:
    """Anything that decodes as text; recovering a table's layout from it is not done here."""

    name = "text"
    suffixes: tuple[str, ...] = (".txt", ".text", ".log")
    max_bytes = 64 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """Any file may be text: this reader stands last and refuses what is none."""
        return True

    def read(self, content: bytes, source_name: str) -> Document:
        """Decode the file; `Document.text` is the decoded file, line ends included."""
        decoded = decoded_or_refused(content, source_name)
        lines = tuple(islice(printed_lines(decoded.text), MAX_LINES + 1))
        if len(lines) > MAX_LINES:
            raise refusal(source_name, (f"文件超过 {MAX_LINES} 行", f"more than {MAX_LINES} lines"), SPLIT)
        return Document(
            name=source_name,
            format="txt",
            encoding=decoded.encoding,
            sha256=sha256(content),
            text=decoded.text,
            blocks=tuple(Line(start=start, end=end) for start, end in lines),
            landmarks=line_landmarks(decoded.text, source_name),
            findings=damage_findings(decoded, source_name),
        )


def decoded_or_refused(content: bytes, name: str) -> Decoded:
    """Decode a text format; raises `UnreadableDocument` where the bytes are no text."""
    decoded = decode(content)
    if decoded is None:
        raise refusal(
            name,
            ("文件不是文本，也不是能识别的文档格式", "neither text nor a document of a known format"),
            (
                "请确认文件没有损坏，或另存为 .docx、.pdf、.txt 后再试",
                "make sure that it is not damaged, or save it as .docx, .pdf or .txt",
            ),
        )
    if not decoded.text.strip():
        raise refusal(name, ("文件里没有文字", "there is no text in it"), CHECK_WHOLE)
    return decoded


def printed_lines(text: str) -> Iterator[tuple[int, int]]:
    """The span of every printed line, empty ones too, line ends left out.

    >>> list(printed_lines("序号\\r\\n\\n任务"))
    [(0, 2), (4, 4), (5, 7)]
    """
    start = 0
    for match in _LINE_END.finditer(text):
        yield (start, match.start())
        start = match.end()
    if start < len(text):
        yield (start, len(text))


def line_landmarks(text: str, name: str) -> tuple[Landmark, ...]:
    """Line numbers and, where the text has form feeds between its pages, page numbers; both count from 1."""
    page = 1 if "\f" in text else None
    landmarks: list[Landmark] = []
    passed = 0
    for number, (start, _) in enumerate(printed_lines(text), start=1):
        if page is not None:
            page += text.count("\f", passed, start)
        passed = start
        landmarks.append(Landmark(start=start, place=Place(document=name, page=page, line=number)))
    return tuple(landmarks)


def damage_findings(decoded: Decoded, name: str) -> tuple[Finding, ...]:
    """Say how many characters could not be decoded."""
    if not decoded.damaged:
        return ()
    first = decoded.text.find("�")
    line = 1 + sum(1 for _ in _LINE_END.finditer(decoded.text, 0, first))
    return (
        Finding(
            severity="warning",
            code="undecodable-bytes",
            message=f"有 {decoded.damaged} 处字节不符合 {decoded.encoding} 编码，已用 � 代替",
            place=Place(document=name, line=line),
            next_step="请核对原文件是否完整",
        ),
    )
