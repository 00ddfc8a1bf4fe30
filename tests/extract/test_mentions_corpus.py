"""Over the whole corpus: every mention stands where it says, in its part and in its document."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.extract.mentions import find_mentions
from kg.model import DocumentContext
from kg.pipeline import read_documents
from kg.tables.reading import read_rows

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS.is_dir(), reason="the shared corpus does not lie beside the project"),
]


def test_every_mention_of_the_corpus_stands_at_both_its_places() -> None:
    wrong = []
    for document in read_documents([CORPUS])[0]:
        rows = read_rows(document).rows
        by_id = {row.row: row for row in rows}
        for m in find_mentions(rows, DocumentContext(document=document.name)):
            in_part = by_id[m.row].text(m.part)[m.start : m.end]
            in_source = "".join(document.text[m.source_start : m.source_end].split())
            if m.part in ("units", "leaders"):
                continue
            if in_part != m.text or m.text[:1] != in_source[:1] or m.text[-1:] != in_source[-1:]:
                wrong.append((document.name, m.row, m.part, m.text, in_part, in_source))
    assert wrong == []


def test_units_and_leaders_of_the_corpus_stand_in_their_cells() -> None:
    wrong = []
    for document in read_documents([CORPUS])[0]:
        rows = read_rows(document).rows
        by_id = {row.row: row for row in rows}
        for m in find_mentions(rows, DocumentContext(document=document.name)):
            if m.part in ("units", "leaders") and by_id[m.row].text(m.part)[m.start : m.end] != m.text:
                wrong.append((document.name[:3], m.row, m.part, m.text, by_id[m.row].text(m.part)))
    assert wrong == []
