"""Measure identity on annotated clusters: pairwise precision and recall a type, look-alikes kept apart, sectors.

    .venv/bin/python benchmarks/identity.py [--errors] [--shared ../shared] [--build DIR] [--clusters FILE]

Names come from the annotated rows: units, leaders and entity texts are taken as mentions, so that the measure does
not depend on extraction; members of clusters that only running text holds are added as names of their own. With
`--build` they come from that build's mentions: a name that was not found there is an entity of its own. Clusters are
the given ones, or those of a file: `benchmarks/further-clusters.jsonl` holds others of the same documents, written by a
hand that saw neither rules nor build.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from pathlib import Path
from typing import Any

from kg.model import DocumentContext, Mention
from kg.resolve import resolve
from kg.resolve.sectors import sector_label

AREAS = {"000": "370404", "001": "370404", "002": "370406", "003": "370400", "004": "370305"}
COMPANY_ENDS = ("公司", "集团", "科技", "轮胎", "粮油", "财金")
PARTS = ("task", "targets", "progress", "problems", "next_steps")


def read(path: Path) -> list[dict[str, Any]]:
    """The records of a JSON lines file."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def mentions_of(shared: Path, clusters: Path | None = None) -> Iterator[Mention]:
    """Every annotated name as a mention, with its place in the row's part where it stands there."""
    for document in AREAS:
        rows = {row["row"]: row for row in read(shared / "gold" / document / "rows.jsonl")}
        for row in rows.values():
            yield from _listed(document, row)
        for entity in read(shared / "gold" / document / "entities.jsonl"):
            yield from _standing(document, rows.get(entity["row"], {}), entity)
    for text, document, type in _members(shared, clusters or given_clusters(shared)):
        yield from _anywhere(shared, document, type, text)


def _listed(document: str, row: dict[str, Any]) -> Iterator[Mention]:
    for index, unit in enumerate(row["units"]):
        type = "Company" if unit["name"].endswith(COMPANY_ENDS) else "Agency"
        yield mention(document, row["row"], "units", type, unit["name"], index * 50)
    for index, leader in enumerate(row.get("leaders") or ()):
        yield mention(document, row["row"], "leaders", "Person", leader, index * 50)


def _standing(document: str, row: dict[str, Any], entity: dict[str, Any]) -> Iterator[Mention]:
    text, part = entity["text"], row.get(entity["part"]) or ""
    start = max(part.find(text), 0)
    yield mention(document, entity["row"], entity["part"], entity["type"], text, start, entity.get("canonical"))


def given_clusters(shared: Path) -> Path:
    """The clusters that were given for development."""
    return shared / "gold-resolution" / "clusters.jsonl"


def _members(shared: Path, clusters: Path) -> Iterator[tuple[str, str, str]]:
    for found in read(clusters):
        for member in found["members"]:
            yield member["text"], member["doc"], found["type"]
    for pair in read(shared / "gold-resolution" / "distinct.jsonl"):
        yield pair["a"]["text"], pair["a"]["doc"], pair["type"]
        yield pair["b"]["text"], pair["b"]["doc"], pair.get("type_b", pair["type"])
    for item in read(shared / "gold-resolution" / "sectors.jsonl"):
        yield item["text"], item["doc"], "Project"


def _anywhere(shared: Path, document: str, type: str, text: str) -> Iterator[Mention]:
    """A name in each row's part that holds it; in a row of its own where none does."""
    found = False
    for row in read(shared / "gold" / document / "rows.jsonl"):
        for part in PARTS:
            start = (row.get(part) or "").find(text)
            if start >= 0:
                found = True
                yield mention(document, row["row"], part, type, text, start)
    if not found:
        yield mention(document, "r999", "progress", type, text, 0)


def mention(
    document: str, row: str, part: str, type: str, text: str, start: int, canonical: str | None = None
) -> Mention:
    """A mention as the extractor would give it."""
    end = start + len(text)
    return Mention(
        document=document, row=row, part=part, type=type, text=text, canonical=canonical, start=start, end=end,
        source_start=start, source_end=end, method="annotated", confidence=1.0,
    )  # fmt: skip


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--errors", action="store_true")
    options.add_argument("--build", type=Path)
    options.add_argument("--shared", type=Path, default=Path(__file__).parents[1].parent / "shared")
    options.add_argument("--clusters", type=Path)
    args = options.parse_args()
    clusters = args.clusters or given_clusters(args.shared)
    if args.build:
        built(args.build, args.shared, clusters, args.errors)
        return
    contexts = [DocumentContext(document=name, area=code) for name, code in AREAS.items()]
    found = resolve(contexts, list(mentions_of(args.shared, clusters)), [])
    label = {entity.id: entity.name for entity in found.entities}

    def entity(document: str, type: str, text: str) -> str:
        return found.names.get((document, type, text), f"?{document}{type}{text}")

    pairs(read(clusters), entity, label, args.errors)
    distinct(read(args.shared / "gold-resolution" / "distinct.jsonl"), entity, label)
    sectors(read(args.shared / "gold-resolution" / "sectors.jsonl"), found, entity)


def built(build: Path, shared: Path, clusters: Path, errors: bool) -> None:
    """Print the figures of a build: pairs and look-alikes, by its own mentions."""
    ids = {
        (item["document"][:3], item["type"], item["text"]): item["entity"] for item in read(build / "mentions.jsonl")
    }
    label = {item["entity"]: item["name"] for item in read(build / "entities.jsonl")}

    def entity(document: str, type: str, text: str) -> str:
        return ids.get((document, type, text), f"?{document}{type}{text}")

    found = read(clusters)
    if errors:
        _unfound(found, ids)
    pairs(found, entity, label, errors)
    distinct(read(shared / "gold-resolution" / "distinct.jsonl"), entity, label)


def _unfound(clusters: list[dict[str, Any]], ids: dict[tuple[str, str, str], str]) -> None:
    for item in clusters:
        for member in item["members"]:
            if (member["doc"], item["type"], member["text"]) not in ids:
                also = sorted({t for d, t, text in ids if (d, text) == (member["doc"], member["text"])})
                print(
                    f"  not found: {item['type']} {member['doc']}:{member['text']} (found as: {', '.join(also) or '-'})"
                )


def pairs(clusters: list[dict[str, Any]], entity: Any, label: dict[str, str], errors: bool) -> None:
    """Pairwise precision and recall over all members of all clusters."""
    members: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    for item in clusters:
        for member in item["members"]:
            id = entity(member["doc"], item["type"], member["text"])
            members[item["type"]].append((item["id"], id, f"{member['doc']}:{member['text']}"))
    total: Counter[str] = Counter()
    for type, names in sorted(members.items()):
        count: Counter[str] = Counter()
        for (gold_a, id_a, text_a), (gold_b, id_b, text_b) in combinations(names, 2):
            want, got = gold_a == gold_b, id_a == id_b
            count.update({"hit": want and got, "gold": want, "got": got})
            if errors and want != got:
                print(
                    f"  {'missed' if want else 'FALSE '} {type} {text_a} | {text_b} → "
                    f"{label.get(id_a)} | {label.get(id_b)}"
                )
        total.update(count)
        print(f"{type:<12} {_figures(count)}")
    print(f"{'ALL':<12} {_figures(total)}")


def _figures(count: Counter[str]) -> str:
    precision = count["hit"] / count["got"] if count["got"] else 1.0
    recall = count["hit"] / count["gold"] if count["gold"] else 1.0
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({count['gold']} pairs, {count['got']} found)"


def distinct(look_alikes: Iterable[dict[str, Any]], entity: Any, label: dict[str, str]) -> None:
    """Print every look-alike pair that was joined."""
    joined = [
        pair
        for pair in look_alikes
        if entity(pair["a"]["doc"], pair["type"], pair["a"]["text"])
        == entity(pair["b"]["doc"], pair.get("type_b", pair["type"]), pair["b"]["text"])
    ]
    for pair in joined:
        print("  JOINED", pair)
    print(f"look-alikes joined: {len(joined)}")


def sectors(items: list[dict[str, Any]], found: Any, entity: Any) -> None:
    """The share of right sectors."""
    right = 0
    for item in items:
        candidates = (entity(item["doc"], type, item["text"]) for type in ("Project", "Company", "Park", "Institution"))
        known = next((found.by_id[id] for id in candidates if id in found.by_id), None)
        answer = sector_label(known.sector) if known is not None and known.sector else "-"
        right += answer == item["sector"]
        if answer != item["sector"]:
            print(
                f"  sector of {item['text']}: {answer}, not {item['sector']} ({known.sector_reason if known else ''})"
            )
    print(f"sectors right: {right}/{len(items)}")


if __name__ == "__main__":
    main()
