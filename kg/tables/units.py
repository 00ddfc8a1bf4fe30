"""The units' cell: which units it names, and who of them leads.

Cells separate units with 、, blanks or line breaks, run them together, or break one over several lines; blanks mean
either. So every way to cut a cell has a cost, by how units' names end, what they begin with and whether the document
uses the pieces as names elsewhere, and the cheapest cut is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.model import Unit
from kg.model.task import Role
from kg.tables.flow import Span, Spans
from kg.words import word_table, words


def _spaced(words: str) -> str:
    """Any of the words; a printed line may cut one in two."""
    return "(?:" + "|".join(r"\s*".join(word) for word in words.split()) + ")"


_LEAD = _spaced("牵头 主办 主责 总牵头 首要责任 承办")
_JOINT = _spaced("配合 协办 参与 协同 支撑 协助 会办")
_MARK = re.compile(
    rf"[（(\[【]\s*(?P<lead>{_LEAD})(?:单位|部门)?\s*[)）\]】]|[（(\[【]\s*(?P<joint>{_JOINT})(?:单位|部门)?\s*[)）\]】]"
    rf"|(?P<lead_tail>{_LEAD})(?=[\s、，,；;。]|$)|(?P<joint_tail>{_JOINT})(?=[\s、，,；;。]|$)|[★☆*＊▲]"
)
_LABEL = re.compile(
    rf"(?:(?P<lead>(?:责任)?{_LEAD}(?:责任)?)|(?P<joint>(?:责任)?{_JOINT}(?:责任)?)|(?P<plain>责任|落实|实施|负责|办理))"
    r"(?:单位|部门|镇街|科室)?\s*[:：]"
)
_MAY_BE_MARK = re.compile(rf"{_LEAD}|{_JOINT}|[★☆*＊▲]")
_STARS = "★☆*＊▲"
_FIRST_LEADS = re.compile(
    r"(?:列|排|排名|排序|名列|位列)在?(?:首位|首个|第一(?:位|名|个)?|最前面?)的?(?:责任)?(?:单位|部门)?(?:为|是|即)(?:总?牵头|主办|主要?)"
)
"""What a document says of all its units' cells: who stands first leads."""
_HARD = "、，,；;/／\\｜|。"
_TAIL = re.compile(
    r"(?:等?(?:按职责分工|分工|共同|具体)?(?:负责|落实)|提供数据|等(?:相关|有关|各|[\u4e00-\u9fff]{2})?(?:部门|单位|职能部门)(?:和单位)?|等)$"
)
_HEAD = re.compile(r"^(?:\d{1,2}[.．、)）]|[（(]\d{1,2}[)）]|[①-⑳])?(?:由|以及|及|和(?=[区市县省各]))?")
_INNER = re.compile(r"(?:局|委|办|部|中心|镇|街道|院|社|会|署|队)(?=(?:以?及|和|与)?[区市县省各].{2,})")
_NEVER_FIRST = re.compile(
    r"办?事处|分局|[支分]行|管委会|委员会|政府(?![各办督性职])|领导小组|指挥部|建设.{0,6}(?:指挥部|领导小组)"
)
_TWO_PARTIES = re.compile(r"(?:公司|集团|大学|学院)[与同和]")
"""A sentence of two parties breaks off here (某公司与某研究院 | 签约); units are not joined by a word."""
_OPEN, _CLOSE = "（(【[", "）)】]"
_HARD_OR_BRACKET = re.compile(f"[{re.escape(_HARD + _OPEN + _CLOSE)}]")
_BRACKET_BEHIND = re.compile(r"[（(][^（）()]*[)）]$")
_NEVER_IN_UNITS = re.compile(r"[。！？：:%\d]")
_BETWEEN_UNITS = re.compile(r"[\s、，,；;/／\\]+")
_FILLED, _WORD = re.compile(r"\S+"), re.compile(r"\w")

STRONG, WEAK, NO_SUFFIX, LONG_NO_SUFFIX = 0.0, 0.6, 1.6, 2.0
FRAGMENT, TWO_UNITS, TOO_LONG = 2.5, 2.5, 1.0
KNOWN = 0.8
"""Reward for a piece that the document uses as a name where it is not followed by the next piece."""
KEEP_BLANK, CUT_INSIDE = 1.0, 1.6
"""Taking a blank for layout; cutting where there is none."""


class _Piece(NamedTuple):
    """Characters between hard separators without blanks, and where each stands in the document.

    `soft` are the offsets of the name before which a blank stood; `leads` says that a star stands before it.
    """

    name: str
    sources: Sequence[int]
    soft: frozenset[int]
    role: Role | None
    label: str | None
    leads: bool = False


class UnitReader:
    """Reads unit cells of one document; `known_text` is its text without white space, for evidence of names."""

    def __init__(self, known_text: str = "") -> None:
        self._known_text = known_text
        self._first_leads = _FIRST_LEADS.search(known_text) is not None
        self._cuts: dict[tuple[str, frozenset[int]], list[int]] = {}
        self._counts: dict[str, int] = {}

    def read(
        self, text: str, spans: Spans, default: Role | None = None, heading: str | None = None
    ) -> tuple[Unit, ...]:
        """Every unit of a cell (spans of `text`) in its order, each with its role.

        Lead is who is marked 牵头 or stands alone; `default` is what the column's heading says, if it does. Where
        several stand and none is marked all are joint, unless the document says that the first one leads. A unit that
        is named twice is kept once. Each keeps the `heading`, else the label that stands before it.

        >>> cell = "区住建局（牵头）区行政审批 服务局\\n区财政局"
        >>> [(unit.name, unit.role) for unit in UnitReader().read(cell, ((0, len(cell)),))]
        [('区住建局', 'lead'), ('区行政审批服务局', 'joint'), ('区财政局', 'joint')]
        """
        found: dict[str, Unit] = {}
        marked: set[str] = set()
        for piece in _pieces(*_characters(text, spans)):
            names = self._names(piece)
            for index, (first, end) in enumerate(names):
                name = piece.name[first:end]
                of_mark = piece.role if piece.label or index == len(names) - 1 else None
                if piece.leads and index == 0:
                    of_mark = "lead"
                role: Role = of_mark or default or "joint"
                if of_mark:
                    marked.add(name)
                if name not in found or (of_mark == "lead" and found[name].role != "lead"):
                    found[name] = Unit(
                        name=name,
                        role=role,
                        source_start=piece.sources[first],
                        source_end=piece.sources[end - 1] + 1,
                        heading=heading or piece.label,
                    )
        units = tuple(found.values())
        if units and not marked and default is None and (len(units) == 1 or self._first_leads):
            return (units[0].model_copy(update={"role": "lead"}), *units[1:])
        return units

    def _names(self, piece: _Piece) -> list[Span]:
        """Where the names of a piece stand in it."""
        key = (piece.name, piece.soft)
        if key not in self._cuts:
            self._cuts[key] = self._best_cuts(*key)
        return [
            (start + first, start + last)
            for start, end in pairwise([0, *self._cuts[key], len(piece.name)])
            for first, last in [_cleaned(piece.name[start:end])]
            if first < last
        ]

    def _best_cuts(self, name: str, soft: frozenset[int]) -> list[int]:
        places = sorted({*soft, *_possible_cuts(name)} - {0, len(name)})
        if not places:
            return []
        blanks = sorted(soft)
        best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
        for end in [*places, len(name)]:
            options: list[tuple[float, int, list[int]]] = []
            cheapest = float("inf")
            for start in reversed(best):
                inner = KEEP_BLANK * (bisect_left(blanks, end) - bisect_right(blanks, start))
                if inner > cheapest:
                    break
                before = best[start][0] + (CUT_INSIDE if start and start not in soft else 0.0)
                if before + inner <= cheapest:
                    cost = before + inner + self._cost(name[start:end], name[end : end + 2])
                    cheapest = min(cheapest, cost)
                    options.append((cost, len(best[start][1]), [*best[start][1], start] if start else []))
            cost, _, cuts = min(options)
            best[end] = (cost, cuts)
        return best[len(name)][1]

    def _cost(self, part: str, following: str) -> float:
        plain = _without_tail(part)
        cost = _form_cost(plain)
        if cost and self._is_known(plain, following):
            cost -= KNOWN
        return max(cost, 0.0)

    def _is_known(self, part: str, following: str) -> bool:
        if len(part) < 3 or part in _fragments() or (part[0] in "区市县省" and not has_unit_suffix(part)):
            return False
        longer = self._count(part + following) if following else 0
        return self._count(part) > max(longer, 1)

    def _count(self, name: str) -> int:
        if name not in self._counts:
            self._counts[name] = self._known_text.count(name)
        return self._counts[name]


@lru_cache(maxsize=4096)
def _without_tail(part: str) -> str:
    return _TAIL.sub("", part) or part


@lru_cache(maxsize=4096)
def _form_cost(name: str) -> float:
    """What it costs to read a text as one unit's name, by its form alone."""
    cost = _suffix_cost(name)
    if name in _fragments() or len(name) == 1 or name[0] in _OPEN or _NEVER_FIRST.match(name):
        cost += FRAGMENT
    cost += TWO_UNITS * len(_INNER.findall(name))
    if _repeats_suffix(name):
        cost += TWO_UNITS
    if len(name) > 24:
        cost += TOO_LONG
    return cost


@cache
def _suffixes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    rows = word_table("unit_suffixes")
    strong = tuple(row["word"] for row in rows if row["strong"])
    return strong, tuple(row["word"] for row in rows if not row["strong"])


@cache
def _fragments() -> frozenset[str]:
    return frozenset(words("unit_fragments"))


def has_unit_suffix(name: str) -> bool:
    """Whether a name ends as names of units surely end.

    >>> has_unit_suffix("区发改局"), has_unit_suffix("固定资产投资")
    (True, False)
    """
    return name.endswith(_suffixes()[0])


@lru_cache(maxsize=4096)
def is_unit_like(text: str) -> bool:
    """Whether a whole line could be a units' cell, or a piece of one: names only, no figures, no sentence.

    >>> is_unit_like("区商务和投资促进局"), is_unit_like("新建学校3所，"), is_unit_like("区发改局 各镇（街）")
    (True, False, True)
    """
    if _NEVER_IN_UNITS.search(text):
        return False
    plain = _MARK.sub(" ", text) if _MAY_BE_MARK.search(text) else text
    parts = [part for part in _BETWEEN_UNITS.split(plain) if part]
    return bool(parts) and all(map(_is_name_like, parts))


def _is_name_like(part: str) -> bool:
    ends_like_unit = has_unit_suffix(part) or (len(part) <= 8 and part.endswith(_suffixes()[1]))
    return ends_like_unit and len(part) <= 24 and not _TWO_PARTIES.search(part)


def _suffix_cost(name: str) -> float:
    bare = _BRACKET_BEHIND.sub("", name) or name
    strong, weak = _suffixes()
    if name.endswith(strong) or bare.endswith(strong):
        return STRONG if len(name) > 2 or bare in strong else WEAK
    if bare.endswith(weak):
        return NO_SUFFIX if name[0] in "区市县省" and bare[-2:] in weak else WEAK
    return NO_SUFFIX if len(bare) <= 6 else LONG_NO_SUFFIX


def _repeats_suffix(name: str) -> bool:
    """Two names run together often end alike: `闻韶街道办事处稷下街道办事处`."""
    for suffix in ("街道办事处", "街道", "镇", "局", "公司", "集团", "办公室", "中心"):
        if name.endswith(suffix) and suffix in name[2 : -len(suffix) - 1] and not name.endswith("分局"):
            rest = name[name.index(suffix, 2) + len(suffix) :]
            return rest not in _fragments() and len(rest) > len(suffix)
    return False


@cache
def _suffix_ends() -> frozenset[str]:
    """The characters that names of units surely end with, and closing brackets."""
    return frozenset([*_CLOSE, *(suffix[-1] for suffix in _suffixes()[0])])


def _possible_cuts(name: str) -> Iterator[int]:
    depth = 0
    ends, suffixes = _suffix_ends(), _suffixes()[0]
    for index, character in enumerate(name):
        depth += (character in _OPEN) - (character in _CLOSE)
        if character not in ends or index < 2 or depth != 0 or index + 1 == len(name):
            continue
        if character in _CLOSE or name.endswith(suffixes, 0, index + 1):
            yield index + 1


def _characters(text: str, spans: Spans) -> tuple[str, list[int]]:
    """A cell's characters, its spans apart by line ends, and where each of them stands."""
    raw = ""
    sources: list[int] = []
    for start, end in spans:
        if sources:
            raw += "\n"
            sources.append(start)
        raw += text[start:end]
        sources += range(start, end)
    return raw, sources


def _pieces(raw: str, sources: Sequence[int]) -> Iterator[_Piece]:
    """Cut at labels, role marks and hard separators outside brackets."""
    role: Role | None = None
    label: str | None = None
    start = 0
    leads = False
    for at, end, kind, value in _marks(raw):
        before_name = kind == "mark" and raw[at] in _STARS and not raw[start:at].strip()
        role_here: Role | None = value if kind == "mark" else role
        yield from _piece(raw, sources, (start, at), role_here or role, label, leads)
        leads = before_name
        if kind == "label":
            role, label = value, raw[at:end].rstrip("：: \n")
        start = end
    yield from _piece(raw, sources, (start, len(raw)), role, label, leads)


def _marks(raw: str) -> list[tuple[int, int, str, Role | None]]:
    found: list[tuple[int, int, str, Role | None]] = []
    for match in _LABEL.finditer(raw) if ":" in raw or "：" in raw else ():
        value: Role | None = "lead" if match["lead"] else "joint" if match["joint"] else None
        found.append((match.start(), match.end(), "label", value))
    taken = [(start, end) for start, end, _, _ in found]
    for match in _MARK.finditer(raw) if _MAY_BE_MARK.search(raw) else ():
        if not any(start <= match.start() < end for start, end in taken):
            lead = match["lead"] or match["lead_tail"] or match.group() in _STARS
            found.append((match.start(), match.end(), "mark", "lead" if lead else "joint"))
    return sorted([*found, *_separators(raw, {at for start, end, _, _ in found for at in range(start, end)})])


def _separators(raw: str, taken: set[int]) -> Iterator[tuple[int, int, str, Role | None]]:
    depth = 0
    for match in _HARD_OR_BRACKET.finditer(raw):
        character, index = match.group(), match.start()
        depth += (character in _OPEN) - (character in _CLOSE)
        if character in _HARD and depth <= 0 and index not in taken:
            yield index, index + 1, "separator", None


def _piece(
    raw: str, sources: Sequence[int], span: Span, role: Role | None, label: str | None, leads: bool
) -> Iterator[_Piece]:
    soft: list[int] = []
    kept: list[int] = []
    name, depth = "", 0
    for match in _FILLED.finditer(raw, *span):
        if name and depth <= 0:
            soft.append(len(name))
        word = match.group()
        depth += sum(map(word.count, _OPEN)) - sum(map(word.count, _CLOSE))
        name += word
        kept += sources[match.start() : match.end()]
    if name:
        yield _Piece(name, kept, frozenset(soft), role, label, leads)


@lru_cache(maxsize=4096)
def _cleaned(text: str) -> Span:
    """Without the words around a name that are not part of it; empty where nothing is named."""
    start, end = 0, len(text)
    tail = _TAIL.search(text)
    if tail and not (tail.group() == "等" and len(text) < 3):
        end = tail.start()
    head = _HEAD.match(text, start, end)
    if head and has_unit_suffix(text[:end]):
        start = head.end()
    name = text[start:end]
    return (start, end) if _WORD.search(name) and name not in ("无", "等", "和") else (0, 0)
