"""Nothing in the project repeats a corpus document: never 40 characters in a row, white space left out."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.readers import read

ROOT = Path(__file__).parents[1]
CORPUS = ROOT.parent / "shared" / "corpus"
LENGTH = 40
TEXT = {".py", ".md", ".txt", ".csv", ".html", ".jsonl", ".json", ".ttl", ".rq", ".toml", ".css", ".js", ".yml"}
BINARY = {".docx", ".xlsx"}
NOT_OURS = {"output", "node_modules", "build", "dist"}


def squeezed(text: str) -> str:
    return "".join(text.split())


def project_files() -> Iterator[Path]:
    for folder, folders, names in os.walk(ROOT):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "__")) and name not in NOT_OURS)
        for name in sorted(names):
            path = Path(folder, name)
            if path.suffix in TEXT | BINARY and path.stat().st_size < 4_000_000:
                yield path


def text_of(path: Path) -> str:
    if path.suffix in BINARY:
        return squeezed("".join(document.text for document in read(path)))
    return squeezed(path.read_text("utf-8", errors="replace"))


def repeated(text: str, known: set[str]) -> str:
    """The first stretch of a text that stands in a corpus document too, empty where there is none."""
    windows = (text[start : start + LENGTH] for start in range(len(text) - LENGTH + 1))
    return next((window for window in windows if window in known), "")


def test_a_stretch_of_forty_characters_is_found() -> None:
    sentence = "".join(chr(0x4E00 + number) for number in range(60))
    known = {sentence[start : start + LENGTH] for start in range(21)}
    assert repeated(f"前{sentence[5:45]}后", known) == sentence[5:45]
    assert repeated(f"前{sentence[5:44]}后", known) == ""


@pytest.mark.corpus
@pytest.mark.skipif(not CORPUS.is_dir(), reason="needs the corpus beside the project")
def test_no_file_repeats_a_corpus_document() -> None:
    corpus = [squeezed(path.read_text("utf-8")) for path in sorted(CORPUS.glob("*.txt"))]
    known = {text[start : start + LENGTH] for text in corpus for start in range(len(text) - LENGTH + 1)}
    assert {
        str(path.relative_to(ROOT)): found for path in project_files() if (found := repeated(text_of(path), known))
    } == {}
