"""PDF files with text: lines and tables page by page."""

from __future__ import annotations

import logging
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING

from kg.model import Document, Place
from kg.readers.base import MEBIBYTE, RECOGNISE, REMOVE_PASSWORD, SPLIT, TRUST_AND_SPLIT, damaged, refusal
from kg.readers.pdf_columns import with_unruled_tables
from kg.readers.pdf_furniture import mark_furniture
from kg.readers.pdf_page import PageTable, PageView, view_page
from kg.readers.rendition import Rendition

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

_WHAT = ("PDF", "PDF")
MAX_PAGES = 1_000
"""A page of a task table takes 0.05 s; work reports have some 60 pages."""
MAX_STREAM = 256 * MEBIBYTE
"""One page's commands or one picture, unpacked; an A3 page scanned in colour at 300 dpi has 50 MiB."""
MAX_UNPACKED = 2048 * MEBIBYTE
UNREADABLE_SHARE = 0.3
"""Above this share of characters without a Unicode value the fonts cannot be read."""

_STREAM = re.compile(rb"stream\r?\n")
_CHUNK = 16 * MEBIBYTE
_MAX_FILTERS = 3


class PdfReader:
    """`.pdf` files."""

    name = "pdf"
    suffixes: tuple[str, ...] = (".pdf",)
    max_bytes = 128 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """The mark may stand anywhere in the first 1,024 bytes."""
        return b"%PDF-" in content[:1024]

    def read(self, content: bytes, source_name: str) -> Document:
        """Read all pages; a table that runs over pages stays one table a page."""
        _refuse_bombs(content, source_name)
        with _quiet():
            pages = _pages(content, source_name)
        _refuse_without_text(pages, source_name)
        rendition = Rendition(source_name, "pdf")
        tables = 0
        for page in with_unruled_tables(mark_furniture(pages)):
            tables = _write_page(rendition, page, tables)
        return rendition.document(content)


def _write_page(rendition: Rendition, page: PageView, tables: int) -> int:
    lines = 0
    for item in page.items:
        if isinstance(item, PageTable):
            tables += 1
            rendition.table(item.cells, Place(document=rendition.name, page=page.number, table=tables))
            continue
        lines += 1
        place = Place(document=rendition.name, page=page.number, line=lines)
        if item.furniture:
            rendition.furniture(item.text, place)
        else:
            rendition.line(item.text, place)
    _report(rendition, page)
    return tables


def _report(rendition: Rendition, page: PageView) -> None:
    place = Place(document=rendition.name, page=page.number)
    if not page.items and page.pictures:
        rendition.finding("warning", "scanned-page", f"第 {page.number} 页只有图片，没有可读的文字", place)
    if page.rotated:
        message = f"第 {page.number} 页有 {page.rotated} 个斜排或竖排的字（多为水印），没有当作正文"
        rendition.finding("note", "rotated-text", message, place)
    if page.unruled:
        rendition.finding("note", "too-many-lines", f"第 {page.number} 页线条过多，没有按表格读取", place)


def _pages(content: bytes, name: str) -> list[PageView]:
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        with pdfplumber.open(BytesIO(content)) as pdf:
            return list(_views(pdf, name))
    except ValueError as error:
        if hasattr(error, "exit_code"):  # our own refusal
            raise
        raise damaged(name, _WHAT) from error
    except Exception as error:  # pdfminer raises errors of every kind on damaged files
        if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
            raise refusal(name, ("PDF 有密码保护", "the PDF has a password"), REMOVE_PASSWORD) from error
        raise damaged(name, _WHAT) from error


def _views(pdf: PDF, name: str) -> Iterator[PageView]:
    if len(pdf.pages) > MAX_PAGES:
        raise refusal(name, (f"PDF 超过 {MAX_PAGES} 页", f"more than {MAX_PAGES} pages"), SPLIT)
    if not pdf.pages:
        raise damaged(name, _WHAT)
    for page in pdf.pages:
        yield view_page(page, name)
        page.close()  # frees the page's objects, else memory grows with the pages


def _refuse_without_text(pages: list[PageView], name: str) -> None:
    characters = sum(page.characters for page in pages)
    if not characters:
        scanned = "PDF 是扫描件，只有图片没有文字", "the PDF is a scan: pictures without text"
        empty = "PDF 里没有文字", "there is no text in the PDF"
        raise refusal(name, scanned if any(page.pictures for page in pages) else empty, RECOGNISE)
    if sum(page.unreadable for page in pages) > UNREADABLE_SHARE * characters:
        fact = (
            "PDF 的字体没有文字编码，取出来的是乱码",
            "its fonts do not tell their characters, so that its text is garbled",
        )
        again = (
            "请先做文字识别（OCR），或用原始文档重新导出",
            "recognise its text (OCR), or export it anew from its source",
        )
        raise refusal(name, fact, again)


def _refuse_bombs(content: bytes, name: str) -> None:
    """Refuse before parsing what would unpack beyond the limits: pdfminer unpacks a stream as a whole."""
    total = 0
    for match in _STREAM.finditer(content):
        size = _unpacked_size(content[match.end() : content.find(b"endstream", match.end())])
        total += size
        if size > MAX_STREAM or total > MAX_UNPACKED:
            one, whole = MAX_STREAM // MEBIBYTE, MAX_UNPACKED // MEBIBYTE
            fact = (
                f"PDF 解压后过大（单个数据流上限 {one} MiB、合计 {whole} MiB）",
                f"too large when unpacked (at most {one} MiB a stream, {whole} MiB in all)",
            )
            raise refusal(name, fact, TRUST_AND_SPLIT)


def _unpacked_size(packed: bytes, depth: int = 0) -> int:
    """Bytes that a stream unpacks to, counted up to just above the limit; packed twice or thrice is followed."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        piece = unpacker.decompress(packed, _CHUNK)
        if depth < _MAX_FILTERS and piece[:1] == b"\x78":
            size = _unpacked_size(piece, depth + 1)
        while piece and size <= MAX_STREAM:
            size += len(piece)
            piece = unpacker.decompress(unpacker.unconsumed_tail, _CHUNK)
    except zlib.error:
        pass
    return size


@contextmanager
def _quiet() -> Iterator[None]:
    """pdfminer logs every oddity of a file; what matters becomes a finding or a refusal."""
    logger = logging.getLogger("pdfminer")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)
