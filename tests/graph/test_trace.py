from tests.graph.made import examples, made


def test_a_name_of_three_districts_lists_the_three_with_their_areas() -> None:
    trace = examples().trace("区发改局")
    assert trace.ambiguous
    assert {(c.name, c.area) for c in trace.choices} == {
        ("峄城区发展和改革局", "峄城区"),
        ("临淄区发展和改革局", "临淄区"),
        ("山亭区发展和改革局", "山亭区"),
    }


def test_an_area_beside_or_before_the_name_chooses() -> None:
    by_option = examples().trace("区发改局", area="山亭区").entity
    in_front = examples().trace("山亭区发改局").entity
    without_suffix = examples().trace("山亭发改局").entity
    assert by_option
    assert by_option.name == "山亭区发展和改革局"
    assert by_option == in_front == without_suffix


def test_pinyin_and_initials_find_a_project() -> None:
    assert [choice.name for choice in made().find("qingyundadaogongcheng")] == ["青云大道工程"]
    assert [choice.name for choice in made().find("QYDDGC")] == ["青云大道工程"]


def test_an_unknown_name_offers_the_nearest() -> None:
    trace = made().trace("青云大到工程")
    assert not trace.found
    assert trace.nearest[0].name == "青云大道工程"


def test_a_project_is_traced_to_owners_relations_and_reports() -> None:
    trace = made().trace("红星冷链物流园项目")
    assert {h.owner_name for h in trace.owners} == {"峄城区商务局", "峄城区交通运输局", "钱立春"}
    assert {(r.words, r.other, r.period) for r in trace.relations if r.predicate == "totalInvestment"} == {
        ("总投资", "3亿元", "2021-Q3"),
        ("总投资", "5亿元", "2023"),
    }
    assert [(r.period, r.stage, r.status) for r in trace.reports] == [
        ("2021-Q3", "under_construction", None),
        ("2023", "under_construction", "not_completed"),
    ]


def test_an_agency_is_traced_to_its_tasks_and_projects() -> None:
    trace = made().trace("区水务局")
    assert {(h.thing_name, h.thing_type, h.role) for h in trace.holdings} == {
        ("白鹭湖湿地公园项目", "Project", "lead"),
        ("推进白鹭湖湿地公园项目。", "Task", "lead"),
    }


def test_the_words_of_a_task_are_a_name_too() -> None:
    trace = made().trace("扶持新能源企业")
    assert trace.entity
    assert trace.entity.type == "Task"
    assert {(h.owner_name, h.manner) for h in trace.owners} == {
        ("峄城区工业和信息化局", "direct"),
        ("峄城区财政局", "direct"),
        ("赵明远", "supervised"),
    }
