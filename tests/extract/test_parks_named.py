"""Parks and zones by what they are called and what is said of them."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("国家级云湖经济技术开发区扩区获批。", ["云湖经济技术开发区"]),
        ("柳溪工业集中区、云湖综合保税区封关运行。", ["柳溪工业集中区", "云湖综合保税区"]),
        ("柳溪保税物流中心（B型）获批设立。", ["柳溪保税物流中心（B型）"]),
        ("10月30日县经济开发区签约项目5个，都落在县经开区。", ["县经济开发区", "县经开区"]),
        ("重点项目建设进展今年县产业集聚区开工4个项目。", ["县产业集聚区"]),
        ("云湖片区综合开发完成前期，加快推进城东片区开发。", ["云湖片区", "城东片区"]),
        ("完成幸福里片区、人民路片区改造，实施老旧片区建设。", []),
        ("龙泉潭、凤凰谷、云顶山等景区提质升级。", ["龙泉潭", "凤凰谷", "云顶山"]),
        ("云门山景区、青湖度假村接待游客200万人次。", ["云门山景区", "青湖度假村"]),
        ("青湖金融小镇初具规模，创建特色小镇3个。", ["青湖金融小镇"]),
        ("加快跨境电商综合试验区建设。", []),
    ],
)
def test_parks(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names
