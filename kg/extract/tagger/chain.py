"""Weighs all ways to label a clause against one another: how likely a name begins at a place, and goes on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]
BEGIN, INSIDE, OUTSIDE = range(3)


class Chances(NamedTuple):
    """For each place and type, three shares in [0, 1]; every array is `[places, types]`.

    `begins`: a name begins here. `second`: it goes on here, given that it began one place before. `onward`: it goes on
    here, given that it was within a name one place before.
    """

    begins: Numbers
    second: Numbers
    onward: Numbers


def chances(scores: Numbers, transitions: Numbers, clauses: Sequence[tuple[int, int]]) -> Chances:
    """Weigh all ways to label each clause against one another.

    `scores` is `[places, types, 3]` and says how well each label fits each place, `transitions` `[types, 3, 3]` how
    well a label follows another; `clauses` are spans of places, which are weighed each for itself. Places outside all
    of them have no chance of anything.

    >>> fits = np.array([[[2.0, -9.0, 0.0]], [[-9.0, 2.0, 0.0]]])
    >>> told = chances(fits, np.zeros((1, 3, 3)), [(0, 2)])
    >>> bool(told.begins[0, 0] > 0.8), bool(told.second[1, 0] > 0.8)
    (True, True)
    """
    given = Chances(*(np.zeros(scores.shape[:2]) for _ in range(3)))
    by_length = sorted(clauses, key=lambda span: (span[0] - span[1], span))
    if not by_length:
        return given
    starts = np.array([start for start, _ in by_length], dtype=np.int64)
    lengths = np.array([end - start for start, end in by_length], dtype=np.int64)
    steps = np.exp(transitions)
    steps[:, OUTSIDE, INSIDE] = 0.0
    by_label = np.stack([scores[:, :, label] for label in range(3)])
    fits = np.exp(by_label - np.maximum(np.maximum(by_label[BEGIN], by_label[INSIDE]), by_label[OUTSIDE]))
    fits[INSIDE, starts] = 0.0
    _forward(given, starts, fits, *_backward(starts, lengths, fits, steps))
    return given


Shares = Numbers
"""Of what each label is followed by at one step, the share of each label; `[from, to, clauses, types]`."""


def _backward(starts: Numbers, lengths: Numbers, fits: Numbers, steps: Numbers) -> tuple[Numbers, list[Shares]]:
    """How well the rest of a clause fits behind each label of its first place, and the shares of each step."""
    rest = np.ones((3, len(starts), fits.shape[2]))
    follows = np.moveaxis(steps, 0, 2)[:, :, None, :]
    told: list[Shares] = []
    for step in range(int(lengths[0]) - 1, 0, -1):
        longer = int(np.searchsorted(-lengths, -step, side="left"))
        ways = follows * (fits[:, starts[:longer] + step] * rest[:, :longer])
        together = ways[:, BEGIN] + ways[:, INSIDE] + ways[:, OUTSIDE]
        ways /= together[:, None]
        told.append(ways)
        rest[:, :longer] = together / (together[BEGIN] + together[INSIDE] + together[OUTSIDE])
    return rest, told[::-1]


def _forward(given: Chances, starts: Numbers, fits: Numbers, rest: Numbers, shares: Sequence[Shares]) -> None:
    """Walk through all clauses at once, from their first places on."""
    first = fits[:, starts] * rest
    begin, inside, outside = first / first.sum(axis=0)
    given.begins[starts] = begin
    for step, share in enumerate(shares, start=1):
        longer = share.shape[2]
        places, begin, inside, outside = starts[:longer] + step, begin[:longer], inside[:longer], outside[:longer]
        goes_on = begin * share[BEGIN, INSIDE] + inside * share[INSIDE, INSIDE]
        begins = begin * share[BEGIN, BEGIN] + inside * share[INSIDE, BEGIN] + outside * share[OUTSIDE, BEGIN]
        begin, inside, outside = begins, goes_on, 1.0 - begins - goes_on
        given.begins[places] = begin
        given.second[places] = share[BEGIN, INSIDE]
        given.onward[places] = share[INSIDE, INSIDE]
