"""All that one agency, company or leader holds, counted by period, status and stage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kg.graph.names import Choice, names_of
from kg.graph.ownership import Holding, holdings_of
from kg.graph.trace import choose, known_area
from kg.graph.view import covers_period, period_end, read_period, view_of
from kg.model import KnowledgeGraph, Record


class Cell(Record):
    """How many holdings of a period have a state: tasks a status, projects a stage; the two are counted apart."""

    period: str
    state: str
    tasks: int
    projects: int


class Portfolio(Record):
    """What a holder has. `entity` is None where the name means several things (`choices`) or none (`nearest`).

    `cells` count the stated holdings; `partners` are those who share most tasks with the holder.
    """

    name: str
    entity: Choice | None = None
    choices: tuple[Choice, ...] = ()
    nearest: tuple[Choice, ...] = ()
    holdings: tuple[Holding, ...] = ()
    cells: tuple[Cell, ...] = ()
    partners: tuple[tuple[str, int], ...] = ()

    @property
    def stated(self) -> tuple[Holding, ...]:
        """The holdings that documents state outright."""
        return tuple(holding for holding in self.holdings if not holding.inferred)


def portfolio(graph: KnowledgeGraph, name: str, area: str | None = None, period: str | None = None) -> Portfolio:
    """The portfolio of a holder, of one period where one is given (`2023`, `2021年第三季度`)."""
    view = view_of(graph)
    names = names_of(view)
    home = known_area(names, area)
    chosen, others = choose(names, name, home.id if home else None)
    if chosen is None:
        choices = tuple(names.choice(other) for other in others)
        return Portfolio(name=name, choices=choices, nearest=() if choices else names.nearest(name))
    held = [h for h in holdings_of(view, chosen.id) if not period or covers_period(read_period(period), h.period)]
    return Portfolio(
        name=name,
        entity=names.choice(chosen),
        choices=tuple(names.choice(other) for other in others),
        holdings=tuple(held),
        cells=_cells(h for h in held if not h.inferred),
        partners=_partners(
            [view.tasks[h.thing].units for h in held if h.thing in view.tasks and not h.inferred],
            names_=(chosen.name, *chosen.aliases),
        ),
    )


def _cells(holdings: Iterable[Holding]) -> tuple[Cell, ...]:
    counts: Counter[tuple[str, str, bool]] = Counter()
    for holding in holdings:
        is_task = holding.thing_type == "Task"
        counts[holding.period or "", (holding.status if is_task else holding.stage) or "", is_task] += 1
    keys = sorted(counts, key=lambda key: (period_end(key[0]), key[0], not key[2], key[1]))
    return tuple(
        Cell(period=key[0], state=key[1], tasks=counts[key] * key[2], projects=counts[key] * (not key[2]))
        for key in keys
    )


def _partners(cells: Iterable[Sequence[object]], names_: tuple[str, ...]) -> tuple[tuple[str, int], ...]:
    counts = Counter(
        name for units in cells for unit in units if (name := str(getattr(unit, "name", ""))) not in names_
    )
    return tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:10])
