"""Two small documents of one district in two years, written for these tests, and the examples, built once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from kg.api import Graph, build

EXAMPLES = Path(__file__).parents[2] / "examples" / "documents"

_HEADER_2021 = "序号\t年度任务目标\t责任单位\t进展情况"
_HEADER_2023 = "序号\t年度目标任务\t完成情况\t存在问题\t下步打算\t分管区领导\t责任单位"

_BEFORE = [
    ("1", "建设青云大道工程。", "区住建局", "青云大道工程正在施工。"),
    ("2", "推进白鹭湖湿地公园项目。", "区水务局", "白鹭湖湿地公园项目正在办理用地手续。"),
    ("3", "建设红星冷链物流园项目，总投资3亿元。", "区商务局 区交通局", "红星冷链物流园项目正在建设。"),
    ("4", "建设金泉食品加工项目。", "区工信局", "金泉食品加工项目正在洽谈。"),
    ("5", "改造老城供热管网工程。", "各镇街", "老城供热管网工程正在施工。"),
    ("6", "清理河道。", "榴园镇 峨山镇", "榴园镇：完成清淤。峨山镇：峨山镇水闸改造项目正在招标。"),
]
_AFTER = [
    (
        "1",
        "建设青云大道工程。",
        "完成。青云大道工程建成通车。",
        "",
        "",
        "赵明远",
        "区住建局（牵头） 区财政局",
    ),
    (
        "2",
        "推进白鹭湖湿地公园项目。",
        "部分完成。白鹭湖湿地公园项目正在施工。",
        "因资金紧张，用地手续尚未批复。",
        "加快用地报批。",
        "赵明远 钱立春",
        "区水务局（牵头） 区自然资源局",
    ),
    (
        "3",
        "建设红星冷链物流园项目，总投资5亿元。",
        "未完成。红星冷链物流园项目正在建设。",
        "施工进度滞后。",
        "倒排工期。",
        "钱立春",
        "区商务局（牵头） 区交通局",
    ),
    (
        "4",
        "扶持新能源企业做大做强。",
        "完成。年度目标任务由新增企业20家调整为新增企业12家。",
        "",
        "",
        "赵明远",
        "区工信局（牵头） 区财政局",
    ),
]


def _text(title: str, header: str, rows: list[tuple[str, ...]]) -> str:
    return "\n".join([title, "", header, *("\t".join(row) for row in rows), ""])


@cache
def made() -> Graph:
    """峄城区 in the third quarter of 2021 and in 2023."""
    with TemporaryDirectory() as folder:
        before, after = Path(folder) / "yi21.txt", Path(folder) / "yi23.txt"
        before.write_text(_text("峄城区2021年《政府工作报告》第三季度任务落实情况表", _HEADER_2021, _BEFORE), "utf-8")
        after.write_text(_text("峄城区2023年《政府工作报告》任务完成情况通报表", _HEADER_2023, _AFTER), "utf-8")
        return build(folder)


@cache
def examples() -> Graph:
    """The examples of this project."""
    return build(EXAMPLES)
