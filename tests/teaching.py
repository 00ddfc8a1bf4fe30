"""Marked lines to teach from, and the scripts beside the tests that teach."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from types import ModuleType

FOLDER = Path(__file__).parents[1] / "benchmarks"
LINES = (
    "推进[J [C 睿霖]烯烃项目]建设，[J [C 博川]电池项目]竣工。",
    "[C 恒晟]投产，[J 云岭水厂]通水，扩大有效投资。",
    "引进[C 沐辰]、[C 嘉沃]两家企业，[J [C 沐辰]二期项目]开工。",
)
TAUGHT = "推进睿霖烯烃项目建设，博川电池项目竣工。"
"""A text that says again what one of the lines says."""


@contextmanager
def script(name: str) -> Iterator[ModuleType]:
    """A script of the benchmarks, which finds the others beside it."""
    sys.path.insert(0, str(FOLDER))
    try:
        yield import_module(name)
    finally:
        sys.path.remove(str(FOLDER))
