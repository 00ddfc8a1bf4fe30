"""What a cue states in its clause: a stage, or nothing and why."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.extract.asides import BEGINS, is_aside
from kg.extract.cues import Cue, find_cues
from kg.extract.moods import is_future, mood_before
from kg.extract.subjects import Clause
from kg.model import DocumentContext

COUNT = re.compile(r"[^，。；：、]{0,16}?(?:\d+(?:余|多)?[个家项处条件座所台套户栋]|一批[^，。；：、]{0,6}项目)")
"""A count right after a cue: `签约项目12个`."""
_PARTLY = re.compile(
    r"(?:了|的|总)*(?:约|近)?\d+(?:\.\d+)?(?:[%％]|余?公里|余?千米)|至|到[一二三四五六七八九十\d]+层|(?:了)?(?:一半|近半|过半|大半|[两三四五六七八九]成)"
)
_PREPARES = re.compile(r"前期(?:准备|筹备|各项准备)?(?:准备)?工作(?=[，。；,;]|$)")
_NEAR = re.compile("[^，。；：、]{0,14}")
_NEAR_AFTER = re.compile("(?:等[^，。；：、]{0,8})?(?:项目|工程)?(?:的|正在|加快|推进)*")
_OBJECT_FOLLOWS = re.compile("[^，。；、,;并且进]")
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
_HONOUR = re.compile(
    "(?:创建|争创|申报|申创|参评|推荐)[^，。；]{0,8}(?:景区|民宿|小镇|称号|示范|名镇|名村|人才|奖|品牌|[A-Z]级|级)"
)
_IN_A_MONTH = re.compile(
    r"(?:\d{1,2}月(?:份|底|初|末|中旬|上旬|下旬)?|年底|年末|年中|同期|年内|[上下]半年|四季度|"
    r"月[底中内末]|\d{4}年初?)(?:前|可|全部|全面|全线|整体|正式|达标|首期|[厂车]房|主体)*$"
)
"""A bare month (`10月竣工`) tells no fact where nobody knows of when the document is."""
_BEGINNINGS = frozenset(("开工", "动工", "开工建设", "启动建设", "破土动工"))
"""What is only meant of these tells that a project is planned (`力争十月开工`)."""


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
    if _is_beside_the_point(text, clause, cue) or is_aside(text, about, number, cue):
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
        begin = BEGINS.match(text, clause.span.start)
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
