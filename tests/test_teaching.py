"""Teaching the tagger: equal rows give equal weights, and what was taught is found again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from kg.extract.tagger.tagger import TYPES, tagger
from tests.teaching import LINES, TAUGHT, script

pytest.importorskip("pycrfsuite", reason="teaching needs python-crfsuite: pip install -e '.[teach]'")


@pytest.fixture(scope="module")
def teach() -> Iterator[ModuleType]:
    with script("teach") as module:
        yield module


@pytest.fixture(scope="module")
def learnt(teach: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    from marked_rows import marked

    texts = [marked("progress", line) for line in LINES] * 3
    paths = tuple(tmp_path_factory.mktemp("taught") / name for name in ("one.npz", "other.npz"))
    for path in paths:
        teach.write(path, teach.stored([teach.taught(kind, texts) for kind in TYPES]))
    return paths[0], paths[1]


def test_equal_rows_give_an_equal_tagger(learnt: tuple[Path, Path]) -> None:
    with np.load(learnt[0]) as one, np.load(learnt[1]) as other:
        assert sorted(one) == sorted(other)
        assert all(np.array_equal(one[name], other[name]) for name in one)


def test_what_was_taught_is_found_again(learnt: tuple[Path, Path]) -> None:
    text = TAUGHT
    (ballot,) = tagger(learnt[0]).ballots([("progress", text)])
    assert [text[name.start : name.end] for name in ballot.likely("Company")] == ["睿霖", "博川"]
    assert [text[name.start : name.end] for name in ballot.likely("Project")] == ["睿霖烯烃项目", "博川电池项目"]


def test_names_inside_names_of_their_type_are_not_taught(teach: ModuleType) -> None:
    text = teach.Marked("progress", "云岭水厂二期", (("Project", 0, 4), ("Project", 0, 6), ("Area", 0, 2)))
    assert teach.labels(text, "Project") == "BIIIII"
    assert teach.labels(text, "Area") == "BIOOOO"
    assert teach.labels(text, "Park") == "OOOOOO"
