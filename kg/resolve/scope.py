"""Whose things a document speaks of: its district, city and province, and the words 区, 市, 省 that point to them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.areas import COUNTRY, Gazetteer, gazetteer
from kg.model import Area

_SUFFIX_ALONE = re.compile(r"(?:镇|乡|街道|村|社区)(?:党委|党工委)?(?:人民政府|政府|办事处|办|居委会|村委会)?")
"""What a town's or village's name leaves behind another area's short form: 柳河街道 is no 街道 of 柳河县."""
_LEVELS = {"区": "District", "县": "District", "市": "City", "省": "Province"}
_LONGEST_AREA_NAME = 14


@dataclass(frozen=True, slots=True)
class Home:
    """The area that a name names or implies, and the name without that. `named` says how it was found."""

    code: str
    rest: str
    named: str
    """`name`, `short`, `level`, `country` or `document`."""


@dataclass(frozen=True, slots=True)
class Scope:
    """A document's area; an empty code where it is unknown."""

    code: str = ""
    places: Gazetteer | None = None

    def at(self, code: str) -> Scope:
        """The same gazetteer as seen from another area."""
        return Scope(code, self.places)

    def area(self, code: str) -> Area | None:
        """An area by its code."""
        return self._places.by_code(code) if code and code != COUNTRY else None

    def above(self, kind: str) -> str:
        """The code of the scope's district, city or province, empty where it has none."""
        return _level(self.code, kind, self._places)

    def prefecture(self) -> Area | None:
        """The prefecture city above, which 市 does not mean in a document of a county-level city."""
        return self.area(_prefecture(self.code, self._places))

    def lies_in(self, code: str) -> bool:
        """Whether the scope's area is another one or lies in it."""
        return code == self.code or code in _above(self.code, self._places)

    def find(self, name: str) -> Area | None:
        """The area that a name means here: the nearest of that name."""
        found = self._places.find(name)
        return self._places.nearest(found, self.code or None) if found else None

    def homes(self, text: str) -> list[Home]:
        """Every reading of a name's head as an area, the surest first; the document's own area comes last."""
        found = [home for home in (self._country(text), *self._named(text), self._level_word(text)) if home]
        return [*found, Home(self.code, text, "document")]

    @property
    def _places(self) -> Gazetteer:
        return self.places or gazetteer()

    def _country(self, text: str) -> Home | None:
        for word in ("国家", "全国", "中央"):
            if text.startswith(word) and len(text) > len(word) + 1:
                return Home(COUNTRY, text[len(word) :], "country")
        return None

    def _named(self, text: str) -> list[Home]:
        """The longest area name at the head, then the same again behind it (枣庄市峄城区 is 峄城区)."""
        for end in range(min(len(text) - 1, _LONGEST_AREA_NAME), 1, -1):
            area = self.find(text[:end])
            if area is None or area.kind in ("Town", "Village") or self._is_common_word(area, text[:end]):
                continue
            rest = text[end:]
            if _SUFFIX_ALONE.fullmatch(rest):
                continue
            inner = [
                home for home in Scope(area.code, self.places)._named(rest) if self._places.covers(area.code, home.code)
            ]
            return [*inner, Home(area.code, rest, "name" if text[:end] == area.name else "short")]
        return []

    def _is_common_word(self, area: Area, name: str) -> bool:
        """城区, 郊区 and 矿区 are full names of districts, and mean one only in their own province."""
        return len(name) == 2 and name == area.name and area.code[:2] != self.code[:2]

    def _level_word(self, text: str) -> Home | None:
        kind = _LEVELS.get(text[:1])
        if kind is None or (len(text) < 3 and text[1:] != "委"):
            return None
        rest = text[2:] if text[1] == "级" else text[1:]
        code = self.above(kind) or (self.code if kind == "District" else "")
        return Home(code, rest, "level") if code else None


@cache
def _above(code: str, places: Gazetteer) -> frozenset[str]:
    return frozenset(area.code for area in places.ancestors(code))


@cache
def _prefecture(code: str, places: Gazetteer) -> str:
    return next((area.code for area in places.ancestors(code) if area.kind == "City"), code)


@cache
def _level(code: str, kind: str, places: Gazetteer) -> str:
    area = places.by_code(code)
    if area is None:
        return ""
    if kind == "City" and area.kind == "District" and area.name.endswith("市"):
        return area.code
    chain = (area, *places.ancestors(code))
    return next((above.code for above in chain if above.kind == kind), "")
