"""A candidate is refused in English words of the code; each of these has its Chinese sentence in `refusals.csv`."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg.extract
from kg.extract.context import document_context
from kg.extract.mentions import Rejected, find_mentions
from kg.extract.project_names import KIND_ONLY
from kg.readers import read
from kg.tables import read_rows
from kg.words import word_table

MODULES = sorted(Path(kg.extract.__file__).parent.rglob("*.py"))
EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"
CHINESE = {row["reason"]: row["chinese"] for row in word_table("refusals")}


def said_in(path: Path) -> Iterator[str]:
    """Reasons in calls of `reject`, in lists of judgements, and in what `why_not` functions return."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "reject":
            yield from texts(node.args[3])
        elif isinstance(node, (ast.Assign, ast.AnnAssign)) and "JUDGEMENTS" in ast.dump(node):
            yield from (text for pair in pairs(node) for text in texts(pair.elts[0]))
        elif isinstance(node, ast.FunctionDef) and node.name.strip("_") == "why_not":
            returned = [one.value for one in ast.walk(node) if isinstance(one, ast.Return) and one.value]
            yield from (text for value in returned for text in texts(value) if text)


def pairs(node: ast.AST) -> Iterator[ast.Tuple]:
    yield from (one for one in ast.walk(node) if isinstance(one, ast.Tuple) and len(one.elts) == 2)


def texts(node: ast.AST) -> Iterator[str]:
    said = [node, *([node.body, node.orelse] if isinstance(node, ast.IfExp) else [])]
    yield from (one.value for one in said if isinstance(one, ast.Constant) and isinstance(one.value, str))


SAID = {text for path in MODULES for text in said_in(path)} | {KIND_ONLY}


def test_every_reason_of_the_code_has_a_chinese_sentence_and_none_is_left_over() -> None:
    assert len(SAID) > 30
    assert set(CHINESE) == SAID
    assert all(re.search(r"[\u4e00-\u9fff]", chinese) for chinese in CHINESE.values())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_what_examples_refuse_has_a_chinese_sentence(path: Path) -> None:
    reading = read_rows(read(path)[0])
    refused: list[Rejected] = []
    find_mentions(reading.rows, document_context(reading), refused)

    assert {one.reason for one in refused} <= set(CHINESE)
