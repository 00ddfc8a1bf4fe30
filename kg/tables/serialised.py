"""Columns written one after the other, line by line: PDF text without its table, flattened web tables.

Each line belongs to one column. Which line belongs where is decided for all lines at once (`column_way`): by what a
column may hold (numbers, units, dates), by the width of its lines, and by whether the text before is finished.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from kg.tables.column_way import FINISHED, NO_LIMIT, PAGE_START, UNITS, UNLIKELY, Piece, Way, find_way
from kg.tables.flow import Column, PhysicalRow, Span, Spans
from kg.tables.joining import ends_sentence
from kg.tables.lines import Printed
from kg.tables.unit_forms import is_unit_like

_NAMES = re.compile(r"[\u4e00-\u9fff·]{2,4}(?:[\s、，,]+[\u4e00-\u9fff·]{1,4})*")
_DATE = re.compile(
    r"(?:\d{4}年?)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:底|前|底前|末)?|(?:长期|持续|全年|常年)(?:坚持|推进|实施|落实)?|年底前?|\d{1,2}月(?:份|底前)?"
    r"|\d{4}[.\-/]\d{1,2}(?:[.\-/]\d{1,2})?(?:[—–~\-至]+\d{4}[.\-/]?\d{0,2}.*)?|[一二三四]季度|常态化(?:推进)?"
)
_STATUS = re.compile(r"(?:已|基本|部分|未|正在|全部)?(?:完成|推进|办结)(?:中)?")

_SHORT_TERMS = re.compile(r"[^。；;，,]{0,12}")
_ROW_NUMBER = re.compile(r"(\d{1,3})[.．、]?")
_NUMBERED_LINE = re.compile(r"\s*\d{1,3}\s")
_WORD, _INNER_BLANK = re.compile(r"\S+"), re.compile(r"(?<=\S)\s+(?=\S)")
_FIGURE_OR_STOP = re.compile(r"[\d。；;，,%]")
_NO_PART_OF_UNITS = re.compile(r"[\d。！？：:；;，,%“”《》]")

_SHORT = frozenset({"number", "leaders", "deadline", "status", "item"})

WRONG, UNIT_IN_TEXT = 12.0, 2.5


def serialised_rows(lines: Sequence[Printed], columns: Sequence[Column]) -> list[PhysicalRow]:
    """Lay the lines below a header on its columns and cut them into rows."""
    pieces = _pieces(lines, columns)
    if not pieces:
        return []
    roles = tuple(column.role for column in columns)
    unbroken = [piece._replace(look=piece.look & FINISHED) if piece.look & PAGE_START else piece for piece in pieces]
    widths = _column_widths(pieces, find_way(unbroken, roles, [NO_LIMIT] * len(roles)), len(roles))
    return _rows(pieces, _told_by_number(pieces, find_way(pieces, roles, widths), roles), columns)


def _told_by_number(pieces: Sequence[Piece], way: Way, roles: Sequence[str]) -> Way:
    """The way, but a line a column in rows of a number and as many lines as columns, where most rows are so.

    Columns that look alike (two of names, two of sentences) can be told apart only so.
    """
    starts = [index for index, piece in enumerate(pieces) if piece.number]
    width = len(roles)
    rows = [(start, end) for start, end in pairwise([*starts, len(pieces)]) if end - start == width]
    if roles[0] != "number" or len(rows) < max(2, 0.6 * len(starts)):
        return way
    told = list(way)
    for start, end in rows:
        unlike = sum(pieces[start + column].costs[column] >= UNLIKELY for column in range(width))
        if unlike <= 1:
            told[start:end] = [(column, column == 0) for column in range(width)]
    return told


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
    numbers = _row_numbers(texts) if numbered else set()
    roles = [column.role for column in columns]
    pieces: list[Piece] = []
    for index, (spans, text, page_start, column) in enumerate(parts):
        number, fixed = index in numbers, column is not None
        look = (PAGE_START if page_start else 0) | (FINISHED if ends_sentence(text) else 0)
        costs = _costs(texts, index, number, roles) if column is None else _costs_of(column, len(roles))
        pieces.append(Piece(spans, text, _width(text), look, number, costs, min(costs), fixed))
    return pieces


def _numbered_line(line: Printed, columns: Sequence[Column]) -> list[_Part] | None:
    """A line that holds a row's number and the first line of each of its columns, apart by blanks."""
    if not _NUMBERED_LINE.match(line.text):
        return None
    words = list(_WORD.finditer(line.text))
    if len(words) != len(columns) or len(words) < 3:
        return None
    units = [word.group() for word, column in zip(words, columns, strict=True) if column.role in UNITS]
    if not units or any(_FIGURE_OR_STOP.search(name) or len(name) < 3 for name in units):
        return None
    start = line.span[0]
    return [
        (((start + word.start(), start + word.end()),), word.group(), line.page_start and index == 0, index)
        for index, word in enumerate(words)
    ]


def _parts(line: Printed) -> list[_Part]:
    """A line, cut where it plainly holds the ends of several columns."""
    text = line.text.strip()
    cuts = _column_cuts(line) if len(text) > len(line.plain) else []
    if not cuts:
        return [(line.pieces, text, line.page_start, None)]
    bounds = [line.span[0], *cuts, line.span[1]]
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
    if line.pieces != (line.span,) or not (line.page_start or ends_sentence(line.text.rstrip())):
        return cuts
    begins = 0
    for blank in _INNER_BLANK.finditer(line.text):
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
    return len(text) >= 6 and ends_sentence(text) and not is_unit_like(text)


def _row_numbers(texts: Sequence[str]) -> set[int]:
    """The lines that are row numbers: the longest chain of bare figures that counts on by one."""
    candidates = [
        (index, int(found.group(1))) for index, text in enumerate(texts) if (found := _ROW_NUMBER.fullmatch(text))
    ]
    return {candidates[place][0] for place in _longest_chain([value for _, value in candidates])}


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
    return sum(map(_character_width, "".join(text.split())))


@cache
def _character_width(character: str) -> int:
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _costs_of(column: int, count: int) -> list[float]:
    """The costs of a text whose line itself shows its column."""
    return [0.0 if place == column else WRONG for place in range(count)]


def _costs(texts: Sequence[str], index: int, number: bool, roles: Sequence[str]) -> list[float]:
    """What it costs to find this text in columns of these roles."""
    if number:
        return [0.0 if role == "number" else WRONG for role in roles]
    text, unit_cost = texts[index], _unit_cost(texts, index)
    text_cost = 0.5 + (UNIT_IN_TEXT if unit_cost < 1 else 0.0)
    return [
        unit_cost if role in UNITS else _short_cost(text, role, unit_cost) if role in _SHORT else text_cost
        for role in roles
    ]


def _short_cost(text: str, role: str, unit_cost: float) -> float:
    """What it costs to find a text in a column that holds no running text."""
    if role == "leaders":
        return 0.5 if _NAMES.fullmatch(text) and unit_cost else UNLIKELY * 1.5
    if role == "deadline":
        return 0.0 if _DATE.fullmatch("".join(text.split())) else UNLIKELY * 1.5
    if role == "status":
        return 0.0 if _STATUS.fullmatch(text) else UNLIKELY * 1.5
    if role == "item":
        return 0.5 if _SHORT_TERMS.fullmatch(text) else UNLIKELY
    return WRONG


def _unit_cost(texts: Sequence[str], index: int) -> float:
    """What it costs to read a line as units: nothing for names, little where the next lines finish a name."""
    text = texts[index]
    if is_unit_like(text):
        return 0.0
    if len(text) > 16 or _NO_PART_OF_UNITS.search(text):
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


def _column_widths(pieces: Sequence[Piece], way: Way, count: int) -> list[float]:
    """How wide the lines of each column are: nearly the widest of those that another line of the cell follows."""
    widths: list[list[int]] = [[] for _ in range(count)]
    for index in range(len(pieces) - 1):
        if way[index][0] == way[index + 1][0] and not way[index + 1][1]:
            widths[way[index][0]].append(pieces[index].width)
    return [sorted(found)[int(len(found) * 0.9)] if len(found) >= 8 else NO_LIMIT for found in widths]


def _rows(pieces: Sequence[Piece], way: Way, columns: Sequence[Column]) -> list[PhysicalRow]:
    rows: list[list[list[Span]]] = []
    for piece, (column, new_row) in zip(pieces, way, strict=True):
        if new_row or not rows:
            rows.append([[] for _ in columns])
        rows[-1][column] += piece.spans
    return [PhysicalRow(tuple(map(tuple, row)), whole=True) for row in rows]
