"""Web pages: paragraphs and tables in order, a government site's bars and menus as furniture."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Document
from kg.readers.base import MEBIBYTE, refusal
from kg.readers.encodings import Decoded, decode_declared
from kg.readers.html_flow import HtmlFlow
from kg.readers.rendition import Rendition

if TYPE_CHECKING:
    from lxml.etree import _Element

_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|table)\b",
    re.I | re.S,
)
_CHARSET = re.compile(rb"""<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
HEAD = 4096


class HtmlReader:
    """`.html` pages, and the `.doc` and `.xls` files that are web pages in truth."""

    name = "html"
    suffixes: tuple[str, ...] = (".html", ".htm", ".xhtml", ".shtml")
    max_bytes = 16 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """A page begins with its doctype or a tag of its frame; else the name decides."""
        head = _narrow(content[:HEAD])
        return bool(_OPENING.match(head)) or (name.lower().endswith(self.suffixes) and b"<" in head)

    def read(self, content: bytes, source_name: str) -> Document:
        """Read what a visitor sees; scripts and styles are left out, menus and bars become furniture."""
        decoded = _decoded(content)
        if decoded is None:
            fact = "网页的编码无法识别", "the encoding of the page is not known"
            again = "请用浏览器打开后另存为 UTF-8 网页再试", "save it from a browser as a web page in UTF-8"
            raise refusal(source_name, fact, again)
        rendition = Rendition(source_name, "html", decoded.encoding)
        body = _parsed(decoded.text, source_name)
        if body is not None:
            HtmlFlow(rendition).write(body)
        document = rendition.document(content)
        if not document.blocks:
            again = (
                "请确认保存的是完整网页，而不是框架页或脚本生成的页面",
                "make sure that the whole page was saved, not a frame or a page that a script makes",
            )
            raise refusal(source_name, ("网页里没有正文", "there is no text in the page"), again)
        return document


def _decoded(content: bytes) -> Decoded | None:
    declared = _CHARSET.search(content[:HEAD])
    return decode_declared(content, declared.group(1).decode("ascii") if declared else None)


def _narrow(head: bytes) -> bytes:
    """The head without byte order mark and without the zero bytes of UTF-16."""
    for mark in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"")


def _parsed(text: str, name: str) -> _Element | None:
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, no_network=True)
    root = etree.fromstring(text.replace("\0", "").encode("utf-8", "replace"), parser)
    if any("depth" in str(entry.message) for entry in parser.error_log):
        again = "请用浏览器打开后另存为文本或 PDF 再试", "save it from a browser as text or PDF"
        raise refusal(name, ("网页的标签嵌套过深", "the tags of the page are nested too deeply"), again)
    return root
