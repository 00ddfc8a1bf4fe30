"""What leads up to a project's name is no part of it: who looks at it, where it lies, what sort it is of."""

from __future__ import annotations

import pytest

from tests.extract.finding import found


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("县里主要负责人现场察看石峰新材料产业园项目。", ["石峰新材料产业园项目"]),
        ("与会人员先后查看了石峰精密轴承项目、柳光智能泵阀项目。", ["石峰精密轴承项目", "柳光智能泵阀项目"]),
        ("会议听取海川路改造工程情况。", ["海川路改造工程"]),
        ("5月集中开工12个，含石峰精密轴承项目。", ["石峰精密轴承项目"]),
        ("主会场设在石峰精密轴承项目。", ["石峰精密轴承项目"]),
        ("柳光集团投建石峰风电场项目。", ["石峰风电场项目"]),
        ("掀起项目建设热潮。", []),
        ("主会场设在白云镇石峰精密轴承项目。", ["石峰精密轴承项目"]),
        ("5月开工2个，即石峰精密轴承项目、柳光智能泵阀项目。", ["石峰精密轴承项目", "柳光智能泵阀项目"]),
        ("依次踏看石峰精密轴承项目。", ["石峰精密轴承项目"]),
        ("第三批石峰精密轴承项目开工。", ["石峰精密轴承项目"]),
        ("全力力保石峰精密轴承项目投产。", ["石峰精密轴承项目"]),
        ("建泰安市柳光智能泵阀项目，年内投产。", ["泰安市柳光智能泵阀项目"]),
    ],
)
def test_no_name_begins_with_a_verb_of_looking_or_of_counting_in(sentence: str, names: list[str]) -> None:
    assert found(sentence, "Project") == names


def test_what_a_substance_holds_belongs_to_the_name() -> None:
    assert found("含氟新材料项目二期开工。", "Project") == ["含氟新材料项目二期"]
