"""Places that go without saying: the document's own district, and the city and province above it."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache, partial

from kg.areas import gazetteer
from kg.extract.rowview import RowView
from kg.model import Area, DocumentContext

LOCAL_AREA = re.compile("(?:镇|乡|街道|办事处|村|社区|居委会|片区)$")
_WIDE_AREA = re.compile("(?:省|市|自治区|自治州|地区|盟|州|县|区|旗)$")

_COUNTY = ("县", "旗")
_COUNTY_SUFFIX = re.compile("(?:自治)?[县旗]$")

_CITY_SPEAKS = re.compile("[全我]市|市级|各[县区]|市领导|(?<![一-龥])市[一-龥]{1,6}[局委办]")
_DISTRICT_SPEAKS = re.compile(
    "[全我本][区县镇乡旗]|[区县]级|[区县](?:委|政府|领导|里)|(?<![一-龥])[区县][一-龥]{1,6}[局办]"
)
"""Whose level a row speaks of; the names of districts themselves are no sign."""

Tells = Callable[[str], bool]
"""Whether naming an area says where something is, which the document does not say by itself."""


@lru_cache(maxsize=4096)
def is_local(area: str) -> bool:
    """Whether an area is a town or below.

    >>> is_local("山城街道"), is_local("东郊区")
    (True, False)
    """
    if LOCAL_AREA.search(area):
        return True
    wide = any(found.kind in ("Province", "City", "District") for found in gazetteer().find(area))
    return not wide and not _WIDE_AREA.search(area)


@lru_cache(maxsize=4096)
def is_short_form(area: str) -> bool:
    """Whether a name leaves out what kind of area it is: within a longer name (`枣庄学院`) it may be a mere word.

    >>> is_short_form("枣庄"), is_short_form("枣庄市"), is_short_form("王庄")
    (True, False, False)
    """
    return any(found.short == area != found.name for found in gazetteer().find(area))


def tells_where(view: RowView, context: DocumentContext) -> Tells:
    """What says of an area whether it is worth stating in this row.

    Towns are; districts and cities are where they are not the document's own or above it. Where nobody knows whose
    document it is, a row that names several districts is told by the city above them, and so is one that speaks as a
    city does.
    """
    if context.area is not None:
        return partial(_is_elsewhere, own=context.area)
    above = _names_several_districts(view) or view.remember("told by a city", lambda: _told_by_a_city(view))
    return _is_district_or_below if above else is_local


def tells_openly(view: RowView, context: DocumentContext) -> Tells:
    """What says of an area that opens a clause (`X区开工A`) whether it is worth stating.

    Nobody says so of what goes without saying, so where nobody knows whose document it is any area but a province is.
    """
    return tells_where(view, context) if context.area is not None else _is_below_province


@lru_cache(maxsize=4096)
def _is_below_province(area: str) -> bool:
    return is_local(area) or not any(found.kind == "Province" for found in gazetteer().find(area))


@lru_cache(maxsize=4096)
def _is_elsewhere(area: str, own: str) -> bool:
    found = gazetteer().nearest(_meant(area), own)
    if found is None:
        return is_local(area) or area.endswith(_COUNTY)
    return not gazetteer().covers(found.code, own)


def _meant(area: str) -> tuple[Area, ...]:
    """The areas that a name may mean, be it written with another suffix than the gazetteer's (`景东县`)."""
    found = gazetteer().find(area)
    return found or (gazetteer().find(_COUNTY_SUFFIX.sub("", area)) if area.endswith(_COUNTY) else ())


def _is_district_or_below(area: str) -> bool:
    return is_local(area) or _district(area) is not None


def is_district(area: str) -> bool:
    """Whether a name is a district's or county's full one.

    >>> is_district("峄城区"), is_district("峄城"), is_district("高新区")
    (True, False, False)
    """
    return _WIDE_AREA.search(area) is not None and not LOCAL_AREA.search(area) and _district(area) is not None


@lru_cache(maxsize=4096)
def _district(area: str) -> str | None:
    """What tells a district from others: its code, the name itself of a county that has been renamed."""
    codes = (found.code for found in _meant(area) if found.kind == "District")
    return next(codes, area if area.endswith(_COUNTY) else None)


def _names_several_districts(view: RowView) -> bool:
    return view.remember("several districts", lambda: len(_districts(view)) > 1)


def _told_by_a_city(view: RowView) -> bool:
    """Whether the words of a row are those of a city (`全市`, `市级项目`) and none those of a district or county."""
    words = "\n".join(text.value for text in view.row.parts.values())
    return _CITY_SPEAKS.search(words) is not None and not _DISTRICT_SPEAKS.search(words)


def _districts(view: RowView) -> set[str]:
    told = {name.text for name in view.names("Area")} | {heading.title for heading in view.unit_headings}
    return {code for name in told if not is_local(name) and (code := _district(name))}
