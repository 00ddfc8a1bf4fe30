"""Firms by what their names begin with: `远山` of `东明市远山纸业有限公司`, and of `远山竹浆项目`."""

from __future__ import annotations

import re
from functools import lru_cache

from kg.areas import gazetteer
from kg.extract.rowview import RowView
from kg.model import Name

_REGISTERED = ("公司", "集团", "合作社", "厂", "银行")
_AREA_SUFFIX = re.compile("[省市区县]?[（(]?")
_GENERIC = re.compile(
    "中国|国家|城市|农业|工业|新型|高端|智能|智慧|绿色|现代|数字|综合|人民|农村|发展|投资|建设|交通|文化|旅游|新区|开发区|高新"
)
_LETTERS = 2
"""Characters that two names must begin with, areas left out, to be taken for one firm's."""


@lru_cache(maxsize=4096)
def brand(name: str) -> str:
    """The first characters of a firm's or project's name after the areas that it begins with; empty for common words.

    >>> brand("枣庄市远山纸业有限公司"), brand("远山竹浆项目"), brand("智慧物流项目")
    ('远山', '远山', '')
    """
    for length in (3, 2) * 3:
        if gazetteer().find(name[:length]):
            name = name[length:]
            suffix = _AREA_SUFFIX.match(name)
            name = name[suffix.end() :] if suffix else name
    first = name[:_LETTERS]
    return first if re.fullmatch("[\u4e00-\u9fff]+", first) and not _GENERIC.match(first) else ""


def is_registered(name: str) -> bool:
    """Whether a name is a firm's full one, by its legal form."""
    return name.endswith(_REGISTERED)


def full_company(view: RowView, short: Name) -> Name:
    """The row's full name of a company: `甲江` is `甲江集团` where the row names the group."""
    longer = [name for name in view.names("Company") if _is_full_form(short.text, name.text)]
    return min(longer, key=lambda name: (len(name.text), name.text)) if longer else short


def _keeps_its_trade(short: str, full: str) -> bool:
    """Whether the full name has each character of the short one, in order: `远山煤矿` is not of `远山集团`."""
    characters = iter(full)
    return all(character in characters for character in short)


def _is_full_form(short: str, full: str) -> bool:
    """`X商贸` of `某市X商贸有限公司`, `X` of `X集团`: only a registered form is the full name of a short one."""
    if short == full or not is_registered(full):
        return False
    same = brand(short)
    if short in full:
        return True
    return not is_registered(short) and bool(same) and same == brand(full) and _keeps_its_trade(short, full)
