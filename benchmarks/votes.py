"""How well names are found by the rules alone, by the tagger alone, and by both, on rows that were marked by hand.

    .venv/bin/python benchmarks/votes.py kg/extract/tagger/net.npz benchmarks/restated-unseen/rows7.txt
    .venv/bin/python benchmarks/teach.py --without 000 001 part26 part28 --out /tmp/net.npz
    .venv/bin/python benchmarks/votes.py /tmp/net.npz benchmarks/further-rows --only 000 001

A file holds rows with marked names, a folder annotated rows of the corpus. A tagger is only worth measuring on rows
that it was not taught. A name is right if one of its type with that text or canonical name was marked in the row; each
counts once a row. Strict borders.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from marked_rows import task_rows
from statements import read, rows_of

from kg.extract import votes
from kg.extract.mentions import find_mentions
from kg.extract.tagger.tagger import TYPES, tagger
from kg.model import DocumentContext, TaskRow
from kg.model.task import TEXT_PARTS

Forms = frozenset[str]


class Sample(NamedTuple):
    """Rows of one document, and the names of each by type; every name is the set of its written forms."""

    rows: list[TaskRow]
    names: list[dict[str, set[Forms]]]


def of_file(path: Path) -> Sample:
    """Rows with marked names."""
    sample = Sample([], [])
    for row, parts in task_rows(path):
        sample.rows.append(row)
        sample.names.append(_by_type((kind, text.text[a:b], None) for text in parts for kind, a, b in text.names))
    return sample


def of_folder(folder: Path) -> Sample:
    """Annotated rows of one document of the corpus, its other rows without names."""
    wanted = set(read(folder / "sample.json")[0]["entities"])
    names = read(folder / "entities.jsonl")
    found = [row for row in rows_of(folder.name, folder) if row.row in wanted]
    told = [_by_type((n["type"], n["text"], n.get("canonical")) for n in names if n["row"] == row.row) for row in found]
    return Sample(found, told)


def _by_type(names: Iterator[tuple[str, str, str | None]]) -> dict[str, set[Forms]]:
    told: dict[str, set[Forms]] = {}
    for kind, text, full in names:
        told.setdefault(kind, set()).add(frozenset({text, full or text}))
    return told


def with_rules(sample: Sample, *, heard: bool) -> list[dict[str, set[Forms]]]:
    """What a build finds, with or without the tagger."""
    found = find_mentions(sample.rows, DocumentContext(document=sample.rows[0].document), votes=heard)
    by_row: dict[str, list[tuple[str, str, str | None]]] = {}
    for name in found:
        if name.part in TEXT_PARTS:
            by_row.setdefault(name.row, []).append((name.type, name.text, name.canonical))
    return [_by_type(iter(by_row.get(row.row, ()))) for row in sample.rows]


def tagger_alone(sample: Sample) -> list[dict[str, set[Forms]]]:
    """What the tagger holds likelier than not."""
    told = []
    for row in sample.rows:
        texts = [(part, row.text(part)) for part in TEXT_PARTS if row.text(part)]
        ballots = zip(texts, votes.tagger().ballots(texts), strict=True)
        likely = ((k, text[n.start : n.end], None) for (_, text), b in ballots for k in TYPES for n in b.likely(k))
        told.append(_by_type(likely))
    return told


def score(
    samples: Sequence[Sample], finder: Callable[[Sample], list[dict[str, set[Forms]]]]
) -> dict[str, Counter[str]]:
    """By type how many names were marked, found and right."""
    count: dict[str, Counter[str]] = {kind: Counter() for kind in TYPES}
    for sample in samples:
        for marked, found in zip(sample.names, finder(sample), strict=True):
            for kind in TYPES:
                given, told = _merged(marked.get(kind, set())), _merged(found.get(kind, set()))
                count[kind].update(marked=len(given), found=len(told), right=_hits(given, told))
    return count


def _hits(given: list[Forms], told: list[Forms]) -> int:
    """How many marked names were found, each by one."""
    left = list(told)
    for forms in given:
        hit = next((other for other in left if forms & other), None)
        if hit is not None:
            left.remove(hit)
    return len(told) - len(left)


def _merged(names: set[Forms]) -> list[Forms]:
    """Names that share a form counted once."""
    kept: list[Forms] = []
    for forms in sorted(names, key=sorted):
        if not any(forms & other for other in kept):
            kept.append(forms)
    return kept


def figures(count: Counter[str]) -> str:
    """Precision, recall and F1."""
    precision, recall = (count["right"] / max(1, count[by]) for by in ("found", "marked"))
    return f"{precision:.2f} {recall:.2f} {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def main() -> None:
    """Print precision, recall and F1 of the three by type."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("tagger", type=Path)
    options.add_argument("rows", type=Path, nargs="+")
    options.add_argument("--only", nargs="*", help="documents of a folder")
    args = options.parse_args()
    votes.tagger = partial(tagger, args.tagger)
    samples = []
    for path in args.rows:
        folders = sorted(f for f in path.iterdir() if (f / "sample.json").exists()) if path.is_dir() else []
        samples += [of_folder(f) for f in folders if not args.only or f.name in args.only]
        samples += [of_file(path)] if path.is_file() else []
    ways = {"rules": partial(with_rules, heard=False), "tagger": tagger_alone, "both": partial(with_rules, heard=True)}
    told = {way: score(samples, finder) for way, finder in ways.items()}
    print(f"{'P, R, F1':<12}" + "".join(f"{way:<20}" for way in ways))
    for kind in TYPES:
        print(f"{kind:<12}" + "".join(f"{figures(told[way][kind]):<20}" for way in ways))
    print(f"{'all':<12}" + "".join(f"{figures(sum(told[way].values(), Counter())):<20}" for way in ways))


if __name__ == "__main__":
    main()
