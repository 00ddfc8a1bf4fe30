"""Judges candidates: is there a name in it, or only words that say what kind of thing it is?"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.areas import gazetteer
from kg.extract.lexicon import Endings, alternation, kinds

COUNTED = re.compile(
    r"(?:\d[\d.,]*(?:余|多)?|[一二两三四五六七八九十百千]+(?:余|多)?)(?:个|项|批|家|处|条|座|所|类|大|宗)$"
)
COUNT_FIRST = re.compile(r"(?:\d[\d.,]*|[一二两三四五六七八九十百千]+)(?:余|多)?(?:个|项|家)")


@cache
def general_words() -> frozenset[str]:
    """All words that say what kind of thing something is."""
    lists = kinds("mention_generic")
    return frozenset(lists["modifier"] + lists["category"])


@cache
def _sizes() -> dict[str, tuple[int, ...]]:
    """How many characters the general words have that begin with a character."""
    sizes: dict[str, set[int]] = {}
    for word in general_words():
        sizes.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(found)) for first, found in sizes.items()}


GENERAL_CHARACTERS = frozenset("0123456789.,，、“”\"'（）()《》+-—的之及和与或")


@lru_cache(maxsize=20_000)
def is_generic(text: str) -> bool:
    """Whether a phrase is made of general words alone.

    >>> is_generic("省级重点"), is_generic("博瑞原料药")
    (True, False)
    """
    words, sizes = general_words(), _sizes()
    reached = {0}
    for start, first in enumerate(text):
        if start not in reached:
            continue
        if first in GENERAL_CHARACTERS:
            reached.add(start + 1)
            continue
        reached.update(start + size for size in sizes.get(first, ()) if text[start : start + size] in words)
        if len(reached) == 1:
            return False
    return len(text) in reached


@lru_cache(maxsize=20_000)
def general_from(text: str) -> tuple[bool, ...]:
    """For each place of a phrase whether what follows is made of general words alone (True at the end)."""
    words, sizes = general_words(), _sizes()
    good = [False] * len(text) + [True]
    for start in range(len(text) - 1, -1, -1):
        first = text[start]
        if first in GENERAL_CHARACTERS:
            good[start] = good[start + 1]
            continue
        for size in sizes.get(first, ()):
            if text[start : start + size] in words and good[start + size]:
                good[start] = True
                break
    return tuple(good)


def begins_with_count(text: str) -> bool:
    """Whether a phrase begins with a count, so that it is several things of a kind (11个老旧小区改造项目).

    >>> begins_with_count("11个老旧小区改造项目"), begins_with_count("三里河改造项目")
    (True, False)
    """
    return bool(COUNT_FIRST.match(text))


def is_counted(text: str) -> bool:
    """Whether a phrase ends in a count (高标准农田3个).

    >>> is_counted("高标准农田3个"), is_counted("高标准农田")
    (True, False)
    """
    return bool(COUNTED.search(text))


SINGLE = re.compile(
    r"(?:中心|馆|厂|站|产业园|综合体|医院|学校|机场|大桥|铁路|高速|广场|剧院|院区|校区|基地|公园|枢纽|(?:交易|批发|综合)市场|[敬养]老院|福利院|保健院|党校|青少年宫|航站楼)$"
)
MANY_OF_A_KIND = re.compile(
    r"(?:中转站|转运站|充电站|换热站|换电站|加油站|泵站|服务站|警务站|工作站|消防站|监测站|收费站|卫生院)$"
    r"|^(?:新时代|社区|乡村|农村|基层|公共|城乡|镇村|村级|街道|校园|企业|红色|妇女|未成年)"
)
LEVEL = re.compile(r"^[区县市镇]级")


def is_single_facility(text: str) -> bool:
    """Whether general words name the one facility of its kind there (城市运行指挥中心, 北部污水处理厂).

    >>> is_single_facility("城市运行指挥中心"), is_single_facility("停车场")
    (True, False)
    >>> is_single_facility("区级应急指挥中心")
    True
    """
    text = LEVEL.sub("", text)
    head = SINGLE.search(text)
    if (
        not head
        or len(text) < 5
        or is_category(text)
        or MANY_OF_A_KIND.search(text)
        or re.search(r"[\d各类批个等、多]|^一|[两三四五六七八九十]大|^新型|^现代|^标准|^小型|^大型", text)
    ):
        return False
    return (is_generic(text[: head.start()]) or is_generic(text)) and head.start() >= 2


NUMBERED_SCHOOL = re.compile("第[一二三四五六七八九十]|[一二三四五六七八九十]中")


@cache
def _facilities() -> Endings:
    """The words for what can be built."""
    return Endings(kinds("mention_heads")["facility"])


NO_ROAD = re.compile(
    r"(?:道路|公路|铁路|线路|思路|出路|一路|网路|电路|套路|新路|老路|之路|门路|销路|断头路|背街小巷|街巷|大街小巷|大中小学|中小学|沿街|商业街|步行街|上街|逛街|市场|全市场|标准厂房|生产车间|河道|老旧小区|小区|社区|农村公路|公共停车场|停车场|城市社区|高速公路|高速|高铁|中心|综合体|桥梁|大桥|管网|管道|管线|广场|公园|车站|厂房|车间|医院|学校|幼儿园|图书馆|博物馆)$"
)


def facility_head(text: str) -> str | None:
    """The facility that a phrase ends in, None where it ends in none.

    >>> facility_head("峄山南路"), facility_head("重点企业")
    ('路', None)
    """
    return _facilities().longest(text)


@cache
def last_characters() -> frozenset[str]:
    """The last characters of everything that `is_named_facility` or `is_named_road` say yes to."""
    return frozenset(word[-1] for word in kinds("mention_heads")["facility"]) | frozenset("速路街道巷桥段延造宽通伸升")


@lru_cache(maxsize=20_000)
def is_named_facility(text: str) -> bool:
    """Whether a phrase is one facility with a name of its own (坛五路, 枣庄二十八中综合楼)."""
    head = facility_head(text)
    if head is None or len(text) < 3 or len(text) > 24:
        return False
    core = text[: -len(head)]
    general = NO_ROAD.search(text)
    if general:
        core = text[: -len(general[0])]
    if not core or is_counted(core) or "的" in core or core[0].isdecimal():
        return False
    return not is_generic(core) or bool(NUMBERED_SCHOOL.search(core))


ROAD = re.compile(
    r"[\u4e00-\u9fff]{2,5}(?:高速|路|街|大道|大街|巷|桥)(?:[东西南北中]段)?(?:[\u4e00-\u9fff]{2,8}段)?(?:[东西南北]延|改造|拓宽|贯通|延伸|绿化提升|提升|打通)?"
)


def is_named_road(text: str) -> bool:
    """Whether a phrase is a named road, work on it included (沿河东路南延).

    >>> is_named_road("沿河东路南延"), is_named_road("农村道路")
    (True, False)
    """
    return bool(ROAD.fullmatch(text)) and not NO_ROAD.search(text)


@cache
def _categories() -> re.Pattern[str]:
    return re.compile(alternation("mention_generic", "category"))


def is_category(text: str) -> bool:
    """Whether a general phrase sorts undertakings instead of describing one (省级重点, 新签约).

    >>> is_category("省级重点"), is_category("供热管网综合改造")
    (True, False)
    """
    return bool(_categories().search(text))


@cache
def regions() -> frozenset[str]:
    """Regions larger than a province or across them (齐鲁, 长三角): parts of many names, themselves none here."""
    return frozenset(kinds("mention_generic")["region"])


FIRST_COUNT = re.compile("[一二三四五六七八九十两][个家批期号大类条]")


@lru_cache(maxsize=20_000)
def is_general_name(text: str) -> bool:
    """Whether a short phrase has a general word or an area in it, so that it is no company's name proper.

    >>> is_general_name("高端化工"), is_general_name("睿霖")
    (True, False)
    """
    if _has_general_word(text):
        return True
    if any(area.kind != "Town" for area in gazetteer().find(text)):
        return True
    if FIRST_COUNT.match(text):
        return True
    return text[0] in "各该本新老大小全省市区县镇和与及等" or text[-1] in "的与及等性型化类用"


def _has_general_word(text: str) -> bool:
    """Whether a general word of two to four characters stands anywhere in a text."""
    words, sizes = general_words(), _sizes()
    for start, first in enumerate(text):
        for size in sizes.get(first, ()):
            if 2 <= size <= min(4, len(text) - start) and text[start : start + size] in words:
                return True
    return False
