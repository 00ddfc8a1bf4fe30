"""A committee among the responsible units names the zone that it runs, which is then a park of the document."""

from kg.extract.mentions import find_mentions
from kg.extract.unit_zones import zone_of_committee
from kg.model import DocumentContext, Place, TaskRow, Text, Unit


def test_the_zone_stands_before_the_word_for_its_committee() -> None:
    assert zone_of_committee("云岭经济开发区管委会") == "云岭经济开发区"
    assert zone_of_committee("云岭化工园区管理委员会") == "云岭化工园区"


def test_a_zone_without_a_name_a_town_and_other_committees_give_none() -> None:
    assert zone_of_committee("开发区管委会") is None
    assert zone_of_committee("市中区管委会") is None
    assert zone_of_committee("云岭县医共体管理委员会") is None
    assert zone_of_committee("云岭经济开发区") is None


def test_it_is_found_where_it_is_printed() -> None:
    unit = "云岭经济开发区管委会"
    row = TaskRow(
        document="d",
        row="r001",
        parts={"task": Text.of("修路", 0, 2), "units": Text.of(unit, 10, 20)},
        units=(Unit(name=unit, role="lead", source_start=10, source_end=20),),
        place=Place(document="d"),
    )
    found = [m for m in find_mentions([row], DocumentContext(document="d")) if m.part == "units"]
    assert [(m.type, m.text, m.start, m.source_start, m.source_end) for m in found] == [
        ("Agency", unit, 0, 10, 20),
        ("Park", "云岭经济开发区", 0, 10, 17),
    ]
