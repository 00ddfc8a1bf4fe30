"""Finds the mentions of annotated rows and scores them: strict and loose F1 by type, by document, by half.

    python benchmarks/mentions.py ../shared/gold [--score ../shared/score.py] [--half 0|1] [--errors 20]
    python benchmarks/mentions.py ../shared/gold --calibration | --speed
    python benchmarks/mentions.py benchmarks/more-rows --corpus ../shared/corpus --score ../shared/score.py

Rows are taken from the annotations, so that only finding is measured, not reading. `--half` keeps every other
annotated row, so that rules written against one half can be checked on the other. Rows that we annotated ourselves
have no texts beside them: they are read from `--corpus`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

from kg.extract.mentions import find_mentions
from kg.model import TEXT_PARTS, DocumentContext, Leader, Mention, Place, Run, TaskRow, Text, Unit

HERE = Path(__file__).parent


def annotated_rows(folder: Path) -> list[TaskRow]:
    """The rows of an annotated document as the extractor gets them; places are made up."""
    return [_row(folder.name, json.loads(line)) for line in (folder / "rows.jsonl").read_text("utf-8").splitlines()]


def _row(document: str, record: dict) -> TaskRow:
    parts = {part: _text(record[part]) for part in TEXT_PARTS if record.get(part)}
    units = tuple(Unit(name=u["name"], role=u["role"], source_start=0, source_end=1) for u in record["units"])
    leaders = tuple(Leader(name=name, source_start=0, source_end=1) for name in record.get("leaders") or [])
    return TaskRow(
        document=document,
        row=record["row"],
        number=record.get("number"),
        section=record.get("section"),
        item=record.get("item"),
        parts=parts,
        units=units,
        leaders=leaders,
        place=Place(document=document),
    )


def _text(value: str) -> Text:
    return Text(value=value, runs=(Run(at=0, source=0, length=len(value)),))


def corpus_rows(corpus: Path) -> dict[str, list[TaskRow]]:
    """The rows of the corpus by the number in front of each document's name, as the pipeline reads them."""
    from kg.pipeline import read_documents
    from kg.tables.reading import read_rows

    documents, _ = read_documents([corpus])
    return {document.name.split("_")[0]: list(read_rows(document).rows) for document in documents}


def with_texts(folder: Path, rows: list[TaskRow], target: Path) -> None:
    """The annotations of a document with the texts of its rows beside them."""
    target.mkdir(parents=True)
    for name in ("entities.jsonl", "sample.json"):
        (target / name).write_text((folder / name).read_text("utf-8"), "utf-8")
    with (target / "rows.jsonl").open("w", encoding="utf-8") as out:
        for row in rows:
            units = [{"name": unit.name, "role": unit.role} for unit in row.units]
            texts = {part: row.text(part) or None for part in TEXT_PARTS}
            record = {"doc": folder.name, "row": row.row, "number": row.number, "units": units, "leaders": [], **texts}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def mentions_of(folder: Path) -> list[Mention]:
    return list(find_mentions(annotated_rows(folder), DocumentContext(document=folder.name)))


def halved(folder: Path, target: Path, half: int) -> None:
    """A copy of the annotations whose sample keeps every other annotated row."""
    target.mkdir(parents=True)
    for name in ("rows.jsonl", "entities.jsonl", "relations.jsonl"):
        (target / name).write_text((folder / name).read_text("utf-8"), "utf-8")
    sample = json.loads((folder / "sample.json").read_text("utf-8"))
    sample["entities"] = sample["entities"][half::2]
    (target / "sample.json").write_text(json.dumps(sample), "utf-8")


def write_build(folders: list[Path], build: Path) -> None:
    with (
        (build / "rows.jsonl").open("w", encoding="utf-8") as rows,
        (build / "mentions.jsonl").open("w", encoding="utf-8") as mentions,
    ):
        for folder in folders:
            for line in (folder / "rows.jsonl").read_text("utf-8").splitlines():
                rows.write(line.replace('"doc"', '"document"', 1) + "\n")
            for mention in mentions_of(folder):
                mentions.write(mention.model_dump_json() + "\n")


def calibration(folders: list[Path]) -> None:
    """How often the mentions of each rule are right on the annotated rows."""
    right: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for folder in folders:
        wanted = set(json.loads((folder / "sample.json").read_text("utf-8"))["entities"])
        known = set()
        for line in (folder / "entities.jsonl").read_text("utf-8").splitlines():
            entity = json.loads(line)
            known.add((entity["row"], entity["part"], entity["type"], entity["text"]))
        seen = set()
        for m in mentions_of(folder):
            key = (m.row, m.part, m.type, m.text)
            if m.row in wanted and m.part in TEXT_PARTS and key not in seen:
                seen.add(key)
                tally = right[m.method]
                tally[0] += key in known
                tally[1] += 1
                tally[2] += m.confidence
    for method, (good, total, stated) in sorted(right.items()):
        print(f"  {method:<28} right {good / total:.2f}  stated {stated / total:.2f}  of {int(total)}")


def speed(folders: list[Path], repeats: int = 5) -> None:
    rows = {folder.name: annotated_rows(folder) for folder in folders}
    size = sum(len(row.text(p).encode()) for found in rows.values() for row in found for p in TEXT_PARTS)
    best = min(_timed(rows) for _ in range(repeats))
    print(f"{size / 1e6:.3f} MB in {best:.3f} s of one core: {size / 1e6 / best:.2f} MB/s")


def _timed(rows: dict[str, list[TaskRow]]) -> float:
    start = time.process_time()
    for name, found in rows.items():
        find_mentions(found, DocumentContext(document=name))
    return time.process_time() - start


def own_rows(folders: list[Path], corpus: Path, score: Path, errors: int) -> None:
    rows = corpus_rows(corpus)
    with tempfile.TemporaryDirectory() as temporary:
        truth, build = Path(temporary) / "truth", Path(temporary) / "build"
        build.mkdir()
        for folder in folders:
            with_texts(folder, rows[folder.name], truth / folder.name)
        write_build([truth / folder.name for folder in folders], build)
        subprocess.run([sys.executable, str(score), str(build), str(truth), "--errors", str(errors)], check=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--score", type=Path)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--speed", action="store_true")
    parser.add_argument("--calibration", action="store_true")
    args = parser.parse_args()
    folders = sorted(p for p in args.annotations.iterdir() if (p / "sample.json").exists())
    if args.speed:
        return speed(folders)
    if args.calibration:
        return calibration(folders)
    if args.corpus:
        return own_rows(folders, args.corpus, args.score, args.errors)
    score = args.score or args.annotations.parent / "score.py"
    with tempfile.TemporaryDirectory() as temporary:
        build, truth = Path(temporary) / "build", args.annotations
        build.mkdir()
        write_build(folders, build)
        if args.half is not None:
            truth = Path(temporary) / "truth"
            for folder in folders:
                halved(folder, truth / folder.name, args.half)
        subprocess.run([sys.executable, str(score), str(build), str(truth), "--errors", str(args.errors)], check=True)
    return None


if __name__ == "__main__":
    main()
