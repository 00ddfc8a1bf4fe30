"""Positions for a picture of the graph: pleasant, quick, and the same on every run.

Connected components are laid out apart and packed in rows, the largest first; nodes without an edge stand aside in a
block of their own below. A last pass moves apart what would overlap, each node with room for its label.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from kg.graph.forces import Array, Pairs, settle

EDGE_LENGTH = 90.0
LABEL_HEIGHT = 40.0
LABEL_WIDTH = 64.0
WIDEST_LABEL = 180.0
SMALL_COMPONENT = 12

Position = tuple[float, float]


def positions(
    node_ids: Iterable[str], edges: Iterable[tuple[str, str]], widths: Mapping[str, float] | None = None
) -> dict[str, Position]:
    """A place for each node, in units of which an average edge is about 90 long; the order of the input is no matter.

    `widths` gives the room that a node's label takes (64 where it is silent). Edges to unknown nodes and from a node
    to itself are left out.

    >>> positions(["b", "a"], [("a", "b")]) == positions(["a", "b"], [("b", "a")])
    True
    """
    names = sorted(set(node_ids))
    number = {name: index for index, name in enumerate(names)}
    links = _links(number, edges)
    boxes = _boxes(names, widths or {})
    places = np.zeros((len(names), 2))
    components = _components(len(names), links)
    blocks = [(group, _separated(_component_places(group, links), boxes[group])) for group in components]
    _pack(places, [(group, block) for group, block in blocks if len(group) > 1], boxes)
    _set_aside(places, [int(group[0]) for group, _ in blocks if len(group) == 1], boxes)
    return {name: (round(float(x), 1), round(float(y), 1)) for name, (x, y) in zip(names, places, strict=True)}


def _links(number: Mapping[str, int], edges: Iterable[tuple[str, str]]) -> list[list[int]]:
    """The neighbours of each node, sorted."""
    found: list[set[int]] = [set() for _ in number]
    for one, other in edges:
        a, b = number.get(one), number.get(other)
        if a is not None and b is not None and a != b:
            found[a].add(b)
            found[b].add(a)
    return [sorted(near) for near in found]


def _boxes(names: Sequence[str], widths: Mapping[str, float]) -> Array:
    return np.array([min(widths.get(name, LABEL_WIDTH), WIDEST_LABEL) for name in names], dtype=np.float64)


def _components(count: int, links: list[list[int]]) -> list[Pairs]:
    """The components, largest first, each in breadth-first order from its best connected node."""
    seen = [False] * count
    groups = []
    for start in sorted(range(count), key=lambda node: (-len(links[node]), node)):
        if not seen[start]:
            groups.append(np.array(_breadth_first(start, links, seen), dtype=np.int64))
    return sorted(groups, key=lambda group: -len(group))


def _breadth_first(start: int, links: list[list[int]], seen: list[bool]) -> list[int]:
    seen[start] = True
    order = [start]
    for node in order:
        for near in links[node]:
            if not seen[near]:
                seen[near] = True
                order.append(near)
    return order


def _component_places(group: Pairs, links: list[list[int]]) -> Array:
    local = {int(node): index for index, node in enumerate(group)}
    if len(group) == 1:
        return np.zeros((1, 2))
    pairs = np.array([(local[int(a)], local[b]) for a in group for b in links[a] if a < b], dtype=np.int64)
    if len(group) <= SMALL_COMPONENT:
        return _rings(len(group), pairs) * EDGE_LENGTH
    rounds = 160 if len(group) <= 3000 else max(60, 600_000 // len(group))
    places = settle(range(len(group)), pairs, min(rounds, 160))
    gap = places[pairs[:, 0]] - places[pairs[:, 1]]
    return places * (EDGE_LENGTH / max(float(np.median(np.hypot(gap[:, 0], gap[:, 1]))), 1e-6))


def _rings(count: int, pairs: Pairs) -> Array:
    """A small component: its best connected node in the middle, every next distance on a wider ring."""
    depth = [0] + [count] * (count - 1)
    for _ in range(count):
        for a, b in pairs:
            depth[a], depth[b] = min(depth[a], depth[b] + 1), min(depth[b], depth[a] + 1)
    places = np.zeros((count, 2))
    for level in range(1, max(depth) + 1):
        ring = [node for node in range(count) if depth[node] == level]
        for index, node in enumerate(ring):
            angle = 2 * np.pi * index / len(ring) + 0.5 * level
            places[node] = (level * np.cos(angle), level * np.sin(angle))
    return places


def _separated(places: Array, widths: Array) -> Array:
    """Push apart the boxes of nodes and labels that overlap, a little in each round."""
    places = places.copy()
    for _ in range(_rounds_of_separation(len(places))):
        first, second = _near_pairs(places)
        gap = places[second] - places[first]
        over_x = (widths[first] + widths[second]) / 2 - np.abs(gap[:, 0])
        over_y = LABEL_HEIGHT - np.abs(gap[:, 1])
        hit = (over_x > 0) & (over_y > 0)
        if not hit.any():
            break
        first, second, gap, over_x, over_y = first[hit], second[hit], gap[hit], over_x[hit], over_y[hit]
        _push(places, first, second, gap, np.where(over_y * 2 < over_x, 1, 0), over_x, over_y)
    return places


def _rounds_of_separation(count: int) -> int:
    """Fewer where there are many: a picture of more than 20,000 nodes shows no labels that could collide."""
    return 150 if count <= 500 else 40 if count <= 3000 else 12 if count <= 20_000 else 0


def _push(places: Array, first: Pairs, second: Pairs, gap: Array, axes: Pairs, over_x: Array, over_y: Array) -> None:
    for axis, over in ((0, over_x), (1, over_y)):
        chosen = axes == axis
        side = np.where(gap[chosen, axis] < 0, -1.0, 1.0)
        push = side * np.minimum(over[chosen], 30) * 0.45
        places[:, axis] += np.bincount(second[chosen], push, len(places))
        places[:, axis] -= np.bincount(first[chosen], push, len(places))


def _near_pairs(places: Array) -> tuple[Pairs, Pairs]:
    """All pairs of nodes in the same or neighbouring cells of a grid as wide as the widest label."""
    cells = np.floor(places / np.array([WIDEST_LABEL, LABEL_HEIGHT])).astype(np.int64)
    cells -= cells.min(axis=0) - 1
    rows = int(cells[:, 1].max()) + 2
    key = cells[:, 0] * rows + cells[:, 1]
    order = np.argsort(key, kind="stable")
    sorted_key = key[order]
    firsts, seconds = [], []
    for step in (0, 1, rows - 1, rows, rows + 1):
        low = np.searchsorted(sorted_key, sorted_key + step, "left")
        high = np.searchsorted(sorted_key, sorted_key + step, "right")
        if step == 0:
            low = np.arange(1, len(order) + 1)
        length = np.maximum(high - low, 0)
        starts = np.repeat(low - np.concatenate(([0], np.cumsum(length)[:-1])), length)
        firsts.append(np.repeat(order, length))
        seconds.append(order[np.arange(int(length.sum())) + starts])
    return np.concatenate(firsts), np.concatenate(seconds)


def _pack(places: Array, blocks: list[tuple[Pairs, Array]], widths: Array) -> None:
    """Put components side by side in rows about as wide as the whole is high."""
    margin = 2 * LABEL_HEIGHT
    extents = [np.ptp(block, axis=0) + np.array((widths[group].max() + margin, margin)) for group, block in blocks]
    total = float(sum(extent[0] * extent[1] for extent in extents))
    target = max(1.25 * total**0.5, *(float(extent[0]) for extent in extents)) if extents else 0.0
    x = y = height = 0.0
    for (group, block), extent in zip(blocks, extents, strict=True):
        if x > 0 and x + extent[0] > target:
            x, y, height = 0.0, y + height, 0.0
        places[group] = block - block.min(axis=0) + (x, y)
        x, height = x + float(extent[0]), max(height, float(extent[1]))


def _set_aside(places: Array, lone: list[int], widths: Array) -> None:
    """Nodes without an edge: a block below everything else, in the order of their ids."""
    if not lone:
        return
    connected = np.setdiff1d(np.arange(len(places)), np.array(lone))
    width = float(np.ptp(places[connected, 0])) if len(connected) else 0.0
    top = float(places[connected, 1].max()) + 3 * LABEL_HEIGHT if len(connected) else 0.0
    step = float(np.median(widths[lone])) + 24
    columns = max(1, int(max(width, step * len(lone) ** 0.5 * 0.8) / step))
    for index, node in enumerate(sorted(lone)):
        places[node] = (index % columns * step, top + index // columns * 1.2 * LABEL_HEIGHT)
