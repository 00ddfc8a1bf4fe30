"""Measure how often names and statements of each rule are right, and how far their confidences say so.

    .venv/bin/kg build ../shared/corpus --out /tmp/build
    .venv/bin/python benchmarks/calibration.py /tmp/build ../shared/gold benchmarks/unseen-rows benchmarks/further-rows
    .venv/bin/python benchmarks/rules_alone.py /tmp/rules ../shared/corpus
    .venv/bin/python benchmarks/calibration.py /tmp/rules --alone --write \\
        ../shared/gold benchmarks/unseen-rows benchmarks/further-rows benchmarks/restated-rows benchmarks/restated-later

First the share of right ones by stated confidence, then by rule. `--write` puts the shares of names into the word
list, drawn towards a common figure where there were few; they are those of the rules alone, for the tagger's vote is
weighed against them. A name is right if a name of its type with that text or canonical name was annotated in the row,
a statement if both its ends and its relation were. A folder may hold rows with marked names too; those are not in the
build, so their names are found anew, with `--alone` by the rules alone.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from votes import of_file

from kg.extract.mentions import find_mentions
from kg.model import DocumentContext

WORDS = Path(__file__).parents[1] / "ontology" / "words" / "mention_rules.csv"
PRIOR = (0.7, 3)
"""What is thought of a rule before anything was counted, and as how many names that weighs."""
FEWEST = 3
"""Rules with fewer annotated names keep their own figure."""
MOST = 0.98
CELLS = ("units", "leaders")
HEADER = "# How often names by a rule are right, measured on annotated rows: benchmarks/calibration.py\n"


class Judged(NamedTuple):
    """A name or statement of the build, whether it was annotated, what it says of itself."""

    kind: str
    rule: str
    right: bool
    stated: float


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


class Annotations:
    """Names and statements of the annotated rows of one document."""

    def __init__(self, folder: Path) -> None:
        self.rows = set(json.loads((folder / "sample.json").read_text("utf-8"))["entities"])
        self.names: dict[tuple[str, str], list[set[str]]] = defaultdict(list)
        self.forms: dict[tuple[str, str], set[str]] = defaultdict(set)
        for name in read(folder / "entities.jsonl"):
            forms = {form for form in (name["text"], name.get("canonical")) if form}
            self.names[name["row"], name["type"]].append(forms)
            for form in forms:
                self.forms[name["row"], form] |= forms
        self.statements: dict[tuple[str, str], list[tuple[set[str], set[str]]]] = defaultdict(list)
        for said in read(folder / "relations.jsonl"):
            ends = tuple(self.forms[said["row"], said[end]] | {said[end]} for end in ("subject", "object"))
            self.statements[said["row"], said["predicate"]].append((ends[0], ends[1]))

    def names_of(self, mentions: Sequence[dict[str, Any]]) -> Iterator[Judged]:
        """Every distinct name of the annotated rows' texts."""
        seen = set()
        for m in mentions:
            key = (m["row"], m["type"], m["text"])
            if m["row"] in self.rows and m["part"] not in CELLS and key not in seen:
                seen.add(key)
                right = any({m["text"], m["canonical"]} & forms for forms in self.names[m["row"], m["type"]])
                yield Judged(m["type"], m["method"], right, m["confidence"])

    def statements_of(self, statements: Sequence[dict[str, Any]]) -> Iterator[Judged]:
        """Every distinct statement of the annotated rows with a predicate that annotators know."""
        known = {predicate for _, predicate in self.statements}
        seen = set()
        for s in statements:
            key = (s["row"], s["predicate"], s["subject"], str(s["object"]))
            if s["row"] in self.rows and s["predicate"] in known and s["part"] not in CELLS and key not in seen:
                seen.add(key)
                subject, object_ = {s["subject"], s["subject_name"]}, {str(s["object"]), s["object_name"]}
                said = self.statements[s["row"], s["predicate"]]
                right = any(subject & a and object_ & b for a, b in said)
                yield Judged(s["predicate"], s["method"], right, s["confidence"])


def judged(build: Path, folders: Sequence[Path]) -> tuple[list[Judged], list[Judged]]:
    """The names and the statements of a build that stand in annotated rows."""
    mentions, statements = _by_document(build / "mentions.jsonl"), _by_document(build / "statements.jsonl")
    names: list[Judged] = []
    said: list[Judged] = []
    for folder in sorted(path for base in folders for path in base.iterdir() if (path / "sample.json").exists()):
        annotations = Annotations(folder)
        names += annotations.names_of(mentions[folder.name])
        said += annotations.statements_of(statements[folder.name])
    return names, said


def of_marked(path: Path, votes: bool) -> Iterator[Judged]:
    """Every distinct name that is found in rows with marked names."""
    sample = of_file(path)
    names = {row.row: marked for row, marked in zip(sample.rows, sample.names, strict=True)}
    seen = set()
    for m in find_mentions(sample.rows, DocumentContext(document=path.stem), votes=votes):
        if (m.row, m.type, m.text) not in seen:
            seen.add((m.row, m.type, m.text))
            right = any({m.text, m.canonical} & forms for forms in names[m.row].get(m.type, ()))
            yield Judged(m.type, m.method, right, m.confidence)


def _by_document(path: Path) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for record in read(path):
        found[Path(record["document"]).stem.split("_")[0]].append(record)
    return found


def by_confidence(items: Sequence[Judged]) -> None:
    """Print the share of right ones in each twentieth of confidence."""
    bins: dict[int, list[bool]] = defaultdict(list)
    for item in items:
        bins[int(item.stated * 20 + 1e-9)].append(item.right)
    for step, right in sorted(bins.items()):
        print(f"  stated {step / 20:.2f}-  right {sum(right) / len(right):.2f}  of {len(right)}")


def by_rule(items: Sequence[Judged]) -> dict[tuple[str, str], tuple[int, int, float]]:
    """How many were right, of how many, and the mean of what was stated, by type and rule."""
    rules: dict[tuple[str, str], list[Judged]] = defaultdict(list)
    for item in items:
        rules[item.kind, item.rule].append(item)
    return {
        rule: (sum(i.right for i in found), len(found), sum(i.stated for i in found) / len(found))
        for rule, found in sorted(rules.items())
    }


def write(rules: dict[tuple[str, str], tuple[int, int, float]]) -> None:
    """Write the shares into the word list."""
    with WORDS.open("w", encoding="utf-8", newline="") as file:
        file.write(HEADER)
        lines = csv.writer(file, lineterminator="\n")
        lines.writerow(("type", "rule", "confidence", "right", "of"))
        for (kind, rule), (right, total, _) in rules.items():
            if total >= FEWEST:
                share = min(MOST, (right + PRIOR[0] * PRIOR[1]) / (total + PRIOR[1]))
                lines.writerow((kind, rule, f"{share:.2f}", right, total))


def main() -> None:
    """Print the tables; write the word list where asked."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build", type=Path)
    options.add_argument("annotations", type=Path, nargs="+")
    options.add_argument("--alone", action="store_true", help="hear the rules alone in rows with marked names")
    options.add_argument("--write", action="store_true")
    args = options.parse_args()
    names, said = judged(args.build, args.annotations)
    marked = sorted(path for base in args.annotations for path in base.glob("*.txt"))
    names += [name for path in marked for name in of_marked(path, votes=not args.alone)]
    for title, items in (("names", names), ("statements", said)):
        print(title)
        by_confidence(items)
        for (kind, rule), (right, total, stated) in by_rule(items).items():
            print(f"  {kind:<16}{rule:<28} right {right / total:.2f}  stated {stated:.2f}  of {total}")
    if args.write:
        write(by_rule(names))


if __name__ == "__main__":
    main()
