"""A committee in the units' column tells of its zone too, which other documents speak of."""

from __future__ import annotations

import pytest

from kg.extract.cell_mentions import cell_mentions, zone_of
from kg.model import Place, TaskRow, Text, Unit


def row(cell: str, *units: str) -> TaskRow:
    text = Text.of("无" * 100 + cell, 100, 100 + len(cell))
    named = tuple(
        Unit(name=name, role="joint", source_start=100 + cell.find(name), source_end=100 + cell.find(name) + len(name))
        for name in units
    )
    return TaskRow(document="a.txt", row="r001", parts={"units": text}, units=named, place=Place(document="a.txt"))


def test_the_zone_stands_where_the_committee_begins() -> None:
    cell = "区住建局、云河高新区管委会"
    found = list(cell_mentions(row(cell, "区住建局", "云河高新区管委会")))

    assert [(m.type, m.text, m.method) for m in found] == [
        ("Agency", "区住建局", "units/column"),
        ("Agency", "云河高新区管委会", "units/column"),
        ("Park", "云河高新区", "units/zone"),
    ]
    zone = found[-1]
    assert cell[zone.start : zone.end] == zone.text
    assert (zone.source_start, zone.source_end) == (105, 110)


@pytest.mark.parametrize("unit", ["高新区管委会", "区发改局", "云河景区指挥部", "云河高新区", "云河街道办事处"])
def test_no_zone_is_read_out_of_other_units(unit: str) -> None:
    assert zone_of(unit) is None


@pytest.mark.parametrize(
    ("unit", "zone"),
    [
        ("云河经济开发区管委会", "云河经济开发区"),
        ("云河化工区管理委员会", "云河化工区"),
        ("云河经开区党工委", "云河经开区"),
    ],
)
def test_the_words_of_a_committee_are_left_out(unit: str, zone: str) -> None:
    assert zone_of(unit) == zone
