"""What a name means in the graph: exact names first, then pinyin, then the nearest writing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from kg.graph.view import GraphView, task_label
from kg.model import Entity, Record
from kg.resolve.agency import read_agency
from kg.resolve.normal import normal
from kg.resolve.scope import Scope

NEAREST = 5
"""How many near names are offered for a name that the graph does not know."""

LEAST_LIKENESS = 60
_HIDDEN_HEADS = ("区", "县", "市")


class Choice(Record):
    """A thing that a name may mean. `like` is 100 for the name itself, less for others."""

    entity: str
    name: str
    type: str
    area: str
    like: float


class Names:
    """The names of a graph's things, ready to be looked up."""

    def __init__(self, view: GraphView) -> None:
        self.view = view

    @cached_property
    def _by_form(self) -> dict[str, list[Entity]]:
        forms: dict[str, dict[str, Entity]] = defaultdict(dict)
        for entity in self.view.graph.entities:
            for form in (entity.name, *entity.aliases):
                forms[normal(form)][entity.id] = entity
        return {form: list(found.values()) for form, found in forms.items()}

    @cached_property
    def _by_key(self) -> dict[str, list[Entity]]:
        keys: dict[str, dict[str, Entity]] = defaultdict(dict)
        for entity in self.view.graph.entities:
            for key in entity.keys or _pinyin_keys(entity.name):
                keys[key.lower()][entity.id] = entity
        return {key: list(found.values()) for key, found in keys.items()}

    @cached_property
    def forms(self) -> tuple[str, ...]:
        """Every normal form of a name, sorted."""
        return tuple(sorted(form for form in self._by_form if form))

    def exact(self, name: str, area: str | None = None) -> list[Entity]:
        """The things of that very name, only those of an area where one is given, the most named first."""
        found = self._by_form.get(normal(name), [])
        if area:
            found = [entity for entity in found if self.is_in(entity, area)] or found
        return sorted(found, key=lambda entity: (-entity.mentions, entity.id))

    def find(self, name: str, area: str | None = None) -> list[Entity]:
        """The things that a name, a name behind its area, its pinyin, or the id of a thing means."""
        if name in self.view.entities:
            return [self.view.entities[name]]
        found = self.exact(name, area) or self._in_named_area(name)
        found = found or self._as_agency(name, area)
        if not found and name.isascii():
            found = [e for e in self._by_key.get(name.lower(), []) if not area or self.is_in(e, area)]
        return found

    def _in_named_area(self, name: str) -> list[Entity]:
        """`峄城区区发改局` and `峄城发改局`: a name as the area itself would write it, behind the area's name."""
        for area in self.areas:
            for head in {area.name, area.name[:-1]}:
                rest = name.removeprefix(head)
                if len(head) < 2 or rest == name or not rest:
                    continue
                level = area.name[-1] if area.name[-1] in _HIDDEN_HEADS else ""
                for form in (rest, level + rest):
                    if found := [e for e in self.exact(form) if self.is_in(e, area.id)]:
                        return found
        return []

    def _as_agency(self, name: str, area: str | None) -> list[Entity]:
        """The agencies that a name means by its area and function, where nobody wrote it that way."""
        if area is None:
            return []
        scope = Scope(self.view.entities[area].code or "")
        read = read_agency(name, scope)
        if not read.known:
            return []
        known = [e for e in self.exact(read.full) if e.type == "Agency"]
        same = [e for e in self._by_function.get(read.function or "", []) if self.view.entities.get(e.area or "")]
        here = [e for e in same if self.view.entities[e.area or ""].code == read.code]
        return known or (here if len(here) == 1 else [])

    @cached_property
    def _by_function(self) -> dict[str, list[Entity]]:
        found: dict[str, list[Entity]] = defaultdict(list)
        for entity in self.view.graph.entities:
            if entity.type == "Agency" and entity.function:
                found[entity.function].append(entity)
        return dict(found)

    @cached_property
    def areas(self) -> tuple[Entity, ...]:
        """The areas whose documents the graph holds."""
        own = {info.area for info in self.view.graph.documents}
        return tuple(entity for entity in self.view.graph.entities if entity.id in own)

    def is_in(self, entity: Entity, area: str) -> bool:
        """Whether a thing belongs to an area or is named in a document of it."""
        if entity.area == area or entity.id == area:
            return True
        infos = (self.view.documents.get(document) for document in entity.documents)
        return any(info and info.area == area for info in infos)

    def nearest(self, name: str, count: int = NEAREST) -> tuple[Choice, ...]:
        """The things whose names are most like a name, the likest first."""
        from rapidfuzz import fuzz, process

        hits = process.extract(
            normal(name), self.forms, scorer=fuzz.WRatio, limit=4 * count, score_cutoff=LEAST_LIKENESS
        )
        found: dict[str, Choice] = {}
        for form, like, _ in sorted(hits, key=lambda hit: (-hit[1], hit[0])):
            for entity in self._by_form[form]:
                found.setdefault(entity.id, self.choice(entity, round(like, 1)))
        return tuple(found.values())[:count]

    def choice(self, entity: Entity, like: float = 100.0) -> Choice:
        """An entity as a choice for people."""
        return Choice(
            entity=entity.id,
            name=entity.name,
            type=entity.type,
            area=self.view.area_name(entity.area),
            like=like,
        )

    def tasks(self, words: str) -> list[str]:
        """The ids of tasks whose text holds the words, at most a page of them."""
        wanted = normal(words)
        if len(wanted) < 2:
            return []
        return [key for key, row in self.view.tasks.items() if wanted in normal(row.text("task") or task_label(row))][
            :20
        ]


def _pinyin_keys(name: str) -> Iterable[str]:
    from pypinyin import lazy_pinyin

    syllables = lazy_pinyin(name)
    return ("".join(syllables), "".join(s[0] for s in syllables if s))


def names_of(view: GraphView) -> Names:
    """The names of a view's graph, made once."""
    return view.once("names", lambda: Names(view))
