"""The second look: names that the document gave in a safe place are found wherever else they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from kg.extract import company_forms
from kg.extract.findings import Found
from kg.extract.lexicon import Lexicon
from kg.extract.lists import items_left_of, outer
from kg.extract.naming import is_general_name, is_generic
from kg.extract.passage import Passage, before_colons
from kg.extract.settle import full_form
from kg.extract.short_parks import recall_short_parks
from kg.extract.short_subjects import built_parks, openings_of, recall_shortened

LEARNT = 0.75
"""Names found with less confidence are not looked for in other rows."""


def learn(lexicon: Lexicon, found: Iterable[tuple[str, Found]]) -> Lexicon:
    """The lexicon with all names worth looking for again: sure ones, short forms of companies, repeated guesses."""
    names: set[tuple[str, str]] = set()
    stems: set[str] = set()
    guesses: Counter[str] = Counter()
    for text, name in found:
        if name.type == "maybe-company":
            guesses[text] += 1
        if name.type == "Company" and name.confidence >= 0.7:
            stems.update(company_forms.stems(text))
            names.update(("Company", short) for short in company_forms.short_forms(text))
        if (
            name.type in ("Company", "Park", "Institution", "Project")
            and name.confidence >= LEARNT
            and 3 <= len(text) <= 30
            and not (name.type in ("Park", "Project") and is_generic(text))
        ):
            names.add((name.type, text))
        if name.type == "Institution":
            names.update(("Institution", short) for short in institution_short_forms(text))
    names.update(("Company", text) for text, count in guesses.items() if count > 1)
    for unit in lexicon.units:
        stems.update(company_forms.stems(unit))
    return lexicon.with_names(names, stems)


def institution_short_forms(name: str) -> list[str]:
    """A school or hospital without the area before it, where a name of its own remains.

    >>> institution_short_forms("枣庄二十八中")
    ['二十八中']
    """
    short = company_forms.without_area(name)
    return [short] if short != name and len(short) >= 4 and re.search(r"学校|中$|中学|小学|中专|医院", short) else []


def find_again(passage: Passage) -> None:
    """Add known names of the document that the passage's own grammar did not show."""
    entries = passage.lexicon.entries
    if not entries:
        return
    _drop_longer_guesses(passage)
    for index, start, end in passage.lexicon.automaton.find_matches_as_indexes(passage.text, overlapping=True):
        _, kind = entries[index]
        if kind == "Institution" and _inside_company(passage, start, end):
            continue
        if end - start == 2 and not _stands_alone(passage, start, end):
            continue
        if not passage.found.holds(kind, start, end):
            passage.add(kind, start, end, f"memory/{kind.lower()}", 0.8)


def _stands_alone(passage: Passage, start: int, end: int) -> bool:
    """Whether a name of two characters is a word there, not parts of two (神工 in 精神工作)."""
    follows = passage.text[end : end + 1]
    after = end in passage.marks or not "\u4e00" <= follows <= "\u9fff" or follows == "的"
    return after and not passage.inside_mark(start) and passage.name_start(end) == start


def _inside_company(passage: Passage, start: int, end: int) -> bool:
    """Whether a company's name goes on behind it (X医院有限公司)."""
    return any(found.start <= start and end < found.end for found in passage.found.near(start, end, "Company"))


def _drop_longer_guesses(passage: Passage) -> None:
    """A short name guessed by its trade word gives way to the company that the document names in full."""
    known = passage.lexicon.companies
    if not passage.found.of("Company"):
        return
    names = {f: passage.text[f.start : f.end] for f in passage.found.of("Company") if f.method == "companies/short"}
    longer = {
        found
        for found, name in names.items()
        if name not in known and any(name[:size] in known for size in range(3, len(name)))
    }
    if longer:
        passage.found.keep([found for found in passage.found if found not in longer])


def find_coordinated(passage: Passage) -> None:
    """In a list in which two items and more are companies, the others of that form are too."""
    several = len(passage.found.of("Company")) > 1
    for match in ET_CETERA.finditer(passage.text) if several else ():
        items = [outer(passage.text, *item) for item in items_left_of(passage, match.start())]
        if (
            len(items) < 3
            or passage.marks.get(match.start()) == "keep"
            or sum(passage.found.holds("Company", *item) for item in items) < 2
        ):
            continue
        for start, end in items:
            if (
                3 <= end - start <= 8
                and not is_general_name(passage.text[start:end])
                and not _taken(passage, start, end)
            ):
                passage.add("Company", start, end, "memory/coordinated", 0.65)


ET_CETERA = re.compile("等")


def _taken(passage: Passage, start: int, end: int) -> bool:
    near = (found for found in passage.found.near(start, end) if found.type != "short-area")
    return any(found.start < end and start < found.end for found in near)


ROW_TYPES = ("Project", "Institution", "Park", "Company")


def recall_in_row(passages: Sequence[Passage]) -> None:
    """Names of one part are found in the row's other parts; a heading may shorten a project's name."""
    names = {(f.type, p.text[f.start : f.end]) for p in passages for f in p.found if f.type in ROW_TYPES}
    known = sorted((kind, name) for kind, name in names if len(name) >= 3)
    full = sorted({f.canonical or p.text[f.start : f.end] for p in passages for f in p.found.of("Project")})
    recall_short_parks(passages)
    openings = openings_of(full)
    for passage in passages:
        for kind, name in known:
            if name in passage.text:
                _recall(passage, kind, name)
        _short_headings(passage, full)
        if passage.part != "task":
            recall_shortened(passage, openings)
    built_parks(passages)


def _recall(passage: Passage, kind: str, name: str) -> None:
    start = passage.text.find(name)
    while start >= 0:
        end = start + len(name)
        if not passage.found.holds(kind, start, end):
            passage.add(kind, start, end, f"memory/row-{kind.lower()}", 0.7)
        start = passage.text.find(name, end)


HEADING = re.compile(r"(?:^|(?<=[。；;.、）)①-⑳]))([^。；;：:，、]{3,24})[：:]")


def _short_headings(passage: Passage, full: list[str]) -> None:
    for match in before_colons(HEADING, passage.text) if full else ():
        start, end = match.span(1)
        near = (found for found in passage.found.near(start, end) if found.type != "short-area")
        if any(found.start <= start and end <= found.end for found in near):
            continue
        if found := full_form(match[1], full):
            passage.add("Project", start, end, "memory/short-heading", 0.75, found)


def names_found(passages: Iterable[Passage]) -> Iterator[tuple[str, Found]]:
    """Every finding of some passages with its text."""
    for passage in passages:
        for found in passage.found:
            yield passage.text[found.start : found.end], found
