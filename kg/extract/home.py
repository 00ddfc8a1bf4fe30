"""What the document's own area is called: its names are known there, those that are other words elsewhere too."""

from __future__ import annotations

from functools import lru_cache

from kg.areas import gazetteer


@lru_cache(maxsize=100)
def home_names(code: str | None) -> tuple[str, ...]:
    """The names, full and short, of an area and of those above it, the longest first; no ordinary words.

    >>> home_names("370404")
    ('山东省', '峄城区', '枣庄市', '山东', '峄城', '枣庄')
    """
    area = gazetteer().by_code(code)
    if area is None:
        return ()
    areas = (area, *gazetteer().ancestors(area.code))
    full = {one.name for one in areas}
    shorts = {one.short for one in areas if len(one.short) > 1 and _names_an_area(one.short)}
    return tuple(sorted(full | shorts, key=lambda name: (-len(name), name)))


def _names_an_area(short: str) -> bool:
    found = (*gazetteer().scan(short), *gazetteer().short_forms(short))
    return any(end - start == len(short) for start, end, _ in found)


def home_places(text: str, names: tuple[str, ...]) -> tuple[tuple[int, int], ...]:
    """Where these names stand in a text, the longest that fits at each place, in no certain order.

    >>> home_places("云河区在云河市", ("云河区", "云河"))
    ((0, 3), (4, 6))
    """
    places: dict[int, int] = {}
    for name in names:
        start = text.find(name)
        while start >= 0:
            places.setdefault(start, start + len(name))
            start = text.find(name, start + 1)
    return tuple(places.items())
