import pytest

from tests.extract.marked import marked_row, stated, triples


def test_the_total_stands_before_the_project():
    assert triples("totalInvestment", task="开工建设投资20亿元的{P:云溪庄园}。") == {("云溪庄园", "20亿元")}


def test_money_then_verb_then_project():
    assert triples("totalInvestment", task="投资3亿元实施{P:管网改造项目}。") == {("管网改造项目", "3亿元")}
    assert triples("totalInvestment", progress="投资100余万元，建设{P:指挥中心}。") == {("指挥中心", "100余万元")}


def test_amounts_are_normalised_beside_the_text():
    row, mentions = marked_row("甲局", task="总投资1.48亿美元的{P:芯片项目}。")
    found = [s for s in stated(row, mentions) if s.predicate == "totalInvestment"]
    assert [(s.object, s.value, s.unit) for s in found] == [("1.48亿美元", "148000000", "USD")]


def test_each_of_a_list_has_its_own_amount():
    found = triples(
        "totalInvestment", progress="总投资10亿元的{P:甲=甲项目}、总投资50亿元的{P:乙=乙项目}等项目已开工。"
    )
    assert found == {("甲项目", "10亿元"), ("乙项目", "50亿元")}


def test_an_amount_for_a_list_is_nobodys():
    assert triples("totalInvestment", progress="{P:甲项目}、{P:乙项目}总投资60亿元。") == set()


@pytest.mark.parametrize("words", ["累计完成投资", "已完成投资", "累计纳统"])
def test_what_was_spent_is_kept_apart(words: str):
    assert triples("investedToDate", progress=f"{{P:甲项目}}{words}3.3亿元。") == {("甲项目", "3.3亿元")}
    assert triples("totalInvestment", progress=f"{{P:甲项目}}{words}3.3亿元。") == set()


def test_a_years_plan_is_not_the_total():
    assert triples("totalInvestment", progress="{P:甲项目}：2021年计划投资4亿元。") == set()


def test_money_for_something_else_is_not_the_projects():
    progress = "投资100万元，建设{P:指挥中心}，投资10万元，建设展厅。"
    assert triples("totalInvestment", progress=progress) == {("指挥中心", "100万元")}


@pytest.mark.parametrize(
    ("name", "capacity"),
    [("年产5万吨竹浆项目", "年产5万吨"), ("300MW储能电站项目", "300MW"), ("2×200MW热电项目", "2×200MW")],
)
def test_the_capacity_stands_in_the_name(name: str, capacity: str):
    assert triples("capacity", task=f"建设{{P:{name}}}。") == {(name, capacity)}


def test_the_capacity_may_stand_beside_the_name():
    assert triples("capacity", task="推进{P:东河棚改三期}，新建安置住房55套。") == {("东河棚改三期", "安置住房55套")}


def test_two_totals_for_one_project_are_a_doubt():
    from kg.extract.statements import state_facts
    from tests.extract.marked import CONTEXT

    row, mentions = marked_row("甲局", task="投资3亿元实施{P:甲项目}。", progress="{P:甲项目}总投资5亿元。")
    _, doubts = state_facts([row], mentions, CONTEXT)
    assert [(d.code, d.severity, d.row) for d in doubts] == [("conflicting-amounts", "warning", "r001")]


def test_beds_throughput_and_length_beside_a_name_are_what_it_can_do():
    found = triples(
        "capacity",
        "甲局",
        task="加快{P:晚晴苑二期}建设，新增护理床位320张；实施{P:东河水厂扩建工程}，处理能力提升至8万吨/日。",
        progress="{P:云东公路}，全长12.5公里，已开工。",
    )
    assert found == {("晚晴苑二期", "护理床位320张"), ("东河水厂扩建工程", "8万吨/日"), ("云东公路", "12.5公里")}


def test_a_length_that_is_meant_is_a_capacity_and_one_that_is_laid_is_not():
    found = triples(
        "capacity", "甲局", task="实施{P:东城管网改造工程}140公里。", progress="{P:北城管网改造工程}9公里已铺设。"
    )
    assert found == {("东城管网改造工程", "140公里")}


def test_rough_amounts_are_read():
    assert triples("totalInvestment", progress="{P:竹浆项目}投资超过10亿元。") == {("竹浆项目", "10亿元")}
    assert triples("investedToDate", progress="{P:竹浆项目}累计投入约3亿元。") == {("竹浆项目", "3亿元")}


def test_a_capacity_may_be_told_later_in_the_sentence():
    assert triples("capacity", progress="{P:云溪医院}取得许可，设床位300张。") == {("云溪医院", "床位300张")}
    assert triples("capacity", progress="{P:云溪机器厂}完工，年产机器人8万台。") == {("云溪机器厂", "年产机器人8万台")}
    assert triples("capacity", progress="{P:甲厂}、{P:乙厂}完工，年产机器人8万台。") == set()
