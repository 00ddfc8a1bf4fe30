"""What the page knows: the graph as one compact JSON value.

Things refer to one another by number (their place in `entities`, `rows`, `documents`), repeated words stand once in
`words`, and a quote is two offsets in its row's text, for the row is there anyway. Offsets are those of JavaScript
(UTF-16), and the texts are the records' own: nothing is added, nothing left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.export.page.labels import label_width, node_label
from kg.export.page.overview import opening_picture
from kg.graph.layout import positions
from kg.graph.sentences import in_english
from kg.model import PARTS, Entity, Fact, KnowledgeGraph, Mention, TaskRow
from kg.words import word_table

if TYPE_CHECKING:
    from kg.ontology import Term

Pair = tuple[str, str]

BELONGS = "area"
"""The relation drawn from an agency or an area to the area it belongs to, where resolution states none itself."""


UNTYING = frozenset({"sameFunctionAs", "possiblySame"})
"""Relations that pull nothing together in the picture: the education offices of two cities are not neighbours."""


class Words:
    """Numbers for words that come again and again; none has the number -1."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}

    def __getitem__(self, word: str | None) -> int:
        return -1 if word is None else self.numbers.setdefault(word, len(self.numbers))

    def __contains__(self, word: str) -> bool:
        return word in self.numbers


def page_content(graph: KnowledgeGraph) -> dict[str, Any]:
    """The page's whole knowledge, ready for `json.dumps`; equal graphs give equal values."""
    words = Words()
    numbers = {entity.id: index for index, entity in enumerate(graph.entities)}
    documents = {document.name: index for index, document in enumerate(graph.documents)}
    links = [*_stated_links(graph, numbers), *_implied_links(graph, numbers)]
    drawn = [(fact.subject_entity, fact.object_entity) for fact in graph.facts if fact.object_entity in numbers]
    drawn += [(subject, target) for subject, predicate, target, _, _ in links if predicate not in UNTYING]
    labels = _labels(graph.entities)
    widths = {one: label_width(label) for one, label in labels.items()}
    places = positions(numbers, drawn, widths)
    content: dict[str, Any] = {
        "parts": PARTS,
        "documents": [
            [d.name, d.title, numbers.get(d.area or "", -1), d.period, d.reviews, d.rows] for d in graph.documents
        ],
        "entities": [
            _entity(entity, labels[entity.id], numbers, documents, words, places[entity.id])
            for entity in graph.entities
        ],
        "rows": _rows(graph, numbers, documents, words),
        "facts": _facts(graph, numbers, documents, words),
        "links": [
            [numbers[subject], words[predicate], numbers[target], reason, in_english(reason) or 0, round(confidence, 3)]
            for subject, predicate, target, reason, confidence in links
        ],
        "overview": _overview(graph, numbers, drawn, widths),
    }
    return {"words": list(words.numbers), "terms": _terms(words), **content}


def _terms(words: Words) -> dict[str, Pair]:
    """What people call the classes, relations and concepts of this graph, Chinese and English, from the ontology."""
    from kg.ontology import ontology

    known = ontology()
    named: dict[str, Term] = {f"relation.{name}": term for name, term in known.properties.items()}
    for prefix, scheme in (("stage", "StageScheme"), ("status", "StatusScheme"), ("sector", "SectorScheme")):
        named |= {f"{prefix}.{concept.notation}": concept for concept in known.schemes.get(scheme, ())}
    few = ("stage.", "status.")
    terms = {
        key: (term.label_zh, term.label_en)
        for key, term in named.items()
        if key.startswith(few) or key.split(".", 1)[1] in words
    }
    functions = {row["key"]: row["label"] for row in word_table("agency_functions")}
    return terms | {f"function.{key}": (label, key) for key, label in functions.items() if key in words}


def _labels(entities: Iterable[Entity]) -> dict[str, str]:
    names = {entity.id: entity.name for entity in entities}
    return {entity.id: node_label(entity, names.get(entity.area or "")) for entity in entities}


def _stated_links(graph: KnowledgeGraph, numbers: Mapping[str, int]) -> list[tuple[str, str, str, str, float]]:
    return [
        (link.subject, link.predicate, link.object, link.reason, link.confidence)
        for link in graph.links
        if link.subject in numbers and link.object in numbers and link.subject != link.object
    ]


def _implied_links(graph: KnowledgeGraph, numbers: Mapping[str, int]) -> list[tuple[str, str, str, str, float]]:
    """To its area, for what would otherwise hang on nothing: agencies, areas, and things without any relation."""
    pairs = {(link.subject, link.object) for link in graph.links}
    related = [fact for fact in graph.facts if fact.object_entity in numbers]
    tied = {fact.subject_entity for fact in related} | {fact.object_entity for fact in related}
    return [
        (entity.id, BELONGS, entity.area, "", 1.0)
        for entity in graph.entities
        if entity.area is not None
        and entity.area in numbers
        and entity.area != entity.id
        and (entity.id, entity.area) not in pairs
        and (entity.type in ("Area", "Agency") or entity.id not in tied)
    ]


def _entity(
    entity: Entity,
    label: str,
    numbers: Mapping[str, int],
    documents: Mapping[str, int],
    words: Words,
    place: tuple[float, float],
) -> list[Any]:
    return [
        entity.id,
        words[entity.type],
        words[entity.kind],
        entity.name,
        label if label != entity.name else 0,
        entity.aliases,
        numbers.get(entity.area or "", -1),
        [documents[name] for name in entity.documents if name in documents],
        entity.mentions,
        entity.code or 0,
        words[entity.function],
        words[entity.sector],
        words[entity.sector_reason],
        words[in_english(entity.sector_reason or "")],
        entity.keys,
        *place,
    ]


def _rows(
    graph: KnowledgeGraph, numbers: Mapping[str, int], documents: Mapping[str, int], words: Words
) -> list[list[Any]]:
    mentions: dict[Pair, list[tuple[Mention, str]]] = defaultdict(list)
    for known in graph.mentions:
        mentions[known.mention.document, known.mention.row].append((known.mention, known.entity))
    return [_row(row, mentions[row.document, row.row], numbers, documents, words) for row in graph.rows]


def _row(
    row: TaskRow,
    mentions: list[tuple[Mention, str]],
    numbers: Mapping[str, int],
    documents: Mapping[str, int],
    words: Words,
) -> list[Any]:
    named = {(m.part, m.text): numbers.get(entity, -1) for m, entity in mentions if m.part in ("units", "leaders")}
    marks = [
        [PARTS.index(m.part), *_utf16(row.text(m.part), m.start, m.end), numbers[entity]]
        for m, entity in mentions
        if m.part in PARTS and entity in numbers
    ]
    return [
        documents.get(row.document, -1),
        row.row,
        words[row.kind],
        row.number or 0,
        words[row.section],
        words[row.item],
        words[row.status],
        [row.text(part) or 0 for part in PARTS],
        [[unit.name, words[unit.role], named.get(("units", unit.name), -1)] for unit in row.units],
        [[leader.name, named.get(("leaders", leader.name), -1)] for leader in row.leaders],
        [[heading, text.value] for heading, text in row.extra],
        marks,
        _place(row),
    ]


def _place(row: TaskRow) -> list[Any]:
    """Page, sheet, table, cell and line, 0 where there is none."""
    place = row.place
    return [place.page or 0, place.sheet or 0, place.table or 0, place.cell or 0, place.line or 0]


def _facts(
    graph: KnowledgeGraph, numbers: Mapping[str, int], documents: Mapping[str, int], words: Words
) -> list[list[Any]]:
    rows = {(row.document, row.row): (index, row) for index, row in enumerate(graph.rows)}
    return [
        _fact(fact, rows.get((fact.document, fact.row)), numbers, documents, words)
        for fact in graph.facts
        if fact.subject_entity in numbers
    ]


def _fact(
    fact: Fact,
    placed: tuple[int, TaskRow] | None,
    numbers: Mapping[str, int],
    documents: Mapping[str, int],
    words: Words,
) -> list[Any]:
    target = numbers.get(fact.object_entity or "", -1)
    index, row = placed or (-1, None)
    return [
        numbers[fact.subject_entity],
        words[fact.predicate],
        target,
        fact.object_name if target < 0 else 0,
        0 if fact.value is None or fact.value == fact.object_name else fact.value,
        words[fact.unit],
        words[fact.role],
        words[fact.basis],
        documents.get(fact.document, -1),
        index,
        *_quote(fact, row),
        words[fact.period],
        words[fact.method],
        round(fact.confidence, 3),
    ]


def _quote(fact: Fact, row: TaskRow | None) -> list[Any]:
    """Part, start, end and 0; or the quote itself where no part holds it word for word (a column of its own)."""
    evidence = fact.evidence
    part = PARTS.index(evidence.part) if evidence.part in PARTS else evidence.part
    text = row.text(evidence.part) if row else ""
    if text and text[evidence.start : evidence.end] == evidence.quote:
        return [part, *_utf16(text, evidence.start, evidence.end), 0]
    return [part, 0, 0, evidence.quote]


def _utf16(text: str, start: int, end: int) -> tuple[int, int]:
    """Code point offsets as JavaScript counts them: characters beyond the basic plane are two."""
    if text.isascii() or max(text, default="") < "\U00010000":
        return start, end
    wide = [index for index, character in enumerate(text) if character > "\uffff"]
    return start + sum(index < start for index in wide), end + sum(index < end for index in wide)


def _overview(
    graph: KnowledgeGraph, numbers: Mapping[str, int], drawn: list[Pair], widths: Mapping[str, float]
) -> list[list[Any]]:
    chosen = opening_picture(graph)
    places = positions(chosen, drawn, widths)
    return [[numbers[one], *places[one]] for one in chosen]
