"""Imports point one way, and help stays light."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import kg

PACKAGE = Path(kg.__file__).parent
LAYERS = (
    {"errors", "ids", "words", "model"},
    {"ontology", "ontology_files", "areas", "area_names"},
    {"readers"},
    {"tables"},
    {"extract"},
    {"resolve"},
    {"graph"},
    {"ask"},
    {"check", "export", "report", "store"},
    {"pipeline"},
    {"api"},
    {"serve"},
    {"cli"},
)
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
HEAVY = ("spacy", "rdflib", "pyvis", "networkx", "pyshacl", "pdfplumber", "docx", "openpyxl", "starlette", "pydantic")


def imports_of(path: Path) -> set[str]:
    """The parts of the package that a module imports at any level, type-checking blocks aside."""
    found: set[str] = set()

    def walk(node: ast.AST) -> None:
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test):
            return
        if isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("kg."):
            found.add(node.module.split(".")[1])
        if isinstance(node, ast.Import):
            found.update(alias.name.split(".")[1] for alias in node.names if alias.name.startswith("kg."))
        for child in ast.iter_child_nodes(node):
            walk(child)

    walk(ast.parse(path.read_text("utf-8")))
    return found


def test_every_part_of_the_package_has_its_layer() -> None:
    parts = {path.stem if path.is_file() else path.name for path in PACKAGE.iterdir() if path.name[0] not in "_."}

    assert parts - {"py"} <= set(RANK)


def test_no_module_imports_from_a_later_layer() -> None:
    wrong = []
    for path in sorted(PACKAGE.rglob("*.py")):
        part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
        if part not in RANK:
            continue
        wrong += [
            f"{path.relative_to(PACKAGE)} imports kg.{name}"
            for name in sorted(imports_of(path))
            if RANK.get(name, 99) > RANK[part]
        ]

    assert wrong == []


def test_help_loads_no_heavy_library() -> None:
    code = "import sys; from kg.cli.app import app; print([m for m in sys.argv[1:] if m in sys.modules])"

    answer = subprocess.run([sys.executable, "-c", code, *HEAVY], capture_output=True, text=True, check=True)

    assert answer.stdout.strip() == "[]"
