"""The parts of a name of a company, project, park or institution: place, core, thing, phase, capacity, form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from kg.resolve import lexicon
from kg.resolve.normal import normal
from kg.resolve.scope import Home, Scope
from kg.words import word_table, words

_NUMERAL = "一二三四五六七八九十"
_VALUE = {char: index for index, char in enumerate(_NUMERAL, start=1)}
_PHASE = re.compile(rf"第?([{_NUMERAL}\d]+(?:[至到、—-][{_NUMERAL}\d]+)?)期(?!货)(?:工程)?|(?<=.{{2}})([东西南北])区$")
_CAPACITY = re.compile(
    r"(?:年产|日处理|日产|总投资|投资)?(?:\d+[×xX*])?(?P<number>\d+(?:\.\d+)?)(?P<scale>[万亿百千]*)"
    r"(?P<unit>吨|兆瓦时|吉瓦时|千瓦时|兆瓦|吉瓦|千瓦|瓦|平方米|平方公里|平方|公里|亩|片|台|套|辆|羽|头|只|立方米|立方|张|床|户|米|件|支|条|元|美元|个|双|块|瓶|盒)"
    r"(?:/(?:年|日|天|小时)|每年|每日)?/?"
)
_SCALE = {"百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_ORDINAL = re.compile(rf"第?([{_NUMERAL}]{{2,}}|[{_NUMERAL}](?=[中小号标批路])|\d+)")
_TOWN = re.compile(r"^([^镇乡街\d]{2,4}?(?:镇|街道))")
_BRACKETED = re.compile(r"（([^（）]*)）")
_LOCATIVE = re.compile(r"(?<=.{2})(?:[东南西北]边)?的(?=.)")
_BRANCH = re.compile(r"(?P<place>.{2,6}?)(?P<kind>分公司|支行|分行|分店|营业部)$")


@dataclass(frozen=True, slots=True)
class Parts:
    """What a name says, taken apart. `body` is the name without place, phase, capacity and legal or works suffix."""

    home: str
    named: str
    body: str
    core: str
    trade: str = ""
    form: str = ""
    phase: str = ""
    place: str = ""
    capacities: tuple[tuple[str, float], ...] = ()
    numbers: tuple[str, ...] = ()
    zone: str = ""

    @property
    def is_full(self) -> bool:
        """Whether it is a registered company's full name."""
        return self.form in lexicon.full_forms()


def read_project(text: str, scope: Scope) -> Parts:
    """Take a project's, park's or institution's name apart.

    >>> parts = read_project("中广核山亭北庄镇300MW/1800MWh压缩空气储能项目", Scope("370406"))
    >>> parts.body, parts.place, parts.capacities
    ('中广核压缩空气储能', '北庄镇', (('瓦', 300000000.0), ('瓦时', 1800000000.0)))
    """
    name = _LOCATIVE.sub("", _synonyms(normal(text)))
    phase, name = _phase(name)
    capacities, name = _capacities(name)
    name = _without_brackets(name)
    name, works = _strip_works(name)
    home = _home(name, scope)
    place, rest = _towns(home.rest)
    inner, rest = _without_inner_places(rest, scope)
    place, rest = place or inner, rest or name
    body = _without_regions(rest)
    numbers = tuple(sorted(found.group(1) for found in _ORDINAL.finditer(body)))
    return Parts(home.code, home.named, body, lexicon.core(body), "", works, phase, place, capacities, numbers)


def read_company(text: str, scope: Scope) -> Parts:
    """Take a company's name apart: place, core, trade, legal form.

    >>> parts = read_company("山东卜珂电子商务有限公司", Scope("370406"))
    >>> parts.core, parts.trade, parts.form
    ('卜珂', '电子商务', '有限公司')
    """
    name = normal(text)
    branch, name = _branch(name)
    form, name = _legal_form(name)
    name = _without_brackets(name)
    home = _home(name, scope, abroad=True)
    rest = _towns(home.rest.removeprefix("省").removeprefix("市").removeprefix("区"))[1]
    kept, trade = _trade(rest)
    body = kept + trade
    return Parts(home.code, home.named, body, kept, trade, form, branch)


def read_institution(text: str, scope: Scope) -> Parts:
    """Take an institution's name apart, its usual short forms written out.

    >>> read_institution("省农科院", Scope("370305")).body, read_institution("枣庄二十八中学", Scope("370404")).body
    ('农业科学院', '二十八中')
    """
    name = _spelled_out(_without_brackets(normal(text)))
    home = _home(name, scope, abroad=True)
    place, _ = _towns(home.rest)
    body = home.rest.removeprefix("第") or name
    return Parts(home.code, home.named, body, lexicon.core(body), place=place, numbers=_numbers(body))


def _numbers(body: str) -> tuple[str, ...]:
    return tuple(sorted(found.group(1) for found in _ORDINAL.finditer(body)))


def _phase(name: str) -> tuple[str, str]:
    found = _PHASE.search(name)
    if found is None:
        return "", name
    if found[2]:
        return found[2] + "区", name[: found.start()]
    value = str(_VALUE.get(found[1], found[1]))
    return value, name[: found.start()] + name[found.end() :]


def _capacities(name: str) -> tuple[tuple[tuple[str, float], ...], str]:
    found = sorted({_capacity(match) for match in _CAPACITY.finditer(name)})
    return tuple(found), _CAPACITY.sub("", name)


def _capacity(match: re.Match[str]) -> tuple[str, float]:
    value, unit = float(match["number"]), match["unit"]
    for char in match["scale"]:
        value *= _SCALE[char]
    for prefix, factor in (("千", 1e3), ("兆", 1e6), ("吉", 1e9)):
        if unit.startswith(prefix):
            value, unit = value * factor, unit[1:]
    return {"平方": "平方米", "立方": "立方米"}.get(unit, unit), value


def _without_brackets(name: str) -> str:
    """Brackets hold a place, a stretch or a remark; a name that is nothing but brackets stays."""
    return _BRACKETED.sub("", name).replace("（", "").replace("）", "") or name


def _strip_works(name: str) -> tuple[str, str]:
    """The name without 项目, 工程 and what is done to the thing, as long as a thing remains, and what is done."""
    rest, works = name, ""
    while (cut := _without_end(rest)) != rest and len(cut) >= 2:
        works = rest[len(cut) :] + works
        rest = cut
    return rest, lexicon.WORKS.sub("", works)


def _without_end(name: str) -> str:
    cut = lexicon.WORKS.sub("", name)
    if cut != name:
        return cut
    return name.removesuffix(lexicon.longest_end(name, lexicon.work_words()))


def _home(name: str, scope: Scope, *, abroad: bool = False) -> Home:
    """The area at a name's head; a short name of another province is taken for one in names of bodies only."""
    home = scope.homes(name)[0]
    if home.named == "country" and not abroad:
        rest = name if name.startswith("中央") else home.rest  # 中央公园 lies in the middle; 全国 and 国家 are ranks
        return Home(scope.code, rest, "document")
    if home.named != "short":
        return home
    foreign = scope.code and home.code[:2] != scope.code[:2]
    if len(home.rest) < 2 or _goes_on(home.rest, abroad) or (foreign and not abroad):
        return Home(scope.code, name, "document")
    return home


def _goes_on(rest: str, body: bool) -> bool:
    """Whether the name of a road, river or mountain goes on behind an area's short name; of a body only a short one."""
    return rest[0] in "路街湖河" or (rest[0] in "山大" and not (body and len(rest) > 3 and rest[1] != "学"))


def _towns(rest: str) -> tuple[str, str]:
    found = _TOWN.match(rest)
    if found is None or len(rest) - found.end() < 2:
        return "", rest
    return found[1], rest[found.end() :]


def _without_inner_places(rest: str, scope: Scope) -> tuple[str, str]:
    """Drop the scope's own place names and a town inside a name (中广核山亭储能电站), never the whole of it."""
    for kind in ("District", "City", "Province"):
        area = scope.area(scope.above(kind))
        if area is not None and len(rest) > len(area.short) + 3:
            rest = rest.replace(area.name, "").replace(area.short, "")
    found = _TOWN_INSIDE.search(rest) if len(rest) > 8 else None
    return (found[0], rest.replace(found[0], "", 1)) if found else ("", rest)


_TOWN_INSIDE = re.compile(r"(?<=.{2})[^镇]{2}镇(?=.{4})")


@cache
def _regions() -> re.Pattern[str]:
    return re.compile(r"^(?:" + "|".join(sorted(words("regions"), key=lambda word: (-len(word), word))) + ")")


def _without_regions(rest: str) -> str:
    cut = _regions().sub("", rest)
    return cut if len(cut) >= 2 else rest


def _branch(name: str) -> tuple[str, str]:
    found = _BRANCH.search(name)
    return (
        (found["place"][-2:] + found["kind"], name[: found.start() + len(found["place"]) - 2]) if found else ("", name)
    )


def _legal_form(name: str) -> tuple[str, str]:
    """The legal form behind a name; 集团 with 公司 behind it counts as 集团."""
    form = lexicon.longest_end(name, lexicon.legal_forms(), kept=2)
    rest = name.removesuffix(form)
    if form and form != "集团" and rest.endswith("集团") and len(rest) > 3:
        return form, rest.removesuffix("集团")
    return form, rest


def _trade(rest: str) -> tuple[str, str]:
    """Peel words of business off the end while two characters remain; the name may be nothing else."""
    kept = rest
    while word := lexicon.longest_end(kept, lexicon.trades(), kept=2):
        kept = kept.removesuffix(word)
    return kept, rest[len(kept) :]


def _synonyms(name: str) -> str:
    for row in word_table("thing_synonyms"):
        name = name.replace(row["word"], row["usual"])
    return name


@cache
def _short_forms() -> tuple[tuple[str, str], ...]:
    rows = ((row["short"], row["full"]) for row in word_table("institution_short"))
    return tuple(sorted(rows, key=lambda pair: (-len(pair[0]), pair[0])))


def _spelled_out(name: str) -> str:
    name = re.sub(rf"第?([{_NUMERAL}]+)中学?$|第?([{_NUMERAL}]+)中学", r"\1\2中", name)
    for short, full in _short_forms():
        if short in name and full not in name:
            name = name.replace(short, full)
    return name
