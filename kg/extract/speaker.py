"""Whose document it is: the district, city or province that speaks, from what the document itself says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from kg.areas import COUNTRY, Gazetteer, not_areas, unlisted_code
from kg.model import Area, Reading

LEVELS = "省市区县旗"
"""The words by which a government names its own level: 区发改局, 我市, 县委."""

_OWN = re.compile(rf"我([{LEVELS}])|全([{LEVELS}])(?!域)|(?<![一-龥])([{LEVELS}])(?:委|政府|人民政府)")
_UNIT = re.compile(rf"([{LEVELS}])(?=\S\S)")
_TOWN = re.compile(r"^(\S{1,6}?(?:镇|乡|街道))(?:人民政府|政府|办事处|办|党委|党工委)?$")
_TITLED = re.compile(r"[《“]?([一-龥]{1,6}?[区县旗市])(?=\d{4}|二[〇○零]|人民政府|政府|关于|《)")
_FORMAL = re.compile(r"([一-龥]{1,5}[区县旗市])(?=委|人民政府|政府|人大|政协)")

_END_OF_A_UNIT = re.compile(r"(?:中心|集团|公司|[局委办厅镇街])$")

_TITLE, _UNIT_OR_HEADING, _ADJACENT = 20, 3, 10


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
    titled = _titled(said.title, mentions, gazetteer)
    if titled:
        return Speaker(titled.code, titled.name, None)
    scores = _scores(said, mentions, gazetteer, _level(said, gazetteer))
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return Speaker(None, None, None)
    best = gazetteer.by_code(ranked[0][0])
    rival = gazetteer.by_code(ranked[1][0]) if len(ranked) > 1 and 2 * ranked[1][1] > ranked[0][1] else None
    return Speaker(ranked[0][0], best.name if best else None, rival.name if rival else None)


def _said(reading: Reading) -> _Said:
    units = tuple(unit.name for row in reading.rows for unit in row.units)
    sections = dict.fromkeys(row.section for row in reading.rows if row.section)
    heads = (progress.unit for row in reading.rows for progress in row.progress_by_unit)
    texts = (text.value for row in reading.rows for part, text in sorted(row.parts.items()) if part != "units")
    extra = (text.value for row in reading.rows for _, text in row.extra)
    body = "\n".join((*texts, *extra))
    return _Said("".join((reading.title or "").split()), units, (*sections, *heads), body)


def _level(said: _Said, gazetteer: Gazetteer) -> str | None:
    counts: Counter[str] = Counter()
    for unit in (*said.units, *said.headings):
        found = _UNIT.match(unit)
        if found and not any(start == 0 for start, _, _ in gazetteer.scan(unit)):
            counts[found[1]] += _UNIT_OR_HEADING
    for found in _OWN.finditer(f"{said.title}\n{said.body}"):
        mine, whole, formal = found.groups()
        counts[mine or whole or formal] += _UNIT_OR_HEADING if mine else 1
    return max(LEVELS, key=lambda level: counts[level]) if counts else None


def _mentions(said: _Said, gazetteer: Gazetteer) -> Counter[str]:
    """How strongly each listed area is named; one name of several areas counts for the likeliest of them."""
    certain: Counter[str] = Counter()
    doubtful: list[tuple[tuple[Area, ...], int]] = []
    for text, weight in said.weighted:
        for _, _, candidates in gazetteer.scan(text):
            if len(candidates) == 1:
                certain[candidates[0].code] += weight
            else:
                doubtful.append((candidates, weight))
    around: Counter[str] = Counter()
    for code, count in certain.items():
        for area in gazetteer.ancestors(code):
            around[area.code] += count
    for candidates, weight in doubtful:
        likeliest = max(candidates, key=lambda area: (_support(area, certain + around, gazetteer), area.code))
        certain[likeliest.code] += weight
    return certain


def _support(area: Area, counts: Counter[str], gazetteer: Gazetteer) -> int:
    return sum(counts[above.code] for above in (area, *gazetteer.ancestors(area.code)))


def _titled(title: str, mentions: Counter[str], gazetteer: Gazetteer) -> Area | None:
    """The narrowest area that the title names, for a title names its own document's area."""
    narrowest, after = None, 0
    for _, end, candidates in gazetteer.scan(title):
        narrowest, after = max(candidates, key=lambda area: (_support(area, mentions, gazetteer), area.code)), end
    unlisted = _TITLED.match(title, after)
    if unlisted and (narrowest is None or _is_above(narrowest)) and unlisted[1] not in not_areas():
        parent = narrowest.code if narrowest else _city(unlisted[1], title, mentions, gazetteer)
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
        for name, count in _unlisted_names(said, level, gazetteer).items():
            scores[unlisted_code(name, _city(name, said.body, mentions, gazetteer))] += count
    return scores


def _speaks(area: Area, level: str | None) -> bool:
    if area.kind == "Province":
        return level in ("省", None)
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
    strength = {code: 10 * count * count // len(named) if count > 1 else 2 for code, count in districts.items()}
    return {code: value for code, value in strength.items() if districts[code] > 1 or len(named) == 1}


def _unlisted_names(said: _Said, level: str, gazetteer: Gazetteer) -> Counter[str]:
    """Names of areas of a level that the gazetteer does not list, with how often each is said."""
    text = "\n".join((said.title, *said.units, *said.headings, said.body))
    tails: Counter[str] = Counter()
    for found in re.finditer(level, text):
        before = re.search(r"[一-龥]{0,4}\Z", text[max(0, found.start() - 4) : found.start()])
        run = (before[0] if before else "") + level
        tails.update(run[-length:] for length in range(2, len(run) + 1))
    names: Counter[str] = Counter()
    for tail in [tail for tail in tails if len(tail) == 3]:
        name = _whole_name(tail, tails)
        if name and not gazetteer.find(name) and not any(name.endswith(word) for word in _longer_words()):
            names[name] = tails[name]
    for found in _FORMAL.finditer(text):
        for name in list(names):
            names[name] += 2 if found[1].endswith(name) else 0
    return names


def _whole_name(tail: str, tails: Counter[str]) -> str | None:
    """The name that ends in three characters, by how often what stands before them changes; None for a common word."""
    if tails[tail] < 3 or tails[tail] < 0.6 * tails[tail[1:]] or tail[0] in LEVELS:
        return None
    name = tail
    while len(name) < 5:
        longer = [other for other in tails if len(other) == len(name) + 1 and other.endswith(name)]
        best = max(longer, key=lambda other: (tails[other], other), default="")
        if not best or tails[best] < 0.9 * tails[name] or best[0] in LEVELS + "州盟":
            break
        name = best
    return None if name in not_areas() or _END_OF_A_UNIT.search(name[:-1]) else name


@cache
def _longer_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in not_areas() if len(word) > 2))


def _city(name: str, text: str, mentions: Counter[str], gazetteer: Gazetteer) -> str:
    """The code of the city or province an unlisted area lies in: the one named just before it, else the most named."""
    counts = Counter({code: count for code, count in mentions.items() if _is_above(gazetteer.by_code(code))})
    for found in re.finditer(re.escape(name), text):
        counts.update(_just_before(text[max(0, found.start() - 12) : found.start()], gazetteer))
    cities = [code for code in counts if code[2:4] != "00"]
    return min(cities or counts, key=lambda code: (-counts[code], code), default=COUNTRY)


def _is_above(area: Area | None) -> bool:
    return area is not None and area.kind in ("Province", "City")


def _just_before(text: str, gazetteer: Gazetteer) -> Iterable[str]:
    for _, end, candidates in gazetteer.scan(text):
        if end == len(text):
            yield from [area.code for area in candidates if _is_above(area)] * _ADJACENT
