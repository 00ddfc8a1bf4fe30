"""What a query may not do: change anything, ask other servers, run or answer without end."""

from __future__ import annotations

import re

from kg.errors import QueryError
from kg.model.record import Record

UPDATES = ("INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH")

_SKIPPED = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n\r]|\\.)*"'
    r"|'(?:[^'\\\n\r]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|\#[^\n\r]*"
    r"|[?$][\w]+"
    r"|[\w.-]*:[\w.%-]*",
    re.DOTALL,
)
"""Strings, IRIs, comments, variables and prefixed names: what may hold a keyword without being one."""

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


class Limits(Record):
    """How long a query may run, in seconds, and how many rows or triples it may give; None for no limit."""

    seconds: float | None = None
    rows: int | None = None


def refuse_what_is_not_a_query(sparql: str) -> None:
    """Raise `QueryError` for an update and for a query that asks another server.

    >>> refuse_what_is_not_a_query("SELECT ?service { ?service ?p 'SERVICE' }")
    """
    for reading in {sparql, _unescaped(sparql)}:
        words = re.findall(r"[A-Za-z]+", _SKIPPED.sub(" ", reading))
        keywords = [word.upper() for word in words]
        if keywords and keywords[0] in UPDATES:
            raise QueryError(
                f"{keywords[0]} changes the graph; only SELECT, ASK, CONSTRUCT and DESCRIBE are answered",
                chinese=f"{keywords[0]} 会改动图谱；这里只回答 SELECT、ASK、CONSTRUCT 和 DESCRIBE。",
            )
        if "SERVICE" in keywords:
            raise QueryError(
                "SERVICE asks another server, which is switched off; ask that server yourself",
                chinese="SERVICE 会去问别的服务器，这里不提供；请直接向那台服务器查询。",
            )


def _unescaped(sparql: str) -> str:
    """SPARQL allows escapes of characters anywhere, keywords included."""
    return _ESCAPE.sub(_character, sparql)


def _character(match: re.Match[str]) -> str:
    code = int(match[1] or match[2], 16)
    return chr(code) if code <= 0x10FFFF else match[0]
