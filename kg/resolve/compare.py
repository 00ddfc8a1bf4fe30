"""Are two names one thing? Every feature answers with a score, a sentence and the two values.

Separators are certain: two things that differ there are never joined. Affinities are graded: `sure` ones join on
their own, `short` ones (one name is a short form of the other) only where the short form can mean one thing alone.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from kg.areas import COUNTRY
from kg.resolve import lexicon
from kg.resolve.forms import Form, same_shape
from kg.resolve.normal import contrast, normal
from kg.resolve.pairs import Key, ordered
from kg.resolve.parts import Parts
from kg.resolve.resolution import Reason
from kg.words import word_table, words

_NUMERALS = frozenset("一二三四五六七八九十0123456789")


@dataclass(frozen=True, slots=True)
class Affinity:
    """What speaks for one thing. `short` marks a short form, which must be the only one that fits; `doubt` what is
    for people to decide and never joins by itself."""

    reason: Reason
    short: bool = False
    doubt: bool = False

    @property
    def score(self) -> float:
        """How much it speaks for one thing, in 0..1."""
        return self.reason.score


def separators(a: Form, b: Form, apart: Mapping[tuple[Key, Key], str]) -> tuple[Reason, ...]:
    """What keeps two names apart for certain; empty where nothing does."""
    found = [_listed(a, b, apart)]
    if a.parts is not None and b.parts is not None:
        found += [_homes(a, b), _towns(a.parts, b.parts), _phases(a, b)]
        found += [_capacities(a.parts, b.parts), _numbers(a.parts, b.parts)]
        if a.type == "Company":
            found += [_legal_names(a, b), _businesses(a.parts, b.parts), _branches(a.parts, b.parts)]
    elif a.agency is not None and b.agency is not None:
        found += [_functions(a, b)]
    return tuple(reason for reason in found if reason is not None)


def affinity(a: Form, b: Form) -> Affinity | None:
    """The strongest thing that speaks for one thing, None where nothing does."""
    if a.type == "Person" or a.type == "Agency":
        return _misread(a, b)
    if a.parts is None or b.parts is None:
        return None
    if a.parts.zone or b.parts.zone:
        return _equal(a, b) if a.parts.zone == b.parts.zone else None
    rules = _COMPANY_RULES if a.type == "Company" else _THING_RULES
    found = [answer for rule in rules if (answer := rule(a, b)) is not None]
    return max(found, key=lambda answer: answer.score, default=None)


# ---- separators


def _listed(a: Form, b: Form, apart: Mapping[tuple[Key, Key], str]) -> Reason | None:
    row = apart.get(ordered(a.key, b.key))
    return _against("listed", f"{row} 把两者并列", a.text, b.text) if row else None


def _homes(a: Form, b: Form) -> Reason | None:
    """Things of unrelated areas, and generic names of different areas, are different."""
    first, second = _parts(a), _parts(b)
    if first.home == second.home or not first.home or not second.home:
        return None
    related = _related(a, b)
    if a.type == "Company" and (_is_own_name(a) or _is_own_name(b)):
        return None
    if _is_own_name(a) and _is_own_name(b) and (related or min(len(a.core), len(b.core)) >= 3):
        named = first.named != "document" and second.named != "document"
        if related or not named:
            return None
    elif related and "document" in (first.named, second.named) and a.documents & b.documents:
        return None
    return _against("area", "所属地区不同", _area_name(a), _area_name(b))


def _is_own_name(form: Form) -> bool:
    """Whether a name says which one by itself, so that equal names of two areas are one thing."""
    parts = _parts(form)
    if form.type == "Company":
        return (len(parts.core) >= 2 and bool(parts.trade)) or len(parts.core) >= 3 or parts.is_full
    return len(parts.core) >= 2 or (form.type == "Institution" and parts.named == "short")


def _related(a: Form, b: Form) -> bool:
    first, second = _parts(a).home, _parts(b).home
    return _covers(first, second, a) or _covers(second, first, a)


def _covers(above: str, below: str, form: Form) -> bool:
    return above == COUNTRY or any(form_level == above for form_level in _chain(below, form))


def _chain(code: str, form: Form) -> tuple[str, ...]:
    scope = type(form.scope)(code, form.scope.places)
    return (code, *(scope.above(kind) for kind in ("District", "City", "Province")))


def _area_name(form: Form) -> str:
    area = form.scope.area(_parts(form).home)
    return area.name if area else _parts(form).home


def _towns(a: Parts, b: Parts) -> Reason | None:
    """Two towns, or a town's thing beside the district's own."""
    for one, other in ((a, b), (b, a)):
        if one.place and (other.place or other.named in ("name", "level")) and one.place != other.place:
            return _against("town", "镇街不同", a.place or "全区", b.place or "全区")
    return None


def _phases(a: Form, b: Form) -> Reason | None:
    """Different phases; a later phase beside the whole, unless one row calls it both."""
    first, second = _parts(a).phase, _parts(b).phase
    if first == second or a.type == "Company":
        return None
    if (first and second) or ({first, second} != {"", "1"} and not _together(a, b)):
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


def _legal_names(a: Form, b: Form) -> Reason | None:
    first, second = _parts(a), _parts(b)
    alike = (first.home, first.body) == (second.home, second.body)
    if first.is_full and second.is_full and not alike and not same_shape(a, b):
        return _against("legal_name", "登记全称不同", a.text, b.text)
    return None


def _businesses(a: Parts, b: Parts) -> Reason | None:
    """Equal cores with different trades (丰源轮胎, 丰源纸业), or a group beside one of its companies."""
    first, second = _usual(a.trade), _usual(b.trade)
    if a.trade and b.trade and not _abbreviates(first, second) and not _abbreviates(second, first):
        return _against("trade", "行业不同", a.trade, b.trade)
    group = [parts for parts in (a, b) if "集团" in parts.form and not parts.trade]
    if len(group) == 1 and (a.trade or b.trade):
        return _against("group", "一为集团，一为其下企业", a.core + a.trade + a.form, b.core + b.trade + b.form)
    return None


def _usual(trade: str) -> str:
    """A trade under its usual word."""
    return next((row["usual"] for row in word_table("trade_synonyms") if row["word"] == trade), trade)


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


# ---- affinities


def _equal(a: Form, b: Form) -> Affinity | None:
    """The same body: names that differ in place, suffix or brackets only."""
    if a.body != b.body:
        return None
    if len(a.body) < 2:
        return None
    exact = normal(a.text) == normal(b.text)
    generic = len(a.core) < 2
    short = not exact and generic and (_parts(a).home != _parts(b).home or _parts(a).place != _parts(b).place)
    return _for("name", 0.98 if exact else 0.95, "名称主体相同", a.body, b.body, short=short)


def _misread(a: Form, b: Form) -> Affinity | None:
    if a.type in ("Person", "Agency"):
        pair = (a.key[2].removeprefix("text:"), b.key[2].removeprefix("text:"))
        if a.type == "Person" and pair[0] == pair[1]:
            return _doubt("name", 0.5, "两地同名的人", a.key[1], b.key[1])
        if same_shape(a, b):
            return _for("confusable", 0.93, "只差易混淆字", *pair)
        return None if a.type == "Person" else _short_agency(*pair)
    return _for("confusable", 0.93, "只差易混淆字", a.body, b.body) if same_shape(a, b) else None


def _short_agency(a: str, b: str) -> Affinity | None:
    short, long = sorted((a, b), key=lambda text: (len(text), text))
    if len(short) >= 3 and short[-1] == long[-1] and _abbreviates(short, long):
        return _for("short", 0.8, "一个是另一个的简称", a, b, short=True)
    return None


def _one_edit(a: Form, b: Form) -> Affinity | None:
    """One character otherwise in a long name, where the two characters are no opposites and no numbers."""
    length = min(len(a.body), len(b.body))
    if length < 6 or len(a.body) != len(b.body) or _parts(a).home != _parts(b).home or len(a.core) == 2:
        return None
    edits = [(x, y) for x, y in zip(a.body, b.body, strict=True) if x != y]
    if len(edits) != 1 or contrast(*edits[0]) or _NUMERALS & set(edits[0]):
        return None
    return _for("misread", 0.86, f"只差一字（{edits[0][0]}／{edits[0][1]}）", a.body, b.body)


def _other_head(a: Form, b: Form) -> Affinity | None:
    """Names that differ only in the word for a place of many firms (孵化园, 孵化基地)."""
    first, second = a.stem, b.stem
    if first != second or len(first) < (3 if a.core == first else 4) or _parts(a).home != _parts(b).home:
        return None
    return _for("head", 0.85, "只差园区类词", a.body, b.body)


def _permuted(a: Form, b: Form) -> Affinity | None:
    """The same characters in another order: 石榴特色产业盆景园 and 石榴盆景特色产业园."""
    if len(a.body) < 6 or sorted(a.body) != sorted(b.body) or _parts(a).home != _parts(b).home:
        return None
    return _for("order", 0.84, "用字相同，次序不同", a.body, b.body)


def _sole_facility(a: Form, b: Form) -> Affinity | None:
    """A city has one airport: 枣庄机场 and 枣庄翼云机场."""
    end = next((end for end in words("sole_facilities") if a.body.endswith(end) and b.body.endswith(end)), "")
    named = [form for form in (a, b) if _parts(form).named != "document" or form.body == end]
    if not end or len(named) < 2 or not _related(a, b):
        return None
    return _for("sole", 0.8, "一地只有一处的设施", a.text, b.text)


def _short_form(a: Form, b: Form) -> Affinity | None:
    """One name is a short form of the other: its characters in their order, with the same end or a weak rest."""
    short, long = _by_length(a, b)
    if not _may_be_short(short, long) or not _abbreviates(_full(short), _full(long)):
        return None
    if long.body.startswith(short.body):
        rest = long.body.removeprefix(short.body)
        fits = long.type != "Institution" and _is_weak(rest) and _may_drop(short, long, rest)
    else:
        same_end = short.body[-1] == long.body[-1] and len(short.body) >= (2 if _together(a, b) else 3)
        fits = same_end or (_across_parts(a, b) and len(short.body) >= 4 and short.body in long.body)
    return _for("short", 0.8, "一个是另一个的简称", short.body, long.body, short=True) if fits else None


def _may_drop(short: Form, long: Form, rest: str) -> bool:
    """Whether the rest of a name can be left out here: in one area and document, or behind a telling core."""
    if _is_telling(short, long):
        return True
    near = bool(short.documents & long.documents) or len(rest) <= 3
    return near and _parts(short).home == _parts(long).home


def _is_telling(short: Form, long: Form) -> bool:
    """Whether a bare name has a core long enough to be known by in another document."""
    return len(short.core) >= 3 and short.core == long.core and _is_bare(short)


def _is_weak(rest: str) -> bool:
    """Whether the rest of a name behind its short form says only what kind of place it is."""
    return bool(lexicon.longest_end(rest, lexicon.weak_ends())) and not lexicon.core(rest)


def _known_elsewhere(short: Form, long: Form) -> bool:
    """Whether a short form in another document can mean it: its core says which one."""
    if _parts(short).home == _parts(long).home:
        return len(short.core) >= 2
    return len(short.core) >= 3 and short.core == long.core and _related(short, long)


def _fits_end(short: Form, long: Form) -> bool:
    """Bodies of public life are shortened at their head, or by words like 技术 in the middle, never at will."""
    if long.body.endswith(short.body):
        return True
    start = _common_end(short.body[::-1], long.body[::-1])
    inner = long.body[start : len(long.body) - (len(short.body) - start)]
    same_home = _parts(short).home == _parts(long).home and _parts(short).named != "level"
    return same_home and start >= 2 and inner in words("inner_words") and long.body.endswith(short.body[start:])


def _full(form: Form) -> str:
    return _parts(form).place + form.body


def _may_be_short(short: Form, long: Form) -> bool:
    parts, other = _parts(short), _parts(long)
    if len(short.body) < 2 or len(short.body) == len(long.body) or parts.numbers != other.numbers:
        return False
    if parts.phase not in ("", "1", other.phase):
        return False
    if parts.named == "short" and (short.type == "Institution" or len(short.core) < 2):
        return False
    if not short.documents & long.documents and not _known_elsewhere(short, long):
        return False
    if (short.type == "Institution" or parts.named == "level") and not _fits_end(short, long):
        return False
    return not short.core or _abbreviates(short.core, long.body)


def _same_core(a: Form, b: Form) -> Affinity | None:
    """One document, one core, one end: 庄里抽水蓄能电站 and 庄里水库蓄能电站."""
    if a.type != "Project" or a.core != b.core or len(a.core) < 2 or not a.documents & b.documents:
        return None
    if _common_end(a.body, b.body) < 4 or _parts(a).form != _parts(b).form or _opposed(a.body, b.body):
        return None
    return _for("core", 0.74, "主体词与设施都相同", a.body, b.body, short=True)


def _bare_owner(a: Form, b: Form) -> Affinity | None:
    """A project called by its owner's name alone (锦芯科技) and one that begins with that owner."""
    short, long = _by_length(a, b)
    if a.type != "Project" or len(short.core) < 2 or len(long.body) <= len(short.body):
        return None
    if _is_bare(short) and long.body.startswith(short.core) and short.documents & long.documents:
        return _for("owner", 0.78, "以业主名代指项目", short.body, long.body, short=True)
    return None


def _same_row(a: Form, b: Form) -> Affinity | None:
    """Target and progress of one row call a thing by names with one end (翼云湖柜族部落, 翼龙湾柜族部落)."""
    if not _across_parts(a, b):
        return None
    first, second = a.stem, b.stem
    alike = len(first) == len(second) and first[0] == second[0] and _common_end(first, second) >= 4
    if alike and fuzz.ratio(first, second) >= 70 and not _opposed(first, second):
        return _for("row", 0.76, "同一行目标与进展中的相近名称", a.body, b.body, short=True)
    return None


def _company_core(a: Form, b: Form) -> Affinity | None:
    """The same core: with compatible trades surely one, with one bare name one where no other fits."""
    first, second = _parts(a), _parts(b)
    if first.core != second.core or len(first.core) < 2:
        return None
    if bool(first.trade) == bool(second.trade):
        return _for("company", 0.94, "字号与行业一致", a.body, b.body)
    bare = a if not first.trade else b
    if bare.core in lexicon.national_brands():
        return _doubt("company", 0.4, "全国性企业与其某一业务", a.text, b.text)
    if not a.documents & b.documents and not _same_units(a, b) and not len(first.core) >= 3:
        return _doubt("company", 0.6, "字号相同，不在同一文件", a.text, b.text)
    return _for("company", 0.8, "字号相同，一处省行业", bare.text, (b if bare is a else a).text, short=True)


def _bare_branch(a: Form, b: Form) -> Affinity | None:
    """A branch without its company's name (峄城分公司) means the one company that its row names."""
    branch = a if not a.core else b
    if branch.core or not _parts(branch).phase or not _together(a, b):
        return None
    return _for("branch", 0.7, "同一行中只称分公司", a.text, b.text, short=True)


def _same_units(a: Form, b: Form) -> bool:
    """Whether rows of one agency's function and area name both."""
    return a.key[1] == b.key[1] and bool(a.functions & b.functions)


_COMPANY_RULES = (_equal, _misread, _company_core, _bare_branch)
_THING_RULES = (
    _equal,
    _misread,
    _one_edit,
    _permuted,
    _sole_facility,
    _other_head,
    _short_form,
    _same_core,
    _bare_owner,
    _same_row,
)


def _is_bare(form: Form) -> bool:
    """Whether a name is nothing but its core, a company's word at most behind it."""
    rest = form.body.removeprefix(form.core)
    if (
        _parts(form).form
        or any(char.isdigit() for char in form.body)
        or form.body.endswith(words("facility_ends"))
        or not form.body.startswith(form.core)
    ):
        return False
    return not rest or rest in words("owner_ends")


def _together(a: Form, b: Form) -> bool:
    return bool({(document, row) for document, row, _ in a.rows} & {(document, row) for document, row, _ in b.rows})


def _across_parts(a: Form, b: Form) -> bool:
    """Whether one row names both, in different parts."""
    return any(
        (document, row) == (other, second) and part != third
        for document, row, part in a.rows
        for other, second, third in b.rows
    )


def _abbreviates(short: str, long: str) -> bool:
    """Whether all characters of one stand in the other, in their order."""
    rest = iter(long)
    return all(char in rest for char in short)


def _by_length(a: Form, b: Form) -> tuple[Form, Form]:
    return (a, b) if (len(a.body), a.key) <= (len(b.body), b.key) else (b, a)


def _common_end(a: str, b: str) -> int:
    count = 0
    while count < min(len(a), len(b)) and a[-1 - count] == b[-1 - count]:
        count += 1
    return count


def _opposed(a: str, b: str) -> bool:
    return any(op.tag == "replace" and contrast(a[op.src_start], b[op.dest_start]) for op in Levenshtein.opcodes(a, b))


def _parts(form: Form) -> Parts:
    assert form.parts is not None
    return form.parts


def _against(feature: str, text: str, a: str, b: str) -> Reason:
    return Reason(feature=feature, score=0.0, text=text, a=a, b=b)


def _doubt(feature: str, score: float, text: str, a: str, b: str) -> Affinity:
    return Affinity(Reason(feature=feature, score=score, text=text, a=a, b=b), doubt=True)


def _for(feature: str, score: float, text: str, a: str, b: str, *, short: bool = False) -> Affinity:
    return Affinity(Reason(feature=feature, score=score, text=text, a=a, b=b), short)
