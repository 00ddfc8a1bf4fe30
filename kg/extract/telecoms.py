"""Finds telecom carriers by their bare names, which are common words, too (移动、联通、电信)."""

from __future__ import annotations

import re

from kg.extract.bare_names import add_bare_name
from kg.extract.passage import Passage
from kg.extract.sought import Sought

CARRIER = "(?:中国)?(?:移动|联通|电信|广电|铁塔)(?:公司)?"
CARRIERS = ("移动", "联通", "电信", "广电", "铁塔")
TELECOM = Sought(
    (*CARRIERS, *(f"中国{carrier}" for carrier in CARRIERS)),
    behind=rf"(?:公司)?(?:[、和与及]{CARRIER})+(?![网信业技终])",
)
ONE_TELECOM = Sought(("移动", "联通", "电信"), behind="(?=[45]G|基站|营业厅|分公司|等(?:三家|三大)?(?:通信)?运营商)")


def find_telecoms(passage: Passage) -> None:
    """Add carriers in a list of them, and one alone before what only a carrier has."""
    for match in passage.matches(TELECOM):
        for one in re.finditer(CARRIER, match[0]):
            add_bare_name(passage, match.start() + one.start(), match.start() + one.end(), "companies/known", 0.85)
    for match in passage.matches(ONE_TELECOM):
        add_bare_name(passage, match.start(), match.end(), "companies/known", 0.8)
