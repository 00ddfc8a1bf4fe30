"""Finds firms where grammar shows a party: at a clause's beginning, behind 由 and 引进, and among provinces' firms."""

from __future__ import annotations

import re
from functools import cache

from kg.areas import gazetteer
from kg.extract.bare_names import is_firm_like, without_region
from kg.extract.company_words import TRADES, is_maker, is_power_work, tells_kind
from kg.extract.firm_cues import trades_end
from kg.extract.known_firms import GOES_ON
from kg.extract.lexicon import Endings, alternation, kinds
from kg.extract.naming import general_words, is_generic, regions
from kg.extract.ordinary import has_ordinary_word, is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.words import words

HAN = re.compile("[\u4e00-\u9fff]+")
PLATFORM = Sought(lambda: longest_first(kinds("firm_cues")["platform"]))
"""What firms that belong to a place are called by behind its name (青州城投)."""
PROVINCE = re.compile("[京津沪渝冀晋辽吉黑苏浙皖闽赣鲁豫鄂湘粤琼川贵黔滇陕秦甘陇蒙桂宁藏]$")
NO_PARTY = re.compile(
    "产业|行业|市场|融合|部门|事业|资源|项目|企业|工[作程]|消费|活动|[局委办厅站馆院校所园区城镇]|系统|发展(?!$)|建设|设施|安全|供应|价格|管[网道]|用户|线|航[线站]|群|储备|生产|"
    "体|业|资|中心|改革|品牌|线路|服务|宣传|推介|节|文化|大会|论坛|方面|[和与及、](?:文化|旅游|农业)"
)
RUNS = (
    "出资|投资|承建|实施|运营|承接|代建|牵头|开发|托管|接手|接盘|盘活|收购|经营|承租|租赁|租用|管护|施工|供货|总承包|承办|承担|"
    "注资|控股|负责|打造|建设|投建|改造|认购|摘牌"
)
BY = Sought(
    ("由", "交给", "委托", "交由", "联合", "转由"),
    behind=rf"(?P<name>[\u4e00-\u9fff]{{3,12}}?)(?:(?:全额|统一|独家|具体|整体|单独|主导|参与)?(?:{RUNS}))",
)
TEAMS = "连锁|经营|运营|管理|团队|机构|入驻|落户|开设|开办|设立|打造|投资|建设|承租|[“”，。；、]|等"
BROUGHT = Sought(
    ("引进", "引入", "招引", "引来", "招来", "签约", "新签", "接洽", "对接", "洽谈", "走访", "拜访"),
    behind=rf"(?:了|的)?(?P<name>[\u4e00-\u9fff]{{3,8}}?)(?={TEAMS})",
)


def find_openings(passage: Passage) -> None:
    """Add the firms that stand as parties."""
    _opening_trades(passage)
    _makers(passage)
    _platforms(passage)
    _parties(passage, BY)
    _parties(passage, BROUGHT)
    _provincial(passage)


def _opening_trades(passage: Passage) -> None:
    """`天山钢铁二期`: with a trade at a clause's beginning even a county's name is a firm's."""
    text = passage.text
    for match in passage.matches(TRADES):
        start = _begins(passage, match.start())
        if start is None:
            continue
        end = trades_end(text, match.end())
        if GOES_ON.match(text, end) or is_power_work(text, match) or tells_kind(text, match):
            continue
        if not _may_be_core(text[start : match.start()]) or text[end : end + 1] == "等":
            continue
        _add(passage, start, end, "companies/opening", 0.65)
    for match in passage.matches(SOFT_TRADES):
        start = _begins(passage, match.start())
        if start is None or not is_brand(text[start : match.start()]):
            continue
        if _acts().match(text, match.end()) or (match[0] in _goods() and _stands(text, match.end())):
            _add(passage, start, match.end(), "companies/opening", 0.62)


def _stands(text: str, end: int) -> bool:
    """Whether a name may end there: nothing follows that makes a trade, a place or an event of it."""
    return not (GOES_ON.match(text, end) or NO_MAKER.match(text, end))


@cache
def _goods() -> frozenset[str]:
    return frozenset(words("goods"))


def _makers(passage: Passage) -> None:
    """`元利二元醇扩产`: a bare name before what it makes, at a clause's beginning."""
    text = passage.text
    for match in passage.matches(GOODS):
        start = _begins(passage, match.start())
        if start is not None and not NO_MAKER.match(text, match.end()) and is_maker(text[start : match.start()]):
            _add(passage, start, match.start(), "companies/maker", 0.6)


SOFT_TRADES = Sought(lambda: longest_first(kinds("mention_heads")["soft-trade"]))
GOODS = Sought(lambda: longest_first(words("goods")))
NO_MAKER = re.compile(
    r"产业|行业|市场|企业|商户|种植|养殖|之[乡都]|文化|小镇|博物|园|节|展|大会|论坛|品[牌质种]|安全|质量|价格|消费|监管|检[测查验]|专项|整治|行动|"
    r"销售|零售|批发|进出口|出口|贸易|流通|回收|下乡|以旧换新|补贴|保险|集群|专业村|大户|协会|商会|特色|旅游|体验|赛|合作社|等(?!\d)|[和与及、]"
)


def _begins(passage: Passage, end: int) -> int | None:
    """Where a name of two or three characters begins that ends here and opens a clause or an item of a list."""
    text = passage.text
    for start in (end - 2, end - 3):
        if start < 0 or not HAN.fullmatch(text, start, end):
            return None
        if text[start] in LEADS:
            return start + 1 if end - start > 2 else None
        if start == 0 or text[start - 1] in OPENERS or text.endswith(MONEY_TO, 0, start):
            return start
        if text[start - 1] in "和与" and "、" in text[max(0, start - 12) : start]:
            return start
    return None


MONEY_TO = (
    "投资",
    "注资",
    "入驻",
    "参股",
    "控股",
    "投向",
    "追加",
    "借给",
    "贷给",
    "重组",
    "租给",
    "卖给",
    "转让给",
    "供应",
)


LEADS = frozenset("由向对把被让使从以按据经用与及和在于为因是其有现已既即")
OPENERS = frozenset("。；，：、;,:（(及")


def _may_be_core(core: str) -> bool:
    """Whether nothing but a county of this name speaks against a firm's name proper."""
    if (
        has_ordinary_word(core)
        or core in regions()
        or core[0] in "全省市区县镇各该本等和与及"
        or core[-1] in "的与及等性型化类用"
    ):
        return False
    if any(core[i : i + n] in general_words() for n in (2, 3) for i in range(len(core) - n + 1)):
        return False
    return core[-1] != "是" and all(area.kind == "District" for area in gazetteer().find(core))


def _platforms(passage: Passage) -> None:
    """`青州城投`, `鲁文投`: a place and what its own firms are called by."""
    text = passage.text
    for match in passage.matches(PLATFORM):
        if NO_PARTY.match(text, match.end()):
            continue
        areas = [
            found.start
            for found in passage.found.near(match.start() - 3, match.start())
            if found.end == match.start() and found.type == "short-area"
        ]
        start = min(areas, default=match.start())
        if (
            start == match.start()
            and match[0][-1] in "投控"
            and PROVINCE.search(text, match.start() - 1, match.start())
        ):
            start -= 1
        if start < match.start() and _is_party(passage, start, match.end()):
            _add(passage, start, match.end(), "companies/platform", 0.65)


def _is_party(passage: Passage, start: int, end: int) -> bool:
    """Whether a clause begins or a verb stands before it, and behind it a stop or a word around names."""
    text = passage.text
    begins = (
        start == 0 or text[start - 1] in OPENERS or passage.name_start(end) == start or text[start - 1] in "由与向对帮"
    )
    return begins and (
        end >= len(text)
        or not "\u4e00" <= text[end] <= "\u9fff"
        or end in passage.marks
        or RUN.match(text, end) is not None
    )


RUN = re.compile(f"{RUNS}|{TEAMS}")


def _parties(passage: Passage, sought: Sought) -> None:
    for match in passage.matches(sought):
        start, end = match.span("name")
        name = match["name"]
        if is_firm(name) or is_firm_like(without_region(name)):
            _add(passage, start, end, "companies/party", 0.65)


def is_firm(name: str) -> bool:
    """Whether a name ends in a trade and is not made of general words alone.

    >>> is_firm("云湖城投"), is_firm("专业环保"), is_firm("云湖")
    (True, False, False)
    """
    trade = _trades().longest(name[2:])
    if trade is None or is_generic(name):
        return False
    core = name[: len(name) - len(trade)]
    return (
        not is_generic(core)
        and not has_ordinary_word(core)
        and core[0] not in "省市区县镇村各该本第专"
        and len(core) <= 6
    )


@cache
def _trades() -> Endings:
    return Endings(("发展", *kinds("mention_heads")["trade"], *kinds("mention_heads")["business"]))


def _provincial(passage: Passage) -> None:
    """`江苏海岚拟注资`: a province or city and a bare name that does something."""
    text, acts = passage.text, _acts().match
    for area in passage.found.of("short-area"):
        ends = (area.end + size for size in (4, 3, 2))
        end = next((end for end in ends if acts(text, end) and is_brand(text[area.end : end])), None)
        if end is None:
            continue
        if not area.start or text[area.start - 1] in OPENERS or passage.name_start(area.end) == area.start:
            _add(passage, area.start, end, "companies/provincial", 0.62)


@cache
def _acts() -> re.Pattern[str]:
    return re.compile(rf"等\d{{1,2}}[户家]|[一二三四]期|各[拿定自投占签]|拟|分别|{alternation('firm_cues', 'does')}")


def _add(passage: Passage, start: int, end: int, method: str, sure: float) -> None:
    near = (found for found in passage.found.near(start, end) if found.type != "short-area")
    if all(
        found.type == "Project" and found.start <= start and end <= found.end
        for found in near
        if found.start < end and start < found.end
    ):
        passage.add("Company", start, end, method, sure)
