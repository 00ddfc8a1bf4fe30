"""The name model of agencies: area, function, organ; 区发改局 in a document of 峄城 is 峄城区发展和改革局."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import Levenshtein

from kg.areas import COUNTRY, gazetteer, unlisted_code
from kg.extract.confusable import shape
from kg.model import Area
from kg.resolve.normal import normal
from kg.resolve.scope import Home, Scope
from kg.words import word_table, words

_SIGNBOARD = re.compile(r"(?<=.{2})（[^（）]*）$")
_TOWN = re.compile(r"^(?P<town>[^各、]{1,8}?(?:镇|乡|街道))(?:党委|党工委)?(?:人民政府|政府|办事处|办)?$")
_BRANCH = re.compile(r"^(?P<parent>.{2,}?局|(?:中国)?人民银行)(?P<place>.{2,6}?)(?P<organ>分局|中心支行|支行)$")
_COMMITTEE = re.compile(r"(?:党工委)?(?:管委会|管理委员会|管委|党工委)$")
_CENTRE = re.compile(r"(?:发展|服务|事务|管理|事业|保障)+中心$")
_COLLECTIVE = re.compile(
    r"^(?:各|全体|有关|相关|政府各|区直|市直|其他)|各(?:镇|街|部门|单位|职能)|成员单位|[省市区县]、[省市区县]"
)
_LEAGUE = re.compile(r"^团([省市区县])委")
_PARTY_ORGANS = frozenset({"组织", "宣传", "统战", "统一战线工作", "人武", "人民武装"})
_OFFICE_DISTANCE = 1
_OFFICE_LENGTH = 5


@dataclass(frozen=True, slots=True)
class AgencyName:
    """What an agency's name says. `code` is its area, `key` its function (or its own words), `full` its full name.

    `known` is True where the function is one of the list; `function` is then the key that areas share, and `written`
    the full name by the stem that the document writes where that stem is official in some places (水利 beside 水务).
    """

    code: str
    key: str
    full: str
    known: bool = False
    function: str | None = None
    collective: bool = False
    written: str | None = None


def read_agency(text: str, scope: Scope) -> AgencyName:
    """Read an agency's name as it stands in a document of `scope`.

    >>> read_agency("区发改局", Scope("370404")).full, read_agency("市自然资源局", Scope("370305")).full
    ('峄城区发展和改革局', '淄博市自然资源局')
    >>> read_agency("临淄公安分局", Scope("370305")).full, read_agency("区委办", Scope("370404")).full
    ('淄博市公安局临淄分局', '中共峄城区委办公室')
    """
    name = _SIGNBOARD.sub("", normal(text)).removeprefix("中共")
    if _COLLECTIVE.search(text):
        return AgencyName(scope.code, f"text:{name}", text, collective=True)
    if name in _national_bodies():
        return AgencyName(COUNTRY, f"text:{name}", name)
    name = _LEAGUE.sub(r"\1团委", name)
    return _town(name, scope) or _listed(name, scope) or _zone(name, scope) or _unlisted(name, scope)


def _town(name: str, scope: Scope) -> AgencyName | None:
    found = _TOWN.match(name)
    if found is None:
        return None
    named = scope.homes(found["town"])[0]
    town = named.rest if named.named in ("name", "short") and named.rest else found["town"]
    within = Scope(named.code, scope.places) if named.named == "name" else scope
    area = within.find(town) or _misread_town(town, within)
    code = area.code if area else unlisted_code(town, within.code or None)
    town = area.name if area else town
    full = town + ("办事处" if town.endswith("街道") else "人民政府")
    return AgencyName(code, "town_government", full, known=True, function="town_government")


def _misread_town(town: str, scope: Scope) -> Area | None:
    """The one town of the district that differs from a name in confusable characters alone."""
    towns = [area for area in gazetteer().children(scope.above("District")) if shape(area.name) == shape(town)]
    return towns[0] if len(towns) == 1 else None


def _listed(name: str, scope: Scope) -> AgencyName | None:
    """A name of the list of functions: as it stands, behind an area, behind a level word."""
    branch = _BRANCH.match(name)
    if branch and (place := scope.find(branch["place"])):
        return _listed_at(Home(place.code, _of_parent(branch["parent"], scope) + branch["organ"], "name"), scope)
    homes = scope.homes(name)
    for home in (homes[-1], *homes[:-1]):
        if found := _listed_at(home, scope):
            return found
    return next((found for home in homes if (found := _misread(home, scope))), None)


def _of_parent(parent: str, scope: Scope) -> str:
    return scope.homes(parent)[0].rest.removesuffix("局")


def _listed_at(home: Home, scope: Scope) -> AgencyName | None:
    row = _forms().get(home.rest) or (_forms().get(home.rest[1:]) if _after_party(home) else None)
    if row is None:
        return None
    if home.code == COUNTRY or (home.rest.endswith("部") and _stem(home.rest) not in _PARTY_ORGANS):
        return AgencyName(COUNTRY, row["key"], _national(home, row), known=True, function=row["key"])
    area = scope.area(scope.above("Province") if home.rest.endswith("厅") else home.code)
    if area is None:
        return AgencyName("", row["key"], home.rest, known=True, function=row["key"])
    full, written = full_name(row, area, scope), _as_written(row, home, area, scope)
    return AgencyName(area.code, row["key"], full, known=True, function=row["key"], written=written)


def _branch_name(row: dict[str, str], area: Area, scope: Scope) -> str | None:
    city = scope.at(area.code).prefecture()
    return f"{city.name}{row['stems'].split('|')[0]}局{area.short}分局" if city else None


def _as_written(row: dict[str, str], home: Home, area: Area, scope: Scope) -> str | None:
    """The area with the very words of the document, where their stem is official in some places."""
    official = (row.get("variants") or "").split("|")
    organs = row["organs"].split("|")
    if home.rest.endswith("分局") and "分局" not in organs:
        return _branch_name(row, area, scope)
    if home.rest.endswith("中心") and row["district"].endswith("局"):
        return area.name + home.rest
    if any(home.rest == stem + organ for stem in official if stem for organ in organs):
        return area.name + home.rest
    return None


def _national(home: Home, row: dict[str, str]) -> str:
    """The full name of a ministry or a national bureau."""
    stem, organ = row["stems"].split("|")[0], home.rest[-1]
    if organ in "部委":
        return (stem + "部") if organ == "部" else f"国家{stem}委员会"
    return f"国家{home.rest}"


def _after_party(home: Home) -> bool:
    return home.rest.startswith("委") and home.named != "document"


def _stem(rest: str) -> str:
    return rest.removeprefix("委").removesuffix("部")


def _misread(home: Home, scope: Scope) -> AgencyName | None:
    """A form with one character misread: by the classes of confusable ones, else one edit in a long enough name."""
    right = _shapes().get(shape(home.rest))
    if right is None and home.named != "document" and len(home.rest) >= _OFFICE_LENGTH:
        near = [
            form for form in _by_length(len(home.rest)) if Levenshtein.distance(home.rest, form) <= _OFFICE_DISTANCE
        ]
        right = near[0] if len({_forms()[form]["key"] for form in near}) == 1 else None
    return _listed_at(Home(home.code, right, home.named), scope) if right else None


def _zone(name: str, scope: Scope) -> AgencyName | None:
    """A development zone and its committee: 开发区管委会, 齐鲁化工区, 农高区."""
    zone = read_zone(_COMMITTEE.sub("", name), scope)
    if zone is None:
        return None
    code, key, full = zone
    return AgencyName(code, f"zone:{key}", f"{full}管理委员会", known=True, function=key.split(":")[0])


def read_zone(name: str, scope: Scope) -> tuple[str, str, str] | None:
    """Area code, key and full name of a development zone, None where a name is none.

    >>> read_zone("经开区", Scope("370404")), read_zone("齐鲁化工区", Scope("370305"))[2]
    (('370404', 'economic_zone', '峄城经济开发区'), '齐鲁化学工业区')
    """
    for form, row in _zone_forms():
        if not name.endswith(form):
            continue
        home = _zone_home(name[: len(name) - len(form)], scope)
        if home is None:
            return None
        area = scope.area(home.code)
        place = area.short if area else ""
        return home.code, f"{row['key']}:{home.rest}".rstrip(":"), f"{home.rest or place}{row['label']}"
    return None


def _zone_home(head: str, scope: Scope) -> Home | None:
    if not head:
        return Home(scope.code, "", "document")
    area = scope.find(head)
    if area is not None and area.kind not in ("Town", "Village"):
        return Home(area.code, "", "name")
    if len(head) == 1:
        code = scope.homes(head + "某某")[0].code
        return Home(code, "", "level") if head in "区市省县" else None
    home = scope.homes(head + "某某")[0]
    core = home.rest.removesuffix("某某")
    return Home(home.code, core, home.named) if len(core) <= 4 else None


def _unlisted(name: str, scope: Scope) -> AgencyName:
    """Any other body: known by its area and its own words."""
    home = scope.homes(name)[0]
    area = scope.area(home.code)
    key = _CENTRE.sub("中心", home.rest)
    prefix = area.name if area is not None and home.named in ("level", "document") else ""
    full = prefix + home.rest if prefix else name
    return AgencyName(home.code, f"text:{key}", full)


def full_name(row: dict[str, str], area: Area, scope: Scope) -> str:
    """The full name of a listed function in an area: a branch of the city's bureau where the list says so."""
    template = _template(row, area)
    city = scope.at(area.code).prefecture()
    values = {"area": area.name, "short": area.short, "city": city.name if city else ""}
    return template.format(**values)


def _template(row: dict[str, str], area: Area) -> str:
    district, city = row["district"], row["city"] or row["district"]
    if area.kind == "Province":
        return row["province"] or (city if "{city}" not in city else district)
    if area.kind == "City":
        return city
    return (row.get("county") or district) if not area.name.endswith("区") else district


@cache
def _forms() -> dict[str, dict[str, str]]:
    """Every form without area, with its function; the line that names a form first keeps it."""
    forms: dict[str, dict[str, str]] = {}
    for row in word_table("agency_functions"):
        for stem in row["stems"].split("|"):
            for organ in (row["organs"] or "").split("|"):
                forms.setdefault(stem + organ, row)
    for form, row in list(forms.items()):
        if form.endswith("局"):
            forms.setdefault(form.removesuffix("局") + "分局", row)
    return {form: row for form, row in forms.items() if len(form) > 1 or form == "委"}


@cache
def _national_bodies() -> frozenset[str]:
    """Bodies above all areas that bear no 国家 or 部 in front."""
    return frozenset(words("national_bodies"))


@cache
def _shapes() -> dict[str, str]:
    return {shape(form): form for form in reversed(_forms())}


@cache
def _by_length(length: int) -> tuple[str, ...]:
    return tuple(form for form in _forms() if abs(len(form) - length) <= _OFFICE_DISTANCE)


@cache
def _zone_forms() -> tuple[tuple[str, dict[str, str]], ...]:
    forms = [(form, row) for row in word_table("agency_zones") for form in row["forms"].split("|")]
    return tuple(sorted(forms, key=lambda pair: (-len(pair[0]), pair[0])))
