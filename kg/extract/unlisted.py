"""Areas that the gazetteer does not list, known by how a text names them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache

from kg.areas import COUNTRY, Gazetteer, not_areas, not_names
from kg.model import Area

_ABOVE = "省市区县旗州盟"
_SEAT = "(?=委|人民政府|政府|人大|政协)"
_FORMAL_END = re.compile(f"[区县旗市]{_SEAT}")
_FORMAL = re.compile(f"([一-龥]{{1,5}}[区县旗市]){_SEAT}")
_LONGEST_BEFORE_END = 5
_RUN_BEFORE = re.compile(r"[一-龥]{0,4}\Z")
_OF_A_UNIT = re.compile(r"政府|(?:中心|集团|公司|[局委办厅镇街])$")
_ADJACENT, _OFTEN = 10, 6


def unlisted_names(text: str, level: str, gazetteer: Gazetteer) -> Counter[str]:
    """Names of areas of a level (区, 县, 市, 旗) that the gazetteer does not list, with how often each is said.

    A name is said as such where its government is named or it follows its city's name; without that it has to be
    said often.
    """
    tails = _tails(text, level)
    longer: dict[str, list[str]] = {}
    for tail in tails:
        longer.setdefault(tail[1:], []).append(tail)
    formal = list(_formal_names(text))
    names: Counter[str] = Counter()
    for tail in [tail for tail in tails if len(tail) == 3]:
        name = _whole_name(tail, tails, longer)
        if not name or gazetteer.find(name) or name.endswith(_longer_words()):
            continue
        proofs = sum(found.endswith(name) for found in formal) + _afterarea_above(name, text, gazetteer)
        if proofs or tails[name] >= _OFTEN:
            names[name] = tails[name] + 2 * proofs
    return names


def _formal_names(text: str) -> Iterator[str]:
    """What stands before 政府 and the like; where such a name ends is quick to find, so it is looked for first."""
    at = 0
    while end := _FORMAL_END.search(text, at):
        found = _FORMAL.search(text, max(at, end.start() - _LONGEST_BEFORE_END))
        if found is None:
            return
        yield found[1]
        at = found.end()


def area_above(name: str, text: str, mentions: Counter[str], gazetteer: Gazetteer) -> str:
    """The code of the city or province an unlisted area lies in: the one named just before it, else one that is
    named at least five times and three times as often as any other of its kind; the country where there is none.
    """
    counts = Counter({code: count for code, count in mentions.items() if lies_above(gazetteer.by_code(code))})
    for candidates in _before(name, text, gazetteer):
        counts.update({area.code: _ADJACENT for area in candidates if lies_above(area)})
    for kind in ("City", "Province"):
        ranked = [(count, code) for code, count in counts.items() if _kind(code, gazetteer) == kind]
        first, second = (*sorted(ranked, key=lambda item: (-item[0], item[1])), (0, ""), (0, ""))[:2]
        if first[0] >= 5 and first[0] >= 3 * second[0]:
            return first[1]
    return COUNTRY


def lies_above(area: Area | None) -> bool:
    """Whether an area is a province or a city, so that districts lie in it."""
    return area is not None and area.kind in ("Province", "City")


def _tails(text: str, level: str) -> Counter[str]:
    """Every string of two to five characters that ends in the word of a level, with how often it stands there."""
    tails: list[str] = []
    for found in re.finditer(level, text):
        before = _RUN_BEFORE.search(text, max(0, found.start() - 4), found.start())
        run = (before[0] if before else "") + level
        tails += [run[-length:] for length in range(2, len(run) + 1)]
    return Counter(tails)


def _whole_name(tail: str, tails: Counter[str], longer: Mapping[str, list[str]]) -> str | None:
    """The name that ends in three characters, by how often what stands before them changes; None for a common word."""
    if tails[tail] < 3 or tails[tail] < 0.6 * tails[tail[1:]] or tail[0] in _ABOVE:
        return None
    name = tail
    while len(name) < 5:
        best = max(longer.get(name, ()), key=lambda other: (tails[other], other), default="")
        if not best or tails[best] < 0.9 * tails[name] or best[0] in _ABOVE:
            break
        name = best
    return None if name in not_areas() or name[:-1] in not_names() or _OF_A_UNIT.search(name[:-1]) else name


@cache
def _longer_words() -> tuple[str, ...]:
    return tuple(sorted(word for word in not_areas() if len(word) > 2))


def _kind(code: str, gazetteer: Gazetteer) -> str | None:
    area = gazetteer.by_code(code)
    return area.kind if area else None


def _afterarea_above(name: str, text: str, gazetteer: Gazetteer) -> int:
    return sum(any(lies_above(area) for area in found) for found in _before(name, text, gazetteer))


def _before(name: str, text: str, gazetteer: Gazetteer) -> Iterator[tuple[Area, ...]]:
    """The areas named directly before each mention of a name."""
    for found in re.finditer(re.escape(name), text):
        before = text[max(0, found.start() - 12) : found.start()]
        yield from (candidates for _, end, candidates in gazetteer.scan(before) if end == len(before))
