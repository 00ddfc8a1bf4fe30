"""Area and period of a document, inferred from what it says and never from its file's name.

The period is written in the notation of `kg.extract.periods`: `2023`, `2021-Q3`, `2023-09`.
"""

from __future__ import annotations

import re
from collections import Counter

from kg.areas import Gazetteer
from kg.areas import gazetteer as whole_gazetteer
from kg.extract.periods import Period, find_periods
from kg.extract.speaker import Speaker, speaker
from kg.model import DocumentContext, Finding, Place, Reading

_YEAR = re.compile(r"(20(?<!\d20)\d\d)年")
_REVIEW = re.compile(r"(20\d\d)年(?:主要)?(?:政府)?工作(?:的)?(?:情况)?(?:总结和)?回顾|回顾(20\d\d)年")
_PAST_YEAR = re.compile(r"过去的?一年|一年来")
_PLAN = re.compile(
    r"(20\d\d)年(?:的)?(?:政府|全[省市区县旗])?(?:经济社会发展)?(?:总体|主要|重点)*(?:工作|目标|任务|预期)"
    r"(?:的)?(?:总体|主要|重点|预期)*(?:安排|要求|任务|目标|思路|打算)"
)


def document_context(reading: Reading, gazetteer: Gazetteer | None = None) -> DocumentContext:
    """Whose document it is and of when, with findings where either is not known or in doubt.

    `area` is a division code of the gazetteer, or a made-up one where the gazetteer does not list the area
    (`kg.areas.unlisted_code`); `by_code` gives the area of either.
    """
    whose = speaker(reading, gazetteer or whole_gazetteer())
    period, reviews = _periods(reading)
    return DocumentContext(
        document=reading.document,
        title=reading.title,
        area=whose.code,
        period=period,
        reviews=reviews,
        findings=(*_area_findings(reading.document, whose), *_period_findings(reading.document, period)),
    )


def _periods(reading: Reading) -> tuple[str | None, str | None]:
    reviewed, year = _reviewed_year(reading), _frequent_year(reading)
    titled = _title_period(_title(reading), year)
    if titled:
        reviews = reviewed if reviewed and reviewed != titled.year else None
        return titled.notation, str(reviews) if reviews else None
    if reviewed:
        planned = _planned_year(reading)
        return str(planned if planned and planned > reviewed else reviewed + 1), str(reviewed)
    return (str(year) if year else None), None


def _title(reading: Reading) -> str:
    """The title, or the one heading that stands above all rows of a table."""
    sections = {row.section for row in reading.rows}
    only = next(iter(sections)) if len(sections) == 1 and not _is_prose(reading) else None
    return reading.title or only or ""


def _title_period(title: str, year: int | None) -> Period | None:
    """The period of a title: its year, narrowed by a quarter or month that stands anywhere in it."""
    found = [period for _, _, period in find_periods("".join(title.split()))]
    dated = [period for period in found if period.year is not None]
    narrow = [period for period in found if (period.start, period.end) != (1, 12)]
    if narrow:
        own = narrow[0].year or (dated[0].year if dated else year)
        return narrow[0].model_copy(update={"year": own, "end_year": narrow[0].end_year or own}) if own else None
    return dated[0] if dated else None


def _reviewed_year(reading: Reading) -> int | None:
    """The year that a report in prose looks back on; tables report on their own year."""
    if not _is_prose(reading):
        return None
    named = _heading_year(reading, _REVIEW)
    if named or not any(_PAST_YEAR.search(row.text("progress")) for row in reading.rows):
        return named
    planned = _planned_year(reading)
    return planned - 1 if planned else None


def _planned_year(reading: Reading) -> int | None:
    return _heading_year(reading, _PLAN)


def _heading_year(reading: Reading, pattern: re.Pattern[str]) -> int | None:
    texts = [row.section or "" for row in reading.rows] + [row.text("progress") for row in reading.rows]
    found = (pattern.search(text) for text in texts)
    return next((int(next(filter(None, match.groups()))) for match in found if match), None)


def _is_prose(reading: Reading) -> bool:
    return bool(reading.rows) and all(row.kind == "sentence" for row in reading.rows)


def _frequent_year(reading: Reading) -> int | None:
    """The year most named where work is reported, the later of two named as often."""
    said = (row.text(part) for row in reading.rows for part in ("progress", "task", "targets"))
    counts = Counter(int(year) for text in said for year in _YEAR.findall(text))
    return max(counts, key=lambda year: (counts[year], year), default=None)


def _area_findings(document: str, whose: Speaker) -> tuple[Finding, ...]:
    if whose.code is None:
        return (
            Finding(
                severity="warning",
                code="area-unknown",
                message="无法从内容判断本文件属于哪个区县或城市。",
                next_step="请在标题中写明行政区名称。",
                place=Place(document=document),
            ),
        )
    if whose.rival is None:
        return ()
    return (
        Finding(
            severity="note",
            code="area-doubtful",
            message=f"本文件判断为属于{whose.name}，但{whose.rival}也常被提到。",
            next_step="请核对本文件所属的行政区。",
            place=Place(document=document),
        ),
    )


def _period_findings(document: str, period: str | None) -> tuple[Finding, ...]:
    if period is not None:
        return ()
    return (
        Finding(
            severity="warning",
            code="period-unknown",
            message="无法从内容判断本文件所属的时期。",
            next_step="请在标题中写明年份、季度或月份。",
            place=Place(document=document),
        ),
    )
