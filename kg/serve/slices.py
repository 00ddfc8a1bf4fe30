"""Parts of the explorer's content: what is on the screen and round a thing, never the whole graph unasked.

The numbers by which records refer to one another are those of the whole content, so that parts fit together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from kg.export.page import page_content
from kg.model import KnowledgeGraph

MOST_NEIGHBOURS = 150
MOST_ROWS = 60
MOST_AT_ONCE = 5000
RANKED = 8
"""A graph of up to so many things is given whole where all of it is asked for."""

_SUBJECT, _TARGET, _ROW = 0, 2, 9
_AREA, _DOCUMENTS, _SECTOR = 6, 7, 11
_PERIOD = 14
_UNITS, _LEADERS, _MARKS = 8, 9, 11


class Slices:
    """The explorer's content with its lookups."""

    def __init__(self, graph: KnowledgeGraph) -> None:
        self.whole: dict[str, Any] = page_content(graph)
        self.numbers = {record[0]: number for number, record in enumerate(self.whole["entities"])}
        self._facts: dict[int, list[int]] = defaultdict(list)
        self._links: dict[int, list[int]] = defaultdict(list)
        self._rows: dict[int, list[int]] = defaultdict(list)
        self._index()

    def _index(self) -> None:
        for number, fact in enumerate(self.whole["facts"]):
            for end in {fact[_SUBJECT], fact[_TARGET]} - {-1}:
                self._facts[end].append(number)
        for number, link in enumerate(self.whole["links"]):
            for end in {link[_SUBJECT], link[_TARGET]}:
                self._links[end].append(number)
        for number, row in enumerate(self.whole["rows"]):
            for one in _named(row):
                self._rows[one].append(number)

    def opening(self) -> dict[str, Any]:
        """The opening picture, with all that every part refers to."""
        shown = [place[0] for place in self.whole["overview"]]
        shared = {key: self.whole[key] for key in ("words", "terms", "parts", "documents", "overview")}
        best = self._best()
        shown += [number for ranking in best.values() for number, _ in ranking]
        totals = {kind: len(self.whole[kind]) for kind in ("entities", "rows", "facts")}
        return {**shared, **self._slice(shown, ()), "totals": totals, "best": best, "options": self._options()}

    def _best(self) -> dict[str, list[tuple[int, int]]]:
        """The agencies of most projects and the projects of most agencies."""
        words, entities = self.whole["words"], self.whole["entities"]
        pairs = {
            (fact[_SUBJECT], fact[_TARGET])
            for fact in self.whole["facts"]
            if words[fact[1]] == "responsibleFor" and fact[_TARGET] >= 0
        }
        typed = [
            (owner, owned)
            for owner, owned in pairs
            if (words[entities[owner][1]], words[entities[owned][1]]) == ("Agency", "Project")
        ]
        holders, shared = Counter(owner for owner, _ in typed), Counter(owned for _, owned in typed)
        return {"agencies": _most(holders, 1), "shared": _most(shared, 2)}

    def _options(self) -> dict[str, list[tuple[str, int]]]:
        """How much of what there is to filter by, in the whole graph."""
        words, entities, documents = self.whole["words"], self.whole["entities"], self.whole["documents"]
        found: dict[str, Counter[str]] = defaultdict(Counter)
        stages: dict[int, set[str]] = defaultdict(set)
        for fact in self.whole["facts"]:
            if fact[_PERIOD] >= 0:
                found["period"][words[fact[_PERIOD]]] += 1
            if fact[_TARGET] >= 0:
                found["relation"][words[fact[1]]] += 1
            elif words[fact[1]] == "stage":
                stages[fact[_SUBJECT]].add(fact[4] or fact[3])
        for link in self.whole["links"]:
            found["relation"][words[link[1]]] += 1
        for number, record in enumerate(entities):
            found["type"][words[record[1]]] += 1
            found["stage"].update(sorted(stages[number]))
            found["document"].update(documents[one][0] for one in record[_DOCUMENTS])
            if record[_AREA] >= 0:
                found["area"][entities[record[_AREA]][0]] += 1
            if record[_SECTOR] >= 0:
                found["sector"][words[record[_SECTOR]]] += 1
        return {name: sorted(counts.items()) for name, counts in found.items()}

    def around(self, ids: Iterable[str]) -> dict[str, Any]:
        """Some things with their neighbours, all that is stated between them, and the rows that name them."""
        centres = [self.numbers[id] for id in ids if id in self.numbers]
        return self._slice(centres, centres)

    def named(self, ids: Iterable[str]) -> dict[str, Any]:
        """The bare records of some things, for suggestions."""
        return self._given({self.numbers[id] for id in ids if id in self.numbers}, set(), set(), set())

    def all(self) -> dict[str, Any] | None:
        """Everything, None where that is more than a page should hold."""
        if len(self.numbers) > MOST_AT_ONCE:
            return None
        return self._slice(range(len(self.numbers)), ())

    def _slice(self, shown: Iterable[int], centres: Iterable[int]) -> dict[str, Any]:
        entities = set(shown)
        facts, links, rows = self._between(entities)
        for centre in centres:
            near = self._neighbours(centre)
            facts |= {n for n in self._facts[centre] if self._ends(n, "facts") <= {centre, -1, *near}}
            links |= {n for n in self._links[centre] if self._ends(n, "links") <= {centre, *near}}
            rows |= set(self._rows[centre][:MOST_ROWS])
            entities |= near
        rows |= {row for n in facts if (row := self.whole["facts"][n][_ROW]) >= 0}
        return self._given(entities, facts, links, rows)

    def _between(self, entities: set[int]) -> tuple[set[int], set[int], set[int]]:
        """What is stated among some things, and their plain attributes."""
        inside = {*entities, -1}
        facts = {n for one in entities for n in self._facts[one] if self._ends(n, "facts") <= inside}
        links = {n for one in entities for n in self._links[one] if self._ends(n, "links") <= inside}
        return facts, links, set()

    def _ends(self, number: int, kind: str) -> set[int]:
        record = self.whole[kind][number]
        return {record[_SUBJECT], record[_TARGET]}

    def _neighbours(self, centre: int) -> set[int]:
        found = {end for n in self._facts[centre] for end in self._ends(n, "facts")}
        found |= {end for n in self._links[centre] for end in self._ends(n, "links")}
        ordered = sorted(found - {centre, -1}, key=lambda one: (-len(self._facts[one]), one))
        return set(ordered[:MOST_NEIGHBOURS])

    def _given(self, entities: set[int], facts: set[int], links: set[int], rows: set[int]) -> dict[str, Any]:
        """Records by number; what rows name and the areas of things come along, so that nothing points to nowhere."""
        entities = entities | {one for row in rows for one in _named(self.whole["rows"][row])}
        for _ in range(4):
            entities = entities | {area for one in entities if (area := self.whole["entities"][one][_AREA]) >= 0}
        chosen = {"entities": entities, "facts": facts, "links": links, "rows": rows}
        return {kind: {n: self.whole[kind][n] for n in sorted(numbers)} for kind, numbers in chosen.items()}


def _most(counts: Counter[int], least: int) -> list[tuple[int, int]]:
    """The greatest counts, few of them."""
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [(number, count) for number, count in ranked if count >= least][:RANKED]


def _named(row: list[Any]) -> set[int]:
    """The things that a row names."""
    found = {unit[2] for unit in row[_UNITS]} | {leader[1] for leader in row[_LEADERS]}
    return (found | {mark[3] for mark in row[_MARKS]}) - {-1}
