"""Columns written one after the other, line by line: PDF text without its table, flattened web tables.

Each line belongs to one column; within a row the columns follow each other, and after a page break those that were
cut go on, again in their order. Which line belongs where is decided for all lines at once (Viterbi): by what a column
may hold (numbers, units, dates), by the width of its lines, and by whether the text before is finished.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from kg.tables.flow import Column, PhysicalRow, Span, Spans
from kg.tables.joining import ends_sentence
from kg.tables.lines import Printed
from kg.tables.units import is_unit_like

_UNITS = ("units", "lead_units", "joint_units")
_LONG = ("task", "targets", "progress", "problems", "next_steps", "extra", "ledger")
_OPTIONAL = ("problems", "next_steps", "extra", "deadline", "targets", "status", "item", "leaders", "joint_units")
_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[\s、，,]+[\u4e00-\u9fff·]{1,4})*")
_DATE = re.compile(
    r"(?:\d{4}年?)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:底|前|底前|末)?|(?:长期|持续|全年|常年)(?:坚持|推进|实施|落实)?|年底前?|\d{1,2}月(?:份|底前)?"
    r"|\d{4}[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?(?:[—–~\-至]+\d{4}[.\-/]?\d{0,2}.*)?|[一二三四]季度|常态化(?:推进)?"
)
_STATUS = re.compile(r"(?:已|基本|部分|未|正在|全部)?(?:完成|推进|办结)(?:中)?")

WRONG, UNLIKELY = 12.0, 4.0
UNIT_IN_TEXT, SECOND_SENTENCE, OPEN_CELL, SHORT_LINE = 2.5, 0.2, 1.5, 0.8
SKIP_COLUMN, SKIP_OPTIONAL, PAGE_BACK, BACK_WITHOUT_PAGE = 6.0, 1.0, 0.3, 9.0
NEW_ROW, TOO_WIDE, SECOND_UNIT = 0.6, 5.0, 0.3
HOPELESS = 20.0
"""Ways that are this much dearer than the cheapest one so far are given up: nothing that follows makes up for it."""
_NO_LIMIT = float("inf")


class Piece(NamedTuple):
    """A line, or the part of one before a wide blank; `number` says that it is a row number.

    `unit_cost` is what it costs to read it as units, `finished` whether it ends like a sentence;
    `column` is given where the line itself shows it.
    """

    spans: Spans
    text: str
    width: int
    page_start: bool
    number: bool
    unit_cost: float
    finished: bool
    column: int | None


def serialised_rows(lines: Sequence[Printed], columns: Sequence[Column]) -> list[PhysicalRow]:
    """Lay the lines below a header on its columns and cut them into rows."""
    pieces = _pieces(lines, columns)
    if not pieces:
        return []
    roles = [column.role for column in columns]
    unbroken = [piece._replace(page_start=False) for piece in pieces]
    widths = _column_widths(pieces, _assign(unbroken, roles, [_NO_LIMIT] * len(roles)), len(roles))
    return _rows(pieces, _assign(pieces, roles, widths), columns)


_Part = tuple[Spans, str, bool, int | None]


def _pieces(lines: Sequence[Printed], columns: Sequence[Column]) -> list[Piece]:
    numbered = any(column.role == "number" for column in columns)
    parts = [
        part
        for line in lines
        if line.plain
        for part in (_numbered_line(line, columns) if numbered else None) or _parts(line)
    ]
    texts = [text for _, text, _, _ in parts]
    pieces = [
        Piece(spans, text, _width(text), page_start, False, _unit_cost(texts, index), ends_sentence(text), column)
        for index, (spans, text, page_start, column) in enumerate(parts)
    ]
    return _with_numbers(pieces) if numbered else pieces


def _numbered_line(line: Printed, columns: Sequence[Column]) -> list[_Part] | None:
    """A line that holds a row's number and the first line of each of its columns, apart by blanks."""
    words = list(re.finditer(r"\S+", line.text))
    if len(words) != len(columns) or len(words) < 3 or not re.fullmatch(r"\d{1,3}", words[0].group()):
        return None
    units = [word.group() for word, column in zip(words, columns, strict=True) if column.role in _UNITS]
    if not units or any(re.search(r"[\d。；;，,%]", name) or len(name) < 3 for name in units):
        return None
    start = line.span[0]
    return [
        (((start + word.start(), start + word.end()),), word.group(), line.page_start and index == 0, index)
        for index, word in enumerate(words)
    ]


def _parts(line: Printed) -> list[_Part]:
    """A line, cut where it plainly holds the ends of several columns."""
    cuts = _column_cuts(line)
    bounds = [line.span[0], *cuts, line.span[1]]
    if not cuts:
        return [(line.pieces, line.text.strip(), line.page_start, None)]
    return [
        (
            ((start, end),),
            line.text[start - line.span[0] : end - line.span[0]].strip(),
            line.page_start and not index,
            None,
        )
        for index, (start, end) in enumerate(pairwise(bounds))
    ]


def _column_cuts(line: Printed) -> list[int]:
    """Where a line holds the end of one cell and, after a blank, the next cell's text.

    So it is where a page's first line ends a sentence before a blank, where short names stand alone behind that, and
    on any line where units stand before a blank and a sentence behind it.
    """
    cuts: list[int] = []
    if line.pieces != (line.span,):
        return cuts
    begins = 0
    for blank in re.finditer(r"(?<=\S)\s+(?=\S)", line.text):
        left, right = line.text[begins : blank.start()].strip(), line.text[blank.end() :].strip()
        ends = line.page_start and not cuts and ends_sentence(left) and len(left) >= 2
        short_names = bool(cuts) and len(left) <= 10 and is_unit_like(left)
        if ends or short_names or (_are_units(left) and _is_sentence(right)):
            cuts.append(line.span[0] + blank.end())
            begins = blank.end()
    return cuts


def _are_units(text: str) -> bool:
    return is_unit_like(text) and (len(text) >= 4 or (len(text) == 3 and text[0] in "区市县省"))


def _is_sentence(text: str) -> bool:
    return len(text) >= 6 and not is_unit_like(text) and ends_sentence(text)


def _with_numbers(pieces: list[Piece]) -> list[Piece]:
    """Mark the lines that are row numbers: the longest chain of bare figures that counts on by one."""
    candidates = [
        (index, int(found.group(1)))
        for index, piece in enumerate(pieces)
        if (found := re.fullmatch(r"(\d{1,3})[.．、]?", piece.text))
    ]
    chosen = _longest_chain([value for _, value in candidates])
    marked = {candidates[place][0] for place in chosen}
    return [piece._replace(number=index in marked) for index, piece in enumerate(pieces)]


def _longest_chain(values: Sequence[int]) -> set[int]:
    """Indexes of the longest subsequence in which each value is one more than the one before, or restarts at 1."""
    length, back = [1] * len(values), [-1] * len(values)
    best_of: dict[int, int] = {}
    best_so_far = -1
    for index, value in enumerate(values):
        for earlier in (best_of.get(value - 1, -1), best_so_far if value == 1 else -1):
            if earlier >= 0 and length[earlier] + 1 > length[index]:
                length[index], back[index] = length[earlier] + 1, earlier
        if value not in best_of or length[index] >= length[best_of[value]]:
            best_of[value] = index
        if best_so_far < 0 or length[index] > length[best_so_far]:
            best_so_far = index
    chain: set[int] = set()
    while best_so_far >= 0:
        chain.add(best_so_far)
        best_so_far = back[best_so_far]
    return chain


def _width(text: str) -> int:
    """Printed width in half-width units; blanks that a converter put between figures do not count."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in "".join(text.split()))


def _assign(pieces: Sequence[Piece], roles: Sequence[str], widths: Sequence[float]) -> list[tuple[int, bool]]:
    """For each piece its column, and whether it begins a new row; numbered rows are read one by one."""
    starts = [index for index, piece in enumerate(pieces) if piece.number]
    if not starts:
        return _Way(roles, widths, False).cheapest(pieces)
    way = _Way(roles, widths, False).cheapest(pieces[: starts[0]]) if starts[0] else []
    numbered = _Way(roles, widths, True)
    for start, end in zip(starts, [*starts[1:], len(pieces)], strict=True):
        way += [(roles.index("number"), True), *numbered.cheapest(pieces[start + 1 : end])]
    return way


class _State(NamedTuple):
    """A column, whether the row's task is unfinished (that decides what goes on after a page break), and whether
    the row goes on after one, so that columns which are finished may be missing."""

    column: int
    unfinished: bool
    resumed: bool


class _Way:
    """The cheapest way through pieces; with `one_row` all of them belong to the row that a number began."""

    def __init__(self, roles: Sequence[str], widths: Sequence[float], one_row: bool) -> None:
        self._roles, self._widths, self._one_row = roles, widths, one_row
        self._columns = [c for c, role in enumerate(roles) if not (one_row and role == "number")]
        self._task = next((i for i, role in enumerate(roles) if role in ("task", "ledger")), 0)
        self._from = roles.index("number") + 1 if one_row else 0
        self._known_moves: dict[tuple[_State, bool, bool, bool, bool], list[tuple[_State, float, bool]]] = {}
        self._skips = [[self._skipped(a, b) for b in range(len(roles) + 1)] for a in range(len(roles) + 1)]

    def cheapest(self, pieces: Sequence[Piece]) -> list[tuple[int, bool]]:
        """The column of each piece, and whether it begins a row."""
        if not pieces:
            return []
        costs = {
            self._after(None, c, pieces[0], True): self._skips[self._from][c] + self._emission(pieces[0], c)
            for c in self._columns
        }
        back: list[dict[_State, tuple[_State, bool]]] = []
        for previous, piece in pairwise(pieces):
            reached: dict[_State, float] = {}
            came: dict[_State, tuple[_State, bool]] = {}
            emissions = {column: self._emission(piece, column) for column in self._columns}
            limit = min(costs.values()) + HOPELESS
            for before, cost in costs.items():
                if cost > limit:
                    continue
                for after, step, new_row in self._moves(before, piece, previous):
                    total = cost + step + emissions[after.column]
                    if after not in reached or total < reached[after]:
                        reached[after], came[after] = total, (before, new_row)
            costs = reached
            back.append(came)
        ends = {state: cost + self._ending(pieces[-1], state) for state, cost in costs.items()}
        return _trace(min(ends, key=lambda state: (ends[state], state)), back, not self._one_row)

    def _moves(self, before: _State, piece: Piece, previous: Piece) -> list[tuple[_State, float, bool]]:
        """Where one can go from a state, at what cost; the same for all pieces that look alike in what decides."""
        short = previous.width < self._widths[before.column] * 0.75 and previous.text[-1] not in "：:"
        key = (before, piece.page_start, piece.finished, previous.finished, short)
        if key not in self._known_moves:
            closing = self._closing(previous, before.column)
            self._known_moves[key] = [
                (self._after(before, column, piece, new_row), step, new_row)
                for column in self._columns
                for step, new_row in self._steps(before, column, piece, previous, closing)
            ]
        return self._known_moves[key]

    def _after(self, before: _State | None, column: int, piece: Piece, new_row: bool) -> _State:
        fresh = new_row or before is None
        resumed = False if fresh or before is None else before.resumed or column < before.column
        if column == self._task:
            return _State(column, not piece.finished, resumed)
        return _State(column, False if fresh or before is None else before.unfinished, resumed)

    def _steps(
        self, before: _State, column: int, piece: Piece, previous: Piece, closing: float
    ) -> Iterator[tuple[float, bool]]:
        """Costs of going on from a state to a column, within the row and into a new one."""
        at, role = before.column, self._roles[column]
        if column == at:
            yield self._staying(before, piece, previous), False
        elif column > at:
            yield closing + (0.0 if before.resumed else self._skips[at + 1][column]), False
        elif role in _LONG or role in _UNITS:
            resumes = before.unfinished and column == self._task
            yield ((PAGE_BACK if resumes else UNLIKELY) if piece.page_start else BACK_WITHOUT_PAGE), False
        if column <= at and not self._one_row:
            skipped = 0.0 if before.resumed else self._skips[at + 1][len(self._roles)]
            yield closing + skipped + NEW_ROW + self._skips[0][column], True

    def _staying(self, before: _State, piece: Piece, previous: Piece) -> float:
        role, width = self._roles[before.column], self._widths[before.column]
        if role in ("number", "status"):
            return UNLIKELY
        if role not in _LONG:
            return SECOND_UNIT if role == "lead_units" else 0.0
        cost = 0.0
        if previous.finished:
            resumed_task = before.resumed and before.column == self._task
            cost += OPEN_CELL if resumed_task else SECOND_SENTENCE
        elif width != _NO_LIMIT and previous.width < width * 0.75 and previous.text[-1] not in "：:":
            cost += SHORT_LINE
        if piece.page_start and before.unfinished and before.column != self._task:
            cost += OPEN_CELL
        return cost

    def _closing(self, previous: Piece, column: int) -> float:
        return OPEN_CELL if self._roles[column] in _LONG and not previous.finished else 0.0

    def _ending(self, last: Piece, state: _State) -> float:
        unfinished = OPEN_CELL if state.unfinished and state.column != self._task else 0.0
        skipped = 0.0 if state.resumed else self._skips[state.column + 1][len(self._roles)]
        return self._closing(last, state.column) + unfinished + skipped

    def _skipped(self, start: int, end: int) -> float:
        return sum(SKIP_OPTIONAL if role in _OPTIONAL else SKIP_COLUMN for role in self._roles[start:end])

    def _emission(self, piece: Piece, column: int) -> float:
        if piece.column is not None:
            return 0.0 if piece.column == column else WRONG
        return _emission(piece, self._roles[column]) + (TOO_WIDE if piece.width > self._widths[column] + 2 else 0.0)


def _trace(
    state: _State, back: Sequence[dict[_State, tuple[_State, bool]]], first_is_new: bool
) -> list[tuple[int, bool]]:
    way: list[tuple[int, bool]] = []
    for came in reversed(back):
        before, new_row = came[state]
        way.append((state.column, new_row))
        state = before
    way.append((state.column, first_is_new))
    return way[::-1]


def _emission(piece: Piece, role: str) -> float:
    """What it costs to find this text in a column of this role."""
    if role == "number" or piece.number:
        return 0.0 if role == "number" and piece.number else WRONG
    if role in _UNITS:
        return piece.unit_cost
    text = piece.text
    if role == "leaders":
        return 0.5 if _NAMES.fullmatch(text) and piece.unit_cost else UNLIKELY * 1.5
    if role == "deadline":
        return 0.0 if _DATE.fullmatch("".join(text.split())) else UNLIKELY * 1.5
    if role == "status":
        return 0.0 if _STATUS.fullmatch(text) else UNLIKELY * 1.5
    if role == "item":
        return 0.5 if len(text) <= 12 and not re.search(r"[。；;，,]", text) else UNLIKELY
    return 0.5 + (UNIT_IN_TEXT if piece.unit_cost < 1 else 0.0)


def _unit_cost(texts: Sequence[str], index: int) -> float:
    """What it costs to read a line as units: nothing for names, little where the next lines finish a name."""
    text = texts[index]
    if is_unit_like(text):
        return 0.0
    if len(text) > 16 or re.search(r"[\d。！？：:；;，,%“”《》]", text):
        return UNLIKELY * 1.5
    for more in (1, 2):
        joined = "".join(texts[index : index + 1 + more])
        following = texts[index + more] if index + more < len(texts) else ""
        if 0 < len(following) <= 10 and is_unit_like(joined) and not _begins_unit(following):
            return 0.4 * more
    before = texts[index - 1] if index else ""
    if len(text) <= 6 and before and len(before) <= 16 and is_unit_like(before + text):
        return 0.4
    return 2.0


def _begins_unit(text: str) -> bool:
    return len(text) >= 4 and text[0] in "区市县省各" and is_unit_like(text)


def _column_widths(pieces: Sequence[Piece], way: Sequence[tuple[int, bool]], count: int) -> list[float]:
    """How wide the lines of each column are: nearly the widest of those that another line of the cell follows."""
    widths: list[list[int]] = [[] for _ in range(count)]
    for index in range(len(pieces) - 1):
        if way[index][0] == way[index + 1][0] and not way[index + 1][1]:
            widths[way[index][0]].append(pieces[index].width)
    return [sorted(found)[int(len(found) * 0.9)] if len(found) >= 8 else _NO_LIMIT for found in widths]


def _rows(pieces: Sequence[Piece], way: Sequence[tuple[int, bool]], columns: Sequence[Column]) -> list[PhysicalRow]:
    rows: list[list[list[Span]]] = []
    for piece, (column, new_row) in zip(pieces, way, strict=True):
        if new_row or not rows:
            rows.append([[] for _ in columns])
        rows[-1][column] += piece.spans
    return [PhysicalRow(tuple(map(tuple, row)), whole=True) for row in rows]
