"""The real documents, where they stand beside the project: every annotated row is read as annotated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.readers import read
from kg.tables import read_rows
from kg.tables.coverage import coverage

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not beside the project"),
]
KNOWN_DIFFERENCES = {("000", "r037"), ("000", "r036")}
"""One printed line holds the end of one row's progress and the beginning of the next one's."""


def documents() -> list[Path]:
    return sorted((SHARED / "corpus").glob("*.txt")) if SHARED.is_dir() else []


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name[:3])
def test_rows_are_read_as_annotated(path: Path) -> None:
    (document,) = read(path)
    rows = {row.row: row for row in read_rows(document).rows}
    annotated = (SHARED / "gold" / path.name[:3] / "rows.jsonl").read_text("utf-8").splitlines()
    compared = 0
    for wanted in map(json.loads, annotated):
        if (path.name[:3], wanted["row"]) in KNOWN_DIFFERENCES:
            continue
        row = rows[wanted["row"]]
        assert [(u.name, u.role) for u in row.units] == [(u["name"], u["role"]) for u in wanted["units"]]
        assert row.status == wanted["status"]
        assert [leader.name for leader in row.leaders] == wanted.get("leaders", [])
        assert "".join(row.text("progress").split())[:20] == (wanted["progress"] or "")[:20]
        compared += 1
    assert compared >= 30


@pytest.mark.parametrize("path", documents(), ids=lambda path: path.name[:3])
def test_hardly_a_character_is_left_unread(path: Path) -> None:
    (document,) = read(path)
    found = coverage(document, read_rows(document))

    assert found.rows + found.headings + found.furniture + found.remainder == found.total
    assert found.remainder <= 0.001 * found.total
