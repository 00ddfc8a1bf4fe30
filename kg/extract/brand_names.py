"""Finds companies by bare names (a word that means nothing): by what only firms do, and in lists of such names."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.areas import gazetteer
from kg.extract.company_names import INDUSTRY, KNOWN_COMPANIES, TRADES
from kg.extract.lexicon import alternation, kinds
from kg.extract.lists import enumerations, items_left_of, outer
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first

MARKETS = (
    "香港|深圳|上海|北交所|港交所|新三板|(?:齐鲁|省内|区域性?)?(?:四板|股权交易中心)|主板|创业板|科创板|"
    "北京证券交易所|深交所|上交所|纳斯达克"
)
ADVERBS = (
    "(?:目前|现|已|也|均|都|正|全部|成功|顺利|正式|首次|再次|先后|相继|分别|陆续|即将|拟|计划|将|"
    f"[一二两三四五六七八九十]家(?:企业|公司)?|在?(?:{MARKETS})(?:市场)?)*"
)
BEFORE_IT = re.compile(ADVERBS.removesuffix("*") + "+$")
LEVELS = (
    r"(?:20\d\d年度?|[国省市区县]级?|国家级?|全国|全省|全市|首批|新一批|第[一二三四五六七八九十]批|"
    r"中国|制造业|工业|“|\")*"
)
EARNS = (
    r"上市(?![销售场公企])|挂牌(?=[，。；]|$|成功)|完成[A-Z天使轮种子]{1,4}\+?轮?融资|"
    r"实现(?:主营业务|年)?(?:营业|销售)?(?:收入|额|产值|营收)"
)
WINS = r"(?:成功)?(?:获批|入选|获评|荣获|通过|被认定为|认定为|评为|被评为|列入|申报)"
IN_BRACKET = Sought(
    ("企业", "公司", "冠军", '小巨人[”"]?', "瞪羚", "独角兽", "上市公司", "工厂", "链主", "龙头"),
    behind=r"(?:企业)?(?:达到|达)?\d{1,3}[家户个]?[（(](?P<names>[^（）()，。；]{2,60}?)等?[）)]",
)
CARRIER = "(?:中国)?(?:移动|联通|电信|广电|铁塔)(?:公司)?"
CARRIERS = ("移动", "联通", "电信", "广电", "铁塔")
TELECOM = Sought(
    (*CARRIERS, *(f"中国{carrier}" for carrier in CARRIERS)),
    behind=rf"(?:公司)?(?:[、和与及]{CARRIER})+(?![网信业技终])",
)
ONE_TELECOM = Sought(("移动", "联通", "电信"), behind="(?=[45]G|基站|营业厅|分公司|等(?:三家|三大)?(?:通信)?运营商)")


@lru_cache(maxsize=10_000)
def is_firm_like(name: str) -> bool:
    """A bare name, or one with a trade or general words of trade behind it (台德智慧科技, 正明铝业).

    >>> is_firm_like("睿霖智能装备"), is_firm_like("高端智能装备")
    (True, False)
    """
    if is_brand(name):
        return True
    trade = next((match for match in TRADES.pattern.finditer(name, 2) if match.end() == len(name)), None)
    if trade is None or not re.fullmatch("[\u4e00-\u9fff]+", name):
        return False
    core = name[: trade.start()]
    return any(is_brand(core[:size]) and _is_industry(core[size:]) for size in (2, 3, 4) if size <= len(core))


LAST_TRADE = re.compile("科技|实业|股份|控股|商贸|贸易|工贸|制造|国际")


def trades_end(text: str, end: int) -> int:
    """Where the trade words that stand one after the other end (电子 and 科技 in 诚越电子科技)."""
    while match := LAST_TRADE.match(text, end):
        end = match.end()
    return end


def _is_industry(rest: str) -> bool:
    """Nothing, or words of industry and trade alone."""
    while rest:
        match = INDUSTRY.match(rest) or TRADES.pattern.match(rest) or firm_cue("industry").match(rest)
        if not match:
            return False
        rest = rest[match.end() :]
    return True


def _of_firms() -> str:
    rank = alternation("firm_cues", "rank")
    return f"(?:{EARNS}|{WINS}{LEVELS}{rank}|{alternation('firm_cues', 'does')})"


WON = ("获批", "入选", "获评", "荣获", "通过", "被认定为", "认定为", "评为", "被评为", "列入", "申报")
OF_FIRMS = Sought(
    lambda: (*("上市", "挂牌", "完成", "实现", "成功"), *WON, *map(re.escape, kinds("firm_cues")["does"])),
    whole=_of_firms,
)
"""What only firms do."""
HELPED = Sought(lambda: longest_first(kinds("firm_cues")["helped"]))


@cache
def firm_cue(kind: str) -> re.Pattern[str]:
    """The words of one kind that show firms, as one expression."""
    return re.compile(alternation("firm_cues", kind))


def find_brands(passage: Passage) -> None:
    """Add the companies that bear bare names."""
    _by_what_firms_do(passage)
    _helped(passage)
    _leading(passage)
    _in_brackets(passage)
    _undertakings(passage)
    _alone(passage)
    _telecoms(passage)


def _by_what_firms_do(passage: Passage) -> None:
    for match in passage.matches(OF_FIRMS):
        adverbs = BEFORE_IT.search(passage.text, max(0, match.start() - 16), match.start())
        for start, end in _items(passage, adverbs.start() if adverbs else match.start()):
            _add(passage, start, end, "companies/does", 0.66)


def _items(passage: Passage, end: int) -> list[tuple[int, int]]:
    """The names left of a place: one, or a list of which each could be a firm's."""
    end -= passage.text[max(0, end - 1) : end] == "等"
    items = [outer(passage.text, *_without_lead(passage.text, *item)) for item in items_left_of(passage, end)]
    return items if all(_may_stand(passage, *item) for item in items) else []


def _without_lead(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the one word of grammar before it (助睿霖上市, 受柏川停产影响)."""
    return (start + 1, end) if text[start] in "受助帮给让使" and end - start > 2 else (start, end)


def _may_stand(passage: Passage, start: int, end: int) -> bool:
    name = passage.text[start:end]
    known = passage.found.holds("Company", start, end)
    return known or is_firm_like(without_region(name)) or bool(KNOWN_COMPANIES.pattern.fullmatch(name))


@lru_cache(maxsize=10_000)
def without_region(name: str) -> str:
    """A name without the short forms of province and city before it (江苏南通海岚).

    >>> without_region("江苏南通海岚"), without_region("海岚")
    ('海岚', '海岚')
    """
    for _ in range(2):
        end = next((end for start, end, _ in gazetteer().scan(name) if start == 0), 0)
        name = name[end:] if 0 < end <= 3 and len(name) - end >= 2 else name
    return name


def _helped(passage: Passage) -> None:
    """`督促A、B整改`: two or more bare names; one alone is only a guess that has to come twice."""
    text = passage.text
    for match in passage.matches(HELPED):
        items = _right_of(passage, match.end())
        if not items or not _goes_on(text, items[-1][1]) or not all(_may_stand(passage, *item) for item in items):
            continue
        for start, end in items:
            if len(items) > 1:
                _add(passage, start, end, "companies/helped", 0.62)
            elif text[end : end + 1] not in ("，", "。", "；", ""):
                _add(passage, start, end, "companies/helped", 0.4, "maybe-company")


def _goes_on(text: str, end: int) -> bool:
    """Whether the clause ends behind a list of names or says what they do."""
    behind = AMONG_FIRMS.match(text, end)
    end = behind.end() if behind else end
    return text[end : end + 1] in ("", "，", "。", "；") or firm_cue("then").match(text, end) is not None


AMONG_FIRMS = re.compile("等?(?:企业|公司)")


def _right_of(passage: Passage, start: int) -> list[tuple[int, int]]:
    """The list that begins at a place, each item up to punctuation or a word that ends names."""
    text, items = passage.text, []
    while True:
        end = start
        while end < len(text) and end < start + 8 and "\u4e00" <= text[end] <= "\u9fff":
            if end - start >= 2 and passage.marks.get(end, "keep") != "keep":
                break
            end += 1
        if end - start < 2:
            return []
        items.append((start, end))
        if text[end : end + 1] not in ("、", "和", "与"):
            return items
        start = end + 1


def _leading(passage: Passage) -> None:
    """`以A、B为龙头`: bare names that lead a trade."""
    for match in LEADING.finditer(passage.text) if LEADS.search(passage.text) else ():
        start = match.start("names")
        for name in match["names"].split("、"):
            if is_firm_like(name):
                _add(passage, start, start + len(name), "companies/leading", 0.65)
            start += len(name) + 1


LEADS = re.compile("为(?:龙头|链主|骨干|牵引)")
LEADING = re.compile("以(?P<names>[\u4e00-\u9fff、]{2,30}?)等?(?:企业)?为(?:龙头|链主|骨干|牵引)")


def _in_brackets(passage: Passage) -> None:
    """`单项冠军2家（A、B）`: the firms that were counted."""
    for match in passage.matches(IN_BRACKET):
        start = match.start("names")
        for name in match["names"].split("、"):
            short = without_region(name)
            if is_firm_like(short) or (re.fullmatch("[\u4e00-\u9fff]{3,6}", short) and is_brand(short[:2])):
                _add(passage, start, start + len(name), "companies/counted", 0.7)
            start += len(name) + 1


def _undertakings(passage: Passage) -> None:
    """`A、B、C等项目`: projects that bear nothing but bare names are called after their firms."""
    for enumeration in enumerations(passage):
        if not enumeration.head.endswith("项目"):
            continue
        items = [_unphased(passage.text, *outer(passage.text, *item)) for item in enumeration.items]
        bare = [item for item in items if is_brand(passage.text[slice(*item)])]
        firms = sum(passage.found.holds("Company", *item) for item in items)
        if bare and len(bare) + firms >= 2:
            for start, end in bare:
                _add(passage, start, end, "companies/undertakings", 0.62, projects=True)


def _alone(passage: Passage) -> None:
    """`X项目`, `X二期项目`: a bare name that the project has nothing else in its name but."""
    for project in passage.found.of("Project"):
        name = SHELL.sub("", passage.text[project.start : project.end])
        if 2 <= len(name) <= 3 and project.end - project.start > len(name) and is_brand(name):
            _add(passage, project.start, project.start + len(name), "companies/alone", 0.6, projects=True)


def _unphased(text: str, start: int, end: int) -> tuple[int, int]:
    """An item without the phase or work behind it (睿霖二期, 柏川扩建)."""
    phase = PHASE.search(text, start, end)
    return (start, phase.start()) if phase and phase.start() - start >= 2 else (start, end)


PHASE = re.compile("(?:[一二三四五]期|扩建|技改|扩产|扩能|增资)+$")
SHELL = re.compile("(?:[（(]?[一二三四五]期[）)]?|扩建|技改|建设|扩规)*项目$")


def _telecoms(passage: Passage) -> None:
    for match in passage.matches(TELECOM):
        for one in re.finditer(CARRIER, match[0]):
            _add(passage, match.start() + one.start(), match.start() + one.end(), "companies/known", 0.85)
    for match in passage.matches(ONE_TELECOM):
        _add(passage, match.start(), match.end(), "companies/known", 0.8)


def _add(
    passage: Passage, start: int, end: int, method: str, sure: float, kind: str = "Company", *, projects: bool = False
) -> None:
    beside = ("short-area", "Project") if projects else ("short-area",)
    near = (found for found in passage.found.near(start, end) if found.type not in beside)
    if not any(found.start < end and start < found.end for found in near):
        passage.add(kind, start, end, method, sure)
