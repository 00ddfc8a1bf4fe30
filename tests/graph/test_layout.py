"""Positions of a picture: the same always, components apart, nothing on top of something else."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.graph.layout import LABEL_HEIGHT, LABEL_WIDTH, positions

Edges = list[tuple[str, str]]


def star(centre: str, leaves: int) -> Edges:
    return [(centre, f"{centre}{n}") for n in range(leaves)]


def nodes(edges: Edges) -> list[str]:
    return sorted({end for edge in edges for end in edge})


def box(places: dict[str, tuple[float, float]], names: list[str]) -> tuple[float, float, float, float]:
    xs, ys = [places[name][0] for name in names], [places[name][1] for name in names]
    return min(xs), max(xs), min(ys), max(ys)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("abcdefghijklmnop"), st.sampled_from("abcdefghijklmnop")), max_size=30))
def test_the_order_of_nodes_and_edges_and_the_direction_of_edges_do_not_matter(edges: Edges) -> None:
    names = list("abcdefghijklmnop")
    shuffled, turned = names[::-1], [(b, a) for a, b in reversed(edges)]
    assert positions(names, edges) == positions(shuffled, turned)


@settings(deadline=None, max_examples=25)
@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=60))
def test_every_node_gets_a_finite_place_of_its_own(pairs: list[tuple[int, int]]) -> None:
    edges = [(f"n{a}", f"n{b}") for a, b in pairs]
    names = [f"n{n}" for n in range(41)]
    places = positions(names, edges)
    assert sorted(places) == sorted(names)
    assert all(abs(x) < 1e5 and abs(y) < 1e5 for x, y in places.values())
    assert len(set(places.values())) == len(names)


@pytest.mark.parametrize("leaves", [3, 8, 40, 150])
def test_labels_of_a_star_do_not_lie_on_one_another(leaves: int) -> None:
    edges = star("s", leaves)
    places = positions(nodes(edges), edges)
    names = nodes(edges)
    hits = [
        (a, b)
        for i, a in enumerate(names)
        for b in names[i + 1 :]
        if abs(places[a][0] - places[b][0]) < LABEL_WIDTH * 0.7
        and abs(places[a][1] - places[b][1]) < LABEL_HEIGHT * 0.7
    ]
    assert hits == []


def test_components_stand_apart_and_lone_nodes_below_them() -> None:
    first, second = star("a", 30), star("b", 9)
    lone = ["x", "y", "z"]
    places = positions([*nodes(first), *nodes(second), *lone], first + second)
    left, right, top, bottom = box(places, nodes(first))
    other_left, other_right, other_top, other_bottom = box(places, nodes(second))
    assert right < other_left or other_right < left or bottom < other_top or other_bottom < top
    assert min(places[name][1] for name in lone) > max(bottom, other_bottom)


def test_neighbours_are_nearer_than_strangers() -> None:
    clusters = [star(name, 25) for name in "abcd"]
    edges = [edge for cluster in clusters for edge in cluster] + [("a", "b"), ("b", "c"), ("c", "d")]
    places = positions(nodes(edges), edges)

    def distance(one: str, other: str) -> float:
        (x1, y1), (x2, y2) = places[one], places[other]
        return float(((x1 - x2) ** 2 + (y1 - y2) ** 2) ** 0.5)

    near = [distance(a, b) for a, b in edges]
    chance = random.Random(7)
    far = [distance(chance.choice(nodes(edges)), chance.choice(nodes(edges))) for _ in near]
    assert sum(near) / len(near) < 0.6 * sum(far) / len(far)


def test_edges_to_nowhere_are_left_out() -> None:
    assert positions(["a"], [("a", "b"), ("a", "a"), ("c", "d")]) == {"a": (0.0, 0.0)}
    assert positions([], []) == {}
