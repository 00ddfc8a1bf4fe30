"""The base of all records that pass between stages."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen record: stages return new ones and never change what they were given."""

    model_config = ConfigDict(frozen=True, extra="forbid")
