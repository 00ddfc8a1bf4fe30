import pytest

from tests.extract.marked import marked_row, stated, triples


def undertakings(units: str = "甲局", **parts: str) -> set[tuple[str, str]]:
    return triples("undertakes", units, **parts)


def test_a_firm_undertakes_the_project_that_bears_its_name():
    assert undertakings(progress="{P:{C:远山纸业}竹浆项目}已开工。") == {("远山纸业", "远山纸业竹浆项目")}


def test_the_rows_full_name_takes_the_place_of_the_short_one():
    found = undertakings(progress="与{C:东明远山纸业有限公司}对接，{P:{C:远山纸业}竹浆项目}已开工。")
    assert found == {("东明远山纸业有限公司", "远山纸业竹浆项目")}


def test_a_project_that_begins_like_the_rows_firm_is_that_firms():
    found = undertakings(progress="与{C:东明远山纸业股份有限公司}就{P:远山竹浆项目}对接。")
    assert found == {("东明远山纸业股份有限公司", "远山竹浆项目")}


def test_common_words_are_no_firms_name():
    assert undertakings(progress="{C:智慧云河有限公司}来访，{P:智慧停车项目}已开工。") == set()


def test_a_firm_in_a_list_of_projects_undertakes_its_own():
    found = undertakings(task="推进{P:{C:远山纸业}=远山纸业项目}、{P:{C:云河科技}=云河科技项目}建设。")
    assert found == {("远山纸业", "远山纸业项目"), ("云河科技", "云河科技项目")}


def test_a_firms_housing_estate_is_not_its_project():
    assert undertakings(task="实施{P:{C:远山纸业}家属院改造}。") == set()


def test_a_park_bears_the_name_of_its_firm():
    assert undertakings(task="依托{K:{C:远山}产业园}。") == {("远山", "远山产业园")}


def test_who_builds_or_runs_a_project_is_said():
    assert undertakings(progress="{P:竹浆项目}由{C:城投集团}承建。") == {("城投集团", "竹浆项目")}
    assert undertakings(progress="{P:竹浆项目}已立项，现交由{C:城投集团}实施。") == {("城投集团", "竹浆项目")}


def test_a_firm_before_its_project_with_a_verb_of_building():
    found = undertakings(task="服务{C:远山纸业}，实施{P:{I:竹浆}=竹浆项目}和{P:热电项目}。")
    assert found == {("远山纸业", "竹浆项目"), ("远山纸业", "热电项目")}


def test_firms_among_others_undertake_nothing_named_after_them():
    assert undertakings(task="支持{C:远山纸业}等企业发展，建设{P:北湖大桥}。") == set()


def test_partners_of_an_agreement_undertake_the_only_project():
    found = undertakings(task="建设{P:云溪庄园}。", progress="{C:远山公司}、{C:云河公司}已与{G:区政府}签订合作协议。")
    assert found == {("远山公司", "云溪庄园"), ("云河公司", "云溪庄园")}


def investments(**parts: str) -> set[tuple[str, str]]:
    return triples("investedIn", "甲局", **parts)


def test_money_goes_from_one_name_to_another():
    assert investments(progress="{C:峰源基金}向{K:云溪产业园}投资400万。") == {("峰源基金", "云溪产业园")}
    assert investments(progress="{C:远山集团}投资3亿元建设{P:竹浆项目}。") == {("远山集团", "竹浆项目")}


def test_a_total_investment_is_nobodys_gift():
    assert investments(progress="{C:远山纸业}总投资3700万元的{P:竹浆项目}已竣工。") == set()


def test_money_that_is_only_meant_to_go_is_planned():
    row, mentions = marked_row("甲局", progress="{C:远山集团}拟投资3亿元建设{P:竹浆项目}。")
    assert [s.basis for s in stated(row, mentions) if s.predicate == "investedIn"] == ["planned"]


def test_an_investor_named_later_invests_in_what_the_sentence_is_about():
    found = investments(progress="{P:竹浆项目}已立项，{P:锅炉改造工程}已开工，取得{C:远山集团}股权投资。")
    assert found == {("远山集团", "竹浆项目")}
    assert investments(task="推进{P:竹浆项目}。", progress="投资方{C:远山集团}已完成决策。") == {
        ("远山集团", "竹浆项目")
    }


def test_a_groups_short_name_is_not_that_of_another_trade():
    found = triples("undertakes", "远山集团", task="{C:远山集团}增产。", progress="{P:{C:远山煤矿}技改工程}已开工。")
    assert found == {("远山煤矿", "远山煤矿技改工程")}


def test_a_firm_behind_a_park_owns_the_project_too():
    found = triples("undertakes", "甲局", progress="{P:{K:云溪产业园}{C:远山食品}屠宰项目}已开工。")
    assert found == {("远山食品", "云溪产业园远山食品屠宰项目")}


@pytest.mark.parametrize(
    "text",
    [
        "{C:远山集团}{P:竹浆项目}已开工。",
        "{C:远山集团}的{P:竹浆项目}已开工。",
        "{P:竹浆项目}（{C:远山集团}）已开工。",
        "{C:远山集团}中标{P:竹浆项目}。",
    ],
)
def test_a_firm_beside_a_project_undertakes_it(text: str):
    assert triples("undertakes", "甲局", progress=text) == {("远山集团", "竹浆项目")}


def test_what_a_firm_reports_under_its_heading_is_its_own():
    found = undertakings(progress="{C:云河公司}：{P:竹浆庄园项目}因手续无法施工。配合区局实施{P:青竹示范园项目}。")
    assert found == {("云河公司", "竹浆庄园项目")}


def test_a_partner_of_the_government_is_no_builder_unless_it_signs_for_the_project():
    assert undertakings(progress="与{C:云河公司}就智慧城市签约，启动{P:大数据中心项目}建设。") == set()
    assert undertakings(progress="与{C:云河公司}签订{P:独立储能项目}。") == {("云河公司", "独立储能项目")}


def test_a_bank_lends_and_does_not_build():
    progress = "争取{C:农发行}{P:竹浆项目}、{P:水厂项目}贷款额度。"
    assert undertakings(progress=progress) == set()
    assert triples("investedIn", "甲局", progress=progress) == {("农发行", "竹浆项目"), ("农发行", "水厂项目")}


def test_the_winner_of_a_tender_builds_what_the_sentence_is_about():
    assert undertakings(progress="{P:干渠改造项目}衬砌三公里，{C:云河公司}中标。") == {("云河公司", "干渠改造项目")}


def test_an_agency_that_builds_undertakes():
    assert undertakings(progress="{G:青竹镇政府}建设{P:林荫停车场一期}。") == {("青竹镇政府", "林荫停车场一期")}


def test_who_answers_for_a_project_or_develops_it_with_others_undertakes_it():
    assert undertakings(progress="{C:云河集团}负责的{P:配套道路}通车。") == {("云河集团", "配套道路")}
    found = undertakings(progress="{P:石材园项目}由{C:云河集团}、{C:远山公司}联合开发。")
    assert found == {("云河集团", "石材园项目"), ("远山公司", "石材园项目")}


def test_who_puts_money_in_is_an_investor():
    found = triples("investedIn", "甲局", progress="{P:田园二期}由{C:云河集团}追加投资8000万元。")
    assert found == {("云河集团", "田园二期")}


@pytest.mark.parametrize("place", ["甲县", "汾河", "东山市", "新区"])
def test_a_place_may_stand_before_the_firm_in_a_projects_name(place: str):
    assert undertakings(progress=f"{{P:{place}{{C:远山}}竹浆}}已开工。") == {("远山", f"{place}远山竹浆")}


def test_other_words_before_a_firm_may_make_it_part_of_a_place():
    assert undertakings(progress="{P:服务于{C:远山}的道路项目}已开工。") == set()


def test_a_firm_right_before_a_project_in_quotation_marks_undertakes_it():
    assert undertakings(progress="活动设在{C:远山集团}{P:“竹韵”度假项目}现场。") == {("远山集团", "“竹韵”度假项目")}


def test_clearing_the_ground_for_a_project_is_not_running_it():
    assert undertakings(progress="{P:竹浆项目}由{G:甲镇政府}承担拆迁。") == set()


def test_a_bank_that_signs_for_a_project_pays_for_it():
    assert undertakings(progress="{C:远山银行}签订{P:竹浆项目}贷款协议。") == set()


def test_a_firm_may_build_and_run():
    found = undertakings(task="建设{P:云河水厂}。", progress="该厂日处理3万吨，{C:远山公司}承建并运营。")
    assert found == {("远山公司", "云河水厂")}


@pytest.mark.parametrize("pays", ["共同投资3亿元", "合投5000万元", "合资3亿元"])
def test_several_firms_pay_together(pays: str):
    found = triples("investedIn", "甲局", progress=f"{{P:竹浆项目}}由{{C:远山集团}}、{{C:云河公司}}{pays}。")
    assert found == {("远山集团", "竹浆项目"), ("云河公司", "竹浆项目")}


def test_money_goes_to_the_project_not_to_names_within_its_name():
    found = triples("investedIn", "甲局", progress="{C:远山集团}投资5亿元建设{P:{K:{C:竹韵}产业园}道路项目}。")
    assert found == {("远山集团", "竹韵产业园道路项目")}
