"""A doubt about data: said, placed, never swallowed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from kg.model.place import Place
from kg.model.record import Record

Severity = Literal["note", "warning", "error"]


class Finding(Record):
    """What could not be used or is doubtful, where it stands and what to do about it.

    `code` is a short stable name (`unknown-header`, `repeated-garbage`) by which reports group findings;
    `message` is one sentence in Chinese, `next_step` another or empty; `quote` is the text concerned. `english` says
    both to readers of English; it stands in no output and is empty where a finding was read from a build.
    """

    severity: Severity
    code: str
    message: str
    place: Place
    quote: str = ""
    next_step: str = ""
    row: str | None = None
    english: str = Field("", exclude=True)
