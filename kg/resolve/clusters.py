"""Names into things: sure pairs first, then short forms that fit one thing alone, never across a separator.

No chain joins two names that are separated: before two clusters become one, every pair across them is asked.
The order of work is by score and name, so the order of input changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from kg.model.entity import Reason
from kg.resolve.affinity import affinity
from kg.resolve.blocks import candidate_pairs
from kg.resolve.forms import Form, Gathered
from kg.resolve.lexicon import core
from kg.resolve.likeness import related
from kg.resolve.pairs import Key, ordered
from kg.resolve.reasons import Affinity, doubtful, speaks
from kg.resolve.separators import separators
from kg.resolve.twins import twins

Judged = Mapping[tuple[Key, Key], str]
"""People's verdicts, `same` or `different`, on pairs of forms."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that something speaks for and that was not joined, with what keeps it apart."""

    a: Key
    b: Key
    reason: Reason
    separators: tuple[Reason, ...] = ()


@dataclass(slots=True)
class Clusters:
    """Which form belongs to which cluster; a cluster is named by its first form."""

    gathered: Gathered
    judged: Judged
    head: dict[Key, Key] = field(default_factory=dict)
    members: dict[Key, list[Key]] = field(default_factory=dict)
    phases: list[tuple[Key, Key]] = field(default_factory=list)
    """Pairs of a whole and one of its several phases."""
    doubts: list[Doubt] = field(default_factory=list)

    def of(self, key: Key) -> Key:
        """The cluster that a form belongs to."""
        return self.head[key]

    def between(self, a: Key, b: Key) -> tuple[Reason, ...]:
        """What separates the clusters of two forms, the first pair found that is separated."""
        if any(self._judged_apart(x, y) for x in self.members[a] for y in self.members[b]):
            return (Reason(feature="decision", score=0.0, text="有人判定为不同", a=a[2], b=b[2]),)
        for x in self.members[a]:
            for y in self.members[b]:
                if self.judged and self.judged.get(ordered(x, y)) == "same":
                    continue
                found = separators(self.gathered.forms[x], self.gathered.forms[y], self.gathered.apart)
                if found and not self._meets_at_home(found, (x, y), (a, b)):
                    return found
        return ()

    def _meets_at_home(self, found: Sequence[Reason], forms: tuple[Key, Key], heads: tuple[Key, Key]) -> bool:
        """Whether only the area above speaks against two clusters that both have names in one area."""
        x, y = (self.gathered.forms[key] for key in forms)
        if x.parts is None or any(reason.feature != "area" for reason in found) or not related(x, y):
            return False
        first, second = ({self._home(key) for key in self.members[head]} for head in heads)
        return bool(first & second)

    def _home(self, key: Key) -> str:
        parts = self.gathered.forms[key].parts
        return parts.home if parts is not None else ""

    def join(self, a: Key, b: Key) -> None:
        """Make two clusters one."""
        first, second = sorted((self.head[a], self.head[b]))
        if first == second:
            return
        for key in self.members[second]:
            self.head[key] = first
        self.members[first] = sorted(self.members[first] + self.members.pop(second))

    def _judged_apart(self, a: Key, b: Key) -> bool:
        return bool(self.judged) and self.judged.get(ordered(a, b)) == "different"


def cluster(gathered: Gathered, judged: Judged | None = None) -> Clusters:
    """Join what belongs together; `judged` outranks everything computed."""
    made = Clusters(
        gathered, judged or {}, {key: key for key in gathered.forms}, {key: [key] for key in gathered.forms}
    )
    edges = _edges(gathered)
    _join_judged(made)
    _join_sure(made, _without_phase_choices(made, [edge for edge in edges if not edge[2].short and not edge[2].doubt]))
    _join_short(made, [edge for edge in edges if edge[2].short and not edge[2].doubt])
    _join_twins(made)
    _keep_doubts(made, [edge for edge in edges if edge[2].doubt])
    return made


Edge = tuple[Key, Key, Affinity]


def _edges(gathered: Gathered) -> list[Edge]:
    """Every pair that something speaks for, the strongest first."""
    found = []
    for a, b in candidate_pairs(gathered.forms):
        answer = affinity(gathered.forms[a], gathered.forms[b])
        if answer is None and (a, b) in gathered.stated:
            answer = _stated(gathered.forms[a], gathered.forms[b], _is_never_said_alone(gathered, a, b))
        if (a, b) in gathered.renamed:
            answer = _renamed(gathered.forms[a], gathered.forms[b])
        if answer is not None:
            found.append((a, b, answer))
    return sorted(found, key=lambda edge: (-edge[2].score, edge[0], edge[1]))


def _is_never_said_alone(gathered: Gathered, a: Key, b: Key) -> bool:
    """Whether every mention of one of two names stands for its full form: apart, nothing would be left of it."""
    return any(
        not any(gathered.counts.get((document, key[0], text)) for document, text in gathered.forms[key].texts)
        for key in (a, b)
    )


def _stated(a: Form, b: Form, never_alone: bool) -> Affinity:
    short, long = sorted((a.body, b.body), key=len)
    inside = long.endswith(short) or (long.startswith(short) and not core(long.removeprefix(short)))
    say = doubtful if not never_alone and (not inside or a.type == "Institution") else speaks
    return say("stated", 0.72, "同一行写明全称", a.text, b.text)


def _renamed(a: Form, b: Form) -> Affinity:
    return speaks("renamed", 0.9, "原文说明两者为一", a.text, b.text)


def _join_judged(made: Clusters) -> None:
    for (a, b), verdict in sorted(made.judged.items()):
        if verdict == "same":
            made.join(a, b)


def _without_phase_choices(made: Clusters, edges: Sequence[Edge]) -> list[Edge]:
    """A name without phase beside several phases is the whole, and each phase a part of it."""
    phases: dict[Key, dict[str, Key]] = {}
    for a, b, _ in edges:
        for whole, part in ((a, b), (b, a)):
            if not _phase(made, whole) and _phase(made, part):
                phases.setdefault(whole, {})[_phase(made, part)] = part
    wholes = {whole for whole, found in phases.items() if len(found) > 1}
    kept = []
    for a, b, answer in edges:
        pair = [(x, y) for x, y in ((a, b), (b, a)) if _is_part(made, x, y, wholes)]
        made.phases.extend(pair)
        if not pair:
            kept.append((a, b, answer))
    return kept


def _is_part(made: Clusters, whole: Key, part: Key, wholes: set[Key]) -> bool:
    """Whether one is a phase of the other, which is the whole: it has several, or this one is a later one."""
    if _phase(made, whole) or not _phase(made, part):
        return False
    found = separators(made.gathered.forms[whole], made.gathered.forms[part], made.gathered.apart)
    return whole in wholes or any(reason.feature == "phase" for reason in found)


def _phase(made: Clusters, key: Key) -> str:
    parts = made.gathered.forms[key].parts
    return parts.phase if parts is not None and key[0] != "Company" else ""


def _join_sure(made: Clusters, edges: Iterable[Edge]) -> None:
    for a, b, answer in edges:
        _join_unless_separated(made, a, b, answer)


def _join_unless_separated(made: Clusters, a: Key, b: Key, answer: Affinity) -> None:
    first, second = made.of(a), made.of(b)
    if first == second:
        return
    between = made.between(first, second)
    if between:
        made.doubts.append(Doubt(a, b, answer.reason, between))
    else:
        made.join(first, second)


def _join_short(made: Clusters, edges: Sequence[Edge]) -> None:
    """Each short form joins the one thing it fits; where it fits several it joins none and all are in doubt."""
    of_short: dict[Key, list[Edge]] = {}
    for edge in edges:
        of_short.setdefault(_shorter(made, edge), []).append(edge)
    for short in sorted(of_short, key=lambda key: (-len(made.gathered.forms[key].body), key)):
        _join_one_short(made, short, of_short[short])


def _join_one_short(made: Clusters, short: Key, edges: Sequence[Edge]) -> None:
    open_edges = [edge for edge in edges if made.of(edge[0]) != made.of(edge[1])]
    free = [edge for edge in open_edges if not made.between(made.of(edge[0]), made.of(edge[1]))]
    best = [edge for edge in free if _closeness(made, edge) == max(_closeness(made, other) for other in free)]
    targets = {made.of(_other(edge, short)) for edge in best}
    if len(targets) == 1 and not _fits_already(made, short, edges):
        made.join(short, _other(best[0], short))
        return
    if targets and _closeness(made, best[0])[0] == 2 and _parts_of_one_row(made, short, best):
        for edge in best:
            _join_unless_separated(made, edge[0], edge[1], edge[2])
        return
    made.doubts.extend(Doubt(a, b, answer.reason) for a, b, answer in free)


def _join_twins(made: Clusters) -> None:
    forms = made.gathered.forms
    for a, b in list(twins(forms, made.head)):
        first, second = forms[a], forms[b]
        answer = speaks("twin", 0.75, "作为项目与作为场所的名称相互印证", first.text, second.text)
        _join_unless_separated(made, a, b, answer)


def _keep_doubts(made: Clusters, edges: Iterable[Edge]) -> None:
    for a, b, answer in edges:
        if made.of(a) != made.of(b) and not made.between(made.of(a), made.of(b)):
            made.doubts.append(Doubt(a, b, answer.reason))


def _fits_already(made: Clusters, short: Key, edges: Sequence[Edge]) -> bool:
    """Whether the short form's own cluster already holds a fuller form of it."""
    return any(made.of(a) == made.of(b) for a, b, _ in edges)


def _parts_of_one_row(made: Clusters, short: Key, edges: Sequence[Edge]) -> bool:
    """Whether a row's target, progress and problems each use another of these names: then they are one thing."""
    keys = [short, *(_other(edge, short) for edge in edges)]
    places = [made.gathered.forms[key].rows for key in keys]
    return all(not a & b for index, a in enumerate(places) for b in places[index + 1 :])


def _shorter(made: Clusters, edge: Edge) -> Key:
    return min(edge[:2], key=lambda key: (len(made.gathered.forms[key].body), key))


def _other(edge: Edge, key: Key) -> Key:
    return edge[1] if edge[0] == key else edge[0]


def _closeness(made: Clusters, edge: Edge) -> tuple[int, float]:
    """Names of one row are closer than those of one document, and those than others; then the score."""
    a, b = made.gathered.forms[edge[0]], made.gathered.forms[edge[1]]
    rows = {place[:2] for place in a.rows} & {place[:2] for place in b.rows}
    return (2 if rows else 1 if a.documents & b.documents else 0), edge[2].score
