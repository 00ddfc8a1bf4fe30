"""What was found in a row, and what it states, each with the sentence that proves it."""

from __future__ import annotations

from functools import lru_cache

from kg.model.record import Record


class Name(Record):
    """Something named in a document: `type` is an ontology class (`Agency`), `text` as it is to be known there.

    `text` is the mention's canonical form within its row where there is one, else the text as written. Equal
    names of one document mean one thing, unless a row says otherwise.
    """

    type: str
    text: str

    @classmethod
    @lru_cache(maxsize=4096)
    def of(cls, type_: str, text: str) -> Name:
        """The name of this type and text, one and the same record for what mention after mention is called."""
        return cls(type=type_, text=text)

    def __hash__(self) -> int:
        """Names are keys everywhere: quicker than what pydantic makes."""
        return hash((self.type, self.text))


class Mention(Record):
    """A name where it stands: code points in the row's part, and in the document's text.

    `canonical` is the full form that the row itself gives (`A` in "A、B等项目" is `A项目`; a short form has the
    full one of its row), else None. `method` names the component and rule, `confidence` lies in 0..1.
    """

    document: str
    row: str
    part: str
    type: str
    text: str
    canonical: str | None = None
    start: int
    end: int
    source_start: int
    source_end: int
    method: str
    confidence: float

    @property
    def name(self) -> Name:
        """What the mention names, for statements and for resolution."""
        return Name.of(self.type, self.canonical or self.text)


class Evidence(Record):
    """The quote that proves a statement: `[start, end)` of the row's part, exactly `quote`."""

    part: str
    start: int
    end: int
    source_start: int
    source_end: int
    quote: str


class Statement(Record):
    """A relation or an attribute, as one row states it.

    `predicate` is an ontology property (`responsibleFor`, `stage`). `object` is a name, or a literal as written
    with its normalised form in `value` (`50亿元` is `5000000000`, unit `CNY`). A `stage` is a literal whose text
    is one of the ontology's stage notations. `basis` says how far a fact it is: stated, or only planned, negated.
    """

    document: str
    row: str
    subject: Name
    predicate: str
    object: Name | str
    value: str | None = None
    unit: str | None = None
    role: str | None = None
    basis: str = "stated"
    evidence: Evidence
    period: str | None = None
    method: str
    confidence: float
