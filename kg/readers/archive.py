"""Zip archives of documents: every member read by itself, nothing written to disk."""

from __future__ import annotations

import zipfile
from typing import NamedTuple

from kg.readers.base import CHECK_WHOLE, MEBIBYTE, refusal
from kg.readers.encodings import decode
from kg.readers.package import member_names, open_package, read_member

_WHAT = ("压缩包", "an archive")
MAX_ARCHIVE = 256 * MEBIBYTE
_UTF8_NAME = 0x800
_OFFICE_MEMBERS = frozenset({"[Content_Types].xml", "mimetype", "OFD.xml"})
_OTHER_ARCHIVES = ((b"Rar!", "RAR"), (b"7z\xbc\xaf\x27\x1c", "7z"), (b"\x1f\x8b", "gzip"))


class Member(NamedTuple):
    """A file of an archive: the name that people know it by and its bytes."""

    name: str
    content: bytes


def is_archive(content: bytes) -> bool:
    """Whether the bytes are a plain zip archive, not an Office file."""
    names = member_names(content)
    return bool(names) and not names & _OFFICE_MEMBERS


def other_archive(content: bytes) -> str | None:
    """The name of an archive format that is not read, None for everything else."""
    return next((kind for mark, kind in _OTHER_ARCHIVES if content.startswith(mark)), None)


def unpack(content: bytes, name: str) -> list[Member]:
    """The files of an archive in the order of their names; hidden ones are skipped, archives within refused.

    A member's name is only a name: paths that lead out of a folder have no effect, since nothing is written.
    """
    with open_package(content, name, _WHAT) as package:
        members = [
            Member(f"{name}/{member_name(info)}", read_member(package, info.filename, name, _WHAT))
            for info in package.infolist()
            if not info.is_dir() and not _is_hidden(member_name(info))
        ]
    if not members:
        raise refusal(
            name, ("压缩包里没有文件", "there is no file in the archive"), ("请检查压缩包是否完整", CHECK_WHOLE[1])
        )
    return sorted(members)


def member_name(info: zipfile.ZipInfo) -> str:
    """The member's name with GBK names of Windows archives decoded, `..` and drive letters taken out."""
    written = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            decoded = decode(written.encode("cp437"))
        except UnicodeEncodeError:
            decoded = None
        written = decoded.text if decoded else written
    parts = written.replace("\\", "/").split("/")
    return "/".join(part for part in parts if part not in {"", ".", ".."} and not part.endswith(":")) or "unnamed"


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "~$", "__MACOSX")) for part in name.split("/"))
