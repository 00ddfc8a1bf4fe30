"""The rows that teach the tagger of names: their texts, and a letter a place for every type.

Rows: all files of `benchmarks/invented-rows`, `benchmarks/restated-rows` and `benchmarks/restated-later`, and the
annotated rows of the corpus beside the project (`../shared/gold`, `benchmarks/unseen-rows`, `benchmarks/further-rows`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from marked_rows import Marked, rows
from statements import annotated_mentions, read, rows_of

from kg.model.task import TEXT_PARTS

HERE = Path(__file__).parent
ANNOTATED = (HERE.parents[1] / "shared" / "gold", HERE / "unseen-rows", HERE / "further-rows")
LABELS = "BIO"


def marked_by_hand(folder: Path, without: Sequence[str] = ()) -> Iterator[Marked]:
    """The texts of rows that were written and marked for teaching."""
    for path in sorted(folder.glob("*.txt")):
        for row in rows(path) if path.stem not in without else ():
            yield from row


def annotated(folder: Path, without: Sequence[str]) -> Iterator[Marked]:
    """The texts of annotated rows of the corpus, with every place where an annotated name stands."""
    for document in sorted(path for path in folder.iterdir() if (path / "sample.json").exists()):
        if document.name not in without:
            yield from _of_document(document)


def _of_document(folder: Path) -> Iterator[Marked]:
    names = read(folder / "entities.jsonl")
    wanted = set(read(folder / "sample.json")[0]["entities"])
    for row in rows_of(folder.name, folder):
        if row.row in wanted:
            found = list(annotated_mentions(folder.name, row, [name for name in names if name["row"] == row.row]))
            for part in TEXT_PARTS:
                if row.text(part):
                    spans = sorted((m.type, m.start, m.end) for m in found if m.part == part)
                    yield Marked(part, row.text(part), tuple(spans))


def labels(text: Marked, kind: str) -> str:
    """One letter a place: where a name of the type begins, goes on, or is none; of names in one another the longest."""
    told = ["O"] * len(text.text)
    for _, start, end in sorted((name for name in text.names if name[0] == kind), key=lambda n: n[1] - n[2]):
        if "I" not in told[start:end] and "B" not in told[start:end]:
            told[start:end] = ["B", *"I" * (end - start - 1)]
    return "".join(told)
