"""Finds the mentions of annotated rows and scores them: strict and loose F1 by type, by document, by half.

    python benchmarks/mentions.py ../shared/gold [--score ../shared/score.py] [--half 0|1] [--errors 20]
    python benchmarks/mentions.py ../shared/gold --speed

Rows are taken from the annotations, so that only finding is measured, not reading. `--half` keeps every other
annotated row, so that rules written against one half can be checked on the other. `annotated.py` scores rows that hold
names only, `calibration.py` how far confidences say so.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("annotations", type=Path)
    parser.add_argument("--score", type=Path)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--speed", action="store_true")
    args = parser.parse_args()
    folders = sorted(p for p in args.annotations.iterdir() if (p / "sample.json").exists())
    if args.speed:
        return speed(folders)
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
