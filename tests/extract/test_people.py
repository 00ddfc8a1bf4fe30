"""People by their office, their merit, in lists, and figures of history."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县委书记李建国、县长王志强到现场调研。", ["李建国", "王志强"]),
        ("常务副县长陈立新致辞，党组书记、局长韩雪松汇报。", ["陈立新", "韩雪松"]),
        ("邀请省委党校周国平教授授课。", ["周国平"]),
        ("获得赵文华副总理批示。", ["赵文华"]),
        ("全国劳动模范刘玉兰、中国好人赵国庆受到表彰。", ["刘玉兰", "赵国庆"]),
        ("表彰王秀英、李爱国等8名同志。", ["王秀英", "李爱国"]),
        ("举办姜太公诞辰纪念活动，开设孔子学院。", ["姜太公"]),
        ("局长高度重视，主任安排，常务副县长成立专班，党组成员带队。", []),
        ("任命李志强同志为局长，代县长林国强作报告，项目经理孙磊讲解，主任解读。", ["李志强", "林国强", "孙磊"]),
        ("由主任会议通过，种植户增收，村民满意。", []),
    ],
)
def test_people(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Person") == names


def test_the_head_of_a_county_is_no_county() -> None:
    assert found("代县长林国强作报告。", "Area") == []


def test_one_person_stands_for_others_who_are_counted() -> None:
    assert found("剪纸文化馆顾维明等3名传承人收徒12人，举办丰收节。", "Person") == ["顾维明"]
