"""The gazetteer: complete where it says so, right about what lies in what, quick in text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.areas import COUNTRY, Gazetteer, gazetteer, short_form, unlisted_code
from kg.errors import OntologyError
from kg.model import Area


def codes(areas: tuple[Area, ...]) -> list[str]:
    return [area.code for area in areas]


def scanned(text: str) -> list[tuple[str, list[str]]]:
    return [(text[start:end], codes(found)) for start, end, found in gazetteer().scan(text)]


def below(code: str) -> list[Area]:
    return [area for child in gazetteer().children(code) for area in (child, *below(child.code))]


def test_the_country_has_all_provinces_and_prefecture_cities() -> None:
    provinces = gazetteer().children(COUNTRY)
    cities = [city for province in provinces for city in gazetteer().children(province.code)]
    assert (len(provinces), len([city for city in cities if city.kind == "City"])) == (34, 333)


def test_the_county_level_is_complete_but_for_two_districts_at_sea() -> None:
    names = Counter(area.name[-1] for area in below(COUNTRY) if area.kind == "District")
    assert names == {"区": 977 - 2 + 2, "市": 394, "县": 1301 + 117, "旗": 49 + 3}  # 六枝特区 and 神农架林区 end in 区


def test_areas_that_a_province_governs_itself_lie_in_the_province() -> None:
    assert [area.name for area in gazetteer().ancestors("419001")] == ["河南省"]
    assert [area.name for area in gazetteer().ancestors("110105")] == ["北京市"]


def test_short_forms_of_ethnic_counties_leave_the_peoples_out() -> None:
    names = ("连山壮族瑶族自治县", "长白朝鲜族自治县", "巴里坤哈萨克自治县", "管城回族区", "浦东新区")
    assert [gazetteer().find(name)[0].short for name in names] == ["连山", "长白", "巴里坤", "管城", "浦东"]


def test_unchecked_short_forms_are_found_only_when_asked_for() -> None:
    text = "平安和谐，大丰边境贸易增长"
    assert scanned(text) == []
    assert [text[start:end] for start, end, _ in gazetteer().short_forms(text)] == ["平安", "大丰"]


def test_shandong_has_16_cities_58_districts_26_county_cities_and_52_counties() -> None:
    kinds = Counter(area.kind if area.kind != "District" else area.name[-1] for area in below("370000"))
    assert {kind: kinds[kind] for kind in ("City", "区", "市", "县")} == {"City": 16, "区": 58, "市": 26, "县": 52}


@pytest.mark.parametrize(
    ("name", "code", "above"),
    [
        ("莱芜区", "370116", "济南市"),
        ("钢城区", "370117", "济南市"),
        ("即墨区", "370215", "青岛市"),
        ("垦利区", "370505", "东营市"),
        ("蓬莱区", "370614", "烟台市"),
        ("兖州区", "370812", "济宁市"),
        ("兰陵县", "371324", "临沂市"),
        ("陵城区", "371403", "德州市"),
        ("茌平区", "371503", "聊城市"),
        ("邹平市", "371681", "滨州市"),
        ("定陶区", "371703", "菏泽市"),
        ("滕州市", "370481", "枣庄市"),
        ("金岭回族镇", "370305107", "临淄区"),
        ("凫城镇", "370406109", "山亭区"),
    ],
)
def test_areas_stand_under_their_code_of_2023(name: str, code: str, above: str) -> None:
    assert codes(gazetteer().find(name)) == [code]
    assert gazetteer().ancestors(code)[0].name == above


def test_every_area_lies_in_all_areas_above_it() -> None:
    for area in below(COUNTRY):
        assert all(gazetteer().covers(above.code, area.code) for above in gazetteer().ancestors(area.code)), area


def test_a_name_is_found_in_full_and_short_form_and_as_it_was() -> None:
    find = gazetteer().find
    assert [codes(find(name)) for name in ("峄城区", "峄城", "枣庄", "枣庄市", "山东", "峄县", "即墨市", "榴园")] == [
        ["370404"],
        ["370404"],
        ["370400"],
        ["370400"],
        ["370000"],
        ["370404"],
        ["370215"],
        ["370404103"],
    ]


def test_a_name_of_several_areas_is_told_apart_by_the_area_around() -> None:
    find, nearest = gazetteer().find, gazetteer().nearest
    assert codes(find("市中区")) == ["370103", "370402", "511002", "511102"]
    assert codes(find("市中区", within="370400")) == ["370402"]
    assert [nearest(find("市中区"), home).code for home in ("370102", "370481")] == ["370103", "370402"]
    assert [nearest(find("东营"), home).code for home in ("370500", "370502", None)] == ["370500", "370502", "370500"]


def test_text_yields_the_longest_names_without_overlaps() -> None:
    assert scanned("枣庄市峄城区榴园镇与临淄区齐都镇结对，山东省厅到会") == [
        ("枣庄市", ["370400"]),
        ("峄城区", ["370404"]),
        ("榴园镇", ["370404103"]),
        ("临淄区", ["370305"]),
        ("齐都镇", ["370305100"]),
        ("山东省", ["370000"]),
    ]


def test_ordinary_words_and_names_of_roads_are_no_areas() -> None:
    assert scanned("全市中小学开展惠民活动，北京路、微山湖与城市中区位") == []
    assert scanned("枣庄市市中区") == [("枣庄市", ["370400"]), ("市中区", codes(gazetteer().find("市中区")))]


def test_a_name_of_two_characters_is_no_end_of_another_word() -> None:
    assert scanned("示范县、千年古县") == []
    assert [name for name, _ in scanned("菏泽单县，濮阳市范县，与莒县；曹县")] == [
        "菏泽",
        "单县",
        "濮阳市",
        "范县",
        "莒县",
        "曹县",
    ]


def test_markets_and_regions_are_no_areas() -> None:
    assert scanned("东方市场、中原区域、和平区位") == []


@given(st.text(alphabet="枣庄市峄城区山亭台儿滕州临淄博东省中南榴园镇，a ", max_size=40))
def test_scanned_spans_are_names_in_order(text: str) -> None:
    last = 0
    for start, end, found in gazetteer().scan(text):
        assert last <= start < end
        assert found == gazetteer().find(text[start:end])
        last = end


def test_an_unlisted_area_comes_back_from_its_code() -> None:
    code = unlisted_code("新设县", "530600")
    assert gazetteer().by_code(code) == Area(
        code="530600-新设县", name="新设县", kind="District", parent="530600", short="新设"
    )
    assert [area.name for area in gazetteer().ancestors(code)] == ["昭通市", "云南省"]
    assert gazetteer().covers("530000", code)
    assert gazetteer().ancestors(unlisted_code("某某县")) == ()


@pytest.mark.parametrize(
    ("name", "parent", "kind"),
    [
        ("新设市", "530000", "City"),
        ("新设市", "530600", "District"),
        ("新设旗", None, "District"),
        ("新设街道", "530602", "Town"),
        ("新设社区", "530602-新设街道", "Village"),
        ("新设村", "530602", "Village"),
    ],
)
def test_an_unlisted_area_is_of_the_kind_its_name_says(name: str, parent: str | None, kind: str) -> None:
    area = gazetteer().by_code(unlisted_code(name, parent))
    assert area is not None
    assert (area.name, area.kind, area.parent) == (name, kind, parent)


def test_a_code_that_nothing_bears_is_no_area() -> None:
    assert [gazetteer().by_code(code) for code in (None, "", "999999", "-")] == [None] * 4
    assert gazetteer().children("999999") == ()


def test_a_short_form_keeps_two_characters() -> None:
    assert [short_form(name) for name in ("坛山街道", "单县", "张山子镇", "黔南自治州", "侯镇")] == [
        "坛山",
        "单县",
        "张山子",
        "黔南",
        "侯镇",
    ]


def test_a_missing_list_says_what_to_do(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr("kg.area_names.ontology_dir", lambda: tmp_path)
    with pytest.raises(OntologyError, match=r"provinces\.csv.*restore it"):
        gazetteer.__wrapped__()


def test_a_small_gazetteer_needs_no_files() -> None:
    own = Gazetteer([Area(code="990000", name="甲省", kind="Province", short="甲省")], [("旧甲省", "990000")])
    assert [(start, end, codes(found)) for start, end, found in own.scan("原旧甲省")] == [(1, 4, ["990000"])]
