"""What kinds of reasons a text gives for a task being late."""

from __future__ import annotations

import re
from functools import cache

from kg.words import word_table


def reasons(text: str) -> tuple[str, ...]:
    """The kinds of problems that a text names, by `problem_kinds.csv`.

    >>> reasons("因资金紧张，项目用地手续尚未批复")
    ('资金', '土地', '手续')
    """
    return tuple(label for label, pattern in _problem_kinds() if pattern.search(text))


@cache
def _problem_kinds() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((row["label"], re.compile(row["pattern"])) for row in word_table("problem_kinds"))
