"""Companies without a legal form."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("支持纺织服装企业海岚、莺溪拓展市场。", ["海岚", "莺溪"]),
        ("组织睿霖五金、青岚蜂业、望澜参加巡展。", ["睿霖五金", "青岚蜂业", "望澜"]),
        ("在青岚大酒店、柳溪宾馆召开。", ["青岚大酒店", "柳溪宾馆"]),
        ("成立青岚产业投资基金合伙企业（有限合伙）。", ["青岚产业投资基金合伙企业（有限合伙）"]),
        ("在中国建设银行开户，与中建七局签约。", ["中国建设银行", "中建七局"]),
        ("走访睿霖手套厂、柳溪路望澜砖厂。", ["睿霖手套厂", "望澜砖厂"]),
        ("与网红达人合作，与社会各界共建。", []),
        ("整治占用区域银行、资产公司贷款。", []),
    ],
)
def test_companies(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Company") == names


def test_a_partner_is_known_by_its_stem() -> None:
    assert found("望澜集团来访，推进与望澜合作。", "Company") == ["望澜集团", "望澜"]
