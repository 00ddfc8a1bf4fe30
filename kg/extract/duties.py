"""Whose task a project is: `responsibleFor` by the row's units, or by the unit under whose heading it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.extract.clauses import Span, clauses, span_at
from kg.extract.named import Named
from kg.extract.rowview import RowView
from kg.extract.stating import evidence, statement
from kg.extract.unit_headings import UnitHeading
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow

PARTS = ("task", "targets", "progress")
"""Problems and next steps name projects that nobody was charged with here."""


class DutyStater:
    """`responsibleFor` from units to projects, with their role."""

    name = "duties"
    states: tuple[str, ...] = ("responsibleFor",)

    def state(self, row: TaskRow, mentions: Sequence[Mention], context: DocumentContext) -> Iterator[Statement]:
        """One statement a unit and project, proved where the project is first named."""
        view = RowView.of(row, mentions)
        seen: set[tuple[str, str]] = set()
        for mention in _first_mentions(view):
            project, proof = mention.name, None
            for unit, role, rule in _charged(view, mention):
                if (unit, project.text) not in seen:
                    seen.add((unit, project.text))
                    ends = (view.unit_name(unit), "responsibleFor", project)
                    proof = proof or evidence(row, mention.part, _clause(row.text(mention.part), mention))
                    yield statement(row, context, rule, ends, proof, role=role)


def _first_mentions(view: RowView) -> Iterator[Named]:
    """The mentions that charge somebody: all of a project's first part; under headings, one a heading."""
    charged: dict[Name, str] = {}
    for part in PARTS:
        for mention in view.within(part, "Project"):
            heading = view.heading_at(part, mention.start)
            earlier = charged.setdefault(mention.name, part if heading is None else "heading")
            if earlier == part or (earlier == "heading" and heading is not None):
                yield mention


def _charged(view: RowView, mention: Named) -> Iterator[tuple[str, str, str]]:
    """The units that answer for a project named here, with role and rule."""
    heading = view.heading_at(mention.part, mention.start)
    if heading is not None:
        yield from _under(heading)
        return
    rule = "duties:progress" if mention.part == "progress" else "duties:task"
    for unit in view.row.units:
        yield unit.name, unit.role, rule


def _under(heading: UnitHeading) -> Iterator[tuple[str, str, str]]:
    for unit in heading.units:
        yield unit.name, unit.role, "duties:heading"
    if not heading.units:
        yield heading.title, "joint", "duties:heading"


def _clause(text: str, mention: Named) -> Span:
    """The clause that names the project, the whole list with it."""
    spans = clauses(text)
    return Span(span_at(spans, mention.start).start, span_at(spans, mention.end - 1).end)
