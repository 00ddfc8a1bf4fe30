"""The report as one page that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from kg.graph.network import Network
from kg.graph.oversight import Oversight, Tally
from kg.report import words
from kg.report.charts import stacked_bars

_BARS = 20
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


def page(seen: Oversight, network: Network) -> str:
    """The whole page as HTML."""
    status = {key: words.label(key) for key in words.STATUS_COLOURS}
    stage = {key: words.label(key, "StageScheme") for key in words.STAGE_COLOURS}
    sections = [
        ("summary", "概况", _summary(seen)),
        ("state", "状态与阶段", _overall(seen, status, stage)),
        ("agencies", "责任单位", _tallied(seen.agencies, status, stage, "责任单位的任务状态与项目阶段")),
        ("leaders", "分管领导", _tallied(seen.leaders, status, stage, "分管领导的任务状态")),
        ("towns", "镇街", _tallied(seen.towns, status, stage, "镇街的项目阶段")),
        ("sectors", "行业领域", _tallied(seen.sectors, status, stage, "行业领域的项目阶段")),
        ("late", "未完成与有问题的任务", _late(seen)),
        ("shared", "共同负责最多的项目", _table(words.SHARED_HEADINGS, words.shared_cells(seen))),
        ("network", "协作网络", _network(network)),
        ("targets", "指标：目标与实际", _table(words.TARGET_HEADINGS, words.target_cells(seen))),
        ("contradictions", "待核对的矛盾", _table(words.FINDING_HEADINGS, words.finding_cells(seen))),
    ]
    shown = [(key, name, body) for key, name, body in sections if body]
    links = "".join(f'<a href="#{key}">{name}</a>' for key, name, _ in shown)
    bodies = "".join(f'<section id="{key}"><h2>{name}</h2>{body}</section>' for key, name, body in shown)
    title = escape(words.title(seen))
    return (
        f'<!DOCTYPE html>\n<html lang="zh"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<style>{_STYLE}</style></head><body><main><h1>{title}</h1><nav>{links}</nav>{bodies}"
        "<footer>责任图谱自动汇总。每项均注明出处，数字以原文为准；“推断”与“无法判断”者请人工核对。</footer>"
        "</main></body></html>\n"
    )


def _summary(seen: Oversight) -> str:
    figures = "".join(f"<li><b>{count}</b>{escape(name)}</li>" for name, count in words.key_figures(seen))
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in words.reading(seen))
    files = "".join(f"<li>{escape(name)}</li>" for name in seen.documents)
    return f'<ul class="figures">{figures}</ul>{said}<details><summary>所据文件</summary><ul>{files}</ul></details>'


def _overall(seen: Oversight, status: dict[str, str], stage: dict[str, str]) -> str:
    tasks = stacked_bars([("全部任务", dict(seen.by_status))], words.STATUS_COLOURS, status, "任务状态")
    projects = stacked_bars([("全部项目", dict(seen.by_stage))], words.STAGE_COLOURS, stage, "项目阶段")
    return _titled("任务状态", tasks) + _titled("项目阶段", projects)


def _titled(title: str, chart: str) -> str:
    return f"<h3>{title}</h3>{chart}" if chart else ""


def _tallied(tallies: Sequence[Tally], status: dict[str, str], stage: dict[str, str], title: str) -> str:
    if not tallies:
        return ""
    top = tallies[:_BARS]
    tasks = stacked_bars([(t.name, dict(t.by_status)) for t in top], words.STATUS_COLOURS, status, title)
    projects = stacked_bars([(t.name, dict(t.by_stage)) for t in top], words.STAGE_COLOURS, stage, title)
    whole = _table(words.TALLY_HEADINGS, words.tally_cells(tallies))
    charts = _titled("任务状态", tasks) + _titled("项目阶段", projects)
    return f"{charts}<details><summary>全部 {len(tallies)} 项</summary>{whole}</details>"


def _late(seen: Oversight) -> str:
    if not seen.unfinished:
        return ""
    reasons = dict(seen.reasons)
    colours = dict.fromkeys(reasons, "#b3402a")
    bars = [(name, {name: count}) for name, count in reasons.items()]
    chart = stacked_bars(bars, colours, {name: name for name in reasons}, "原因") if len(bars) > 1 else ""
    return chart + _table(words.UNFINISHED_HEADINGS, words.unfinished_cells(seen))


def _network(network: Network) -> str:
    members: list[list[str | int]] = [
        [m.name, m.tasks, m.partners, f"{m.between:.3f}", m.circle or ""] for m in network.members[:30]
    ]
    ties: list[list[str | int]] = [[tie.a_name, tie.b_name, tie.tasks] for tie in network.ties[:30]]
    if not members:
        return ""
    most = _table(words.MEMBER_HEADINGS, members)
    pairs = _table(words.TIE_HEADINGS, ties)
    return f"<p>{escape(network.reading)}</p>{most}<details><summary>联系最紧的单位</summary>{pairs}</details>"


def _table(headings: Sequence[str], rows: Sequence[Sequence[str | int]]) -> str:
    if not rows:
        return ""
    head = "".join(f"<th>{escape(heading)}</th>" for heading in headings)
    body = "".join("<tr>" + "".join(_cell(value) for value in row) + "</tr>" for row in rows)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def _cell(value: str | int) -> str:
    return f'<td class="n">{value}</td>' if isinstance(value, int) else f"<td>{escape(value)}</td>"
