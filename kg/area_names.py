"""What the names of areas are made of, which words only look like them, and the tables they are read from.

An area that the gazetteer does not list has a made-up code: that of the nearest known area above it, a hyphen and its
own name (`530600-新设县`; `000000` where nothing above it is known). The name stands in the code so that `by_code`
can give the area back on any machine without a register of such codes.
"""

from __future__ import annotations

import csv
import re
from functools import cache

from kg.errors import OntologyError
from kg.model import Area
from kg.words import ontology_dir

COUNTRY = "000000"
"""Stands above all provinces; it is no area of the gazetteer."""

KINDS = ("Province", "City", "District", "Town", "Village")
"""The kinds of areas, the widest first."""

_SUFFIX = re.compile(r"(?:自治[区州县旗]|地区|街道办事处|街道|林区|特区|[省市区县旗盟镇乡村])$")
_KIND_OF_SUFFIX = {"省": "Province", "市": "City", "州": "City", "盟": "City"} | dict.fromkeys("区县旗", "District")
_KIND_OF_SUFFIX |= dict.fromkeys("镇乡道", "Town") | {"村": "Village"}
_NAMED_AFTER_A_PLACE = frozenset("路街湖河江桥山")
_BEFORE_A_NAME = frozenset("省市州盟在与和及到赴从由对向至往")
_PART_OF_A_CITY = frozenset("城全本我该各地")


@cache
def not_areas() -> frozenset[str]:
    """Words that end like the name of an area and name none (园区, 开发区, 县级市)."""
    return frozenset(row["word"] for row in area_table("not_areas"))


@cache
def not_names() -> frozenset[str]:
    """Words that often stand before 区, 县 or 市 and are no part of a name (联合区财政局, 组织县直部门)."""
    return frozenset(row["word"] for row in area_table("not_names"))


def unlisted_code(name: str, parent: str | None = None) -> str:
    """The made-up code of an area that the gazetteer does not list.

    >>> unlisted_code("新设县", "530600")
    '530600-新设县'
    """
    return f"{parent or COUNTRY}-{name}"


def short_form(name: str) -> str:
    """A name without its administrative suffix, where two characters or more remain.

    >>> short_form("峄城区"), short_form("榴园镇"), short_form("莘县")
    ('峄城', '榴园', '莘县')
    """
    short = _SUFFIX.sub("", name)
    return short if len(short) > 1 else name


def unlisted_area(code: str) -> Area | None:
    """The area that a made-up code stands for; None where the code is none."""
    parent, hyphen, name = code.rpartition("-")
    if not hyphen or not name:
        return None
    kind = "Village" if name.endswith("社区") else _KIND_OF_SUFFIX.get(name[-1], "District")
    if kind == "City" and parent[2:4] not in ("", "00"):
        kind = "District"
    return Area(code=code, name=name, kind=kind, parent=None if parent == COUNTRY else parent, short=short_form(name))


def goes_on(before: str) -> bool:
    """Whether a character may be the head of the word that a name of two characters seems to end (示范县)."""
    return "一" <= before <= "龥" and before not in _BEFORE_A_NAME


def is_other_word(text: str, start: int, end: int, *, full: bool) -> bool:
    """Whether `[start, end)` only looks like an area's name; `full` says that the name has its suffix."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if text[start] == "市" and before in _PART_OF_A_CITY:
        return True
    if text[end - 1 : end + 1] in ("市场", "区域", "区位", "区间", "区块"):
        return True
    return not full and after in _NAMED_AFTER_A_PLACE


def area_table(name: str) -> list[dict[str, str]]:
    """The rows of `ontology/areas/NAME.csv`; raises `OntologyError` where it cannot be read."""
    path = ontology_dir() / "areas" / f"{name}.csv"
    try:
        lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    except OSError as error:
        raise OntologyError(f"{path}: the list of areas cannot be read ({error.strerror}); restore it") from error
    return list(csv.DictReader(lines))
