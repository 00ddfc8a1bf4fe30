"""Where the nodes of one connected component settle: springs along edges, repulsion between all nodes.

Repulsion of a small component is exact. A large one spreads its nodes' masses on a grid and convolves it with the
repulsion of a unit mass (two fast Fourier transforms), which costs the same for a thousand nodes as for ten thousand.
Nothing is drawn by chance: nodes start on a golden-angle spiral in breadth-first order.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Pairs = NDArray[np.int64]

EXACT_LIMIT = 100
"""Up to this many nodes every pair repels; above, the grid is quicker (both take about a millisecond a step here)."""

GRAVITY = 8.0
"""Pull to the middle, over the root of the number of nodes: at 0 chains of hubs stretch over the whole picture, above
20 clusters lie on one another (looked at with pictures of 126 and 1,283 nodes)."""

GOLDEN_ANGLE = np.pi * (3 - np.sqrt(5))


def settle(order: Sequence[int], pairs: Pairs, rounds: int) -> Array:
    """Positions, one row a node, with a mean edge length of about one.

    `order` is the breadth-first order in which nodes take their places on the spiral, `pairs` the edges as node
    numbers. The step shortens from round to round, so that the picture stands still at the end.
    """
    count = len(order)
    places = _spiral(order)
    degrees = np.bincount(pairs.ravel(), minlength=count).astype(np.float64)
    masses = 1 + 0.5 * np.sqrt(degrees)
    repel = _exact_repulsion if count <= EXACT_LIMIT else GridRepulsion(count)
    gravity = GRAVITY / np.sqrt(count)
    heat = 0.5 * np.sqrt(count)
    for step in range(rounds):
        force = (repel(places, masses) - gravity * places) * masses[:, None]
        force += _pull(places, pairs, degrees)
        length = np.maximum(np.hypot(force[:, 0], force[:, 1]), 1e-9)
        limit = heat * (1 - step / rounds) ** 2 + 0.01
        places += force * (np.minimum(length, limit) / length)[:, None]
    centred: Array = places - places.mean(axis=0)
    return centred


def _spiral(order: Sequence[int]) -> Array:
    places = np.empty((len(order), 2))
    steps = np.arange(len(order), dtype=np.float64)
    radius, angle = np.sqrt(steps + 0.5), steps * GOLDEN_ANGLE
    places[np.asarray(order)] = np.column_stack((radius * np.cos(angle), radius * np.sin(angle)))
    return places


def _pull(places: Array, pairs: Pairs, degrees: Array) -> Array:
    """Springs, weaker where both ends have many edges, so that hubs do not fall into one another."""
    gap = places[pairs[:, 1]] - places[pairs[:, 0]]
    weight = 1 / np.sqrt(np.minimum(degrees[pairs[:, 0]], degrees[pairs[:, 1]]))
    tension = gap * (np.hypot(gap[:, 0], gap[:, 1]) * weight)[:, None]
    force = np.zeros_like(places)
    for axis in (0, 1):
        force[:, axis] += np.bincount(pairs[:, 0], tension[:, axis], len(places))
        force[:, axis] -= np.bincount(pairs[:, 1], tension[:, axis], len(places))
    return force


def _exact_repulsion(places: Array, masses: Array) -> Array:
    gap = places[:, None, :] - places[None, :, :]
    square = (gap**2).sum(axis=2) + 0.01
    result: Array = (gap * (masses[None, :] / square)[:, :, None]).sum(axis=1)
    return result


class GridRepulsion:
    """Repulsion of many nodes by way of a square grid laid over them."""

    def __init__(self, count: int) -> None:
        self.size = 64 if count < 3000 else 128
        offsets = np.fft.fftfreq(2 * self.size, 1 / (2 * self.size))
        square = offsets[:, None] ** 2 + offsets[None, :] ** 2
        square[0, 0] = 1
        self.kernels = [np.fft.rfft2(axis / square) for axis in (offsets[:, None], offsets[None, :])]

    def __call__(self, places: Array, masses: Array) -> Array:
        """The repulsion on each node: the sum of mass over distance, pointing away."""
        low = places.min(axis=0)
        cell = float((places.max(axis=0) - low).max()) / (self.size - 2) + 1e-9
        scaled = (places - low) / cell
        corner = scaled.astype(np.int64)
        corners = self._corners(corner, scaled - corner)
        field = self._field(corners, masses)
        force = np.zeros_like(places)
        for index, share in corners:
            force += field[:, index].T * share[:, None]
        return force / cell

    def _corners(self, corner: Pairs, inside: Array) -> list[tuple[Pairs, Array]]:
        """The four grid points round each node, each with its share of the node."""
        found = []
        for right in (0, 1):
            for down in (0, 1):
                share = np.abs(1 - right - inside[:, 0]) * np.abs(1 - down - inside[:, 1])
                found.append(((corner[:, 0] + right) * self.size + corner[:, 1] + down, share))
        return found

    def _field(self, corners: list[tuple[Pairs, Array]], masses: Array) -> Array:
        side = self.size
        density = np.zeros(side * side)
        for index, share in corners:
            density += np.bincount(index, share * masses, side * side)
        wave = np.fft.rfft2(density.reshape(side, side), s=(2 * side, 2 * side))
        fields = [np.fft.irfft2(wave * kernel)[:side, :side].ravel() for kernel in self.kernels]
        return np.stack(fields)
