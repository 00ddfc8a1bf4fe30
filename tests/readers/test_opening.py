"""Files, folders and archives: found, tried by their bytes, refused in one clear sentence."""

from __future__ import annotations

import random
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import KgError, UnreadableDocument
from kg.readers import find_documents, libreoffice, opening, read, read_bytes
from kg.readers.text import TextReader
from tests.readers.make import DOCUMENTS, lines, with_member, zipped

DOCX = (DOCUMENTS / "automatic-numbers.docx").read_bytes()
XLSX = (DOCUMENTS / "header-in-row-four-and-a-hidden-sheet.xlsx").read_bytes()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refused(content: bytes, name: str) -> str:
    with pytest.raises(UnreadableDocument) as error:
        read_bytes(content, name)
    sentence = str(error.value)
    assert sentence.endswith("。")
    assert sentence.count("；") >= 1
    assert "\n" not in sentence
    return sentence


def outcome(content: bytes, name: str) -> str:
    """What reading ends with: the sentence of the refusal, or nothing."""
    try:
        read_bytes(content, name)
    except UnreadableDocument as error:
        return str(error)
    return ""


# -- finding ------------------------------------------------------------------------------------------


def test_folders_are_walked_in_order_and_hidden_files_skipped(tmp_path: Path) -> None:
    for name in ("b.txt", "a/c.docx", ".hidden.txt", ".git/x.txt", "~$a.docx", "a/未知.xyz"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", "utf-8")
    found = find_documents([tmp_path, tmp_path / "b.txt", tmp_path / ".hidden.txt"])
    assert [path.name for path in found] == [".hidden.txt", "b.txt", "c.docx", "未知.xyz"]
    assert find_documents([tmp_path / ".hidden.txt", tmp_path / "b.txt", tmp_path]) == found


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match=r"没有\.txt：找不到这个文件或文件夹"):
        find_documents([tmp_path / "没有.txt"])
    with pytest.raises(UnreadableDocument, match=r"没有\.txt：文件不存在"):
        read(tmp_path / "没有.txt")


# -- bad input ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("content", [b"", b" \r\n", b"\xef\xbb\xbf", b"\0" * 100])
def test_an_empty_file_is_called_empty(content: bytes) -> None:
    assert refused(content, "空.txt") == "空.txt：文件为空；请检查文件是否下载完整。"


BAD_FILES = [
    (DOCX[:-200], "a.docx", "已损坏"),
    (DOCX[: len(DOCX) // 2], "a.docx", "已损坏"),
    (with_member(DOCX, "word/document.xml", b"<w:document"), "a.docx", "已损坏"),
    (with_member(XLSX, "xl/workbook.xml", b"<workbook"), "a.xlsx", "已损坏"),
    (with_member(DOCX, "word/document.xml", b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "a.docx", "实体声明"),
    (with_member(XLSX, "xl/sharedStrings.xml", b"<!DOCTYPE x []><x/>"), "a.xlsx", "实体声明"),
    (with_member(DOCX, "word/big.xml", b" " * 60_000_000), "a.docx", "解压后过大"),
    (zipped({"a.txt": b"\0" * 60_000_000}), "a.zip", "解压后过大"),
    (zipped({f"{n}.txt": b"x" for n in range(5_001)}), "a.zip", "超过 5000 个"),
    (zipped({"a.zip": zipped({"b.txt": b"x"})}), "a.zip", "压缩包内还有压缩包"),
    (zipped({"OFD.xml": b"<x/>"}), "a.ofd", "OFD"),
    (OLE + b"\0" * 1000 + "EncryptedPackage".encode("utf-16-le"), "a.docx", "密码保护"),
    (b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x", "a.doc", "网页归档"),
    (b"Rar!\x1a\x07\x00" + b"x" * 50, "a.rar", "RAR"),
    (b"\xff\xd8\xff\xe0" + b"x" * 50, "a.jpg", "图片"),
    (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "扫描.png", "图片"),
    (b"%PDF-1.7\n%%EOF", "a.pdf", "PDF"),
    (b"<html>" + b"<div>" * 5_000 + "深".encode(), "a.html", "嵌套过深"),
    (b"<html>" + b"<table><tr><td>a</td><td>" * 60 + "深".encode(), "a.html", "嵌套超过"),
]


@pytest.mark.parametrize(("content", "name", "fact"), BAD_FILES)
def test_bad_files_are_refused_with_the_reason_in_one_sentence(content: bytes, name: str, fact: str) -> None:
    assert fact in refused(content, name)


def test_a_password_protected_archive_is_named() -> None:
    content = bytearray(zipped({"a.txt": "甲".encode()}, zipfile.ZIP_STORED))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert "密码保护" in refused(bytes(content), "a.zip")


def test_a_deeply_nested_word_file_is_refused() -> None:
    deep = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    assert "已损坏" in refused(with_member(DOCX, "word/document.xml", deep + b"<w:tbl>" * 100_000), "a.docx")


def test_a_file_above_its_limit_is_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "大.txt"
    with path.open("wb") as file:
        file.truncate(1024**3)
    started = time.perf_counter()
    with pytest.raises(UnreadableDocument, match=r"大\.txt：文件超过 256 MiB"):
        read(path)
    assert time.perf_counter() - started < 0.5


def test_a_text_above_its_own_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(TextReader, "max_bytes", 2 * 1024 * 1024)
    assert "文件超过 2 MiB" in refused(b"a" * (2 * 1024 * 1024 + 1), "a.txt")


def test_a_hostile_name_stays_in_one_line() -> None:
    sentence = refused(b"", "a\n\x1b[31m" + "很" * 500)
    assert "\x1b" not in sentence
    assert len(sentence) < 260


@settings(deadline=None)
@given(
    content=st.binary(max_size=300), name=st.sampled_from(["a.txt", "a.docx", "a.pdf", "a.csv", "a.md", "a.htm", "a"])
)
def test_any_bytes_are_read_or_refused_in_one_sentence(content: bytes, name: str) -> None:
    with mock.patch.object(libreoffice, "find_office", return_value=None):
        assert "\n" not in outcome(content, name)


@pytest.mark.parametrize(
    "name", ["automatic-numbers.docx", "header-in-row-four-and-a-hidden-sheet.xlsx", "names-in-gbk.zip"]
)
def test_a_file_with_damaged_bytes_is_read_or_refused_in_one_sentence(name: str) -> None:
    original = (DOCUMENTS / name).read_bytes()
    chance = random.Random(20230930)
    for _ in range(40):
        content = bytearray(original)
        for _ in range(chance.randint(1, 20)):
            content[chance.randrange(len(content))] = chance.randrange(256)
        assert "\n" not in outcome(bytes(content), name)


# -- archives -----------------------------------------------------------------------------------------


def test_an_archive_gives_its_files_with_their_gbk_names_and_paths_lead_nowhere() -> None:
    documents = read(DOCUMENTS / "names-in-gbk.zip")
    assert [(document.name, lines(document)) for document in documents] == [
        ("names-in-gbk.zip/区级/任务.txt", ["任务：疏浚东湖"]),
        ("names-in-gbk.zip/市级.txt", ["市级：疏浚东湖"]),
    ]


def test_a_file_that_cannot_be_read_does_not_keep_the_rest_of_its_archive_back() -> None:
    documents = read_bytes(zipped({"1.jpg": b"\xff\xd8\xff", "2.txt": "任务".encode(), "3.txt": b""}), "a.zip")
    assert [document.name for document in documents] == ["a.zip/2.txt"]
    assert [(finding.code, finding.place.document) for finding in documents[0].findings] == [
        ("unreadable-member", "a.zip/1.jpg"),
        ("unreadable-member", "a.zip/3.txt"),
    ]


def test_an_archive_of_word_files_is_no_word_file() -> None:
    content = zipped({"甲.docx": DOCX, "__MACOSX/._甲.docx": b"x", "空/": b""})
    assert [(document.name, document.format) for document in read_bytes(content, "a.zip")] == [
        ("a.zip/甲.docx", "docx")
    ]


# -- readers of other packages ------------------------------------------------------------------------


class LedgerReader(TextReader):
    """A reader that another package might bring."""

    name = "ledger"
    suffixes = (".ledger",)

    def recognises(self, content: bytes, name: str) -> bool:
        return content.startswith(b"LEDGER")


class _Entry:
    def __init__(self, name: str, load: Callable[[], object]) -> None:
        self.name, self.load = name, load


def test_a_reader_from_outside_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "entry_points", lambda group: [_Entry("ledger", lambda: LedgerReader)])
    opening.outside_readers.cache_clear()
    try:
        assert opening.reader_of(b"LEDGER 1", "a.txt").name == "ledger"
        assert opening.reader_of("任务".encode(), "a.txt").name == "text"
    finally:
        opening.outside_readers.cache_clear()


def test_something_else_under_the_entry_point_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "entry_points", lambda group: [_Entry("odd", lambda: object)])
    opening.outside_readers.cache_clear()
    try:
        with pytest.raises(KgError, match="odd 不符合读取器约定"):
            opening.reader_of(b"x", "a.txt")
    finally:
        opening.outside_readers.cache_clear()
