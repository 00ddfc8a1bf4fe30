"""Which column is which, by the words of its header."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache

from kg.errors import OntologyError
from kg.tables.flow import Column
from kg.words import word_table

_REMARK = re.compile(r"[（(][^（）()]*[)）]$")
_SENTENCE = re.compile(r"[：:。]|[；;，,、]$")
_TEXT_ROLES = frozenset({"task", "targets", "progress", "ledger"})
_UNIT_ROLES = frozenset({"units", "lead_units", "joint_units"})
LONGEST_HEADER = 24
"""A header cell is short; longer texts are contents, whatever words they hold."""


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    try:
        return tuple((row["role"], re.compile(row["pattern"])) for row in word_table("headers"))
    except re.error as error:
        raise OntologyError(f"ontology/words/headers.csv: {error}; mend the pattern") from error


@lru_cache(maxsize=4096)
def header_role(text: str) -> str | None:
    """The role that a header text names, or None.

    >>> header_role("9月份目标任务"), header_role("分管区领导"), header_role("备注"), header_role("推进项目建设。")
    ('targets', 'leaders', 'extra', None)
    """
    plain = _REMARK.sub("", "".join(text.split())) or text
    if not plain or len(plain) > LONGEST_HEADER or _SENTENCE.search(plain):
        return None
    for role, pattern in _patterns():
        if pattern.fullmatch(plain):
            return role
    return "extra" if plain in _known_extra() else None


@cache
def _known_extra() -> frozenset[str]:
    return frozenset(row["word"] for row in word_table("extra_headers"))


def as_header(texts: Sequence[str]) -> tuple[Column, ...] | None:
    """Columns, if these cell texts are a header row: most cells name a role, and one is a unit or a report.

    Two columns of one text role become task and targets; a second of any other role keeps its heading as `extra`.
    Columns of quarters are targets together (role `quarter`), one alone is the targets.

    >>> [column.role for column in as_header(["序号", "重点任务", "责任单位", "完成时限"])]
    ['number', 'task', 'units', 'deadline']
    >>> as_header(["1", "新建学校", "区教体局"]) is None
    True
    """
    plain = ["".join(text.split()) for text in texts]
    roles = [header_role(text) for text in plain]
    named = [role for role in roles if role]
    filled = [text for text in plain if text]
    if len(named) < 2 or len(set(filled)) < len(filled) or len(named) < 0.6 * len(filled):
        return None
    if not _UNIT_ROLES & set(named) and not ({"progress", "task", "ledger"} & set(named) and len(named) >= 3):
        return None
    return tuple(map(Column, _settled(roles, plain), plain))


def columns_of(headings: Sequence[str]) -> tuple[Column, ...]:
    """Columns of header texts that are known to be some, without white space.

    >>> [column.role for column in columns_of(["任务", "整改目标", "整改进展"])]
    ['task', 'targets', 'progress']
    """
    return tuple(map(Column, _settled([header_role(text) for text in headings], headings), headings))


def _settled(roles: Sequence[str | None], headings: Sequence[str]) -> list[str]:
    """Give each role to one column: what a second column of a role becomes depends on the role."""
    settled: list[str] = []
    has_task = "task" in roles or "ledger" in roles
    for role, heading in zip(roles, headings, strict=True):
        chosen = role or "extra"
        if chosen == "quarter":
            chosen = "quarter" if roles.count("quarter") > 1 else "targets"
        if chosen == "item" and not has_task and "task" not in settled:
            chosen = "task"
        if chosen == "ledger" and "task" in settled:
            chosen = "extra"
        if chosen == "task" and "ledger" in roles and _REMARK.sub("", heading) in _known_extra():
            chosen = "extra"
        elif chosen == "task" and ("task" in settled or "ledger" in settled):
            chosen = "targets" if not {"targets", "quarter"} & {*roles, *settled} else "extra"
        elif chosen in settled and chosen not in _UNIT_ROLES and chosen not in ("extra", "quarter"):
            chosen = "extra"
        settled.append(chosen)
    if not {"task", "ledger"} & set(settled) and "targets" in settled:
        settled[settled.index("targets")] = "task"
    return settled
