"""How a statement's names are written in its row: entities carry the usual name, facts the words of the text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from kg.model import Mention, Name, Statement

Ends = tuple[str, str]


class WrittenEnds:
    """The ends of a document's statements as the text writes them.

    A name is taken from the statement's quote, else from where its row first has it, else it is as it is known.
    Things of a row that are written alike (a park and the project of building it) are told apart by the names by
    which they are known there, where the row says the same of both.
    """

    def __init__(self, statements: Sequence[Statement], mentions: Sequence[Mention]) -> None:
        self._places: dict[tuple[str, Name], list[Mention]] = {}
        for mention in sorted(mentions, key=lambda m: (m.part != "task", m.part, m.start)):
            self._places.setdefault((mention.row, mention.name), []).append(mention)
        self._alike = Counter((s.row, s.predicate, self._as_written(s)) for s in statements)

    def of(self, statement: Statement) -> Ends:
        """Subject and object of a statement; a literal object is itself."""
        ends = self._as_written(statement)
        alone = self._alike[statement.row, statement.predicate, ends] == 1
        return ends if alone else (statement.subject.text, _known(statement.object))

    def _as_written(self, statement: Statement) -> Ends:
        return self._written(statement, statement.subject), self._written(statement, statement.object)

    def _written(self, statement: Statement, end: Name | str) -> str:
        if isinstance(end, str):
            return end
        quote, here = statement.evidence, self._places.get((statement.row, end), [])
        quoted = [m for m in here if m.part == quote.part and quote.start <= m.start and m.end <= quote.end]
        return next((m.text for m in [*quoted, *here]), end.text)


def _known(end: Name | str) -> str:
    return end if isinstance(end, str) else end.text
