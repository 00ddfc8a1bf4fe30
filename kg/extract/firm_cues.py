"""The words that show a firm: what only firms do, what is done for them, trade words at the end of a name."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation, kinds
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
LAST_TRADE = re.compile("科技|实业|股份|控股|商贸|贸易|工贸|制造|国际")


@cache
def firm_cue(kind: str) -> re.Pattern[str]:
    """The words of one kind that show firms, as one expression."""
    return re.compile(alternation("firm_cues", kind))


def trades_end(text: str, end: int) -> int:
    """Where the trade words that stand one after the other end (电子 and 科技 in 诚越电子科技)."""
    while match := LAST_TRADE.match(text, end):
        end = match.end()
    return end


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
