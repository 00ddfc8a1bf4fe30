"""One build of the examples for all tests of commands; what writes into it leaves it as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import EXAMPLES, kg


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("build")
    answer = kg("build", EXAMPLES, "--out", out, "--quiet")
    assert (answer.returncode, answer.stderr) == (0, "")
    return out
