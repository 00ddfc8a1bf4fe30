"""The promise every reader keeps, and the sentence with which one refuses a file."""

from __future__ import annotations

import hashlib
from typing import Protocol, runtime_checkable

from kg.errors import UnreadableDocument
from kg.model import Document

MEBIBYTE = 1024 * 1024


@runtime_checkable
class Reader(Protocol):
    """Reads one family of formats.

    The same bytes give the same `Document` on every machine. Whatever is wrong with the bytes is said in one
    sentence (`UnreadableDocument`); nothing is executed, fetched or expanded beyond the limits a reader names.
    """

    name: str
    """A short name for reports, `word`."""

    suffixes: tuple[str, ...]
    """The file name endings that usually mean this format, lower case with the dot."""

    max_bytes: int
    """Files above this size are refused before anything is parsed."""

    def recognises(self, content: bytes, name: str) -> bool:
        """Say whether the bytes are of this format. The name is a hint for formats that have no mark of their own."""
        ...

    def read(self, content: bytes, source_name: str) -> Document:
        """Read the whole file. Raises `UnreadableDocument` where that cannot be done."""
        ...


def refusal(name: str, fact: str, next_step: str) -> UnreadableDocument:
    """The error for a file that cannot be used: which file, what is wrong, what to do.

    >>> str(refusal("a.pdf", "文件为空", "请检查文件是否下载完整"))
    'a.pdf：文件为空；请检查文件是否下载完整。'
    """
    return UnreadableDocument(f"{printable(name)}：{fact}；{next_step}。")


def damaged(name: str, what: str) -> UnreadableDocument:
    """The error for a file whose bytes break off or contradict its format."""
    return refusal(name, f"文件已损坏或不完整，无法作为 {what} 读取", "请重新下载，或用原软件打开后另存一份再试")


def printable(name: str) -> str:
    """A file name that is safe in one line of a report: control characters become `�`, very long ones are cut."""
    shown = "".join(character if character.isprintable() else "�" for character in name)
    return shown if len(shown) <= 200 else shown[:199] + "…"


def sha256(content: bytes) -> str:
    """The digest by which a document's bytes are known."""
    return hashlib.sha256(content).hexdigest()
