"""Agencies, areas, companies, institutions, parks and people in running text."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, mentions, row


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("区发改局：组织申报。区委宣传部：开展宣传。", ["区发改局", "区委宣传部"]),
        ("报市自然资源局审查，经区政府同意。", ["市自然资源局", "区政府"]),
        ("配合人社局开展培训。", ["人社局"]),
        ("由区“四上”办统计汇总。", ["区“四上”办"]),
        ("河长办已验收，省河长办公示。", ["河长办", "省河长办"]),
        ("有关部门加强监管，各部门密切配合，形成工作大局。", []),
        ("山东省审批制度改革专项小组办公室推广。", ["山东省审批制度改革专项小组办公室"]),
    ],
)
def test_agencies_by_level_function_and_suffix(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Agency") == names


def test_a_town_as_the_author_of_a_heading_is_an_agency_and_no_area() -> None:
    sentence = "柳林镇：完成收入两千万元。"
    assert (found(sentence, "Agency"), found(sentence, "Area")) == (["柳林镇"], [])


def test_a_zone_as_author_is_park_and_agency() -> None:
    sentence = "云岭化工区：完成规划修改。"
    assert (found(sentence, "Agency", "targets"), found(sentence, "Park", "targets")) == (["云岭化工区"],) * 2


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("除柳林镇石桥村外，其余地块已公告。", ["柳林镇", "石桥村"]),
        ("滕州市被评为示范县，先后赴上海、苏州招商。", ["滕州市", "上海", "苏州"]),
        ("峄城区石榴产业领导小组牵头。", ["峄城区"]),
        ("枣庄学院与企业合作。", []),
        ("推进农村改厕，建设美丽乡村，完成城中村改造。", []),
        ("山东云海建材有限公司投产。", []),
        ("桃山东西支流完成清淤。", []),
    ],
)
def test_areas_with_their_suffix_or_standing_free(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("由山东云为工程技术有限公司中标。", ["山东云为工程技术有限公司"]),
        ("扶持春禾食品、云峰牧业、巧姑娘等企业做大做强。", ["春禾食品", "云峰牧业", "巧姑娘"]),
        ("山东盛和新材料、宁州加海新材料开始安装设备。", ["山东盛和新材料", "宁州加海新材料"]),
        ("总投资5亿元的海川光学镜头项目签约。", ["海川光学"]),
        ("中国石化、农发行给予支持。", ["中国石化", "农发行"]),
        ("鼓励物业公司参与，盘活国有平台公司资产。", []),
        ("其中建筑业企业6家，高端装备制造加快发展。", []),
        ("云岭区富民花椒种植专业合作社获认证。", ["云岭区富民花椒种植专业合作社"]),
    ],
)
def test_companies_full_short_and_listed(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("云岭一中、市第五人民医院已投用。", ["云岭一中", "市第五人民医院"]),
        ("与山东大学、柳林镇中心小学合作。", ["山东大学", "柳林镇中心小学"]),
        ("邀请鲁中晨报、云岭网等媒体宣传。", ["鲁中晨报", "云岭网"]),
        ("支持高校、科研院所和三级医院建设，改善中小学条件。", []),
    ],
)
def test_institutions_that_are_one(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Institution") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("云岭经济开发区入驻企业7家。", ["云岭经济开发区"]),
        ("海川食品产业园项目竣工。", ["海川食品产业园"]),
        ("争创国家级现代农业产业园。", []),
        ("新增数字经济园区3个，建设口袋公园6处。", []),
        ("提升云岭湖景区品质。", ["云岭湖景区"]),
    ],
)
def test_parks_as_places_not_as_titles(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


def test_a_person_but_not_a_doctrine() -> None:
    assert found("习近平总书记视察云岭，学习习近平新时代中国特色社会主义思想。", "Person") == ["习近平"]


def test_a_companys_stem_opens_the_name_of_its_park() -> None:
    rows = (row(1, units=("青禾集团",), task="支持企业发展。"), row(2, progress="招引青禾循环经济产业园入园企业。"))
    assert [m.text for m in mentions(*rows) if m.type == "Company" and m.part == "progress"] == ["青禾"]


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("苍湖、昭溪等10个县区通了高速。", ["苍湖", "昭溪"]),
        ("金坝、云坝两镇连片发展。", ["金坝", "云坝"]),
        ("李家屯、张家洼等地发生滑坡。", ["李家屯", "张家洼"]),
        ("带动周边高楼、吴集等村发展。", ["高楼", "吴集"]),
        ("刘村居污水管网完工，刘村居民受益。", ["刘村居"]),
        ("城东街道幸福社区、火车站社区建成养老点，创建和谐社区。", ["城东街道", "幸福社区", "火车站社区"]),
        ("在太平镇和古城镇试点，推进城镇建设。", ["太平镇", "古城镇"]),
        ("“院士专家进安庆”活动举办。", ["安庆"]),
        ("合肥中欧班列开行，滁州保税物流中心封关，深圳大道绿化。", []),
        ("上海市政设计总院负责。", []),
        ("柳林镇东岭农场流转土地，清溪镇惠民家庭农场、清溪镇春禾有限公司获奖。", ["柳林镇"]),
        ("浙江景宁电站开工，是景宁最大的项目。", ["景宁"]),
        ("昆山、太仓、张家港入选百强县，疏通河道、通道。", ["昆山", "太仓", "张家港"]),
        ("与浙江安吉、丰县欢口镇结对。", ["浙江", "安吉", "丰县", "欢口镇"]),
        ("新修马寨村道路，东街、大田、南岸等6个村完成规划。", ["马寨村", "东街", "大田", "南岸"]),
        (
            "清溪乡、大河乡通水，建设路社区、人民路社区改造，产业强镇、经济强镇。",
            ["清溪乡", "大河乡", "建设路社区", "人民路社区"],
        ),
        ("产品下乡，便民店、村邮站等实现工业品下乡，工作走在全县前列。", []),
    ],
)
def test_areas_in_lists_and_inside_other_names(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Area") == names


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县二院、县三院开展坐诊。", ["县二院", "县三院"]),
        ("实验小学、职业中专完成改造。", ["实验小学", "职业中专"]),
        ("新建3所实验小学、2家人民医院。", []),
        ("县殡仪馆、县救助站、县中心敬老院完成整改。", ["县殡仪馆", "县救助站", "县中心敬老院"]),
        ("县豫剧团、市歌舞团演出。", ["县豫剧团", "市歌舞团"]),
        ("与西北农林科技大学、中国林科院、市农科所合作。", ["西北农林科技大学", "中国林科院", "市农科所"]),
        ("申报国家林业和草原局石榴工程技术研究中心。", ["国家林业和草原局石榴工程技术研究中心"]),
        ("邵家初中操场完工。", ["邵家初中"]),
        ("柳河一中、浙大二院、上海六院建立联盟，整治五小企业。", ["柳河一中", "浙大二院", "上海六院"]),
        ("县高级中学、开发区实验学校扩容。", ["县高级中学", "开发区实验学校"]),
        ("引进中国科学院宁波材料所。", ["中国科学院宁波材料所"]),
        ("山东大学青山考古基地揭牌，与江南大学共建研究院。", ["山东大学青山考古基地", "江南大学"]),
        ("稀土新材料全国重点实验室获批，新增国家重点实验室2家。", ["稀土新材料全国重点实验室"]),
        ("市外国语学校、国家稀土功能材料创新中心。", ["市外国语学校", "国家稀土功能材料创新中心"]),
        ("成立文物修复中心。", ["文物修复中心"]),
        ("成功申报山东省工程研究中心。", []),
        ("在古镇新建卫生院，召开方案会商会，引导商协会参与。", []),
    ],
)
def test_institutions_of_a_place_and_what_only_looks_like_one(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Institution") == names
