"""What a cue states in its clause: a stage, or nothing and why."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.clauses import Span
from kg.extract.cues import Cue, find_cues
from kg.extract.moods import is_future, mood_before
from kg.extract.subjects import Clause, Group, same_sentence
from kg.model import DocumentContext

COUNT = re.compile(r"[^，。；：、]{0,16}?(?:\d+(?:余|多)?[个家项处条件座所台套户栋]|一批[^，。；：、]{0,6}项目)")
"""A count right after a cue: `签约项目12个`."""
_PARTLY = re.compile(
    r"(?:了|的|总)*(?:约|近)?\d+(?:\.\d+)?(?:[%％]|余?公里|余?千米)|至|到[一二三四五六七八九十\d]+层|(?:了)?(?:一半|近半|过半|大半|[两三四五六七八九]成)"
)
_PREPARES = re.compile(r"前期(?:准备|筹备|各项准备)?(?:准备)?工作(?=[，。；,;]|$)")
_BUILDING = re.compile("(?:厂房|办公楼|综合楼|教学楼|主楼|大楼|楼|车间)[栋座幢]?(?:和[^，。]{1,6})?$")
_ADVERBS = re.compile(
    "(?:目前|现已|已经|达到|具备|实现|现|也|均|都|已|全部|全面|基本|大体|整体|顺利|如期|按期|提前|成功|同步|陆续|先后|相继|"
    "高质量|高标准|悉数|双双|一并|亦|正式|正|在|的|并|且|[、，：:（）()”“0-9]|月|年|初|底|份)+"
)
_ASIDES = re.compile(
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
_WHOLE = re.compile(
    "(?:该|此|本|上述|以上|整个|[一二三四五六七八九十]期|首期|全线|项目|工程|园区|大楼|线路|道路|主体|结构|建设|改造|施工|提升|工作|"
    "拓宽|整治|治理|修缮|绿化|亮化|扩建|改建|改扩建|新建|迁建|大修|升级|及配套[^，。；：、]{0,6})*"
)
_NEAR = re.compile("[^，。；：、]{0,14}")
_NEAR_AFTER = re.compile("(?:等[^，。；：、]{0,8})?(?:项目|工程)?(?:的|正在|加快|推进)*")
_OBJECT_FOLLOWS = re.compile("[^，。；、,;并且进]")
_FIRST_PART = re.compile("首批|首台|首段|首条|先导段|先行段|部分|局部|半幅|左幅|右幅")
_SOME_OF_THEM = re.compile("半数|多数|标段|[#＃号]")
"""Of buildings, one or some of several (`3号楼封顶`)."""
_MOSTLY = re.compile("(?:基本|大体|大致)(?:上)?(?:已|全部|全面)?$")
"""`基本建成` is as far as its structure: something is left to do."""
_SOME_OF_IT = re.compile(f"{_FIRST_PART.pattern}|{_SOME_OF_THEM.pattern}")
"""Of a structure, these say that it stands only in part (`3号楼主体完工`)."""
_PUT_OFF = re.compile("(?:时间)?(?:推迟|延期|延后|延迟|要等|顺延)")
_YIELDS = re.compile(
    r"(?<=[产效成用])(?:后|年|年均|可年?)?(?:值|年值|年产\d|产值|收入|营收|税收|利税|利润|销售收入|可[^以]|能)|(?<=达[产效])\d"
)
"""Behind 达产, 投产 and the like: what it will bring (`达产产值20亿元`)."""
_GRADES = re.compile("验收|评审|审查|审核|公示|上报")
_NEARLY = re.compile("(?:即将|临近|快要|行将|将要|马上|临近|接近|有望近期)(?:全面|全部|正式|顺利|竣工|建成)*$")
_MEANS = re.compile("计划|拟|预计|力争|争取|准备|即将|将于|有望")
_MAY_BE = re.compile("(?<![许认])可(?![研再]|喜)(?:以|望|实现|全面|全部|正式|基本|陆续|如期|具备|有[^，。；]{1,12})*$")
_MAY = re.compile("(?<![许认])可(?![研再])")
"""`年底可竣工`, `10月主体可完工`: it is expected, be it in the words before a phrase or inside one."""
_PAPER_LEFT = re.compile("未[^，。]{0,2}(?:解决|取得|完成|办结|办完|办理完|到位|落实|通过|拿到|批复)")
_OTHERS = re.compile(
    r"(?:全|今)?(?:年|区|县|市|镇|街道)?(?:共|有|已有)?\d+(?:余|多)?"
    r"(?:[个家户名](?!重点)[^，。；：项目]{1,24}|条[^，。；]{1,8})$"
)
_OTHER_SUBJECT = re.compile(
    r"(?:另有|还有|全[省市区县]|[^，。；□]{0,6}首[家个])?\d+(?:余|多)?[家户](?!重点)|(?:另有|还有)\d"
)
"""Who a clause is about when it is no project: `7家企业投产`."""
_COUNT_OF_MANY = re.compile(r"(?P<count>\d+)(?:余|多)?[个项][^，。；：、□]{0,12}?(?:项目|工程)")
_KIND_OF_MANY = re.compile("[省市县区]级?重点(?:项目)?|(?:产能|装机|规模)")
_BROUGHT = frozenset(("引进", "新引进", "落户", "落地", "新招引"))
_ALL = re.compile(r"均|都|全部|全面|各|目前|现已|这些|上述|以上|[两二三四五六七八九\d]个项目")
"""One of these says that a new sentence still is about a whole list."""
_ITEM_OF_WORK = re.compile(
    r"(?:总计|共计|累计|已|另|还|同时)*(?:完成|新建|改建|扩建|改扩建|提升|改造|新增|修建|安装|打造|硬化|绿化|种植|栽植|铺设|修剪|清理)"
    r"[^，。；：]{2,40}\d"
)
_ASIDE = re.compile(
    r"(?:在[^，。；：□]{2,14})?(?:新建|改建|扩建|改扩建|修建|增设|新增|设置|建设|建成|安装|打造)[^，。；：□]{2,16}\d+余?[处个座件台套所间盏]$"
)
_HONOUR = re.compile(
    "(?:创建|争创|申报|申创|参评|推荐)[^，。；]{0,8}(?:景区|民宿|小镇|称号|示范|名镇|名村|人才|奖|品牌|[A-Z]级|级)"
)
_GOES_ON = re.compile("正在|正进行|进入|开始|中(?=[，。；]|$)")
_IN_A_MONTH = re.compile(
    r"(?:\d{1,2}月(?:份|底|初|末|中旬|上旬|下旬)?|年底|年末|年中|同期|年内|[上下]半年|四季度|"
    r"月[底中内末]|\d{4}年初?)(?:前|可|全部|全面|全线|整体|正式|达标|首期|[厂车]房|主体)*$"
)
"""A bare month (`10月竣工`) tells no fact where nobody knows of when the document is."""
_BEGINNINGS = frozenset(("开工", "动工", "开工建设", "启动建设", "破土动工"))
"""What is only meant of these tells that a project is planned (`力争十月开工`)."""
_FAR = frozenset(("signed", "structure_complete", "trial_production", "completed"))
"""The stages that a later sentence with another subject is not to give; work that goes on is told by parts."""
_BEGINS = re.compile("(?:[0-9①-⑳.、]*(?:目前|现已|现|已经|已|均|近期|近日|该项目|项目|双方|并|正))*")


class Verdict(NamedTuple):
    """The stage that a cue states, or None with the reason why it states none."""

    stage: str | None
    reason: str = ""


def judge(text: str, about: list[Clause], number: int, cue: Cue, context: DocumentContext) -> Verdict:
    """What a cue states in its clause; `text` has the names of projects blanked."""
    clause = about[number]
    if cue.stage == "under_construction" and _PREPARES.search(text, cue.end, clause.span.end):
        return Verdict(None, "preparation")
    if cue.word[-1] in "%％" and not clause.groups and _measures_paper(text, about, number):
        return Verdict(None, "share of paper work")
    if _is_beside_the_point(text, clause, cue) or _is_an_asides(text, about, number, cue):
        return Verdict(None, "beside the point")
    mood = _mood(text, about, number, cue)
    if cue.kind == "sought":
        return Verdict(None, "denied") if mood == "denied" else Verdict(cue.stage)
    if cue.kind in ("standing", "phase"):
        no_fact = mood in ("planned", "denied") and cue.stage == "permitting"
        left = no_fact and mood == "denied" and _PAPER_LEFT.search(text, clause.span.start, clause.span.end)
        return Verdict(None, str(mood)) if no_fact and not left else Verdict(cue.stage)
    if cue.kind in ("underway", "opening"):
        return Verdict(None, "denied") if mood == "denied" else Verdict("planned" if mood == "planned" else cue.stage)
    if cue.kind == "reverse":
        stage = {"pushed": cue.stage, "fact": "under_construction"}.get(mood or "")
        return Verdict(stage, "" if stage else str(mood))
    if mood == "planned" and cue.stage == "completed" and _NEARLY.search(text, clause.span.start, cue.start):
        return Verdict("under_construction")
    if mood == "planned" and cue.word in _BEGINNINGS:
        return Verdict("planned")
    if mood in ("planned", "denied") or (mood == "pushed" and cue.kind != "going"):
        return Verdict(None, mood)
    if is_future(text[clause.span.start : cue.start], context.period):
        return Verdict(None, "later than the period")
    undated = context.period is None and cue.stage in ("completed", "structure_complete")
    if undated and _IN_A_MONTH.search(text, clause.span.start, cue.start):
        return Verdict(None, "later than the period")
    partly = cue.stage in ("structure_complete", "completed") and _PARTLY.match(text, cue.end)
    return Verdict("under_construction" if partly else cue.stage)


def _mood(text: str, about: list[Clause], number: int, cue: Cue) -> str | None:
    """The mood of a cue: 了 after it makes it a fact; a plan goes on (`计划六月签约，七月开工`) into a bare clause."""
    clause = about[number]
    mood = mood_before(text, clause.span.start, cue.start)
    if text[cue.end : cue.end + 1] == "了" and mood != "denied":
        return "fact"
    if mood != "denied" and _is_expected(text, clause.span.start, cue):
        return "planned"
    if mood is None and number and not clause.groups and about[number - 1].sentence == clause.sentence:
        before = about[number - 1]
        means = text[before.span.end - 1] in "，," and not before.groups and "投资" not in cue.word
        means = means and _MEANS.search(text, *before.span) is not None
        return "planned" if means and mood_before(text, *before.span) == "planned" else None
    return mood


def _is_expected(text: str, start: int, cue: Cue) -> bool:
    """Whether a cue only may come true: `年底可竣工`, `主体可完工`, `交付在即`."""
    inside = cue.gapped and _MAY.search(text, cue.start, cue.end)
    return bool(_MAY_BE.search(text, start, cue.start) or inside or text.startswith("在即", cue.end))


def _is_an_asides(text: str, about: list[Clause], number: int, cue: Cue) -> bool:
    """Whether a later sentence has turned to something else, by a count (`3个村…已开工`) or a thing built aside."""
    clause = about[number]
    if clause.groups:
        return False
    if _OTHER_SUBJECT.match(text[clause.span.start : cue.start]) or _brings_another(text, clause, cue):
        return True
    if clause.source != "before":
        return False
    if cue.stage in _FAR and _has_its_own_subject(text, clause, cue):
        return True
    if _speaks_of_more(text, clause, cue):
        return True
    if len(clause.current) > 1 and not _ALL.search(text, *clause.span):
        return True
    if _OTHERS.match(text[clause.span.start : cue.start]):
        return True
    if len(clause.current) > 1 and _ITEM_OF_WORK.match(text, clause.span.start, clause.span.end):
        return True
    first = next(n for n in range(number, -1, -1) if about[n].span.start == clause.sentence)
    sides = (text[c.span.start : c.span.end].rstrip("，,；;。") for c in about[first:number])
    return cue.stage == "completed" and any(_ASIDE.match(words) for words in sides)


def _has_its_own_subject(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether something else than the project or its whole stands before a cue (`河东居民楼主体完工`)."""
    own = _ADVERBS.sub("", _ASIDES.sub("", text[clause.span.start : cue.start]))
    return not (_WHOLE.fullmatch(own) or any(own in name.text for name in clause.current))


def _speaks_of_more(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether a clause's own subject is a count or kind of projects that goes beyond those it may go on about."""
    counted = _COUNT_OF_MANY.search(text, clause.span.start, cue.start)
    if counted:
        return int(counted["count"]) > len(clause.current)
    return _KIND_OF_MANY.search(text, clause.span.start, cue.start) is not None


def _brings_another(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether a clause without a project brings something else in: `引进奶牛300头`, `5家企业落户`."""
    if cue.word not in _BROUGHT:
        return False
    begin = _BEGINS.match(text, clause.span.start)
    return begin is None or begin.end() < cue.start or text[cue.end : cue.end + 1] not in ("，", "。", "；", "、", "")


def _is_beside_the_point(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether a cue is about what comes later (`建成后`), a part (`全部完成12户`), a title, or carried too far."""
    if re.match("以?后|之后", text[cue.end : cue.end + 2]) and cue.kind != "phase":
        return True
    if text.startswith("或", cue.end) or _PUT_OFF.match(text, cue.end) or _YIELDS.match(text, cue.end):
        return True
    if cue.word == "绿化" and text[cue.end : cue.end + 1] == "带":
        return True
    if cue.word.startswith("基础") and text[cue.start + 2 : cue.start + 3] == "上":
        return True
    if _GRADES.search(cue.word) and _HONOUR.search(text, clause.sentence, cue.start):
        return True
    if cue.word in ("全部完成", "全面完成") and _OBJECT_FOLLOWS.match(text, cue.end):
        return True
    if cue.kind == "underway":
        return not _is_verb_of(text, clause, cue)
    counted = COUNT.match(text, cue.end)
    if clause.source == "before" and not clause.groups and not counted and cue.stage in ("signed", "negotiating"):
        begin = _BEGINS.match(text, clause.span.start)
        return begin is None or begin.end() < cue.start
    return False


def _is_verb_of(text: str, clause: Clause, cue: Cue) -> bool:
    """Whether a verb of building has a project for its object (`新建A`), or follows it (`A建设`)."""
    for group in clause.groups:
        if cue.end <= group[0].start and _NEAR.fullmatch(text[cue.end : group[0].start]):
            return True
        if cue.word == "建设" and group[-1].end <= cue.start and _NEAR_AFTER.fullmatch(text[group[-1].end : cue.start]):
            return True
    return False


def _measures_paper(text: str, about: list[Clause], number: int) -> bool:
    """Whether a share (`已完成30%`) goes on about paper work or digging in the clause before."""
    before = about[number - 1] if number else None
    if before is None or before.sentence != about[number].sentence:
        return False
    return {cue.stage for cue in find_cues(text, before.span)} == {"permitting"}


def of_shell(group: Group | None) -> bool:
    """Whether what is built is by its name only the structure (`X主体工程`, `X土建`)."""
    return group is not None and group[0].text.endswith(("土建工程", "土建", "主体工程"))


def whole(text: str, about: list[Clause], number: int, cue: Cue, stage: str, group: Group | None) -> str:
    """What a built thing says of the project: all of it, its buildings, or only a part that goes with building."""
    since = group[-1].end if group and group[-1].end <= cue.start else about[number].span.start
    if cue.stage == "completed" and _FIRST_PART.search(text, since, cue.start):
        return "under_construction"
    if group is None and cue.stage == "trial_production" and "调试" in cue.word:
        part = _ADVERBS.sub("", text[since : cue.start])
        return stage if _WHOLE.fullmatch(part) or part.startswith("进行") else "under_construction"
    if cue.kind != "built" and (cue.stage, cue.kind) != ("structure_complete", "fact"):
        return stage
    if of_shell(group):
        return "structure_complete"
    if stage != cue.stage:
        return stage
    clause = about[number]
    start = group[-1].end if group and group[-1].end <= cue.start else clause.span.start
    summed = _summing_up(text, start, cue.start, group) if group and start > clause.span.start else None
    told = _ASIDES.sub("", text[summed or start : cue.start])
    own = _ADVERBS.sub("", told).replace("□", "").removeprefix("个")
    if group is None or group[-1].end <= cue.start:
        if group is not None and _BUILDING.search(own) and not _SOME_OF_THEM.search(text, start, cue.start):
            return "structure_complete"
        if not _WHOLE.fullmatch(own):
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
