"""What type of thing a responsible unit is: that of its mention in the units column, else by its last words."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.extract.named import Named
from kg.model import Name

_COMPANY_UNIT = re.compile(r"(?:集团|公司|银行|厂|企业)$")
_INSTITUTION_UNIT = re.compile(
    r"(?:研究院|研究所|学院|学校|大学|中学|小学|幼儿园|医院|档案馆|博物馆|图书馆|文化馆|协会|商会|学会|报社)$"
)


def typed_unit(name: str, mentions: Iterable[Named]) -> Name:
    """A unit's name with its type; `mentions` are those of the units column."""
    for mention in mentions:
        if mention.text == name and mention.type != "Area":
            return Name.of(mention.type, name)
    if _COMPANY_UNIT.search(name):
        return Name.of("Company", name)
    return Name.of("Institution" if _INSTITUTION_UNIT.search(name) else "Agency", name)
