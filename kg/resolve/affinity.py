"""What speaks for two names being one thing: each rule answers with a score, a sentence and the two values.

Some join on their own; `short` ones (one name is a short form of the other) only where the short form can mean one
thing alone; `doubt` ones are for people.
"""

from __future__ import annotations

from rapidfuzz import fuzz

from kg.resolve import lexicon
from kg.resolve.forms import Form, same_shape
from kg.resolve.likeness import (
    abbreviates,
    across_parts,
    by_length,
    common_end,
    compatible_trades,
    is_bare,
    opposed,
    parts_of,
    same_city,
    same_home,
    shares_run,
    side_by_side,
    sole_facility,
    together,
)
from kg.resolve.normal import contrast, normal
from kg.resolve.reasons import Affinity, doubtful, speaks
from kg.resolve.short_forms import short_form
from kg.words import words

_NUMERALS = frozenset("一二三四五六七八九十0123456789")
_KIND = 3
"""Characters in a row that two names share beside their owner, so that they are of one kind."""


def affinity(a: Form, b: Form) -> Affinity | None:
    """The strongest thing that speaks for one thing, None where nothing does."""
    if a.type == "Person" or a.type == "Agency":
        return _misread(a, b)
    if a.parts is None or b.parts is None:
        return None
    if a.parts.zone or b.parts.zone:
        return _equal(a, b) if a.parts.zone == b.parts.zone else _bare_zone(a, b) or _scenic(a, b)
    rules = _COMPANY_RULES if a.type == "Company" else _THING_RULES
    found = [answer for rule in rules if (answer := rule(a, b)) is not None]
    return max(found, key=lambda answer: answer.score, default=None)


def _equal(a: Form, b: Form) -> Affinity | None:
    """The same body: names that differ in place, suffix or brackets only."""
    if a.body != b.body:
        return None
    if len(a.body) < 2:
        return None
    exact = normal(a.text) == normal(b.text)
    generic = len(a.core) < 2
    short = not exact and generic and (not same_home(a, b) or parts_of(a).place != parts_of(b).place)
    return speaks("name", 0.98 if exact else 0.95, "名称主体相同", a.body, b.body, short=short)


def _misread(a: Form, b: Form) -> Affinity | None:
    if a.type in ("Person", "Agency"):
        pair = (a.key[2].removeprefix("text:"), b.key[2].removeprefix("text:"))
        if a.type == "Person" and pair[0] == pair[1]:
            return doubtful("name", 0.5, "两地同名的人", a.key[1], b.key[1])
        if same_shape(a, b):
            return speaks("confusable", 0.93, "只差易混淆字", *pair)
        return None if a.type == "Person" else _short_agency(*pair)
    return speaks("confusable", 0.93, "只差易混淆字", a.body, b.body) if same_shape(a, b) else None


def _short_agency(a: str, b: str) -> Affinity | None:
    short, long = sorted((a, b), key=lambda text: (len(text), text))
    if (
        len(short) >= 3
        and (len(short) >= 5 or short[0] == long[0])
        and short[-1] == long[-1]
        and abbreviates(short, long)
    ):
        return speaks("short", 0.8, "一个是另一个的简称", a, b, short=True)
    return None


def _one_edit(a: Form, b: Form) -> Affinity | None:
    """One character otherwise in a long name, where the two characters are no opposites and no numbers."""
    if len(a.body) < 6 or len(a.body) != len(b.body) or not same_home(a, b):
        return None
    edits = [(at, x, y) for at, (x, y) in enumerate(zip(a.body, b.body, strict=True)) if x != y]
    if len(edits) != 1:
        return None
    place, x, y = edits[0]
    if contrast(x, y) or _NUMERALS & {x, y} or not (_in_long_core(a, b, place) or across_parts(a, b)):
        return None
    return speaks("misread", 0.86, f"只差一字（{x}／{y}）", a.body, b.body)


def _in_long_core(a: Form, b: Form, place: int) -> bool:
    """Whether two names of one document differ inside a core of three characters or more, not at its head."""
    core = min(len(a.core), len(b.core))
    return core >= 3 and 0 < place < core and a.core[0] == b.core[0] and bool(a.documents & b.documents)


def _other_head(a: Form, b: Form) -> Affinity | None:
    """Names that differ only in the word for a place of many firms (孵化园, 孵化基地)."""
    first, second = a.stem, b.stem
    if first != second or len(first) < (3 if a.core == first else 4) or not same_home(a, b):
        return None
    return speaks("head", 0.85, "只差园区类词", a.body, b.body)


def _bare_zone(a: Form, b: Form) -> Affinity | None:
    """A zone called by its kind alone (化工区) and one of that kind with a name (齐鲁化工区) in one document."""
    first, second = (parts_of(form).zone.partition("/")[2].split(":") for form in (a, b))
    if first[0] != second[0] or len(first) == len(second) or not a.documents & b.documents:
        return None
    return speaks("zone", 0.8, "只称园区类别", a.text, b.text, short=True)


def _scenic(a: Form, b: Form) -> Affinity | None:
    """A scenic zone (青岚湖风景区) and a place of visitors with its name (青岚湖景区, 青岚湖)."""
    zone, place = (a, b) if parts_of(a).zone else (b, a)
    kind, _, name = parts_of(zone).core.partition(":")
    if kind != "scenic_zone" or parts_of(place).zone or len(name) < 2:
        return None
    rest = place.body.removeprefix(name) if place.body.startswith(name) else None
    if rest is None or (rest and rest not in words("scenic_ends")):
        return None
    return speaks("head", 0.85, "只差园区类词", zone.text, place.text)


def _same_capacity(a: Form, b: Form) -> Affinity | None:
    """One document, one capacity, one product: 100万吨/年乙烯转型升级 and 齐鲁石化100万吨乙烯."""
    same = parts_of(a).capacities == parts_of(b).capacities != ()
    if not same or not a.documents & b.documents or a.type != "Project":
        return None
    pairs = {a.body[index : index + 2] for index in range(len(a.body) - 1)}
    product = next(
        (b.body[index : index + 2] for index in range(len(b.body) - 1) if b.body[index : index + 2] in pairs), ""
    )
    return speaks("capacity", 0.77, "规模与产品相同", a.text, b.text, short=True) if product else None


def _swapped(a: str, b: str) -> bool:
    """Whether two names of five characters or more differ in two neighbours that changed places."""
    at = [index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y]
    return (
        len(a) == len(b) >= 5 and len(at) == 2 and at[1] == at[0] + 1 and a[at[0]] == b[at[1]] and a[at[1]] == b[at[0]]
    )


def _permuted(a: Form, b: Form) -> Affinity | None:
    """The same characters in another order: 石榴特色产业盆景园 and 石榴盆景特色产业园."""
    permuted = len(a.body) == len(b.body) >= 6 and sorted(a.body) == sorted(b.body)
    if a.body == b.body or not (permuted or _swapped(a.body, b.body)) or not same_home(a, b):
        return None
    return speaks("order", 0.84, "用字相同，次序不同", a.body, b.body)


def _sole_facility(a: Form, b: Form) -> Affinity | None:
    """A city has one airport: 枣庄机场 and 枣庄翼云机场."""
    end = sole_facility(a, b)
    named = [form for form in (a, b) if parts_of(form).named != "document" or form.body == end]
    if not end or len(named) < 2 or not same_city(a, b):
        return None
    return speaks("sole", 0.8, "一地只有一处的设施", a.text, b.text)


def _same_core(a: Form, b: Form) -> Affinity | None:
    """One document, one core, one end: 庄里抽水蓄能电站 and 庄里水库蓄能电站."""
    if a.type != "Project" or a.core != b.core or len(a.core) < 2 or not a.documents & b.documents:
        return None
    if (
        common_end(a.body, b.body) < 4
        or len(a.body) != len(b.body)
        or parts_of(a).form != parts_of(b).form
        or opposed(a.body, b.body)
    ):
        return None
    return speaks("core", 0.74, "主体词与设施都相同", a.body, b.body, short=True)


def _bare_owner(a: Form, b: Form) -> Affinity | None:
    """A project called by its owner's name alone (锦芯科技) and one that begins with that owner."""
    short, long = by_length(a, b)
    if a.type != "Project" or len(short.core) < 2 or len(long.body) <= len(short.body):
        return None
    leads = (is_bare(short) and long.body.startswith(short.core)) or (
        short.is_firm and long.body.startswith(short.body)
    )
    if leads and short.documents & long.documents:
        return speaks("owner", 0.78, "以业主名代指项目", short.body, long.body, short=True)
    return None


def _same_row(a: Form, b: Form) -> Affinity | None:
    """Target and progress of one row call a thing by names with one end (青云湖渔家部落, 青龙湾渔家部落).

    So may two rows of a document, where the end itself has a word of its own.
    """
    first, second = a.stem, b.stem
    end = common_end(first, second)
    if not (across_parts(a, b) or (a.documents & b.documents and len(lexicon.core(first[-end:])) >= 2)):
        return None
    alike = len(first) == len(second) and first[0] == second[0] and end >= 4
    if alike and fuzz.ratio(first, second) >= 70 and not opposed(first, second):
        return speaks("row", 0.76, "同一行目标与进展中的相近名称", a.body, b.body, short=True)
    return None


def _same_owner(a: Form, b: Form) -> Affinity | None:
    """Target and progress of one row each name one undertaking of a firm, of one kind.

    So 安和互联网医院 and 安和集团互联网诊疗中心.
    """
    own = a.type == "Project" and a.core == b.core and len(a.core) >= 2
    if not own or not across_parts(a, b) or side_by_side(a, b):
        return None
    if not shares_run(a.body.replace(a.core, "", 1), b.body.replace(b.core, "", 1), _KIND):
        return None
    return speaks("owner", 0.73, "同一行目标与进展中同一业主的同类项目", a.body, b.body, short=True)


def _company_core(a: Form, b: Form) -> Affinity | None:
    """The same core: with compatible trades surely one, with one bare name one where no other fits."""
    first, second = parts_of(a), parts_of(b)
    if first.core != second.core or len(first.core) < 2:
        return None
    if not compatible_trades(first.trade, second.trade):
        return doubtful("company", 0.45, "字号相同，行业不同", a.body, b.body)
    if bool(first.trade) == bool(second.trade):
        return speaks("company", 0.94, "字号与行业一致", a.body, b.body)
    bare = a if not first.trade else b
    if bare.core in lexicon.national_brands():
        return doubtful("company", 0.4, "全国性企业与其某一业务", a.text, b.text)
    if not a.documents & b.documents and not _same_units(a, b) and not len(first.core) >= 3:
        return doubtful("company", 0.6, "字号相同，不在同一文件", a.text, b.text)
    return speaks("company", 0.8, "字号相同，一处省行业", bare.text, (b if bare is a else a).text, short=True)


def _bare_branch(a: Form, b: Form) -> Affinity | None:
    """A branch without its company's name (峄城分公司) means the one company that its row names."""
    branch = a if not a.core else b
    if branch.core or not parts_of(branch).phase or not together(a, b):
        return None
    return speaks("branch", 0.7, "同一行中只称分公司", a.text, b.text, short=True)


def _same_units(a: Form, b: Form) -> bool:
    """Whether rows of one agency's function and area name both."""
    return a.key[1] == b.key[1] and bool(a.functions & b.functions)


def _company_end(a: Form, b: Form) -> Affinity | None:
    """Target and progress of one row name a company in full and by its end alone (江淮国际琉璃城, 琉璃城)."""
    short, long = by_length(a, b)
    said = len(short.body) >= 3 and long.body.endswith(short.body) and len(lexicon.core(short.body)) >= 2
    if not said or long.body == short.body or not across_parts(a, b) or side_by_side(a, b):
        return None
    return speaks("short", 0.8, "一个是另一个的简称", short.body, long.body, short=True)


def _company_start(a: Form, b: Form) -> Affinity | None:
    """One row names a company by its core alone and with its goods behind it (亚太公司, 亚太石榴酒)."""
    short, long = sorted((a, b), key=lambda form: (len(form.core), form.key))
    goods = long.core.removeprefix(short.core)
    begins = len(short.core) >= 2 and short.body == short.core and long.core.startswith(short.core)
    if not begins or len(goods) < 2 or not together(a, b):
        return None
    return speaks("short", 0.78, "一个是另一个的简称", short.text, long.text, short=True)


_COMPANY_RULES = (_equal, _misread, _company_core, _company_end, _company_start, _bare_branch)
_THING_RULES = (
    _equal,
    _misread,
    _one_edit,
    _permuted,
    _same_capacity,
    _sole_facility,
    _other_head,
    short_form,
    _same_core,
    _same_owner,
    _bare_owner,
    _same_row,
)
