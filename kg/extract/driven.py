"""Finds undertakings that are driven on or cost money: `实施X灌区Y片改造`, `建设Z楼，总投资…`."""

from __future__ import annotations

import re

from kg.extract.lists import items_left_of
from kg.extract.passage import Passage
from kg.extract.sought import Sought
from kg.extract.undertakings import ends_in_undertaking, is_undertaking, may_end

DRIVES = (
    *("实施", "推进", "加快", "启动", "抓实", "抓好", "完成", "推动", "保障", "谋划", "续建", "建成", "打通", "力促"),
    *("建设", "新建", "改建", "新改", "扩建", "支持", "服务", "盯住", "紧盯", "盘活", "确保", "做好", "配合", "全力"),
)
BEHIND = re.compile(
    "等(?!级|次)|[，。；,;]|$|前期|建设(?=[，。；]|$)|进度|年内|投产|并网|核准|开工|谋划|选址|落地|落户"
)


def find_driven(passage: Passage) -> None:
    """Add undertakings that are driven on, that cost money or whose power is given."""
    _driven(passage)
    _costing(passage)
    _powered(passage)


def _driven(passage: Passage) -> None:
    """Works, plants of energy and phases to the end of the clause behind a verb of driving on."""
    text = passage.text
    for match in passage.matches(DRIVING):
        behind = BEHIND.search(text, match.end(), match.end() + 45)
        end = behind.start() if behind else len(text)
        if end - match.end() < 4 or not may_end(text, end) or not DRIVEN.search(text, max(0, end - 6), end):
            continue
        items = [item for item in items_left_of(passage, end) if item[0] >= match.end()]
        for item in items if items and items[0][0] - match.end() <= 2 else ():
            name = text[slice(*item)]
            firm = DRIVEN.search(name) and WITHIN.search(name) is None
            if firm and is_undertaking(passage, *item):
                passage.add("Project", *item, "works/driven", 0.6)


DRIVING = Sought(DRIVES)
DRIVEN = re.compile(
    "(?:[一二三四]期|改扩建|改造|扩产|扩能|扩容|增容|[东西南北][延移]|改线|迁建|除险加固|清淤|疏浚|防渗|治理|修缮|绿化|保护提升|更新改造|布展|改陈|风电|渔光互补|农光互补|储能|热电联产|安置[区楼]|集中居住点|灌区|复线|段)$"
)
WITHIN = re.compile(
    "农村|城乡|老旧|人居|环境|污染|扬尘|社会|诚信|源头|系统|基层|大气|黑臭|生态环境|社区治理|作风|隐患|违[法章建]|交通秩序"
)


COSTS = Sought(("总投资", "总投入", "计划投资", "计划总投资", "概算", "估算", "总建筑面积", "占地"))
SET_UP = re.compile(
    r"(?:建设|打造|新建|修建|兴建|投建|引进|选址|落户|规划建设|建)([^，。；：、的]{5,24}?)(?:签约|落户|奠基)?，$"
)


def _costing(passage: Passage) -> None:
    """`建设蔬菜集配中心，总投资3200万元`: what is set up and has a price is one thing, whatever its name."""
    text = passage.text
    for match in passage.matches(COSTS):
        if text[match.start() - 1] != "，":
            continue
        before = SET_UP.search(text, max(0, match.start() - 34), match.start())
        if before and may_end(text, before.end(1)) and not COUNTED.search(before[1]):
            start = passage.name_start(before.end(1), before.start(1))
            if before.end(1) - start >= 5 and ends_in_undertaking(text[start : before.end(1)]):
                passage.add("Project", start, before.end(1), "works/costing", 0.6)


COUNTED = re.compile(r"\d(?:个|条|处|座|家|户|所|栋)|公司|等|项目")


POWER = Sought(
    ("独立储能", "共享储能", "储能", "风电", "光伏", "渔光互补", "农光互补", "光热", "抽水蓄能"),
    behind=r"(?=\d[\d.]*万?(?:MW|兆瓦|千瓦))",
)


def _powered(passage: Passage) -> None:
    """`签了云柳镇独立储能100MW`: a plant of energy with its power behind it, wherever it stands."""
    for match in passage.matches(POWER):
        start = passage.name_start(match.end())
        start = max(start, passage.text.rfind("了", start, match.start()) + 1)
        if start < match.start() and is_undertaking(passage, start, match.end()):
            passage.add("Project", start, match.end(), "works/power", 0.6)
