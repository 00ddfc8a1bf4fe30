from itertools import pairwise

import pytest

from kg.errors import QueryError
from kg.graph.network import co_owners
from kg.model import KnowledgeGraph
from tests.graph.made import made


def test_units_of_one_row_are_tied_by_the_tasks_that_they_share() -> None:
    network = made().network("峄城区")
    tied = {frozenset((tie.a_name, tie.b_name)): tie.tasks for tie in network.ties}
    assert tied[frozenset(("峄城区交通运输局", "峄城区商务局"))] == 2
    assert all("商务" in "".join(pair) for pair in tied if "峄城区交通运输局" in pair)
    assert "共同负责" in network.reading


def test_a_graph_without_shared_tasks_has_an_empty_network() -> None:
    network = co_owners(KnowledgeGraph())
    assert (network.members, network.ties, network.circles) == ((), (), ())


def test_the_network_is_the_same_for_any_order_of_rows() -> None:
    records = made().records
    turned = KnowledgeGraph(**{**dict(records), "rows": records.rows[::-1]})
    assert co_owners(turned) == co_owners(records)


def test_a_path_leads_from_one_to_the_other_with_reasons_and_quotes() -> None:
    path = made().path("区住建局", "钱立春")
    assert path.chains
    for chain in path.chains:
        assert (chain[0].subject_name, chain[-1].object_name) == ("峄城区住房和城乡建设局", "钱立春")
        assert all(step.reason for step in chain)
        assert all(a.object == b.subject for a, b in pairwise(chain))
        assert all(step.citation and step.citation.quote for step in chain)


def test_a_path_to_an_unknown_name_says_which_name_is_unclear() -> None:
    assert made().path("区住建局", "无此单位").unclear == ("无此单位",)


def test_a_portfolio_counts_tasks_by_status_and_projects_by_stage() -> None:
    portfolio = made().portfolio("区商务局", "峄城区")
    assert {(c.period, c.state, c.tasks, c.projects) for c in portfolio.cells} == {
        ("2021-Q3", "", 1, 0),
        ("2021-Q3", "under_construction", 0, 1),
        ("2023", "not_completed", 1, 0),
        ("2023", "under_construction", 0, 1),
    }
    assert portfolio.partners == (("区交通局", 2),)


def test_a_portfolio_of_one_period_holds_only_that() -> None:
    assert {h.period for h in made().portfolio("区商务局", period="2023").holdings} == {"2023"}


def test_a_timeline_of_an_unknown_name_says_so_and_names_the_nearest() -> None:
    with pytest.raises(QueryError, match="青云大道工程"):
        made().timeline("青云大到工程")
