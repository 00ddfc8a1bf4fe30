"""The gazetteer: administrative areas of China, by code, by name and as found in text.

Provinces, prefecture cities and the county level are complete, Zaozhuang and Zibo go down to town.
Codes are those of GB/T 2260 (six digits; nine for towns), and a code says what lies above it: `370404001` is a town
of `370404`, a district of `370400`, a city of `370000`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from functools import cache, cached_property

import ahocorasick_rs

from kg.area_names import (
    COUNTRY,
    KINDS,
    area_table,
    goes_on,
    is_other_word,
    not_areas,
    not_names,
    short_form,
    unlisted_area,
    unlisted_code,
)
from kg.errors import OntologyError
from kg.model import Area

__all__ = [
    "COUNTRY",
    "KINDS",
    "Gazetteer",
    "gazetteer",
    "not_areas",
    "not_names",
    "short_form",
    "unlisted_code",
]

_FILES = (("provinces", "Province"), ("cities", "City"), ("districts", "District"), ("towns", "Town"))


class Gazetteer:
    """Areas by code, by name and in text; made once from a list of areas, never changed."""

    def __init__(
        self,
        areas: Iterable[Area],
        former: Iterable[tuple[str, str]] = (),
        common: Iterable[str] = (),
        in_full: Iterable[str] = (),
    ) -> None:
        """`former` pairs an older or second name with a code; `common` are names that are ordinary words.

        `in_full` are the codes of areas for whose short forms text is not searched.
        """
        self._areas = {area.code: area for area in sorted(areas, key=lambda area: area.code)}
        self._former = tuple((name, code) for name, code in former)
        self._common = frozenset(common)
        self._in_full = frozenset(in_full)

    def by_code(self, code: str | None) -> Area | None:
        """The area with this code, made-up codes included; None where there is none."""
        if code is None:
            return None
        return self._areas.get(code) or unlisted_area(code)

    def find(self, name: str, within: str | None = None) -> tuple[Area, ...]:
        """All areas with this full, short or former name, the widest first, only those `within` covers.

        >>> [area.code for area in gazetteer().find("峄城")]
        ['370404']
        >>> [area.code for area in gazetteer().find("市中区", within="370400")]
        ['370402']
        """
        found = self._by_name.get(name, ())
        return found if within is None else tuple(area for area in found if self.covers(within, area.code))

    def ancestors(self, code: str) -> tuple[Area, ...]:
        """The areas above one, the nearest first.

        >>> [area.name for area in gazetteer().ancestors("370404")]
        ['枣庄市', '山东省']
        """
        above: list[Area] = []
        area = self.by_code(code)
        while area is not None and (area := self.by_code(area.parent)) is not None:
            above.append(area)
        return tuple(above)

    def children(self, code: str) -> tuple[Area, ...]:
        """The areas directly below one, by code."""
        return self._children.get(code, ())

    def covers(self, a: str, b: str) -> bool:
        """Whether area `b` is area `a` or lies in it.

        >>> gazetteer().covers("370400", "370404001"), gazetteer().covers("370300", "370404")
        (True, False)
        """
        return a in (b, COUNTRY) or any(area.code == a for area in self.ancestors(b))

    def nearest(self, candidates: Iterable[Area], code: str | None) -> Area | None:
        """Of areas with one name the one meant in a document of area `code`: nearest to it, then the widest.

        >>> zaozhuang = gazetteer()
        >>> zaozhuang.nearest(zaozhuang.find("市中区"), "370404").code
        '370402'
        """
        home = [code, *(area.code for area in self.ancestors(code))] if code else []

        def distance(area: Area) -> tuple[int, int, str]:
            steps = next((step for step, above in enumerate(home) if above and self.covers(above, area.code)), 99)
            return steps, KINDS.index(area.kind), area.code

        return min(candidates, key=distance, default=None)

    def scan(self, text: str) -> Iterator[tuple[int, int, tuple[Area, ...]]]:
        """Every area named in a text as `(start, end, candidates)`: leftmost and longest, no overlaps.

        Full names of all areas and short forms down to district count; a name that is an ordinary word (市中, 惠民,
        城区) or heads the name of a road, river or hill does not, nor does a short form that nobody has checked for
        that: `short_forms` finds those.
        """
        patterns, automaton = self._search
        last = 0
        for index, start, end in automaton.find_matches_as_indexes(text):
            name = patterns[index]
            within_a_word = len(name) == 2 and name in self._full_names and last < start and goes_on(text[start - 1])
            if not within_a_word and not is_other_word(text, start, end, full=name in self._full_names):
                yield start, end, self._by_name[name]
                last = end

    def short_forms(self, text: str) -> Iterator[tuple[int, int, tuple[Area, ...]]]:
        """Every place where a short form stands that `scan` leaves out as unchecked; many are other words."""
        patterns, automaton = self._unchecked
        for index, start, end in automaton.find_matches_as_indexes(text):
            if not is_other_word(text, start, end, full=False):
                yield start, end, self._by_name[patterns[index]]

    @cached_property
    def _by_name(self) -> dict[str, tuple[Area, ...]]:
        named: dict[str, set[Area]] = {}
        for area in self._areas.values():
            for name in {area.name, area.short}:
                named.setdefault(name, set()).add(area)
        for name, code in self._former:
            named.setdefault(name, set()).add(self._areas[code])
        return {name: tuple(sorted(found, key=_widest_first)) for name, found in named.items()}

    @cached_property
    def _full_names(self) -> frozenset[str]:
        return frozenset(area.name for area in self._areas.values()) | {name for name, _ in self._former}

    @cached_property
    def counties_in_two(self) -> tuple[str, ...]:
        """The names of counties that have one character before 县, which `scan` leaves out behind another word."""
        return tuple(sorted(name for name in self._full_names if len(name) == 2 and name[1] == "县"))

    @cached_property
    def _search(self) -> tuple[tuple[str, ...], ahocorasick_rs.AhoCorasick]:
        areas = self._areas.values()
        shorts = {area.short for area in areas if area.kind != "Town" and area.code not in self._in_full}
        return _automaton((self._full_names | shorts) - self._common)

    @cached_property
    def _unchecked(self) -> tuple[tuple[str, ...], ahocorasick_rs.AhoCorasick]:
        shorts = {self._areas[code].short for code in self._in_full}
        return _automaton(shorts - self._common - set(self._search[0]))

    @cached_property
    def _children(self) -> dict[str, tuple[Area, ...]]:
        below: dict[str, list[Area]] = {}
        for area in self._areas.values():
            below.setdefault(area.parent or COUNTRY, []).append(area)
        return {code: tuple(areas) for code, areas in below.items()}


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer of `ontology/areas/`, read once.

    Raises `OntologyError` where a file is missing or names a code that no list has.
    """
    rows = [(row, kind) for name, kind in _FILES for row in area_table(name)]
    codes = {row["code"] for row, _ in rows}
    areas = [_listed(row, kind, codes) for row, kind in rows]
    for area in areas:
        if area.parent is not None and area.parent not in codes:
            raise OntologyError(f"ontology/areas: {area.code} {area.name} has no area above it; add {area.parent}")
    former = [(row["name"], row["code"]) for row in area_table("former_names")]
    for name, code in former:
        if code not in codes:
            raise OntologyError(
                f"ontology/areas/former_names.csv: {name} has the code {code}, which no list has; add it"
            )
    common = [*(row["short"] for row in area_table("common_words")), *not_areas()]
    return Gazetteer(areas, former, common, (row["code"] for row, _ in rows if row.get("scanned") == "full"))


def _listed(row: dict[str, str], kind: str, codes: Set[str]) -> Area:
    code = row["code"]
    return Area(code=code, name=row["name"], kind=kind, parent=_parent(code, kind, codes), short=row["short"])


def _parent(code: str, kind: str, codes: Set[str]) -> str | None:
    province, city = code[:2] + "0000", code[:4] + "00"
    if kind == "District":  # some lie in no city: those of Beijing, and those that a province governs itself
        return city if city in codes else province
    return {"Province": None, "City": province, "Town": code[:6]}[kind]


def _automaton(names: Set[str]) -> tuple[tuple[str, ...], ahocorasick_rs.AhoCorasick]:
    patterns = tuple(sorted(names))
    return patterns, ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


def _widest_first(area: Area) -> tuple[int, str]:
    return KINDS.index(area.kind), area.code
