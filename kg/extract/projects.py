"""Finds projects: `X项目`, `X工程`, lists of them, facility plus work, facilities being built or reported on."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.lists import enumerations, items_left_of, outer
from kg.extract.naming import facility_head, is_counted, is_generic, is_named_facility
from kg.extract.passage import Passage

ANCHOR = re.compile(
    r"项目(?!库|部|化|制|负责|经理|公司|方|办|单位|团队|资金|数|总数|类|管理|建设活动|投资完成|申报|策划|招引|招商|签约率|开工率|支撑|为王)"
    r"|工程(?!技术|师|机械|建设项目审批|量|有限|公司|局|处|学院|大学|中心|款|造价|质量|监理|进度|施工|领域|资料|院|硕士|车)"
    r"|技改(?!项目|焕新|投资|升级)|生产线(?!项目|建设|工程)|(?:抽水蓄能|储能|光伏|水|火|核|变|发)电站(?!项目|建设|工程)|棚改(?!项目|工程)"
)
PHASE = re.compile(r"(?:[（(]?[一二三四五六七八九十](?:、[一二三四五六])*期[）)]?)")
PHYSICAL = re.compile(
    r"(?:路|街|桥|河|渠|湖|库|管|网|厂|站|楼|馆|园|院|校|场|线|港|堤|坝|闸|井|房|区|镇|村|改造|改建|扩建|建设|加固|治理|修缮|修复|绿化|亮化|硬化|供水|排水|供热|供气|调水|引水|水系|搬迁|安置|延|贯通|拓宽|疏浚|清淤|基地|中心|污水|垃圾|电|气|热|生产线|水源|配套|防洪|灌溉|整治|保护|展示)"
)
SOFT = re.compile(
    r"(?:素质|心理|温暖|暖心|培育|关爱|健康促进|名师|名校|人才|领军|培训|民心|质量提升|技能|志愿|文明|双培|十大|行动|能力|满意|安心|放心|护航|铸魂|头雁|雁阵|青苗|育苗|良种|系统|战略|惠民|富民|强基|强企|一把手|一号|品牌|阳光|清风|光明|希望|春蕾|金蓝领|引擎|倍增|梯度)"
)
AFTER_WORK = re.compile(
    r"$|[，。；：、！？,;:!?）)”]|已|正|主体|完成|竣工|开工|进入|施工|项目|工程|等|预计|投入|累计|目前|一期|二期|三期|及|和|任务|到|进展|全部|基本|顺利|前期|工作|手续|方案"
)
BUILD = re.compile(
    r"(?:新建|改建|扩建|改扩建|新改建|新建改扩建|规划建设|开工建设|加快建设|推进建设|建设|建成投用|建成启用|建成投入使用|建成|打通|贯通|完工|启动建设|续建|提升改造|改造提升|加速|加快|推进|实施|启动|完成)"
)
PROGRESS = re.compile(
    r"(?:(?:项目|工程|建设)?(?:目前|现|均|全部)?(?:已|正在|正|主体|完成|竣工|建成|投入使用|投用|正式投用|开工|封顶|进入施工|施工|具备|交付))"
)
SHARED = re.compile(
    r"(?:[^、，和]{0,8}?)((?:道路|管网|改造|提升|建设|治理|改扩建|扩建|棚改|安置|绿化|配套|综合|节能)*(?:项目|工程|道路|管网|建设|改造|棚改))$"
)


def find_projects(passage: Passage) -> None:
    """Add the projects of a passage; companies and parks inside them are found elsewhere."""
    _anchored(passage)
    _listed(passage)
    _facility_work(passage)
    _being_built(passage)
    _reported(passage)


def _anchored(passage: Passage) -> None:
    text = passage.text
    for match in ANCHOR.finditer(text):
        items = items_left_of(passage, match.start())
        if not items or text[items[-1][1] - 1] == "等":
            continue
        items = _joined(text, items)
        start = items[-1][0]
        if _keep(passage, start, match):
            _add_anchored(passage, start, match)
            for item in items[:-1]:
                _add_shared(passage, item, text[start : match.end()])


def _joined(text: str, items: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
    """One name with 、 inside where the first part opens a capacity that the others go on with."""
    if len(items) > 1 and re.match(r"[\u4e00-\u9fff]{0,8}年(?:产|加工|处理)", text[items[-2][0] : items[-2][1]]):
        if not re.search(r"(?:项目|工程|生产线)$", text[items[-2][0] : items[-2][1]]):
            return (*items[:-2], (items[-2][0], items[-1][1]))
    return items


def _keep(passage: Passage, start: int, match: re.Match[str]) -> bool:
    text = passage.text
    core = text[start : match.start()]
    reason = ""
    if len(core) < 2 or is_generic(core):
        reason = "says what kind, not which one"
    elif is_counted(core) or re.match(
        r"\d+(?:个|项)|[一二三四五六七八九十两]+(?:个|项)", text[match.end() : match.end() + 4]
    ):
        reason = "a count"
    elif match[0] == "工程" and (not PHYSICAL.search(core) or SOFT.search(core)):
        reason = "a campaign or plan"
    elif re.search(
        r"(?:计划|行动|志愿服务|课题|科研|基金|奖补|补助|补贴|申报|奖励|活动|培训|大赛|试点|赛事|管理|审批|立项|规划)$",
        core,
    ):
        reason = "a plan, an award or an activity"
    if reason:
        passage.reject("Project", start, match.end(), reason)
    return not reason


def _add_anchored(passage: Passage, start: int, match: re.Match[str]) -> None:
    text, end = passage.text, match.end()
    phase = PHASE.match(text, end)
    if (
        phase
        and match[0] in ("项目", "工程")
        and not re.match("[，。、]?(?:项目)", text[phase.end() : phase.end() + 1])
    ):
        end = phase.end() if text[phase.end() : phase.end() + 2] != "项目" else end
    inner = outer(text, start, match.start())
    if inner != (start, match.start()):
        passage.add("Project", *inner, "projects/quoted", 0.7, text[inner[0] : inner[1]] + match[0])
    else:
        passage.add("Project", start, end, "projects/suffix", 0.85)


def _add_shared(passage: Passage, item: tuple[int, int], last: str) -> None:
    """An item before the last of a list takes the last one's suffix as its own."""
    start, end = outer(passage.text, *item)
    text = passage.text[start:end]
    suffix = SHARED.search(last)
    if (
        not suffix
        or len(text) < 2
        or is_generic(text)
        or re.search(r"(?:项目|工程)$", text)
        or not re.search(r"[\u4e00-\u9fff]", text)
    ):
        return
    passage.add("Project", start, end, "projects/shared-suffix", 0.7, text + suffix[1])


PROJECT_HEADS = frozenset(["项目", "工程", "建设", "改造", "棚改", "道路", "学校", "管网", "技改", "棚户区", "路段"])


def _listed(passage: Passage) -> None:
    """`A、B等项目`: each of A and B; the head word completes the canonical name."""
    text = passage.text
    for enumeration in enumerations(passage):
        if enumeration.head not in PROJECT_HEADS:
            continue
        head = text[enumeration.head_start : enumeration.head_end]
        if not _list_of_projects(passage, enumeration.items[0][0], head):
            continue
        suffix = _suffix_of(head)
        for item in enumeration.items:
            start, end = outer(text, *item)
            name = text[start:end]
            if _listable(name):
                full = name if re.search(r"(?:项目|工程)$", name) else name + suffix
                passage.add("Project", start, end, "projects/list", 0.88, full)


def _list_of_projects(passage: Passage, start: int, head: str) -> bool:
    if "项目" in head or "工程" in head:
        return not re.search(r"(?:科研|课题|服务|领域|行业|产业)", head)
    before = passage.text[max(0, start - 6) : start]
    return bool(BUILD.search(before)) and head in (
        "学校",
        "道路",
        "道路建设",
        "建设",
        "改造",
        "棚改",
        "管网",
        "管网改造",
    )


def _suffix_of(head: str) -> str:
    core = re.sub(
        r"^(?:[\d一二三四五六七八九十几多]+(?:余|多)?(?:个|项|处|条|所)|重点|重大|一批|优质|新材料|亿元|过|以上|省级|市级|区级)+",
        "",
        head,
    )
    return core if re.search(r"(?:项目|工程)$", core) and len(core) <= 6 else "项目"


def _listable(name: str) -> bool:
    return (
        2 <= len(name) <= 40
        and not is_generic(name)
        and not is_counted(name)
        and not re.search(r"(?:产业|领域|行业|环节|方面|工作|产品|行动|计划)$", name)
    )


@cache
def _work() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "work"))


def _facility_work(passage: Passage) -> None:
    """`李山口水库除险加固`: one noun phrase of facility and work."""
    text = passage.text
    for match in _work().finditer(text):
        if not AFTER_WORK.match(text, match.end()) or match[0] in ("建设", "施工", "提升", "开发", "配套", "安置"):
            continue
        start = passage.name_start(match.start())
        core = text[start : match.start()]
        if is_named_facility(core) and not re.search(r"的|、", core):
            passage.add("Project", start, match.end(), "projects/facility-work", 0.7)


def _being_built(passage: Passage) -> None:
    """`新建A路、B小学`: named facilities as the objects of building."""
    text = passage.text
    for match in BUILD.finditer(text):
        end = _object_end(text, match.end())
        for item in items_left_of(passage, end):
            if item[0] >= match.end() and _buildable(passage, item, match[0]):
                passage.add("Project", *item, "projects/being-built", 0.6)


def _object_end(text: str, start: int) -> int:
    match = re.compile(r"等|[，。；：,;！]|(?:道路)?(?:建设|工程|项目)(?=[，。；、])").search(text, start)
    return match.start() if match else len(text)


def _buildable(passage: Passage, item: tuple[int, int], verb: str) -> bool:
    text = passage.text[item[0] : item[1]]
    if verb in ("加速", "加快", "推进", "实施", "启动", "完成"):
        return False
    return is_named_facility(text)


def _reported(passage: Passage) -> None:
    """`A路完成水稳施工`, `B幼儿园：正式投用`: named facilities that a clause reports on."""
    text = passage.text
    if passage.part not in ("progress", "targets", "problems"):
        return
    for match in PROGRESS.finditer(text):
        for start, end in items_left_of(passage, match.start()):
            if is_named_facility(text[start:end]) and _clause_initial(text, start):
                passage.add("Project", start, end, "projects/reported", 0.6)
    for match in re.finditer(r"(?:^|(?<=[。；]))([^。；：，、]{3,20})：", text):
        start = passage.strip_left(match.start(1), match.end(1))
        if is_named_facility(text[start : match.end(1)]):
            passage.add("Project", start, match.end(1), "projects/heading", 0.7)


def _clause_initial(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] in "。；，：、.）)①②③④⑤⑥⑦⑧⑨"


__all__ = ["facility_head", "find_projects"]
