"""People's judgements of pairs: one file, applied on top of everything computed, never against one another.

`decisions.csv` has the columns `verdict,a,b,who,when,why`; `a` and `b` are entity ids or names. Names outlive a change
of ids, so the review writes names where a name means one entity alone.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import get_args

from kg.errors import DecisionConflict, KgError
from kg.model import Decision, Finding, Place
from kg.model.entity import Verdict
from kg.resolve.clusters import Clusters
from kg.resolve.entities import Made
from kg.resolve.pairs import Key, ordered

COLUMNS = ("verdict", "a", "b", "who", "when", "why")

Judged = dict[tuple[Key, Key], str]


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of a file in its order, none where there is no file.

    Raises `KgError` where the file cannot be read, or with the line where one cannot be used.
    """
    if not path.exists():
        return ()
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(_decision(path, number, row) for number, row in enumerate(csv.DictReader(file), start=2))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise KgError(
            f"{path}: the decisions cannot be read; save them as CSV in UTF-8 with the columns {','.join(COLUMNS)}",
            chinese=f"{path}：判定文件无法读取；请另存为 UTF-8 编码的 CSV，列名为 {','.join(COLUMNS)}。",
        ) from error


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Decisions as the text of a file, one a line, so that a change is one line of a diff."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(decision.model_dump() for decision in decisions)
    return text.getvalue()


def judge(decisions: Sequence[Decision], stages: Sequence[tuple[Clusters, Made]]) -> tuple[Judged, tuple[Finding, ...]]:
    """Verdicts on pairs of forms, and a finding for each decision that names nothing or too much.

    The first stage is what the computation alone gives; ids that only came about by decisions are those of the later.

    `same` and `different` carry through: what is the same as one of a pair is judged with it.

    Raises `DecisionConflict` that names both decisions where two contradict.
    """
    sides = _Sides(stages)
    usable: list[tuple[Decision, list[Key], list[Key]]] = []
    findings: list[Finding] = []
    for decision in sorted(decisions, key=_order):
        a, b = sides.forms(decision.a, decision.b), sides.forms(decision.b, decision.a)
        missing = [name for name, keys in ((decision.a, a), (decision.b, b)) if not keys]
        findings += [_unknown(decision, name) for name in missing]
        if not missing and decision.verdict != "unsure":
            usable.append((decision, a, b))
    _refuse_contradictions(usable)
    return dict(_pairs(usable)), tuple(findings)


def _pairs(usable: Iterable[tuple[Decision, list[Key], list[Key]]]) -> Iterator[tuple[tuple[Key, Key], str]]:
    for decision, a, b in usable:
        for x in a:
            for y in b:
                if x != y:
                    yield ordered(x, y), decision.verdict


class _Sides:
    """What a decision's `a` and `b` stand for: the forms of an entity, or those written just so."""

    def __init__(self, stages: Sequence[tuple[Clusters, Made]]) -> None:
        clusters, made = stages[0]
        self._clusters = clusters
        self._by_id: dict[str, list[Key]] = {}
        for stage, entities in stages:
            for head, id in entities.ids.items():
                self._by_id.setdefault(id, stage.members[head])
        self._by_label: dict[str, list[str]] = {}
        for id in made.ids.values():
            self._by_label.setdefault(made.entities[id].name, []).append(id)
        self._by_text: dict[str, set[Key]] = {}
        for (_, _, text), key in clusters.gathered.names.items():
            self._by_text.setdefault(text, set()).add(key)

    def forms(self, name: str, other: str) -> list[Key]:
        """Forms meant by an id or a name; of an entity's name those written so where the other side is in it too."""
        if name in self._by_id:
            return self._by_id[name]
        written = sorted(self._by_text.get(name, ()))
        labelled = self._by_label.get(name, [])
        if len(labelled) == 1 and not self._holds(labelled[0], other):
            return self._by_id[labelled[0]]
        return written if len({self._clusters.of(key) for key in written}) == 1 else []

    def _holds(self, id: str, other: str) -> bool:
        return bool(self._by_text.get(other, set()) & set(self._by_id[id]))


def _refuse_contradictions(usable: Sequence[tuple[Decision, list[Key], list[Key]]]) -> None:
    """Follow `same` from form to form; a `different` between two that it leads together is a contradiction."""
    joined: dict[Key, dict[Key, Decision]] = {}
    for decision, a, b in usable:
        if decision.verdict == "same":
            for x in a:
                for y in b:
                    joined.setdefault(x, {})[y] = decision
                    joined.setdefault(y, {})[x] = decision
    for decision, a, b in usable:
        if decision.verdict == "different":
            same = _way(joined, set(a), set(b))
            if same is not None:
                raise DecisionConflict(
                    f"{_said(same)} and {_said(decision)} contradict each other; take one of them out of the decisions",
                    chinese=f"两条判定互相矛盾：{_said(same)}；{_said(decision)}。请从判定文件中删去一条。",
                )


def _way(joined: dict[Key, dict[Key, Decision]], start: set[Key], goal: set[Key]) -> Decision | None:
    """The last `same` on a way from one side to the other, None where there is no way."""
    reached, waiting = set(start), sorted(start)
    while waiting:
        key = waiting.pop(0)
        for other, decision in sorted(joined.get(key, {}).items(), key=lambda item: item[0]):
            if other in goal:
                return decision
            if other not in reached:
                reached.add(other)
                waiting.append(other)
    return None


def _said(decision: Decision) -> str:
    who = " ".join(part for part in (decision.who, decision.when) if part)
    return f"“{decision.a}” {decision.verdict} “{decision.b}”" + (f" ({who})" if who else "")


def _order(decision: Decision) -> tuple[str, str, str, str]:
    return decision.a, decision.b, decision.verdict, decision.when


def _unknown(decision: Decision, name: str) -> Finding:
    return Finding(
        severity="warning",
        code="decision-without-entity",
        message=f"判定“{decision.a}—{decision.b}”中的“{name}”不对应唯一的实体，未采用。",
        place=Place(document="decisions.csv"),
        quote=name,
        next_step="改用实体编号或全称。",
    )


def _decision(path: Path, number: int, row: Mapping[str, str | None]) -> Decision:
    verdict, a, b = ((row.get(column) or "").strip() for column in ("verdict", "a", "b"))
    if verdict not in get_args(Verdict) or not a or not b:
        raise KgError(
            f"{path}, line {number}: a decision needs same, different or unsure and two names; correct it",
            chinese=f"{path}：第 {number} 行不是判定；verdict 须为 same、different 或 unsure，a、b 须各有一个名称。",
        )
    rest = {column: (row.get(column) or "").strip() for column in ("who", "when", "why")}
    return Decision.model_validate({"verdict": verdict, "a": a, "b": b, **rest})
