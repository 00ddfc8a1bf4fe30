"""One thing of the graph, and why its names are one."""

from __future__ import annotations

from typing import Literal

from kg.model.record import Record

Verdict = Literal["same", "different", "unsure"]


class Entity(Record):
    """One thing. `id` is its local name (`agency-3f9c1a0b27`), `area` the id of the district or city it belongs to.

    `name` is the fullest right name, `aliases` every other written form (sorted), `keys` are search keys (pinyin,
    initials). `kind` narrows the type where the ontology knows a subclass (`District`, `Town`, ...). `sector` is a
    SKOS notation with `sector_reason` saying why. `mentions` counts mentions in all documents.
    """

    id: str
    type: str
    kind: str | None = None
    name: str
    aliases: tuple[str, ...] = ()
    area: str | None = None
    documents: tuple[str, ...] = ()
    mentions: int = 0
    code: str | None = None
    function: str | None = None
    sector: str | None = None
    sector_reason: str | None = None
    keys: tuple[str, ...] = ()


class Link(Record):
    """A relation between two entities that resolution itself found, with its reason.

    `predicate`: `partOf`, `jurisdiction`, `possiblySame`, `succeeds`, `sameFunctionAs` ... as the ontology names it.
    """

    subject: str
    predicate: str
    object: str
    reason: str
    confidence: float


class Decision(Record):
    """A person's judgement of one pair of entity ids or names; it outranks every computed one."""

    verdict: Verdict
    a: str
    b: str
    who: str = ""
    when: str = ""
    why: str = ""
