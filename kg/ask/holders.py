"""Which tasks a unit or leader has, what those name, and how many there are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from kg.ask import sparql
from kg.ask.answer import Partial
from kg.ask.passages import AIMS
from kg.ask.question import Question
from kg.ask.scopes import Scope
from kg.ask.unmarked import unmarked
from kg.graph.names import Names
from kg.graph.ownership import collective
from kg.graph.view import Citation, GraphView
from kg.model import Record, TaskRow
from kg.ontology import ontology
from kg.resolve.normal import normal

_JOINED = re.compile(r"[、，,和与及跟同]")
_HOLDING = re.compile(
    r"(?:(?:共同|一起|联合|参与|参加|牵头|具体|主要)*(?:负责|承担|牵头|分管|包保|联系|参与)(?:的|了)?)+.*$"
)
_REMARK = re.compile(r"[（(][^）)]*[）)]")
_STATUS_WORDS = (
    ("部分完成", "partly_completed"),
    ("未完成", "not_completed"),
    ("没有完成", "not_completed"),
    ("没完成", "not_completed"),
    ("尚未完成", "not_completed"),
    ("完成", "completed"),
)
_QUOTES = 12
_CITY_PREFIXES = "区县市"


class Holder(Record):
    """A unit or leader of the question: the entities it may mean, and how rows write it."""

    text: str
    entities: tuple[str, ...]
    relation: str

    def holds(self, view: GraphView, row: TaskRow) -> bool:
        """Whether a row is its own."""
        if self.relation == "supervises":
            return any(normal(leader.name) == normal(self.text) for leader in row.leaders)
        units = [u for u in row.units if self.relation != "leads" or u.role == "lead"]
        return any(self._is(view, row, unit.source_start, unit.name) for unit in units)

    def _is(self, view: GraphView, row: TaskRow, start: int, name: str) -> bool:
        if normal(name) == normal(self.text):
            return True
        entity = view.entity_at(row, "units", start, name)
        return bool(entity and entity.id in self.entities)


def read_holders(names: Names, text: str, scope: Scope, relation: str = "responsibleFor") -> list[Holder]:
    """The units that a text names, alone or joined by 和; empty where one of them is in no row of the scope."""
    words = _HOLDING.sub("", _REMARK.sub("", text)).strip("的，,在")
    if not words:
        return []
    whole = _holder(names, words, scope, relation)
    if whole:
        return [whole]
    found = [_holder(names, piece, scope, relation) for piece in _JOINED.split(words) if piece]
    return [holder for holder in found if holder] if all(found) else []


def _holder(names: Names, words: str, scope: Scope, relation: str) -> Holder | None:
    view = names.view
    written = {normal(form): form for form in _unit_forms(view, scope)}
    for form in (words, *(head + words for head in _CITY_PREFIXES)):
        entities = [e.id for e in names.find(form, scope.area) if e.type != "Task"]
        if normal(form) in written or any(_is_unit(view, entity, scope) for entity in entities):
            return Holder(text=form, entities=_same_written(view, form, entities, scope), relation=relation)
    return None


def _same_written(view: GraphView, form: str, entities: Sequence[str], scope: Scope) -> tuple[str, ...]:
    here = [e for e in entities if _is_unit(view, e, scope)]
    for document in scope.documents:
        for row in view.rows_of(document):
            for unit in row.units:
                if normal(unit.name) == normal(form):
                    found = view.entity_at(row, "units", unit.source_start, unit.name)
                    here += [found.id] if found else []
    return tuple(dict.fromkeys(here))


def _is_unit(view: GraphView, entity: str, scope: Scope) -> bool:
    stands = (known.mention for known in view.mentions_of(entity))
    return any(m.part == "units" and m.document in scope.documents for m in stands)


def _unit_forms(view: GraphView, scope: Scope) -> Iterable[str]:
    return (unit.name for document in scope.documents for row in view.rows_of(document) for unit in row.units)


def leader_of(view: GraphView, text: str, scope: Scope) -> Holder | None:
    """The leader whose name stands in a text: the longest such name of the scope's rows."""
    known = {leader.name for document in scope.documents for row in view.rows_of(document) for leader in row.leaders}
    stands = sorted((name for name in known if name in text), key=lambda name: (-len(name), name))
    if not stands:
        return None
    ids = [e.id for e in view.graph.entities if e.type == "Person" and stands[0] in (e.name, *e.aliases)]
    here = [i for i in ids if any(d in view.entities[i].documents for d in scope.documents)]
    return Holder(text=stands[0], entities=tuple(here), relation="supervises")


def rows_held(view: GraphView, holders: Sequence[Holder], scope: Scope) -> list[TaskRow]:
    """The rows of the scope that all holders have, in order."""
    rows = [row for document in scope.documents for row in view.rows_of(document)]
    return [row for row in rows if all(holder.holds(view, row) for holder in holders)]


def projects_of(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The tasks that units have together, or the projects that those tasks name where projects are asked for."""
    relation = "leads" if re.search(r"牵头", question.cue) else "responsibleFor"
    holders = read_holders(names, question.subject, scope, relation) or read_holders(
        names, question.raw_subject, scope, relation
    )
    rows = rows_held(names.view, holders, scope) if holders else []
    if not rows:
        return _undertaken(names, question, scope)
    if "项目" in question.asked or "工程" in question.asked:
        return named_in_tasks(names, question, scope, holders)
    return _tasks(names.view, rows, holders, scope)


def _undertaken(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The projects that a company has, by what documents state of it."""
    words = _HOLDING.sub("", question.subject).strip("的，,")
    entities = [e for e in names.find(words, scope.area) if e.type in ("Company", "Institution", "Agency")]
    facts = [
        fact
        for entity in entities
        for fact in names.view.facts_of(entity.id)
        if fact.predicate in ("responsibleFor", "undertakes", "investedIn") and fact.document in scope.documents
    ]
    if not facts:
        return None
    return Partial(
        answer=tuple(dict.fromkeys(fact.object for fact in facts)),
        evidence=tuple(names.view.citation(fact) for fact in facts),
        confidence=0.65,
        sparql=sparql.labels_of(fact.object_entity for fact in facts if fact.object_entity),
        entities=tuple(dict.fromkeys(fact.object_entity for fact in facts if fact.object_entity)),
    )


def tasks_of_leader(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The tasks that a leader has in charge."""
    holder = leader_of(names.view, question.plain, scope)
    if holder is None:
        return None
    if question.asked == "项目":
        return named_in_tasks(names, question, scope, [holder])
    rows = rows_held(names.view, [holder], scope)
    return _tasks(names.view, rows, [holder], scope, cell="leaders") if rows else None


def _tasks(
    view: GraphView, rows: Sequence[TaskRow], holders: Sequence[Holder], scope: Scope, cell: str = "units"
) -> Partial:
    texts = dict.fromkeys(row.text("task") or row.text("targets") or row.text("progress") for row in rows)
    groups = [holder.entities for holder in holders]
    return Partial(
        answer=tuple(texts),
        evidence=tuple(_held_proof(view, row, holders, cell) for row in rows),
        confidence=0.96 if len(homes(view, rows)) == 1 else 0.5,
        sparql=sparql.tasks_of(groups, holders[0].relation, scope.documents),
        note=which_area(view, rows),
    )


def homes(view: GraphView, rows: Sequence[TaskRow]) -> list[str]:
    """The areas whose documents hold the rows."""
    areas = (view.area_of(row.document) for row in rows)
    return list(dict.fromkeys(area.name for area in areas if area))


def which_area(view: GraphView, rows: Sequence[TaskRow]) -> str:
    """A remark where rows of several areas answer a question that names none."""
    names = homes(view, rows)
    return f"多个地区都有：{'、'.join(names)}；请在问题中写明地区。" if len(names) > 1 else ""


def _held_proof(view: GraphView, row: TaskRow, holders: Sequence[Holder], cell: str) -> Citation:
    return view.cite(row, "task") if row.text("task") else view.cite(row, cell)


def named_in_tasks(
    names: Names, question: Question, scope: Scope, holders: Sequence[Holder] | None = None
) -> Partial | None:
    """What the tasks of units name: projects, or companies and parks where those are asked for."""
    view = names.view
    holders = (
        holders or read_holders(names, question.subject, scope) or read_holders(names, question.raw_subject, scope)
    )
    person = leader_of(view, question.subject, scope) if not holders else None
    holders = [person] if person else holders
    if not holders:
        return None
    wanted = _wanted_type(question.asked)
    found: dict[str, str] = {}
    proofs: list[Citation] = []
    for row in rows_held(view, holders, scope):
        stands = [k for k in view.mentions_in(row) if k.mention.part in AIMS and k.mention.type == wanted]
        named = [(k.mention.part, k.mention.start, k.mention.text, k.entity) for k in stands]
        named += [(part, start, text, "") for part, start, text in unmarked(row, stands)] if wanted == "Project" else []
        for _, _, text, entity in sorted(named, key=lambda one: (AIMS.index(one[0]), one[1])):
            found.setdefault(entity or text, text)
        proofs += [view.cite(row, "task")] if named else []
    if not found:
        return None
    return Partial(
        answer=tuple(dict.fromkeys(found.values())),
        evidence=tuple(proofs),
        confidence=0.78,
        sparql=sparql.named_projects([h.entities for h in holders], scope.documents),
        entities=tuple(one for one in found if one in view.entities),
    )


def _wanted_type(asked: str) -> str:
    for words, kind in ((("企业", "公司"), "Company"), (("园区",), "Park"), (("学校",), "Institution")):
        if asked.endswith(words):
            return kind
    return "Area" if asked.endswith(("村", "村庄")) else "Project"


def count(names: Names, question: Question, scope: Scope) -> Partial | None:
    """How many rows fit everything that the question says of them: status, leader, units; None where it says more."""
    view = names.view
    words = question.plain
    status = _status(words)
    tests: list[Callable[[TaskRow], bool]] = []
    patterns: list[str] = []
    holders = _count_holders(names, question, scope)
    if holders is None:
        return None
    for number, holder in enumerate(holders, start=1):
        tests.append(lambda row, holder=holder: holder.holds(view, row))  # type: ignore[misc]
        patterns.append(sparql.holder_pattern(number, holder.entities, holder.relation))
    if status:
        concept = ontology().concept("StatusScheme", status)
        tests.append(lambda row: row.status == status)
        patterns.append(sparql.status_pattern(concept.name if concept else status))
    rows = [row for document in scope.documents for row in view.rows_of(document)]
    if status and not any(row.status for row in rows):
        return None
    kept = [row for row in rows if row.kind != "sentence" and all(test(row) for test in tests)]
    return Partial(
        answer=(str(len(kept)),),
        evidence=tuple(view.cite(row, "task") for row in kept[:_QUOTES]),
        confidence=0.95 if len(scope.documents) == 1 else 0.7 if len(homes(view, kept)) < 2 else 0.5,
        sparql=sparql.count_tasks(patterns, scope.documents),
        note=f"共 {len(kept)} 行，依据列出前 {min(_QUOTES, len(kept))} 行。" if kept else "",
    )


def _count_holders(names: Names, question: Question, scope: Scope) -> list[Holder] | None:
    """The holders that a count is limited to; None where words remain that are understood as nothing."""
    words = question.plain
    person = leader_of(names.view, words, scope)
    if person:
        return [person]
    if re.search(r"负责|牵头|承担|参与", words):
        relation = "leads" if "牵头" in words else "responsibleFor"
        subject = re.split(r"(?:共同|一起|参与|牵头)?(?:负责|牵头|承担|参与)", words)[0]
        raw = re.split(r"(?:共同|一起|参与|牵头)?(?:负责|牵头|承担|参与)", question.raw_subject)[0]
        return read_holders(names, subject, scope, relation) or read_holders(names, raw, scope, relation) or None
    rest = re.sub(
        r"落实情况表|完成情况|落实情况|情况表|通报表|重点工作|年度|政府工作报告|工作报告|任务表|任务|工作|目标|事项|项目|全部|所有|状态|情况|[中里的为是共有]",
        "",
        words,
    )
    rest = re.sub(r"(?:部分|未|没有|没|尚未|已)?完成|一共|总共|合计|多少|几|[项条件个]", "", rest)
    return [] if not rest.strip("，,（）()") else None


def _status(words: str) -> str | None:
    return next((status for word, status in _STATUS_WORDS if word in words), None)


def not_done(names: Names, question: Question, scope: Scope) -> Partial | None:
    """The tasks of the scope that are not completed, or only partly, as the question says; of a unit or leader too."""
    view = names.view
    status = _status(question.cue) or "not_completed"
    status = "not_completed" if status == "completed" else status
    holders: list[Holder] = []
    person = leader_of(view, question.plain, scope)
    if person:
        holders = [person]
    elif re.search(r"负责|牵头|承担", question.subject):
        holders = read_holders(names, question.subject, scope) or read_holders(names, question.raw_subject, scope)
    rows = [row for row in rows_held(view, holders, scope) if row.status == status]
    if not any(row.status for document in scope.documents for row in view.rows_of(document)):
        return None
    concept = ontology().concept("StatusScheme", status)
    patterns = [sparql.holder_pattern(n, h.entities, h.relation) for n, h in enumerate(holders, start=1)]
    patterns.append(sparql.status_pattern(concept.name if concept else status))
    return Partial(
        answer=tuple(dict.fromkeys(row.text("task") for row in rows)),
        evidence=tuple(view.cite(row, "progress") for row in rows),
        confidence=0.9 if not scope.relaxed else 0.6,
        sparql=sparql.tasks_with(patterns, scope.documents),
    )


__all__ = [
    "Holder",
    "collective",
    "count",
    "named_in_tasks",
    "not_done",
    "projects_of",
    "read_holders",
    "rows_held",
    "tasks_of_leader",
]
