"""Finds parks: industrial, technology and logistics parks, zones, public parks and scenic areas."""

from __future__ import annotations

import re
from functools import cache

from kg.areas import gazetteer
from kg.extract.lexicon import kinds
from kg.extract.naming import is_category, is_counted, is_generic
from kg.extract.park_doubts import is_counted_behind, is_one_of_a_row, is_other_thing
from kg.extract.park_ends import park_end
from kg.extract.park_lists import find_park_lists
from kg.extract.park_starts import park_start
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.extract.zones import zones

TITLE = re.compile(r"[百千万]+亿级|国家级?|省级?|市级|全国|全省|全市|区级|世界级?|国际|一流|[省市区]级")
TITLE_BEFORE = re.compile("国家级|省级|市级|[百千万]+亿级的?")
OTHER_WORD = re.compile(r"公园城市|园区化|基地化|景区化|公园化")
CAPACITY = re.compile(r"\d[\d.]*[万千]?(?:千瓦|兆瓦|[MG]W|吨|头|只|羽|亩|台|套)")
PHASE = re.compile("[一二三四]期")
PART_OF_ZONE = re.compile("核心区|起步区|启动区|先导区|拓展区|片区")
PLANT = re.compile("(?:生产|制造|加工|养殖|育种|研发|总部)$")
"""What one firm does in a base of its own, which is no place of several."""
OFFICE_BEHIND = re.compile("(?:发展|企业|综合|公共)?(?:服务|管理|发展)中心")
CAMPAIGN = re.compile("保洁|清洁|分类|创建|治理|管理|文明|卫生")
FIRM_BEHIND = re.compile(
    "(?:建设|投资|开发|运营|管理|发展|集团|控股|服务|科技|实业)*(?:有限(?:责任)?|股份)*公司|(?:投资|控股|发展)*集团"
)
BRAND = re.compile(r"[”\"](?:志愿|活动|行动|品牌|计划|[一二三两]年|攻坚|专项|突破|等\d个志愿)")
BREEDING = re.compile("孵化|创业|双创|创客|直播|电商|示范|实习|实践|实训|研学|写生|科普")
BUILT = re.compile("[一二三四]期(?!项目)|项目|、[^，。；]{2,40}等(?:重点)?项目|等(?:重点)?项目")
RAISED = re.compile("创建|争创|升级为|认定为|命名为|[进入]$|\\d+[处个座]")
SIZED = re.compile(r"[\d一二两三四五六七八九十百千万]+余?亩")
SIZED_BEHIND = re.compile(r"\d+余?亩")
CLASSED = re.compile("[A-Z\\d]级")
AIM = re.compile(r"(?:争创|创建|创成|获评|评为|入选|认定|命名|申报|成功创|列为|纳入|建设成)[^，。；、]{0,6}$")
TOLD_OF_ONE = re.compile(
    "\\d+(?:[.个项]|[万亿]元)|营业收入|[和与](?:[\u4e00-\u9fff]{1,4}(?:镇|乡|街道|县|区|公司)|市本级)"
)
"""Figures of a zone, or another place or a firm beside it: a bare word for zones then means the one there."""
AIM_BEHIND = re.compile(r"创建(?:完成|工作|任务|年度)|称号")
SAID_OF_A_PLACE = re.compile(
    r"\d+余?亩|被|设|培训|直播|新[增引签设入]|二次结构|厂房|开街|试|初具|初步|落成|开园|开业|开工|运营|揭牌|挂牌|累计|引进|引入|签约|完成|占地|核心区|启动区|起步区|接待|位于|获|通过|荣获|入选|扩容|提质|全面|规划面积|总投资|"
    r"项目|内|已|正|入驻|建成|投|主体|一期|二期|：|等项目|、|平台|成功|现"
)
QUALITY = re.compile("现代|智慧|数字|高端|绿色|新型|高科技|智能化?")
"""Words of praise before the trade of a park; what is left must be a trade of its own (现代纺织产业园)."""
ONE_OF_A_KIND = re.compile(
    r"现代|特色|智慧|数字|高端|一流|绿色|大型|新型|标准|专业|小微|中小|产业|创新|示范|城市|社区|口袋|街头|主题|体育|休闲|综合性|街心|微改造|省|市"
)


@cache
def _weak() -> frozenset[str]:
    """Words for parks that mostly stand for a kind of place, not for one."""
    return frozenset(kinds("mention_heads")["weak"])


@cache
def _proper() -> frozenset[str]:
    """Words for parks that need a name of their own before them."""
    return frozenset(kinds("mention_heads")["proper"])


SINGLE = (
    r"园(?<=[\u4e00-\u9fff]{2}园)"
    r"(?<![公田家校花乐庄果菜桑幼儿入进出游墓陵茶开扩建迁搬离办证惠分套植嘉瑞盛馨雅中增]园)(?<!幼儿.园)(?![区林艺丁地子内长])"
)
SUFFIXES = Sought(lambda: (*longest_first(kinds("mention_heads")["park"]), SINGLE))
"""The words for parks, and the single 园 behind two characters or more that make no other word with it."""


def find_parks(passage: Passage) -> None:
    """Add the parks of a passage."""
    text = passage.text
    find_park_lists(passage)
    for match in passage.matches(SUFFIXES):
        if OTHER_WORD.match(text, match.start()):
            continue
        start = park_start(passage, match.start())
        end = park_end(passage, match.end())
        titled = TITLE_BEFORE.match(text, start, match.start() - 1)
        start = titled.end() if titled and not is_generic(text[titled.end() : match.start()]) else start
        reason = _why_not(passage, start, end, match)
        if reason:
            passage.reject("Park", start, end, reason)
        elif match[0] in _weak():
            passage.add("Park", start, end, "parks/weak", 0.6)
        else:
            passage.add("Park", start, end, "parks/suffix", 0.82)


def _is_firm(passage: Passage, match: re.Match[str]) -> bool:
    """`云岭产业园公司`, or a well-known firm that is called so (碧桂园)."""
    if FIRM_BEHIND.match(passage.text, match.end()):
        return True
    firms = passage.found.near(match.start(), match.end(), "Company")
    return any(firm.method == "companies/known" and firm.end == match.end() for firm in firms)


def _why_not(passage: Passage, start: int, end: int, match: re.Match[str]) -> str:
    text, core = passage.text, passage.text[start : match.start()]
    before = text[max(0, start - 12) : start]
    if (len(core) < 2 and match[0] == "园") or RAISED.search(core):
        return "no name before the word"
    if is_other_thing(passage, start, end, match[0]):
        return "something else is called after it"
    if is_one_of_a_row(core):
        return "one of a row, without a name"
    if CAPACITY.match(core) or _is_firm(passage, match):
        return "goods of so much, or a firm"
    listed = not core and match[0] in zones("bare") and before[-1:] in ("", *"、，；。")
    if (not listed and is_counted_behind(text, core, end, match[0])) or BRAND.match(text, end):
        return "a count or a brand"
    if core in ("区", "市", "县", "省") and match[0] in zones("own"):
        return "an office" if OFFICE_BEHIND.match(text, end) else ""
    if not core and len(match[0]) >= 4 and PART_OF_ZONE.match(text, match.end()):
        return ""
    if not core:
        known = match[0] in zones("bare") or (match[0] in zones("unit") and TOLD_OF_ONE.match(text, end))
        return "" if known and before[-1:] not in tuple("）级个各类") else "no name before the word"
    agencies = passage.found.near(start, match.start(), "Agency")
    if any(start <= found.start and found.end <= match.start() for found in agencies) or CLASSED.search(core):
        return "a clause or a class of places"
    if is_counted(core) or len(core) > 24 or SIZED.match(core):
        return "a count or a description"
    if core[0] in "省市区县" and match[0] == "公园" and ONE_OF_A_KIND.match(core[1:]):
        return "parks of a kind"
    if (
        is_generic(core)
        and not (PHASE.match(text, end) and len(core) > 1)
        and not _definite(core, before, match[0])
        and not _quoted(text, start, end)
    ):
        return "says what kind, not which one"
    if TITLE.match(core) and not any(found.start == start for found in passage.found.near(start, start, "Area")):
        return "a title, not a place"
    if AIM.search(before) or AIM_BEHIND.match(text, end):
        return "an honour or an aim, not a place"
    if match[0].endswith("基地") and not BREEDING.search(text[start:end]) and BUILT.match(text, end):
        return "a base being built is a project"
    if match[0].startswith("示范片") and CAMPAIGN.search(core):
        return "a campaign"
    if match[0] in _weak() and (len(core) < 2 or (PLANT.search(core) and match[0] != "园区")):
        return "what is done to parks, or the base of one firm"
    if match[0] in _weak() and not _placed(passage, start, end):
        return "a kind of place, not a named one"
    return ""


def _definite(core: str, before: str, head: str) -> bool:
    """General words name the one place of their kind there (化工产业园), unless they are counted or an aim."""
    if head in _weak() or head in _proper() or head == "园" or head.endswith(("试验区", "示范区", "创新区")):
        return False
    quality = QUALITY.match(core)
    core = core[quality.end() :] if quality else core
    if len(core) < 2 or is_category(core) or ONE_OF_A_KIND.match(core) or (quality and core.startswith("农")):
        return False
    return not re.search(r"[\d个各类批级]", before[-2:] + core)


def _quoted(text: str, start: int, end: int) -> bool:
    if ONE_OF_A_KIND.match(text, start, end):
        return False
    return text[start - 1 : start] in ("“", '"') and text[end : end + 1] in ("”", '"')


def _placed(passage: Passage, start: int, end: int) -> bool:
    """Whether something is said of it as of a place or an undertaking, or it bears a quoted name or its owner's."""
    text = passage.text
    if text[end - 1] in '”"' or text[start] in '“"':
        return True
    serves = text.endswith("基地", start, end) and BREEDING.search(text, start, end)
    if serves and not any(character.isdecimal() for character in text[start:end]):
        return True
    areas = (found for found in passage.found.near(start, start, "Area") if found.start == start)
    if any(end - found.end >= 6 and text[found.end - 1] in "镇乡" for found in areas):
        return True
    if text.endswith(LOCAL_WORDS, start, end) and _has_place(passage, start, end):
        return True
    if _behind_its_area(passage, start, end):
        return True
    if text.endswith("基地", start, end) and SIZED_BEHIND.match(text, end):
        return False
    return bool(SAID_OF_A_PLACE.match(text, end)) or text[end : end + 1] in ("”", '"')


def _has_place(passage: Passage, start: int, end: int) -> bool:
    """Whether the name of a park or a narrow area stands inside, not right before the last word."""
    inside = (found for found in passage.found.near(start, end) if start <= found.start and found.end <= end - 2)
    return any(
        found.type == "Park" or ("rea" in found.type and _is_local(passage.text[found.start : found.end]))
        for found in inside
    )


LOCAL_WORDS = ("小镇", "园区", "集聚区", "聚集区", "产业城", "集中区")


def _behind_its_area(passage: Passage, start: int, end: int) -> bool:
    """Whether a city or county and what is done there stand before the word (云河生命健康创新示范区)."""
    if not passage.text.endswith(("示范区", "试验区", "先行区", "集聚区", "合作区", "创新区"), start, end):
        return False
    here = (found for found in passage.found.near(start, start) if found.start == start)
    areas = (found for found in here if found.type in ("Area", "short-area"))
    return any(end - found.end >= 6 and _is_local(passage.text[start : found.end]) for found in areas)


def _is_local(area: str) -> bool:
    return any(found.kind != "Province" for found in gazetteer().find(area))
