"""Finds parks: industrial, technology and logistics parks, zones, public parks and scenic areas."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import kinds
from kg.extract.naming import is_category, is_counted, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first

TITLE = re.compile(r"国家级?|省级?|市级|全国|全省|全市|区级|世界级?|国际|一流|[省市区]级")
BARE_ZONES = frozenset(["经济开发区", "高新区", "经开区", "农高区", "高新技术产业开发区"])

OTHER_WORD = re.compile(r"公园城市|园区化|基地化|景区化|公园化")
COUNT_BEHIND = re.compile(r"[”\"]?\d+(?:处|个|座|家)")
BRAND = re.compile(r"[”\"](?:志愿|活动|行动|品牌|计划|[一二三两]年|攻坚|专项|突破|等\d个志愿)")
BREEDING = re.compile("孵化|创业|直播|示范")
BUILT = re.compile("项目|、[^，。；]{2,40}等(?:重点)?项目|等(?:重点)?项目")
RAISED = re.compile("创建|争创|升级为|认定为|命名为|进$")
SIZED = re.compile(r"[\d一二两三四五六七八九十百千万]+余?亩")
CLASSED = re.compile("[A-Z\\d]级")
AIM = re.compile(r"(?:争创|创建|创成|获评|评为|入选|认定|命名|申报|成功创|列为|纳入|建设成)[^，。；、]{0,6}$")
AIM_BEHIND = re.compile(r"创建(?:完成|工作|任务|年度)|称号")
SECTION = re.compile(r"[（(][^（）()]{1,8}(?:段|片区|区|[一二三四]期)[）)]")
SAID_OF_A_PLACE = re.compile(r"项目|内|已|正|入驻|建成|投|主体|一期|二期|：|等项目|、|平台|成功|现")
ONE_OF_A_KIND = re.compile(
    r"现代|特色|智慧|数字|高端|一流|绿色|大型|新型|标准|专业|小微|中小|产业|创新|示范|城市|社区|口袋|街头|主题|体育|休闲|省|市"
)


@cache
def _weak() -> frozenset[str]:
    """Words for parks that mostly stand for a kind of place, not for one."""
    return frozenset(kinds("mention_heads")["weak"])


SINGLE = r"园(?<=[\u4e00-\u9fff]{2}园)(?<![公田家校花乐庄果菜桑幼儿入进出游墓陵茶]园)(?![区林艺丁地子内长])"
SUFFIXES = Sought(lambda: (*longest_first(kinds("mention_heads")["park"]), SINGLE))
"""The words for parks, and the single 园 behind two characters or more that make no other word with it."""


def find_parks(passage: Passage) -> None:
    """Add the parks of a passage."""
    text = passage.text
    for match in passage.matches(SUFFIXES):
        if OTHER_WORD.match(text, match.start()):
            continue
        start = passage.name_start(match.start())
        joint = text.rfind("及", start + 4, max(start, match.start() - 2))
        start = start if joint < 0 else joint + 1
        start = (
            max(start, text.rfind("项目", start, match.start()) + 2) if "项目" in text[start : match.start()] else start
        )
        section = SECTION.match(text, match.end())
        end = section.end() if section else match.end()
        reason = _why_not(passage, start, end, match)
        if reason:
            passage.reject("Park", start, end, reason)
        elif match[0] in _weak():
            passage.add("Park", start, end, "parks/weak", 0.6)
        else:
            passage.add("Park", start, end, "parks/suffix", 0.82)


def _why_not(passage: Passage, start: int, end: int, match: re.Match[str]) -> str:
    text, core = passage.text, passage.text[start : match.start()]
    before = text[max(0, start - 12) : start]
    if (len(core) < 2 and match[0] == "园") or RAISED.search(core):
        return "no name before the word"
    if COUNT_BEHIND.match(text, end) or BRAND.match(text, end):
        return "a count or a brand"
    if not core:
        return "" if match[0] in BARE_ZONES and before[-1:] not in tuple("级个各类") else "no name before the word"
    agencies = passage.found.near(start, match.start(), "Agency")
    if any(start <= found.start and found.end <= match.start() for found in agencies) or CLASSED.search(core):
        return "a clause or a class of places"
    if is_counted(core) or len(core) > 24 or SIZED.match(core):
        return "a count or a description"
    if is_generic(core) and not _definite(core, before, match[0]) and not _quoted(text, start, end):
        return "says what kind, not which one"
    if TITLE.match(core) and not any(found.start == start for found in passage.found.near(start, start, "Area")):
        return "a title, not a place"
    if AIM.search(before) or AIM_BEHIND.match(text, end):
        return "an honour or an aim, not a place"
    if match[0].endswith("基地") and not BREEDING.search(text[start:end]) and BUILT.match(text, end):
        return "a base being built is a project"
    if match[0] in _weak() and not _placed(passage, start, end):
        return "a kind of place, not a named one"
    return ""


def _definite(core: str, before: str, head: str) -> bool:
    """General words name the one place of their kind there (化工产业园), unless they are counted or an aim."""
    if head in _weak() or head == "园" or len(core) < 2 or is_category(core) or ONE_OF_A_KIND.match(core):
        return False
    return not re.search(r"[\d个各类批级]", before[-2:] + core)


def _quoted(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start] in ("“", '"') and text[end : end + 1] in ("”", '"')


def _placed(passage: Passage, start: int, end: int) -> bool:
    """Whether something is said of it as of a place or an undertaking, or it bears a quoted name or its owner's."""
    text = passage.text
    if text[end - 1] in '”"' or text[start] in '“"':
        return True
    areas = (found for found in passage.found.near(start, start, "Area") if found.start == start)
    if any(end - found.end >= 6 and text[found.end - 1] in "镇乡" for found in areas):
        return True
    return bool(SAID_OF_A_PLACE.match(text, end)) or text[end : end + 1] in ("”", '"')
