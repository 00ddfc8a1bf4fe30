"""A small convolutional net over the signs of places: how well each label fits each place.

It sees what stands up to `SIGHT` places away, and finds words alike that stand in like places. All its numbers are
multiples of small powers of two and small enough that sums in single precision are exact: the same text has the same
scores on any machine, in any order and in any company.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from kg.extract.tagger.signs import BUCKETS

Numbers = NDArray[Any]
GRAIN = 1 / 256
"""Weights are multiples of this."""
STEP = 1 / 64
"""What a layer passes on is rounded to multiples of this: sums below 1024 are exact, those of the first below 256."""
REACH = (1, 2, 4, 8, 1)
"""How far the layers look, one after the other."""
ROOM = max(REACH)
"""Empty places that no layer sees across."""
SIGHT = sum(REACH)
"""How many places away something may stand that the net still sees."""
BLOCK = 2048
"""Places that pass through the layers at once: few enough for a processor's cache."""


class Net:
    """The taught net.

    `arrays`: `buckets` says which signs it knows, `embedding` `[known, width]` what each is worth; `into` `[width,
    hidden]`, `layers` `[layer, 3, hidden, hidden]` (what stands `REACH` places before, here and behind), `out`
    `[hidden, types * 3]`; each with its `_bias`, in whole multiples of `GRAIN`; `transitions` `[types, 3, 3]`, in
    thousandths, how well a label follows another.
    """

    def __init__(self, arrays: Mapping[str, Numbers]) -> None:
        self.transitions = arrays["transitions"].astype(np.float64) / 1000
        self._weights = {name: arrays[name].astype(np.float32) * np.float32(GRAIN) for name in WEIGHTS}
        embedding = self._weights.pop("embedding")
        self._embedding = np.concatenate([embedding, np.zeros((1, embedding.shape[1]), np.float32)])
        self._rows = np.full(BUCKETS, len(arrays["buckets"]), np.int32)
        self._rows[arrays["buckets"]] = np.arange(len(arrays["buckets"]), dtype=np.int32)

    def scores(self, columns: Sequence[Numbers], inside: Numbers) -> Numbers:
        """How well each label fits, `[places, types, 3]`; `inside` says which places belong to a text.

        Around each text there are at least `ROOM` places that belong to none, so that no layer sees across them.
        """
        size = len(inside)
        told = [self._block(columns, inside, start, min(start + BLOCK, size)) for start in range(0, size, BLOCK)]
        return np.concatenate(told).reshape(size, -1, 3)

    def _block(self, columns: Sequence[Numbers], inside: Numbers, start: int, end: int) -> Numbers:
        first, last = max(0, start - SIGHT), min(len(inside), end + SIGHT)
        within = inside[first:last, None]
        weights = self._weights
        shown = np.zeros((last - first, self._embedding.shape[1]), np.float32)
        for column in columns:
            shown += self._embedding.take(self._rows.take(column[first:last]), axis=0)
        hidden = _passed_on(shown @ weights["into"] + weights["into_bias"]) * within
        for layer, bias, reach in zip(weights["layers"], weights["layers_bias"], REACH, strict=True):
            hidden = (hidden + _passed_on(_beside(hidden, layer, reach) + bias)) * within
        told: Numbers = hidden[start - first : end - first] @ weights["out"] + weights["out_bias"]
        return told


WEIGHTS = ("embedding", "into", "into_bias", "layers", "layers_bias", "out", "out_bias")


def _beside(hidden: Numbers, layer: Numbers, reach: int) -> Numbers:
    """What stands `reach` places before, here, and `reach` places behind, weighed together."""
    before, here, behind = layer
    told: Numbers = hidden @ here
    told[reach:] += hidden[:-reach] @ before
    told[:-reach] += hidden[reach:] @ behind
    return told


def _passed_on(values: Numbers) -> Numbers:
    """What is above nothing, in whole steps; the array itself is changed."""
    np.maximum(values, 0, out=values)
    values *= np.float32(1 / STEP)
    np.rint(values, out=values)
    values *= np.float32(STEP)
    return values
