"""The gazetteer: administrative areas of China, by code, by name and as found in text.

Provinces and prefecture cities are complete, Shandong down to district and county, Zaozhuang and Zibo down to town.
Codes are those of GB/T 2260 (six digits; nine for towns), and a code says what lies above it: `370404001` is a town
of `370404`, a district of `370400`, a city of `370000`.

An area that the gazetteer does not list has a made-up code: that of the nearest known area above it, a hyphen and its
own name (`530600-镇雄县`; `000000` where nothing above it is known). The name stands in the code so that `by_code`
can give the area back on any machine without a register of such codes.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property

import ahocorasick_rs

from kg.errors import OntologyError
from kg.model import Area
from kg.words import ontology_dir

COUNTRY = "000000"
"""Stands above all provinces; it is no area of the gazetteer."""

KINDS = ("Province", "City", "District", "Town", "Village")
"""The kinds of areas, the widest first."""

_FILES = (("provinces", "Province"), ("cities", "City"), ("districts", "District"), ("towns", "Town"))
_SUFFIX = re.compile(r"(?:自治[区州县旗]|地区|街道办事处|街道|林区|特区|[省市区县旗盟镇乡村])$")
_KIND_OF_SUFFIX = {"省": "Province", "市": "City", "州": "City", "盟": "City"} | dict.fromkeys("区县旗", "District")
_KIND_OF_SUFFIX |= dict.fromkeys("镇乡道", "Town") | {"村": "Village", "社": "Village"}
_NAMED_AFTER_A_PLACE = frozenset("路街湖河江桥山")
_PART_OF_A_CITY = frozenset("城全本我该各地")


class Gazetteer:
    """Areas by code, by name and in text; made once from a list of areas, never changed."""

    def __init__(
        self, areas: Iterable[Area], former: Iterable[tuple[str, str]] = (), common: Iterable[str] = ()
    ) -> None:
        """`former` pairs an older or second name with a code; `common` are short forms that are ordinary words."""
        self._areas = {area.code: area for area in sorted(areas, key=lambda area: area.code)}
        self._former = tuple((name, code) for name, code in former)
        self._common = frozenset(common)

    def by_code(self, code: str | None) -> Area | None:
        """The area with this code, made-up codes included; None where there is none."""
        if code is None:
            return None
        return self._areas.get(code) or _unlisted(code)

    def find(self, name: str, within: str | None = None) -> tuple[Area, ...]:
        """All areas with this full, short or former name, the widest first, only those `within` covers.

        >>> [area.code for area in gazetteer().find("峄城")]
        ['370404']
        >>> [area.code for area in gazetteer().find("市中区", within="370400")]
        ['370402']
        """
        found = self._by_name.get(name, ())
        return tuple(area for area in found if within is None or self.covers(within, area.code))

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

        Full names of all areas and short forms down to district count; a short form that is an ordinary word
        (市中, 惠民) or heads the name of a road, river or hill does not.
        """
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            name = self._patterns[index]
            if not _is_other_word(text, start, end, full=name in self._full_names):
                yield start, end, self._by_name[name]

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
    def _patterns(self) -> tuple[str, ...]:
        shorts = {area.short for area in self._areas.values() if area.kind != "Town"}
        return tuple(sorted(self._full_names | (shorts - self._common)))

    @cached_property
    def _automaton(self) -> ahocorasick_rs.AhoCorasick:
        return ahocorasick_rs.AhoCorasick(self._patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

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
    areas = [_listed(row, kind) for name, kind in _FILES for row in _table(name)]
    codes = {area.code for area in areas}
    for area in areas:
        if area.parent is not None and area.parent not in codes:
            raise OntologyError(f"ontology/areas: {area.code} {area.name} has no area above it; add {area.parent}")
    former = [(row["name"], row["code"]) for row in _table("former_names")]
    for name, code in former:
        if code not in codes:
            raise OntologyError(
                f"ontology/areas/former_names.csv: {name} has the code {code}, which no list has; add it"
            )
    return Gazetteer(areas, former, (row["short"] for row in _table("common_words")))


@cache
def not_areas() -> frozenset[str]:
    """Words that end like the name of an area and name none (园区, 开发区, 县级市)."""
    return frozenset(row["word"] for row in _table("not_areas"))


@cache
def not_names() -> frozenset[str]:
    """Words that often stand before 区, 县 or 市 and are no part of a name (联合区财政局, 组织县直部门)."""
    return frozenset(row["word"] for row in _table("not_names"))


def unlisted_code(name: str, parent: str | None = None) -> str:
    """The made-up code of an area that the gazetteer does not list.

    >>> unlisted_code("镇雄县", "530600")
    '530600-镇雄县'
    """
    return f"{parent or COUNTRY}-{name}"


def short_form(name: str) -> str:
    """A name without its administrative suffix, where two characters or more remain.

    >>> short_form("峄城区"), short_form("榴园镇"), short_form("莘县")
    ('峄城', '榴园', '莘县')
    """
    short = _SUFFIX.sub("", name)
    return short if len(short) > 1 else name


def _unlisted(code: str) -> Area | None:
    parent, hyphen, name = code.rpartition("-")
    if not hyphen or not name:
        return None
    kind = _KIND_OF_SUFFIX.get(name[-1], "District")
    if kind == "City" and parent[2:4] not in ("", "00"):
        kind = "District"
    return Area(code=code, name=name, kind=kind, parent=None if parent == COUNTRY else parent, short=short_form(name))


def _listed(row: dict[str, str], kind: str) -> Area:
    code = row["code"]
    return Area(code=code, name=row["name"], kind=kind, parent=_parent(code, kind), short=row["short"])


def _parent(code: str, kind: str) -> str | None:
    return {"Province": None, "City": code[:2] + "0000", "District": code[:4] + "00", "Town": code[:6]}[kind]


def _widest_first(area: Area) -> tuple[int, str]:
    return KINDS.index(area.kind), area.code


def _is_other_word(text: str, start: int, end: int, *, full: bool) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] == "市" and before in _PART_OF_A_CITY:
        return True
    return not full and after in _NAMED_AFTER_A_PLACE


def _table(name: str) -> list[dict[str, str]]:
    path = ontology_dir() / "areas" / f"{name}.csv"
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    except OSError as error:
        raise OntologyError(f"{path}: the list of areas cannot be read ({error.strerror}); restore it") from error
    return list(csv.DictReader(lines))
