"""The vocabulary: complete in two languages, closed in itself, and strict about statements."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology import ontology
from kg.ontology_files import FILES
from kg.words import ontology_dir

CONTRACT_CLASSES = (
    *("Area", "Province", "City", "District", "Town", "Village", "Agency", "Company", "Institution"),
    *("Project", "Park", "Person", "Task", "Document", "Statement"),
)
CONTRACT_PROPERTIES = (
    *("responsibleFor", "leads", "supports", "undertakes", "investedIn", "locatedIn", "cooperatesWith"),
    *("supervises", "concerns", "jurisdiction", "reportedIn", "partOf", "taskNumber", "taskText", "progressText"),
    *("status", "period", "totalInvestment", "investedToDate", "capacity", "stage"),
)
STAGES = [
    *("planned", "negotiating", "signed", "permitting", "under_construction", "structure_complete"),
    *("trial_production", "completed", "suspended"),
]


def copied(folder: Path, **changes: tuple[str, str]) -> Path:
    """The ontology with one passage of a file replaced."""
    for name in FILES:
        shutil.copy(ontology_dir() / name, folder / name)
    for stem, (old, new) in changes.items():
        path = folder / f"{stem}.ttl"
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), "utf-8")
    return folder


def test_every_name_of_the_contract_is_defined() -> None:
    known = ontology()
    assert set(CONTRACT_CLASSES) - set(known.classes) == set()
    assert set(CONTRACT_PROPERTIES) - set(known.properties) == set()


def test_every_term_has_different_words_in_chinese_and_english() -> None:
    known = ontology()
    concepts = [concept for concepts in known.schemes.values() for concept in concepts]
    for term in (*known.classes.values(), *known.properties.values(), *concepts):
        assert term.label_zh != term.label_en, term.name
        assert term.definition_zh != term.definition_en, term.name
        assert term.label_en.isascii(), term.name


def test_labels_are_unique_among_classes_and_among_properties() -> None:
    for terms in (ontology().classes, ontology().properties):
        assert len({term.label_zh for term in terms.values()}) == len(terms)
        assert len({term.label_en for term in terms.values()}) == len(terms)


def test_the_stages_stand_in_the_order_of_a_project_s_life() -> None:
    assert [concept.notation for concept in ontology().schemes["StageScheme"]] == STAGES


def test_a_concept_is_found_by_notation_and_by_label() -> None:
    known = ontology()
    assert known.concept("StatusScheme", "partly_completed") == known.concept("StatusScheme", "部分完成")
    assert known.concept("StatusScheme", "unheard_of") is None


def test_there_are_about_twenty_five_sectors() -> None:
    assert 25 <= len(ontology().schemes["SectorScheme"]) <= 30


@pytest.mark.parametrize(
    ("subject", "predicate", "object_"),
    [
        ("Agency", "responsibleFor", "Task"),
        ("Company", "responsibleFor", "Project"),
        ("Company", "undertakes", "Park"),
        ("Institution", "investedIn", "Company"),
        ("Project", "locatedIn", "Town"),
        ("Park", "locatedIn", "Area"),
        ("Agency", "cooperatesWith", "Institution"),
        ("Person", "supervises", "Task"),
        ("Project", "stage", None),
        ("Project", "totalInvestment", None),
        ("Indicator", "targetValue", None),
        ("Town", "partOf", "District"),
    ],
)
def test_what_documents_state_can_be_stated(subject: str, predicate: str, object_: str | None) -> None:
    assert ontology().check_statement(subject, predicate, object_) is None


@pytest.mark.parametrize(
    ("subject", "predicate", "object_", "reason"),
    [
        ("Agency", "owns", "Project", "owns is not a property of the ontology"),
        ("Town", "responsibleFor", "Project", "responsibleFor: a subject of type Town is outside the domain"),
        ("Agency", "responsibleFor", "Company", "responsibleFor: an object of type Company is outside the range"),
        ("Agency", "responsibleFor", None, "responsibleFor needs an entity as its object"),
        ("Project", "capacity", "Area", "capacity needs a literal as its object, not a Area"),
        ("Spaceship", "undertakes", "Project", "undertakes: a subject of type Spaceship is outside the domain"),
    ],
)
def test_what_the_ontology_does_not_allow_is_refused_with_a_reason(
    subject: str, predicate: str, object_: str | None, reason: str
) -> None:
    assert (ontology().check_statement(subject, predicate, object_) or "").startswith(reason)


def test_broken_turtle_is_refused_with_file_and_line(tmp_path: Path) -> None:
    folder = copied(tmp_path, stage=("kg:StageSigned a kg:Stage ;", "kg:StageSigned a nothing:Stage ;"))
    line = (folder / "stage.ttl").read_text("utf-8").split("kg:StageSigned a")[0].count("\n") + 1
    with pytest.raises(OntologyError, match=rf"stage\.ttl, line {line}: not Turtle"):
        ontology(folder)


def test_a_missing_label_is_refused_with_file_and_line(tmp_path: Path) -> None:
    folder = copied(tmp_path, core=('rdfs:label "园区"@zh , "park"@en', 'rdfs:label "园区"@zh'))
    line = (folder / "core.ttl").read_text("utf-8").split("kg:Park a owl:Class")[0].count("\n") + 1
    with pytest.raises(OntologyError, match=rf"core\.ttl, line {line}: Park has no label in @en"):
        ontology(folder)


def test_a_range_that_is_not_defined_is_refused_by_name(tmp_path: Path) -> None:
    folder = copied(tmp_path, core=("rdfs:range kg:Stage", "rdfs:range kg:Stages"))
    with pytest.raises(OntologyError, match="stage refers to Stages, which is not defined"):
        ontology(folder)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "sector.ttl").unlink()
    with pytest.raises(OntologyError, match=r"sector\.ttl: the file cannot be read"):
        ontology(folder)


def test_the_ontology_is_used_without_imports_and_rdflib_reads_it_whole() -> None:
    from rdflib import OWL, RDF, Graph

    graph = Graph()
    for name in FILES:
        graph.parse(data=(ontology_dir() / name).read_text("utf-8"), format="turtle")
    assert list(graph.objects(None, OWL.imports)) == []
    assert len(set(graph.subjects(RDF.type, OWL.ObjectProperty))) == len(
        [prop for prop in ontology().properties.values() if prop.kind == "object"]
    )
