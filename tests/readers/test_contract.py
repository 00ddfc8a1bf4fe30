"""What every reader promises, tried on every document in tests/documents and on texts of any kind."""

from __future__ import annotations

import hashlib
from itertools import pairwise
from pathlib import Path

import pytest

from kg.model import Document, Line, Table
from kg.readers import READERS, Reader, read
from kg.readers.libreoffice import find_office

DOCUMENTS = Path(__file__).parent.parent / "documents"
REFUSED = {"password.pdf": "密码", "scanned.pdf": "扫描件"}
READ_BY = {
    "agency-merged-over-three-rows.docx": "word",
    "automatic-numbers.docx": "word",
    "big5.txt": "text",
    "columns-without-rules.pdf": "pdf",
    "gbk-with-tabs.txt": "text",
    "header-in-row-four-and-a-hidden-sheet.xlsx": "sheet",
    "nested-table-then-a-second-one.docx": "word",
    "old-sheet.xls": "office",
    "old-word.doc": "office",
    "page-of-a-government-site.html": "html",
    "pipe-table.md": "markdown",
    "quoted-line-breaks.csv": "delimited",
    "table-over-several-pages.pdf": "pdf",
    "tracked-changes-and-hidden-text.docx": "word",
    "utf16-without-mark.txt": "text",
}


def spans(document: Document) -> list[tuple[int, int]]:
    """The spans of all lines and cells, and furniture."""
    found = [(block.start, block.end) for block in document.blocks if isinstance(block, Line)]
    found += [(cell.start, cell.end) for block in document.blocks if isinstance(block, Table) for cell in block.cells]
    return sorted([*found, *document.furniture])


def unaccounted(document: Document) -> str:
    """Characters that lie in no span, white space left out."""
    passed, rest = 0, ""
    for start, end in [*spans(document), (len(document.text), len(document.text))]:
        rest += document.text[passed:start]
        passed = max(passed, end)
    return "".join(rest.split())


def test_every_document_here_is_named_in_a_test_and_every_reader_has_one() -> None:
    there = {path.name for path in DOCUMENTS.iterdir() if path.suffix not in {".py", ".pyc", ".zip"} and path.is_file()}
    assert there == READ_BY.keys() | REFUSED.keys()
    assert set(READ_BY.values()) == {reader.name for reader in READERS}


@pytest.mark.parametrize("name", sorted(READ_BY))
def test_the_first_reader_that_recognises_a_file_is_the_right_one_even_under_a_wrong_name(name: str) -> None:
    content = (DOCUMENTS / name).read_bytes()
    by_bytes = {"word", "sheet", "pdf", "office", "html"}
    names = [name, name + ".bak", "x.txt"] if READ_BY[name] in by_bytes else [name]
    found = [next(reader.name for reader in READERS if reader.recognises(content, given)) for given in names]
    assert found == [READ_BY[name]] * len(names)


@pytest.mark.parametrize("name", sorted(READ_BY))
def test_a_document_is_the_same_twice_and_every_character_lies_in_one_span(name: str) -> None:
    path = DOCUMENTS / name
    if READ_BY[name] == "office" and find_office() is None:
        pytest.skip("LibreOffice is not installed")
    first, second = read(path)[0], read(path)[0]
    assert first == second
    assert first.name == name
    assert first.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
    assert first.format == path.suffix.removeprefix(".")
    assert unaccounted(first) == ""
    found = spans(first)
    assert all(0 <= start <= end <= len(first.text) for start, end in found)
    assert all(end <= start for (_, end), (start, _) in pairwise(found))
    assert [landmark.start for landmark in first.landmarks] == sorted(landmark.start for landmark in first.landmarks)
    blocks = [(block.start if isinstance(block, Line) else block.cells[0].start) for block in first.blocks]
    assert blocks == sorted(blocks)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
def test_a_reader_keeps_the_promise_of_its_protocol(reader: Reader) -> None:
    assert isinstance(reader, Reader)
    assert reader.name == reader.name.lower()
    assert all(suffix.startswith(".") and suffix == suffix.lower() for suffix in reader.suffixes)
    assert 0 < reader.max_bytes <= 256 * 1024 * 1024


def test_no_two_readers_claim_the_same_suffix() -> None:
    claimed = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(claimed) == len(set(claimed))
