"""Everything that can stop something, and what it stops.

    KgError                  one clear sentence: place, fact, next step
    ├── UnreadableDocument   this file cannot be used; the run goes on and reports it
    ├── OntologyError        the ontology or a word list is wrong; the run stops
    ├── DecisionConflict     two human decisions contradict; the run stops and cites both
    ├── BuildNotFound        the folder given holds no build
    ├── OutputError          outputs cannot be written; the earlier ones stay as they were
    └── QueryError           a query or question cannot be used

Doubts about data are never errors: they are `kg.model.Finding` records.
"""

from __future__ import annotations


class KgError(Exception):
    """Base of every error that a user may see; its text is one sentence for people.

    `chinese` and `english` are the sentence for readers of one language; the text itself where none is given.

    >>> error = KgError("no such area", chinese="没有这个地区")
    >>> str(error), error.chinese, KgError("没有这份文件").chinese
    ('no such area', '没有这个地区', '没有这份文件')
    """

    exit_code = 1

    def __init__(self, message: str = "", *, chinese: str = "", english: str = "") -> None:
        super().__init__(message)
        self.chinese, self.english = chinese or message, english or message


class UnreadableDocument(KgError, ValueError):
    """One file cannot be read; the others are."""


class OntologyError(KgError, ValueError):
    """The ontology, a shape or a word list cannot be used."""

    exit_code = 2


class DecisionConflict(KgError, ValueError):
    """Two decisions of people say opposite things of one pair."""

    exit_code = 2


class BuildNotFound(KgError, FileNotFoundError):
    """A command was pointed at a folder without a build in it."""

    exit_code = 2


class OutputError(KgError, OSError):
    """Writing failed; nothing that was there before has been touched."""

    exit_code = 2


class QueryError(KgError, ValueError):
    """A SPARQL query or a question cannot be understood or ran out of its limits."""

    exit_code = 2
