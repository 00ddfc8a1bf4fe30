"""Relations that the names themselves show: parts, functions, successors, what projects build, pairs in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kg.areas import COUNTRY, gazetteer
from kg.model import Link
from kg.resolve.built import built
from kg.resolve.clusters import Clusters
from kg.resolve.entities import Made, area_id
from kg.resolve.pairs import Key
from kg.resolve.parts import Parts
from kg.words import word_table


def find_links(clusters: Clusters, made: Made) -> tuple[Link, ...]:
    """All links between entities, each once, sorted."""
    found = [
        *_areas(made),
        *_jurisdictions(clusters, made),
        *_functions(clusters, made),
        *_successors(clusters, made),
        *_phases(clusters, made),
        *_groups(clusters, made),
        *_sub_institutions(clusters, made),
        *built(clusters, made),
        *_doubts(clusters, made),
    ]
    best: dict[tuple[str, str, str], Link] = {}
    for link in found:
        known = best.setdefault((link.subject, link.predicate, link.object), link)
        if (link.confidence, link.reason) > (known.confidence, known.reason):
            best[(link.subject, link.predicate, link.object)] = link
    return tuple(best[key] for key in sorted(best) if key[0] != key[2])


def _areas(made: Made) -> Iterator[Link]:
    for entity in made.entities.values():
        if entity.type == "Area" and entity.area:
            yield _link(entity.id, "partOf", entity.area, "行政区划代码的上级", 1.0)


def _jurisdictions(clusters: Clusters, made: Made) -> Iterator[Link]:
    for head, id in made.ids.items():
        agency = clusters.gathered.forms[head].agency
        area = gazetteer().by_code(agency.code) if agency and agency.code not in ("", COUNTRY) else None
        if area is not None:
            yield _link(id, "jurisdiction", area_id(area), "机关名称与文件所属地区", 0.95)


def _functions(clusters: Clusters, made: Made) -> Iterator[Link]:
    """Each agency of a function to the first of them: the relation is transitive."""
    for function, ids in sorted(_by_function(clusters, made).items()):
        first = ids[0][1]
        for _, id in ids[1:]:
            yield _link(id, "sameFunctionAs", first, f"职能同为 {function}", 0.95)


def _by_function(clusters: Clusters, made: Made) -> dict[str, list[tuple[str, str]]]:
    """Function to agencies as `(area code, entity id)`."""
    found: dict[str, list[tuple[str, str]]] = {}
    for head, id in made.ids.items():
        agency = clusters.gathered.forms[head].agency
        if agency is not None and agency.function:
            found.setdefault(agency.function, []).append((agency.code, id))
    return {function: sorted(set(ids)) for function, ids in found.items()}


def _successors(clusters: Clusters, made: Made) -> Iterator[Link]:
    functions = _by_function(clusters, made)
    for row in word_table("renamings"):
        later = dict(functions.get(row["to"], ()))
        for code, id in functions.get(row["from"], ()):
            if code in later:
                yield _link(later[code], "succeeds", id, f"{row['why']}（{row['date']}）", 0.8)


def _phases(clusters: Clusters, made: Made) -> Iterator[Link]:
    for whole, part in clusters.phases:
        reason = f"{clusters.gathered.forms[part].text} 是 {clusters.gathered.forms[whole].text} 的一期"
        yield _link(made.ids[clusters.of(part)], "partOf", made.ids[clusters.of(whole)], reason, 0.8)


def _groups(clusters: Clusters, made: Made) -> Iterator[Link]:
    """Companies that bear a group's core are parts of it, branches parts of their company."""
    by_core: dict[tuple[str | None, str], list[tuple[Key, Parts]]] = {}
    for key, form in sorted(clusters.gathered.forms.items()):
        if form.type == "Company" and form.parts is not None and len(form.core) >= 2:
            city = form.scope.prefecture()
            by_core.setdefault((city.code if city else None, form.core), []).append((key, form.parts))
    for companies in by_core.values():
        yield from _parts_of_group(clusters, made, companies)


def _parts_of_group(clusters: Clusters, made: Made, companies: list[tuple[Key, Parts]]) -> Iterator[Link]:
    groups = [key for key, parts in companies if "集团" in parts.form and not parts.trade and not parts.phase]
    for key, parts in companies:
        if groups and parts.trade:
            reason = f"与 {clusters.gathered.forms[groups[0]].text} 字号相同"
            yield _link(made.ids[clusters.of(key)], "partOf", made.ids[clusters.of(groups[0])], reason, 0.7)
        for other, whole in companies:
            if parts.phase and not whole.phase and parts.trade == whole.trade:
                yield _link(made.ids[clusters.of(key)], "partOf", made.ids[clusters.of(other)], "分支机构", 0.9)


def _sub_institutions(clusters: Clusters, made: Made) -> Iterator[Link]:
    """枣庄一中东校 is part of 枣庄一中: the same name with another institution's word behind it."""
    forms = [form for form in clusters.gathered.forms.values() if form.type == "Institution"]
    by_name = {(form.key[1], form.key[2]): form.key for form in forms}
    for form in forms:
        for end in range(3, len(form.key[2]) - 1):
            whole = by_name.get((form.key[1], form.key[2][:end]))
            if whole is not None and clusters.of(whole) != clusters.of(form.key):
                reason = f"{form.text} 以 {clusters.gathered.forms[whole].text} 开头"
                yield _link(made.ids[clusters.of(form.key)], "partOf", made.ids[clusters.of(whole)], reason, 0.8)


def _doubts(clusters: Clusters, made: Made) -> Iterable[Link]:
    for doubt in clusters.doubts:
        a, b = sorted((made.ids[clusters.of(doubt.a)], made.ids[clusters.of(doubt.b)]))
        if a != b and not _kept_apart(clusters, doubt.a, doubt.b):
            text = f"{doubt.reason.text}：{doubt.reason.a}／{doubt.reason.b}"
            yield _link(a, "possiblySame", b, text, doubt.reason.score)


def _kept_apart(clusters: Clusters, a: Key, b: Key) -> bool:
    """Whether something certain stands between; that two cities know the same name is no more than a doubt."""
    return any(reason.feature != "far" for reason in clusters.between(clusters.of(a), clusters.of(b)))


def _link(subject: str, predicate: str, object: str, reason: str, confidence: float) -> Link:
    return Link(subject=subject, predicate=predicate, object=object, reason=reason, confidence=confidence)
