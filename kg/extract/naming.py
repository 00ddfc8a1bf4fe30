"""Judges candidates: is there a name in it, or only words that say what kind of thing it is?"""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import alternation

COUNTED = re.compile(
    r"(?:\d[\d.,]*(?:余|多)?|[一二两三四五六七八九十百千]+(?:余|多)?)(?:个|项|批|家|处|条|座|所|类|大|宗|期)$"
)


@cache
def _only_modifiers() -> re.Pattern[str]:
    return re.compile(
        f'(?:{alternation("mention_generic", "modifier")}|[\\d.、“”"（）()]|[一二三四五六七八九十两]+(?:大|个|项|期))*'
    )


def is_generic(text: str) -> bool:
    """Whether a phrase is made of general words alone.

    >>> is_generic("省级重点"), is_generic("博瑞原料药")
    (True, False)
    """
    return bool(_only_modifiers().fullmatch(text))


def is_counted(text: str) -> bool:
    """Whether a phrase ends in a count (高标准农田3个).

    >>> is_counted("高标准农田3个"), is_counted("高标准农田")
    (True, False)
    """
    return bool(COUNTED.search(text))


@cache
def _facility() -> re.Pattern[str]:
    return re.compile(alternation("mention_heads", "facility") + "$")


NO_ROAD = re.compile(
    r"(?:道路|公路|铁路|线路|思路|出路|一路|网路|电路|套路|新路|老路|之路|门路|销路|断头路|背街小巷|街巷|大街小巷|大中小学|中小学|沿街|商业街|步行街|上街|逛街|市场|全市场|标准厂房|生产车间|河道|老旧小区|小区|社区|农村公路|公共停车场|停车场|城市社区|高速公路|高速|高铁|中心|综合体|桥梁|大桥|管网|管道|管线|广场|公园|车站|厂房|车间|医院|学校|幼儿园|图书馆|博物馆)$"
)


def facility_head(text: str) -> str | None:
    """The facility that a phrase ends in, None where it ends in none.

    >>> facility_head("峄山南路"), facility_head("重点企业")
    ('路', None)
    """
    match = _facility().search(text)
    return match[0] if match else None


def is_named_facility(text: str) -> bool:
    """Whether a phrase is one facility with a name of its own (坛五路, 枣庄二十八中综合楼)."""
    head = facility_head(text)
    if head is None or len(text) < 3 or len(text) > 24:
        return False
    core = text[: -len(head)]
    general = NO_ROAD.search(text)
    if general:
        core = text[: -len(general[0])]
    return bool(core) and not is_generic(core) and not is_counted(core) and "的" not in core
