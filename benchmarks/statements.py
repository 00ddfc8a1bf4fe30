"""Scores statements against annotated rows, from annotated mentions and from our own.

    python benchmarks/statements.py [ANNOTATIONS] [--mentions annotated|own] [--errors N] [--calibration]

`benchmarks/more-rows` holds further rows that we annotated ourselves after the rules were first written; their texts
are read from the corpus, and their `responsibleFor` was made by the rules and looked through by a person.
With annotated mentions the figure tells how well the rules state facts once the names are right; with our own,
what a reader of the whole pipeline gets. Strict: both ends the same, in the text or in its canonical form.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import marked_rows

from kg.extract.statements import state_facts
from kg.model import DocumentContext, Leader, Mention, Name, Place, Statement, TaskRow, Text, Unit, UnitProgress
from kg.model.task import TEXT_PARTS

CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
FIVE = ("responsibleFor", "undertakes", "investedIn", "locatedIn", "cooperatesWith")
PERIODS = {"000": "2023", "001": "2021-Q3", "002": "2023", "003": "2024", "004": "2023-09"}


def read(path: Path) -> list[dict]:
    """The objects of a JSON-lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def task_row(document: str, given: dict) -> TaskRow:
    """A row of ours from an annotated one; each part is its own document text."""
    parts = {part: Text.of(given[part], 0, len(given[part])) for part in TEXT_PARTS if given.get(part)}
    headed = []
    progress = parts["progress"].value if "progress" in parts else ""
    for unit, text in (given.get("progress_by_unit") or {}).items():
        start = progress.find("".join(text.split()))
        if start >= 0:
            headed.append(UnitProgress(unit=unit, start=start, end=start + len("".join(text.split()))))
    return TaskRow(
        document=document,
        row=given["row"],
        kind="task" if given.get("task") else "sentence",
        number=given.get("number"),
        section=given.get("section"),
        item=given.get("item"),
        parts=parts,
        units=tuple(Unit(name=u["name"], role=u["role"], source_start=0, source_end=0) for u in given["units"]),
        leaders=tuple(Leader(name=n, source_start=0, source_end=0) for n in given.get("leaders") or ()),
        progress_by_unit=tuple(headed),
        place=Place(document=document),
    )


def rows_of(document: str, folder: Path) -> list[TaskRow]:
    """The annotated rows with their texts: from the folder, else read from the corpus document of that number."""
    if (folder / "rows.jsonl").exists():
        return [task_row(document, given) for given in read(folder / "rows.jsonl")]
    from kg.readers import read as read_file
    from kg.tables import read_rows

    (path,) = CORPUS.glob(f"{document}_*")
    return [row for found in read_file(path) for row in read_rows(found).rows]


def annotated_mentions(document: str, row: TaskRow, entities: Sequence[dict]) -> Iterator[Mention]:
    """Every place of every annotated text in its part, the longest first within a type."""
    taken: dict[tuple[str, str], list[tuple[int, int]]] = defaultdict(list)
    for entity in sorted(entities, key=lambda e: -len(e["text"])):
        text, value = "".join(entity["text"].split()), row.text(entity["part"])
        start = value.find(text)
        while start >= 0:
            end = start + len(text)
            spans = taken[entity["part"], entity["type"]]
            if not any(s <= start and end <= e for s, e in spans):
                spans.append((start, end))
                source = row.parts[entity["part"]].source_span(start, end)
                yield Mention(
                    document=document,
                    row=row.row,
                    part=entity["part"],
                    type=entity["type"],
                    text=text,
                    canonical=entity.get("canonical"),
                    start=start,
                    end=end,
                    source_start=source[0],
                    source_end=source[1],
                    method="annotated",
                    confidence=1.0,
                )
            start = value.find(text, start + 1)


def own_mentions(document: str, rows: Sequence[TaskRow], context: DocumentContext) -> list[Mention]:
    """The mentions that our own extractor finds."""
    from kg.extract.mentions import find_mentions

    return list(find_mentions(rows, context))


class Annotated(NamedTuple):
    """The rows of a document, which of them were annotated, their names by row, and what people stated."""

    document: str
    rows: list[TaskRow]
    sampled: set[str]
    entities: dict[str, list[dict]]
    relations: list[dict]


def of_folder(folder: Path) -> Annotated:
    """Annotated rows of a document of the corpus."""
    sampled = set(json.loads((folder / "sample.json").read_text("utf-8"))["entities"])
    relations = [r for r in read(folder / "relations.jsonl") if r["row"] in sampled]
    entities = _by_row(read(folder / "entities.jsonl"))
    return Annotated(folder.name, rows_of(folder.name, folder), sampled, entities, relations)


def of_file(path: Path) -> Annotated:
    """Rows with marked names and, beside them in `NAME.facts.tsv`, what they state.

    A row's name alone says that it states nothing; rows that the file does not name were not looked through.
    """
    found, names = [], []
    for row, parts in marked_rows.task_rows(path):
        found.append(row)
        names += [
            {"row": row.row, "part": t.part, "type": k, "text": t.text[a:b], "canonical": None}
            for t in parts
            for k, a, b in t.names
        ]
    lines = path.with_suffix(".facts.tsv").read_text("utf-8").splitlines()
    told = [line.split("\t") for line in lines if line]
    facts = [dict(zip(("row", "subject", "predicate", "object"), line, strict=True)) for line in told if line[1:]]
    return Annotated(path.stem, found, {row for row, *_ in told}, _by_row(names), facts)


def _by_row(entities: Sequence[dict]) -> dict[str, list[dict]]:
    told: dict[str, list[dict]] = defaultdict(list)
    for entity in entities:
        told[entity["row"]].append(entity)
    return told


def statements_of(annotated: Annotated, own: bool) -> list[Statement]:
    """What we state of a document's annotated rows."""
    document, rows, sampled, entities, _ = annotated
    period = PERIODS.get(document)
    context = DocumentContext(document=document, period=period, reviews="2023" if document == "003" else None)
    if own:
        mentions = own_mentions(document, rows, context)
    else:
        mentions = [m for row in rows for m in annotated_mentions(document, row, entities[row.row])]
    chosen = [row for row in rows if row.row in sampled]
    begun = time.process_time()
    stated, _ = state_facts(chosen, [m for m in mentions if m.row in sampled], context)
    SECONDS[document] = time.process_time() - begun
    for row in chosen:
        for entity in entities[row.row]:
            _note(document, row.row, entity["text"], entity.get("canonical"))
    for mention in mentions if own else ():
        _note(document, mention.row, mention.text, mention.canonical)
    return list(stated)


def _note(document: str, row: str, text: str, canonical: str | None) -> None:
    """Note that a name is written and called so in a row; a statement may use either."""
    both = {text, canonical or text}
    for name in both:
        ALIASES[document, row, name] |= both


SECONDS: dict[str, float] = {}
ALIASES: dict[tuple[str, str, str], set[str]] = defaultdict(set)


def end_text(end: Name | str) -> str:
    """The text of a statement's end."""
    return end.text if isinstance(end, Name) else end


def main() -> None:
    """Print the scores by predicate, the errors and the calibration table asked for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("annotations", nargs="?", type=Path, default=Path("../shared/gold"))
    parser.add_argument("--mentions", choices=("annotated", "own"), default="annotated")
    parser.add_argument("--errors", type=int, default=0)
    parser.add_argument("--calibration", action="store_true")
    parser.add_argument("--only", choices=("odd", "even"), help="of files with numbers in their names, one half")
    args = parser.parse_args()
    if not args.annotations.is_dir():
        sys.exit(f"{args.annotations}: no annotated rows here; give their folder")
    right, given, wanted = Counter(), Counter(), Counter()
    rules: dict[str, list[bool]] = defaultdict(list)
    bands: dict[int, list[bool]] = defaultdict(list)
    errors: dict[str, list[str]] = defaultdict(list)
    folders = sorted(p for p in args.annotations.iterdir() if (p / "relations.jsonl").exists())
    files = sorted(p for p in args.annotations.glob("*.txt") if p.with_suffix(".facts.tsv").exists())
    if args.only:
        files = [p for p in files if int("".join(filter(str.isdigit, p.stem))) % 2 == (args.only == "odd")]
    for sample in [*map(of_folder, folders), *map(of_file, files)]:
        stated = statements_of(sample, args.mentions == "own")
        if sample.document in {path.stem for path in files}:  # rows without responsible units
            stated = [s for s in stated if s.predicate != "responsibleFor"]
        left = defaultdict(list)
        for relation in sample.relations:
            left[relation["row"], relation["predicate"]].append(relation)
            wanted[relation["predicate"]] += 1
        names = lambda row, text: ALIASES.get((sample.document, row, text), {text}) | {text}  # noqa: B023, E731
        seen = set()
        for s in stated:
            key = (s.row, s.predicate, end_text(s.subject), end_text(s.object))
            if key in seen:
                continue
            seen.add(key)
            given[s.predicate] += 1
            a, b = end_text(s.subject), end_text(s.object)
            pool = left[s.row, s.predicate]
            hit = next(
                (r for r in pool if a in names(s.row, r["subject"]) and b in names(s.row, r["object"])),
                None,
            )
            rules[s.method].append(hit is not None)
            bands[min(9, int(s.confidence * 10))].append(hit is not None)
            if hit is not None:
                pool.remove(hit)
                right[s.predicate] += 1
            else:
                errors[s.predicate].append(
                    f"false {sample.document} {s.row} {a} -> {b} [{s.method}] «{s.evidence.quote}»"
                )
        for (row, predicate), missing in sorted(left.items()):
            errors[predicate] += [
                f"MISSED {sample.document} {row} {r['subject']} -> {r['object']} «{r.get('evidence')}»" for r in missing
            ]
    show(right, given, wanted)
    if args.calibration:
        for rule, hits in sorted(rules.items()):
            print(f"  {rule:<22} {sum(hits):>4} of {len(hits):>4} right  {sum(hits) / len(hits):.2f}")
        for band, hits in sorted(bands.items()):
            share = sum(hits) / len(hits)
            print(f"  confidence from {band / 10:.1f}    {sum(hits):>4} of {len(hits):>4} right  {share:.2f}")
    for predicate in sorted(errors):
        for line in sorted(errors[predicate])[: args.errors]:
            print(f"{predicate}: {line}")
    print(f"  {sum(SECONDS.values()):.3f} s for stating")


def show(right: Counter, given: Counter, wanted: Counter) -> None:
    """Precision, recall and F1 by predicate, and of the five relations together."""
    for predicate in [*sorted(set(wanted) | set(given)), "ALL five"]:
        group = FIVE if predicate == "ALL five" else (predicate,)
        hits, ours, theirs = (sum(count[p] for p in group) for count in (right, given, wanted))
        precision, recall = hits / max(1, ours), hits / max(1, theirs)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"  {predicate:<16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  (annotated {theirs}, ours {ours})")


if __name__ == "__main__":
    main()
