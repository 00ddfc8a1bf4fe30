"""Opens zip files (archives and Office files) without trusting what they promise."""

from __future__ import annotations

import zipfile
from io import BytesIO

from kg.readers.base import MEBIBYTE, PROTECTED, REMOVE_PASSWORD, SPLIT, TRUST_AND_SPLIT, Both, damaged, refusal

MAX_MEMBERS = 5_000
MAX_UNPACKED = 256 * MEBIBYTE
MAX_XML = 64 * MEBIBYTE
"""All XML of an Office file together: parsed it takes ten times as much memory."""
MAX_RATIO = 200
"""Sheets of empty cells reach a ratio of about 60; a zip bomb starts at 1,000."""
RATIO_FREE = 16 * MEBIBYTE
"""Below this unpacked size a ratio says nothing and harms nobody."""

ZIP_MARK = b"PK\x03\x04"
_ENCRYPTED = 0x1
_DECLARATIONS = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))


def member_names(content: bytes) -> frozenset[str]:
    """The names in a zip file's directory, empty where the bytes are no readable zip file."""
    if not content.startswith(ZIP_MARK):
        return frozenset()
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return frozenset(package.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return frozenset()


def open_package(content: bytes, name: str, what: Both) -> zipfile.ZipFile:
    """Open a zip file after checking its directory against the limits.

    Python's `zipfile` reads at most the size that the directory declares, so that checking declared sizes is enough.
    """
    try:
        package = zipfile.ZipFile(BytesIO(content))
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise damaged(name, what) from error
    members = package.infolist()
    if len(members) > MAX_MEMBERS:
        raise refusal(
            name, (f"压缩包内文件超过 {MAX_MEMBERS} 个", f"more than {MAX_MEMBERS} files in the archive"), SPLIT
        )
    _check_sizes(members, name)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise refusal(name, PROTECTED, REMOVE_PASSWORD)
    return package


def read_member(package: zipfile.ZipFile, member: str, name: str, what: Both) -> bytes:
    """The bytes of one member."""
    try:
        return package.read(member)
    except Exception as error:  # a damaged member raises zlib, struct, EOF, KeyError and CRC errors alike
        raise damaged(name, what) from error


def refuse_entities(package: zipfile.ZipFile, name: str, what: Both) -> None:
    """Refuse an Office file with a document type declaration: the standard forbids it, entity bombs need it."""
    parts = [member for member in package.infolist() if member.filename.endswith((".xml", ".rels"))]
    if sum(part.file_size for part in parts) > MAX_XML:
        limit = MAX_XML // MEBIBYTE
        raise refusal(name, (f"文件内容过大（XML 上限 {limit} MiB）", f"more than {limit} MiB of XML in it"), SPLIT)
    for member in parts:
        part = read_member(package, member.filename, name, what)
        if any(mark in part for mark in _DECLARATIONS):
            fact = "文件内含不允许的 XML 实体声明", "it declares XML entities, which are not allowed"
            raise refusal(name, fact, ("请用原软件打开后另存一份再试", "save it anew from its own program"))


def _check_sizes(members: list[zipfile.ZipInfo], name: str) -> None:
    unpacked = sum(member.file_size for member in members)
    packed = sum(member.compress_size for member in members) or 1
    bomb = unpacked > RATIO_FREE and unpacked / packed > MAX_RATIO
    if unpacked > MAX_UNPACKED or bomb:
        limit = MAX_UNPACKED // MEBIBYTE
        fact = (
            f"解压后过大（上限 {limit} MiB、压缩比 {MAX_RATIO} 倍）",
            f"too large when unpacked (at most {limit} MiB, and {MAX_RATIO} times its size)",
        )
        raise refusal(name, fact, TRUST_AND_SPLIT)
