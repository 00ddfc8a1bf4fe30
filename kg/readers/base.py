"""The promise every reader keeps, and the sentence with which one refuses a file."""

from __future__ import annotations

import hashlib
from typing import Protocol, runtime_checkable

from kg.errors import UnreadableDocument
from kg.model import Document

MEBIBYTE = 1024 * 1024

Both = tuple[str, str]
"""A phrase in Chinese and the same in English."""

PROTECTED: Both = ("文件有密码保护", "the file has a password")
SPLIT: Both = ("请拆分后再试", "split it and try again")
CHECK_WHOLE: Both = ("请检查文件是否完整", "check whether it is whole")
REMOVE_PASSWORD: Both = ("请先去除密码再试", "take the password off and try again")
RECOGNISE: Both = ("请先做文字识别（OCR），再导入识别后的文件", "recognise its text (OCR) first and give that file")
KEEP_THE_TASKS: Both = ("请只保留任务表所在的部分再试", "keep only the part with the table of tasks")
TRUST_AND_SPLIT: Both = (
    "请确认来源可靠并拆分后再试",
    "make sure that its source can be trusted, split it and try again",
)
"""What is wrong with a file and what to do, where several refusals say the same."""


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


def refusal(name: str, fact: Both, next_step: Both) -> UnreadableDocument:
    """The error for a file that cannot be used: which file, what is wrong, what to do.

    >>> error = refusal("a.pdf", ("文件为空", "the file is empty"), CHECK_WHOLE)
    >>> error.chinese, error.english
    ('a.pdf：文件为空；请检查文件是否完整。', 'a.pdf: the file is empty; check whether it is whole')
    """
    shown = printable(name)
    return UnreadableDocument(f"{shown}：{fact[0]}；{next_step[0]}。", english=f"{shown}: {fact[1]}; {next_step[1]}")


def damaged(name: str, what: Both) -> UnreadableDocument:
    """The error for a file whose bytes break off or contradict its format."""
    fact = f"文件已损坏或不完整，无法作为 {what[0]} 读取", f"damaged or cut off, so that it cannot be read as {what[1]}"
    again = "请重新下载，或用原软件打开后另存一份再试", "download it again, or save it anew from its own program"
    return refusal(name, fact, again)


def printable(name: str) -> str:
    """A file name that is safe in one line of a report: control characters become `�`, very long ones are cut."""
    shown = "".join(character if character.isprintable() else "�" for character in name)
    return shown if len(shown) <= 200 else shown[:199] + "…"


def sha256(content: bytes) -> str:
    """The digest by which a document's bytes are known."""
    return hashlib.sha256(content).hexdigest()
