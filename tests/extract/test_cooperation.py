import pytest

from tests.extract.marked import triples


def partners(units: str = "甲局 乙局", **parts: str) -> set[tuple[str, str]]:
    return triples("cooperatesWith", units, **parts)


def test_two_names_that_sign_an_agreement_cooperate():
    assert partners(progress="{I:东明学院}与{C:远山集团}签订合作协议。") == {("东明学院", "远山集团")}


def test_all_parties_of_one_agreement_cooperate_pair_by_pair():
    found = partners(progress="{C:远山公司}、{C:云河公司}已与{G:区政府}签订三方协议。")
    assert found == {("远山公司", "区政府"), ("云河公司", "区政府"), ("远山公司", "云河公司")}


def test_the_only_unit_speaks_of_itself():
    assert partners("甲局", progress="联合{G:乙局}开展检查。") == {("甲局", "乙局")}


def test_the_unit_of_a_heading_speaks_of_itself():
    progress = "{G:甲局}：与{C:远山集团}签订合作协议。"
    assert partners("甲局 乙局", progress=progress) == {("甲局", "远山集团")}


def test_several_units_without_a_heading_leave_the_speaker_open():
    assert partners("甲局 乙局", progress="与{C:远山集团}签订合作协议。") == set()


def test_an_agreement_that_is_only_sought_is_none():
    assert partners("甲局", progress="寻求与{C:远山担保公司}的战略合作。") == set()
    assert partners("甲局", task="深化与{I:东明博物院}合作。") == set()


def test_what_two_parties_do_together_is_cooperation_though_it_is_pushed():
    assert partners("甲局", progress="推进{C:远山种业}与{I:东明农科院}联合开展选育。") == {("远山种业", "东明农科院")}


def test_collective_units_do_not_speak():
    assert partners("甲局 各镇街", progress="与{C:远山集团}签订合作协议。") == {("甲局", "远山集团")}


def test_each_may_work_with_its_own_partner():
    progress = "{C:远山公司}、{C:云河公司}分别与{C:青竹集团}、{I:东明学院}开展合作。"
    assert partners(progress=progress) == {("远山公司", "青竹集团"), ("云河公司", "东明学院")}


def test_those_who_sign_one_after_the_other_do_not_sign_with_each_other():
    progress = "{C:远山公司}、{C:云河公司}先后与{C:青竹集团}签署合作协议。"
    assert partners(progress=progress) == {("远山公司", "青竹集团"), ("云河公司", "青竹集团")}


def test_who_opens_the_sentence_works_with_the_name_of_a_later_clause():
    progress = "{I:东明医院}扩建病房，与{I:远山学会}的合作继续推进。"
    assert partners(progress=progress) == {("东明医院", "远山学会")}


@pytest.mark.parametrize("together", ["合办研究机构", "合建实验室", "合资建厂"])
def test_what_two_set_up_together_is_cooperation(together: str):
    assert partners(progress=f"{{I:东明学院}}与{{C:远山集团}}{together}。") == {("东明学院", "远山集团")}
