"""Teaches the tagger of names, and writes `kg/extract/tagger/net.npz`.

    .venv/bin/pip install -c constraints.txt -e ".[teach]"
    .venv/bin/python benchmarks/teach.py                       # what the project comes with
    .venv/bin/python benchmarks/teach.py --without later 004 part28 --out /tmp/net.npz   # to measure on the rest

Rows: `taught_rows.py` says which. What is learnt is a net that says how well each label fits each place, and a linear
chain over the labels of each type; the loss is how unlikely the marked names are among all ways to label a clause. What
is drawn by lot (order of rows, what is hidden from it) follows from `SEED`, so the same rows give the same file on the
same machine.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from marked_rows import Marked
from taught_rows import ANNOTATED, HERE, LABELS, annotated, labels, marked_by_hand
from torch import Tensor, nn
from torch.nn import functional

from kg.extract.tagger.net import GRAIN, REACH, WEIGHTS
from kg.extract.tagger.signs import BUCKETS, NUMBERS, signs
from kg.extract.tagger.tagger import MODEL, TYPES, clauses

SEED = 1
THREADS = 2
"""Sums are split among threads, so their number is part of what decides the last digits."""
ROUNDS = 10
WIDTH, HIDDEN = 64, 96
RARE = 5
"""A sign that was seen less often is not learnt."""
HIDDEN_SIGNS, DROPPED = 0.3, 0.3
"""The share of signs and of what layers pass on that is hidden while it learns, so that it relies on none alone."""
RATE, DECAY, WARM, STEEPEST = 2e-3, 0.01, 200, 1.0
REAL = 2
"""How much rows of real documents count, invented ones counting once."""
OFTEN = 3
"""How often a round goes through the annotated rows: documents like them are what is read most."""
CHARACTERS = 4000
"""How many are learnt from at once."""
NEVER = -1e4


class Lesson(NamedTuple):
    """A marked text: signs `[characters, signs]`, labels `[characters, types]`, clauses, and how often it counts."""

    signs: np.ndarray
    labels: np.ndarray
    clauses: list[tuple[int, int]]
    weight: float


def lesson(text: Marked, weight: float) -> Lesson:
    """A marked text, ready to be learnt from."""
    columns, (start,) = signs([(text.part, text.text)])
    shown = np.stack(columns, 1)[start : start + len(text.text)]
    told = [[LABELS.index(letter) for letter in labels(text, kind)] for kind in TYPES]
    return Lesson(shown, np.array(told).T.reshape(-1, len(TYPES)), list(clauses(text.text)), weight)


def lessons(without: Sequence[str]) -> Iterator[Lesson]:
    """All that is taught."""
    for text in marked_by_hand(HERE / "invented-rows", without):
        yield lesson(text, 1)
    for folder in ("restated-rows", "restated-later"):
        if folder.removeprefix("restated-") not in without:
            for text in marked_by_hand(HERE / folder, without):
                yield lesson(text, REAL)
    for folder in ANNOTATED:
        for text in annotated(folder, without):
            yield from [lesson(text, REAL)] * OFTEN


class Known(NamedTuple):
    """The signs that are learnt: their buckets, and for every bucket its number, 0 for those that are not."""

    buckets: np.ndarray
    numbers: np.ndarray

    @classmethod
    def of(cls, taught: Sequence[Lesson]) -> Known:
        """The signs that are not rare."""
        shown = np.concatenate([one.signs for one in taught])
        buckets, often = np.unique(shown, return_counts=True)
        buckets = buckets[often >= RARE].astype(np.int32)
        numbers = np.zeros(BUCKETS, np.int32)
        numbers[buckets] = np.arange(1, len(buckets) + 1)
        return cls(buckets, numbers)


class Layer(nn.Module):
    """Weighs what stands `reach` places before, here, and `reach` places behind; one product is faster than torch's own
    layer of this kind."""

    def __init__(self, reach: int) -> None:
        super().__init__()
        self.reach = reach
        self.weighing = nn.Linear(3 * HIDDEN, HIDDEN)

    def forward(self, hidden: Tensor) -> Tensor:
        """`[places, hidden]` to the same."""
        wider = functional.pad(hidden, (0, 0, self.reach, self.reach))
        before, behind = wider[: len(hidden)], wider[2 * self.reach :]
        return self.weighing(torch.cat([before, hidden, behind], 1))

    def stored(self) -> Tensor:
        """Its weights as `[3, hidden, hidden]`."""
        return self.weighing.weight.t().reshape(3, HIDDEN, HIDDEN)


class Lots:
    """What is dropped while a net learns: drawn once, and read from another place each time, which costs little."""

    DRAWN = 1 << 23

    def __init__(self) -> None:
        drawn = np.random.default_rng(SEED).random(self.DRAWN, np.float32) >= DROPPED
        self._kept = torch.from_numpy(drawn.astype(np.float32) / (1 - DROPPED))
        self._place = random.Random(SEED)

    def __call__(self, values: Tensor) -> Tensor:
        """The values, some of them nothing and the others so much greater."""
        start = self._place.randrange(self.DRAWN - values.numel())
        return values * self._kept[start : start + values.numel()].view(values.shape)


class Learner(nn.Module):
    """The net while it learns; `kg.extract.tagger.net.Net` reads what it has learnt."""

    def __init__(self, known: int) -> None:
        super().__init__()
        self.lots = Lots()
        self.embedding = nn.EmbeddingBag(known + 1, WIDTH, mode="sum", padding_idx=0)
        nn.init.normal_(self.embedding.weight, 0, 0.3 / math.sqrt(len(NUMBERS)))
        self.into = nn.Linear(WIDTH, HIDDEN)
        self.layers = nn.ModuleList(Layer(reach) for reach in REACH)
        self.out = nn.Linear(HIDDEN, len(TYPES) * len(LABELS))
        self.transitions = nn.Parameter(torch.zeros(len(TYPES), len(LABELS), len(LABELS)))

    def forward(self, shown: Tensor, inside: Tensor) -> Tensor:
        """How well each label fits each place, `[places, types, labels]`."""
        hidden = self._drop(self.embedding(shown))
        hidden = torch.relu(self.into(hidden)) * inside
        for layer in self.layers:
            hidden = (hidden + torch.relu(layer(self._drop(hidden)))) * inside
        return self.out(self._drop(hidden)).view(-1, len(TYPES), len(LABELS))

    def _drop(self, values: Tensor) -> Tensor:
        return self.lots(values) if self.training else values


class Sheet(NamedTuple):
    """Several lessons one behind the other, with room between them that no layer sees across."""

    shown: Tensor
    inside: Tensor
    labels: Tensor
    starts: Tensor
    lengths: np.ndarray
    weights: Tensor

    @classmethod
    def of(cls, batch: Sequence[Lesson], known: Known, chance: np.random.Generator) -> Sheet:
        """Lay lessons out, some of their signs hidden; the longest clauses come first."""
        room = sum(REACH)
        size = room + sum(len(one.signs) + room for one in batch)
        shown, inside = np.zeros((size, len(NUMBERS)), np.int64), np.zeros((size, 1), np.float32)
        told, spans, place = np.zeros((size, len(TYPES)), np.int64), [], room
        for one in batch:
            end = place + len(one.signs)
            shown[place:end], inside[place:end], told[place:end] = known.numbers[one.signs], 1, one.labels
            spans += [(b - a, place + a, one.weight) for a, b in one.clauses]
            place = end + room
        shown[chance.random(shown.shape) < HIDDEN_SIGNS] = 0
        lengths, starts, weights = zip(*sorted(spans, reverse=True), strict=True)
        return cls(
            *map(torch.from_numpy, (shown, inside, told)),
            torch.tensor(starts),
            np.array(lengths),
            torch.tensor(weights),
        )


def loss(fits: Tensor, transitions: Tensor, sheet: Sheet) -> Tensor:
    """How unlikely the marked labels are, in nats, summed over clauses and types."""
    never = torch.zeros(len(LABELS), len(LABELS))
    never[LABELS.index("O"), LABELS.index("I")] = NEVER
    steps, first = transitions + never, torch.zeros(len(LABELS))
    first[LABELS.index("I")] = NEVER
    label = sheet.labels[sheet.starts]
    here = fits[sheet.starts]
    all_ways, marked = here + first, _of_label(here, label)
    total, types = torch.zeros(()), torch.arange(len(TYPES))
    for step in range(1, int(sheet.lengths[0]) + 1):
        longer = int((sheet.lengths > step).sum())
        ended = torch.logsumexp(all_ways[longer:], 2) - marked[longer:]
        total = total + (ended * sheet.weights[longer : len(all_ways), None]).sum()
        places = sheet.starts[:longer] + step
        here, before, label = fits[places], label[:longer], sheet.labels[places]
        all_ways = torch.logsumexp(all_ways[:longer].unsqueeze(3) + steps, 2) + here
        marked = marked[:longer] + _of_label(here, label) + steps[types, before, label]
    return total


def _of_label(fits: Tensor, label: Tensor) -> Tensor:
    return torch.gather(fits, 2, label.unsqueeze(2)).squeeze(2)


def batches(taught: Sequence[Lesson]) -> Iterator[list[Lesson]]:
    """Lessons in the order given, some `CHARACTERS` at a time."""
    batch: list[Lesson] = []
    size = 0
    for one in taught:
        batch.append(one)
        size += len(one.signs)
        if size >= CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def taught(learnt_from: Sequence[Lesson], known: Known, rounds: int = ROUNDS) -> Learner:
    """A net that has gone through all lessons so many times."""
    torch.manual_seed(SEED)
    torch.set_num_threads(THREADS)
    torch.use_deterministic_algorithms(True)
    chance, order = np.random.default_rng(SEED), random.Random(SEED)
    net, lines = Learner(len(known.buckets)), list(learnt_from)
    optimizer = torch.optim.AdamW(net.parameters(), lr=RATE, weight_decay=DECAY)
    total, step = rounds * sum(1 for _ in batches(lines)), 0
    for number in range(rounds):
        order.shuffle(lines)
        lost = 0.0
        for batch in batches(lines):
            for group in optimizer.param_groups:
                group["lr"] = RATE * min(1, step / WARM) * (1 + math.cos(math.pi * min(1, step / total))) / 2
            lost += _learn(net, optimizer, Sheet.of(batch, known, chance))
            step += 1
        print(f"round {number + 1} of {rounds}: {lost / sum(len(one.signs) for one in lines):.4f}", flush=True)
    return net


def _learn(net: Learner, optimizer: torch.optim.Optimizer, sheet: Sheet) -> float:
    lost = loss(net(sheet.shown, sheet.inside), net.transitions, sheet)
    optimizer.zero_grad()
    (lost / sheet.inside.sum()).backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(net.parameters(), STEEPEST)
    optimizer.step()
    return float(lost.detach())


def stored(net: Learner, known: Known) -> dict[str, np.ndarray]:
    """What was learnt, in whole grains; what a net was never shown is left out."""
    weights = {
        "embedding": net.embedding.weight[1:],
        "into": net.into.weight.t(),
        "into_bias": net.into.bias,
        "layers": torch.stack([layer.stored() for layer in net.layers]),
        "layers_bias": torch.stack([layer.weighing.bias for layer in net.layers]),
        "out": net.out.weight.t(),
        "out_bias": net.out.bias,
    }
    arrays = {name: np.rint(weights[name].detach().numpy() / GRAIN).astype(np.int16) for name in WEIGHTS}
    transitions = np.rint(net.transitions.detach().numpy() * 1000).astype(np.int32)
    return {"buckets": known.buckets, "transitions": transitions, **arrays}


def write(path: Path, arrays: dict[str, np.ndarray]) -> None:
    """Write the arrays; equal arrays give equal bytes."""
    with path.open("wb") as file:
        np.savez_compressed(file, **arrays)


def main(arguments: Iterable[str] = sys.argv[1:]) -> None:
    """Teach, and say how much was learnt from."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument(
        "--without", nargs="*", default=[], help="documents, files, and `later` for all of that folder"
    )
    options.add_argument("--rounds", type=int, default=ROUNDS)
    options.add_argument("--out", type=Path, default=MODEL)
    args = options.parse_args(list(arguments))
    learnt_from = list(lessons(args.without))
    known = Known.of(learnt_from)
    write(args.out, stored(taught(learnt_from, known, args.rounds), known))
    characters = sum(len(one.signs) for one in learnt_from)
    print(f"{len(learnt_from)} texts, {characters} characters, {len(known.buckets)} signs → {args.out}")


if __name__ == "__main__":
    main()
