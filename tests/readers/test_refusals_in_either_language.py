"""A file that cannot be read is said to be so in either language: which file, what is wrong, what to do."""

import json
import re
import subprocess
from pathlib import Path

import pytest

from kg.errors import UnreadableDocument
from kg.pipeline import Failure, build_graph, nothing_read, read_documents
from kg.readers import libreoffice, read
from kg.readers.opening import read_bytes
from tests.cli.running import kg
from tests.readers.make import zipped
from tests.readers.test_opening import BAD_FILES

HAN = re.compile(r"[\u4e00-\u9fff]")
DOCUMENTS = Path(__file__).parents[1] / "documents"


def refusal(content: bytes, name: str) -> UnreadableDocument:
    with pytest.raises(UnreadableDocument) as error:
        read_bytes(content, name)
    return error.value


@pytest.mark.parametrize(
    ("content", "name"),
    [
        *((content, name) for content, name, _ in BAD_FILES),
        (b"", "empty.txt"),
        (b"\x7fELF" + bytes(range(256)) * 20, "a.txt"),
        (b"<html><body></body></html>", "a.html"),
        ((DOCUMENTS / "scanned.pdf").read_bytes(), "a.pdf"),
        ((DOCUMENTS / "password.pdf").read_bytes(), "a.pdf"),
    ],
)
def test_both_sentences_name_the_file_the_fact_and_the_way_out(content: bytes, name: str) -> None:
    error = refusal(content, name)

    assert HAN.search(error.chinese)
    assert not HAN.search(error.english.replace(name, ""))
    assert (error.chinese.count("："), error.chinese.count("；")) >= (1, 1)
    assert re.fullmatch(rf"{re.escape(name)}(/\S+)?: [^;\n]+; [^;\n]+[^.\n]", error.english)


def test_a_path_that_is_not_there_or_no_file_is_said_in_both(tmp_path: Path) -> None:
    for path, said in ((tmp_path / "a.txt", "there is no such file"), (tmp_path, "not a regular file")):
        with pytest.raises(UnreadableDocument, match="请") as error:
            read(path)
        assert said in error.value.english


def test_what_stops_libreoffice_is_said_in_both(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(*_: object) -> None:
        raise subprocess.TimeoutExpired("soffice", 1)

    def missing(*_: object) -> None:
        raise OSError

    old = (DOCUMENTS / "old-word.doc").read_bytes()
    found = []
    monkeypatch.setattr(libreoffice, "find_office", lambda: None)
    found.append(refusal(old, "a.doc"))
    monkeypatch.setattr(libreoffice, "find_office", lambda: "soffice")
    for convert in (slow, missing, lambda *_: None):
        monkeypatch.setattr(libreoffice, "convert", convert)
        found.append(refusal(old, "a.doc"))

    words = ("not installed", "within", "cannot be started", "damaged")
    assert [said for said, error in zip(words, found, strict=True) if said not in error.english] == []
    assert not any(HAN.search(error.english) for error in found)


def test_members_of_archives_that_fail_keep_both_sentences(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"a.txt": "区住建局负责。".encode(), "b.jpg": b"\xff\xd8\xff\xe0"}))

    _, (failure,) = read_documents([tmp_path])

    assert failure.message == "a.zip/b.jpg：文件是图片；请先做文字识别（OCR），再导入识别后的文件。"
    assert failure.english == "a.zip/b.jpg: the file is a picture; recognise its text (OCR) first and give that file"
    assert refusal(zipped({"b.jpg": b"\xff\xd8\xff\xe0"}), "a.zip").english == failure.english


def test_a_run_in_which_no_file_can_be_read_names_the_first_in_both() -> None:
    failures = [Failure(path=f"{n}", message=f"{n}：坏；重试。", english=f"{n}: bad; try again") for n in range(9)]

    error = nothing_read([], failures)

    assert (error.chinese.count("坏"), error.english.count("bad")) == (5, 5)
    assert not HAN.search(error.english)


def test_outputs_for_programs_hold_the_chinese_sentence_alone(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("区住建局负责建设青云大道工程。", "utf-8")
    (tmp_path / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0")

    built = build_graph([tmp_path])
    dumped = json.dumps([*(f.model_dump() for f in built.failures), *(f.model_dump() for f in built.graph.findings)])

    assert "english" not in dumped
    assert built.failures[0].message in [finding.message for finding in built.graph.findings]


@pytest.mark.parametrize("command", ["build", "rows"])
def test_a_terminal_shows_the_sentence_of_its_language(command: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_text("区住建局负责建设青云大道工程。", "utf-8")
    (folder / "b.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    out = ("--out", tmp_path / "out") if command == "build" else ()

    chinese, english = (kg(command, folder, *out, language=language) for language in ("zh", "en"))

    assert (chinese.returncode, english.returncode) == (1, 1)
    assert chinese.stderr == "kg: b.jpg：文件是图片；请先做文字识别（OCR），再导入识别后的文件。\n"
    assert english.stderr == "kg: b.jpg: the file is a picture; recognise its text (OCR) first and give that file\n"
