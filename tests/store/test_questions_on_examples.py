"""The saved questions on the example documents: what a reader finds there, the answers hold."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.export import EXPORTERS, write_build
from kg.store import GraphStore, Table, Truth, open_build
from kg.store.saved import SavedQuery, saved_queries

ROOT = Path(__file__).parents[2]
EXPECTED: dict[str, list[list[str]]] = json.loads(
    (Path(__file__).parent / "expected_on_examples.json").read_text("utf-8")
)
"""By question: rows that its answer must hold, looked up in the documents. Further rows are welcome."""

ANSWERED_NOWHERE = {
    "14-investors-of-a-project",
    "35-plans-only",
    "37-deadlines",
}
"""The example documents say nothing of these."""

QUERIES = {saved.name: saved for saved in saved_queries()}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    from kg.pipeline import build_graph

    folder = tmp_path_factory.mktemp("examples")
    graph = build_graph([ROOT / "examples" / "documents"]).graph
    write_build(graph, folder, exporters=[one for one in EXPORTERS if one.name in ("nq", "report")])
    return open_build(folder)


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_the_answer_holds_what_the_documents_say(name: str, store: GraphStore) -> None:
    answer = store.query(QUERIES[name].sparql)
    assert isinstance(answer, Table)
    assert [row for row in EXPECTED[name] if tuple(row) not in set(answer.texts())] == []


@pytest.mark.parametrize("saved", QUERIES.values(), ids=lambda saved: saved.name)
def test_every_question_with_its_own_parameters_has_an_answer(saved: SavedQuery, store: GraphStore) -> None:
    if saved.name in ANSWERED_NOWHERE:
        pytest.skip("the example documents say nothing of this")
    answer = store.query(saved.sparql)
    assert answer.value if isinstance(answer, Truth) else answer.rows if isinstance(answer, Table) else answer.triples
