"""What the report says: its title, figures, sentences and tables, in the words of one language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from kg.graph.network import Network
from kg.graph.oversight import NO_SECTOR, Oversight, Tally
from kg.graph.sentences import in_english
from kg.graph.wording import Wording
from kg.model import Finding

Cells = list[list[str | int]]

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
TALLIED_STAGES = ("under_construction", "completed", "suspended")

SUBJECTS = {
    "summary": ("概况", "Summary"),
    "state": ("状态与阶段", "Status and stage"),
    "agencies": ("责任单位", "Responsible units"),
    "leaders": ("分管领导", "Leaders"),
    "towns": ("镇街", "Towns"),
    "sectors": ("行业领域", "Sectors"),
    "late": ("未完成与有问题的任务", "Tasks not completed or with problems"),
    "shared": ("共同负责最多的项目", "Projects that most units share"),
    "network": ("协作网络", "Who works with whom"),
    "targets": ("指标：目标与实际", "Indicators: target and actual figure"),
    "contradictions": ("待核对的矛盾", "Contradictions to check"),
    "task_status": ("任务状态", "Status of tasks"),
    "project_stage": ("项目阶段", "Stage of projects"),
}
"""What parts of the report are headed with."""

HEADINGS: dict[str, tuple[tuple[str, str], ...]] = {
    "late": (
        ("地区", "area"),
        ("时期", "period"),
        ("序号", "number"),
        ("任务", "task"),
        ("状态", "status"),
        ("原因", "reason"),
        ("存在问题或进展", "problem or progress"),
        ("下步打算", "next steps"),
        ("责任单位", "responsible units"),
        ("分管领导", "leaders"),
        ("出处", "source"),
    ),
    "shared": (("项目", "project"), ("地区", "area"), ("单位数", "units"), ("责任单位", "responsible units")),
    "targets": (
        ("地区", "area"),
        ("时期", "period"),
        ("指标", "indicator"),
        ("目标", "target"),
        ("实际", "actual"),
        ("是否达到", "reached"),
        ("文件自述", "as the document says"),
        ("出处", "source"),
    ),
    "contradictions": (("说明", "what"), ("原文", "quote"), ("出处", "source"), ("建议", "advice")),
    "network": (
        ("单位", "unit"),
        ("共同任务", "shared tasks"),
        ("协作单位", "partners"),
        ("居间程度", "betweenness"),
        ("圈子", "circle"),
    ),
    "ties": (("单位", "unit"), ("单位", "unit"), ("共同任务", "shared tasks")),
    "stages": (("项目阶段", "stage of projects"), ("数", "number")),
}
"""The columns of tables."""

MET = {True: ("达到", "yes"), False: ("未达到", "no"), None: ("无法判断", "cannot be told")}
CONTRADICTIONS = {
    "claim-against-figures": ("the figure misses its target", "check target, figure and status of the row"),
    "conflicting-amounts": ("one row tells different total investments", "check which is that of the whole project"),
}
"""What findings say and advise in English, by their codes, where their own sentences have no English."""

_NAMED = re.compile("“[^”]+”")


def title(words: Wording, seen: Oversight) -> str:
    """The report's title."""
    return words.say(
        f"{seen.area or '全部地区'}重点任务与项目落实情况",
        f"{seen.area or 'All areas'}: how key tasks and projects are carried out",
    )


def subject(words: Wording, key: str) -> str:
    """What a part of the report is headed with."""
    return words.say(*SUBJECTS[key])


def headings(words: Wording, table: str) -> list[str]:
    """The columns of a table."""
    return [words.say(*heading) for heading in HEADINGS[table]]


def tally_headings(words: Wording) -> list[str]:
    """The columns of tallies."""
    of_tasks, of_projects = words.say("", "tasks "), words.say("", "projects ")
    return [
        *(words.say(*one) for one in (("名称", "name"), ("地区", "area"), ("任务", "tasks"))),
        *(of_tasks + words.status(status) for status in STATUS_COLOURS),
        words.say("项目", "projects"),
        *(of_projects + words.stage(stage) for stage in TALLIED_STAGES),
    ]


def statuses(words: Wording) -> dict[str, str]:
    """What the statuses of charts are called."""
    return {status: words.status(status) for status in STATUS_COLOURS}


def stages(words: Wording) -> dict[str, str]:
    """What the stages of charts are called."""
    return {stage: words.stage(stage) for stage in STAGE_COLOURS}


def sectors(words: Wording, seen: Oversight) -> list[Tally]:
    """The tallies of sectors, named in the reader's language."""
    none = words.say(NO_SECTOR, "no sector")
    return [
        tally.model_copy(update={"name": none if tally.name == NO_SECTOR else words.sector(tally.name)})
        for tally in seen.sectors
    ]


def key_figures(words: Wording, seen: Oversight) -> list[tuple[str, int]]:
    """What the report begins with."""
    say = words.say
    missed = sum(target.met is False for target in seen.targets)
    return [
        (say("文件", "documents"), len(seen.documents)),
        (say("任务", "tasks"), seen.tasks),
        (say("项目", "projects"), seen.projects),
        *((say("任务", "tasks ") + words.status(status), count) for status, count in seen.by_status),
        (say("有问题或未完成的任务", "tasks not completed or with problems"), len(seen.unfinished)),
        (say("未达目标的指标", "indicators that miss their target"), missed),
        (say("待核对的矛盾", "contradictions to check"), len(seen.contradictions)),
    ]


def tally_cells(tallies: Iterable[Tally]) -> Cells:
    """Tallies as rows under `tally_headings`."""
    rows: Cells = []
    for tally in tallies:
        status, stage = dict(tally.by_status), dict(tally.by_stage)
        counts = [tally.tasks, *(status.get(one, 0) for one in STATUS_COLOURS)]
        rows.append([tally.name, tally.area, *counts, tally.projects, *(stage.get(one, 0) for one in TALLIED_STAGES)])
    return rows


def unfinished_cells(words: Wording, seen: Oversight) -> Cells:
    """Tasks that are late or have problems as rows under the headings `late`."""
    return [
        [
            one.area,
            words.period(one.period),
            one.number or "",
            one.task,
            _status(words, one.status),
            words.listed(map(words.reason, one.reasons)) or words.say("未说明", "not told"),
            one.problem,
            one.next_steps,
            words.listed(one.units),
            words.listed(one.leaders),
            f"{one.document} {one.row}",
        ]
        for one in seen.unfinished
    ]


def shared_cells(words: Wording, seen: Oversight) -> Cells:
    """The most shared projects as rows under the headings `shared`."""
    return [[one.name, one.area, len(one.owners), words.listed(one.owners)] for one in seen.shared]


def target_cells(words: Wording, seen: Oversight) -> Cells:
    """Indicators as rows under the headings `targets`."""
    of_year = words.aside(words.say("全年", "full year"))
    return [
        [
            one.area,
            words.period(one.period),
            one.indicator,
            one.target + (of_year if one.interim else ""),
            one.actual,
            words.say(*MET[one.met]),
            _status(words, one.claimed),
            f"{one.document} {one.row}",
        ]
        for one in seen.targets
    ]


def finding_cells(words: Wording, seen: Oversight) -> Cells:
    """Contradictions as rows under the headings `contradictions`."""
    return [[*_told(words, finding)] for finding in seen.contradictions]


def _told(words: Wording, finding: Finding) -> tuple[str, str, str, str]:
    what, advice = CONTRADICTIONS.get(finding.code, (finding.code.replace("-", " "), "check the document"))
    named = _NAMED.search(finding.message)
    english = finding.english or in_english(finding.message) or (f"{named[0]}: {what}" if named else what)
    next_step = words.say(finding.next_step, in_english(finding.next_step) or advice)
    return words.say(finding.message, english), finding.quote, str(finding.place), next_step


def member_cells(network: Network) -> Cells:
    """Units of the network as rows under the headings `network`."""
    return [[m.name, m.tasks, m.partners, f"{m.between:.3f}", m.circle] for m in network.members]


def tie_cells(network: Network) -> Cells:
    """Pairs of units as rows under the headings `ties`."""
    return [[tie.a_name, tie.b_name, tie.tasks] for tie in network.ties]


def reading(words: Wording, seen: Oversight) -> Sequence[str]:
    """What the figures say, in sentences."""
    files, tasks, projects = len(seen.documents), seen.tasks, seen.projects
    read = words.say(
        f"共读取{files}份文件，{tasks}项任务，点名{projects}个项目。",
        f"Documents read: {files}; tasks: {tasks}; projects named: {projects}.",
    )
    return [
        read,
        *_of_status(words, seen),
        *_of_reasons(words, seen),
        *_of_agencies(words, seen),
        *_doubts(words, seen),
    ]


def _of_status(words: Wording, seen: Oversight) -> list[str]:
    counts = dict(seen.by_status)
    total, done = sum(counts.values()), counts.get("completed", 0)
    share = f"{100 * done / total:.1f}%" if total else ""
    said = words.say(
        f"文件标明状态的任务{total}项，其中完成{done}项，占{share}。",
        f"Tasks whose status the documents tell: {total}; completed: {done}, that is {share}.",
    )
    return [said] if total else []


def _of_reasons(words: Wording, seen: Oversight) -> list[str]:
    kinds = words.listed(words.reason(name) + words.aside(str(count)) for name, count in seen.reasons)
    said = words.say(
        f"未完成或有问题的任务中，写明的原因依次为：{kinds}。",
        f"Reasons told for tasks not completed or with problems, the most frequent first: {kinds}.",
    )
    return [said] if kinds else []


def _of_agencies(words: Wording, seen: Oversight) -> list[str]:
    return [
        words.say(f"{most.name}承担任务最多，共{most.tasks}项。", f"{most.name} has the most tasks: {most.tasks}.")
        for most in seen.agencies[:1]
    ]


def _doubts(words: Wording, seen: Oversight) -> list[str]:
    missed = [one.indicator for one in seen.targets if one.met is False]
    named, contradictions = words.listed(dict.fromkeys(missed[:6])), len(seen.contradictions)
    short = words.say(
        f"{len(missed)}个指标未达目标，如{named}。",
        f"Indicators that miss their target: {len(missed)}, such as {named}.",
    )
    differ = words.say(
        f"有{contradictions}处数字与文字不一致，需核对。",
        f"Places where figures and words disagree, to be checked: {contradictions}.",
    )
    return [short] * bool(missed) + [differ] * bool(contradictions)


def _status(words: Wording, notation: str | None) -> str:
    return words.status(notation) if notation else ""
