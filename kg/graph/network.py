"""Who works with whom: units that share tasks, the most connected of them, and the circles they form."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import combinations
from typing import TYPE_CHECKING

from kg.graph.names import names_of
from kg.graph.trace import known_area
from kg.graph.view import GraphView, view_of
from kg.graph.wording import CHINESE, Wording
from kg.model import KnowledgeGraph, Record, TaskRow

if TYPE_CHECKING:
    import networkx

_SMALLEST_CIRCLE = 3
_NAMED = 3


class Member(Record):
    """A unit of the network: how many tasks it shares, with how many others, and how much goes through it (0 to 1)."""

    entity: str
    name: str
    tasks: int
    partners: int
    between: float
    circle: int


class Tie(Record):
    """Two units and how many tasks they share."""

    a: str
    b: str
    a_name: str
    b_name: str
    tasks: int


class Network(Record):
    """The co-ownership network of one area or of all; `reading` says in plain Chinese what it shows."""

    area: str
    members: tuple[Member, ...] = ()
    ties: tuple[Tie, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    reading: str = ""


def co_owners(graph: KnowledgeGraph, area: str | None = None) -> Network:
    """The network of units that answer for the same rows, the most connected first."""
    view = view_of(graph)
    home = known_area(names_of(view), area)
    documents = {info.name for info in (view.documents_of(home) if home else view.graph.documents)}
    sets = [units for row in view.graph.rows if row.document in documents if len(units := _units(view, row)) > 1]
    built = _networkx(sets)
    circles = _circles(built)
    members = _members(view, built, sets, circles)
    ties = _ties(view, built)
    named = tuple(tuple(view.name(one) for one in circle) for circle in circles)
    found = Network(area=home.name if home else "", members=members, ties=ties, circles=named)
    return found.model_copy(update={"reading": reading(found, CHINESE)})


def _units(view: GraphView, row: TaskRow) -> list[str]:
    found = (view.entity_at(row, "units", unit.source_start, unit.name) for unit in row.units)
    return sorted({entity.id for entity in found if entity})


def _networkx(sets: Iterable[list[str]]) -> networkx.Graph[str]:
    import networkx

    shared = Counter(pair for units in sets for pair in combinations(units, 2))
    built: networkx.Graph[str] = networkx.Graph()
    for (a, b), tasks in sorted(shared.items()):
        built.add_edge(a, b, weight=tasks)
    return built


def _circles(built: networkx.Graph[str]) -> list[list[str]]:
    """Groups that share more among themselves than with others, the largest first."""
    import networkx

    if not built.number_of_edges():
        return []
    found = networkx.community.greedy_modularity_communities(built, weight="weight")
    ordered = sorted((sorted(circle) for circle in found), key=lambda circle: (-len(circle), circle))
    return [circle for circle in ordered if len(circle) >= _SMALLEST_CIRCLE]


def _members(
    view: GraphView, built: networkx.Graph[str], sets: list[list[str]], circles: list[list[str]]
) -> tuple[Member, ...]:
    import networkx

    between = networkx.betweenness_centrality(built) if built.number_of_nodes() > 2 else {}
    tasks = Counter(unit for units in sets for unit in units)
    circle_of = {unit: number for number, circle in enumerate(circles, start=1) for unit in circle}
    members = [
        Member(
            entity=unit,
            name=view.name(unit),
            tasks=tasks[unit],
            partners=built.degree[unit],
            between=round(between.get(unit, 0.0), 4),
            circle=circle_of.get(unit, 0),
        )
        for unit in built
    ]
    return tuple(sorted(members, key=lambda m: (-m.partners, -m.tasks, m.name, m.entity)))


def _ties(view: GraphView, built: networkx.Graph[str]) -> tuple[Tie, ...]:
    ties = [
        Tie(a=a, b=b, a_name=view.name(a), b_name=view.name(b), tasks=data["weight"])
        for a, b, data in built.edges(data=True)
    ]
    return tuple(sorted(ties, key=lambda tie: (-tie.tasks, tie.a_name, tie.b_name, tie.a, tie.b)))


def reading(network: Network, words: Wording) -> str:
    """What a network shows, in sentences."""
    if not network.ties:
        return words.say(
            f"{network.area}没有由两个以上单位共同负责的任务。",
            f"No task{_of_area(network)} is answered for by two units or more.",
        )
    sentences = [*_widest(network, words), *_bridge(network, words), *_grouped(network, words)]
    return words.say("", " ").join(sentences)


def _widest(network: Network, words: Wording) -> list[str]:
    most, strongest, members = network.members[0], network.ties[0], len(network.members)
    a, b, tasks = strongest.a_name, strongest.b_name, strongest.tasks
    return [
        words.say(
            f"{network.area}共有{members}个单位共同负责任务。", f"Units that share tasks{_of_area(network)}: {members}."
        ),
        words.say(
            f"{most.name}协作面最广，与{most.partners}个单位共同负责{most.tasks}项任务。",
            f"{most.name} has the most partners, {most.partners}, and shares {most.tasks} tasks with them.",
        ),
        words.say(f"{a}与{b}联系最紧，共同负责{tasks}项。", f"{a} and {b} share the most tasks: {tasks}."),
    ]


def _bridge(network: Network, words: Wording) -> list[str]:
    bridge = max(network.members, key=lambda member: (member.between, member.name))
    said = words.say(
        f"{bridge.name}处在最多单位之间，跨部门事项多经其衔接。",
        f"{bridge.name} stands between the most units; what concerns several of them mostly passes through it.",
    )
    return [said] if bridge.between else []


def _grouped(network: Network, words: Wording) -> list[str]:
    if len(network.circles) < 2:
        return []
    firsts = [(words.listed(circle[:_NAMED]), len(circle)) for circle in network.circles]
    groups = words.say("；", "; ").join(
        words.say(f"{named}等{size}个单位", f"{named} … ({size} units)") for named, size in firsts
    )
    return [words.say(f"协作大致分为{len(firsts)}个圈子：{groups}。", f"They form {len(firsts)} circles: {groups}.")]


def _of_area(network: Network) -> str:
    return f" in {network.area}" if network.area else ""
