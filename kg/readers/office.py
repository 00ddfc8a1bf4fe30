"""Old Office formats (.doc, .xls, .wps, .et, .rtf, .odt, .ods) by way of LibreOffice, where it is installed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from kg.model import Document
from kg.readers.base import MEBIBYTE, Reader, damaged, refusal, sha256
from kg.readers.package import member_names
from kg.readers.sheet import SheetReader
from kg.readers.word import WordReader

TIMEOUT_SECONDS = 120
"""LibreOffice starts in about 3 s and converts a 100-page document in 5."""

_SAFE_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_RTF = b"{\\rtf"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORKBOOKS = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_SHEET_SUFFIXES = (".xls", ".et", ".ods", ".xlt", ".fods")
_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_WINDOWS_PROGRAM = Path("C:/Program Files/LibreOffice/program/soffice.exe")


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
            raise refusal(source_name, "文件有密码保护", "请先去除密码再试")
        is_sheet = _is_sheet(content, source_name)
        reader: Reader = SheetReader() if is_sheet else WordReader()
        converted = _converted(content, source_name, "xlsx" if is_sheet else "docx")
        document = reader.read(converted, source_name)
        suffix = Path(source_name).suffix.lower()
        stated = suffix if suffix in self.suffixes else (".xls" if is_sheet else ".doc")
        return document.model_copy(update={"format": stated.removeprefix("."), "sha256": sha256(content)})


def find_office() -> str | None:
    """LibreOffice's program, None where it is not installed."""
    found = next((path for program in _PROGRAMS if (path := shutil.which(program))), None)
    return found or (str(_WINDOWS_PROGRAM) if _WINDOWS_PROGRAM.is_file() else None)


def convert(source: Path, target_format: str, program: str) -> Path | None:
    """Convert a file in its own folder; None where LibreOffice gives no file.

    It runs with a profile of its own, in which macros and links to other files are off. Raises
    `subprocess.TimeoutExpired` after `TIMEOUT_SECONDS`; the program and what it started are ended then.
    """
    with tempfile.TemporaryDirectory(prefix="kg-profile-", ignore_cleanup_errors=True) as profile:
        user = Path(profile).resolve() / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(_SAFE_PROFILE, "utf-8")
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={user.parent.as_uri()}"]
        command += ["--convert-to", target_format, "--outdir", str(source.parent), str(source)]
        _run(command)
    target = source.with_suffix("." + target_format.split(":")[0])
    return target if target.is_file() else None


def _run(command: list[str]) -> None:
    """Run in a session of its own: `soffice` is a script, and ending it alone would leave the real program running."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, env=_offline_environment(), start_new_session=True
    )
    try:
        process.wait(TIMEOUT_SECONDS)
    except subprocess.TimeoutExpired:
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        process.kill()
        process.wait()
        raise


def _offline_environment() -> dict[str, str]:
    """The environment with a proxy that leads nowhere: a document may link to pictures elsewhere."""
    nowhere = "http://127.0.0.1:9"
    return {**os.environ, "http_proxy": nowhere, "https_proxy": nowhere, "no_proxy": ""}


def _converted(content: bytes, name: str, target_format: str) -> bytes:
    program = find_office()
    if program is None:
        raise refusal(
            name,
            "旧版 Office 文件需要 LibreOffice 转换，本机没有安装",
            "请安装 LibreOffice，或另存为 .docx、.xlsx 再试",
        )
    with tempfile.TemporaryDirectory(prefix="kg-office-", ignore_cleanup_errors=True) as folder:
        source = Path(folder).resolve() / f"source{_suffix(content, target_format)}"
        source.write_bytes(content)
        try:
            target = convert(source, target_format, program)
        except subprocess.TimeoutExpired as error:
            raise refusal(
                name, f"LibreOffice 在 {TIMEOUT_SECONDS} 秒内没有转换完", "请另存为 .docx 或 .xlsx 再试"
            ) from error
        except OSError as error:
            raise refusal(name, "LibreOffice 无法启动", "请检查其安装，或另存为 .docx、.xlsx 再试") from error
        if target is None:
            raise damaged(name, "旧版 Office 文件")
        return target.read_bytes()


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
