"""Judges whether a phrase names one particular undertaking, by what it ends in and what it holds."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from kg.extract.lexicon import Endings, kinds
from kg.extract.naming import is_counted, is_generic, is_named_road
from kg.extract.passage import Passage
from kg.extract.work_names import is_agency, is_named

BRACKET = re.compile(r"[（(](?![^（）()]*(?:期|段|区|标|馆|部分|[）)].))[^（）()]{1,16}[）)]$")
"""Another name or the town behind a name; a section of the work belongs to it."""
BEHIND_NAME = re.compile(r"[（(][^（）()]{1,12}[）)]$|等$")
QUARTER = re.compile("[东西南北]区$")
TAIL = re.compile("[一二三四五六首](?:期(?:工程|项目)?|标段)$")
BARRED = re.compile(
    r"的|第[一二三四]季度|\d{4}年|工作$|企业$|任务$|投资$|资金$|贷款|问题|群众|人员|活动|会议|行动|计划$|政策|指标|收入|增加值|产值|以上|"
    r"组织|召开|收尾|[二两三四五六七八九十]个|实现|随|项目|工程(?=.)|建设|基站$|沿线$|\d(?:个|条|处|座|家|户|所|栋|[号#](?!线))|[\d一二三四五六七八九十]+[号#](?!线)|\d[台套件]|[二三四五六七八九]片区$|"
    r"^(?:各|该|其|全[市县区镇]|我[市县区镇]|本|上述|其中|其余|其他|部分|一批|多个|若干|所有|老旧|现有|新增|新建|在建|首批|余下|剩余|共|每|此外|另|涉及|目前|已|今年|今后|截至|总|年度|对|将|把|与|从|以|为|在|按|于)"
)
SIZED = re.compile(
    r"[GSXYH]\d|LNG|\d[\d.]*(?:万?吨|千伏|万?千瓦|兆瓦|MW|万方|万?立方米|代|万亩)|\d[\d.]*万(?:头|套|台|辆|件|只|平方米)"
)
"""A size, a road's number or a grid section, which says which one is meant."""
PLACE = re.compile(
    r"[\u4e00-\u9fff](?:河(?![道流湖长])|江|湖(?!泊)|海|溪(?!流)|(?<![矿荒损])山(?![体区林水])|湾|岛|水库|灌区|灌渠|干渠|支渠|(?<![干支斗主水沟])渠(?![道系])|(?<![公道铁线管网思])路(?!面)|"
    r"街(?![道区镇坊])|(?<!小)巷|大道|大桥|高速|铁路|高铁|国道|省道|港|古城|古镇|老街|小区|景区|乐园|公园|广场|片区|遗址|旧址|故居|学校|[中小]学|医院|电厂|(?<!污)水厂|机场|车站|[东西南北]站|坊|堡|祠|庙|寺|民居|西园|东园|设计城|家属院|[东西南北]线|段)"
)
"""A place with a name, whose parts, surroundings or renewal may follow."""
COMMON = re.compile(
    r"(?:车间|厂房|食堂|餐厅|宿舍楼?|教学楼|综合楼|办公楼|道路|管网|管道|机组|装置|生产线|产线|线路|公厕|围墙|基站|仓库|库房|(?<!停车)楼|房|罐|沟|渠|井|大棚|节点|绿地|街巷|小巷|设施|涵洞|水池|地块|组团)$"
)
"""Parts that bear no name of their own, however much is said of them."""
PART = re.compile(
    r"(?:车间|厂房|食堂|餐厅|宿舍楼?|教学楼|综合楼|办公楼|实验楼|实训楼|道路|管网|管道|管线|机组|装置|生产线|产线|线路|公厕|泵站|围墙|基站|实验室|停车场|仓库|冷库|库房|"
    r"仓储|楼|房|罐|池|沟|渠|井|大棚|节点|步道|绿道|绿地|广场|游园|街巷|小巷|展厅|展示厅|设施|水闸|涵洞|桥梁|总部|地块|组团|工厂|发电|储能|光伏|码头|泊位|堆场|线)$"
)
"""What many undertakings have as a part; it is one itself where it bears the name of a place or an owner."""


@cache
def works() -> Endings:
    """What is done to a place or a plant."""
    return Endings(kinds("undertaking_ends")["work"])


@cache
def work_last() -> frozenset[str]:
    """The last characters of all works."""
    return frozenset(word[-1] for word in kinds("undertaking_ends")["work"])


@cache
def _heads() -> Endings:
    return Endings(_ends())


@cache
def _ends_at() -> Endings:
    return Endings(chain(_ends(), kinds("mention_places")["park"], ROADS))


ROADS = ("路", "街", "巷", "道", "速", "桥", "线", "延", "标段")


@cache
def _last() -> frozenset[str]:
    return frozenset(word[-1] for word in (*_ends(), *kinds("mention_places")["park"], *ROADS)) | frozenset("期）)段")


def _ends() -> frozenset[str]:
    return frozenset(chain(kinds("mention_heads")["facility"], *kinds("undertaking_ends").values()))


def may_end(text: str, end: int) -> bool:
    """Whether an undertaking may end there, by the last character alone."""
    last = text[end - 1 : end]
    if last not in _last():
        return last.isdecimal()
    return last in "期）)段" or _ends_at().longest(text[max(0, end - 8) : end]) is not None


def is_undertaking(passage: Passage, start: int, end: int) -> bool:
    """Whether a phrase names one particular undertaking: a facility, a place being built or a work on one."""
    text = passage.text
    name = text[start:end]
    if text[start - 1 : start] in ("“", '"'):
        return False
    if not 4 <= len(name) <= 30 or BARRED.search(name) or is_counted(name) or _has_agency(passage, start, end):
        return False
    bare = BEHIND_NAME.sub("", name)
    if QUARTER.search(bare) and passage.found.holds("Park", start, start + len(bare) - 2):
        return True
    core = TAIL.sub("", bare)
    head = _heads().longest(core) or ""
    stop = start + len(core) - len(head)
    if PART.search(core) and not is_named_road(core):
        own = stop - start >= 3 and not COMMON.search(core) and not is_generic(text[start:stop])
        return own or _is_particular(passage, start, start + len(core) - 1)
    if not works().longest(core) and is_named(passage, start, start + len(core)):
        return True
    if 3 <= len(core) < len(bare) and not is_generic(core):
        return True
    if not head or stop - start < 2:
        return False
    if works().longest(core):
        return _is_particular(passage, start, stop) or is_named(passage, start, stop)
    return not is_generic(text[start:stop]) or _is_particular(passage, start, stop)


def _has_agency(passage: Passage, start: int, end: int) -> bool:
    return ACTING.search(passage.text, start, end) is not None or is_agency(passage, end)


ACTING = re.compile("[局厅委办部院司](?:组织|召开|对|将|已|与|和|开展|牵头|会同|协调|赴|拟|就|为)")
PHASED = re.compile("[一二三四五六首]期(?:工程|项目)?$")


def _is_particular(passage: Passage, start: int, end: int) -> bool:
    """Whether a phrase holds a place, an owner or a size."""
    text = passage.text
    if SIZED.search(text, start, end) and not COMMON.search(text, start, end + 1):
        return True
    place = PLACE.search(text, start, end)
    if place and not is_generic(text[start : place.end()]):
        return True
    return any(
        found.type in OWNERS and start <= found.start and found.end <= end for found in passage.found.near(start, end)
    )


OWNERS = frozenset(["Agency", "Area", "Company", "Institution", "Park"])


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the bracket behind it that says where it lies or what else it is called."""
    bracket = BRACKET.search(text, start, end)
    return (start, bracket.start()) if bracket else (start, end)


def ends_in_undertaking(text: str) -> bool:
    """Whether a phrase ends in something that can be built or done to a place."""
    return _heads().longest(text) is not None or text.endswith(kinds("mention_places")["park"])
