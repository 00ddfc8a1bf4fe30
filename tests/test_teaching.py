"""Teaching the tagger: equal rows give an equal net, and what is read back says what was learnt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from kg.extract.tagger.net import Net
from kg.extract.tagger.signs import signs
from kg.extract.tagger.tagger import TYPES, Tagger, tagger
from tests.teaching import LINES, TAUGHT, script

torch = pytest.importorskip("torch", reason="teaching needs torch: pip install -e '.[teach]'")


@pytest.fixture(scope="module")
def teach() -> Iterator[ModuleType]:
    with script("teach") as module:
        yield module


@pytest.fixture(scope="module")
def learnt(teach: ModuleType) -> list[tuple[object, dict[str, np.ndarray]]]:
    """Two nets that were taught the same, as they learnt and as they are stored."""
    from marked_rows import marked

    lessons = [teach.lesson(marked("progress", line), 1) for line in LINES * 30]
    known = teach.Known.of(lessons)
    nets = [teach.taught(lessons, known, rounds=150) for _ in range(2)]
    return [(net, teach.stored(net, known)) for net in nets]


def test_equal_rows_give_an_equal_net(learnt: list[tuple[object, dict[str, np.ndarray]]]) -> None:
    one, other = (arrays for _, arrays in learnt)
    assert sorted(one) == sorted(other)
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_what_was_taught_is_found_again(learnt: list[tuple[object, dict[str, np.ndarray]]]) -> None:
    text = TAUGHT
    (ballot,) = Tagger(Net(learnt[0][1])).ballots([("progress", text)])
    assert [text[name.start : name.end] for name in ballot.likely("Company")] == ["睿霖", "博川"]
    assert [text[name.start : name.end] for name in ballot.likely("Project")] == ["睿霖烯烃项目", "博川电池项目"]


def test_rounding_hardly_changes_what_it_says(learnt: list[tuple[object, dict[str, np.ndarray]]]) -> None:
    text = "引进嘉沃、恒晟两家企业，云岭水厂通水。"
    columns, (start,) = signs([("progress", text)])
    inside = np.zeros(len(columns[0]), np.float32)
    inside[start : start + len(text)] = 1
    net, arrays = learnt[0]
    buckets = {bucket: number for number, bucket in enumerate(arrays["buckets"].tolist(), start=1)}
    shown = np.stack(columns, 1)
    numbers = torch.tensor([[buckets.get(sign, 0) for sign in place] for place in shown.tolist()])
    with torch.no_grad():
        told = net.eval()(numbers, torch.from_numpy(inside)[:, None]).numpy()  # type: ignore[attr-defined]
    within = slice(start, start + len(text))
    read = Net(arrays).scores(columns, inside)
    assert told.shape == (len(inside), len(TYPES), 3)
    assert np.abs(told[within] - read[within]).max() < 0.5


def test_what_is_written_is_read_again(
    teach: ModuleType, learnt: list[tuple[object, dict[str, np.ndarray]]], tmp_path: Path
) -> None:
    teach.write(tmp_path / "net.npz", learnt[0][1])
    (ballot,) = tagger(tmp_path / "net.npz").ballots([("progress", TAUGHT)])
    (expected,) = Tagger(Net(learnt[0][1])).ballots([("progress", TAUGHT)])
    assert all(ballot.likely(kind) == expected.likely(kind) for kind in TYPES)
