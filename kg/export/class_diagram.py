"""The ontology's classes and relations as one picture, inline SVG without any script.

The classes stand on an ellipse in the order of the ontology, each with its subclasses in its box; relations that
join the same two boxes share one curve.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import product
from math import cos, pi, sin
from typing import NamedTuple

from kg.ontology import Ontology, OntologyClass, OntologyProperty

WIDTH, HEIGHT = 1200, 900
RADIUS_X, RADIUS_Y = 480, 370
BOX, LINE, TITLE = 128, 17, 24
WIDEST_UNION = 3
"""Relations of nearly everything (见于, 可能相同) would join every box with every other; they stand in the tables."""

BEND = 0.45
"""How far a curve is drawn to the middle of the picture: 0 is straight, 1 through the middle."""

Point = tuple[float, float]
Pair = tuple[str, str]


class Box(NamedTuple):
    """The middle of a class's box and its height; all are `BOX` wide."""

    x: float
    y: float
    height: int


def class_diagram(known: Ontology) -> str:
    """The picture as an `<svg>` element, with a title for readers of the screen."""
    boxes = _boxes(known)
    drawn: list[str] = []
    taken: list[Point] = []
    for pair, labels in _relations(known).items():
        drawn.append(_curve(boxes[pair[0]], boxes[pair[1]], "、".join(labels), taken))
    drawn += [_drawn_box(known.classes[name], _below(name, known), box) for name, box in boxes.items()]
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" aria-label="类与关系图 class diagram">'
        '<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">'
        f'<path d="M0 0L8 4L0 8z"/></marker></defs>{"".join(drawn)}</svg>'
    )


def _boxes(known: Ontology) -> dict[str, Box]:
    """A box for each class without a class of ours above it, round an ellipse."""
    tops = [name for name, cls in known.classes.items() if not cls.parents]
    found: dict[str, Box] = {}
    for index, name in enumerate(tops):
        angle = 2 * pi * index / len(tops) - pi / 2
        x, y = WIDTH / 2 + RADIUS_X * cos(angle), HEIGHT / 2 + RADIUS_Y * sin(angle)
        found[name] = Box(x, y, TITLE + LINE * len(_below(name, known)))
    return found


def _below(name: str, known: Ontology) -> list[OntologyClass]:
    return [cls for cls in known.classes.values() if name in cls.parents]


def _relations(known: Ontology) -> dict[Pair, list[str]]:
    """The labels of the relations between two boxes, in the ontology's order."""
    found: dict[Pair, list[str]] = {}
    for prop in known.properties.values():
        if prop.kind == "object" and not prop.parents and max(len(prop.domain), len(prop.range)) <= WIDEST_UNION:
            for pair in _box_pairs(prop, known):
                labels = found.setdefault(pair, [])
                if prop.label_zh not in labels:
                    labels.append(prop.label_zh)
    return found


def _box_pairs(prop: OntologyProperty, known: Ontology) -> Iterator[Pair]:
    for start, end in product(prop.domain, prop.range):
        pair = (_top(start, known), _top(end, known))
        if pair[0] != pair[1]:
            yield pair


def _top(name: str, known: Ontology) -> str:
    parents = known.classes[name].parents
    return _top(parents[0], known) if parents else name


def _curve(start: Box, end: Box, words: str, taken: list[Point]) -> str:
    """An arrow bent towards the middle, its words where they cover no other words."""
    bend = (
        (start.x + end.x) / 2 * (1 - BEND) + WIDTH / 2 * BEND,
        (start.y + end.y) / 2 * (1 - BEND) + HEIGHT / 2 * BEND,
    )
    first, last = _border(start, bend), _border(end, bend)
    x, y = _free_place(first, bend, last, taken)
    path = f"M{first[0]:.1f} {first[1]:.1f}Q{bend[0]:.1f} {bend[1]:.1f} {last[0]:.1f} {last[1]:.1f}"
    return f'<path class="relation" d="{path}"/><text class="relation" x="{x:.1f}" y="{y:.1f}">{escape(words)}</text>'


def _free_place(first: Point, bend: Point, last: Point, taken: list[Point]) -> Point:
    """A point of the curve away from the words already placed, its middle if there is none."""
    for t in (0.5, 0.4, 0.6, 0.3, 0.7, 0.22, 0.78):
        x, y = (_on_curve(t, first[axis], bend[axis], last[axis]) for axis in (0, 1))
        if all(abs(x - other[0]) > 90 or abs(y - other[1]) > 14 for other in taken):
            break
    else:
        x, y = (_on_curve(0.5, first[axis], bend[axis], last[axis]) for axis in (0, 1))
    taken.append((x, y))
    return x, y


def _on_curve(t: float, first: float, bend: float, last: float) -> float:
    return (1 - t) ** 2 * first + 2 * t * (1 - t) * bend + t**2 * last


def _border(box: Box, towards: Point) -> Point:
    """Where the line from the middle of a box leaves it."""
    dx, dy = towards[0] - box.x, towards[1] - box.y
    share = min(
        (BOX / 2 + 3) / abs(dx) if dx else 1.0,
        (box.height / 2 + 3) / abs(dy) if dy else 1.0,
        1.0,
    )
    return box.x + dx * share, box.y + dy * share


def _drawn_box(cls: OntologyClass, below: list[OntologyClass], box: Box) -> str:
    left, top = box.x - BOX / 2, box.y - box.height / 2
    lines = "".join(
        f'<text class="below" x="{box.x:.1f}" y="{top + TITLE + LINE * row + 12:.1f}">{escape(one.label_zh)}</text>'
        for row, one in enumerate(below)
    )
    return (
        f'<a href="#{cls.name}"><rect x="{left:.1f}" y="{top:.1f}" width="{BOX}" height="{box.height}" rx="5"/>'
        f'<text class="name" x="{box.x:.1f}" y="{top + 16:.1f}">{escape(cls.label_zh)}</text>{lines}</a>'
    )
