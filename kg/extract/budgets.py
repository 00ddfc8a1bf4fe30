"""What a project costs, what was spent and what it can do: totalInvestment, investedToDate, capacity."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kg.extract.amounts import Amount, amounts
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
_OF_A_COUNT = re.compile(r"等[^，。；：、]{0,6}?[\d两三四五六七八九十]+[个条座所处项家]")
_ITS_OWN = re.compile("[该此本]?(?:项目|工程|园区|产业园|校区|学校)(?!共|有|均)")
"""How a sentence opens that goes on about the project without its name."""
_LONGEST_AMOUNT = 16
_AFTER_MONEY = ("", *"，,。；;、）)（(")
_LONGEST_CUE = 10
_LEADS_ON = re.compile(r"(?:的|建设|实施|打造|新建|改造|[，,](?:建设|实施|打造|新建|规划建设)|在[^，,。]{2,12})")
_YEAR = re.compile(r"(?:(?:\d{4}|本|当|今|[一二两三五])年(?:度|内)?|年内)(?:计划|预计)?$")
_CAPACITY = re.compile(
    r"(?:(?:年产|日产|日处理|年处理|年加工|日加工)[^\d，。、]{0,3})?(?<![\d.×xX*])(?:\d+[×xX*])?\d+(?:\.\d+)?(?:万|亿)?"
    r"(?:吨级|方/[日天]|(?:吨|立方米|平方米|MW(?:/?\d*MWh)?|兆瓦|吉瓦|千瓦|GWh?|[Kk]VAh|台套?|套|只|件|片|头|羽|辆|锭|张床位|米³|公里|千米)"
    r"(?:/[年日天])?)"
)
_BESIDE = re.compile(
    r"(?:建设|改造)?(?:（|\(|，?(?:新建|新增|规划|总?装机|建设规模|设计规模|计划建设|可|年产|日处理|建成后|建成后年产|"
    r"处理(?:规模|能力)(?:将)?(?:提升|提高|扩大|增加|达)?(?:至|到|为)?))?"
    r"(?P<quantity>(?:年产|日产|日处理|安置住房|安置房|住房)?\d+(?:\.\d+)?(?:万|亿)?"
    r"(?:吨(?:/?[年日天])?|立方米(?:/[日天])?|MW(?:h|/\d+MWh)?|兆瓦|千瓦|户|套|张床位|个车位|个泊位)|"
    r"(?:养老|护理|医疗|托育)?床位\d+张)|，?(?:全长|总长|线路长)约?(?P<length>\d+(?:\.\d+)?(?:公里|千米|米))"
)

_LENGTH_MEANT = re.compile(
    r"(?:建设|改造)?，?(?:新建|改造|铺设|建设|敷设)?(?:管网|线路|道路)?约?(?P<length>\d+(?:\.\d+)?(?:公里|千米))"
)
"""In progress a length may be what was laid so far."""


_TOLD = re.compile(
    r"(?<=规模)\d+MW(?:/\d+MWh)?|(?:护理|养老|医疗|托育)?床位\d+余?张|\d+张(?:护理|养老|医疗)?床位|学位\d+个|\d+个学位|座席[\d.]+万?个|"
    r"库容[\d.]+[万亿]?(?:吨|立方米|方)|[\d.]+万?个机柜|\d+个(?:教学)?班(?!级)|每[年月日][\d.]+万?[片吨台套件只辆](?:[^，。、；]{2,4}基板)?|"
    r"年(?:产|加工|处理|屠宰|存栏|出栏)[^，。、；\d]{0,6}[\d.]+[万亿]?(?:吨|台套?|套|片|只|件|辆|支|头|羽|平方米|米)|"
    r"日(?:处理|供水|产|加工)[^，。、；\d]{0,3}[\d.]+万?(?:吨|立方米|方|包|件)"
)
"""What a thing can hold or make, told of it in a sentence."""
_TELLS = "床位座库柜每年日班规"


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
            *_capacities(view, context),
            *_told_capacities(view, context),
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
                if says in ("totalInvestment", "investedToDate"):
                    yield from _of_project(view, context, about, number, amount, says)


def _is_spent(text: str, part: str, amount: Amount) -> bool:
    """Whether an amount may be what was spent so far: no aim, and money itself (not `完成5000万元债券审批`)."""
    return part == "progress" and text[amount.end : amount.end + 1] in _AFTER_MONEY


def _bare_totals(view: RowView, context: DocumentContext) -> Iterator[Statement]:
    """`A项目3亿元，B项目5亿元`: an amount right behind a project, and nothing behind the amount."""
    for part in ("task", "progress"):
        text = view.row.text(part)
        for project in (group[0] for group in view.groups(part, "Project") if len(group) == 1):
            amount = next(amounts(text, project.end, project.end + _LONGEST_AMOUNT), None)
            if amount and amount.start == project.end and text[amount.end : amount.end + 1] in _AFTER_MONEY:
                proof = evidence(view.row, part, Span(project.start, amount.end))
                ends = (project.name, "totalInvestment", amount.text)
                yield statement(view.row, context, "amount:total", ends, proof, value=amount.value, unit=amount.unit)


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
    for length in range(min(_LONGEST_CUE, at - start), 1, -1):
        says = _cues().get(text[at - length : at])
        if says:
            return "other" if says == "totalInvestment" and _YEAR.search(text, start, at - length) else says
    return None


def _of_project(
    view: RowView, context: DocumentContext, about: list[Clause], number: int, amount: Amount, says: str
) -> Iterator[Statement]:
    text, clause = view.row.text(about[number].part), about[number]
    name, span = _owner(text, about, number, amount)
    if name is None:
        return
    rule = "amount:total" if says == "totalInvestment" else "amount:todate"
    proof = evidence(view.row, clause.part, span)
    basis = "planned" if re.search("拟|计划|预计", text[clause.span.start : amount.start]) else "stated"
    ends = (name, says, amount.text)
    yield statement(view.row, context, rule, ends, proof, value=amount.value, unit=amount.unit, basis=basis)


def _owner(text: str, about: list[Clause], number: int, amount: Amount) -> tuple[Name | None, Span]:
    """The project that an amount is for: named right after it (`投资3亿元建设A`), else before it, else meant."""
    clause = about[number]
    touching = [m for g in clause.groups for m in g if text[amount.end : m.start] in ("的", "的“")]
    if touching:
        return _alone(text, touching[:1]), clause.span
    after = [g for g in clause.groups if g[0].start >= amount.end]
    if not after and number + 1 < len(about) and _LEADS_ON.match(text, amount.end):
        following = about[number + 1]
        after = [g for g in following.groups if g[0].start - amount.end <= 12]
    if after and after[0][0].start - amount.end <= 40:
        return _alone(text, after[0]), Span(clause.span.start, max(clause.span.end, after[0][0].end))
    before = [g for g in clause.groups if g[-1].end <= amount.start]
    if _LEADS_ON.match(text, amount.end) and not after and not (before and text[amount.end] in "，,"):
        return None, clause.span
    if before:
        others = _MANY.search(text, before[-1][-1].end, amount.start)
        return (None if others else _alone(text, before[-1])), clause.span
    if len(clause.current) == 1 and not _speaks_of_others(text, clause, amount):
        start = clause.since if clause.source in ("sentence", "heading") else clause.span.start
        return clause.current[0], Span(min(start, clause.span.start), clause.span.end)
    return None, clause.span


def _alone(text: str, group: Sequence[Named]) -> Name | None:
    """The project of a list of one; an amount for several, named or not (`A等3个项目`), is nobody's."""
    several = len(group) > 1 or _OF_A_COUNT.match(text, group[-1].end)
    return None if several else group[0].name


def _speaks_of_others(text: str, clause: Clause, amount: Amount) -> bool:
    """Whether an amount far from its project is for many, or for something that an earlier sentence did not name."""
    if _MANY.search(text, clause.sentence, amount.start):
        return True
    total = re.search(
        "总投资|概算|总造价|完成|纳统|累计", text[max(clause.span.start, amount.start - 10) : amount.start]
    )
    own = total or _ITS_OWN.match(text, clause.sentence)
    return clause.source in ("before", "task") and not own


def _told_capacities(view: RowView, context: DocumentContext) -> Iterator[Statement]:
    """`A…，设床位300张`, `A完工，年产机器人8万台`: a capacity in the sentence of one project."""
    text = view.row.text("progress")
    found = list(_TOLD.finditer(text)) if view.has("Project") and any(c in text for c in _TELLS) else []
    about = clauses_about(view, "progress") if found else []
    for told in found if about else ():
        clause = about[clause_at(about, told.start())]
        before = [g for g in clause.groups if g[-1].end <= told.start()]
        names = [m.name for m in before[-1]] if before else list(clause.current) if not clause.groups else []
        if len(names) == 1 and (before or clause.source == "sentence"):
            ends = (names[0], "capacity", told.group())
            proof = evidence(view.row, "progress", clause.span)
            yield statement(view.row, context, "capacity:clause", ends, proof)


def _capacities(view: RowView, context: DocumentContext) -> Iterator[Statement]:
    for part in ("task", "targets", "progress"):
        for project in view.within(part, "Project"):
            for found in _CAPACITY.finditer(project.text):
                proof = evidence(view.row, part, Span(project.start, project.end))
                yield statement(view.row, context, "capacity:name", (project.name, "capacity", found.group()), proof)
            told = view.row.text(part)
            planned = None if part == "progress" else _LENGTH_MEANT.match(told, project.end)
            beside = planned or _BESIDE.match(told, project.end)
            if beside:
                proof = evidence(view.row, part, Span(project.start, beside.end()))
                ends = (project.name, "capacity", beside.groupdict().get("quantity") or beside["length"])
                yield statement(view.row, context, "capacity:clause", ends, proof)
