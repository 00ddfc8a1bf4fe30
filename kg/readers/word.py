"""Word documents (.docx): paragraphs and tables in document order."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from kg.model import Document, Place
from kg.readers.base import MEBIBYTE, damaged, refusal
from kg.readers.package import member_names, open_package, refuse_entities
from kg.readers.rendition import Rendition
from kg.readers.word_flow import WordFlow
from kg.readers.word_numbers import ListNumbers
from kg.readers.word_text import W, WordText

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.opc.part import Part
    from lxml.etree import _Element

_WHAT = ("Word 文档", "a Word document")


class WordReader:
    """`.docx` files."""

    name = "word"
    suffixes: tuple[str, ...] = (".docx", ".docm", ".dotx")
    max_bytes = 128 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """A zip file with Word's main part in it."""
        return "word/document.xml" in member_names(content)

    def read(self, content: bytes, source_name: str) -> Document:
        """Read the body in order, then notes; headers and footers are furniture."""
        with open_package(content, source_name, _WHAT) as package:
            refuse_entities(package, source_name, _WHAT)
        word = _opened(content, source_name)
        rendition = Rendition(source_name, "docx")
        text = WordText()
        numbers = ListNumbers.of(word)
        _margins(word, rendition, text, "header")
        WordFlow(rendition, text, numbers).write(word.element.body)
        _notes(word, rendition, text)
        _margins(word, rendition, text, "footer")
        text.report(rendition)
        document = rendition.document(content)
        if not document.blocks:
            fact = "文档里没有文字（可能只有图片）", "there is no text in the document, perhaps only pictures"
            raise refusal(source_name, fact, ("请先做文字识别（OCR）再试", "recognise its text (OCR) first"))
        return document


def _opened(content: bytes, name: str) -> WordDocument:
    import docx

    try:
        return docx.Document(BytesIO(content))
    except Exception as error:  # python-docx raises KeyError, ValueError, lxml and zip errors on damaged files
        raise damaged(name, _WHAT) from error


def _margins(word: WordDocument, rendition: Rendition, text: WordText, margin: str) -> None:
    """Each different page header (or footer) once."""
    seen: set[str] = set()
    for reference in word.element.body.iter(f"{W}{margin}Reference"):
        part = word.part.related_parts.get(reference.get(_RELATION))
        if part is None:
            continue
        for paragraph in _root(part).iter(f"{W}p"):
            line = text.paragraph(paragraph).strip()
            if line and line not in seen:
                seen.add(line)
                rendition.furniture(line, Place(document=rendition.name))


def _notes(word: WordDocument, rendition: Rendition, text: WordText) -> None:
    """Foot- and endnotes as lines after the body."""
    for relation in word.part.rels.values():
        if relation.reltype.endswith(("/footnotes", "/endnotes")) and not relation.is_external:
            for paragraph in _root(relation.target_part).iter(f"{W}p"):
                rendition.line(text.paragraph(paragraph), Place(document=rendition.name))


def _root(part: Part) -> _Element:
    from docx.oxml.parser import parse_xml

    root: _Element = part.element if hasattr(part, "element") else parse_xml(part.blob)
    return root


_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
