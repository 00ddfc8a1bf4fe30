"""Conversion by LibreOffice, where it is installed: offline, without macros, within a time limit."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

from kg.readers.base import damaged, refusal

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

_PROGRAMS = ("soffice", "libreoffice", "/Applications/LibreOffice.app/Contents/MacOS/soffice")
_WINDOWS_PROGRAM = Path("C:/Program Files/LibreOffice/program/soffice.exe")


def find_office() -> str | None:
    """LibreOffice's program, None where it is not installed."""
    found = next((path for program in _PROGRAMS if (path := shutil.which(program))), None)
    return found or (str(_WINDOWS_PROGRAM) if _WINDOWS_PROGRAM.is_file() else None)


def convert(source: Path, target_format: str, program: str) -> Path | None:
    """Convert a file into the folder `converted` beside it; None where LibreOffice gives no file.

    It runs with a profile of its own, in which macros and links to other files are off. Raises
    `subprocess.TimeoutExpired` after `TIMEOUT_SECONDS`; the program and what it started are ended then.
    """
    folder = source.parent / "converted"
    with tempfile.TemporaryDirectory(prefix="kg-profile-", ignore_cleanup_errors=True) as profile:
        user = Path(profile).resolve() / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(_SAFE_PROFILE, "utf-8")
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={user.parent.as_uri()}"]
        command += ["--convert-to", target_format, "--outdir", str(folder), str(source)]
        _run(command)
    target = folder / f"{source.stem}.{target_format.split(':')[0]}"
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


def converted(content: bytes, suffix: str, target_format: str, name: str) -> bytes:
    """The bytes of a document in another format. Raises `UnreadableDocument` where LibreOffice cannot do it."""
    program = find_office()
    if program is None:
        raise refusal(
            name,
            (
                "旧版 Office 文件需要 LibreOffice 转换，本机没有安装",
                "old Office files are converted by LibreOffice, which is not installed",
            ),
            ("请安装 LibreOffice，或另存为 .docx、.xlsx 再试", "install it, or save the file as .docx or .xlsx"),
        )
    with tempfile.TemporaryDirectory(prefix="kg-office-", ignore_cleanup_errors=True) as folder:
        source = Path(folder).resolve() / f"source{suffix}"
        source.write_bytes(content)
        try:
            target = convert(source, target_format, program)
        except subprocess.TimeoutExpired as error:
            fact = (
                f"LibreOffice 在 {TIMEOUT_SECONDS} 秒内没有转换完",
                f"LibreOffice has not converted it within {TIMEOUT_SECONDS} seconds",
            )
            raise refusal(name, fact, ("请另存为 .docx 或 .xlsx 再试", "save it as .docx or .xlsx")) from error
        except OSError as error:
            again = (
                "请检查其安装，或另存为 .docx、.xlsx 再试",
                "check how it is installed, or save the file as .docx or .xlsx",
            )
            raise refusal(name, ("LibreOffice 无法启动", "LibreOffice cannot be started"), again) from error
        if target is None:
            raise damaged(name, ("Office 文件", "an Office file"))
        return target.read_bytes()
