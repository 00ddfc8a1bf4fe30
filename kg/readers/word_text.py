"""The text of one Word paragraph as a reader of the printed page sees it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from kg.model import Place

if TYPE_CHECKING:
    from lxml.etree import _Element

    from kg.readers.rendition import Rendition

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_DELETED = frozenset({f"{W}del", f"{W}moveFrom"})
_LEFT_OUT = frozenset(
    {f"{W}{name}" for name in ("instrText", "delText", "pPr", "rPr", "rt", "tbl", "fldData", "txbxContent")}
    | {f"{_COMPATIBILITY}Fallback"}
)


class WordText:
    """Joins the runs of paragraphs; counts what tracked changes and hidden text keep from the page."""

    def __init__(self) -> None:
        self._deleted: list[str] = []
        self._hidden: list[str] = []

    def paragraph(self, paragraph: _Element) -> str:
        """The paragraph's text: insertions accepted, deletions and hidden text left out, line breaks as `\\n`."""
        return "".join(self._pieces(paragraph))

    def report(self, rendition: Rendition) -> None:
        """Say what was left out."""
        place = Place(document=rendition.name)
        if self._deleted:
            message = f"文档带有修订记录，{len(self._deleted)} 处已删除的文字没有读入"
            rendition.finding("note", "deleted-text", message, place, quote=self._deleted[0])
        if self._hidden:
            message = f"文档有 {len(self._hidden)} 处隐藏文字，没有读入"
            rendition.finding("note", "hidden-text", message, place, quote=self._hidden[0])

    def _pieces(self, element: _Element) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag == f"{W}t":
                yield child.text or ""
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag]
            elif tag == f"{W}sym":
                yield _symbol(child)
            elif tag in _DELETED:
                self._note(self._deleted, "".join(t.text or "" for t in child.iter(f"{W}delText", f"{W}t")))
            elif tag == f"{W}r" and _is_hidden(child):
                self._note(self._hidden, "".join(t.text or "" for t in child.iter(f"{W}t")))
            elif tag not in _LEFT_OUT:
                yield from self._pieces(child)

    @staticmethod
    def _note(notes: list[str], text: str) -> None:
        if text.strip():
            notes.append(text)


def _is_hidden(run: _Element) -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and mark.get(f"{W}val") not in {"0", "false", "off"}


def _symbol(element: _Element) -> str:
    """A symbol by its code; codes of symbol fonts lie in the private area and mean a tick, box or bullet."""
    code = element.get(f"{W}char", "")
    try:
        value = int(code, 16)
    except ValueError:
        return ""
    if 0xF000 <= value <= 0xF0FF:
        return _WINGDINGS.get(value & 0xFF, "")
    return chr(value) if 0x20 <= value < 0xD800 or 0xE000 <= value <= 0x10FFFF else ""


_WINGDINGS = {0xFC: "✓", 0xFE: "☑", 0xA8: "□", 0x6F: "□", 0x52: "☑", 0x50: "✓", 0xFB: "✗", 0xA1: "○"}
