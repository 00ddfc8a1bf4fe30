"""The short readable name under a node."""

from __future__ import annotations

from kg.model import Entity

LEVELS = "省市区县镇乡"
LONGEST = 18


def node_label(entity: Entity, area_name: str | None) -> str:
    """The shortest form that still says which thing it is.

    A short form that leaves its area's name out gets it back: three districts each have an office called 区发改局.

    >>> office = Entity(id="a", type="Agency", name="峄城区发展和改革局", aliases=("区发改局",))
    >>> node_label(office, "峄城区")
    '峄城区发改局'
    """
    if entity.type != "Agency":
        return _cut(entity.name)
    forms = [form for form in (_with_area(one, area_name) for one in (entity.name, *entity.aliases)) if form]
    return _cut(min(forms or [entity.name], key=lambda form: (len(form), form)))


def _with_area(alias: str, area_name: str | None) -> str:
    """An alias with its area's name, or an empty string where it would not say enough."""
    if area_name and alias.startswith(area_name):
        return alias
    if area_name and alias[:1] == area_name[-1:] and alias[:1] in LEVELS:
        return area_name + alias[1:]
    return ""


def _cut(name: str) -> str:
    return name if len(name) <= LONGEST else name[: LONGEST - 1] + "…"


def label_width(label: str) -> float:
    """The room that a label takes, in units of the layout: 13 for a Chinese character, 7 for a Latin one."""
    return 16 + sum(13 if ord(character) > 0x2E7F else 7 for character in label)
