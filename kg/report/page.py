"""The report as one page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kg.graph.network import Network, reading
from kg.graph.oversight import Oversight, Tally
from kg.graph.wording import CHINESE, Wording
from kg.report import content
from kg.report.charts import stacked_bars

Bar = tuple[str, dict[str, int]]

_BARS = 20
_MEMBERS = 30
_FOOTER = (
    "责任图谱自动汇总。每项均注明出处，数字以原文为准；“推断”与“无法判断”者请人工核对。",
    "Put together by Zerentu. Everything names its source and the documents' own figures hold; what is “inferred” or "
    "“cannot be told” should be checked by people.",
)
_CHARTED = {
    "agencies": ("责任单位的任务状态与项目阶段", "Status of tasks and stage of projects by responsible unit"),
    "leaders": ("分管领导的任务状态", "Status of tasks by leader"),
    "towns": ("镇街的项目阶段", "Stage of projects by town"),
    "sectors": ("行业领域的项目阶段", "Stage of projects by sector"),
}
"""What is read out in place of charts."""
_STYLE = """
body{font:15px/1.6 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei",sans-serif;color:#1f2933;margin:0}
main{max-width:1080px;margin:0 auto;padding:24px}
h1{font-size:26px;margin:8px 0 4px}h3{font-size:15px;margin:18px 0 2px}
h2{font-size:19px;margin:36px 0 8px;border-bottom:2px solid #24507a;padding-bottom:4px}
.figures{display:flex;flex-wrap:wrap;gap:12px;padding:0;list-style:none}
.figures li{border:1px solid #d4dbe2;border-radius:6px;padding:8px 14px;min-width:88px}
.figures b{display:block;font-size:22px;color:#24507a}
table{border-collapse:collapse;width:100%;font-size:13px;margin:8px 0}
th,td{border:1px solid #d4dbe2;padding:5px 7px;text-align:left;vertical-align:top}
th{background:#eef2f6;position:sticky;top:0}td.n{text-align:right;font-variant-numeric:tabular-nums}
svg{width:100%;height:auto;font-size:12px;margin:6px 0}svg text{fill:#1f2933}
details>summary{cursor:pointer;color:#24507a}.scroll{overflow-x:auto}
nav a{margin-right:14px;color:#24507a}footer{margin-top:40px;color:#52606d;font-size:13px}
@media print{th{position:static}main{max-width:none}details{display:block}}
"""


def page(seen: Oversight, network: Network, words: Wording = CHINESE) -> str:
    """The whole page as HTML."""
    sections = {
        "summary": _summary(words, seen),
        "state": _overall(words, seen),
        "agencies": _tallied(words, seen.agencies, "agencies"),
        "leaders": _tallied(words, seen.leaders, "leaders"),
        "towns": _tallied(words, seen.towns, "towns"),
        "sectors": _tallied(words, content.sectors(words, seen), "sectors"),
        "late": _late(words, seen),
        "shared": _table(content.headings(words, "shared"), content.shared_cells(words, seen)),
        "network": _network(words, network),
        "targets": _table(content.headings(words, "targets"), content.target_cells(words, seen)),
        "contradictions": _table(content.headings(words, "contradictions"), content.finding_cells(words, seen)),
    }
    shown = [(key, content.subject(words, key), body) for key, body in sections.items() if body]
    links = "".join(f'<a href="#{key}">{name}</a>' for key, name, _ in shown)
    bodies = "".join(f'<section id="{key}"><h2>{name}</h2>{body}</section>' for key, name, body in shown)
    title = escape(content.title(words, seen))
    return (
        f'<!DOCTYPE html>\n<html lang="{words.language}"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1><nav>{links}</nav>{bodies}"
        f"<footer>{words.say(*_FOOTER)}</footer>"
        "</main></body></html>\n"
    )


def _summary(words: Wording, seen: Oversight) -> str:
    figures = "".join(f"<li><b>{count}</b>{escape(name)}</li>" for name, count in content.key_figures(words, seen))
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in content.reading(words, seen))
    files = "".join(f"<li>{escape(name)}</li>" for name in seen.documents)
    read = words.say("所据文件", "Documents read")
    return f'<ul class="figures">{figures}</ul>{said}<details><summary>{read}</summary><ul>{files}</ul></details>'


def _overall(words: Wording, seen: Oversight) -> str:
    tasks = [(words.say("全部任务", "all tasks"), dict(seen.by_status))]
    projects = [(words.say("全部项目", "all projects"), dict(seen.by_stage))]
    return _charts(words, tasks, projects, None)


def _tallied(words: Wording, tallies: Sequence[Tally], key: str) -> str:
    if not tallies:
        return ""
    top = tallies[:_BARS]
    tasks, projects = [(t.name, dict(t.by_status)) for t in top], [(t.name, dict(t.by_stage)) for t in top]
    charts = _charts(words, tasks, projects, words.say(*_CHARTED[key]))
    whole = _table(content.tally_headings(words), content.tally_cells(tallies))
    every = words.say("全部 {} 项", "All {}").format(len(tallies))
    return f"{charts}<details><summary>{every}</summary>{whole}</details>"


def _charts(words: Wording, tasks: Sequence[Bar], projects: Sequence[Bar], title: str | None) -> str:
    """Bars of tasks by status and of projects by stage, each under its heading; `title` is read out for both."""
    status, stage = content.subject(words, "task_status"), content.subject(words, "project_stage")
    of_tasks = stacked_bars(tasks, content.STATUS_COLOURS, content.statuses(words), title or status)
    of_projects = stacked_bars(projects, content.STAGE_COLOURS, content.stages(words), title or stage)
    return _titled(status, of_tasks) + _titled(stage, of_projects)


def _titled(title: str, chart: str) -> str:
    return f"<h3>{title}</h3>{chart}" if chart else ""


def _late(words: Wording, seen: Oversight) -> str:
    if not seen.unfinished:
        return ""
    bars = [(words.reason(name), {name: count}) for name, count in seen.reasons]
    colours = {name: "#b3402a" for name, _ in seen.reasons}
    labels = {name: words.reason(name) for name in colours}
    chart = stacked_bars(bars, colours, labels, words.say("原因", "Reasons")) if len(bars) > 1 else ""
    return chart + _table(content.headings(words, "late"), content.unfinished_cells(words, seen))


def _network(words: Wording, network: Network) -> str:
    if not network.members:
        return ""
    most = _table(content.headings(words, "network"), _without_zero(content.member_cells(network)[:_MEMBERS]))
    pairs = _table(content.headings(words, "ties"), content.tie_cells(network)[:_MEMBERS])
    closest = words.say("联系最紧的单位", "Units that share most")
    said = escape(reading(network, words))
    return f"<p>{said}</p>{most}<details><summary>{closest}</summary>{pairs}</details>"


def _without_zero(members: content.Cells) -> content.Cells:
    """A unit of no circle has an empty cell."""
    return [[*cells, circle or ""] for *cells, circle in members]


def _table(headings: Sequence[str], rows: Sequence[Sequence[str | int]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join("<tr>" + "".join(_cell(value) for value in row) + "</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(value: str | int) -> str:
    return f'<td class="n">{value}</td>' if isinstance(value, int) else f"<td>{escape(value)}</td>"
