"""Old Office formats (.doc, .xls, .wps, .et, .rtf, .odt, .ods) by way of LibreOffice, where it is installed."""

from __future__ import annotations

from pathlib import Path

from kg.model import Document
from kg.readers.base import MEBIBYTE, PROTECTED, REMOVE_PASSWORD, Reader, refusal, sha256
from kg.readers.libreoffice import converted
from kg.readers.package import member_names, open_package
from kg.readers.sheet import SheetReader
from kg.readers.word import WordReader

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_SHEET_SUFFIXES = (".xls", ".et", ".ods", ".xlt", ".fods")


class OfficeReader:
    """Formats of before 2007 and those of other office suites; converted first, then read as .docx or .xlsx."""

    name = "office"
    suffixes: tuple[str, ...] = (".doc", ".xls", ".wps", ".et", ".rtf", ".odt", ".ods", ".dot", ".xlt")
    max_bytes = 64 * MEBIBYTE

    def recognises(self, content: bytes, name: str) -> bool:
        """OLE containers, RTF, and OpenDocument packages."""
        return content.startswith((_OLE, _RTF)) or _is_open_document(content)

    def read(self, content: bytes, source_name: str) -> Document:
        """Convert and read; the digest and the format are those of the file given."""
        if content.startswith(_OLE) and _ENCRYPTED in content:
            raise refusal(source_name, PROTECTED, REMOVE_PASSWORD)
        is_sheet = _is_sheet(content, source_name)
        reader: Reader = SheetReader() if is_sheet else WordReader()
        if _is_open_document(content):
            open_package(content, source_name, ("OpenDocument 文件", "an OpenDocument file")).close()
        target = "xlsx" if is_sheet else "docx"
        document = reader.read(converted(content, _suffix(content, target), target, source_name), source_name)
        suffix = Path(source_name).suffix.lower()
        stated = suffix if suffix in self.suffixes else (".xls" if is_sheet else ".doc")
        return document.model_copy(update={"format": stated.removeprefix("."), "sha256": sha256(content)})


def _suffix(content: bytes, target_format: str) -> str:
    """A name ending of ours: the file's own is not trusted and LibreOffice looks at the bytes."""
    if content.startswith(_RTF):
        return ".rtf"
    sheet = target_format == "xlsx"
    if _is_open_document(content):
        return ".ods" if sheet else ".odt"
    return ".xls" if sheet else ".doc"


def _is_sheet(content: bytes, name: str) -> bool:
    if content.startswith(_OLE):
        return any(mark in content for mark in _WORKBOOKS) and "WordDocument".encode("utf-16-le") not in content
    if _is_open_document(content):
        return b"opendocument.spreadsheet" in content[:200]
    return name.lower().endswith(_SHEET_SUFFIXES) and not content.startswith(_RTF)


def _is_open_document(content: bytes) -> bool:
    return (
        content.startswith(b"PK")
        and b"application/vnd.oasis.opendocument" in content[:200]
        and bool(member_names(content))
    )
