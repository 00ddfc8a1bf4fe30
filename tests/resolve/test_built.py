"""Which project builds which park, school or hospital: whole sets of links on cases made by hand."""

from __future__ import annotations

import random
import time

import pytest

from kg.model import Mention
from kg.resolve import resolve
from tests.resolve.naming import apart, contexts, resolved

Made = set[tuple[str, str, float]]


def built(mentions: list[Mention]) -> Made:
    """The links as project, place and confidence."""
    found = resolved(mentions)
    return {
        (found.by_id[link.subject].name, found.by_id[link.object].name, link.confidence)
        for link in found.links
        if link.predicate == "builds"
    }


def names(document: str, projects: tuple[str, ...], places: tuple[str, ...], type: str = "Park") -> list[Mention]:
    """Projects and places of one document, each in a row of its own."""
    return [
        *apart("Project", *((document, text) for text in projects)),
        *apart(type, *((document, text) for text in places)),
    ]


LINKED = [
    ("Park", ("汉芯产业园项目",), ("汉芯产业园",)),
    ("Park", ("汉芯（峄城）产业园建设项目",), ("汉芯产业园",)),
    ("Park", ("汉芯产业园",), ("汉芯产业园",)),
    ("Institution", ("育才小学扩建工程",), ("育才小学",)),
    ("Institution", ("区人民医院迁建项目",), ("区人民医院",)),
    ("Institution", ("匡衡纪念馆项目",), ("匡衡纪念馆",)),
]


@pytest.mark.parametrize(("type", "projects", "places"), LINKED)
def test_a_project_builds_what_bears_its_name(type: str, projects: tuple[str, ...], places: tuple[str, ...]) -> None:
    found = built(names("yi21.txt", projects, places, type))
    assert [confidence for _, _, confidence in found] == [0.9]


APART = [
    ("Park", ("汉芯产业园道路工程",), ("汉芯产业园",)),
    ("Park", ("汉芯产业园污水处理厂项目",), ("汉芯产业园",)),
    ("Park", ("汉芯产业园二期项目",), ("汉芯产业园",)),
    ("Park", ("汉芯产业园二期项目",), ("汉芯产业园一期",)),
    ("Park", ("汉芯产业园提升改造工程",), ("汉芯产业园",)),
    ("Park", ("产业园项目",), ("产业园",)),
    ("Park", ("北庄镇石榴产业园项目",), ("榴园镇石榴产业园",)),
    ("Park", ("汉芯产业园项目",), ("恒芯产业园",)),
    ("Institution", ("育才小学宿舍楼项目",), ("育才小学",)),
    ("Institution", ("育才小学修缮工程",), ("育才小学",)),
    ("Institution", ("第一中学项目",), ("第二中学",)),
]


@pytest.mark.parametrize(("type", "projects", "places"), APART)
def test_what_only_looks_like_it_is_not_linked(type: str, projects: tuple[str, ...], places: tuple[str, ...]) -> None:
    assert built(names("yi21.txt", projects, places, type)) == set()


def test_each_phase_builds_its_own_and_the_whole_the_park() -> None:
    projects = ("汉芯产业园一期项目", "汉芯产业园二期项目", "汉芯产业园项目", "汉芯产业园道路工程")
    assert built(names("yi21.txt", projects, ("汉芯产业园", "汉芯产业园二期"))) == {
        ("汉芯产业园项目", "汉芯产业园", 0.9),
        ("汉芯产业园二期项目", "汉芯产业园二期", 0.9),
    }


def test_a_first_phase_builds_the_park_unless_a_second_is_known() -> None:
    first = "汉芯产业园一期项目"
    assert built(names("yi21.txt", (first,), ("汉芯产业园",))) == {(first, "汉芯产业园", 0.7)}
    assert built(names("yi21.txt", (first, "汉芯产业园二期项目"), ("汉芯产业园",))) == set()


def test_the_report_of_the_city_and_the_table_of_its_district_meet() -> None:
    mentions = [*names("yi21.txt", ("汉芯产业园项目",), ()), *names("zao.txt", (), ("汉芯产业园",))]
    assert built(mentions) == {("汉芯产业园项目", "汉芯产业园", 0.8)}


def test_two_districts_and_two_cities_do_not() -> None:
    for other in ("shan.txt", "lin.txt"):
        assert built([*names("yi21.txt", ("汉芯产业园项目",), ()), *names(other, (), ("汉芯产业园",))]) == set()


def test_a_name_that_fits_two_is_linked_with_neither() -> None:
    parks = [*names("yi21.txt", (), ("汉芯产业园",)), *names("shan.txt", (), ("汉芯产业园",))]
    assert len({id for (_, type, _), id in resolved(parks).names.items() if type == "Park"}) == 2
    assert built([*names("zao.txt", ("汉芯产业园项目",), ()), *parks]) == set()


def test_a_road_through_a_park_is_not_the_park() -> None:
    found = resolved(names("yi21.txt", ("汉芯产业园项目", "汉芯产业园道路工程"), ()))
    assert len(set(found.names.values())) == 2


def test_the_order_of_names_changes_nothing() -> None:
    mentions = [
        *names("yi21.txt", ("汉芯产业园项目", "汉芯产业园二期项目", "丰禾冷链物流园项目"), ("汉芯产业园",)),
        *names("zao.txt", ("育才小学项目",), ("丰禾冷链物流园",)),
        *names("zao.txt", (), ("育才小学",), "Institution"),
    ]
    expected = resolved(mentions)
    for seed in range(5):
        shuffled = random.Random(seed).sample(mentions, len(mentions))
        assert resolve(contexts(), shuffled, []) == expected
    assert len([link for link in expected.links if link.predicate == "builds"]) == 3


def test_many_names_cost_little_more_than_few() -> None:
    def seconds(count: int) -> float:
        marks = [chr(0x4E00 + n // 60) + chr(0x6000 + n % 60) + chr(0x7000 + n % 97) for n in range(count)]
        texts = tuple(f"{mark}产业园" for mark in marks)
        mentions = names("yi21.txt", tuple(f"{text}项目" for text in texts), texts)
        start = time.perf_counter()
        assert len(built(mentions)) > 0.9 * count
        return time.perf_counter() - start

    assert seconds(2000) < 12 * seconds(500) + 1
