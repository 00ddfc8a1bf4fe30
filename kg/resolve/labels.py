"""The fullest right name of a thing, and every other form in which it was written."""

from __future__ import annotations

from collections.abc import Sequence

from kg.areas import COUNTRY
from kg.extract.confusable import shape
from kg.resolve.agency import read_agency, read_zone
from kg.resolve.forms import Form
from kg.resolve.normal import normal
from kg.resolve.parts import read_company
from kg.resolve.scope import Scope

_NOWHERE = Scope()
_OTHER_MENTIONS_OF_LEVEL = ("区级", "市级", "县级", "省级")


def label(forms: Sequence[Form]) -> str:
    """The fullest right name of what these forms name."""
    if forms[0].type == "Agency":
        return _agency_label(forms)
    if forms[0].type == "Area":
        area = forms[0].scope.area(forms[0].key[1])
        return area.name if area else forms[0].text
    written = _written(forms)
    whole = [item for item in written if not item[2]] or written
    return min(whole, key=lambda item: _rank(forms[0].type, item[0], item[1]))[1]


def stable_name(forms: Sequence[Form], name: str) -> str:
    """The name that the id is made from: an agency's by its function, so that a fuller writing changes no id."""
    agency = forms[0].agency
    if agency is None or not agency.known:
        return name
    return agency.key if agency.code == COUNTRY else agency.full


def aliases(forms: Sequence[Form], name: str) -> tuple[str, ...]:
    """Every form in which it was written, but for the label."""
    return tuple(sorted({text for form in forms for _, text in form.texts} - {name}))


def _agency_label(forms: Sequence[Form]) -> str:
    read = [read_agency(text, form.scopes[document]) for form in forms for document, text in sorted(form.texts)]
    known = [name for name in read if name.known]
    official = {name.written for name in known if name.written}
    candidates = official or {name.full for name in known or read}
    return min(candidates, key=lambda name: (-len(name), name))


def _written(forms: Sequence[Form]) -> list[tuple[int, str, str]]:
    """Each written form with its level word spelled out: how often it stands, the form, its phase."""
    counts: dict[tuple[str, str], int] = {}
    for form in forms:
        for (_, text), count in form.texts.items():
            spelled = _spelled(form, text), form.parts.phase if form.parts and form.type != "Company" else ""
            counts[spelled] = counts.get(spelled, 0) + count
    return sorted((count, text, phase) for (text, phase), count in counts.items())


def _spelled(form: Form, text: str) -> str:
    """区文化馆 in a document of 峄城 is 峄城区文化馆; a zone has its full name."""
    parts = form.parts
    if parts is None or form.type == "Company":
        return text
    if parts.zone:
        zone = read_zone(normal(text), form.scope)
        return zone[2] if zone else text
    area = form.scope.area(parts.home)
    if area is None or parts.named != "level":
        return text
    return area.name + (text[2:] if text.startswith(_OTHER_MENTIONS_OF_LEVEL) else text[1:])


def _rank(type: str, count: int, text: str) -> tuple[bool, bool, int, int, str]:
    """Registered names first, then those without a character that is another's misreading, then the fullest."""
    full = type == "Company" and read_company(text, _NOWHERE).is_full
    length = 0 if type == "Person" else len(text)
    return not full, shape(text) != text, -length, -count, text
