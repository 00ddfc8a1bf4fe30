"""What a project costs, what was spent and what it can do: totalInvestment, investedToDate, capacity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.amounts import Amount, amounts
from kg.extract.bare_totals import AFTER_MONEY, AMONG_OTHERS, OF_A_COUNT, bare_totals
from kg.extract.capacities import named_capacities, told_capacities
from kg.extract.clauses import Span
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.extract.subjects import Clause, clause_at, clauses_about
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow
from kg.words import word_table

_MANY = re.compile(
    r"\d+个[^，。；]{0,12}(?:项目|工程|企业)|(?:项目|工程|开工|签约|招引)(?:共|有)?\d+个|\d+个(?=[、，])"
)
_OF_A_PHASE = re.compile("[一二三四首]期|设备|厂房|土建")
"""Before an amount: it is for a part of the project."""
_ITS_OWN = re.compile("[该此本]?(?:项目|工程|园区|产业园|校区|学校)(?!共|有|均)")
"""How a sentence opens that goes on about the project without its name."""
_LONGEST_CUE = 10
_LEADS_ON = re.compile(r"(?:的|建设|实施|打造|新建|改造|[，,](?:建设|实施|打造|新建|规划建设)|在[^，,。]{2,12})")
_YEAR = re.compile(r"(?:(?:\d{4}|本|当|今|[一二两三五])年(?:度|内)?|年内)(?:计划|预计)?$")


class BudgetStater:
    """Attributes `totalInvestment`, `investedToDate` and `capacity` of projects, normalised where they are money."""

    name = "budgets"
    states: tuple[str, ...] = ("totalInvestment", "investedToDate", "capacity")

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """At most one statement a project and attribute and text; an amount for a whole list is nobody's."""
        view = RowView.of(row, mentions)
        seen: set[tuple[Name, str, str]] = set()
        for made in [
            *_money(view, context),
            *_bare_totals(view, context),
            *named_capacities(view, context),
            *told_capacities(view, context),
        ]:
            key = (made.subject, made.predicate, str(made.object))
            if key not in seen:
                seen.add(key)
                yield made


def _money(view: RowView, context: DocumentContext) -> Iterator[Statement]:
    for part in ("task", "targets", "progress", "next_steps"):
        text = view.row.text(part)
        cues = [found.start() for found in _cue_words().finditer(text)] if view.has("Project") else []
        about = clauses_about(view, part) if cues else []
        for number in sorted({clause_at(about, at) for at in cues}) if about else ():
            span = about[number].span
            for amount in amounts(text, *span):
                says = cue_before(text, span.start, amount.start)
                if says == "investedToDate" and not _is_spent(text, part, amount):
                    continue
                if says in ("totalInvestment", "investedToDate", "put"):
                    yield from _of_project(view, context, about, number, amount, says)


def _is_spent(text: str, part: str, amount: Amount) -> bool:
    """Whether an amount may be what was spent so far: no aim, and money itself (not `完成5000万元债券审批`)."""
    return part == "progress" and text[amount.past : amount.past + 1] in AFTER_MONEY


def _bare_totals(view: RowView, context: DocumentContext) -> Iterator[Statement]:
    for part in ("task", "progress", "next_steps"):
        for name, amount, span in bare_totals(view, part) if view.has("Project") else ():
            ends = (name, "totalInvestment", amount.text)
            proof = evidence(view.row, part, span)
            yield statement(view.row, context, "amount:bare", ends, proof, value=amount.value, unit=amount.unit)


@cache
def _cues() -> dict[str, str]:
    return {row["word"]: row["says"] for row in word_table("amount_cues")}


@cache
def _cue_words() -> re.Pattern[str]:
    """Any word of the list: only a clause that has one says anything of its amounts."""
    return re.compile("|".join(map(re.escape, _cues())))


def cue_before(text: str, start: int, at: int) -> str | None:
    """What the words right before an amount say of it; a year's plan is not the project's.

    >>> cue_before("累计完成投资", 0, 6), cue_before("2021年计划投资", 0, 9), cue_before("补助", 0, 2)
    ('investedToDate', 'other', None)
    """
    lead = text[max(start, at - 1) : at]
    at = at - 1 if lead in ("约", "近", "超", "逾", "达", "为") else at
    at = at - 2 if text[max(start, at - 2) : at] in ("超过", "高达", "达到", "约为", "共计") else at
    for length in range(min(_LONGEST_CUE, at - start), 0, -1):
        says = _cues().get(text[at - length : at])
        if says:
            return "other" if says == "totalInvestment" and _YEAR.search(text, start, at - length) else says
    return None


def _of_project(
    view: RowView, context: DocumentContext, about: list[Clause], number: int, amount: Amount, says: str
) -> Iterator[Statement]:
    text, clause = view.row.text(about[number].part), about[number]
    name, span = _given(text, about, number, amount) or (
        (None, clause.span) if says == "put" else _told(text, about, number, amount)
    )
    if name is None:
        return
    says = "totalInvestment" if says == "put" else says
    rule = "amount:total" if says == "totalInvestment" else "amount:todate"
    proof = evidence(view.row, clause.part, span)
    basis = "planned" if re.search("拟|计划|预计", text[clause.span.start : amount.start]) else "stated"
    ends = (name, says, amount.text)
    yield statement(view.row, context, rule, ends, proof, value=amount.value, unit=amount.unit, basis=basis)


def _given(text: str, about: list[Clause], number: int, amount: Amount) -> tuple[Name | None, Span] | None:
    """The project named right after its amount (`投资3亿元建设A`); None where none is."""
    clause = about[number]
    touching = [m for g in clause.groups for m in g if text[amount.end : m.start] in ("的", "的“")]
    if touching:
        return _alone(text, touching[:1]), clause.span
    after = [g for g in clause.groups if g[0].start >= amount.end]
    if not after and number + 1 < len(about) and _LEADS_ON.match(text, amount.end):
        following = about[number + 1]
        after = [g for g in following.groups if g[0].start - amount.end <= 12]
    listed = text[amount.past : amount.past + 1] == "、" and clause.groups and clause.groups[0][0].start < amount.start
    if after and not listed and after[0][0].start - amount.end <= 40:
        return _alone(text, after[0]), Span(clause.span.start, max(clause.span.end, after[0][0].end))
    before = any(g[-1].end <= amount.start for g in clause.groups)
    leads_on = _LEADS_ON.match(text, amount.end) and not (before and text[amount.end] in "，,")
    return (None, clause.span) if leads_on and not after else None


def _told(text: str, about: list[Clause], number: int, amount: Amount) -> tuple[Name | None, Span]:
    """The project that was named before an amount (`A总投资3亿元`), else the one that the text goes on about."""
    clause = about[number]
    before = [g for g in clause.groups if g[-1].end <= amount.start]
    if _OF_A_PHASE.search(text, before[-1][-1].end if before else clause.span.start, amount.start):
        return None, clause.span
    if before:
        others = AMONG_OTHERS.match(text, before[-1][-1].end) or _MANY.search(text, before[-1][-1].end, amount.start)
        return (None if others else _alone(text, before[-1])), clause.span
    if len(clause.current) == 1 and not _speaks_of_others(text, clause, amount):
        start = clause.since if clause.source in ("sentence", "heading") else clause.span.start
        return clause.current[0], Span(min(start, clause.span.start), clause.span.end)
    return None, clause.span


def _alone(text: str, group: Sequence[Named]) -> Name | None:
    """The project of a list of one; an amount for several, named or not (`A等3个项目`), is nobody's."""
    several = len(group) > 1 or OF_A_COUNT.match(text, group[-1].end)
    return None if several else group[0].name


def _speaks_of_others(text: str, clause: Clause, amount: Amount) -> bool:
    """Whether an amount far from its project is for many, or for something that an earlier sentence did not name."""
    if _MANY.search(text, clause.sentence, amount.start) or AMONG_OTHERS.search(text, clause.since, amount.start):
        return True
    total = re.search(
        "总投资|概算|总造价|完成|纳统|累计", text[max(clause.span.start, amount.start - 10) : amount.start]
    )
    own = total or _ITS_OWN.match(text, clause.sentence)
    return clause.source in ("before", "task") and not own
