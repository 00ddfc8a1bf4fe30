"""A task or project over time: what each document reports of it, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.graph.likeness import likeness
from kg.graph.ownership import passage_units
from kg.graph.view import Citation, GraphView, RowKey, period_end, read_period
from kg.ids import ENTITY_BASE, ONTOLOGY_BASE
from kg.model import TEXT_PARTS, KnownMention, Record, TaskRow
from kg.ontology import ontology

AIMS = ("task", "targets")
AMOUNTS = ("totalInvestment", "investedToDate", "annualPlannedInvestment", "capacity")
SAME_TASK = 0.55
"""From this likeness on, tasks of two documents of one area are taken for one task."""

_ENDS = "。；;\n"


class Amount(Record):
    """An amount as written, and which one it is."""

    predicate: str
    text: str
    value: str | None = None
    unit: str | None = None


class Report(Record):
    """What one row of one document reports of a thing.

    `target` and `progress` are the sentences that name it; for a task the whole texts. `owners` are the units that
    answer for it there, as written; `via` names what the row speaks of where it is only linked with the thing.
    """

    document: str
    row: str
    area: str
    period: str | None
    target: str = ""
    progress: str = ""
    stage: str | None = None
    status: str | None = None
    amounts: tuple[Amount, ...] = ()
    owners: tuple[str, ...] = ()
    via: str = ""
    citation: Citation

    @property
    def key(self) -> RowKey:
        """The row."""
        return self.document, self.row


class Strip(Record):
    """A thing and its reports, the oldest first."""

    thing: str
    name: str
    type: str
    reports: tuple[Report, ...] = ()


def timeline(view: GraphView, thing: str) -> Strip:
    """Everything reported of an entity or task over the documents."""
    if thing in view.tasks:
        reports = [_task_report(view, row) for row in same_task(view, view.tasks[thing])]
        return Strip(thing=thing, name=view.name(thing), type="Task", reports=in_time(reports))
    entity = view.entities[thing]
    reports = [_report(view, thing, key) for key in _rows_naming(view, thing)]
    return Strip(thing=thing, name=entity.name, type=entity.type, reports=in_time(reports))


def as_of(view: GraphView, thing: str, period: str) -> Report | None:
    """The newest report of a thing that states its stage by the end of a period, None where none does."""
    last = period_end(read_period(period))
    known = [r for r in timeline(view, thing).reports if r.stage and period_end(r.period) <= last]
    return known[-1] if known else None


def as_of_query(thing: str, period: str) -> str:
    """The same as `as_of` in SPARQL on the exported graph with provenance: `?stage`, in which document and period."""
    last = period_end(read_period(period))
    ends = "".join(
        f'IF(REGEX(?period, "{mark}$"), CONCAT(SUBSTR(?period, 1, 4), "-{month}"), '
        for mark, month in (("Q1", "03"), ("Q2", "06"), ("Q3", "09"), ("Q4", "12"), ("H1", "06"), ("H2", "12"))
    )
    return (
        f"PREFIX kg: <{ONTOLOGY_BASE}>\nPREFIX id: <{ENTITY_BASE}>\n"
        "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>\n"
        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"
        "PREFIX dcterms: <http://purl.org/dc/terms/>\n"
        "SELECT ?stage ?period WHERE {\n"
        f"  ?statement rdf:subject id:{thing} ; rdf:predicate kg:stage ; rdf:object ?concept ; kg:statedIn ?task .\n"
        "  ?concept skos:notation ?stage .\n  ?task kg:reportedIn ?document ; kg:rowNumber ?row .\n"
        "  ?document kg:period ?own ; dcterms:identifier ?name .\n  OPTIONAL { ?document kg:reviews ?reviewed }\n"
        "  BIND(COALESCE(?reviewed, ?own) AS ?period)\n"
        f'  BIND({ends}IF(STRLEN(?period) = 4, CONCAT(?period, "-12"), ?period){")" * 6} AS ?end)\n'
        f'  FILTER(?end <= "{last}")\n'
        "} ORDER BY DESC(?end) DESC(?name) DESC(?row) LIMIT 1"
    )


def _rows_naming(view: GraphView, thing: str) -> list[RowKey]:
    stands = {(k.mention.document, k.mention.row): None for k in view.mentions_of(thing)}
    stated = {(f.document, f.row): None for f in (*view.facts_of(thing), *view.facts_about(thing))}
    return [key for key in (*stands, *(k for k in stated if k not in stands)) if key in view.rows]


def _report(view: GraphView, thing: str, key: RowKey) -> Report:
    row = view.rows[key]
    stands = [k for k in view.mentions_of(thing) if (k.mention.document, k.mention.row) == key]
    stages = [f.object for f in view.facts_of(thing) if (f.document, f.row) == key and f.predicate == "stage"]
    quote, part = _best_quote(row, stands)
    return Report(
        document=row.document,
        row=row.row,
        area=view.area_name(getattr(view.area_of(row.document), "id", None)),
        period=view.period_of(row.document),
        target="".join(_naming(row, stands, AIMS)),
        progress="".join(_naming(row, stands, ("progress",))),
        stage=furthest(stages),
        status=row.status,
        amounts=tuple(_amounts(view, thing, key)),
        owners=_owners(row, stands),
        citation=view.cite(row, part, quote),
    )


def _best_quote(row: TaskRow, stands: list[KnownMention]) -> tuple[str, str]:
    for part in ("progress", *AIMS, "next_steps", "problems", "units", "leaders"):
        said = _naming(row, stands, (part,))
        if said:
            return "".join(said), part
    part = "progress" if row.text("progress") else "task"
    return row.text(part), part


def _owners(row: TaskRow, stands: list[KnownMention]) -> tuple[str, ...]:
    in_aims = any(known.mention.part in AIMS for known in stands)
    told = [known.mention for known in stands if known.mention.part == "progress"]
    if in_aims or not told:
        return tuple(unit.name for unit in row.units)
    names = (name for m in told for name in passage_units(row, "progress", m.start, m.end))
    return tuple(dict.fromkeys(names))


def _naming(row: TaskRow, stands: Iterable[KnownMention], parts: tuple[str, ...]) -> list[str]:
    """The sentences of some parts that name the thing."""
    found: dict[tuple[str, int], str] = {}
    for known in stands:
        mention = known.mention
        if mention.part in parts and mention.part in TEXT_PARTS:
            start, end = sentence_around(row.text(mention.part), mention.start, mention.end)
            found[mention.part, start] = row.text(mention.part)[start:end]
        elif mention.part in parts:
            found[mention.part, 0] = mention.text
    return [found[place] for place in sorted(found)]


def sentence_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence around a span begins and ends, its mark included."""
    head = max(text.rfind(mark, 0, start) for mark in _ENDS) + 1
    tail = min((at for mark in _ENDS if (at := text.find(mark, end)) >= 0), default=len(text) - 1) + 1
    return head, max(tail, end)


def _amounts(view: GraphView, thing: str, key: RowKey) -> Iterator[Amount]:
    for fact in view.facts_of(thing):
        if (fact.document, fact.row) == key and fact.predicate in AMOUNTS:
            yield Amount(predicate=fact.predicate, text=fact.object, value=fact.value, unit=fact.unit)


def furthest(stages: Iterable[str]) -> str | None:
    """The stage that is furthest along; a suspension outranks all, since it is what one must know.

    >>> furthest(["signed", "under_construction"])
    'under_construction'
    """
    order = [concept.notation for concept in ontology().schemes["StageScheme"]]
    known = [stage for stage in stages if stage in order]
    return max(known, key=order.index, default=None)


def same_task(view: GraphView, row: TaskRow) -> list[TaskRow]:
    """A row and the rows of other documents of its area that are about the same task."""
    area = view.documents[row.document].area
    found = [row]
    for info in view.graph.documents:
        if info.name != row.document and info.area == area:
            near = [(likeness(_aim(row), _aim(other)), other) for other in view.rows_of(info.name)]
            score, best = max(near, key=lambda pair: pair[0], default=(0.0, row))
            found += [best] if score >= SAME_TASK else []
    return found


def _aim(row: TaskRow) -> str:
    return row.text("task") or row.text("progress")


def _task_report(view: GraphView, row: TaskRow) -> Report:
    part = "progress" if row.text("progress") else "task"
    stages = [f.object for f in view.facts_in(row) if f.predicate == "stage"]
    return Report(
        document=row.document,
        row=row.row,
        area=view.area_name(getattr(view.area_of(row.document), "id", None)),
        period=view.period_of(row.document),
        target=row.text("task"),
        progress=row.text("progress"),
        stage=furthest(stages),
        status=row.status,
        owners=tuple(unit.name for unit in row.units),
        citation=view.cite(row, part),
    )


def in_time(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Reports by the end of their period, then by place."""
    return tuple(sorted(reports, key=lambda r: (period_end(r.period), r.document, r.row)))
