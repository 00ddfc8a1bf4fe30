"""The guide's example, taken from the page and run as a stranger's package would be."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
TABLE = """青石区2023年重点工作进展情况表
序号\t重点任务\t责任单位\t完成情况
1\t建设滨河水厂二期项目。\t区水务局\t滨河水厂二期项目由青石华章设计有限公司承担设计，正在办理手续。
2\t新建青石体育馆项目。\t区教体局\t青石体育馆项目正在施工。
"""


def code(language: str) -> list[str]:
    page = (ROOT / "docs" / "extending.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", page, re.S)


def test_a_relation_is_added_with_one_ontology_entry_and_one_file(tmp_path: Path) -> None:
    ontology, package = tmp_path / "ontology", tmp_path / "package"
    shutil.copytree(ROOT / "ontology", ontology)
    core = ontology / "core.ttl"
    core.write_text(core.read_text("utf-8") + "\n" + code("turtle")[0], "utf-8")
    (package / "designers-1.0.dist-info").mkdir(parents=True)
    (package / "designers.py").write_text(code("python")[0], "utf-8")
    (package / "designers-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: designers\nVersion: 1.0\n"
    )
    entry = code("toml")[0].replace('[project.entry-points."kg.extractors"]', "[kg.extractors]").replace('"', "")
    (package / "designers-1.0.dist-info" / "entry_points.txt").write_text(entry)
    (tmp_path / "a.txt").write_text(TABLE, "utf-8")

    subprocess.run(
        [sys.executable, "-m", "kg", "build", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), "--quiet"],
        env=os.environ | {"KG_ONTOLOGY": str(ontology), "PYTHONPATH": str(package)},
        check=True,
    )

    lines = (tmp_path / "out" / "statements.jsonl").read_text("utf-8").splitlines()
    stated = [statement for statement in map(json.loads, lines) if statement["predicate"] == "designedBy"]
    assert [(s["row"], s["subject"], s["object"]) for s in stated] == [
        ("r001", "滨河水厂二期项目", "青石华章设计有限公司")
    ]
    assert stated[0]["evidence"] == "滨河水厂二期项目由青石华章设计有限公司承担设计"
    assert "ontology#designedBy" in (tmp_path / "out" / "graph.nq").read_text("utf-8")


def test_a_finder_of_names_is_added_with_one_file(tmp_path: Path) -> None:
    package = tmp_path / "package"
    info = package / "brigades-1.0.dist-info"
    info.mkdir(parents=True)
    (package / "brigades.py").write_text(code("python")[1], "utf-8")
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: brigades\nVersion: 1.0\n")
    entry = code("toml")[1].replace('[project.entry-points."kg.finders"]', "[kg.finders]").replace('"', "")
    (info / "entry_points.txt").write_text(entry)
    told = TABLE.replace("正在施工。", "正在施工。柳林镇救援队参加演练。")
    (tmp_path / "a.txt").write_text(told, "utf-8")

    subprocess.run(
        [sys.executable, "-m", "kg", "build", str(tmp_path / "a.txt"), "--out", str(tmp_path / "out"), "--quiet"],
        env=os.environ | {"PYTHONPATH": str(package)},
        check=True,
    )

    lines = (tmp_path / "out" / "mentions.jsonl").read_text("utf-8").splitlines()
    found = [mention for mention in map(json.loads, lines) if mention["text"] == "柳林镇救援队"]
    assert [(m["row"], m["part"], m["type"]) for m in found] == [("r002", "progress", "Institution")]
