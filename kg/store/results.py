"""What a query gives, and the W3C's forms for it: JSON, XML, CSV and TSV; a table for people."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from xml.sax.saxutils import quoteattr

from kg.errors import QueryError
from kg.export.xml import xml_text
from kg.graph.text import shortened, width

if TYPE_CHECKING:
    from pyoxigraph import Triple

XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"
WIDEST_CELL = 60
"""A longer cell of a table is cut, so that a line stays readable; the other formats give it whole."""


@dataclass(frozen=True)
class Table:
    """The rows of a SELECT; a value is a pyoxigraph term, or None where a variable is unbound."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]

    def texts(self) -> list[tuple[str, ...]]:
        """Every value as plain text: an IRI in full, a literal without language and datatype, unbound as nothing."""
        return [tuple("" if term is None else _plain(term) for term in row) for row in self.rows]


@dataclass(frozen=True)
class Truth:
    """The answer to an ASK."""

    value: bool


@dataclass(frozen=True)
class Graph:
    """The triples of a CONSTRUCT or DESCRIBE."""

    triples: tuple[Triple, ...]


Answer = Table | Truth | Graph


def write_answer(answer: Answer, form: str, prefixes: Mapping[str, str] | None = None) -> str:
    """The answer as text, in one of `FORMATS`; triples as Turtle, or as JSON-LD, RDF/XML, N-Triples (`tsv`).

    Raises `QueryError` for a format that does not exist.
    """
    if form not in FORMATS:
        raise QueryError(f"{form!r} is no format; choose one of {', '.join(FORMATS)}")
    if isinstance(answer, Graph):
        return _triples(answer, form, prefixes or {})
    return FORMATS[form](answer, prefixes or {})


def _triples(answer: Graph, form: str, prefixes: Mapping[str, str]) -> str:
    import pyoxigraph

    formats = pyoxigraph.RdfFormat
    kind = {"json": formats.JSON_LD, "xml": formats.RDF_XML, "tsv": formats.N_TRIPLES}.get(form, formats.TURTLE)
    ordered = sorted(set(answer.triples), key=str)
    content = pyoxigraph.serialize(ordered, format=kind, prefixes=dict(prefixes)) or b""
    return _used_prefixes(content.decode("utf-8")) if kind is formats.TURTLE else content.decode("utf-8")


def _used_prefixes(turtle: str) -> str:
    """Turtle with the prefixes that it uses, in order; pyoxigraph names all, in an order that changes."""
    lines = turtle.splitlines(keepends=True)
    header = sorted(line for line in lines if line.startswith("@prefix "))
    body = "".join(line for line in lines if not line.startswith("@prefix "))
    used = [line for line in header if re.search(rf"(?<![\w]){re.escape(line.split()[1])}", body)]
    return "".join([*used, "\n" if used else "", body])


def _json(answer: Table | Truth, prefixes: Mapping[str, str]) -> str:
    if isinstance(answer, Truth):
        return json.dumps({"head": {}, "boolean": answer.value}) + "\n"
    bindings = [
        {name: _json_term(term) for name, term in zip(answer.variables, row, strict=True) if term is not None}
        for row in answer.rows
    ]
    content = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(content, ensure_ascii=False) + "\n"


def _json_term(term: Any) -> dict[str, Any]:
    kind = _kind(term)
    if kind == "triple":
        ends = {end: _json_term(getattr(term, end)) for end in ("subject", "predicate", "object")}
        return {"type": "triple", "value": ends}
    found: dict[str, Any] = {"type": kind, "value": term.value}
    if kind == "literal" and term.language:
        found["xml:lang"] = term.language
    elif kind == "literal" and term.datatype.value != XSD_STRING:
        found["datatype"] = term.datatype.value
    return found


def _kind(term: Any) -> str:
    from pyoxigraph import BlankNode, Literal, NamedNode

    kinds = {NamedNode: "uri", BlankNode: "bnode", Literal: "literal"}
    return kinds.get(type(term), "triple")


def _xml(answer: Table | Truth, prefixes: Mapping[str, str]) -> str:
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<sparql xmlns="http://www.w3.org/2005/sparql-results#">']
    if isinstance(answer, Truth):
        lines += ["<head/>", f"<boolean>{str(answer.value).lower()}</boolean>"]
    else:
        lines += ["<head>", *(f"<variable name={quoteattr(name)}/>" for name in answer.variables), "</head>"]
        lines += ["<results>", *(_xml_row(answer.variables, row) for row in answer.rows), "</results>"]
    return "\n".join([*lines, "</sparql>", ""])


def _xml_row(variables: Sequence[str], row: Sequence[Any]) -> str:
    bindings = (
        f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(variables, row, strict=True)
        if term is not None
    )
    return f"<result>{''.join(bindings)}</result>"


def _xml_term(term: Any) -> str:
    kind = _kind(term)
    if kind == "triple":
        ends = (f"<{end}>{_xml_term(getattr(term, end))}</{end}>" for end in ("subject", "predicate", "object"))
        return f"<triple>{''.join(ends)}</triple>"
    mark = ""
    if kind == "literal" and term.language:
        mark = f" xml:lang={quoteattr(term.language)}"
    elif kind == "literal" and term.datatype.value != XSD_STRING:
        mark = f" datatype={quoteattr(term.datatype.value)}"
    return f"<{kind}{mark}>{xml_text(term.value)}</{kind}>"


def _csv(answer: Table | Truth, prefixes: Mapping[str, str]) -> str:
    if isinstance(answer, Truth):
        return f"{str(answer.value).lower()}\r\n"
    lines = [answer.variables, *answer.texts()]
    return "".join(",".join(_csv_cell(cell) for cell in line) + "\r\n" for line in lines)


def _csv_cell(value: str) -> str:
    return '"' + value.replace('"', '""') + '"' if any(c in value for c in '",\r\n') else value


def _tsv(answer: Table | Truth, prefixes: Mapping[str, str]) -> str:
    if isinstance(answer, Truth):
        return f"{str(answer.value).lower()}\n"
    lines = ["\t".join(f"?{name}" for name in answer.variables)]
    lines += ["\t".join("" if term is None else _tsv_term(term) for term in row) for row in answer.rows]
    return "\n".join(lines) + "\n"


def _tsv_term(term: Any) -> str:
    return str(term).replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")


def _table(answer: Table | Truth, prefixes: Mapping[str, str]) -> str:
    if isinstance(answer, Truth):
        return "是\n" if answer.value else "否\n"
    rows = [tuple("" if term is None else _shown(term, prefixes) for term in row) for row in answer.rows]
    widths = [max(map(width, column)) for column in zip(answer.variables, *rows, strict=True)]
    rule = "─┼─".join("─" * size for size in widths)
    lines = [_line(answer.variables, widths), rule, *(_line(row, widths) for row in rows)]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return " │ ".join(cell + " " * (size - width(cell)) for cell, size in zip(cells, widths, strict=True))


def _shown(term: Any, prefixes: Mapping[str, str]) -> str:
    """A term as a cell: prefixed where it can be, on one line, cut where it is very long."""
    value = _plain(term)
    if _kind(term) == "uri":
        for prefix, base in prefixes.items():
            if value.startswith(base) and "/" not in value[len(base) :]:
                return f"{prefix}:{value[len(base) :]}"
        return value
    value = "".join(c if c.isprintable() else " " for c in value)
    return shortened(value, WIDEST_CELL)


def _plain(term: Any) -> str:
    return str(term.value) if hasattr(term, "value") else str(term)


FORMATS: dict[str, Callable[[Table | Truth, Mapping[str, str]], str]] = {
    "table": _table,
    "json": _json,
    "csv": _csv,
    "tsv": _tsv,
    "xml": _xml,
}
"""Forms of an answer by the name that a user gives."""
