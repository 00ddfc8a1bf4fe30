"""Written names gathered: one form for equal names of one type in one area, with everywhere it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache

from kg.areas import unlisted_code
from kg.extract.confusable import shape
from kg.model import DocumentContext, Mention, Name, Statement, TaskRow
from kg.resolve.agency import AgencyName, read_agency, read_zone
from kg.resolve.lexicon import longest_end, weak_ends
from kg.resolve.normal import normal
from kg.resolve.pairs import Key, ordered
from kg.resolve.parts import Parts, read_company, read_institution, read_project
from kg.resolve.renamed import Between, renamed
from kg.resolve.scope import Scope
from kg.words import word_table

LIST_MARKS = frozenset({"", *"、，,；;和与及或跟同/"})
"""What stands between two members of a list; nothing where the row's text is not known."""

WITH_PARTS = ("Company", "Project", "Park", "Institution")
"""Types whose names are taken apart; names of others mean one thing where they are written alike in one area."""

LIST_PARTS = ("units", "leaders")
"""Parts of a row that list different bodies or people, one after the other."""


@dataclass(slots=True)
class Form:
    """One way of writing a name in one area; `texts` counts how often each document writes it how."""

    key: Key
    scope: Scope
    parts: Parts | None = None
    agency: AgencyName | None = None
    texts: dict[tuple[str, str], int] = field(default_factory=dict)
    rows: set[tuple[str, str, str]] = field(default_factory=set)
    scopes: dict[str, Scope] = field(default_factory=dict)
    """The scope of each document that writes it: a name is read in the light of its own document."""
    functions: set[str] = field(default_factory=set)
    """Functions of the agencies that are responsible in the rows that name it."""
    is_firm: bool = False
    """Whether a document that writes it also writes a company so."""
    body: str = ""
    """The name without place, phase, capacity and suffix."""
    core: str = ""
    """What of the name says which one it is."""
    stem: str = ""
    """The body without the word for its kind of place."""
    shape: str = ""
    """The body with confusable characters made one."""

    @property
    def documents(self) -> Set[str]:
        """The documents that write it."""
        return self.scopes.keys()

    def __post_init__(self) -> None:
        self.body = self.parts.body if self.parts else self.key[2].removeprefix("text:")
        self.core = self.parts.core if self.parts else self.body
        self.stem = self.body.removesuffix(longest_end(self.body, weak_ends(), kept=2))
        self.shape = shape(self.body)

    @property
    def type(self) -> str:
        """The ontology class of what it names."""
        return self.key[0]

    @property
    def text(self) -> str:
        """The name as it is written most, the longest of those."""
        return min(self.texts, key=lambda item: (-self.texts[item], -len(item[1]), item[1]))[1]


@dataclass(frozen=True, slots=True)
class Gathered:
    """All forms, which name is of which form, which pairs stand side by side, and which one row calls one."""

    forms: Mapping[Key, Form]
    names: Mapping[tuple[str, str, str], Key]
    apart: Mapping[tuple[Key, Key], str]
    stated: frozenset[tuple[Key, Key]]
    renamed: frozenset[tuple[Key, Key]]
    counts: Mapping[tuple[str, str, str], int]


def gather(
    contexts: Sequence[DocumentContext],
    mentions: Sequence[Mention],
    statements: Sequence[Statement],
    rows: Sequence[TaskRow] = (),
) -> Gathered:
    """Every name of mentions and statements as a form; rows give the words that stand between two names."""
    scopes = {context.document: Scope(context.area or "") for context in contexts}
    reader = _Reader(scopes)
    for mention in mentions:
        reader.mention(mention)
    for statement in statements:
        for name in (statement.subject, statement.object):
            if isinstance(name, Name):
                reader.name(statement.document, name.type, name.text, statement.row, "")
    _add_functions(reader.forms)
    _mark_firms(reader)
    between = Between(rows)
    apart = _side_by_side(mentions, reader.names, between)
    stated = _stated(mentions, reader.names)
    one = renamed(mentions, reader.names, between)
    return Gathered(reader.forms, reader.names, apart, stated, one, reader.counts)


def _add_functions(forms: Mapping[Key, Form]) -> None:
    """Tell every form which functions its rows' units have."""
    units: dict[tuple[str, str], set[str]] = {}
    for form in forms.values():
        if form.agency is not None and form.agency.function:
            for document, row, part in form.rows:
                if part == "units":
                    units.setdefault((document, row), set()).add(form.agency.function)
    for form in forms.values():
        form.functions.update(*(units.get((document, row), ()) for document, row, _ in form.rows))


def _mark_firms(reader: _Reader) -> None:
    """Tell every project's form whether it is a company's name too."""
    for document, type, text in [name for name in reader.names if name[1] == "Project"]:
        if (document, "Company", text) in reader.names:
            reader.forms[reader.names[document, type, text]].is_firm = True


class _Reader:
    """Reads each distinct name of a document once."""

    def __init__(self, scopes: Mapping[str, Scope]) -> None:
        self.scopes = scopes
        self.forms: dict[Key, Form] = {}
        self.names: dict[tuple[str, str, str], Key] = {}
        self.counts: dict[tuple[str, str, str], int] = {}
        self._read: dict[tuple[str, str, str], Form] = {}

    def mention(self, mention: Mention) -> None:
        """A mention's name, and its own text where the row calls it otherwise."""
        self.name(mention.document, mention.type, mention.name.text, mention.row, mention.part)
        name = (mention.document, mention.type, mention.name.text)
        self.counts[name] = self.counts.get(name, 0) + 1
        if mention.canonical and mention.text != mention.canonical:
            other = self.name(mention.document, mention.type, mention.text, mention.row, mention.part)
            other.texts[(mention.document, mention.text)] += 0

    def name(self, document: str, type: str, text: str, row: str, part: str) -> Form:
        """The form of a name, made where it is new."""
        name = (document, type, text)
        key = self.names.get(name)
        form = self.forms[key] if key is not None else self._new(document, type, text)
        self.names[name] = form.key
        form.texts[(document, text)] = form.texts.get((document, text), 0) + 1
        form.rows.add((document, row, part))
        form.scopes[document] = self.scopes.get(document, Scope())
        return form

    def _new(self, document: str, type: str, text: str) -> Form:
        scope = self.scopes.get(document, Scope())
        known = (type, scope.code, text)
        if known not in self._read:
            form = read_form(type, text, scope)
            self._read[known] = self.forms.setdefault(form.key, form)
        return self._read[known]


def read_form(type: str, text: str, scope: Scope) -> Form:
    """Read one name in the light of its document's area."""
    if type == "Agency":
        agency = read_agency(text, scope)
        return Form((type, agency.code, agency.key), scope.at(agency.code), agency=agency)
    if type == "Area":
        code = _area_code(text, scope)
        return Form((type, code, ""), scope.at(code))
    if type == "Person":
        city = scope.prefecture()
        known_to_all = text in _people_known_to_all()
        code = city.code if city is not None and not known_to_all else ""
        return Form((type, code, normal(text)), scope.at(code))
    if type not in WITH_PARTS:
        return Form((type, scope.code, normal(text)), scope)
    parts = _parts(type, text, scope)
    return Form((type, scope.code, parts.zone or normal(text)), scope, parts)


@cache
def _people_known_to_all() -> frozenset[str]:
    return frozenset(row["word"] for row in word_table("mention_known") if row["kind"] == "Person")


def _parts(type: str, text: str, scope: Scope) -> Parts:
    if type == "Company":
        return read_company(text, scope)
    if type == "Institution":
        return read_institution(text, scope)
    zone = read_zone(normal(text), scope) if type == "Park" else None
    if zone is not None:
        return Parts(zone[0], "name", zone[2], zone[1], zone=f"{zone[0]}/{zone[1]}")
    return read_project(text, scope)


def _area_code(text: str, scope: Scope) -> str:
    area = scope.find(text)
    if area is not None:
        return area.code
    home = scope.homes(text)[0]
    if home.named in ("name", "short") and home.rest:
        inner = Scope(home.code, scope.places).find(home.rest)
        return inner.code if inner else unlisted_code(home.rest, home.code)
    return unlisted_code(text, scope.code or None)


def _side_by_side(
    mentions: Iterable[Mention], names: Mapping[tuple[str, str, str], Key], between: Between
) -> dict[tuple[Key, Key], str]:
    """Pairs that one list names one after the other, or one cell of units or leaders: they are different things."""
    lists: dict[tuple[str, str, str, str], set[tuple[int, int, Key]]] = {}
    for mention in mentions:
        key = names[(mention.document, mention.type, mention.name.text)]
        place = (mention.document, mention.row, mention.part, mention.type)
        lists.setdefault(place, set()).add((mention.start, mention.end, key))
    apart: dict[tuple[Key, Key], str] = {}
    for place in sorted(lists):
        whole = place[2] in LIST_PARTS
        for pair in _neighbours(sorted(lists[place]), whole=whole, between=between.in_part(place[:3])):
            apart.setdefault(pair, f"{place[0]} {place[1]}")
    return apart


def _neighbours(
    stands: list[tuple[int, int, Key]], *, whole: bool, between: Callable[[int, int], str]
) -> Iterable[tuple[Key, Key]]:
    for index, (_, end, key) in enumerate(stands):
        for start, _, other in stands[index + 1 :]:
            listed = 0 <= start - end <= 1 and between(end, start) in LIST_MARKS
            if key != other and (whole or listed):
                yield ordered(key, other)
            if not whole and start > end + 1:
                break


def _stated(mentions: Iterable[Mention], names: Mapping[tuple[str, str, str], Key]) -> frozenset[tuple[Key, Key]]:
    """Pairs of text and canonical form, where a document gives the text one canonical form only."""
    full: dict[tuple[str, str, str], set[Key]] = {}
    for mention in mentions:
        name = (mention.document, mention.type, mention.text)
        full.setdefault(name, set()).add(names[(mention.document, mention.type, mention.name.text)])
    return frozenset(
        ordered(names[name], key)
        for name, keys in full.items()
        for key in keys
        if len(keys) == 1 and key != names[name]
    )


def same_shape(a: Form, b: Form) -> bool:
    """Whether two names differ only in characters that are taken for one another."""
    return a.shape == b.shape and a.body != b.body
