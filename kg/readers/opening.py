"""Files and folders to documents: who reads a file is decided by its bytes first and its name second."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from functools import cache
from importlib.metadata import entry_points
from pathlib import Path

from kg.errors import KgError, UnreadableDocument
from kg.model import Document, Finding, Place
from kg.readers.archive import MAX_ARCHIVE, is_archive, other_archive, unpack
from kg.readers.base import MEBIBYTE, RECOGNISE, SPLIT, Reader, damaged, refusal
from kg.readers.delimited import DelimitedReader
from kg.readers.html import HtmlReader
from kg.readers.markdown import MarkdownReader
from kg.readers.office import OfficeReader
from kg.readers.package import ZIP_MARK, member_names
from kg.readers.pdf import PdfReader
from kg.readers.sheet import SheetReader
from kg.readers.text import TextReader
from kg.readers.word import WordReader

READERS: tuple[Reader, ...] = (
    PdfReader(),
    WordReader(),
    SheetReader(),
    OfficeReader(),
    HtmlReader(),
    MarkdownReader(),
    DelimitedReader(),
    TextReader(),
)
"""Asked in this order; the first that recognises a file reads it. Formats with a mark of their own stand first,
those known by name only after them, and plain text last, since it takes whatever decodes."""

ENTRY_POINTS = "kg.readers"
"""Readers of other packages register under this group and are asked before ours, in the order of their names."""

_WEB_ARCHIVE = re.compile(
    rb"\s*(?:[\w-]+:[^\n]*\n|[ \t][^\n]*\n){0,20}?Content-Type:\s*multipart/related", re.IGNORECASE
)
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"II*\0", b"MM\0*", b"BM")


def read(path: Path) -> tuple[Document, ...]:
    """Read one file: one document, or for a zip archive one for every file in it that can be read.

    Raises `UnreadableDocument` with one sentence: the file, what is wrong, what to do.
    """
    return read_bytes(_content(path), path.name)


def _content(path: Path) -> bytes:
    try:
        if not path.exists():
            raise refusal(path.name, ("文件不存在", "there is no such file"), ("请检查路径", "mend the path"))
        if not path.is_file():
            raise refusal(
                path.name, ("不是普通文件", "not a regular file"), ("请给出文件的路径", "give the path of a file")
            )
        if path.stat().st_size > MAX_ARCHIVE:
            raise _too_large(path.name, MAX_ARCHIVE)
        return path.read_bytes()
    except PermissionError as error:
        raise refusal(
            path.name, ("没有读取权限", "no permission to read it"), ("请检查文件权限", "check its permissions")
        ) from error
    except OSError as error:
        fact = f"文件无法打开（{error.strerror}）", f"it cannot be opened ({error.strerror})"
        raise refusal(path.name, fact, ("请检查路径和磁盘", "check the path and the disk")) from error


def read_bytes(content: bytes, name: str) -> tuple[Document, ...]:
    """Read the bytes of a file of the given name."""
    return _read_archive(content, name) if is_archive(content) else (read_one(content, name),)


def read_one(content: bytes, name: str) -> Document:
    """Read the bytes of one document. Whatever goes wrong inside a reader is said as `UnreadableDocument`."""
    if not content.strip(b"\0 \t\r\n\xef\xbb\xbf"):
        raise refusal(
            name, ("文件为空", "the file is empty"), ("请检查文件是否下载完整", "check whether it was downloaded whole")
        )
    _refuse_known_others(content, name)
    reader = reader_of(content, name)
    if len(content) > reader.max_bytes:
        raise _too_large(name, reader.max_bytes)
    try:
        return reader.read(content, name)
    except UnreadableDocument:
        raise
    except (RecursionError, MemoryError) as error:
        fact = "文件结构过深或过大", "nested too deeply or too large"
        simpler = "请用原软件另存为更简单的格式再试", "save it from its own program in a simpler format"
        raise refusal(name, fact, simpler) from error
    except Exception as error:  # the bytes are untrusted and libraries fail in many ways; the cause stays attached
        raise damaged(name, (reader.name, reader.name)) from error


def _read_archive(content: bytes, name: str) -> tuple[Document, ...]:
    """The documents of an archive; members that cannot be read are findings of the first that can."""
    documents: list[Document] = []
    refused: list[Finding] = []
    for member in unpack(content, name):
        try:
            if is_archive(member.content):
                within = "压缩包内还有压缩包", "an archive within an archive"
                raise refusal(member.name, within, ("请先解开里层的压缩包再试", "unpack the inner one first"))
            documents.append(read_one(member.content, member.name))
        except UnreadableDocument as error:
            refused.append(_refused_member(member.name, error))
    if not documents:
        raise UnreadableDocument(refused[0].message, english=refused[0].english)
    documents[0] = documents[0].model_copy(update={"findings": (*documents[0].findings, *refused)})
    return tuple(documents)


def _refused_member(name: str, error: UnreadableDocument) -> Finding:
    return Finding(
        severity="error",
        code="unreadable-member",
        message=error.chinese,
        english=error.english,
        place=Place(document=name),
    )


def _too_large(name: str, limit: int) -> UnreadableDocument:
    size = limit // MEBIBYTE
    return refusal(name, (f"文件超过 {size} MiB", f"larger than {size} MiB"), SPLIT)


def reader_of(content: bytes, name: str) -> Reader:
    """The reader that takes a file."""
    return next(reader for reader in (*outside_readers(), *READERS) if reader.recognises(content, name))


@cache
def outside_readers() -> tuple[Reader, ...]:
    """Readers that other installed packages bring."""
    found = sorted(entry_points(group=ENTRY_POINTS), key=lambda entry: entry.name)
    return tuple(_loaded(entry.name, entry.load()) for entry in found)


def find_documents(paths: Sequence[Path]) -> list[Path]:
    """The files given and those in the folders given, each once, sorted; hidden files in folders are skipped.

    Raises `UnreadableDocument` for a path that is not there.
    """
    found: dict[Path, Path] = {}
    for path in paths:
        if not path.exists():
            raise UnreadableDocument(
                f"{path}：找不到这个文件或文件夹；请检查路径。",
                english=f"{path}: there is no such file or folder; mend the path",
            )
        for file in _files_below(path) if path.is_dir() else [path]:
            found.setdefault(file.resolve(), file)
    return sorted(found.values(), key=lambda file: (file.name, file.as_posix()))


def _files_below(folder: Path) -> list[Path]:
    files = []
    for current, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        files += [Path(current) / name for name in sorted(names) if not name.startswith((".", "~$"))]
    return files


def _loaded(name: str, reader: object) -> Reader:
    instance = reader() if isinstance(reader, type) else reader
    if not isinstance(instance, Reader):
        raise KgError(
            f"{ENTRY_POINTS}: {name} 不符合读取器约定；请对照 kg/readers/base.py 修正或卸载该扩展。",
            english=f"{ENTRY_POINTS}: {name} is no reader as kg/readers/base.py promises; mend or uninstall it",
        )
    return instance


def _refuse_known_others(content: bytes, name: str) -> None:
    """Name what a file is where we know it and do not read it."""
    archive = other_archive(content)
    if archive:
        fact = f"{archive} 压缩包不能直接读取", f"{archive} archives are not read"
        raise refusal(name, fact, ("请解压后再试，或改用 .zip", "unpack it, or use .zip"))
    if content.startswith(_PICTURES) and not name.lower().endswith((".txt", ".csv", ".md")):
        raise refusal(name, ("文件是图片", "the file is a picture"), RECOGNISE)
    if _WEB_ARCHIVE.match(content[:2000]):
        again = (
            "请用 Word 或浏览器打开后另存为 .docx 或网页再试",
            "save it from Word or a browser as .docx or a web page",
        )
        raise refusal(name, ("文件是网页归档（MHTML）", "the file is an archive of a web page (MHTML)"), again)
    names = member_names(content)
    if content.startswith(ZIP_MARK) and not names:
        raise damaged(name, ("压缩包或 Office 文件", "an archive or Office file"))
    if "OFD.xml" in names:
        convert = "请用阅读器转换为 PDF 或 .docx 再试", "turn it into PDF or .docx with its viewer"
        raise refusal(name, ("OFD 版式文件不能直接读取", "OFD files are not read"), convert)
