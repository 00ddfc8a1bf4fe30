"""The Chinese sentences that stand in a module's code, found without running it: `X` stands for what is filled in.

What only puts other sentences together (`X：X／X`) is none.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from itertools import product
from pathlib import Path

HAN = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
"""Chinese characters and Chinese punctuation."""
WORDS = re.compile(r"[\u4e00-\u9fff]")


def sentences(path: Path, said: Mapping[str, int | str]) -> Iterator[str]:
    """What stands at a place of the calls named in `said`: the number of an argument, or a keyword."""
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(function, (ast.FunctionDef, ast.Module)):
            for call in _calls(function):
                name = getattr(call.func, "id", "") or getattr(call.func, "attr", "")
                for place, argument in _arguments(call, name, said):
                    found = list(texts(argument, function))
                    assert found or _handed_on(argument, function), f"{path}:{call.lineno} {place} is not told in code"
                    yield from filter(WORDS.search, found)


def _calls(function: ast.FunctionDef | ast.Module) -> Iterator[ast.Call]:
    """Calls in a function; of a module those outside functions."""
    for node in function.body:
        if not (isinstance(function, ast.Module) and isinstance(node, (ast.FunctionDef, ast.ClassDef))):
            yield from (one for one in ast.walk(node) if isinstance(one, ast.Call))


def _arguments(call: ast.Call, name: str, said: Mapping[str, int | str]) -> Iterator[tuple[object, ast.expr]]:
    place = said.get(name)
    if isinstance(place, int) and len(call.args) > place:
        yield place, call.args[place]
    yield from (
        (word.arg, word.value) for word in call.keywords if isinstance(place, str) and word.arg in place.split()
    )


def texts(node: ast.expr, function: ast.AST) -> Iterator[str]:
    """All that an expression may say: texts, either side of a choice, what the function puts into a name."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from map("".join, product(*(_filled(one, function) for one in node.values)))
    elif isinstance(node, ast.IfExp):
        yield from (*texts(node.body, function), *texts(node.orelse, function))
    elif isinstance(node, ast.BinOp):
        yield from ("".join(pair) for pair in product(texts(node.left, function), texts(node.right, function)))
    elif isinstance(node, ast.Name):
        yield from (text for value in _values(node.id, function) for text in texts(value, function))


def _filled(node: ast.expr, function: ast.AST) -> list[str]:
    """What may stand at one place of a text."""
    if isinstance(node, ast.Constant):
        return [str(node.value)]
    named = isinstance(node, ast.FormattedValue) and isinstance(node.value, ast.Name)
    return (list(texts(node.value, function)) if named else []) or ["X"]


def returned(path: Path, name: str) -> Iterator[str]:
    """All that a function may answer."""
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(function, ast.FunctionDef) and function.name == name:
            answers = [one.value for one in ast.walk(function) if isinstance(one, ast.Return) and one.value]
            yield from (text for answer in answers for text in texts(answer, function))


def pairs(path: Path) -> Iterator[tuple[str, str]]:
    """Texts that stand side by side in two languages."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Tuple) and len(node.elts) == 2:
            chinese, english = (next(texts(one, node), "") for one in node.elts)
            if WORDS.search(chinese) and re.search("[a-z]", english):
                yield chinese, english


def _values(name: str, function: ast.AST) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Assign) and any(isinstance(one, ast.Name) and one.id == name for one in node.targets):
            yield node.value


def _handed_on(node: ast.expr, function: ast.AST) -> bool:
    """Whether a sentence is the function's own parameter or another record's, told where that was made."""
    names = {one.arg for one in ast.walk(function) if isinstance(one, ast.arg)}
    return isinstance(node, ast.Attribute) or (isinstance(node, ast.Name) and node.id in names)
