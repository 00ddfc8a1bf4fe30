"""Whose document it is: the district, city or province that speaks, from what the document itself says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from kg.areas import Gazetteer, not_areas, unlisted_code
from kg.extract.unlisted import area_above, lies_above, unlisted_names
from kg.model import TEXT_PARTS, Area, Reading

LEVELS = "省市区县旗"
"""The words by which a government names its own level: 区发改局, 我市, 县委."""

_MINE = re.compile(rf"我([{LEVELS}])")
_WHOLE = re.compile(rf"全([{LEVELS}])(?!域)")
_FORMAL = re.compile(rf"([{LEVELS}])(?<![一-龥][{LEVELS}])(?:委|政府|人民政府)")
_UNIT = re.compile(rf"([{LEVELS}])(?=\S\S)")
_TOWN = re.compile(r"^(\S{1,6}?(?:镇|乡|街道))(?:人民政府|政府|办事处|办|党委|党工委)?$")
_TITLED = re.compile(r"[《“]?([一-龥]{1,6}?[区县旗市])(?=\d{4}|二[〇○零]|人民政府|政府|关于|《)")

_TITLE, _UNIT_OR_HEADING = 20, 3
_ENOUGH, _ALL_THE_TIME = 3, 10
"""An area that is named more weakly than this is no evidence; a full name counts two, a short form one."""


class Speaker(NamedTuple):
    """The code of the area that speaks (None where nothing tells), its name, and the runner-up where it is close."""

    code: str | None
    name: str | None
    rival: str | None


class _Said(NamedTuple):
    title: str
    units: tuple[str, ...]
    headings: tuple[str, ...]
    body: str

    @property
    def whole(self) -> str:
        return "\n".join((self.title, *self.units, *self.headings, self.body))

    @property
    def weighted(self) -> Iterator[tuple[str, int]]:
        yield self.title, _TITLE
        yield from ((text, _UNIT_OR_HEADING) for text in (*self.units, *self.headings))
        yield self.body, 1


def speaker(reading: Reading, gazetteer: Gazetteer) -> Speaker:
    """The area whose government wrote the document.

    Its level comes from how units and text name their own government (区…, 我市, 县委), its name from the areas that
    title, units, headings and text name, and from the towns that report. An area that the gazetteer does not list has
    a made-up code below the city or province that the text names (`kg.areas.unlisted_code`).
    """
    said = _said(reading)
    mentions = _mentions(said, gazetteer)
    level = _level(said, gazetteer)
    titled = _titled(said.title, mentions, gazetteer)
    if titled and (titled.kind == "Town" or _speaks(titled, level) or titled.name.endswith(level or "")):
        return Speaker(titled.code, titled.name, _namesake(titled, mentions, gazetteer))
    ranked = _ranked(_scores(said, mentions, gazetteer, level)) or _by_short_form(said, level, gazetteer)
    if not ranked:
        return Speaker(None, None, None)
    best = gazetteer.by_code(ranked[0][0])
    rival = gazetteer.by_code(ranked[1][0]) if len(ranked) > 1 and 2 * ranked[1][1] > ranked[0][1] else None
    if best is None:
        return Speaker(None, None, None)
    return Speaker(best.code, best.name, rival.name if rival else _namesake(best, mentions, gazetteer))


def _namesake(area: Area, mentions: Counter[str], gazetteer: Gazetteer) -> str | None:
    """An area of the same name elsewhere that the document speaks of no less, with the city it lies in."""

    def around(one: Area) -> int:
        return sum(mentions[above.code] for above in gazetteer.ancestors(one.code))

    others = [other for other in gazetteer.find(area.name) if other != area and other.name == area.name]
    other = max(others, key=lambda one: (around(one), one.code), default=None)
    if other is None or around(other) < around(area):
        return None
    return "".join(above.name for above in gazetteer.ancestors(other.code)[:1]) + other.name


def _ranked(scores: Counter[str]) -> list[tuple[str, int]]:
    """Areas, the best first; none where even the best is named too weakly."""
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    return ranked if ranked and ranked[0][1] >= _ENOUGH else []


def _by_short_form(said: _Said, level: str | None, gazetteer: Gazetteer) -> list[tuple[str, int]]:
    """The district that a text names all the time, but only by a short form that may be another word."""
    counts = Counter(
        area.code
        for _, _, candidates in gazetteer.short_forms(said.body)
        for area in candidates
        if _speaks(area, level)
    )
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    second = ranked[1][1] if len(ranked) > 1 else 0
    return ranked[:1] if ranked and ranked[0][1] >= max(_ALL_THE_TIME, 2 * second) else []


def _said(reading: Reading) -> _Said:
    units = tuple(unit.name for row in reading.rows for unit in row.units)
    sections = dict.fromkeys(row.section for row in reading.rows if row.section)
    heads = (progress.unit for row in reading.rows for progress in row.progress_by_unit)
    texts = (row.text(part) for row in reading.rows for part in TEXT_PARTS)
    extra = (text.value for row in reading.rows for _, text in row.extra)
    body = "\n".join((*texts, *extra))
    return _Said("".join((reading.title or "").split()), units, (*sections, *heads), body)


def _level(said: _Said, gazetteer: Gazetteer) -> str | None:
    counts: Counter[str] = Counter()
    for unit in (*said.units, *said.headings):
        found = _UNIT.match(unit)
        if found and not any(start == 0 for start, _, _ in _areas_in(unit, gazetteer)):
            counts[found[1]] += _UNIT_OR_HEADING
    told = f"{said.title}\n{said.body}"
    for pattern, weight in ((_MINE, _UNIT_OR_HEADING), (_WHOLE, 1), (_FORMAL, 1)):
        for own in pattern.findall(told):
            counts[own] += weight
    return max(LEVELS, key=lambda level: counts[level]) if counts else None


def _mentions(said: _Said, gazetteer: Gazetteer) -> Counter[str]:
    """How strongly each listed area is named; one name of several areas counts for the likeliest of them."""
    certain: Counter[str] = Counter()
    doubtful: list[tuple[tuple[Area, ...], int]] = []
    for text, weight in said.weighted:
        found = _areas_in(text, gazetteer) if weight == _UNIT_OR_HEADING else gazetteer.scan(text)
        for start, end, candidates in found:
            strength = 2 * weight if text[start:end] == candidates[0].name else weight
            if len(candidates) == 1:
                certain[candidates[0].code] += strength
            else:
                doubtful.append((candidates, strength))
    around: Counter[str] = Counter()
    for code, count in certain.items():
        for area in gazetteer.ancestors(code):
            around[area.code] += count
    for candidates, weight in doubtful:
        likeliest = max(candidates, key=lambda area: (_support(area, certain + around, gazetteer), area.code))
        certain[likeliest.code] += weight
    return certain


@lru_cache(maxsize=1024)
def _areas_in(text: str, gazetteer: Gazetteer) -> tuple[tuple[int, int, tuple[Area, ...]], ...]:
    """What a gazetteer finds in the name of a unit or a heading: they are named row after row."""
    return tuple(gazetteer.scan(text))


def _support(area: Area, counts: Counter[str], gazetteer: Gazetteer) -> int:
    return sum(counts[above.code] for above in (area, *gazetteer.ancestors(area.code)))


def _titled(title: str, mentions: Counter[str], gazetteer: Gazetteer) -> Area | None:
    """The narrowest area that the title names; of another level than the document's it is what the document is about
    (a district's table of tasks from a provincial plan).
    """
    narrowest, after = None, 0
    for _, end, candidates in gazetteer.scan(title):
        narrowest, after = max(candidates, key=lambda area: (_support(area, mentions, gazetteer), area.code)), end
    unlisted = _TITLED.match(title, after)
    if unlisted and (narrowest is None or lies_above(narrowest)) and unlisted[1] not in not_areas():
        parent = narrowest.code if narrowest else area_above(unlisted[1], title, mentions, gazetteer)
        return gazetteer.by_code(unlisted_code(unlisted[1], parent))
    return narrowest


def _scores(said: _Said, mentions: Counter[str], gazetteer: Gazetteer, level: str | None) -> Counter[str]:
    scores: Counter[str] = Counter()
    for code, count in mentions.items():
        area = gazetteer.by_code(code)
        if area and _speaks(area, level):
            below = [child for child in gazetteer.children(code) if mentions[child.code]]
            scores[code] = count + (2 * len(below) if area.kind != "District" else 0)
    for code, strength in _towns(said, gazetteer).items():
        district = gazetteer.by_code(code)
        if district and _speaks(district, level):
            scores[code] += strength
    if level in ("市", "区", "县", "旗"):
        for name, count in unlisted_names(said.whole, level, gazetteer).items():
            scores[unlisted_code(name, area_above(name, said.body, mentions, gazetteer))] += 2 * count
    return scores


def _speaks(area: Area, level: str | None) -> bool:
    if area.kind == "Province":
        return level in ("省", None) or (level == "市" and area.name.endswith("市"))
    if area.kind == "City":
        return level in ("市", None)
    return area.kind == "District" and (level is None or area.name.endswith(level))


def _towns(said: _Said, gazetteer: Gazetteer) -> dict[str, int]:
    """Districts by the towns that report: many of them, and most of the towns named; one town alone says little."""
    named = {found[1] for name in (*said.units, *said.headings) if (found := _TOWN.match(name)) and name[0] != "各"}
    districts: dict[str, int] = Counter(
        area.parent
        for name in sorted(named)
        for area in gazetteer.find(name)
        if area.kind == "Town" and area.parent is not None
    )
    strength = {code: 10 * count * count // len(named) if count > 1 else _ENOUGH for code, count in districts.items()}
    return {code: value for code, value in strength.items() if districts[code] > 1 or len(named) == 1}
