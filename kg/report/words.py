"""What the report calls things."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.graph.oversight import Oversight, Tally
from kg.graph.view import period_words
from kg.ontology import ontology

STATUS_COLOURS = {"completed": "#2e7d4f", "partly_completed": "#d9a21b", "not_completed": "#b3402a"}
STAGE_COLOURS = {
    "planned": "#c7cdd4",
    "negotiating": "#a9b8c9",
    "signed": "#8aa3be",
    "permitting": "#d9a21b",
    "under_construction": "#4f86c6",
    "structure_complete": "#3a6ea5",
    "trial_production": "#6aa77a",
    "completed": "#2e7d4f",
    "suspended": "#b3402a",
}

TALLY_HEADINGS = ("名称", "地区", "任务", "完成", "部分完成", "未完成", "项目", "在建", "建成投用", "暂停")
UNFINISHED_HEADINGS = (
    "地区",
    "时期",
    "序号",
    "任务",
    "状态",
    "原因",
    "存在问题或进展",
    "下步打算",
    "责任单位",
    "分管领导",
    "出处",
)
SHARED_HEADINGS = ("项目", "地区", "单位数", "责任单位")
TARGET_HEADINGS = ("地区", "时期", "指标", "目标", "实际", "是否达到", "文件自述", "出处")
FINDING_HEADINGS = ("说明", "原文", "出处", "建议")
MEMBER_HEADINGS = ("单位", "共同任务", "协作单位", "居间程度", "圈子")
TIE_HEADINGS = ("单位", "单位", "共同任务")


def title(seen: Oversight) -> str:
    """The report's title."""
    return f"{seen.area or '全部地区'}重点任务与项目落实情况"


def label(word: str | None, scheme: str = "StatusScheme") -> str:
    """A status, or a concept of another scheme, in Chinese, empty for none."""
    concept = ontology().concept(scheme, word or "")
    return concept.label() if concept else word or ""


def key_figures(seen: Oversight) -> list[tuple[str, int]]:
    """What the report begins with."""
    statuses = dict(seen.by_status)
    missed = sum(target.met is False for target in seen.targets)
    return [
        ("文件", len(seen.documents)),
        ("任务", seen.tasks),
        ("项目", seen.projects),
        *((f"任务{label(word)}", count) for word, count in statuses.items()),
        ("有问题或未完成的任务", len(seen.unfinished)),
        ("未达目标的指标", missed),
        ("待核对的矛盾", len(seen.contradictions)),
    ]


def tally_cells(tallies: Iterable[Tally]) -> list[list[str | int]]:
    """Tallies as rows under `TALLY_HEADINGS`."""
    rows: list[list[str | int]] = []
    for tally in tallies:
        status, stage = dict(tally.by_status), dict(tally.by_stage)
        rows.append(
            [
                tally.name,
                tally.area,
                tally.tasks,
                *(status.get(word, 0) for word in ("completed", "partly_completed", "not_completed")),
                tally.projects,
                *(stage.get(word, 0) for word in ("under_construction", "completed", "suspended")),
            ]
        )
    return rows


def unfinished_cells(seen: Oversight) -> list[list[str | int]]:
    """Tasks that are late or have problems as rows under `UNFINISHED_HEADINGS`."""
    return [
        [
            one.area,
            period_words(one.period),
            one.number or "",
            one.task,
            label(one.status),
            "、".join(one.reasons) or "未说明",
            one.problem,
            one.next_steps,
            "、".join(one.units),
            "、".join(one.leaders),
            f"{one.document} {one.row}",
        ]
        for one in seen.unfinished
    ]


def shared_cells(seen: Oversight) -> list[list[str | int]]:
    """The most shared projects as rows under `SHARED_HEADINGS`."""
    return [[one.name, one.area, len(one.owners), "、".join(one.owners)] for one in seen.shared]


def target_cells(seen: Oversight) -> list[list[str | int]]:
    """Indicators as rows under `TARGET_HEADINGS`."""
    met = {True: "达到", False: "未达到", None: "无法判断"}
    return [
        [
            one.area,
            period_words(one.period),
            one.indicator,
            one.target + ("（全年）" if one.interim else ""),
            one.actual,
            met[one.met],
            label(one.claimed),
            f"{one.document} {one.row}",
        ]
        for one in seen.targets
    ]


def finding_cells(seen: Oversight) -> list[list[str | int]]:
    """Contradictions as rows under `FINDING_HEADINGS`."""
    return [[f.message, f.quote, str(f.place), f.next_step] for f in seen.contradictions]


def reading(seen: Oversight) -> Sequence[str]:
    """What the figures say, in sentences."""
    said = [f"共读取{len(seen.documents)}份文件，{seen.tasks}项任务，点名{seen.projects}个项目。"]
    statuses = dict(seen.by_status)
    total = sum(statuses.values())
    if total:
        done = statuses.get("completed", 0)
        said.append(f"文件标明状态的任务{total}项，其中完成{done}项，占{100 * done / total:.1f}%。")
    if seen.reasons:
        kinds = "、".join(f"{name}（{count}）" for name, count in seen.reasons)
        said.append(f"未完成或有问题的任务中，写明的原因依次为：{kinds}。")
    if seen.agencies:
        most = seen.agencies[0]
        said.append(f"{most.name}承担任务最多，共{most.tasks}项。")
    missed = [one for one in seen.targets if one.met is False]
    if missed:
        named = "、".join(dict.fromkeys(one.indicator for one in missed[:6]))
        said.append(f"{len(missed)}个指标未达目标，如{named}。")
    if seen.contradictions:
        said.append(f"有{len(seen.contradictions)}处数字与文字不一致，需核对。")
    return said
