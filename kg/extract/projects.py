"""Finds projects that call themselves so: `X项目`, `X工程`, `X生产线`, and lists of them."""

from __future__ import annotations

import re

from kg.extract.lists import items_left_of, outer
from kg.extract.naming import is_category, is_generic
from kg.extract.passage import Passage
from kg.extract.project_items import add_shared, is_one_of_kinds, owned_whole, whole_items
from kg.extract.project_lists import find_project_lists
from kg.extract.project_names import KIND_ONLY, PHASE, is_singled_out, why_not
from kg.extract.sought import Sought

POWER = ("抽水蓄能", "储能", "光伏", "水", "火", "核", "变", "发")
ANCHOR = Sought(
    (
        "项目(?!库|部(?!分)|化|制|负责|经理|公司|方(?!案)|办|单位|团队|资金|数|总数|类|管理|建设活动|投资完成|申报|策划|招引|招商|签约率|开工率|"
        "支撑|为王|建设提|录|落地率|推进会|观摩|竞赛|清单|名单|谋划|储备|融资|审批|用地|信息|资源|合作)",
        "工程(?!设计院|热物理|研究|实验|技术|师|机械|建设项目审批|量|有限|公司|局|处|学院|大学|中心|款|造价|质量|监理|领域|资料|院|硕士|车|项目|建设)",
        "技改(?!项目|提升|焕新|投资|升级|工程)",
        "生产线(?!项目|建设|工程|技改)",
        *(f"{kind}电站(?!项目|建设|工程)" for kind in POWER),
        "棚改(?!项目|工程|[一二三四]期|安置)",
    )
)
FIGURE = re.compile(
    r"(?:\d{1,2}月\d{1,2}日|\d[\d.]*(?:余)?[万亿]+(?:美)?元(?:人民币)?(?:资金)?(?:做|建(?![设材筑])|实施|建设|投建|兴建|开发|用于)?)(?=[^元]{2})"
)
ACT = re.compile("新建|建设|改建|实施|建成|完成|推进|启动|改造提升|打造|规划建设")

SITED = re.compile("设[在于]|会场[为在是]")
"""Before the place where people meet: the project that they look at lies there (主会场设在白云镇博瑞新材料项目)."""


def find_projects(passage: Passage) -> None:
    """Add the projects that bear the word; companies and parks inside their names are found elsewhere."""
    _find_anchored(passage)
    find_project_lists(passage)


def _find_anchored(passage: Passage) -> None:
    """`A、B项目`: B with its word, and each before it that may take the same."""
    text = passage.text
    for word in passage.matches(ANCHOR):
        items = owned_whole(passage, whole_items(text, items_left_of(passage, word.start())))
        if not items:
            start = max(passage.clause_start(word.start()), word.start() - 8)
            passage.reject("Project", start, word.end(), KIND_ONLY)
            continue
        start = _name_start(passage, items[-1][0], word.start())
        reason = KIND_ONLY if is_one_of_kinds(text, items) else _why_not(passage, start, word)
        if reason:
            passage.reject("Project", start, word.end(), reason)
            continue
        _add_anchored(passage, start, word)
        for item in items[:-1]:
            add_shared(passage, item, text[start : word.end()])


def _name_start(passage: Passage, start: int, end: int) -> int:
    """Where the name begins in what leads up to its word: past kinds, agencies, places and sums that are none of it."""
    text = passage.text
    start = _after_agency(passage, _after_kind(text, start, end), end)
    start = _after_build(passage, _after_figure(text, start, end))
    return start - 1 if text[start - 1 : start] == "原" and _begins(passage, start, "Agency") else start


def _after_kind(text: str, start: int, end: int) -> int:
    """Past a kind of project in apposition (市重点项目X项目)."""
    inner = text.rfind("项目", start, end)
    return inner + 2 if inner > start and is_category(text[start:inner]) and inner + 2 < end else start


def _after_figure(text: str, start: int, end: int) -> int:
    """Past a day or a sum of money inside: what stands before it is another clause (A公司投资5亿元建X项目)."""
    for figure in FIGURE.finditer(text, start, end):
        start = figure.end()
    return start


def _after_build(passage: Passage, start: int) -> int:
    """Past a bare 建 before an area (建云川区文化馆)."""
    opens = passage.text.startswith("建", start) and not _begins(passage, start, "Area")
    return start + 1 if opens and _begins(passage, start + 1, "Area") else start


def _after_agency(passage: Passage, start: int, end: int) -> int:
    """Past an agency that acts: what begins with it is a clause, not a name."""
    agencies = passage.found.near(start, start, "Agency")
    stop = next((found.end for found in agencies if found.start == start and found.end < end), start)
    return passage.strip_left(stop, end) if stop in passage.marks else after_place(passage, start, end)


def after_place(passage: Passage, start: int, end: int) -> int:
    """Past a town or village that acts (白云镇建设X停车场) or where one meets, where enough of a name is left."""
    areas = passage.found.near(start, start, "Area")
    stop = next((found.end for found in areas if found.start == start and found.end < end), start)
    if stop == start or not (ACT.match(passage.text, stop) or SITED.search(passage.text, max(0, start - 4), start)):
        return start
    rest = passage.strip_left(stop, end)
    return rest if end - rest >= 5 and not is_generic(passage.text[rest:end]) else start


def _why_not(passage: Passage, start: int, word: re.Match[str]) -> str:
    """Why it is no project; general words are one where something singles them out."""
    reason = why_not(passage.text, start, word)
    if reason != KIND_ONLY:
        return reason
    return "" if is_singled_out(passage.text, start, word) or _begins(passage, start, "Institution") else reason


def _begins(passage: Passage, start: int, kind: str) -> bool:
    """Whether a name of this type begins there."""
    return any(found.start == start for found in passage.found.near(start, start, kind))


def _add_anchored(passage: Passage, start: int, word: re.Match[str]) -> None:
    text, end = passage.text, word.end()
    phase = PHASE.match(text, end)
    if phase:
        end = phase.end()
    inner = outer(text, start, word.start())
    if inner != (start, word.start()):
        name = text[inner[0] : inner[1]]
        passage.add("Project", start, end, "projects/quoted", 0.7, name if name.endswith(word[0]) else name + word[0])
    else:
        passage.add("Project", start, end, "projects/suffix", 0.85)
