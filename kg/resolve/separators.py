"""What keeps two names apart for certain: things that differ there are never joined.

Each separator answers with a sentence and the two values, or with nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from kg.model.entity import Reason
from kg.resolve import lexicon
from kg.resolve.forms import Form, same_shape
from kg.resolve.likeness import (
    compatible_trades,
    is_own_name,
    parts_of,
    related,
    same_city,
    same_home,
    side_by_side,
    sole_facility,
    together,
)
from kg.resolve.pairs import Key, ordered
from kg.resolve.parts import Parts
from kg.words import words

_LONG_PARK = 8
"""Characters of a park's name that a district and its city do not both give by chance."""

FOR_PEOPLE = frozenset({"trade", "legal_name", "far"})
"""Separators that a slip of the pen or a common name can cause: people are asked, the computation keeps apart."""


def separators(a: Form, b: Form, apart: Mapping[tuple[Key, Key], str]) -> tuple[Reason, ...]:
    """What keeps two names apart for certain; empty where nothing does."""
    found = [_listed(a, b, apart)]
    if a.parts is not None and b.parts is not None:
        found += [_homes(a, b), _towns(a.parts, b.parts), _phases(a, b)]
        found += [_capacities(a.parts, b.parts), _numbers(a.parts, b.parts), _cores(a, b)]
        if a.type == "Company":
            found += [_legal_names(a, b), _businesses(a.parts, b.parts), _branches(a.parts, b.parts)]
    elif a.agency is not None and b.agency is not None:
        found += [_functions(a, b)]
    return tuple(reason for reason in found if reason is not None)


def _listed(a: Form, b: Form, apart: Mapping[tuple[Key, Key], str]) -> Reason | None:
    row = apart.get(ordered(a.key, b.key))
    return _against("listed", f"{row} 把两者并列", a.text, b.text) if row else None


def _homes(a: Form, b: Form) -> Reason | None:
    """Things of unrelated areas, and generic names of different areas, are different."""
    first, second = parts_of(a), parts_of(b)
    if same_home(a, b) or not first.home or not second.home or (sole_facility(a, b) and same_city(a, b)):
        return None
    if not related(a, b):
        return _unrelated(a, b)
    if a.type == "Company" and (is_own_name(a) or is_own_name(b)):
        return None
    if a.type == "Park" and a.body == b.body and a.core and len(a.body) >= _LONG_PARK:
        return None
    one_document = "document" in (first.named, second.named) and bool(a.documents & b.documents)
    if one_document or (is_own_name(a) and is_own_name(b)):
        return None
    return _against("area", "所属地区不同", _area_name(a), _area_name(b))


def _unrelated(a: Form, b: Form) -> Reason | None:
    """Names alone carry from one city to another only where they are known in both."""
    if a.type == "Company":
        known = (_is_known_afar(a) and _is_known_afar(b)) or bool(a.documents & b.documents)
        near = same_city(a, b) and (is_own_name(a) or is_own_name(b))
        return None if known or near else _against("far", "两地同名企业", _area_name(a), _area_name(b))
    local = a.type == "Institution" and (a.body.endswith(words("local_heads")) or b.body.endswith(words("local_heads")))
    across = a.type == "Institution" or (a.body.endswith(words("cross_region_heads")) and len(a.core) >= 2)
    named = parts_of(a).named != "document" and parts_of(b).named != "document"
    if across and not local and not named and is_own_name(a) and is_own_name(b):
        return None
    return _against("area", "所属地区不同", _area_name(a), _area_name(b))


def _is_known_afar(form: Form) -> bool:
    """Whether a company's name is one in the whole country: registered in full, a brand, or with a long core."""
    parts = parts_of(form)
    return parts.is_full or len(parts.core) >= 3 or parts.core in lexicon.national_brands()


def _area_name(form: Form) -> str:
    area = form.scope.area(parts_of(form).home)
    return area.name if area else parts_of(form).home


def _towns(a: Parts, b: Parts) -> Reason | None:
    """Two towns, or a town's thing beside the district's own."""
    for one, other in ((a, b), (b, a)):
        if one.place and (other.place or other.named in ("name", "level")) and one.place != other.place:
            return _against("town", "镇街不同", a.place or "全区", b.place or "全区")
    return None


def _phases(a: Form, b: Form) -> Reason | None:
    """Different phases; a later phase beside the whole, unless the parts of one row call it both, each in its way."""
    first, second = parts_of(a).phase, parts_of(b).phase
    if first == second or a.type == "Company":
        return None
    one = together(a, b) and not side_by_side(a, b)
    if (first and second) or ({first, second} != {"", "1"} and not one):
        return _against("phase", "期次不同", first or "整体", second or "整体")
    return None


def _capacities(a: Parts, b: Parts) -> Reason | None:
    """Equal units with no common value."""
    for unit in sorted({unit for unit, _ in a.capacities} & {unit for unit, _ in b.capacities}):
        first = {value for found, value in a.capacities if found == unit}
        second = {value for found, value in b.capacities if found == unit}
        if not first & second:
            return _against("capacity", "规模不同", _amount(first, unit), _amount(second, unit))
    return None


def _amount(values: set[float], unit: str) -> str:
    return "、".join(f"{value:g}{unit}" for value in sorted(values))


def _numbers(a: Parts, b: Parts) -> Reason | None:
    if a.numbers and b.numbers and a.numbers != b.numbers:
        return _against("number", "编号不同", "、".join(a.numbers), "、".join(b.numbers))
    return None


def _cores(a: Form, b: Form) -> Reason | None:
    """Two words of one length that head names of one part of a row: a park, and its first phase named for a firm."""
    apart = a.core != b.core and len(a.core) == len(b.core) >= 3 and not same_shape(a, b)
    if not apart or a.body.replace(a.core, b.core, 1) != b.body or not side_by_side(a, b):
        return None
    return _against("core", "同一处并称，主体词不同", a.core, b.core)


def _legal_names(a: Form, b: Form) -> Reason | None:
    first, second = parts_of(a), parts_of(b)
    alike = (first.home, first.body) == (second.home, second.body)
    if first.is_full and second.is_full and not alike and not same_shape(a, b):
        return _against("legal_name", "登记全称不同", a.text, b.text)
    return None


def _businesses(a: Parts, b: Parts) -> Reason | None:
    """Equal cores with different trades (丰源轮胎, 丰源纸业), or a group beside one of its companies."""
    if not compatible_trades(a.trade, b.trade):
        return _against("trade", "行业不同", a.trade, b.trade)
    group = [parts for parts in (a, b) if "集团" in parts.form and not parts.trade]
    if len(group) == 1 and (a.trade or b.trade):
        return _against("group", "一为集团，一为其下企业", a.core + a.trade + a.form, b.core + b.trade + b.form)
    return None


def _branches(a: Parts, b: Parts) -> Reason | None:
    if a.phase == b.phase or not a.core or not b.core:
        return None
    return _against("branch", "分支机构不同", a.phase or "总部", b.phase or "总部")


def _functions(a: Form, b: Form) -> Reason | None:
    if a.agency is None or b.agency is None or a.agency.code != b.agency.code:
        return _against("area", "所属地区不同", a.key[1], b.key[1])
    if a.agency.known and b.agency.known and a.agency.key != b.agency.key:
        return _against("function", "职能不同", a.agency.key, b.agency.key)
    return None


def _against(feature: str, text: str, a: str, b: str) -> Reason:
    return Reason(feature=feature, score=0.0, text=text, a=a, b=b)
