"""Firms shown by where they stand: at a clause's beginning, behind 由, with what belongs to a known firm."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("富源钢铁旧址清表；新良油脂出货3200吨。", ["富源钢铁", "新良油脂"]),
        ("背街整治由云湖城投实施，驿站由望川发展出资改建。", ["云湖城投", "望川发展"]),
        ("引入陕旅投打造夜市，引进成都文旅经营团队。", ["陕旅投", "成都文旅"]),
        ("韵达速递分拨点外迁，沃尔玛城北店改造完，中粮福临门扩能。", ["韵达速递", "沃尔玛城北店", "中粮"]),
        ("美的集团二期启用，投资海岚环境子公司2个。", ["美的集团", "海岚环境"]),
        ("江苏柏川拟注资8000万元，对安徽望澜等3户约谈。", ["江苏柏川", "安徽望澜"]),
        ("山东睿霖饲料投产。帮睿霖跑环评。", ["山东睿霖饲料", "睿霖"]),
        ("用河北建设集团的掺渣技术。", ["河北建设集团"]),
        ("青峰镇人民政府与山东朗驰环保工程有限公司签约。", ["山东朗驰环保工程有限公司"]),
        ("推荐望川街道柳湾村青禾农产品专业合作社参展。", ["青禾农产品专业合作社"]),
        ("睿霖微电子、朗坤网络等把仓库设在园区。", ["睿霖微电子", "朗坤网络"]),
        ("海岚体育二期厂房封顶，柏川机器人二期投用。", ["海岚体育", "柏川机器人"]),
    ],
)
def test_firms_by_their_place(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


@pytest.mark.parametrize(
    "sentence",
    [
        "推动文旅融合，水务一体化由专业机构运营。",
        "由市场主体投资，由村集体实施，由专人负责。",
        "佛山地铁3号线、亳州机场航站楼建成。",
        "上海某基金拟募资，引进经营团队。",
        "清淤收尾，外线开挖，押金退还。",
    ],
)
def test_what_stands_there_without_being_a_firm(sentence: str) -> None:
    assert found(sentence, "Company") == []
