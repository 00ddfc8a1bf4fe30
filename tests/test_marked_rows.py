"""Rows from which the tagger is taught: their marks are read exactly, and every row keeps to the rules of marking."""

from __future__ import annotations

import importlib.util
from itertools import combinations
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

FOLDER = Path(__file__).parents[1] / "benchmarks"


def module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


MARKED = module("marked_rows")
LETTERS = {kind: letter for letter, kind in MARKED.TYPES.items()}
PIECE = st.tuples(st.sampled_from([None, *LETTERS]), st.text(alphabet="云岭路项目（）、，。12", min_size=1, max_size=6))


@given(st.lists(PIECE, max_size=6))
def test_what_is_marked_is_read(pieces: list[tuple[str | None, str]]) -> None:
    line = "".join(f"[{LETTERS[kind]} {text}]" if kind else text for kind, text in pieces)
    told = MARKED.marked("task", line)
    assert told.text == "".join(text for _, text in pieces)
    assert [(kind, told.text[a:b]) for kind, a, b in told.names] == [piece for piece in pieces if piece[0]]


def test_marks_nest() -> None:
    told = MARKED.marked("task", "建[J [K [R 云岭镇]产业园]项目]")
    assert told.names == (("Area", 1, 4), ("Park", 1, 7), ("Project", 1, 9))


@pytest.mark.parametrize("line", ["[J 云岭", "云岭]", "[X 云岭]", "[云岭]"])
def test_marks_that_do_not_pair_are_refused(line: str) -> None:
    with pytest.raises(ValueError, match=r"mark|bracket"):
        MARKED.marked("task", line)


FILES = sorted(
    path
    for folder in ("invented-rows", "restated-rows", "restated-later", "restated-unseen")
    for path in (FOLDER / folder).glob("*.txt")
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_names_of_one_type_do_not_lie_in_one_another(path: Path) -> None:
    rows = list(MARKED.rows(path))
    assert len(rows) > 20
    for text in (text for row in rows for text in row):
        for kind in LETTERS:
            spans = [(a, b) for other, a, b in text.names if other == kind]
            crossing = [text.text[a:b] for (a, b), (c, d) in combinations(spans, 2) if a < d and c < b]
            assert not crossing, crossing


FACTS = sorted(path for path in FOLDER.glob("restated-*/*.txt") if path.with_suffix(".facts.tsv").exists())


@pytest.mark.parametrize("path", FACTS, ids=lambda path: path.stem)
def test_facts_are_told_of_names_that_are_marked_in_their_row(path: Path) -> None:
    names = {
        f"r{number:03}": {text.text[a:b] for text in row for _, a, b in text.names}
        for number, row in enumerate(MARKED.rows(path), start=1)
    }
    for line in path.with_suffix(".facts.tsv").read_text("utf-8").splitlines():
        row, *fact = line.split("\t")
        assert row in names, line
        if not fact:
            continue
        subject, predicate, obj = fact
        assert subject in names[row], line
        if predicate in ("undertakes", "locatedIn", "investedIn", "cooperatesWith", "supervises"):
            assert obj in names[row], line
