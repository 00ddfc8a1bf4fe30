"""Quality on annotated rows never falls in silence: floors stand beside the digest of the corpus they hold for."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SHARED = ROOT.parent / "shared"
PINNED = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "corpus").is_dir(), reason="the shared corpus is not beside the project"),
]


@pytest.fixture(scope="module")
def figures(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """What the scorer beside the project says of a build of the corpus."""
    out = tmp_path_factory.mktemp("corpus")
    kg = [sys.executable, "-m", "kg", "build", str(SHARED / "corpus"), "--out", str(out), "--quiet"]
    subprocess.run(kg, check=True)
    score = [
        sys.executable,
        str(SHARED / "score.py"),
        str(out),
        str(SHARED / "gold"),
        "--json",
        str(out / "score.json"),
    ]
    subprocess.run(score, check=True, capture_output=True)
    found = json.loads((out / "score.json").read_text("utf-8"))
    return {key: value["f1"] if isinstance(value, dict) and "f1" in value else value for key, value in found.items()}


def test_the_floors_are_those_of_this_corpus() -> None:
    digest = hashlib.sha256()
    for path in sorted((SHARED / "corpus").glob("*.txt")):
        digest.update(path.read_bytes())

    assert digest.hexdigest() == PINNED["sha256"]


@pytest.mark.parametrize("name", sorted(PINNED["floors"]))
def test_a_figure_stands_above_its_floor(name: str, figures: dict[str, float]) -> None:
    assert figures[name] >= PINNED["floors"][name]
