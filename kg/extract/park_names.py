"""Judges what may be the name of a park: which words before, in and behind it say that it is none."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from kg.areas import gazetteer
from kg.extract.lexicon import kinds
from kg.extract.naming import is_category, is_counted, is_generic
from kg.extract.park_doubts import is_counted_behind, is_one_of_a_row, is_other_thing
from kg.extract.passage import Passage
from kg.extract.zones import zones

TITLE = re.compile(r"[百千万]+亿级|国家级?|省级?|市级|全国|全省|全市|区级|世界级?|国际|一流|[省市区]级")
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


LONGEST = 24
"""Characters before the word for parks; what is longer describes one."""
NEAR = 12
"""Characters before a name that are looked at."""


@cache
def weak() -> frozenset[str]:
    """Words for parks that mostly stand for a kind of place, not for one."""
    return frozenset(kinds("mention_heads")["weak"])


@cache
def _proper() -> frozenset[str]:
    """Words for parks that need a name of their own before them."""
    return frozenset(kinds("mention_heads")["proper"])


class Candidate(NamedTuple):
    """`[start, end)`: what stands before the word for parks, the word, and what closes the name."""

    passage: Passage
    start: int
    end: int
    head_start: int
    head: str
    core: str
    """What stands before the word."""
    before: str
    """What stands before the name."""

    @property
    def head_end(self) -> int:
        """Where the word for parks ends."""
        return self.head_start + len(self.head)

    def goes_on(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern stands right behind the name."""
        return pattern.match(self.passage.text, self.end) is not None


def why_not(passage: Passage, start: int, end: int, match: re.Match[str]) -> str:
    """Why `[start, end)` names no park, `match` being the word for one; empty where it does."""
    core, before = passage.text[start : match.start()], passage.text[max(0, start - NEAR) : start]
    candidate = Candidate(passage, start, end, match.start(), match[0], core, before)
    return next((reason for reason, applies in JUDGEMENTS if applies(candidate)), NAME)


def _is_firm(c: Candidate) -> bool:
    """`云岭产业园公司`, or a well-known firm that is called so (碧桂园)."""
    if FIRM_BEHIND.match(c.passage.text, c.head_end):
        return True
    firms = c.passage.found.near(c.head_start, c.head_end, "Company")
    return any(firm.method == "companies/known" and firm.end == c.head_end for firm in firms)


def _lacks_name(c: Candidate) -> bool:
    return (len(c.core) < 2 and c.head == "园") or RAISED.search(c.core) is not None


def _is_goods_or_firm(c: Candidate) -> bool:
    return CAPACITY.match(c.core) is not None or _is_firm(c)


def _is_count_or_brand(c: Candidate) -> bool:
    listed = not c.core and c.head in zones("bare") and c.before[-1:] in ("", *"、，；。")
    counted = not listed and is_counted_behind(c.passage.text, c.core, c.end, c.head)
    return counted or c.goes_on(BRAND)


def _is_own_zone(c: Candidate) -> bool:
    """The zone of the report's own area (区经济开发区)."""
    return c.core in ("区", "市", "县", "省") and c.head in zones("own")


def _is_office(c: Candidate) -> bool:
    return _is_own_zone(c) and c.goes_on(OFFICE_BEHIND)


def _is_bare(c: Candidate) -> bool:
    return not c.core


def _is_known_bare(c: Candidate) -> bool:
    """A word for zones alone, where one is told of or a part of it."""
    if c.core:
        return False
    if len(c.head) >= 4 and PART_OF_ZONE.match(c.passage.text, c.head_end):
        return True
    known = c.head in zones("bare") or (c.head in zones("unit") and c.goes_on(TOLD_OF_ONE))
    return known and c.before[-1:] not in tuple("）级个各类")


def _is_clause_or_class(c: Candidate) -> bool:
    agencies = c.passage.found.near(c.start, c.head_start, "Agency")
    within = any(c.start <= found.start and found.end <= c.head_start for found in agencies)
    return within or CLASSED.search(c.core) is not None


def _is_description(c: Candidate) -> bool:
    return is_counted(c.core) or len(c.core) > LONGEST or SIZED.match(c.core) is not None


def _is_one_of_many(c: Candidate) -> bool:
    return c.core[0] in "省市区县" and c.head == "公园" and ONE_OF_A_KIND.match(c.core[1:]) is not None


def _is_kind(c: Candidate) -> bool:
    return is_generic(c.core) and not (
        (c.goes_on(PHASE) and len(c.core) > 1)
        or _definite(c.core, c.before, c.head)
        or _quoted(c.passage.text, c.start, c.end)
    )


def _is_title(c: Candidate) -> bool:
    areas = c.passage.found.near(c.start, c.start, "Area")
    return TITLE.match(c.core) is not None and not any(found.start == c.start for found in areas)


def _is_aim(c: Candidate) -> bool:
    return AIM.search(c.before) is not None or c.goes_on(AIM_BEHIND)


def _is_built_base(c: Candidate) -> bool:
    named = c.passage.text[c.start : c.end]
    return c.head.endswith("基地") and not BREEDING.search(named) and c.goes_on(BUILT)


def _is_campaign(c: Candidate) -> bool:
    return c.head.startswith("示范片") and CAMPAIGN.search(c.core) is not None


def _is_of_one_firm(c: Candidate) -> bool:
    plant = PLANT.search(c.core) is not None and c.head != "园区"
    return c.head in weak() and (len(c.core) < 2 or plant)


def _is_unplaced(c: Candidate) -> bool:
    return c.head in weak() and not _placed(c.passage, c.start, c.end)


NAME = ""
"""The judgement that nothing speaks against a name."""
JUDGEMENTS: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("no name before the word", _lacks_name),
    ("something else is called after it", lambda c: is_other_thing(c.passage, c.start, c.end, c.head)),
    ("one of a row, without a name", lambda c: is_one_of_a_row(c.core)),
    ("goods of so much, or a firm", _is_goods_or_firm),
    ("a count or a brand", _is_count_or_brand),
    ("an office", _is_office),
    (NAME, _is_own_zone),
    (NAME, _is_known_bare),
    ("no name before the word", _is_bare),
    ("a clause or a class of places", _is_clause_or_class),
    ("a count or a description", _is_description),
    ("parks of a kind", _is_one_of_many),
    ("says what kind, not which one", _is_kind),
    ("a title, not a place", _is_title),
    ("an honour or an aim, not a place", _is_aim),
    ("a base being built is a project", _is_built_base),
    ("a campaign", _is_campaign),
    ("what is done to parks, or the base of one firm", _is_of_one_firm),
    ("a kind of place, not a named one", _is_unplaced),
)
"""What is asked of a candidate, in this order; the first that applies decides."""


def _definite(core: str, before: str, head: str) -> bool:
    """General words name the one place of their kind there (化工产业园), unless they are counted or an aim."""
    if head in weak() or head in _proper() or head == "园" or head.endswith(("试验区", "示范区", "创新区")):
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
