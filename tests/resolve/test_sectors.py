import pytest

from kg.resolve.keys import search_keys
from kg.resolve.sectors import sector_label, sector_of
from kg.words import word_table
from tests.resolve.naming import apart, resolved


@pytest.mark.parametrize(
    ("name", "sector"),
    [
        ("大型动力聚合物锂离子电池项目", "锂电"),
        ("600兆瓦压缩空气储能发电项目", "新能源与储能"),
        ("城乡供水一体化工程", "水利与供水"),
        ("烷烃综合利用和烯烃一体化", "化工"),
        ("区人民医院改扩建工程", "卫生"),
        ("凤凰花园幼儿园建设项目", "教育"),
        ("冷链物流产业园", "商贸物流"),
        ("城市运行指挥中心", "数字政务"),
        ("预制食品产业园", "食品与农产品加工"),
        ("棚改三期项目", "城建与棚改"),
        ("沿河东路南延项目", "交通"),
        ("水泥行业超低排放技改项目", "生态环保"),
    ],
)
def test_a_name_shows_its_sector(name: str, sector: str) -> None:
    choice = sector_of(name)
    assert choice is not None
    assert choice.label == sector
    assert sector_label(choice.notation) == sector
    assert sector in choice.reason


def test_every_project_and_company_has_a_sector_and_says_why() -> None:
    found = resolved(apart("Project", ("yi21.txt", "甲乙丙项目"), ("yi21.txt", "坛山路改造")))
    classified = {
        entity.name: (entity.sector, bool(entity.sector_reason))
        for entity in found.entities
        if entity.type == "Project"
    }
    assert classified == {"甲乙丙项目": ("other", True), "坛山路改造": ("transport", True)}


def test_the_list_names_sectors_of_the_vocabulary_only() -> None:
    from kg.words import ontology_dir

    scheme = (ontology_dir() / "sector.ttl").read_text("utf-8")
    for row in word_table("sectors"):
        assert f'skos:notation "{row["sector"]}"' in scheme
        assert f'"{row["label"]}"@zh' in scheme


def test_keys_read_place_names_as_their_people_do() -> None:
    assert search_keys("峄城区") == ("yichengqu", "ycq")
    assert search_keys("台儿庄") == ("taierzhuang", "tez")
    assert search_keys("莒县PACK电池") == ("juxianpackdianchi", "jxpackdc")
