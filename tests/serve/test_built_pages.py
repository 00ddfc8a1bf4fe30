"""The pages of a park and of the project that builds it lead to one another."""

import re
from pathlib import Path

from kg.export import write_build
from tests.graph.test_built import PARK, PROJECT, made
from tests.serve.conftest import client_of


def test_the_pages_of_a_park_and_its_project_show_each_other_and_the_owner(tmp_path: Path) -> None:
    graph = made()
    write_build(graph.records, tmp_path)
    park, project = (trace.entity for trace in (graph.trace(PARK), graph.trace(PROJECT)))
    assert park
    assert project
    with client_of(tmp_path) as client:
        of_park = client.get(f"/id/{park.entity}", headers={"accept": "text/html"}, follow_redirects=True).text
        of_project = client.get(f"/id/{project.entity}", headers={"accept": "text/html"}, follow_redirects=True).text
    assert "建设项目" in of_park
    assert f"由{PROJECT}建设" in of_park
    assert "峄城区工业和信息化局" in of_park
    assert f'<span class="chip">{park.name}</span>' in of_project
    assert "引进企业三家" in of_project


def test_english_pages_give_reasons_in_english(tmp_path: Path) -> None:
    graph = made()
    write_build(graph.records, tmp_path)
    park = graph.trace(PARK).entity
    assert park
    with client_of(tmp_path) as client:
        page = client.get(f"/id/{park.entity}?lang=en", headers={"accept": "text/html"}, follow_redirects=True).text
    assert "the same name but for project words (汉芯半导体产业园), and the areas agree" in page
    assert f"{park.name} is built by {PROJECT}" in page
    assert not re.search("地区相合|由.*建设", page)
