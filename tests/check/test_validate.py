"""Validation says what is wrong, in Chinese, and where."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.check.relation_shapes import FILE
from kg.check.validate import validate
from kg.errors import BuildNotFound
from kg.export import EXPORTERS, ExportSettings, write_build
from kg.model import KnowledgeGraph
from kg.ontology import ontology
from kg.words import ontology_dir
from tests.export.make import DISTRICT, FIRM, PROGRESS, STORAGE, fact, small_graph

FILES = tuple(one for one in EXPORTERS if one.name in ("nq", "report", "rows"))


def build(folder: Path, **changes: object) -> Path:
    write_build(small_graph().model_copy(update=changes), folder, exporters=FILES)
    return folder


def messages(folder: Path) -> list[str]:
    return [finding.message for finding in validate(folder).findings]


def test_the_small_graph_conforms(tmp_path: Path) -> None:
    report = validate(build(tmp_path))
    assert (report.conforms, report.findings) == (True, ())
    assert report.triples > 500


def test_a_build_below_other_iris_conforms_and_is_really_looked_at(tmp_path: Path) -> None:
    settings = ExportSettings(entity_base="https://data.example.org/d/", ontology_base="https://data.example.org/v#")
    broken = small_graph().model_copy(update={"facts": (*small_graph().facts, outside_the_range())})
    write_build(small_graph(), tmp_path / "right", settings, FILES)
    write_build(broken, tmp_path / "wrong", settings, FILES)
    assert messages(tmp_path / "right") == []
    assert messages(tmp_path / "wrong") == ["“东海绿能有限公司”：“位于”的宾语须是行政区域或园区。"]


def outside_the_range() -> object:
    return fact(PROGRESS, STORAGE, "locatedIn", FIRM, "储能电站由东海绿能承建")


def test_an_object_outside_the_range_is_named_with_what_is_expected(tmp_path: Path) -> None:
    folder = build(tmp_path, facts=(*small_graph().facts, outside_the_range()))
    (finding,) = validate(folder).findings
    assert finding.message == "“东海绿能有限公司”：“位于”的宾语须是行政区域或园区。"
    assert (finding.severity, finding.code, finding.place.document) == ("error", "shape", "乙区.docx")


def test_a_subject_outside_the_domain_is_named_with_what_is_expected(tmp_path: Path) -> None:
    wrong = fact(PROGRESS, DISTRICT, "undertakes", STORAGE, "储能电站由东海绿能承建")
    assert messages(build(tmp_path, facts=(wrong,))) == ["“甲区”：“承建运营”的主语须是组织。"]


def test_a_confidence_beyond_one_is_found_with_its_row_and_quote(tmp_path: Path) -> None:
    sure = fact(PROGRESS, FIRM, "undertakes", STORAGE, "储能电站由东海绿能承建", confidence=1.5)
    (finding,) = validate(build(tmp_path, facts=(sure,))).findings
    assert finding.message.endswith("须有一个 0 到 1 之间的置信度。（现为：“1.5”）")
    assert (str(finding.place), finding.row) == ("甲区.txt, page 1, line 1", "r001")
    assert finding.quote == "储能电站由东海绿能承建"


def test_a_stage_that_the_scheme_does_not_know_is_found(tmp_path: Path) -> None:
    odd = fact(PROGRESS, STORAGE, "stage", "dreaming", "储能电站由东海绿能承建")
    assert messages(build(tmp_path, facts=(odd,))) == ["“dreaming”：“阶段”的宾语须是项目阶段。"]


def test_findings_come_in_the_same_order_whatever_the_order_of_the_facts(tmp_path: Path) -> None:
    wrong = [fact(PROGRESS, FIRM, "undertakes", STORAGE, quote, confidence=2) for quote in ("东海绿能", "柳树镇")]
    first = validate(build(tmp_path / "a", facts=tuple(wrong))).findings
    second = validate(build(tmp_path / "b", facts=tuple(reversed(wrong)))).findings
    assert len(first) == 2
    assert first == second


def test_an_empty_graph_conforms(tmp_path: Path) -> None:
    write_build(KnowledgeGraph(), tmp_path, exporters=FILES)
    assert validate(tmp_path).conforms


def test_a_folder_without_a_build_is_said_to_hold_none(tmp_path: Path) -> None:
    with pytest.raises(BuildNotFound, match="holds no build; run kg build first"):
        validate(tmp_path)


def test_damaged_quads_are_said_to_be_damaged(tmp_path: Path) -> None:
    (build(tmp_path) / "graph.nq").write_text("<a> <b>", "utf-8")
    with pytest.raises(BuildNotFound, match=r"graph\.nq: the file cannot be read"):
        validate(tmp_path)


def test_published_and_internal_shapes_find_the_same(tmp_path: Path) -> None:
    import pyshacl
    from rdflib import Graph
    from rdflib.namespace import SH

    folder = build(tmp_path, facts=(*small_graph().facts, outside_the_range()))
    data = Graph()
    data.parse(data="".join(_triples(folder)), format="nt")
    for name in ("stage.ttl", "status.ttl", "sector.ttl"):
        data.parse(ontology_dir() / name)
    shapes = Graph()
    for name in ("shapes.ttl", FILE):
        shapes.parse(ontology_dir() / name)
    conforms, results, _ = pyshacl.validate(data, shacl_graph=shapes)
    assert not conforms
    assert len(set(results.objects(None, SH.resultMessage))) == 2  # one violation, said in two languages


def _triples(folder: Path) -> list[str]:
    lines = (folder / "graph.nq").read_text("utf-8").splitlines()
    return [line.rsplit(" ", 2)[0] + " .\n" for line in lines]


def test_every_shape_uses_core_constraints_and_speaks_both_languages() -> None:
    from rdflib import RDF, Graph
    from rdflib.namespace import SH

    shapes = Graph()
    for name in ("shapes.ttl", FILE):
        shapes.parse(ontology_dir() / name)
    named = set(shapes.subjects(RDF.type, SH.NodeShape)) | set(shapes.subjects(RDF.type, SH.PropertyShape))
    silent = [s for s in named if {m.language for m in shapes.objects(s, SH.message)} != {"zh", "en"}]  # type: ignore[attr-defined]
    assert silent == []
    assert not set(shapes.predicates()) & {SH.sparql, SH.js, SH.rule}


def test_every_class_and_relation_has_a_shape() -> None:
    from rdflib import Graph
    from rdflib.namespace import SH

    shapes = Graph()
    for name in ("shapes.ttl", FILE):
        shapes.parse(ontology_dir() / name)
    targets = (SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf)
    shaped = {str(o).rsplit("#", 1)[-1] for target in targets for o in shapes.objects(None, target)}
    known = ontology()
    assert (set(known.classes) | set(known.properties)) - shaped == set()
