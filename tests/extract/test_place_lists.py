"""Scenic places, zones and quarters that a list or the grammar around them shows."""

from __future__ import annotations

import pytest

from tests.extract.finding import found, full, mentions, row


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("提升望川、柳湖、青岚山景区服务。", ["望川", "柳湖", "青岚山景区"]),
        ("支持望川湿地、青岚古镇创建国家级旅游度假区。", ["望川湿地", "青岚古镇"]),
        ("形成化工园区、机械制造园区。", ["化工园区", "机械制造园区"]),
        ("打造环柳湖、环镜湖、青岚绿道乡村旅游新片区，发展露营。", ["环柳湖", "环镜湖", "青岚绿道乡村旅游新片区"]),
        ("建成电商园区7处，争创省级化工园区。", []),
        ("柳溪镇获评省级景区化村庄。", []),
    ],
)
def test_parks(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Park") == names


def test_a_zone_among_the_units_needs_no_name() -> None:
    rows = row(units=("开发区管委会",), progress="深化开发区体制改革。")
    assert [m.text for m in mentions(rows) if m.type == "Park"] == ["开发区"]


def test_zones_in_general_are_none() -> None:
    assert found("深化开发区体制改革。", "Park") == []


def test_quarters_share_their_head() -> None:
    assert full("完成望川、柳湾、镜湖片区综合整治。") == {
        "望川": "望川片区",
        "柳湾": "柳湾片区",
        "镜湖片区综合整治": "镜湖片区综合整治",
    }
    assert full("完成望川、柳湾等片区征收。") == {"望川": "望川片区", "柳湾": "柳湾片区"}
