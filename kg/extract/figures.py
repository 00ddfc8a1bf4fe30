"""Figures in running text with what they measure: `贷款余额同比增长4.2%` is a growth of 贷款余额 by 4.2 %."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from kg.extract.clauses import SENTENCE_ENDS, Span, clauses, items

Measure = Literal["level", "growth"]
Comparison = Literal["exactly", "at_least", "at_most", "about"]

_SCALES = {"万": 10**4, "亿": 10**8, "": 1}
_FIGURE = re.compile(
    r"(?P<number>\d(?<![\d.－\-/年第]\d)\d*(?:\.\d+)?)(?P<scale>[万亿])?(?P<more>[余多])?"
    r"(?P<unit>[%％]|个百分点|美元|元|家|个|户|亩|公里|千米|人次|人|项|处|套|平方米|立方米|吨|条|辆|所|张|场|件|座|例|米)"
    r"(?P<bound>以上|以内|以下|左右)?"
)
_GROWS = re.compile(
    r"(?:同比|比上年)?(?P<way>增长|增加|提高|提升|上升|增幅|增速|下降|减少|降低)率?(?:预计)?(?:达到|达|为|约)?$"
)
_LONGEST_GROWTH = 10
"""Characters that `_GROWS` can span: only so many at the end of a text need to be looked at."""
_REACHES = re.compile(
    r"(?:累计|预计|实现|完成|达到|达|突破|为|约|有|共|提高到|控制在|稳定在|保持在|不少于|不低于|发展到|扩大到|增加到)+$"
)
_TOTALS = re.compile("(?:同比|预计|累计|完成|实现|总量|总数)+$")
_BEFORE_NAME = re.compile(
    r".*(?:年度|全年|上半年|下半年|季度|月份|月底|[0-9]月|[0-9]年|目前|今年以来|其中|全[区市县省镇国]|我[区市县]|本年|"
    r"力争|确保|努力|争取|预计|累计|推动|实现|已|[①-⑳]|[0-9][.、])"
)
_ASIDE = re.compile("占|超(?!额)|高于|低于|[比较](?!上年|去年|同期)|位居|居全|等")
_DATE_AFTER = re.compile(r"(?<=[\u4e00-\u9fff])(?:\d{4}年)?(?:\d{1,2}[-－—至])?\d{1,2}月份?$")
_QUOTED = re.compile("“[^”]{0,80}”")
_NAME = re.compile(r"[\u4e00-\u9fffA-Za-z“”（）()、+]{2,24}")
_FALL = re.compile("(?:下降|减少|降低)(?:了|约)?$")
_AT_LEAST = re.compile("(?:突破|不少于|不低于|超过|高于)$")
_AT_MOST = re.compile("(?:控制在|不超过|低于|不高于)$")


ASIDE = "-"


class Figure(NamedTuple):
    """A figure at `span`: `name` is what it measures, `value` is in `unit` (`%`, `元`, `家`), negative for a fall."""

    name: str
    measure: Measure
    text: str
    value: Decimal
    unit: str
    comparison: Comparison
    span: Span
    clause: Span


def has_figures(text: str) -> bool:
    """Whether a text has a figure with a unit at all."""
    return _FIGURE.search(text) is not None


def figures(text: str) -> Iterator[Figure]:
    """The figures of a text whose clause, or an earlier one of its sentence, says what they measure.

    >>> [(f.name, f.measure, str(f.value), f.unit, f.comparison) for f in figures("全区贷款余额增长4.2%以上。")]
    [('贷款余额', 'growth', '4.2', '%', 'at_least')]
    """
    if not has_figures(text):
        return
    name, marks = "", {item.start for item in items(text)}
    quoted = {at for found in _QUOTED.finditer(text) for at in range(*found.span())}
    for clause in clauses(text):
        if clause.start in marks:
            name = ""
        start = clause.start
        for found in _FIGURE.finditer(text, *clause):
            lead = text[start : found.start()]
            said, measure, falls = _name(lead)
            start = found.end()
            if said == ASIDE or found.start() in quoted:
                continue
            name = said or name
            if name:
                yield _figure(name, measure, falls, lead, found, clause)
        if text[clause.end - 1] in SENTENCE_ENDS:
            name = ""


def _name(lead: str) -> tuple[str, Measure, bool]:
    """What a figure measures by the words before it: its name (empty where they have none), how, and if it fell.

    A figure beside the matter (`占预算的70%`) has the name `-`.
    """
    grows = _GROWS.search(lead, max(0, len(lead) - _LONGEST_GROWTH))
    rest = _TOTALS.sub("", lead[: grows.start()] if grows else _REACHES.sub("", lead))
    rest = _DATE_AFTER.sub("", rest) if rest.endswith(("月", "月份")) else rest
    before = _BEFORE_NAME.match(rest)
    rest = (rest[before.end() :] if before else rest).strip("，,、：:；;。 ")
    if _ASIDE.match(rest or lead.lstrip("，,、 ")):
        return ASIDE, "level", False
    falls = bool(grows) and grows is not None and grows["way"] in ("下降", "减少", "降低")
    return (rest if _NAME.fullmatch(rest) else "", "growth" if grows else "level", falls)


def _figure(name: str, measure: Measure, falls: bool, lead: str, found: re.Match[str], clause: Span) -> Figure:
    value = Decimal(found["number"]) * _SCALES[found["scale"] or ""]
    unit = {"％": "%", "个百分点": "%"}.get(found["unit"], found["unit"])
    return Figure(
        name=name,
        measure=measure,
        text=(_FALL.search(lead) or [""])[0] + found.group(),
        value=-value if falls else value,
        unit=unit,
        comparison=_comparison(lead, found),
        span=Span(found.start(), found.end()),
        clause=clause,
    )


def _comparison(lead: str, found: re.Match[str]) -> Comparison:
    if found["bound"] == "以上" or _AT_LEAST.search(lead):
        return "at_least"
    if found["bound"] in ("以内", "以下") or _AT_MOST.search(lead):
        return "at_most"
    return "about" if found["bound"] == "左右" or found["more"] else "exactly"
