"""Finds towns, villages and communities by their suffix: what is no word before it is a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.areas import gazetteer
from kg.extract.area_lists import AROUND, GOES_ON, HAN, NO_CORE
from kg.extract.lexicon import kinds
from kg.extract.naming import general_words, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought

SUFFIXED = Sought(
    (
        "街道",
        "镇(?<![小容]镇)(?<!(?<![石古铜铁龙金银凤白青赤黄杨谷鱼龟沙盐瓦木])(?<!^[^全各大小本我带促省市区县新中城])(?<![，。；、（：县市区在及与和于][^全各大小本我带促省市区县新中城在及与和于])城镇)(?<!古镇)(?![街容貌域])(?<!集镇(?=区))",
        "乡(?<![返下还老家同回离故思入农]乡)(?<![^县市区省州旗、，。；：到在至]{2}水乡)(?<!(?<![，。；、（：][^全各大小本我带促省市区县])城乡)(?![村亲音愁土情贤镇])",
        "社区",
        "居(?<=[村庄店屯集寨铺营堡窑峪崖楼岭坡湾沟关街门巷埠洼桥]居)(?![民住委家室所于高多然士间留])",
        "村(?<!城中村)(?<!(?<![先前跃奋])进村)(?<!中关村)(?!民委|集体|[乡镇](?![村贤])|改(?:项目|居|工作|办)|留用?地|[级域民容庄落庙委居里企干务情史规貌镇])",
    )
)


def find_suffixed_areas(passage: Passage) -> None:
    """Add towns, villages and communities that bear their suffix."""
    text = passage.text
    for match in passage.matches(SUFFIXED):
        place = match.start()
        if any(area.start <= place < area.end for area in passage.found.near(place, place, "Area")):
            continue
        town = passage.lexicon.town_at_end(text, match.end())
        start = match.end() - len(town) if town else _name_start(passage, match)
        if start is not None:
            passage.add("Area", start, match.end(), "areas/town" if town else "areas/suffix", 0.95 if town else 0.8)


ROAD_COMMUNITY = re.compile("(?!道路|公路|大街|沿街|商业)[\u4e00-\u9fff]{2,3}[路街门]")
SLOGANS = frozenset(["幸福", "和谐", "平安", "中心", "新建", "建设", "文化", "振兴", "人民"])
KIND_OF_PLACE = re.compile(
    "农村|老旧|城乡|城市|新型|住宅|商业|城区|城镇|居民|易地|重点|乡村|产业|工业|农业|旅游|示范|智慧|完整|未来|数字|整体|先行|生态|民族|边境|沿[海江河]"
)


def _is_town(passage: Passage, short: str) -> bool:
    """Whether two characters are a town's name without its suffix (凤凰 before 刘地村)."""
    if any(town.startswith(short) and len(town) - len(short) in (1, 2) for town in passage.lexicon.towns):
        return True
    return any(area.kind == "Town" for area in gazetteer().find(short))


def _name_start(passage: Passage, match: re.Match[str]) -> int | None:
    """The beginning of a name of 2 to 4 characters before the suffix, from a boundary or another area on."""
    text, end = passage.text, match.start()
    start = passage.name_start(end)
    if text[start - 1 : start] in ("“", '"', "《"):
        return None
    for area in passage.found.near(start, end, "Area"):
        if start < area.end <= end:
            start = area.end
    if end - start >= 4 and _is_town(passage, text[start : start + 2]):
        start += 2
    start = _behind_county(passage, start, end)
    behind = any(area.end == start for area in passage.found.near(start, start, "Area"))
    start += text[start] in ("至到和与及" if behind else "至到") and end - start > 2
    start += text[start] in ERRANDS and end - start == 3
    around = AROUND.match(text, start, end)
    start = around.end() if around and end - around.end() > 1 else start
    if text[start - 1 : end] == "和平":
        start -= 1
    inside = VERB_INSIDE.match(text, start, end)
    for begin in (start, inside.end()) if inside else (start,):
        if _names_place(text[begin:end], match[0], _stand(passage, begin, match.end(), behind)):
            return begin
        if _is_town_word(passage, begin, match):
            return begin
    passage.reject("Area", start, match.end(), "no name before the suffix")
    return None


def _behind_county(passage: Passage, start: int, end: int) -> int:
    """Where a county or city in its short form ends that stands before the name (福清一都镇), else `start`."""
    for size in (3, 2):
        if _is_county_before(passage.text[start : start + size], passage.text[start + size : end]):
            passage.add("short-area", start, start + size, "areas/before-town", 0.5)
            return start + size
    return start


def _is_county_before(short: str, rest: str) -> bool:
    if len(rest) < 2 or not HAN.match(rest) or GOES_ON.match(rest) or is_generic(rest) or is_generic(short):
        return False
    return any(area.kind != "Town" for area in gazetteer().find(short))


ERRANDS = frozenset("推盯涉赴访")
"""Verbs of one character before a name of two."""
VERB_INSIDE = re.compile(
    "(?:.*(?:[至到在赴往涉及含]|经(?!济)|治理|改造|建设|整治|搬迁|帮扶|坐落|落户|位于|选址|常驻|推荐|安置|察看了?|查看了?|公司|集团)"
    "|[A-Z]\\d+)(?=[\u4e00-\u9fff]{2,3}$)"
)
OPENS = frozenset("，。；：、（(,;:")


def _is_town_word(passage: Passage, start: int, match: re.Match[str]) -> bool:
    """Whether a word names a town where a clause begins with it (桃林镇), or one character does in a list of towns."""
    text, core = passage.text, passage.text[start : match.start()]
    if match[0] not in ("镇", "乡") or not HAN.match(core) or (start and text[start - 1] not in OPENS):
        return False
    if len(core) == 1:
        return text[start - 2 : start] == match[0] + "、" and core not in "各全本该城集小大古村"
    return (
        len(core) < 4
        and core not in general_words()
        and core not in kinds("mention_generic")["area"]
        and not (KIND_OF_PLACE.search(core) or NO_CORE.search(core))
    )


class _Stand(NamedTuple):
    """Where a name stands: behind another area or a heading, in a list, where a clause begins; what follows it."""

    behind: bool
    listed: bool
    opens: bool
    goes_on: bool


def _stand(passage: Passage, begin: int, end: int, behind: bool) -> _Stand:
    text, before = passage.text, passage.text[begin - 1 : begin]
    listed = before == "、" or text[end : end + 1] == "、"
    opens = not begin or before in OPENS
    return _Stand(behind or before in ("：", ":"), listed, opens, ITEM_GOES_ON.match(text, end) is not None)


ITEM_GOES_ON = re.compile("(?![小中]学|卫生)[\u4e00-\u9fff]{1,3}(?=[、等])")
PEOPLE = re.compile("[\u4e00-\u9fff]{3,8}族$")
"""A township of a people, whose name may be longer than others'."""


def _is_family(core: str, suffix: str, stand: _Stand) -> bool:
    """`李村` where a clause begins or behind its town, but no produce called by it (李村大葱、)."""
    if suffix not in ("村", "镇") or core not in kinds("mention_contexts")["family"]:
        return False
    return stand.behind or ((stand.opens or stand.listed) and not stand.goes_on)


def _names_place(core: str, suffix: str, stand: _Stand) -> bool:
    """Whether these characters before a suffix are a name: common words are, behind their town or in a list."""
    of_town, behind, listed = suffix in ("镇", "乡", "街道"), stand.behind, stand.listed
    if (suffix == "乡" and PEOPLE.search(core)) or _is_family(core, suffix, stand):
        return True
    if core in kinds("mention_contexts")["place"]:
        return behind or listed or (of_town and core not in SLOGANS)
    if suffix == "社区" and (behind or listed) and ROAD_COMMUNITY.fullmatch(core):
        return True
    if not 1 < len(core) <= 4 or not HAN.match(core) or NO_CORE.search(core):
        return False
    if core in kinds("mention_generic")["area"] or (suffix == "村" and ESTATE.search(core) and not behind):
        return False
    common = len(core) == 2 and (behind or (listed and of_town)) and not KIND_OF_PLACE.search(core)
    return common or not is_generic(core)


ESTATE = re.compile("..新$")
"""`春柳新村` is a housing estate, unless it lies in a town."""
