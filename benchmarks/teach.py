"""Teaches the chains of the tagger of names from marked rows, and writes `kg/extract/tagger/names.npz`.

    .venv/bin/pip install -e ".[teach]"
    .venv/bin/python benchmarks/teach.py                       # what the project comes with
    .venv/bin/python benchmarks/teach.py --without 004 part28 --out /tmp/names.npz   # to measure on what is left out

Rows: all files of `benchmarks/invented-rows`, those of `benchmarks/restated-rows` but `LATER`, and the annotated rows
of the corpus beside the project (`../shared/gold`, `benchmarks/unseen-rows`, `benchmarks/further-rows`). One
linear-chain CRF a type, taught by L-BFGS, which uses no chance: the same rows give the same weights. They are rounded
to thousandths.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from marked_rows import Marked, rows
from statements import annotated_mentions, read, rows_of

from kg.extract.tagger.signs import BUCKETS, signs
from kg.extract.tagger.tagger import MODEL, TYPES, clauses
from kg.model.task import TEXT_PARTS

HERE = Path(__file__).parent
ANNOTATED = (HERE.parents[1] / "shared" / "gold", HERE / "unseen-rows", HERE / "further-rows")
SETTINGS = {"c1": 0.3, "c2": 0.3, "max_iterations": 80, "feature.minfreq": 2, "feature.possible_transitions": True}
REAL = 2
"""How often rows of real documents count."""
LATER = tuple(f"real{number}" for number in range(29, 41))
"""Restated rows that came after the chains were taught; of more such rows chains learnt nothing more, the net does."""
LABELS = "BIO"
WEAKEST = 0.0005
"""Weights that round to nothing are left out."""


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


def taught(kind: str, texts: Sequence[Marked]) -> tuple[dict[int, dict[str, float]], dict[tuple[str, str], float]]:
    """The weights of one type's chain: by bucket and label, and by pair of labels."""
    import pycrfsuite

    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for text in texts:
        columns, (start,) = signs([(text.part, text.text)])
        shown = np.stack(columns, 1)[start : start + len(text.text)].tolist()
        given = labels(text, kind)
        for a, b in clauses(text.text):
            trainer.append([[str(sign) for sign in place] for place in shown[a:b]], list(given[a:b]))
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "chain")
        trainer.train(path)
        told = pycrfsuite.Tagger()
        told.open(path)
        weights: dict[int, dict[str, float]] = {}
        for (sign, label), weight in told.info().state_features.items():
            weights.setdefault(int(sign), {})[label] = weight
        transitions = dict(told.info().transitions)
        told.close()
    return weights, transitions


def stored(chains: Sequence[tuple[dict[int, dict[str, float]], dict[tuple[str, str], float]]]) -> dict[str, np.ndarray]:
    """The chains as arrays of whole thousandths, buckets that say nothing left out."""
    strong = [
        {sign for sign, by in weights.items() if any(abs(w) >= WEAKEST for w in by.values())} for weights, _ in chains
    ]
    buckets = np.array(sorted(set().union(*strong)), np.int32)
    place = {bucket: index for index, bucket in enumerate(buckets.tolist())}
    weights = np.zeros((len(buckets), len(chains), 3), np.int16)
    transitions = np.zeros((len(chains), 3, 3), np.int32)
    for column, (states, steps) in enumerate(chains):
        for sign, by in states.items():
            for label, weight in by.items():
                if sign in place:
                    weights[place[sign], column, LABELS.index(label)] = round(weight * 1000)
        for (before, after), weight in steps.items():
            transitions[column, LABELS.index(before), LABELS.index(after)] = round(weight * 1000)
    assert buckets.max() < BUCKETS
    return {"buckets": buckets, "weights": weights, "transitions": transitions}


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """Write the arrays; equal arrays give equal bytes."""
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def main(arguments: Iterable[str] = sys.argv[1:]) -> None:
    """Teach, and say how much was learnt from."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--without", nargs="*", default=LATER, help="documents of the corpus and files to leave out")
    options.add_argument("--out", type=Path, default=MODEL)
    args = options.parse_args(list(arguments))
    texts = [*marked_by_hand(HERE / "invented-rows", args.without)]
    texts += [*marked_by_hand(HERE / "restated-rows", args.without)] * REAL
    for folder in ANNOTATED:
        texts += [*annotated(folder, args.without)] * REAL
    with ProcessPoolExecutor() as pool:
        chains = list(pool.map(partial(taught, texts=texts), TYPES))
    write(args.out, stored(chains))
    names = sum(len(text.names) for text in texts)
    print(f"{len(texts)} texts, {sum(len(t.text) for t in texts)} characters, {names} names → {args.out}")


if __name__ == "__main__":
    main()
