"""Reads the word lists and the ontology's files, from the checkout or from an installed package."""

from __future__ import annotations

import csv
import os
from functools import cache
from pathlib import Path

from kg.errors import OntologyError


def ontology_dir() -> Path:
    """The folder `ontology/`: what `KG_ONTOLOGY` names, else that of the installed package or of the checkout."""
    chosen = os.environ.get("KG_ONTOLOGY")
    if chosen:
        return Path(chosen)
    package = Path(__file__).parent
    installed = package / "_ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


@cache
def word_table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of `ontology/words/NAME.csv` as dictionaries, in file order; lines that start with `#` are remarks.

    Raises `OntologyError` where the file is missing or a row has more cells than the header.
    """
    path = ontology_dir() / "words" / f"{name}.csv"
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if line.strip() and not line.startswith("#")]
    except OSError as error:
        raise OntologyError(f"{path}: the word list cannot be read ({error.strerror}); restore the file") from error
    rows = list(csv.DictReader(lines))
    for number, row in enumerate(rows, start=2):
        if None in row:
            raise OntologyError(f"{path}, row {number}: more cells than the header names; quote cells with commas")
    return tuple(rows)


@cache
def words(name: str, column: str = "word") -> tuple[str, ...]:
    """One column of a word list, empty cells left out, in file order."""
    return tuple(row[column] for row in word_table(name) if row.get(column))
