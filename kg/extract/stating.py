"""How a rule states something: the shape of a stater, evidence that stands where it says, confidence by rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol, runtime_checkable

from kg.errors import OntologyError
from kg.extract.clauses import Span
from kg.model import DocumentContext, Evidence, Mention, Name, Statement, TaskRow, Text
from kg.words import word_table

_PLAN = re.compile("安排|计划|打算|目标|任务|思路|建议|展望|部署|重点工作|下一步")
_REVIEW = re.compile("回顾|总结|成绩|完成情况|落实情况|进展")


@runtime_checkable
class Stater(Protocol):
    """Something that reads statements out of one row.

    `states` lists the ontology's properties that it may use; `state` yields nothing where it is not sure enough.
    """

    name: str
    states: tuple[str, ...]

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """The statements of one row; `mentions` may hold those of other rows too."""
        ...


def is_plan(row: TaskRow) -> bool:
    """Whether a sentence of a report stands in a section about what is to be done, by the section's heading."""
    section = row.section or ""
    return bool(_PLAN.search(section)) and not _REVIEW.search(section)


def is_review(row: TaskRow) -> bool:
    """Whether a sentence of a report stands in a section about what was done, by the section's heading."""
    return bool(_REVIEW.search(row.section or ""))


def part_text(row: TaskRow, part: str) -> Text:
    """The text of a part, of a column without a name of ours where `part` is its heading, else an empty one."""
    found = row.parts.get(part)
    return found if found is not None and found.value else dict(row.extra).get(part) or Text()


def evidence(row: TaskRow, part: str, span: Span) -> Evidence:
    """The quote at a span of a part, its outer white space and closing comma left out."""
    text = part_text(row, part)
    value = text.value
    start, end = span
    while end > start + 1 and value[end - 1] in "，,；;：: ":
        end -= 1
    while start < end - 1 and value[start] in "，,；; ":
        start += 1
    source = text.source_span(start, end)
    quote = value[start:end]
    return Evidence(part=part, start=start, end=end, source_start=source[0], source_end=source[1], quote=quote)


@cache
def _confidences() -> dict[str, float]:
    return {row["rule"]: float(row["confidence"]) for row in word_table("statement_rules")}


def confidence(rule: str) -> float:
    """How often statements of a rule were right on annotated rows; every rule has its line in the word list."""
    try:
        return _confidences()[rule]
    except KeyError as error:
        raise OntologyError(f"ontology/words/statement_rules.csv has no line for the rule {rule}; add one") from error


def statement(
    row: TaskRow,
    context: DocumentContext,
    rule: str,
    ends: tuple[Name, str, Name | str],
    proof: Evidence,
    *,
    value: str | None = None,
    unit: str | None = None,
    role: str | None = None,
    basis: str = "stated",
) -> Statement:
    """A statement of a rule (`stage:fact`), with the rule's confidence and the period that its part speaks of."""
    subject, predicate, object_ = ends
    reported = proof.part == "progress" or row.kind == "sentence"
    return Statement(
        document=row.document,
        row=row.row,
        subject=subject,
        predicate=predicate,
        object=object_,
        value=value,
        unit=unit,
        role=role,
        basis=basis,
        evidence=proof,
        period=(context.reviews or context.period) if reported else context.period,
        method=rule,
        confidence=confidence(rule),
    )
