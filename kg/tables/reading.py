"""A document to its rows, with every character accounted for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.model import Document, Line, Reading, TaskRow
from kg.tables.bracketed import find_assignments
from kg.tables.coverage import Account
from kg.tables.flow import Flow, Header, Span
from kg.tables.furniture import without
from kg.tables.headings import looks_like_heading, without_count
from kg.tables.labelled import find_blocks
from kg.tables.layouts import find_flow, has_rows
from kg.tables.noise import find_noise
from kg.tables.prose import sentences
from kg.tables.rows import RowMaker
from kg.tables.standing import Standing, standing_lines
from kg.tables.table_rows import Found, table_rows

_TITLE = re.compile(
    r".*(?:表|报告|通知|方案|清单|台账|汇总|意见|计划|通报|要点|安排|情况|分工|分解|进展|成效|公示|一览|纪要)(?:[（(].{1,20}[)）])?$"
)
_TITLE_LINES = 12
_NARROW_GAP = 8
_GOES_ON = re.compile(r"(关于|年|政府|《[^》]*|委员会|办公室|工作|印发.*)$")
_SENTENCE_HEADING = re.compile(r"[一二三四五六七八九十]+、[^，。；]{2,16}?(?=\d{4}年|[，。；]|$)")
_IMPRINT = re.compile(
    r"^[（(].*[)）]$|\d{4}年\d{1,2}月(?:\d{1,2}日)?[)）]?$|发布|来源|字号|浏览|(?:[市县区州省镇乡]长|主任|局长|书记|主席|院长).{0,4}$"
)
"""What stands below a title without opening a section."""
_WORD = re.compile(r"\w")


def read_rows(document: Document) -> Reading:
    """Read a document's rows: its tables', else its labelled blocks', its bracketed paragraphs', or its sentences."""
    flow = find_flow(document)
    maker = RowMaker(document, flow.furniture)
    if has_rows(flow):
        return _finished(document, flow, maker, *table_rows(flow, maker))
    labelled = _labelled_rows(document, flow, maker)
    if labelled:
        return _finished(document, flow._replace(layout="labelled"), maker, *labelled)
    bracketed = _bracketed_rows(document, maker)
    if bracketed:
        return _finished(document, flow._replace(layout="bracketed"), maker, *bracketed)
    return _finished(document, flow._replace(layout="prose"), maker, *_sentences(document, flow, maker))


def _labelled_rows(document: Document, flow: Flow, maker: RowMaker) -> Found | None:
    rows: list[TaskRow] = []
    headings: list[Span] = []
    section: str | None = None
    lines = [(block.start, block.end) for block in document.blocks if isinstance(block, Line)]
    pieces = [piece for line in lines for piece in without(line, flow.furniture)]
    for block in find_blocks(document.text, [span for span in pieces if document.text[slice(*span)].strip()]):
        if block.headings:
            headings += block.headings
            section = _heading_text(document, block.headings[-1])
        row = maker.labelled_row(block, section)
        rows += [row] if row else []
    return (rows, headings) if rows else None


def _bracketed_rows(document: Document, maker: RowMaker) -> Found | None:
    rows: list[TaskRow] = []
    headings: list[Span] = []
    section: str | None = None
    assignments = find_assignments(document.text, (0, len(document.text)))
    if sum(1 for assignment in assignments if assignment.fields) < 2:
        return None
    for assignment in assignments:
        if assignment.headings:
            headings += assignment.headings
            section = _heading_text(document, assignment.headings[-1])
        maker.labels += [*assignment.mark, *([assignment.number] if assignment.number else [])]
        if assignment.told:
            rows += [maker.sentence(told, section) for told in sentences(document.text, assignment.task, ())]
        else:
            rows.append(maker.bracketed_row(assignment.task, assignment.number_text, section, assignment.fields))
    return rows, headings


def _sentences(document: Document, flow: Flow, maker: RowMaker) -> Found:
    rows: list[TaskRow] = []
    headings: list[Span] = []
    section: str | None = None
    for kind, spans in _prose(document, flow.furniture):
        if kind == "heading":
            section = _section(document, spans[0], bool(rows), bool(headings)) or section
            headings += spans
            continue
        for sentence in sentences(document.text, spans, flow.furniture):
            row = maker.sentence(sentence, section)
            heading = _heading_in(row.text("progress"))
            if heading:
                section = heading
                row = row.model_copy(update={"section": section})
            rows.append(row)
    return rows, headings


def _prose(document: Document, furniture: Sequence[Span]) -> Iterator[tuple[Standing | None, list[Span]]]:
    """The lines of prose and the cells of tables that are none, up to each line that stands alone."""
    lines = [block for block in document.blocks if isinstance(block, Line) and not _is_cut_out(block, furniture)]
    filled = [(line.start, line.end) for line in lines if document.text[line.start : line.end].strip()]
    plain = ["".join("".join(document.text[a:b] for a, b in without(span, furniture)).split()) for span in filled]
    standing = standing_lines(document.text, filled, plain)
    standing |= {(line.start, line.end): "heading" for line in lines if line.heading}
    spans = [(block.start, block.end) for block in document.blocks if isinstance(block, Line)]
    spans += [
        (cell.start, cell.end) for block in document.blocks if not isinstance(block, Line) for cell in block.cells
    ]
    pending: list[Span] = []
    for span in sorted(spans):
        kind = standing.get(span)
        if kind:
            yield None, pending
            yield kind, [span]
            pending = []
        else:
            pending.append(span)
    yield None, pending


def _is_cut_out(line: Line, furniture: Sequence[Span]) -> bool:
    """Whether nothing but page marks stands on a line."""
    return not without((line.start, line.end), furniture)


def _section(document: Document, span: Span, spoken: bool, titled: bool) -> str | None:
    """The section that a line alone opens: none where it is the title, a date, or who speaks."""
    text = _heading_text(document, span)
    if looks_like_heading(text) or (spoken and not _IMPRINT.search(text)):
        return text
    return text if titled and not _IMPRINT.search(text) else None


def _heading_in(sentence: str) -> str | None:
    found = _SENTENCE_HEADING.match(sentence)
    return found.group() if found else None


def _heading_text(document: Document, span: Span) -> str:
    return without_count("".join(document.text[span[0] : span[1]].split()).strip("*#"))


def _finished(
    document: Document, flow: Flow, maker: RowMaker, rows: Sequence[TaskRow], headings: Iterable[Span]
) -> Reading:
    account = Account(len(document.text))
    account.take("row", (span for row in rows for span in _text_spans(row, document.text)))
    account.take("row", maker.labels)
    headings = list(headings)
    title, title_spans = _title(document, flow, account.first("row"))
    if title is None and flow.layout == "prose":
        title = _first_heading(document, headings, account.first("row"))
    account.take("heading", [*headings, *title_spans])
    account.take("furniture", flow.furniture)
    rest = [_trim(document.text, span) for span in account.spans("") if not document.text[slice(*span)].isspace()]
    account.take("furniture", (span for span in rest if not _says(document.text, span)))
    remainder = tuple(span for span in rest if _says(document.text, span))
    return Reading(
        document=document.name,
        title=title,
        layout=flow.layout,
        rows=tuple(row.model_copy(update={"section": None}) if title and row.section == title else row for row in rows),
        headings=account.spans("heading"),
        furniture=account.spans("furniture"),
        remainder=remainder,
        findings=(*document.findings, *find_noise(document, rows, remainder)),
    )


def _text_spans(row: TaskRow, source: str) -> Iterator[Span]:
    """Where a row's texts stand, the lines of a cell as one span."""
    for text in (*row.parts.values(), *(text for _, text in row.extra)):
        start = end = 0
        for _, at, length in text.runs:
            if not end <= at <= end + _NARROW_GAP or source[end:at].strip(" \n"):
                yield start, end
                start = at
            end = at + length
        yield start, end


def _title(document: Document, flow: Flow, first_row: int | None) -> tuple[str | None, list[Span]]:
    """The first line that reads like a title, lines before the first row only; a broken title is joined."""
    first_row = len(document.text) if first_row is None else first_row
    before: list[tuple[str, Span]] = []
    taken = [
        *flow.furniture,
        *(_whole(item.spans) for item in flow.items if isinstance(item, Header) and item.spans[1:]),
    ]
    for start, end in _lines(document):
        if len(before) == _TITLE_LINES or start >= first_row:
            break
        if end <= first_row:
            plain = "".join(document.text[start:end].split())
            if plain and not any(a <= start and end <= b for a, b in taken):
                before.append((plain, (start, end)))
    for index, (plain, span) in enumerate(before):
        if _TITLE.fullmatch(plain) and len(plain) >= 6 and not looks_like_heading(plain):
            previous = before[index - 1] if index else None
            if previous and _goes_on(previous[0]):
                return previous[0] + plain, [previous[1], span]
            return plain, [span]
    return None, []


def _whole(spans: Sequence[Span]) -> Span:
    return spans[0][0] - 1, spans[-1][1] + 1


def _first_heading(document: Document, headings: Sequence[Span], first_row: int | None) -> str | None:
    """A prose document's first line that stands alone is its title, whatever words it ends with."""
    if not headings or (first_row is not None and headings[0][0] > first_row):
        return None
    text = _heading_text(document, headings[0])
    return text if len(text) >= 6 and not looks_like_heading(text) else None


def _lines(document: Document) -> Iterator[Span]:
    """Lines, and rows of tables that hold one cell only: sheets have their title there."""
    for block in document.blocks:
        if isinstance(block, Line):
            yield block.start, block.end
            continue
        filled: dict[int, list[Span]] = {}
        for cell in block.cells:
            if document.text[cell.start : cell.end].strip():
                filled.setdefault(cell.row, []).append((cell.start, cell.end))
        yield from (cells[0] for _, cells in sorted(filled.items()) if len(cells) == 1)


def _goes_on(line: str) -> bool:
    return 6 <= len(line) <= 40 and bool(_GOES_ON.search(line))


def _says(text: str, span: Span) -> bool:
    """Whether a span holds a word or a figure; bars and rules around cells are furniture."""
    return bool(_WORD.search(text, *span))


def _trim(text: str, span: Span) -> Span:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
