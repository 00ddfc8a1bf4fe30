"""Clusters of names as entities, with ids made from their content alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.areas import COUNTRY, gazetteer
from kg.ids import content_id
from kg.model import Area, Entity
from kg.resolve.clusters import Clusters
from kg.resolve.forms import Form, Gathered
from kg.resolve.keys import search_keys
from kg.resolve.labels import aliases, label, stable_name
from kg.resolve.pairs import Key
from kg.resolve.sectors import NO_SECTOR, SectorChoice, sector_of

WITH_SECTOR = ("Project", "Company", "Park")


@dataclass(frozen=True, slots=True)
class Made:
    """All entities by id, and the entity of each cluster."""

    entities: Mapping[str, Entity]
    ids: Mapping[Key, str]


def make_entities(made: Clusters) -> Made:
    """Every cluster as an entity, and every area that one of them belongs to or lies in."""
    entities = _areas(made)
    kin = _kin(made.gathered)
    ids: dict[Key, str] = {}
    for head in sorted(made.members):
        forms = [made.gathered.forms[key] for key in made.members[head]]
        entity = _entity(forms, made.gathered, kin)
        if entity.id in entities and head[0] != "Area":
            entity = entity.model_copy(update={"id": content_id(entity.type, entity.id, *map(str, head))})
        entities[entity.id] = entity
        ids[head] = entity.id
    return Made(entities, ids)


def area_id(area: Area) -> str:
    """The id of an area's entity."""
    return content_id("Area", area.code, area.name)


def _areas(made: Clusters) -> dict[str, Entity]:
    """Areas of documents, of what belongs to them, and all areas above."""
    codes = {scope.code for form in made.gathered.forms.values() for scope in form.scopes.values()}
    codes |= {key[1] for key in made.gathered.forms if key[0] in ("Area", "Agency")}
    codes |= {form.parts.home for form in made.gathered.forms.values() if form.parts is not None}
    listed = (gazetteer().by_code(code) for code in sorted(codes) if code and code != COUNTRY)
    areas = {area.code: area for area in listed if area is not None}
    for area in list(areas.values()):
        areas.update({above.code: above for above in gazetteer().ancestors(area.code)})
    return {area_id(area): _area_entity(area, (), 0, ()) for area in areas.values()}


def _area_entity(area: Area, written: tuple[str, ...], mentions: int, documents: tuple[str, ...]) -> Entity:
    parent = gazetteer().by_code(area.parent)
    return Entity(
        id=area_id(area),
        type="Area",
        kind=area.kind,
        name=area.name,
        aliases=tuple(sorted({area.short, *written} - {area.name})),
        area=area_id(parent) if parent else None,
        documents=documents,
        mentions=mentions,
        code=area.code,
        keys=search_keys(area.name),
    )


Kin = Mapping[tuple[str, str], Sequence[str]]
"""Names of companies and projects by area and core: what one of them does shows what the others do."""


def _kin(gathered: Gathered) -> Kin:
    found: dict[tuple[str, str], set[str]] = {}
    for form in gathered.forms.values():
        if form.type in ("Company", "Project") and len(form.core) >= 2:
            found.setdefault((form.scope.code, form.core), set()).update(text for _, text in form.texts)
    return {key: sorted(names) for key, names in found.items()}


def _sector(forms: Sequence[Form], kin: Kin) -> SectorChoice | None:
    """The sector that its own names show, else that of what bears the same core, else none of the list."""
    if forms[0].type not in WITH_SECTOR:
        return None
    own = sector_of(*_sector_names(forms))
    if own is not None:
        return own
    others = sorted({name for form in forms for name in kin.get((form.scope.code, form.core), ())})
    found = sector_of(*others) if others else None
    if found is None:
        return NO_SECTOR
    return found.model_copy(update={"reason": f"字号相同的{'、'.join(others[:3])}：{found.reason}"})


def _entity(forms: Sequence[Form], gathered: Gathered, kin: Kin) -> Entity:
    documents = tuple(sorted({document for form in forms for document in form.documents}))
    name = label(forms)
    mentions = _mentions(forms, gathered)
    area = gazetteer().by_code(area_code(forms))
    if forms[0].type == "Area" and area is not None:
        return _area_entity(area, aliases(forms, area.name), mentions, documents)
    sector = _sector(forms, kin)
    return Entity(
        id=content_id(forms[0].type, area.code if area else "", stable_name(forms, name)),
        type=forms[0].type,
        name=name,
        aliases=aliases(forms, name),
        area=area_id(area) if area else None,
        documents=documents,
        mentions=mentions,
        function=forms[0].agency.function if forms[0].agency else None,
        sector=sector.notation if sector else None,
        sector_reason=sector.reason if sector else None,
        keys=search_keys(name),
    )


def _mentions(forms: Sequence[Form], gathered: Gathered) -> int:
    return sum(gathered.counts.get((document, form.type, text), 0) for form in forms for document, text in form.texts)


def _sector_names(forms: Sequence[Form]) -> list[str]:
    return sorted({text for form in forms for _, text in form.texts})


def area_code(forms: Sequence[Form]) -> str | None:
    """The area a thing belongs to: the one its names name, else its documents'; none where those are of two cities."""
    if forms[0].type == "Area":
        return forms[0].key[1]
    if forms[0].agency is not None:
        return _district(forms[0], forms[0].agency.code)
    codes = {form.parts.home if form.parts else form.key[1] for form in forms} - {""}
    named = {form.parts.home for form in forms if form.parts is not None and form.parts.named != "document"}
    if forms[0].type != "Company" and named:
        codes = named
    return _narrowest(codes)


def _district(form: Form, code: str) -> str | None:
    if code in ("", COUNTRY):
        return None
    scope = type(form.scope)(code, form.scope.places)
    area = scope.area(code)
    return code if area is None or area.kind not in ("Town", "Village") else scope.above("District") or area.parent


def _narrowest(codes: set[str]) -> str | None:
    """The narrowest of areas that lie in one another; None where two lie apart."""
    known = sorted(code for code in codes if code != COUNTRY)
    for code in known:
        above = {code, *(area.code for area in gazetteer().ancestors(code))}
        if set(known) <= above:
            return code
    return None
