"""Whether what was built is all of a project, its structure, or a part that goes with building."""

from __future__ import annotations

import re

from kg.extract.clauses import Span
from kg.extract.cues import Cue, find_cues
from kg.extract.subjects import Clause, Group, same_sentence

_BUILDING = re.compile("(?:厂房|办公楼|综合楼|教学楼|主楼|大楼|楼|车间)[栋座幢]?(?:和[^，。]{1,6})?$")
ADVERBS = re.compile(
    "(?:目前|现已|已经|达到|具备|实现|现|也|均|都|已|全部|全面|基本|大体|整体|顺利|如期|按期|提前|成功|同步|陆续|先后|相继|"
    "高质量|高标准|悉数|双双|一并|亦|正式|正|在|的|并|且|[、，：:（）()”“0-9]|月|年|初|底|份)+"
)
REMARKS = re.compile(
    r"（[^（）]{1,20}）|(?<![第首])[一二两三四五六七八九十\d]+(?:余|多)?(?:个月|个?小时|天)(?:内|便|即|就)?|"
    r"(?:仅|只)?(?:用时|历时|用)(?:约|近|不到)?[一二两三四五六七八九十\d]+(?:余|多)?个?(?:年|月|天)|"
    r"(?:总|共|累计|完成|约)*(?:投资|投入|斥资)?(?:约|近|共)?\d[\d.]*余?[万亿]*(?:元|平方米|平米|公里|千米|米|亩)|"
    "(?:完工|竣工|建成|开工|动工)或$"
)
"""How large or dear something is, how long it took (`四个月建成`) and what it may have reached (`完工或封顶`) make no
part."""
_SUMMED = re.compile(r"等(?:[\d两三四五六七八九十]+[个处条座项所家片]?)?[^，。；：、]{0,16}")
_COUNTED_UP = re.compile(r"[\d两三四五六七八九十]+[个处条座项所家片]?[^，。；：]{2,16}")
"""What sums a list up: `A、B等5处公园建设完工` and `A、B2个公园完工` are about all of each."""
WHOLE = re.compile(
    "(?:该|此|本|上述|以上|整个|[一二三四五六七八九十]期|首期|全线|项目|工程|园区|大楼|线路|道路|主体|结构|建设|改造|施工|提升|工作|"
    "拓宽|整治|治理|修缮|绿化|亮化|扩建|改建|改扩建|新建|迁建|大修|升级|及配套[^，。；：、]{0,6})*"
)
_FIRST_PART = re.compile("首批|首台|首段|首条|先导段|先行段|部分|局部|半幅|左幅|右幅")
_SOME_OF_THEM = re.compile("半数|多数|标段|[#＃号]")
"""Of buildings, one or some of several (`3号楼封顶`)."""
_MOSTLY = re.compile("(?:基本|大体|大致)(?:上)?(?:已|全部|全面)?$")
"""`基本建成` is as far as its structure: something is left to do."""
_SOME_OF_IT = re.compile(f"{_FIRST_PART.pattern}|{_SOME_OF_THEM.pattern}")
"""Of a structure, these say that it stands only in part (`3号楼主体完工`)."""
_GOES_ON = re.compile("正在|正进行|进入|开始|中(?=[，。；]|$)")


def of_shell(group: Group | None) -> bool:
    """Whether what is built is by its name only the structure (`X主体工程`, `X土建`)."""
    return group is not None and group[0].text.endswith(("土建工程", "土建", "主体工程"))


def whole(text: str, about: list[Clause], number: int, cue: Cue, stage: str, group: Group | None) -> str:
    """What a built thing says of the project: all of it, its buildings, or only a part that goes with building."""
    since = group[-1].end if group and group[-1].end <= cue.start else about[number].span.start
    if cue.stage == "completed" and _FIRST_PART.search(text, since, cue.start):
        return "under_construction"
    if group is None and cue.stage == "trial_production" and "调试" in cue.word:
        part = ADVERBS.sub("", text[since : cue.start])
        return stage if WHOLE.fullmatch(part) or part.startswith("进行") else "under_construction"
    if cue.kind != "built" and (cue.stage, cue.kind) != ("structure_complete", "fact"):
        return stage
    if of_shell(group):
        return "structure_complete"
    if stage != cue.stage:
        return stage
    clause = about[number]
    start = group[-1].end if group and group[-1].end <= cue.start else clause.span.start
    summed = _summing_up(text, start, cue.start, group) if group and start > clause.span.start else None
    told = REMARKS.sub("", text[summed or start : cue.start])
    own = ADVERBS.sub("", told).replace("□", "").removeprefix("个")
    if group is None or group[-1].end <= cue.start:
        if group is not None and _BUILDING.search(own) and not _SOME_OF_THEM.search(text, start, cue.start):
            return "structure_complete"
        if not WHOLE.fullmatch(own):
            shell = cue.stage == "structure_complete" and not _SOME_OF_IT.search(own)
            return "structure_complete" if shell and cue.word.startswith("主体") else "under_construction"
    if cue.kind != "built":
        return stage
    mostly = _MOSTLY.search(text, start, cue.start) is not None
    return goes_on(text, about, number, cue.end) or ("structure_complete" if mostly else stage)


def _summing_up(text: str, start: int, end: int, group: Group) -> int | None:
    """Where the words that sum a list up end; a count alone does so only for several."""
    found = _SUMMED.match(text, start, end) or (_COUNTED_UP.match(text, start, end) if len(group) > 1 else None)
    return found.end() if found else None


def goes_on(text: str, about: list[Clause], number: int, after: int) -> str | None:
    """The stage of what is still going on after something was built: its fitting, or trials."""
    clause = about[number]
    rest = [c for c in same_sentence(about, number) if c is not clause and not c.groups]
    ongoing = ""
    for span in [Span(after, clause.span.end), *(c.span for c in rest)]:
        words = text[span.start : span.end]
        if _GOES_ON.search(words):
            stages = {cue.stage for cue in find_cues(text, Span(*span))}
            if "trial_production" in stages:
                return "trial_production"
            ongoing = ongoing or ("structure_complete" if stages & {"under_construction", "completed"} else "")
    return ongoing or None
