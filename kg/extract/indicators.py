"""Indicators as observations: what a row set out to reach and what it says was reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from kg.extract.clauses import headings
from kg.extract.figures import Comparison, Figure, Measure, figures, has_figures
from kg.extract.stating import evidence, is_plan
from kg.model import DocumentContext, Evidence, TaskRow
from kg.model.record import Record
from kg.words import word_table

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_YEAR = re.compile(r"\d{4}")
_TOWN_HEADING = re.compile("[镇乡道][：:]")
_TOTAL = re.compile("(?:累计|完成|总额|总量)$")
_WHOSE = re.compile(
    "(?:[全我本]?[省市区县镇乡]级?的?|全口径|地方|累计|预计|完成|实现|年度|城乡|全社会|组织|税务部门|财政|，|、)*"
)


class Quantity(Record):
    """A figure as written, with its value as a plain number of `unit`, and the quote that gives it."""

    text: str
    value: str
    unit: str
    comparison: Comparison
    evidence: Evidence


class Observation(Record):
    """What a row says of one indicator: `target` from its task, `actual` from its progress; one may be absent.

    `measure` tells a level (`完成9.2亿元`) from growth (`增长10%`). `met` is None where one side is missing. `period`
    is that of the document, or the one that it reviews.
    """

    document: str
    row: str
    indicator: str
    measure: Measure
    target: Quantity | None = None
    actual: Quantity | None = None
    period: str | None = None
    met: bool | None = None


def observations(rows: Sequence[TaskRow], context: DocumentContext) -> tuple[Observation, ...]:
    """The observations of a document's rows, in their order: known indicators, and what task and progress share."""
    return tuple(o for row in sorted(rows, key=lambda r: r.row) for o in _of_row(row, context))


Key = tuple[str, Measure, str]


def _of_row(row: TaskRow, context: DocumentContext) -> Iterator[Observation]:
    if row.kind == "ledger":
        return
    plan = row.kind == "sentence" and is_plan(row)
    due, done = (("progress",), ()) if plan else (_target_parts(context.period), ("progress",))
    if not (_has_figures(row, due) and _has_figures(row, done)) and not _names_indicator(row, (*due, *done)):
        return
    targets, actuals = _first_of_each(row, due), _first_of_each(row, done)
    for key in dict.fromkeys([*targets, *actuals]):
        partner = _partner(key, actuals)
        if (key in targets and partner and _says_enough(key[0])) or (
            known_indicator(key[0]) and (key in targets or key in actuals)
        ):
            yield _observation(row, context, key, targets.get(key), actuals.get(partner) if partner else None)


def _has_figures(row: TaskRow, parts: Sequence[str]) -> bool:
    return any(has_figures(row.text(part)) for part in parts)


def _names_indicator(row: TaskRow, parts: Sequence[str]) -> bool:
    """Whether a form of a known indicator stands anywhere: rows without one need the same figure on both sides."""
    return any(_search().find_matches_as_indexes(row.text(part)) for part in parts)


@cache
def _search() -> AhoCorasick:
    from ahocorasick_rs import AhoCorasick

    return AhoCorasick(sorted(_forms()[0]))


def _target_parts(period: str | None) -> tuple[str, str]:
    """Which column's target is due first: over a whole year the annual one, at a month or quarter the interim one.

    In a document of a year a second column holds what is striven for beyond the target.
    """
    return ("task", "targets") if period and _YEAR.fullmatch(period) else ("targets", "task")


def _first_of_each(row: TaskRow, parts: Sequence[str]) -> dict[Key, tuple[str, Figure]]:
    """The first figure of each indicator, measure and unit, in the order of the parts given."""
    found: dict[Key, tuple[str, Figure]] = {}
    for part in parts:
        for figure in figures(_of_whole_area(row.text(part))):
            name = known_indicator(figure.name) or figure.name
            found.setdefault((name, figure.measure, figure.unit), (part, figure))
    return found


def _of_whole_area(text: str) -> str:
    """A part up to where it turns from the whole area to its towns, one by one; most never do."""
    if not _TOWN_HEADING.search(text):
        return text
    return text[: next((h.start for h in headings(text) if h.title.endswith(("镇", "乡", "街道"))), None)]


def _partner(key: Key, actuals: dict[Key, tuple[str, Figure]]) -> Key | None:
    """The actual figure of the same thing: the same name, or one that the other contains (`新增企业`, `企业`)."""
    if key in actuals:
        return key
    name, measure, unit = key
    alike = [k for k in actuals if k[1:] == (measure, unit) and min(len(k[0]), len(name)) >= 4]
    inside = [k for k in alike if k[0] in name or name in k[0]]
    return inside[0] if len(inside) == 1 else None


def _says_enough(name: str) -> bool:
    """Whether a name that is no known indicator says what was counted: no mere verb, no open list."""
    return len(name) >= 4 and not re.search("[等（(]", name) and not name.endswith(("的", "督促", "任务"))


@cache
def _forms() -> tuple[dict[str, str], tuple[int, ...]]:
    """The indicators by their written forms, and the lengths of these forms, the longest first."""
    pairs = [(form, row["indicator"]) for row in word_table("indicators") for form in row["forms"].split("|")]
    return dict(sorted(pairs, reverse=True)), tuple(sorted({len(form) for form, _ in pairs}, reverse=True))


@lru_cache(maxsize=4096)
def known_indicator(name: str) -> str | None:
    """The indicator that a name is, but for the area's level before it; None where it is none of the list.

    >>> known_indicator("区级税收收入"), known_indicator("不良贷款余额")
    ('税收收入', None)
    """
    indicators, lengths = _forms()
    for written in (name, _TOTAL.sub("", name)):
        for length in lengths:
            indicator = indicators.get(written[-length:])
            if indicator and len(written) >= length and _WHOSE.fullmatch(written[:-length]):
                return indicator
    return None


def _observation(
    row: TaskRow,
    context: DocumentContext,
    key: Key,
    target: tuple[str, Figure] | None,
    actual: tuple[str, Figure] | None,
) -> Observation:
    return Observation(
        document=row.document,
        row=row.row,
        indicator=key[0],
        measure=key[1],
        target=_quantity(row, *target) if target else None,
        actual=_quantity(row, *actual) if actual else None,
        period=context.reviews or context.period,
        met=_met(target[1], actual[1]) if target and actual else None,
    )


def _quantity(row: TaskRow, part: str, figure: Figure) -> Quantity:
    return Quantity(
        text=figure.text,
        value=format(figure.value.normalize(), "f"),
        unit=figure.unit,
        comparison=figure.comparison,
        evidence=evidence(row, part, figure.clause),
    )


def _met(target: Figure, actual: Figure) -> bool:
    slack = abs(target.value) * Decimal("0.05") if target.comparison == "about" else Decimal(0)
    if target.comparison == "at_most":
        return actual.value <= target.value
    return actual.value >= target.value - slack
