"""What a server may do and how much it gives."""

from __future__ import annotations

from pathlib import Path

from kg.model.record import Record

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


class Settings(Record):
    """How a build is served.

    `hosts` are the names under which requests may reach the server (none: any name), which keeps other web pages from
    reading it through a name of theirs. `origins` may ask across origins; `decisions` is written to only where
    `allow_review` is set. `seconds`, `rows` and `memory` (bytes of a worker, where the system can limit it) bound one
    query, `workers` is how many run at a time.
    """

    hosts: tuple[str, ...] = LOOPBACK
    origins: tuple[str, ...] = ()
    allow_review: bool = False
    decisions: Path = Path("decisions.csv")
    reviewer: str = ""
    seconds: float = 10.0
    rows: int = 100_000
    memory: int = 4_000_000_000
    longest_query: int = 100_000
    longest_answer: int = 64_000_000
    workers: int = 2
