"""Finds firms known all over the country, with their daughters, shops and trades."""

from __future__ import annotations

import re

from kg.extract.company_full import NUMBERED
from kg.extract.company_words import KNOWN_COMPANIES, OTHER_NAME, TRADES, industry_pattern, is_power_work, tells_kind
from kg.extract.ordinary import is_brand
from kg.extract.passage import Passage

GOES_ON = re.compile(
    r"质(?!量)|基(?!地|础|本|金|层|因)|链(?!主)|家居|家电|网联|终端|仓储|控制|电网|交通|停车|风景|资(?!本)|票|产业|行业|企业(?!已|成)|城|园|业|化(?!机|工|纤|肥|学)|级|类|领域|技术|设备|产品|制造|生产|工程|项目|系统|服务|平台|人才|小镇|基地|街|路|区|馆|院|走廊|廊道|新城|新区|片区|街区|谷|"
    r"配件|线(?![缆业])|板(?![业材])|深加工|市场|大会|节|零部件|信息|商务|程|封|子|能源|大|局|厅|委|作|部|中心|经济|装备|材料|器|机|研究|学|股"
)
GROUP_FORM = re.compile("(?:控股)?集团(?![军队化])(?:公司|有限公司)?")
FORM = re.compile("(?:股份|控股)?(?:有限)?公司|集团(?![军队化])")
SHOP = re.compile(r"[\u4e00-\u9fff]{2,4}?店(?![铺面员长])")
GROUP = re.compile("中|国|华[能电润]|[大河首鞍]|三峡|延长|海尔|京东|阿里|[\u4e00-\u9fff]钢")


def find_known(passage: Passage) -> None:
    """Add the firms that everybody knows; two characters alone only where a name begins with them."""
    for match in passage.matches(KNOWN_COMPANIES):
        start, short = match.start(), len(match[0]) == 2 and "的" not in match[0]
        if passage.inside_mark(start) or (short and not _begins(passage, start, match.end())):
            continue
        if OTHER_NAME.match(passage.text, match.end()):
            continue
        passage.add("Company", start, match.end(), "companies/known", 0.9)
        end, method = _tail(passage, match)
        if end > match.end():
            passage.add("Company", start, end, method, 0.8)


def _begins(passage: Passage, start: int, end: int) -> bool:
    """Whether a name begins there, or the area ends that says where its firm is (云州高新区华为大数据中心)."""
    if passage.name_start(end) == start:
        return True
    return any(found.end == start for found in passage.found.near(start - 1, start, "Area"))


def _tail(passage: Passage, known: re.Match[str]) -> tuple[int, str]:
    """Where a known firm's daughter, shop or trade ends, and what it is (圆通速递, 国家电投协鑫, 麦德龙城北店)."""
    text, end = passage.text, known.end()
    if form := GROUP_FORM.match(text, end):
        return form.end(), "companies/full"
    if trade := _trade(text, end):
        form = FORM.match(text, trade)
        return form.end() if form else trade, "companies/known-trade"
    if shop := SHOP.match(text, end):
        return shop.end(), "companies/known-shop"
    if other := KNOWN_COMPANIES.pattern.match(text, end):
        return other.end(), "companies/known-daughter"
    for size in (3, 2) if GROUP.match(known[0]) else ():
        if end + size <= len(text) and is_brand(text[end : end + size]):
            if trade := _trade(text, end + size):
                return trade, "companies/known-daughter"
            if _ends_there(passage, end + size):
                return end + size, "companies/known-daughter"
    return end, ""


def _trade(text: str, start: int) -> int | None:
    """Where the trade that begins there ends, None where it goes on as something else."""
    trade = TRADES.pattern.match(text, start)
    if trade is None or trade[0] in ("家居", "家具") or tells_kind(text, trade) or is_power_work(text, trade):
        return None
    return None if GOES_ON.match(text, trade.end()) or NUMBERED.match(text, trade.end()) else trade.end()


def _ends_there(passage: Passage, end: int) -> bool:
    text = passage.text
    if end >= len(text) or not "\u4e00" <= text[end] <= "\u9fff" or passage.marks.get(end, "keep") != "keep":
        return True
    near = (found for found in passage.found.near(end, end) if found.start == end)
    return any(True for _ in near) or industry_pattern().match(text, end) is not None
