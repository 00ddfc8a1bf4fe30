"""What every exporter promises."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import OutputError
from kg.export import EXPORTERS, OPTIONAL_EXPORTERS
from kg.export.base import Exporter, ExportSettings
from kg.export.tables import Parquet
from kg.model import KnowledgeGraph
from tests.export.make import small_graph

HAVE_PYARROW = importlib.util.find_spec("pyarrow") is not None
ALL = tuple(one for one in (*EXPORTERS, *OPTIONAL_EXPORTERS) if HAVE_PYARROW or one.name != "parquet")


@pytest.mark.parametrize("exporter", ALL, ids=lambda one: one.name)
def test_it_is_an_exporter_that_writes_its_file_and_nothing_else(exporter: Exporter, tmp_path: Path) -> None:
    assert isinstance(exporter, Exporter)
    exporter.write(small_graph(), tmp_path / exporter.filename, ExportSettings())
    assert [path.name for path in tmp_path.iterdir()] == [exporter.filename]
    assert (tmp_path / exporter.filename).stat().st_size > 0


@pytest.mark.parametrize("exporter", ALL, ids=lambda one: one.name)
def test_an_empty_graph_can_be_written(exporter: Exporter, tmp_path: Path) -> None:
    exporter.write(KnowledgeGraph(), tmp_path / exporter.filename, ExportSettings())
    assert (tmp_path / exporter.filename).exists()


def test_names_and_file_names_are_unique() -> None:
    assert len({one.name for one in ALL}) == len(ALL) == len({one.filename for one in ALL})


PROGRAM = """
import hashlib, pathlib, sys
from kg.errors import OutputError
from kg.export import EXPORTERS, OPTIONAL_EXPORTERS
from kg.export.base import ExportSettings
from tests.export.make import small_graph
for one in (*EXPORTERS, *OPTIONAL_EXPORTERS):
    if one.name == "parquet":
        continue
    path = pathlib.Path(sys.argv[1]) / one.filename
    one.write(small_graph(), path, ExportSettings())
    print(one.filename, hashlib.sha256(path.read_bytes()).hexdigest())
"""


def test_another_process_with_other_hashes_writes_the_same_bytes(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    outputs = []
    for seed in ("1", "2", "3"):
        environment = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(root), "PATH": ""}
        command = [sys.executable, "-c", PROGRAM, str(tmp_path)]
        done = subprocess.run(command, env=environment, cwd=root, capture_output=True, check=True, text=True)
        outputs.append(done.stdout)
    assert len(outputs[0].splitlines()) == len({one.name for one in ALL} - {"parquet"})
    assert outputs[0] == outputs[1] == outputs[2]


@pytest.mark.skipif(HAVE_PYARROW, reason="pyarrow is installed here")
def test_parquet_without_pyarrow_is_refused_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="parquet needs the package pyarrow"):
        Parquet().write(small_graph(), tmp_path / "a.parquet", ExportSettings())
