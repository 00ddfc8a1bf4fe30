import pytest

from kg.resolve.agency import read_agency
from kg.resolve.scope import Scope
from tests.resolve.naming import LINZI, SHANTING, YICHENG, ZAOZHUANG, apart, groups, label, named, resolved


@pytest.mark.parametrize(
    ("text", "area", "full"),
    [
        ("区发改局", YICHENG, "峄城区发展和改革局"),
        ("发改局", SHANTING, "山亭区发展和改革局"),
        ("市发改委", YICHENG, "枣庄市发展和改革委员会"),
        ("省发改委", LINZI, "山东省发展和改革委员会"),
        ("省人社厅", SHANTING, "山东省人力资源和社会保障厅"),
        ("市自然资源局", LINZI, "淄博市自然资源局"),
        ("市场监管局", YICHENG, "峄城区市场监督管理局"),
        ("市市场监管局", SHANTING, "枣庄市市场监督管理局"),
        ("区公安分局", YICHENG, "枣庄市公安局峄城分局"),
        ("临淄公安分局", LINZI, "淄博市公安局临淄分局"),
        ("枣庄市公安局峄城分局", ZAOZHUANG, "枣庄市公安局峄城分局"),
        ("区生态环境局", YICHENG, "枣庄市生态环境局峄城分局"),
        ("区委办公室（区委重大事项推进中心）", YICHENG, "中共峄城区委办公室"),
        ("区委办", YICHENG, "中共峄城区委办公室"),
        ("区委组织部", SHANTING, "中共山亭区委组织部"),
        ("区纪委监委", YICHENG, "中共峄城区纪律检查委员会"),
        ("团区委", YICHENG, "共青团峄城区委员会"),
        ("区供销社", LINZI, "临淄区供销合作社联合社"),
        ("区税务局", YICHENG, "国家税务总局峄城区税务局"),
        ("开发区管委会", YICHENG, "峄城经济开发区管理委员会"),
        ("经开区", LINZI, "临淄经济开发区管理委员会"),
        ("农高区", YICHENG, "峄城农业高新技术产业示范区管理委员会"),
        ("齐鲁化工区管委会", LINZI, "齐鲁化学工业区管理委员会"),
        ("榴园镇", YICHENG, "榴园镇人民政府"),
        ("吴林街道", YICHENG, "吴林街道办事处"),
        ("柳河街道", YICHENG, "柳河街道办事处"),
        ("金山镇政府", LINZI, "金山镇人民政府"),
        ("国家知识产权局", LINZI, "国家知识产权局"),
        ("农业农村部", SHANTING, "农业农村部"),
        ("住建部", YICHENG, "住房和城乡建设部"),
        ("国务院", ZAOZHUANG, "国务院"),
        ("区次业农村局", YICHENG, "峄城区农业农村局"),
        ("各镇街", YICHENG, "各镇街"),
    ],
)
def test_a_short_name_in_a_document_of_an_area_has_this_full_name(text: str, area: str, full: str) -> None:
    assert read_agency(text, Scope(area)).full == full


def test_one_function_in_three_districts_is_three_agencies_that_are_linked() -> None:
    found = resolved(apart("Agency", ("yi21.txt", "区发改局"), ("shan.txt", "区发改局"), ("lin.txt", "区发改局")))
    assert groups(found, "Agency") == {
        frozenset({"yi21:区发改局"}),
        frozenset({"shan:区发改局"}),
        frozenset({"lin:区发改局"}),
    }
    linked = {found.by_id[link.subject].name for link in found.links if link.predicate == "sameFunctionAs"}
    linked |= {found.by_id[link.object].name for link in found.links if link.predicate == "sameFunctionAs"}
    assert linked == {"峄城区发展和改革局", "山亭区发展和改革局", "临淄区发展和改革局"}


def test_all_writings_of_one_agency_are_one_through_the_years() -> None:
    names = (
        ("yi21.txt", "区商务和投资促进局"),
        ("yi23.txt", "区商促局"),
        ("yi23.txt", "商促局"),
        ("yi23.txt", "区商投局"),
    )
    found = resolved(apart("Agency", *names))
    assert len(groups(found, "Agency")) == 1
    assert label(found, "yi23.txt", "Agency", "区商促局") == "峄城区商务和投资促进局"


def test_the_label_has_the_words_that_the_document_writes_where_they_are_official() -> None:
    found = resolved(apart("Agency", ("lin.txt", "区水利局"), ("yi23.txt", "区城乡水务局"), ("yi21.txt", "区水务局")))
    assert label(found, "lin.txt", "Agency", "区水利局") == "临淄区水利局"
    assert label(found, "yi21.txt", "Agency", "区水务局") == "峄城区城乡水务局"


def test_a_bureau_and_a_service_centre_of_one_field_stay_apart() -> None:
    found = resolved(apart("Agency", ("yi21.txt", "区卫健局"), ("yi21.txt", "区卫生健康服务中心")))
    assert len(groups(found, "Agency")) == 2


def test_a_town_as_government_and_as_place_are_two_entities_linked_by_jurisdiction() -> None:
    found = resolved([named("yi21.txt", "Agency", "榴园镇"), named("yi21.txt", "Area", "榴园镇", start=40)])
    agency, area = (found.entity_of("yi21.txt", type, "榴园镇") for type in ("Agency", "Area"))
    assert agency is not None
    assert area is not None
    assert (agency.id, "jurisdiction", area.id) in {(link.subject, link.predicate, link.object) for link in found.links}


def test_a_renamed_agency_succeeds_the_old_one() -> None:
    found = resolved(apart("Agency", ("yi21.txt", "区扶贫办"), ("yi23.txt", "区乡村振兴局")))
    later, earlier = (
        found.names[key] for key in (("yi23.txt", "Agency", "区乡村振兴局"), ("yi21.txt", "Agency", "区扶贫办"))
    )
    assert (later, "succeeds", earlier) in {(link.subject, link.predicate, link.object) for link in found.links}
