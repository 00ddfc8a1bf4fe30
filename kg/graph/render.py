"""Traces, portfolios, paths, timelines and changes as text for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.changes import LABELS, Changes
from kg.graph.names import Choice
from kg.graph.ownership import MANNERS, ROLES, Holding
from kg.graph.paths import Path
from kg.graph.portfolio import Portfolio
from kg.graph.text import shortened, table
from kg.graph.timeline import Report, Strip
from kg.graph.trace import Trace
from kg.graph.view import Citation, period_words
from kg.ontology import ontology

QUOTE = 84


def render_trace(trace: Trace, most: int = 40) -> str:
    """Owners, holdings, relations and reports, each as a table."""
    if trace.entity is None:
        return _unclear(trace.name, trace.choices, trace.nearest)
    blocks = [_title(trace.entity)]
    if trace.owners:
        blocks.append("由谁负责\n" + _holdings(trace.owners[:most], owners=True))
    if trace.holdings:
        blocks.append("负责什么\n" + _holdings(trace.holdings[:most], owners=False) + _more(len(trace.holdings), most))
    if trace.relations:
        cells = [
            [r.words if r.outgoing else f"（被）{r.words}", r.other, _when(r.period)] for r in trace.relations[:most]
        ]
        blocks.append("其他关系\n" + table(("关系", "对象", "时期"), cells))
    if trace.built:
        cells = [["建设" if b.outgoing else "建设项目", b.name, b.reason] for b in trace.built]
        blocks.append("建设关系\n" + table(("关系", "对象", "理由"), cells, widest=60))
    if trace.reports:
        blocks.append("历次报告\n" + _reports(trace.reports))
    quotes = _quotes([h.citation for h in (*trace.owners, *trace.holdings)] or [r.citation for r in trace.relations])
    return "\n\n".join([*blocks, "依据\n" + quotes] if quotes else blocks)


def render_portfolio(portfolio: Portfolio, most: int = 60) -> str:
    """The counts by period and state, the partners, and the holdings."""
    if portfolio.entity is None:
        return _unclear(portfolio.name, portfolio.choices, portfolio.nearest)
    cells = [
        [_when(c.period), _stage(c.state) if c.projects else _status(c.state), str(c.tasks), str(c.projects)]
        for c in portfolio.cells
    ]
    partners = "、".join(f"{name}（{count}）" for name, count in portfolio.partners)
    blocks = [_title(portfolio.entity), table(("时期", "状态或阶段", "任务", "项目"), cells)]
    blocks += [f"常共同负责的单位：{partners}"] if partners else []
    blocks.append(_holdings(portfolio.holdings[:most], owners=False) + _more(len(portfolio.holdings), most))
    return "\n\n".join(blocks)


def render_path(path: Path) -> str:
    """Each chain as one step a line, with its reason and quote."""
    if path.unclear:
        return "图谱中没有这个名称，或它指几个对象：" + "、".join(path.unclear) + "。请写全称，或用 --area 指明地区。"
    if not path.chains:
        return f"“{path.a}”与“{path.b}”之间没有找到联系。"
    blocks = []
    for number, chain in enumerate(path.chains, start=1):
        lines = [f"路径 {number}（{len(chain)} 步）"]
        for step in chain:
            ends = f"{shortened(step.subject_name, 36)} —{step.reason}→ {shortened(step.object_name, 36)}"
            lines += [f"  {ends}", *([f"      {_cited(step.citation)}"] if step.citation else [])]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)


def render_timeline(strip: Strip) -> str:
    """The reports of one thing, the oldest first, with their quotes."""
    kind = ontology().label(strip.type)
    head = f"{shortened(strip.name, 70)}（{kind}），{len(strip.reports)} 次报告"
    quotes = _quotes([report.citation for report in strip.reports])
    return "\n\n".join([head, _reports(strip.reports), "依据\n" + quotes] if strip.reports else [head])


def render_changes(found: Changes, most: int = 30) -> str:
    """Counts by kind, then the changes kind by kind."""
    if found.area is None:
        known = "、".join(choice.name for choice in found.choices)
        return f"没有“{found.name}”的文件。有文件的地区：{known or '无'}。"
    between = f"{found.area.name}：{period_words(found.period_a)}至{period_words(found.period_b)}"
    if not found.changes:
        return f"{between}，没有可比较的文件或项目。"
    blocks = [between, table(("变化", "数"), [[LABELS[k], str(n)] for k in LABELS if (n := _count(found, k))])]
    for kind, label in LABELS.items():
        of_kind = [change for change in found.changes if change.kind == kind]
        if of_kind:
            rows = [[change.name, change.words] for change in of_kind[:most]]
            blocks.append(f"{label}\n" + table(("项目", "说明"), rows, widest=60) + _more(len(of_kind), most))
    return "\n\n".join(blocks)


def _count(found: Changes, kind: str) -> int:
    return sum(change.kind == kind for change in found.changes)


def _title(entity: Choice) -> str:
    area = f"，{entity.area}" if entity.area else ""
    return f"{entity.name}（{ontology().label(entity.type)}{area}）"


def _holdings(holdings: Sequence[Holding], *, owners: bool) -> str:
    head = ("单位或领导" if owners else "任务或项目", "方式", "角色", "时期", "状态", "阶段")
    cells = [
        [
            h.owner_name if owners else h.thing_name,
            MANNERS[h.manner] + ("（推断）" if h.inferred else ""),
            ROLES.get(h.role or "", ""),
            _when(h.period),
            _status(h.status),
            _stage(h.stage),
        ]
        for h in holdings
    ]
    return table(head, cells)


def _reports(reports: Sequence[Report]) -> str:
    cells = [
        [_when(r.period), _place(r), _stage(r.stage), _status(r.status), "、".join(r.owners), _amounts(r)]
        for r in reports
    ]
    return table(("时期", "出处", "阶段", "状态", "责任单位", "金额与规模"), cells)


def _place(report: Report) -> str:
    return f"{report.document} {report.row}" + (f"（{report.via}）" if report.via else "")


def _amounts(report: Report) -> str:
    return "，".join(f"{ontology().label(a.predicate)}{a.text}" for a in report.amounts)


def _unclear(name: str, choices: Sequence[Choice], nearest: Sequence[Choice]) -> str:
    offered = choices or nearest
    said = f"“{name}”可能指以下对象，请写明地区或全称：" if choices else f"图谱中没有“{name}”。"
    if not offered:
        return said
    said += "" if choices else "名称相近的有："
    return (
        said + "\n" + table(("名称", "类型", "地区"), [[c.name, ontology().label(c.type), c.area] for c in offered], 60)
    )


def _quotes(citations: Sequence[Citation], most: int = 8) -> str:
    unique = list(dict.fromkeys(citations))
    lines = [f"  {_cited(citation)}" for citation in unique[:most]]
    return "\n".join([*lines, f"  …… 另有 {len(unique) - most} 处"] if len(unique) > most else lines)


def _cited(citation: Citation) -> str:
    return f"{citation.document} {citation.row}：{shortened(citation.quote, QUOTE)}"


def _more(count: int, most: int) -> str:
    return f"\n…… 另有 {count - most} 项" if count > most else ""


def _when(period: str | None) -> str:
    return period_words(period) if period else ""


def _status(word: str | None) -> str:
    concept = ontology().concept("StatusScheme", word or "")
    return concept.label() if concept else word or ""


def _stage(word: str | None) -> str:
    concept = ontology().concept("StageScheme", word or "")
    return concept.label() if concept else word or ""
