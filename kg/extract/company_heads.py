"""The company that a longer name opens with: that of a project (`睿霖化工烷烃综合利用`) or of a park."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.areas import gazetteer
from kg.extract.company_words import (
    KNOWN_COMPANIES,
    LEGAL_FORMS,
    OTHER_NAME,
    POWER,
    TRADES,
    goods_pattern,
    industry_pattern,
    is_maker,
    is_power_work,
    is_proper,
    tells_kind,
)
from kg.extract.lexicon import alternatives, kinds
from kg.extract.naming import facility_head, general_from, general_words, is_generic, regions
from kg.extract.ordinary import PLACE_END, has_ordinary_word, is_brand
from kg.words import words

BODY_END = re.compile(
    r"(?:[（(]?[一二三四五]期[）)]?)?(?:改扩建|建设|扩建|技改|生产|产业化)*(?:项目|工程)?(?:[（(]?[一二三四五]期[）)]?)?$"
)
AFTER_STEM = re.compile(r"项目|年产|[（(\dA-Z]|产业|工业|技术|科技|高新")
NO_STEM = re.compile("[路街巷镇乡村区县市省河湖山水庄桥港站校院馆园苑里湾民]|社区|大道|片区|广场|小区|花园")
LINE = re.compile("(?:铁|桥|机场|高速|隧道|[干支专]线|路)$")
MEASURED = re.compile(
    r"([\u4e00-\u9fff]{2,4}?)(?=年产|年加工|年处理|年屠宰|\d(?![\d-]*(?:千伏|号|所|线|国道|省道))|[A-Z])"
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
    follows = any(words.match(name, len(stem)) for words in (industry_pattern(), TRADES.pattern, AFTER_STEM))
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
        fits = end < len(body) and general[end] and industry_pattern().match(body, end)
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
    return re.compile(f"{made}|{industry_pattern().pattern}|[（(“]|[一二三四五六]期(?:项目|扩|技改|及|$)")
