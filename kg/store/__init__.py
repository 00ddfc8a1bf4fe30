"""A build opened for questions: SPARQL 1.1 over pyoxigraph, read only, within limits."""

from kg.store.graph import GraphStore, open_build
from kg.store.limits import Limits
from kg.store.results import FORMATS, Answer, Graph, Table, Truth, write_answer

__all__ = ["FORMATS", "Answer", "Graph", "GraphStore", "Limits", "Table", "Truth", "open_build", "write_answer"]
