"""Finds named facilities as the objects of building: `新建A路、B小学`."""

from __future__ import annotations

import re

from kg.extract.lists import items_left_of
from kg.extract.naming import facility_head, is_single_facility
from kg.extract.passage import Passage
from kg.extract.sought import Sought
from kg.extract.work_names import PHASE, is_named, is_named_base, sole_places

BUILD = Sought(
    (
        *(f"{when}开工(?!建设|率|项目|企业)" for when in ("力争", "年内", "确保", "实现", "争取", "计划", "新")),
        *("新建改扩建", "新改扩建", "新改建", "新建", "改建", "改扩建", "扩建", "规划建设", "开工建设"),
        *(
            "建成投用",
            "建成启用",
            "建成投入使用",
            "建成(?!区)",
            "打通",
            "贯通",
            "完工",
            "启动建设",
            "续建",
            "投用",
            "投运",
            "迁建",
        ),
        "建设(?!用地|项目|工程|局|银行|指挥|资金|单位|规模|进度|标准|内容)",
    )
)

FURTHER = Sought(("加速", "加快推进", "加快", "推进", "启动", "实施", "完成", "做好"))

BUILDING_BEHIND = re.compile(r"建设|施工|前期")

_BUILDING = r"(?:任务|进度)?(?=[，。；、和与，\d]|$)"

_MORE = rf"(?:道路|项目|工程)*(?:建设|施工){_BUILDING}"

OBJECT_END = re.compile(
    rf"等|前期工作|，|。|；|：|,|;|！|!|的(?<!元的)|建设{_BUILDING}|施工{_BUILDING}|"
    rf"道路(?:{_MORE}|(?:工程|项目)(?=[，。；、]))|项目(?:{_MORE}|(?=[，。；、]))|工程(?:{_MORE}|(?=[，。；、]))"
)
"""What ends the object of building: `等`, punctuation, `的`, or words for the work itself at the clause's end."""

COUNT_BEHIND = re.compile(r"(?:[\d一二两三四五六七八九十]+余?(?:家|处|座|个|所|条|栋)|\d+余?期)(?:共.*)?$")

NUMBER_BEHIND = re.compile(r"[”\"]?\d+(?:处|个|座|家)")

MANY = re.compile(r"[”\"]?(?!1(?:处|个|座|家))\d+余?(?:处|个|座|家|条)")


ACREAGE = re.compile(r"[近约]?\d[\d.]*[余多]?万?(?:亩|平方米|公顷)")
"""So much land for something is a count, no name."""
TITLES = ("国家区域", "国家级", "全国", "省级", "市级示范")
"""What is aimed at, awarded by those above."""


def find_built_works(passage: Passage) -> None:
    """`新建A路、B小学`: named facilities as the objects of building; 推进 and the like need 建设 behind them."""
    text = passage.text
    for pattern in (BUILD, FURTHER):
        if pattern is FURTHER and not BUILDING_BEHIND.search(text):
            continue
        for match in passage.matches(pattern):
            ending = OBJECT_END.search(text, match.end())
            if pattern is FURTHER and not (ending and BUILDING_BEHIND.search(ending[0])):
                continue
            if MANY.match(text, match.end()):
                continue
            end = ending.start() if ending else len(text)
            object_start = match.end() + text.startswith("了", match.end())
            items = [
                (max(start, object_start), stop)
                for start, stop in items_left_of(passage, end)
                if start >= match.end() or _stands(passage, object_start, stop)
            ]
            if match[0] in ENLARGING and len(items) <= 2 and not text.startswith("等", end):
                items = [item for item in items if not passage.found.holds("Institution", *item)]
            beside = len(items) > 1 and any(is_named(passage, *item) for item in items)
            for start, stop in items:
                _add_object(passage, start, stop)
                if beside and text[start:stop] in sole_places():
                    passage.add("Project", start, stop, "works/being-built", 0.6)


ENLARGING = ("扩建", "改扩建", "新改扩建")
"""Of a school or hospital that is there already this is a plain verb phrase; it names no project."""


def _stands(passage: Passage, start: int, end: int) -> bool:
    """Whether what is built is in quotation marks, or an institution or park found already (在A改建B医院)."""
    text = passage.text
    if end - start < 4:
        return False
    quoted = text[start] in '“"' and text[end - 1] in '”"'
    return quoted or any(passage.found.holds(kind, start, end) for kind in ("Institution", "Park"))


def _add_object(passage: Passage, start: int, end: int) -> None:
    text = passage.text
    counted = COUNT_BEHIND.search(text[start:end])
    if counted:
        end = start + counted.start()
    name = text[start:end]
    numbered = counted or NUMBER_BEHIND.match(text[end : end + 5])
    if MANY.match(text, end) or text.endswith(("一批", "若干", "多个"), 0, start):
        return
    if (
        name[:1] in ("“", '"')
        and name[-1:] in ("”", '"')
        and facility_head(name[1:-1])
        and not numbered
        and '"' not in name[1:-1]
    ):
        passage.add("Project", start + 1, end - 1, "works/being-built", 0.6)
        return
    core = name[:-2] if PHASE.fullmatch(name[-2:]) else name
    if ACREAGE.match(core) or core.startswith(TITLES):
        return
    named = is_named(passage, start, start + len(core))
    if named or is_named_base(core) or (not numbered and is_single_facility(core)):
        passage.add("Project", start, end, "works/being-built", 0.6)
