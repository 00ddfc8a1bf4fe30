"""Processor seconds of reading and extracting, warm, by step: rows, context, mentions, statements, indicators.

    OPENBLAS_NUM_THREADS=1 .venv/bin/python benchmarks/speed.py ../shared/corpus [--rounds 5]

Every round does all documents anew in one process on one core; the best round counts, since neighbours only ever slow
a round down. The size is that of the documents' texts in UTF-8.
"""

from __future__ import annotations

import argparse
import time
from pathlib import Path

from kg.extract.context import document_context
from kg.extract.indicators import observations
from kg.extract.mentions import find_mentions
from kg.extract.statements import state_facts
from kg.model import Document
from kg.readers import find_documents, read
from kg.tables import read_rows

STEPS = ("rows", "context", "mentions", "statements", "indicators")


def a_round(documents: list[Document]) -> dict[str, float]:
    """Seconds by step of one round over all documents."""
    seconds = dict.fromkeys(STEPS, 0.0)
    for document in documents:
        marks = [time.process_time()]
        reading = read_rows(document)
        marks.append(time.process_time())
        context = document_context(reading)
        marks.append(time.process_time())
        mentions = find_mentions(reading.rows, context)
        marks.append(time.process_time())
        state_facts(reading.rows, mentions, context)
        marks.append(time.process_time())
        observations(reading.rows, context)
        marks.append(time.process_time())
        for step, start, end in zip(STEPS, marks, marks[1:], strict=False):
            seconds[step] += end - start
    return seconds


def main() -> None:
    """Print the best round and the megabytes a second that it makes."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("documents", type=Path)
    options.add_argument("--rounds", type=int, default=5)
    args = options.parse_args()
    documents = [document for path in find_documents([args.documents]) for document in read(path)]
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    a_round(documents)  # warms up: word lists, patterns, automata
    best = min((a_round(documents) for _ in range(args.rounds)), key=lambda seconds: sum(seconds.values()))
    for step in STEPS:
        print(f"{step:<12}{best[step]:.3f} s")
    total = sum(best.values())
    print(f"{'all':<12}{total:.3f} s, {size:.3f} MB of text: {size / total:.2f} MB/s")


if __name__ == "__main__":
    main()
