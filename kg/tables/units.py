"""The units' cell: which units it names, and who of them leads.

Cells separate units with 、, blanks or line breaks, run them together, or break one over several lines; blanks mean
either. So every way to cut a cell has a cost, by how units' names end, what they begin with and whether the document
uses the pieces as names elsewhere, and the cheapest cut is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from kg.model import Unit
from kg.model.task import Role
from kg.tables.flow import Spans
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
_HARD = "、，,；;/｜|。"
_TAIL = re.compile(
    r"(?:等?(?:按职责分工|分工|共同|具体)?(?:负责|落实)|提供数据|等(?:相关|有关|各|[\u4e00-\u9fff]{2})?(?:部门|单位|职能部门)(?:和单位)?|等)$"
)
_HEAD = re.compile(r"^(?:由|以及|及|和(?=[区市县省各]))")
_INNER = re.compile(r"(?:局|委|办|部|中心|镇|街道|院|社|会|署|队)(?=[区市县省各].{2,})")
_NEVER_FIRST = re.compile(
    r"办?事处|分局|[支分]行|管委会|委员会|政府(?![各办督性职])|领导小组|指挥部|建设.{0,6}(?:指挥部|领导小组)"
)
_TWO_PARTIES = re.compile(r"(?:公司|集团|大学|学院)[与同和]")
"""A sentence of two parties breaks off here (某公司与某研究院 | 签约); units are not joined by a word."""
_OPEN, _CLOSE = "（(【[", "）)】]"

STRONG, WEAK, NO_SUFFIX, LONG_NO_SUFFIX = 0.0, 0.6, 1.6, 2.0
FRAGMENT, TWO_UNITS, TOO_LONG = 2.5, 2.5, 1.0
KNOWN = 0.8
"""Reward for a piece that the document uses as a name where it is not followed by the next piece."""
KEEP_BLANK, CUT_INSIDE = 1.0, 1.6
"""Taking a blank for layout; cutting where there is none."""


class _Char(NamedTuple):
    character: str
    source: int


class _Piece(NamedTuple):
    """Characters between hard separators; `soft` are the offsets before which a blank stood."""

    characters: tuple[_Char, ...]
    soft: frozenset[int]
    role: Role | None
    label: str | None


class UnitReader:
    """Reads unit cells of one document; `known_text` is its text without white space, for evidence of names."""

    def __init__(self, known_text: str = "") -> None:
        self._known_text = known_text

    def read(self, text: str, spans: Spans, default: Role | None = None) -> tuple[Unit, ...]:
        """Every unit of a cell (spans of `text`) in its order, each with its role.

        Lead is who is marked 牵头 or stands alone; `default` is what the column's heading says, if it does. Where
        several stand and none is marked all are joint. A unit that is named twice is kept once.

        >>> cell = "区住建局（牵头）区行政审批 服务局\\n区财政局"
        >>> [(unit.name, unit.role) for unit in UnitReader().read(cell, ((0, len(cell)),))]
        [('区住建局', 'lead'), ('区行政审批服务局', 'joint'), ('区财政局', 'joint')]
        """
        found: dict[str, Unit] = {}
        marked: set[str] = set()
        for piece in _pieces(_characters(text, spans)):
            names = self._cut(piece)
            for index, characters in enumerate(names):
                name = "".join(c.character for c in characters)
                of_mark = piece.role if piece.label or index == len(names) - 1 else None
                role: Role = of_mark or default or "joint"
                if of_mark:
                    marked.add(name)
                if name not in found or (of_mark == "lead" and found[name].role != "lead"):
                    start, end = characters[0].source, characters[-1].source + 1
                    found[name] = Unit(name=name, role=role, source_start=start, source_end=end, heading=piece.label)
        units = tuple(found.values())
        if len(units) == 1 and not marked and default is None:
            return (units[0].model_copy(update={"role": "lead"}),)
        return units

    def _cut(self, piece: _Piece) -> list[tuple[_Char, ...]]:
        name = "".join(c.character for c in piece.characters)
        cuts = [0, *self._best_cuts(name, piece.soft), len(name)]
        parts = [piece.characters[start:end] for start, end in pairwise(cuts)]
        return [cleaned for part in parts if (cleaned := _cleaned(part))]

    def _best_cuts(self, name: str, soft: frozenset[int]) -> list[int]:
        places = sorted({*soft, *_possible_cuts(name)} - {0, len(name)})
        ends = [*places, len(name)]
        best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
        for end in ends:
            options = []
            for start in (place for place in (0, *places) if place < end and place in best):
                inner = sum(KEEP_BLANK for place in soft if start < place < end)
                before = best[start][0] + (CUT_INSIDE if start and start not in soft else 0.0)
                cost = before + inner + self._cost(name[start:end], name[end : end + 2])
                options.append((cost, len(best[start][1]), [*best[start][1], start] if start else []))
            cost, _, cuts = min(options)
            best[end] = (cost, cuts)
        return best[len(name)][1]

    def _cost(self, part: str, following: str) -> float:
        plain = _TAIL.sub("", part) or part
        cost = _suffix_cost(plain)
        if plain in _fragments() or len(plain) == 1 or plain[0] in _OPEN or _NEVER_FIRST.match(plain):
            cost += FRAGMENT
        cost += TWO_UNITS * len(_INNER.findall(plain))
        if _repeats_suffix(plain):
            cost += TWO_UNITS
        if len(plain) > 24:
            cost += TOO_LONG
        if cost and self._is_known(plain, following):
            cost -= KNOWN
        return max(cost, 0.0)

    def _is_known(self, part: str, following: str) -> bool:
        if len(part) < 3 or part in _fragments() or (part[0] in "区市县省" and not has_unit_suffix(part)):
            return False
        elsewhere = self._known_text.count(part) - 1
        longer = self._known_text.count(part + following) - 1 if following else 0
        return elsewhere - max(longer, 0) >= 1


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


def is_unit_like(text: str) -> bool:
    """Whether a whole line could be a units' cell, or a piece of one: names only, no figures, no sentence.

    >>> is_unit_like("区商务和投资促进局"), is_unit_like("新建学校3所，"), is_unit_like("区发改局 各镇（街）")
    (True, False, True)
    """
    parts = [part for part in re.split(r"[\s、，,；;/]+", _MARK.sub(" ", text).strip()) if part]
    if not parts or any(len(part) > 24 or re.search(r"[。！？：:%\d]", part) for part in parts):
        return False
    if any(_TWO_PARTIES.search(part) for part in parts):
        return False
    return all(has_unit_suffix(part) or (part.endswith(_suffixes()[1]) and len(part) <= 8) for part in parts)


def _suffix_cost(name: str) -> float:
    bare = re.sub(r"[（(][^（）()]*[)）]$", "", name) or name
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


def _possible_cuts(name: str) -> Iterator[int]:
    depth = 0
    for index, character in enumerate(name):
        depth += (character in _OPEN) - (character in _CLOSE)
        ends = name[: index + 1].endswith(_suffixes()[0]) or character in _CLOSE
        if index >= 2 and depth == 0 and index + 1 < len(name) and ends:
            yield index + 1


def _characters(text: str, spans: Spans) -> list[_Char]:
    characters: list[_Char] = []
    for start, end in spans:
        if characters:
            characters.append(_Char("\n", start))
        characters += [_Char(text[index], index) for index in range(start, end)]
    return characters


def _pieces(characters: Sequence[_Char]) -> Iterator[_Piece]:
    """Cut at labels, role marks and hard separators outside brackets."""
    raw = "".join(c.character for c in characters)
    role: Role | None = None
    label: str | None = None
    start = 0
    for at, end, kind, value in _marks(raw):
        role_here: Role | None = value if kind == "mark" else role
        yield from _piece(characters[start:at], role_here or role, label)
        if kind == "label":
            role, label = value, raw[at:end].rstrip("：: \n")
        start = end
    yield from _piece(characters[start:], role, label)


def _marks(raw: str) -> list[tuple[int, int, str, Role | None]]:
    found: list[tuple[int, int, str, Role | None]] = []
    for match in _LABEL.finditer(raw):
        value: Role | None = "lead" if match["lead"] else "joint" if match["joint"] else None
        found.append((match.start(), match.end(), "label", value))
    taken = [(start, end) for start, end, _, _ in found]
    for match in _MARK.finditer(raw):
        if not any(start <= match.start() < end for start, end in taken):
            lead = match["lead"] or match["lead_tail"] or match.group() in "★☆*＊▲"
            found.append((match.start(), match.end(), "mark", "lead" if lead else "joint"))
    depth = 0
    for index, character in enumerate(raw):
        depth += (character in _OPEN) - (character in _CLOSE)
        inside = any(start <= index < end for start, end, _, _ in found)
        if character in _HARD and depth <= 0 and not inside:
            found.append((index, index + 1, "separator", None))
    return sorted(found)


def _piece(characters: Sequence[_Char], role: Role | None, label: str | None) -> Iterator[_Piece]:
    soft: set[int] = set()
    kept: list[_Char] = []
    for character in characters:
        if character.character.isspace():
            if kept and not _open_bracket(kept):
                soft.add(len(kept))
        else:
            kept.append(character)
    if kept:
        yield _Piece(tuple(kept), frozenset(soft - {len(kept)}), role, label)


def _open_bracket(characters: Sequence[_Char]) -> bool:
    text = "".join(c.character for c in characters)
    return sum(map(text.count, _OPEN)) > sum(map(text.count, _CLOSE))


def _cleaned(characters: tuple[_Char, ...]) -> tuple[_Char, ...]:
    """Without the words around a name that are not part of it; empty where nothing is named."""
    text = "".join(c.character for c in characters)
    tail = _TAIL.search(text)
    if tail and not (tail.group() == "等" and len(text) < 3):
        characters, text = characters[: tail.start()], text[: tail.start()]
    head = _HEAD.match(text)
    if head and has_unit_suffix(text):
        characters, text = characters[head.end() :], text[head.end() :]
    return characters if re.search(r"\w", text) and text not in ("无", "等", "和") else ()
