"""Where there is nothing to read, commands say so and end with 1, in the user's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import kg


@pytest.mark.parametrize(
    "arguments", [("rows",), ("rows", "--json"), ("rows", "--coverage"), ("build", "--out", "out")]
)
def test_a_folder_without_documents_is_said(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    answer = kg(*(str(tmp_path / "out") if word == "out" else word for word in arguments), tmp_path)

    assert (answer.returncode, answer.stdout) == (1, "")
    assert answer.stderr.startswith(f"kg: {tmp_path}：里面没有可读取的文件；请给出")
    assert len(answer.stderr.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_it_is_said_in_english_where_english_is_asked(tmp_path: Path) -> None:
    answer = kg("rows", tmp_path, language="en")

    assert answer.returncode == 1
    assert answer.stderr.startswith(f"kg: {tmp_path}: nothing to read there; give files such as .txt")


@pytest.mark.parametrize("command", ["rows", "build"])
def test_a_path_that_is_not_there_is_said_in_the_language_asked(tmp_path: Path, command: str) -> None:
    chinese, english = (kg(command, tmp_path / "none.txt", language=one) for one in ("zh", "en"))

    assert (chinese.returncode, english.returncode) == (1, 1)
    assert chinese.stderr == f"kg: {tmp_path / 'none.txt'}：找不到这个文件或文件夹；请检查路径。\n"
    assert english.stderr == f"kg: {tmp_path / 'none.txt'}: there is no such file or folder; mend the path\n"


def test_a_row_of_no_document_cannot_be_explained(tmp_path: Path) -> None:
    answer = kg("explain", tmp_path, "1")

    assert answer.returncode == 1
    assert answer.stderr.startswith(f"kg: {tmp_path}：里面没有可读取的文件")


def test_a_painting_of_nothing_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()

    assert kg("rows", tmp_path / "in", "--paint", tmp_path / "page.html").returncode == 1
    assert not (tmp_path / "page.html").exists()
