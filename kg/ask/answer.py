"""What a question is answered with."""

from __future__ import annotations

from kg.graph.view import Citation
from kg.model import Record

SURE = 0.8
"""From this confidence on, an answer is given as one; below it, people are told to look at the quotes."""


class Answer(Record):
    """An answer with its proof.

    `answer` holds names as the document writes them, values as written or numbers; it is empty where the question
    was not understood, and `nearest` then offers questions that are. `sparql` asks the exported graph the same.
    `entities` are the ids of the things and tasks that the answer names.
    """

    question: str
    understood: bool
    kind: str
    answer: tuple[str, ...] = ()
    sparql: str = ""
    evidence: tuple[Citation, ...] = ()
    confidence: float = 0.0
    note: str = ""
    nearest: tuple[str, ...] = ()
    entities: tuple[str, ...] = ()

    @property
    def sure(self) -> bool:
        """Whether the answer can be relied on without looking at its quotes."""
        return self.understood and self.confidence >= SURE


class Partial(Record):
    """What an answerer finds within one scope, before it is put into words."""

    answer: tuple[str, ...] = ()
    evidence: tuple[Citation, ...] = ()
    confidence: float = 0.0
    sparql: str = ""
    note: str = ""
    entities: tuple[str, ...] = ()
