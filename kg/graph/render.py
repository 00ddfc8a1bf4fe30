"""Traces, portfolios, paths, timelines and changes as text for a terminal, in either language.

Names, tasks and quotes are the documents' own; only the words around them are in the reader's language.
"""

from __future__ import annotations

from collections.abc import Sequence

from kg.graph.changes import ENGLISH_LABELS, LABELS, Change, Changes
from kg.graph.names import Choice
from kg.graph.ownership import Holding
from kg.graph.paths import Path, Step
from kg.graph.portfolio import Cell, Portfolio
from kg.graph.text import shortened, table
from kg.graph.timeline import Report, Strip
from kg.graph.trace import Relation, Trace
from kg.graph.view import Citation
from kg.graph.wording import CHINESE, Wording

QUOTE = 84


def render_trace(trace: Trace, words: Wording = CHINESE, most: int = 40) -> str:
    """Owners, holdings, relations and reports, each as a table."""
    if trace.entity is None:
        return _unclear(words, trace.name, trace.choices, trace.nearest)
    say = words.say
    blocks = [_title(words, trace.entity)]
    if trace.owners:
        blocks.append(say("由谁负责", "Owned by") + "\n" + _holdings(words, trace.owners[:most], owners=True))
    if trace.holdings:
        held = _holdings(words, trace.holdings[:most], owners=False) + _more(words, len(trace.holdings), most)
        blocks.append(say("负责什么", "Owns") + "\n" + held)
    if trace.relations:
        blocks.append(say("其他关系", "Other relations") + "\n" + _relations(words, trace.relations[:most]))
    if trace.built:
        blocks.append(say("建设关系", "Builds") + "\n" + _built(words, trace))
    if trace.reports:
        blocks.append(say("历次报告", "Reports") + "\n" + _reports(words, trace.reports))
    cited = [h.citation for h in (*trace.owners, *trace.holdings)] or [r.citation for r in trace.relations]
    return "\n\n".join([*blocks, *_evidence(words, cited)])


def render_portfolio(portfolio: Portfolio, words: Wording = CHINESE, most: int = 60) -> str:
    """The counts by period and state, the partners, and the holdings."""
    if portfolio.entity is None:
        return _unclear(words, portfolio.name, portfolio.choices, portfolio.nearest)
    partners = words.listed(f"{name}{words.aside(str(count))}" for name, count in portfolio.partners)
    blocks = [_title(words, portfolio.entity), _cells(words, portfolio.cells)]
    blocks += [words.say("常共同负责的单位：", "Often together with: ") + partners] if partners else []
    held = _holdings(words, portfolio.holdings[:most], owners=False)
    return "\n\n".join([*blocks, held + _more(words, len(portfolio.holdings), most)])


def render_path(path: Path, words: Wording = CHINESE) -> str:
    """Each chain as one step a line, with its reason and quote."""
    if path.unclear:
        return words.say(
            "图谱中没有这个名称，或它指几个对象：{}。请写全称，或用 --area 指明地区。",
            "Nothing of this name is in the graph, or several things are: {}. Give the full name, or an --area.",
        ).format(words.listed(path.unclear))
    if not path.chains:
        return words.say(f"“{path.a}”与“{path.b}”之间没有找到联系。", f"No link between “{path.a}” and “{path.b}”.")
    blocks = []
    for number, chain in enumerate(path.chains, start=1):
        head = words.say(f"路径 {number}（{len(chain)} 步）", f"Path {number}, steps: {len(chain)}")
        blocks.append("\n".join([head, *(line for step in chain for line in _step(words, step))]))
    return "\n\n".join(blocks)


def render_timeline(strip: Strip, words: Wording = CHINESE) -> str:
    """The reports of one thing, the oldest first, with their quotes."""
    name, kind = shortened(strip.name, 70), words.aside(words.term(strip.type))
    head = name + kind + words.say(f"，{len(strip.reports)} 次报告", f", reports: {len(strip.reports)}")
    cited = [report.citation for report in strip.reports]
    return "\n\n".join([head, _reports(words, strip.reports), *_evidence(words, cited)] if strip.reports else [head])


def render_changes(found: Changes, words: Wording = CHINESE, most: int = 30) -> str:
    """Counts by kind, then the changes kind by kind."""
    if found.area is None:
        known = words.listed(choice.name for choice in found.choices) or words.say("无", "none")
        return words.say(
            f"没有“{found.name}”的文件。有文件的地区：{known}。", f"No documents of “{found.name}”; of: {known}."
        )
    a, b = words.period(found.period_a), words.period(found.period_b)
    between = found.area.name + words.say(f"：{a}至{b}", f": {a} to {b}")
    if not found.changes:
        return between + words.say("，没有可比较的文件或项目。", ", no documents or projects to compare.")
    of = {kind: [change for change in found.changes if change.kind == kind] for kind in LABELS}
    counts = [[_kind(words, kind), str(len(changes))] for kind, changes in of.items() if changes]
    blocks = [between, table((words.say("变化", "change"), words.say("数", "number")), counts)]
    return "\n\n".join([*blocks, *(_changed(words, kind, of[kind], most) for kind in LABELS if of[kind])])


def _kind(words: Wording, kind: str) -> str:
    return words.say(LABELS[kind], ENGLISH_LABELS[kind])


def _changed(words: Wording, kind: str, changes: Sequence[Change], most: int) -> str:
    rows = [[change.name, words.say(change.words, change.english)] for change in changes[:most]]
    head = (words.say("项目", "project"), words.say("说明", "what happened"))
    return f"{_kind(words, kind)}\n" + table(head, rows, widest=60) + _more(words, len(changes), most)


def _step(words: Wording, step: Step) -> list[str]:
    arrow = words.say(f"—{step.reason}→", step.english)
    ends = f"{shortened(step.subject_name, 36)} {arrow} {shortened(step.object_name, 36)}"
    return [f"  {ends}", *([f"      {_cited(words, step.citation)}"] if step.citation else [])]


def _title(words: Wording, entity: Choice) -> str:
    kind = words.term(entity.type)
    return entity.name + words.aside(f"{kind}{words.say('，', ', ')}{entity.area}" if entity.area else kind)


def _holdings(words: Wording, holdings: Sequence[Holding], *, owners: bool) -> str:
    thing = words.say("单位或领导", "unit or leader") if owners else words.say("任务或项目", "task or project")
    head = words.say("方式 角色 时期 状态 阶段", "manner role period status stage").split()
    cells = [
        [
            h.owner_name if owners else h.thing_name,
            words.manner(h.manner) + (words.aside(words.say("推断", "inferred")) if h.inferred else ""),
            words.role(h.role),
            _when(words, h.period),
            _status(words, h.status),
            _stage(words, h.stage),
        ]
        for h in holdings
    ]
    return table((thing, *head), cells)


def _relations(words: Wording, relations: Sequence[Relation]) -> str:
    cells = [
        [
            words.term(r.predicate) if r.outgoing else words.say("（被）", "← ") + words.term(r.predicate),
            r.other if r.other_id else words.value(r.predicate, r.other),
            _when(words, r.period),
        ]
        for r in relations
    ]
    return table(words.say("关系 对象 时期", "relation object period").split(), cells)


def _built(words: Wording, trace: Trace) -> str:
    ways = words.say("建设项目", "built by"), words.say("建设", "builds")
    cells = [[ways[b.outgoing], b.name, words.sentence(b.reason)] for b in trace.built]
    return table(words.say("关系 对象 理由", "relation object reason").split(), cells, widest=60)


def _cells(words: Wording, cells: Sequence[Cell]) -> str:
    head = words.say("时期,状态或阶段,任务,项目", "period,status or stage,tasks,projects").split(",")
    rows = [
        [
            _when(words, c.period),
            _stage(words, c.state) if c.projects else _status(words, c.state),
            str(c.tasks),
            str(c.projects),
        ]
        for c in cells
    ]
    return table(head, rows)


def _reports(words: Wording, reports: Sequence[Report]) -> str:
    head = words.say("时期,出处,阶段,状态,责任单位,金额与规模", "period,source,stage,status,responsible units,amounts")
    cells = [
        [
            _when(words, r.period),
            f"{r.document} {r.row}{words.aside(r.via)}",
            _stage(words, r.stage),
            _status(words, r.status),
            words.listed(r.owners),
            _amounts(words, r),
        ]
        for r in reports
    ]
    return table(head.split(","), cells)


def _amounts(words: Wording, report: Report) -> str:
    gap = words.say("", " ")
    return words.say("，", ", ").join(f"{words.term(a.predicate)}{gap}{a.text}" for a in report.amounts)


def _unclear(words: Wording, name: str, choices: Sequence[Choice], nearest: Sequence[Choice]) -> str:
    offered = choices or nearest
    several = words.say(
        f"“{name}”可能指以下对象，请写明地区或全称：", f"“{name}” may mean these; give the area or the full name:"
    )
    said = several if choices else words.say(f"图谱中没有“{name}”。", f"“{name}” is not in the graph.")
    if not offered:
        return said
    said += "" if choices else words.say("名称相近的有：", " Names like it:")
    head = words.say("名称 类型 地区", "name type area").split()
    return said + "\n" + table(head, [[c.name, words.term(c.type), c.area] for c in offered], 60)


def _evidence(words: Wording, citations: Sequence[Citation], most: int = 8) -> list[str]:
    """The block of quotes, none where there is nothing to quote."""
    unique = list(dict.fromkeys(citations))
    lines = [f"  {_cited(words, citation)}" for citation in unique[:most]]
    if len(unique) > most:
        lines.append(words.say("  …… 另有 {} 处", "  … and {} more").format(len(unique) - most))
    return ["\n".join([words.say("依据", "Evidence"), *lines])] if lines else []


def _cited(words: Wording, citation: Citation) -> str:
    return f"{citation.document} {citation.row}{words.say('：', ': ')}{shortened(citation.quote, QUOTE)}"


def _more(words: Wording, count: int, most: int) -> str:
    return words.say("\n…… 另有 {} 项", "\n… and {} more").format(count - most) if count > most else ""


def _when(words: Wording, period: str | None) -> str:
    return words.period(period) if period else ""


def _status(words: Wording, notation: str | None) -> str:
    return words.status(notation) if notation else ""


def _stage(words: Wording, notation: str | None) -> str:
    return words.stage(notation) if notation else ""
