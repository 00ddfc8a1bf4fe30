"""Finds parks: industrial, technology and logistics parks, zones, public parks and scenic areas."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation
from kg.extract.naming import is_category, is_counted, is_generic
from kg.extract.passage import Passage

TITLE = re.compile(r"^(?:国家级?|省级?|市级|全国|全省|全市|区级|世界级?|国际|一流|[省市区]级)")
WEAK = frozenset(
    {
        "基地",
        "示范区",
        "新区",
        "古镇",
        "小镇",
        "乐园",
        "湿地",
        "集聚区",
        "聚集区",
        "先行区",
        "合作区",
        "示范基地",
        "特色小镇",
        "园区",
        "产业基地",
        "产业城",
    }
)
NO_PARK = re.compile(r"(?:公园城市|园区化|开发区内|基地化|景区化|公园化)")
BARE_ZONES = frozenset({"经济开发区", "高新区", "经开区", "农高区"})


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "park"))


def find_parks(passage: Passage) -> None:
    """Add the parks of a passage."""
    text = passage.text
    for match in _pattern().finditer(text):
        if NO_PARK.match(text, match.start()):
            continue
        start = passage.name_start(match.start())
        core, end = text[start : match.start()], match.end()
        bracket = SECTION.match(text, end)
        if bracket:
            end = bracket.end()
        if (
            not core
            or (is_generic(core) and not _definite(text, start, core, match[0]))
            or is_counted(core)
            or len(core) > 24
        ):
            passage.reject("Park", start, end, "no name before the suffix")
            continue
        if TITLE.match(core) and not any(found.start == start for found in passage.of("Area")):
            passage.reject("Park", start, end, "a title, not a place")
            continue
        if AIM.search(text[max(0, start - 12) : start]):
            passage.reject("Park", start, end, "an honour or an aim, not a place")
            continue
        if match[0] in WEAK and not _placed(passage, start, end):
            passage.reject("Park", start, end, "a kind of place, not a named one")
            continue
        passage.add(
            "Park", start, end, "parks/weak" if match[0] in WEAK else "parks/suffix", 0.6 if match[0] in WEAK else 0.82
        )


AIM = re.compile(r"(?:争创|创建|创成|获评|评为|入选|认定|命名|申报|成功创|列为|纳入|建设成)[^，。；、]{0,6}$")


SECTION = re.compile(r"[（(][^（）()]{1,8}(?:段|片区|区|[一二三四]期)[）)]")


def _definite(text: str, start: int, core: str, head: str) -> bool:
    """General words name the one place of their kind there (化工产业园), unless they are counted or an aim."""
    if (
        head in WEAK
        or len(core) < 2
        or is_category(core)
        or re.search(r"[\d个各类批类级]", text[max(0, start - 2) : start] + core)
    ):
        return False
    return not re.match(r"现代|特色|智慧|数字|高端|一流|绿色|大型", core) and bool(
        re.match(
            r"经济|化工|工业|冷链|电子|食品|半导体|新医药|生态|新材料|医药|纺织|建材|家居|农业|物流|创业|石榴|预制",
            core,
        )
    )


def _placed(passage: Passage, start: int, end: int) -> bool:
    """Whether something is said of it as of a place or an undertaking, or it bears a quoted name."""
    text = passage.text
    if text[end - 1] in '”"' or text[start] in '“"':
        return True
    return bool(re.match(r"项目|内|已|正|入驻|建成|投|主体|一期|二期|：|等项目|、|平台|成功|现", text[end : end + 4]))
