"""Words that companies' names are made of, and what tells a firm's trade from a product or a work."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternatives, kinds
from kg.extract.naming import is_general_name
from kg.extract.ordinary import is_brand
from kg.extract.sought import Sought, longest_first
from kg.words import words

POWER = re.compile("核电|风电|水电|热电|水利|光伏|储能|氢能|绿能|光能|热能|热力|燃气|能源")
WORKS = re.compile(
    "[一二三四五六七]期|枢纽|灌区|机组|[电场]?站|电场|大坝|设施|改造|发电|储备|[直调]|渠|场|保供|用户|$|项目|工程|基地|等|\\d"
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


def tells_kind(text: str, trade: re.Match[str]) -> bool:
    """Whether a trade word is a product or tells that of one or of a site (精密 in 精密铸件, 机械 in 机械产业园)."""
    if trade[0] in _products():
        return True
    adjective = trade[0] in adjectives()
    if adjective and _made().match(text, trade.end()):
        return True
    return (adjective or trade[0] in _industries()) and _sites().match(text, trade.end()) is not None


@cache
def adjectives() -> frozenset[str]:
    """Trades that before a product tell its kind: the firm's name ends before them."""
    return frozenset(kinds("product_trades")["adjective"])


@cache
def _products() -> frozenset[str]:
    """Trades that say what is made wherever they stand."""
    return frozenset(kinds("product_trades")["product"])


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


@cache
def industry_pattern() -> re.Pattern[str]:
    """What branches of industry and their sites begin with, as one expression."""
    return re.compile(alternatives(words("industry_words")))


@cache
def goods_pattern() -> re.Pattern[str]:
    """What firms make, as one expression."""
    return re.compile(alternatives(words("goods")))


def is_maker(name: str) -> bool:
    """Whether a name before a product could be its maker's; 大 there begins 大数据, 新 begins 新能源."""
    return name[-1] not in "大新轻高零" and is_brand(name)
