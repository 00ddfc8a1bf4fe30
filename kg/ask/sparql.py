"""The same question put to the exported graph in SPARQL."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kg.graph.view import RowKey
from kg.graph.wording import Language
from kg.ids import ENTITY_BASE, ONTOLOGY_BASE, document_id, task_id

_PREFIXES = (
    f"PREFIX kg: <{ONTOLOGY_BASE}>\nPREFIX id: <{ENTITY_BASE}>\nPREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
)


_SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n"


def terms(ids: Iterable[str]) -> str:
    """Ids as terms, sorted."""
    return " ".join(f"id:{one}" for one in sorted(set(ids)))


def quoted(text: str) -> str:
    """A text as a SPARQL literal.

    >>> print(quoted('a"b'))
    "a\\"b"
    """
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\r", "\\r")
    return f'"{escaped}"'


def select(body: str, *, what: str = "?answer") -> str:
    """A query for the distinct answers of a pattern."""
    return f"{_PREFIXES}SELECT DISTINCT {what} WHERE {{\n{body}\n}} ORDER BY {what.split()[-1]}"


def units_of(rows: Sequence[RowKey], *, lead: bool = False) -> str:
    """Who is responsible for tasks, or leads them."""
    relation = "leads" if lead else "responsibleFor"
    tasks = terms(task_id(*row) for row in rows)
    return select(f"  VALUES ?task {{ {tasks} }}\n  ?unit kg:{relation} ?task ; rdfs:label ?answer .")


def leaders_of(rows: Sequence[RowKey]) -> str:
    """Who supervises tasks."""
    tasks = terms(task_id(*row) for row in rows)
    return select(f"  VALUES ?task {{ {tasks} }}\n  ?person kg:supervises ?task ; rdfs:label ?answer .")


def tasks_of(holders: Sequence[Sequence[str]], relation: str, documents: Sequence[str]) -> str:
    """The tasks that one of each group of holders has; `relation` is `responsibleFor`, `leads` or `supervises`."""
    return select(_held(holders, relation, documents) + "\n  ?task kg:taskText ?answer .")


def count_tasks(patterns: Iterable[str], documents: Sequence[str]) -> str:
    """How many tasks of documents fit every pattern."""
    body = "\n".join(["  ?task a kg:Task ; kg:reportedIn ?document .", _documents(documents), *patterns])
    return f"{_PREFIXES}SELECT (COUNT(DISTINCT ?task) AS ?answer) WHERE {{\n{body}\n}}"


def tasks_with(patterns: Iterable[str], documents: Sequence[str]) -> str:
    """The texts of the tasks of documents that fit every pattern."""
    head = ["  ?task a kg:Task ; kg:reportedIn ?document ; kg:taskText ?answer .", _documents(documents)]
    return select("\n".join([*head, *patterns]))


def holder_pattern(number: int, ids: Iterable[str], relation: str) -> str:
    """One of some holders has the task."""
    return f"  VALUES ?holder{number} {{ {terms(ids)} }}\n  ?holder{number} kg:{relation} ?task ."


def status_pattern(concept: str) -> str:
    """The task has a status, by the local name of its concept."""
    return f"  ?task kg:status kg:{concept} ."


def labels_of(ids: Iterable[str]) -> str:
    """The labels of known things."""
    return select(f"  VALUES ?thing {{ {terms(ids)} }}\n  ?thing rdfs:label ?answer .")


def value_of(subject: str, predicate: str, value: str) -> str:
    """An attribute of a thing, the value that the answer gives."""
    return select(f"  id:{subject} kg:{predicate} ?answer .\n  FILTER(STR(?answer) = {quoted(value)})")


def related(subject: str, predicate: str, only: Iterable[str], *, inverse: bool = False) -> str:
    """The labels of those of some things that a thing has a relation to, or that have one to it."""
    triple = f"?other kg:{predicate} id:{subject}" if inverse else f"id:{subject} kg:{predicate} ?other"
    return select(f"  VALUES ?other {{ {terms(only)} }}\n  {triple} .\n  ?other rdfs:label ?answer .")


def union(queries: Sequence[str]) -> str:
    """The answers of several queries of this module, in one."""
    if len(queries) == 1:
        return queries[0]
    bodies = [query[query.index("SELECT") : query.rindex("}") + 1] for query in queries]
    blocks = "\n  UNION\n".join(f"  {{\n{body}\n  }}" for body in dict.fromkeys(bodies))
    return f"{_PREFIXES}{_SKOS}SELECT DISTINCT ?answer WHERE {{\n{blocks}\n}} ORDER BY ?answer"


def text_holding(row: RowKey, part: str, words: str) -> str:
    """The words of a task's text, where the graph holds them."""
    task, literal = task_id(*row), quoted(words)
    named = {"task": "taskText", "targets": "targetText", "progress": "progressText"}
    prop = (named | {"problems": "problemText", "next_steps": "nextStepText"}).get(part, "note")
    return select(f"  id:{task} kg:{prop} ?text .\n  FILTER(CONTAINS(?text, {literal}))\n  BIND({literal} AS ?answer)")


def status_of(rows: Sequence[RowKey], language: Language) -> str:
    """The status of tasks, as a language calls it."""
    tasks = terms(task_id(*row) for row in rows)
    return (
        f"{_PREFIXES}{_SKOS}SELECT DISTINCT ?answer WHERE {{\n"
        f"  VALUES ?task {{ {tasks} }}\n  ?task kg:status ?status .\n  ?status skos:prefLabel ?answer .\n"
        f'  FILTER(LANG(?answer) = "{language}")\n}} ORDER BY ?answer'
    )


def _held(holders: Sequence[Sequence[str]], relation: str, documents: Sequence[str]) -> str:
    lines = ["  ?task kg:reportedIn ?document .", _documents(documents)]
    return "\n".join(lines + [holder_pattern(n, ids, relation) for n, ids in enumerate(holders, start=1)])


def _documents(documents: Sequence[str]) -> str:
    return f"  VALUES ?document {{ {terms(document_id(name) for name in documents)} }}"
