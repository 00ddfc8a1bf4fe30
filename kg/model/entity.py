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


class Reason(Record):
    """One feature's answer to "are these one thing?": a score in 0..1, a sentence, and the two values compared."""

    feature: str
    score: float
    text: str
    a: str
    b: str


class Candidate(Record):
    """Two entities that may be one. `separators` name what keeps them apart for certain; empty where nothing does."""

    a: str
    b: str
    type: str
    a_name: str
    b_name: str
    score: float
    reasons: tuple[Reason, ...] = ()
    separators: tuple[Reason, ...] = ()


class Decision(Record):
    """A person's judgement of one pair of entity ids or names; it outranks every computed one."""

    verdict: Verdict
    a: str
    b: str
    who: str = ""
    when: str = ""
    why: str = ""
