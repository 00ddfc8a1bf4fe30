"""Where and when a question asks: its areas and periods, and the documents that speak for them."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.periods import find_periods
from kg.graph.names import Names
from kg.graph.view import covers_period
from kg.model import Entity, Record

_AFTER_PERIOD = re.compile(r"(?:年)?[底末初内中份里期间]*(?:的)?")
_JOINS = re.compile(r"[和与、及跟到至，,（(）)]*")
_BRACKETS = re.compile(r"[（(][，,、\s]*[)）]")


class Scope(Record):
    """An area and a period, each as far as the question names it, and the documents meant, the oldest first.

    `wider` are those of the areas within it as well. `relaxed` says that no document is of the period asked for, so
    that the area's others were taken.
    """

    area: str | None = None
    area_name: str = ""
    period: str | None = None
    documents: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()
    relaxed: bool = False

    @property
    def year(self) -> str:
        """The year asked for, empty where none is."""
        return (self.period or "")[:4]


class _Found(Record):
    start: int
    end: int
    area: Entity | None = None
    period: str | None = None
    of_name: bool = False
    """Written 年度, as in the names of programmes (2021年度某项目)."""


def read_scopes(text: str, names: Names, *, keep_areas: bool = False) -> tuple[tuple[Scope, ...], str]:
    """The scopes of a question in its order, and the question without the words that name them.

    A full area name limits the question and is taken out; a short one (`临淄火车站`) limits it and stays, since it
    may be part of a name. `keep_areas` leaves the full names in the text as well.
    """
    periods = _reported(names, _periods(text))
    full = _areas(text, names)
    short = [] if full else _short_areas(text, names)
    taken = periods + ([] if keep_areas else full)
    rest = _without(text, taken)
    scopes = tuple(_scope(names, area, period) for area, period in _paired(full or short, periods))
    return scopes, rest


def _paired(areas: list[_Found], periods: list[_Found]) -> list[tuple[Entity | None, str | None]]:
    if len(areas) > 1 and len(areas) == len(periods):
        return [(a.area, p.period) for a, p in zip(areas, periods, strict=True)]
    if len(areas) > 1:
        only = periods[0].period if len({p.period for p in periods}) == 1 else None
        return list(dict.fromkeys((a.area, only) for a in areas))
    area = areas[0].area if areas else None
    return [(area, p) for p in dict.fromkeys(found.period for found in periods)] or [(area, None)]


def _scope(names: Names, area: Entity | None, period: str | None) -> Scope:
    view = names.view
    wider = view.documents_of(area) if area else sorted(view.graph.documents, key=view.when)
    own = [info for info in wider if area is None or info.area == area.id] or wider
    dated = [i for i in own if period and _speaks_of(period, i.reviews, i.period)]
    return Scope(
        area=area.id if area else None,
        area_name=area.name if area else "",
        period=period,
        documents=tuple(info.name for info in (dated or own)),
        wider=tuple(i.name for i in wider if not period or _speaks_of(period, i.reviews, i.period)),
        relaxed=bool(period and not dated),
    )


def _speaks_of(period: str, *reported: str | None) -> bool:
    return any(covers_period(period, one) for one in reported)


def _periods(text: str) -> list[_Found]:
    found = []
    for start, end, period in find_periods(text):
        if period.year is None or period.end_year is None:
            continue
        after = _AFTER_PERIOD.match(text, end)
        stop = after.end() if after else end
        of_name = text[start:end].endswith("年度") or text[end : end + 1] == "度"
        found.append(_Found(start=start, end=stop, period=period.notation, of_name=of_name))
    return found


def _reported(names: Names, periods: list[_Found]) -> list[_Found]:
    """The periods that documents report on; others are part of a name (2020年度某项目) unless there is no better."""
    infos = names.view.graph.documents
    known = [p for p in periods if any(_speaks_of(p.period or "", i.reviews, i.period) for i in infos)]
    plain = [p for p in known if not p.of_name]
    return plain or known or periods


def _areas(text: str, names: Names) -> list[_Found]:
    """Areas with documents of their own, else those above them, by their full names, each where it first stands."""
    own = _first_of_each(text, {area.name: area for area in names.areas})
    return own or _first_of_each(text, {area.name: area for area in _above(names)})


def _short_areas(text: str, names: Names) -> list[_Found]:
    shorts = {area.name[:-1]: area for area in names.areas if len(area.name) > 2}
    return [found for found in _first_of_each(text, shorts) if text[found.start - 1 : found.start] not in ("（", "(")]


def _first_of_each(text: str, named: dict[str, Entity]) -> list[_Found]:
    found: list[_Found] = []
    for name in sorted(named, key=lambda name: (-len(name), name)):
        start = text.find(name)
        if start >= 0 and not any(one.start < start + len(name) and start < one.end for one in found):
            found.append(_Found(start=start, end=start + len(name), area=named[name]))
    return sorted(found, key=lambda one: one.start)


def _above(names: Names) -> list[Entity]:
    codes = [area.code for area in names.areas if area.code]
    above = {higher.code for code in codes for higher in gazetteer().ancestors(code)}
    return [entity for entity in names.view.graph.entities if entity.type == "Area" and entity.code in above]


def _without(text: str, found: list[_Found]) -> str:
    rest, at = [], 0
    for one in sorted(found, key=lambda one: one.start):
        between = text[at : one.start]
        rest.append("" if at and _JOINS.fullmatch(between) else between)
        at = max(at, one.end)
    rest.append(text[at:])
    return _BRACKETS.sub("", "".join(rest)).strip("，,、 ").lstrip("）)")
