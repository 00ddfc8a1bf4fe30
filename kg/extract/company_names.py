"""What a company's name is made of: area, name proper, trade, legal form; and where it opens a longer name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.areas import gazetteer
from kg.extract.lexicon import Endings, alternatives, kinds
from kg.extract.naming import facility_head, general_from, general_words, is_general_name, is_generic, regions
from kg.extract.ordinary import PLACE_END, has_ordinary_word, is_brand
from kg.extract.sought import Sought, longest_first
from kg.words import words

LEGAL_FORM = re.compile(r"(?:集团|股份|控股)?(?:有限责任公司|股份有限公司|有限公司|集团公司|公司|集团)$")

BODY_END = re.compile(
    r"(?:[（(]?[一二三四五]期[）)]?)?(?:改扩建|建设|扩建|技改|生产|产业化)*(?:项目|工程)?(?:[（(]?[一二三四五]期[）)]?)?$"
)
AFTER_STEM = re.compile(r"项目|年产|[（(\dA-Z]|产业|工业|技术|科技|高新")
NO_STEM = re.compile("[路街巷镇乡村区县市省河湖山水庄桥港站校院馆园苑里湾民]|社区|大道|片区|广场|小区|花园")
INDUSTRY = re.compile(
    "高端|特色|新型|智能|智慧|数字|绿色|新能源|新材料|生物|医药|制药|原料药|食品|饮料|装备|机械|电子|半导体|芯片|锂电|电池|光伏|储能|氢|汽车|轮胎|"
    "纺织|服装|家具|家居|包装|造纸|化工|精细|物流|冷链|电商|软件|医疗|大健康|健康|农产品|预制|饲料|玻璃|陶瓷|石膏|水泥|轴承|数控|机器人|"
    "激光|光电|节能|环保|再生|高分子|特种|碳|石墨|铝|铜|钢|金属|橡胶|塑料|电机|电器|电气|产业园|科技园|物流园|食品园|工业园|总部|"
    "循环经济|生态|集成电路|工业机器人|传感|仪器|仪表|封装|封测|异质结|钙钛矿|负极|正极|隔膜|电解液|零部件|医疗器械|板材|石材|"
    "肉鸡|肉鸭|生猪|屠宰|种苗|育种|石英|铸造|锻造|风电|光热|制氢|农牧|成鞋|制鞋"
)
POWER = re.compile("核电|风电|水电|热电|水利|光伏|储能|氢能|绿能|光能|热能|热力|燃气|能源")
WORKS = re.compile(
    "[一二三四五六七]期|枢纽|灌区|机组|[电场]?站|电场|大坝|设施|改造|发电|储备|[直调]|渠|场|保供|用户|$|项目|工程|基地|等|\\d"
)
LINE = re.compile("(?:铁|桥|机场|高速|隧道|[干支专]线|路)$")
MEASURED = re.compile(
    r"([\u4e00-\u9fff]{2,4}?)(?=年产|年加工|年处理|年屠宰|\d(?![\d-]*(?:千伏|号|所|线|国道|省道))|[A-Z])"
)


LEGAL_FORMS = Sought(lambda: longest_first(kinds("mention_heads")["company"]))
"""Everything that ends a company's full name."""
TRADES = Sought(lambda: longest_first(kinds("mention_heads")["trade"]))
"""The trade words that end a company's short name."""
BUILDERS = (
    "中(?:国)?(?:铁建?|建筑?|交|冶|化|煤|核|电建|能建|水电|水利水电)?第?[一二三四五六七八九十]{1,3}"
    "(?:工程局|航局|局|建|冶)(?:集团)?(?![\u4e00-\u9fff]?级)"
)
POWER_GROUPS = ("大唐(?![不盛芙西文风遗古王朝诗宫夜])", "华电", "国电(?!网)")
"""Groups whose short names begin other words."""
KNOWN_COMPANIES = Sought(lambda: (BUILDERS, *longest_first(kinds("mention_known")["Company"]), *POWER_GROUPS))
"""Companies known all over the country."""
OTHER_NAME = re.compile("[腿区街桥]|路(?!桥|建)|道(?!路)|(?:体育|主题)?公园|广场")
"""Behind it a known firm's name is a place's or a part of another word (恒大路, 万达广场, 零跑腿)."""


HAN = re.compile(r"[\u4e00-\u9fff]+")
RURAL = re.compile("[镇乡村]|街道")


def is_proper(core: str) -> bool:
    """Whether 2 to 4 characters could be a company's name proper: no general word, no area in them.

    >>> is_proper("睿霖"), is_proper("高端")
    (True, False)
    """
    return (
        2 <= len(core) <= 4
        and HAN.fullmatch(core) is not None
        and RURAL.search(core) is None
        and not is_general_name(core)
    )


@lru_cache(maxsize=10_000)
def company_at_head(name: str, *, park: bool = False, stems: frozenset[str] = frozenset()) -> str | None:
    """The company that a project's or park's name begins with, as far as its form shows.

    `stems` are names proper of companies that the document names in full (丰源 of 丰源集团).

    >>> company_at_head("睿霖化工烷烃综合利用"), company_at_head("供热管网改造项目")
    ('睿霖化工', None)
    """
    full = LEGAL_FORMS.pattern.search(name)
    if (
        full
        and full.start() >= 2
        and full[0] not in ("基金", "银行", "超市", "电厂")
        and not is_generic(name[: full.start()])
    ):
        return name[: full.end()]
    body = BODY_END.sub("", name)
    general = general_from(body)
    stem = _stem(name, stems)
    if park:
        return stem or _of_park(body, general)
    return (
        _with_trade(body, general)
        or stem
        or _measured(body)
        or _before_industry(body, general)
        or _late_trade(body)
        or _before_area(body)
        or _maker(body)
        or _before_word(body)
    )


PLACE_BEHIND = re.compile(
    "(?:工业|科技|物流|生态|食品|文化)?园|产业园(?:区)?$|产业[新小]?[城镇基]|工业区|生态|物流|农业|农产品|零碳|航空|总部"
)
"""Behind a place's or a thing's name in a park's; a firm's mostly has between them what it makes (茶亭工业园)."""


def _of_park(body: str, general: tuple[bool, ...]) -> str | None:
    """The firm that a park is called after (睿霖智能制造产业园)."""
    head = _before_industry(body, general)
    if head is None or PLACE_BEHIND.match(body, len(head)):
        return None
    return head if is_brand(head) or (len(head) > 2 and not body.startswith("产业", len(head))) else None


def _stem(name: str, stems: frozenset[str]) -> str | None:
    stem = next((name[:size] for size in (4, 3, 2) if name[:size] in stems), None)
    if stem is None:
        return None
    place = facility_head(BODY_END.sub("", name)) is not None or NO_STEM.match(name, len(stem)) is not None
    follows = any(words.match(name, len(stem)) for words in (INDUSTRY, TRADES.pattern, AFTER_STEM))
    return stem if follows or (not place and len(name) > len(stem) + 1) else None


def _with_trade(body: str, general: tuple[bool, ...]) -> str | None:
    """Name proper and trade, where general words or nothing follow."""
    known = KNOWN_COMPANIES.pattern.match(body)
    for match in TRADES.pattern.finditer(body, known.end() if known else 2, 9 if known else 7):
        core = body[: match.start()]
        if body[match.end() : match.end() + 1] in ("区", "城"):
            continue
        if (
            _part_of_general_word(body, match)
            or tells_kind(body, match)
            or (is_power_work(body, match) and (not known or match[0] not in ("燃气", "热力")))
        ):
            continue
        between = body[known.end() : match.start()] if known else ""
        if known and (not is_maker(between) if between else match.end() < len(body)):
            continue
        if has_ordinary_word(core) and not known and match[0][-1] != "业":
            continue
        if known or (is_proper(core) and general[match.end()]):
            return body[: match.end()]
    return known[0] if known and not OTHER_NAME.match(body, known.end()) else None


def _part_of_general_word(body: str, match: re.Match[str]) -> bool:
    """Whether the trade word is only the beginning of a longer word of industry (电子 in 电子信息产业园)."""
    longer = (body[match.start() : end] for end in range(match.end() + 1, min(match.end() + 3, len(body) + 1)))
    return any(word in general_words() for word in longer)


@cache
def adjectives() -> frozenset[str]:
    """Trades that before a product tell its kind: the firm's name ends before them."""
    return frozenset(kinds("product_trades")["adjective"])


@cache
def _products() -> frozenset[str]:
    """Trades that say what is made wherever they stand."""
    return frozenset(kinds("product_trades")["product"])


def tells_kind(text: str, trade: re.Match[str]) -> bool:
    """Whether a trade word is a product or tells that of one or of a site (精密 in 精密铸件, 机械 in 机械产业园)."""
    if trade[0] in _products():
        return True
    adjective = trade[0] in adjectives()
    if adjective and _made().match(text, trade.end()):
        return True
    return (adjective or trade[0] in _industries()) and _sites().match(text, trade.end()) is not None


@cache
def _industries() -> frozenset[str]:
    return frozenset(kinds("product_trades")["industry"])


@cache
def _sites() -> re.Pattern[str]:
    """Places where firms sit or things are made."""
    return re.compile(alternatives(kinds("product_trades")["site"]))


@cache
def _made() -> re.Pattern[str]:
    """What makes a product's kind of the trade word before it."""
    return re.compile(alternatives((*words("goods"), *kinds("firm_cues")["goods"], *kinds("product_trades")["made"])))


def is_power_work(text: str, trade: re.Match[str]) -> bool:
    """Whether a word of power or water is a work's, not a firm's trade (核电 in 白龙核电一期)."""
    return POWER.fullmatch(trade[0]) is not None and WORKS.match(text, trade.end()) is not None


def _late_trade(body: str) -> str | None:
    """Name proper and trade before words that are not general (睿霖化工烷烃…)."""
    for match in TRADES.pattern.finditer(body, 2, 7):
        if is_power_work(body, match) or tells_kind(body, match) or has_ordinary_word(body[: match.start()]):
            continue
        if is_proper(body[: match.start()]) and body[match.end() : match.end() + 1] not in ("区", "城"):
            return body[: match.end()]
    return None


def _measured(body: str) -> str | None:
    """What stands before a capacity or a Latin word."""
    match = MEASURED.match(body)
    if match and (has_ordinary_word(match[1]) or match[1][0] in "一二三四五六七八九十"):
        return None
    if match and is_brand(match[1][:2]) and gazetteer().find(match[1][2:]):
        return match[1][:2]
    return (
        match[1]
        if match
        and is_proper(match[1])
        and not LINE.search(match[1])
        and match[1] not in regions()
        and not PLACE_END.search(match[1])
        else None
    )


def _before_industry(body: str, general: tuple[bool, ...]) -> str | None:
    """2 to 4 characters that mean nothing in general before words of industry."""
    for end in (3, 2, 4):
        head = body[:end]
        if (head[-1:] == "大" and body[end : end + 2] in ("数据", "健康", "桥梁")) or head[-1:] in TORN:
            continue
        fits = end < len(body) and general[end] and INDUSTRY.match(body, end)
        bare = is_proper(head) and not has_ordinary_word(head)
        if fits and bare and head not in regions() and not PLACE_END.search(head):
            return head
    alone = len(body) == 4 and is_proper(body) and not POWER.fullmatch(body, 2) and not has_ordinary_word(body)
    return body if alone and not PLACE_END.search(body) and not facility_head(body) else None


TORN = tuple("零微锈")
"""A head that ends so is cut out of a word (零碳, 微电机, 不锈钢)."""


def _before_area(body: str) -> str | None:
    """A bare name before the county where it makes power (国信滨海渔光互补)."""
    if not POWER_WORK.search(body):
        return None
    area = next((start for start, _, _ in gazetteer().scan(body[:8]) if start > 1), 0)
    return body[:area] if 2 <= area <= 4 and is_brand(body[:area]) else None


POWER_WORK = re.compile("光伏|风电|储能|互补|热电|煤电|电站|发电|风场|并网")


@cache
def goods_pattern() -> re.Pattern[str]:
    """What firms make, as one expression."""
    return re.compile(alternatives(words("goods")))


def _maker(body: str) -> str | None:
    """A bare name before what it makes (睿霖运动鞋生产)."""
    return next((body[:n] for n in (2, 3, 4) if is_maker(body[:n]) and goods_pattern().match(body, n)), None)


def _before_word(body: str) -> str | None:
    """A bare name, its province or city included, before what firms make or a phase (河北睿霖太阳能组件, 睿霖二期)."""
    area = next((end for start, end, _ in gazetteer().scan(body[:4]) if start == 0), 0)
    for end in (area + 2, area + 3):
        if end < len(body) and is_maker(body[area:end]) and _behind().match(body, end) and not PUBLIC.search(body, end):
            return body[:end]
    return None


def company_in_county(name: str) -> str | None:
    """The company in a name behind the county where it is: there a bare name before a product is a firm's.

    >>> company_in_county("睿霖变压器线圈改造项目"), company_in_county("睿霖工业园")
    ('睿霖', None)
    """
    known = KNOWN_COMPANIES.pattern.match(name)
    if known and known.end() < len(name) and not OTHER_NAME.match(name, known.end()):
        return known[0]
    body = BODY_END.sub("", name)
    end = next((n for n in (2, 3) if n < len(body) and is_maker(body[:n])), 0)
    if not end or TRADES.pattern.fullmatch(body[:end]) or PUBLIC.search(body, end) or PLACE_BEHIND.match(body, end):
        return None
    trade = TRADES.pattern.match(body, end)
    if trade and not tells_kind(body, trade) and not is_power_work(body, trade):
        return body[: trade.end()]
    return body[:end] if MADE_BEHIND.match(body, end) or _behind().match(body, end) else None


MADE_BEHIND = re.compile(r"\d|[年日]产|[A-Z]")


PUBLIC = re.compile("旅游|文化|国际|水电|坝|供水|园林|小镇|大道|二期$|商[贸业]|广场")


@cache
def _behind() -> re.Pattern[str]:
    """What stands behind a bare name if that is a firm's."""
    made = alternatives((*words("goods"), *kinds("mention_heads")["trade"]))
    return re.compile(f"{made}|{INDUSTRY.pattern}|[（(“]|[一二三四五六]期(?:项目|扩|技改|及|$)")


def is_maker(name: str) -> bool:
    """Whether a name before a product could be its maker's; 大 there begins 大数据, 新 begins 新能源."""
    return name[-1] not in "大新轻高零" and is_brand(name)


@lru_cache(maxsize=10_000)
def short_forms(name: str) -> tuple[str, ...]:
    """Forms by which a company with this full name is called, the longest first.

    >>> short_forms("枣庄华宝牧业有限公司")
    ('华宝牧业',)
    >>> short_forms("山东集律博物文化发展公司")
    ('集律博物文化发展', '集律博物')
    """
    body = LEGAL_FORM.sub("", name)
    if body == name:
        return ()
    short = without_area(body)
    forms = [short, *(short.removesuffix(word) for word in kinds("mention_heads")["business"] if short.endswith(word))]
    return tuple(form for form in dict.fromkeys(forms) if 3 <= len(form) <= 8 and not is_generic(form))


@lru_cache(maxsize=10_000)
def stems(name: str) -> tuple[str, ...]:
    """The name proper of a company, without area, trade and legal form: it opens names of projects and parks.

    >>> stems("丰源集团"), stems("汉芯科技")
    (('丰源',), ('汉芯',))
    """
    body = LEGAL_FORM.sub("", name)
    trade = _last_words().longest(body[1:]) or ""
    if body == name and not trade:
        return ()
    stem = without_area(body.removesuffix(trade))
    if stem.endswith(("园区", "新区", "景区")):
        return ()
    return (stem,) if 2 <= len(stem) <= 4 and not is_general_name(stem) and stem not in regions() else ()


@cache
def _last_words() -> Endings:
    """What a short name may end in."""
    return Endings(kinds("mention_heads")["trade"] + kinds("mention_heads")["business"])


@lru_cache(maxsize=10_000)
def without_area(name: str) -> str:
    """A name without the area or level that it begins with.

    >>> without_area("枣庄二十八中"), without_area("区农商行")
    ('二十八中', '农商行')
    """
    end = next((end for start, end, _ in gazetteer().scan(name) if start == 0), 0)
    return LEVEL_AT_HEAD.sub("", name[end:])


LEVEL_AT_HEAD = re.compile(r"^[省市区县](?=..)")
