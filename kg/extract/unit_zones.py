"""The zone that stands in the name of its committee among the responsible units (临淄经济开发区管委会)."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.naming import is_generic

COMMITTEE = re.compile(r"(?P<zone>.{2,}[区园])(?:党工委、?)?(?:管委会|管理委员会)$")


def zone_of_committee(unit: str) -> str | None:
    """The zone that a unit runs, by the unit's name; `None` where it runs none or names none (`开发区管委会`).

    >>> zone_of_committee("云岭经济开发区管委会"), zone_of_committee("开发区管委会")
    ('云岭经济开发区', None)
    """
    found = COMMITTEE.fullmatch(unit)
    zone = found["zone"] if found else ""
    return zone if zone and not is_generic(zone) and not gazetteer().find(zone) else None
