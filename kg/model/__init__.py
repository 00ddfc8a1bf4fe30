"""The records that pass between stages; all of them are frozen."""

from kg.model.context import Area, DocumentContext, Reading
from kg.model.document import Cell, Document, Landmark, Line, Table
from kg.model.entity import Candidate, Decision, Entity, Link, Reason
from kg.model.fact import Evidence, Mention, Name, Statement
from kg.model.finding import Finding
from kg.model.graph import DocumentInfo, Fact, KnowledgeGraph, KnownMention
from kg.model.place import Place
from kg.model.record import Record
from kg.model.task import PARTS, TEXT_PARTS, Leader, TaskRow, Unit, UnitProgress
from kg.model.text import Run, Text

__all__ = [
    "PARTS",
    "TEXT_PARTS",
    "Area",
    "Candidate",
    "Cell",
    "Decision",
    "Document",
    "DocumentContext",
    "DocumentInfo",
    "Entity",
    "Evidence",
    "Fact",
    "Finding",
    "KnowledgeGraph",
    "KnownMention",
    "Landmark",
    "Leader",
    "Line",
    "Link",
    "Mention",
    "Name",
    "Place",
    "Reading",
    "Reason",
    "Record",
    "Run",
    "Statement",
    "Table",
    "TaskRow",
    "Text",
    "Unit",
    "UnitProgress",
]
