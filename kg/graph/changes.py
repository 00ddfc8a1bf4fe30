"""What became of an area's projects from one period to another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from typing import Literal

from pydantic import Field

from kg.errors import QueryError
from kg.graph.change_words import (
    amount_changed,
    ended,
    first_named,
    gone,
    owners_changed,
    target_changed,
    then_and_now,
)
from kg.graph.names import Choice, names_of
from kg.graph.timeline import Amount, Report, furthest, sentence_around, timeline
from kg.graph.trace import area_entity
from kg.graph.view import Citation, GraphView, covers_period, period_end, read_period, view_of
from kg.graph.wording import CHINESE, ENGLISH, Wording
from kg.model import Entity, KnowledgeGraph, Record, TaskRow
from kg.ontology import ontology
from kg.resolve.normal import normal

ChangeKind = Literal[
    "completed",
    "moved_on",
    "stalled",
    "fell_back",
    "dropped",
    "silently_gone",
    "unclear",
    "new",
    "target_changed",
    "amount_changed",
    "owner_changed",
]

LABELS: dict[str, str] = {
    "completed": "已建成",
    "moved_on": "有进展",
    "stalled": "停滞",
    "fell_back": "倒退",
    "dropped": "停止",
    "silently_gone": "不再提及",
    "unclear": "阶段不明",
    "new": "新增",
    "target_changed": "目标调整",
    "amount_changed": "金额变化",
    "owner_changed": "责任单位变化",
}
"""What people read for each kind, in the order in which changes are listed."""

ENGLISH_LABELS: dict[str, str] = {
    "completed": "completed",
    "moved_on": "moved on",
    "stalled": "stalled",
    "fell_back": "fell back",
    "dropped": "stopped",
    "silently_gone": "no longer mentioned",
    "unclear": "stage not clear",
    "new": "new",
    "target_changed": "target changed",
    "amount_changed": "amount changed",
    "owner_changed": "owner changed",
}

Said = Callable[[Wording], str]
"""A sentence, given the words of a language."""

_TARGET = re.compile(
    r"(?:年度|全年|原)?(?:目标任务|任务目标|目标|任务|计划)[^。；]{0,12}?由(?P<before>[^。；]{1,80}?)(?:调整为|变更为|改为|调整到)(?P<after>[^。；]{1,80})"
)
_ENDING = re.compile(r"(?:建设|改造|棚改|片区|工程|项目)+$")
_REMARK = re.compile(r"（(?![^）]*期)[^）]*）")
_NAME_LENGTH = 4
_QUOTES = "“”\"'‘’《》"
_NUMBER = re.compile(r"\d")
_AMOUNTS = ("totalInvestment", "annualPlannedInvestment", "capacity")


class Change(Record):
    """One change of one thing, with the reports before and after.

    `words` says it in Chinese and stands in every output; `english` is for readers and stands in none.
    """

    kind: ChangeKind
    thing: str
    name: str
    words: str
    english: str = Field("", exclude=True)
    before: Report | None = None
    after: Report | None = None
    citations: tuple[Citation, ...] = ()


class Changes(Record):
    """The changes of an area between two periods.

    `area` is None where `name` means no area of the graph; `choices` are then the areas that have documents.
    """

    name: str
    area: Choice | None
    period_a: str
    period_b: str
    changes: tuple[Change, ...] = ()
    choices: tuple[Choice, ...] = ()

    def of(self, kind: ChangeKind) -> tuple[Change, ...]:
        """The changes of one kind."""
        return tuple(change for change in self.changes if change.kind == kind)


def changes(graph: KnowledgeGraph, area: str, period_a: str, period_b: str) -> Changes:
    """Every project of an area that a document of the earlier or later period names, and what became of it.

    Periods are written `2021`, `2021-Q3`, `2021年第三季度`. A project that is not completed and that no later
    document names is `silently_gone`: that is a finding about the reports, not a proof about the project.

    Raises `QueryError` where the earlier period ends after the later one.
    """
    view = view_of(graph)
    names = names_of(view)
    a, b = _in_order(period_a, period_b)
    home = area_entity(names, area)
    if home is None:
        known = tuple(names.choice(one) for one in names.areas)
        return Changes(name=area, area=None, period_a=a, period_b=b, choices=known)
    before, after = (_documents(view, home, period) for period in (a, b))
    found = [*_project_changes(view, before, after), *_target_changes(view, after)] if before and after else []
    order = list(LABELS)
    found.sort(key=lambda change: (order.index(change.kind), change.name, change.thing))
    return Changes(name=area, area=names.choice(home), period_a=a, period_b=b, changes=tuple(found))


def _in_order(period_a: str, period_b: str) -> tuple[str, str]:
    a, b = read_period(period_a), read_period(period_b)
    if _is_dated(a) and _is_dated(b) and period_end(a) > period_end(b):
        raise QueryError(
            f"{period_a} is later than {period_b}; give the earlier period first",
            chinese=f"{period_a} 晚于 {period_b}；请先写较早的时期。",
        )
    return a, b


def _is_dated(period: str) -> bool:
    return period[:4].isdigit()


def _documents(view: GraphView, area: Entity, period: str) -> set[str]:
    return {
        i.name for i in view.documents_of(area) if covers_period(period, i.reviews) or covers_period(period, i.period)
    }


def _project_changes(view: GraphView, before: set[str], after: set[str]) -> Iterator[Change]:
    for group in _groups(view, before | after):
        reports = [report for entity in group for report in timeline(view, entity.id).reports]
        old = _together([r for r in reports if r.document in before])
        new = _together([r for r in reports if r.document in after])
        if old is None and new is not None:
            yield _change("new", group[0], None, new, partial(first_named, new=new))
        elif old is not None:
            new = new or _named_in_text(view, group, after)
            yield _stage_change(group[0], old, new)
            yield from _other_changes(group[0], old, new)


def _groups(view: GraphView, documents: set[str]) -> list[list[Entity]]:
    """The projects of the documents, each with what bears its name without 项目 and remarks (the park itself, too).

    A park alone is no project; phases stay apart.
    """
    groups: dict[str, list[Entity]] = {}
    for entity in view.graph.entities:
        if entity.type in ("Project", "Park") and documents & set(entity.documents):
            groups.setdefault(_core(entity.name), []).append(entity)
    ordered = [sorted(group, key=lambda e: (e.type != "Project", -e.mentions, e.id)) for group in groups.values()]
    return [group for group in ordered if group[0].type == "Project"]


def _core(name: str) -> str:
    return _ENDING.sub("", _REMARK.sub("", normal(name))) or normal(name)


def _named_in_text(view: GraphView, group: list[Entity], after: set[str]) -> Report | None:
    """A later sentence that holds the name, where no later mention was taken for the thing."""
    cores = [core for entity in group for core in {_core(form) for form in (entity.name, *entity.aliases)}]
    known = sorted({core for core in cores if len(core) >= _NAME_LENGTH}, key=lambda core: (-len(core), core))
    for document in sorted(after):
        for row in view.rows_of(document):
            for part in ("progress", "task", "targets"):
                text = row.text(part)
                at, core = next(((text.find(core), core) for core in known if core in text), (-1, ""))
                if at >= 0:
                    start, end = sentence_around(text, at, at + len(core))
                    return _text_report(view, row, part, text[start:end])
    return None


def _text_report(view: GraphView, row: TaskRow, part: str, sentence: str) -> Report:
    home = view.area_of(row.document)
    return Report(
        document=row.document,
        row=row.row,
        area=home.name if home else "",
        period=view.period_of(row.document),
        progress=sentence if part == "progress" else "",
        target=sentence if part != "progress" else "",
        status=row.status,
        citation=view.cite(row, part, sentence),
    )


def _together(reports: list[Report]) -> Report | None:
    """The reports of one period as one: the furthest stage, all owners, all amounts, the words of the fullest."""
    if not reports:
        return None
    fullest = max(reports, key=lambda r: (r.stage is not None, len(r.progress), len(r.target)))
    return fullest.model_copy(
        update={
            "stage": furthest(r.stage for r in reports if r.stage),
            "owners": tuple(dict.fromkeys(owner for r in reports for owner in r.owners)),
            "amounts": tuple(dict.fromkeys(amount for r in reports for amount in r.amounts)),
        }
    )


def _stage_change(entity: Entity, old: Report, new: Report | None) -> Change:
    if new is not None:
        return _change(_stage_kind(old.stage, new.stage), entity, old, new, partial(then_and_now, old=old, new=new))
    if old.stage in ("completed", "suspended"):
        kind: ChangeKind = "completed" if old.stage == "completed" else "dropped"
        return _change(kind, entity, old, None, partial(ended, old=old))
    return _change("silently_gone", entity, old, None, partial(gone, old=old))


def _stage_kind(old: str | None, new: str | None) -> ChangeKind:
    if new == "completed" or (old == "completed" and new is None):
        return "completed"
    if new == "suspended":
        return "dropped"
    if old is None or new is None:
        return "unclear"
    order = [concept.notation for concept in ontology().schemes["StageScheme"]]
    if old == "suspended" or order.index(new) > order.index(old):
        return "moved_on"
    return "stalled" if new == old else "fell_back"


def _other_changes(entity: Entity, old: Report, new: Report | None) -> Iterator[Change]:
    if new is None:
        return
    for predicate in _AMOUNTS:
        then, now = (_amount(report.amounts, predicate) for report in (old, new))
        if then and now and _figure(then) != _figure(now):
            yield _change("amount_changed", entity, old, new, partial(amount_changed, then=then, now=now))
    if old.owners and new.owners and set(old.owners) != set(new.owners):
        yield _change("owner_changed", entity, old, new, partial(owners_changed, old=old.owners, new=new.owners))


def _amount(amounts: tuple[Amount, ...], predicate: str) -> Amount | None:
    return next((amount for amount in amounts if amount.predicate == predicate), None)


def _figure(amount: Amount) -> str:
    """What makes two writings of an amount one: its value, else its number and what follows (年产35万吨 is 35万吨)."""
    number = _NUMBER.search(amount.text)
    return amount.value or (amount.text[number.start() :] if number else amount.text)


def _target_changes(view: GraphView, documents: set[str]) -> Iterator[Change]:
    """Targets that a document itself says were changed (年度目标任务由…调整为…)."""
    for row in view.graph.rows:
        if row.document not in documents:
            continue
        for part in ("task", "targets", "progress", "problems", "next_steps"):
            for found in _TARGET.finditer(row.text(part)):
                then, now = (found[side].strip(_QUOTES) for side in ("before", "after"))
                yield Change(
                    kind="target_changed",
                    thing=f"{row.document}#{row.row}",
                    name=row.text("task")[:40] or row.row,
                    words=target_changed(CHINESE, then, now),
                    english=target_changed(ENGLISH, then, now),
                    citations=(view.cite(row, part, found.group()),),
                )


def _change(kind: ChangeKind, entity: Entity, old: Report | None, new: Report | None, said: Said) -> Change:
    return Change(
        kind=kind,
        thing=entity.id,
        name=entity.name,
        words=said(CHINESE),
        english=said(ENGLISH),
        before=old,
        after=new,
        citations=tuple(report.citation for report in (old, new) if report),
    )
