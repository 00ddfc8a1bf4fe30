"""Identity on the annotated clusters, look-alikes and sectors; needs the shared corpus beside the project."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from benchmarks.identity import AREAS, mentions_of, read
from kg.model import DocumentContext
from kg.resolve import Resolution, resolve
from kg.resolve.sectors import sector_label

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not (SHARED / "gold-resolution").is_dir(), reason="the shared corpus is not beside the project"),
]


@pytest.fixture(scope="module")
def found() -> Resolution:
    contexts = [DocumentContext(document=name, area=code) for name, code in AREAS.items()]
    return resolve(contexts, list(mentions_of(SHARED)), [])


def test_pairs_of_one_cluster_are_found_and_no_others(found: Resolution) -> None:
    members = [
        (cluster["id"], cluster["type"], found.names[(member["doc"], cluster["type"], member["text"])])
        for cluster in read(SHARED / "gold-resolution" / "clusters.jsonl")
        for member in cluster["members"]
    ]
    pairs = [(a[0] == b[0], a[2] == b[2]) for a, b in combinations(members, 2) if a[1] == b[1]]
    hits = sum(want and got for want, got in pairs)
    precision, recall = hits / sum(got for _, got in pairs), hits / sum(want for want, _ in pairs)
    assert precision >= 0.97
    assert 2 * precision * recall / (precision + recall) >= 0.92


def test_no_look_alikes_are_joined(found: Resolution) -> None:
    joined = [
        pair
        for pair in read(SHARED / "gold-resolution" / "distinct.jsonl")
        if found.names[(pair["a"]["doc"], pair["type"], pair["a"]["text"])]
        == found.names[(pair["b"]["doc"], pair.get("type_b", pair["type"]), pair["b"]["text"])]
    ]
    assert joined == []


def test_sectors_are_right(found: Resolution) -> None:
    items = read(SHARED / "gold-resolution" / "sectors.jsonl")
    wrong = []
    for item in items:
        entity = found.entity_of(item["doc"], "Project", item["text"])
        if entity is None or sector_label(entity.sector or "") != item["sector"]:
            wrong.append(item["text"])
    assert len(wrong) / len(items) <= 0.15, wrong
