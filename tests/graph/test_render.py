from hypothesis import given
from hypothesis import strategies as st

from kg.graph.render import render_changes, render_path, render_portfolio, render_timeline, render_trace
from kg.graph.text import shortened, table, width
from tests.graph.made import made

_TEXT = st.text(st.characters(whitelist_categories=["Lu", "Ll", "Lo", "Nd"]), min_size=1, max_size=30)


@given(st.lists(st.tuples(_TEXT, _TEXT), min_size=1, max_size=6))
def test_columns_stand_under_each_other_whatever_the_script(rows: list[tuple[str, str]]) -> None:
    lines = table(("单位", "数"), rows).split("\n")
    first = max(width(shortened(" ".join(a.split()), 40)) for a, _ in [("单位", ""), *rows])
    assert width(lines[1].split("  ")[0]) == first
    assert len(lines) == len(rows) + 2


@given(_TEXT, st.integers(2, 40))
def test_a_shortened_text_fits(text: str, columns: int) -> None:
    assert width(shortened(text, columns)) <= columns


def test_everything_is_shown_in_chinese_words() -> None:
    shown = "\n".join(
        [
            render_trace(made().trace("红星冷链物流园项目")),
            render_portfolio(made().portfolio("区商务局")),
            render_path(made().path("区住建局", "钱立春")),
            render_timeline(made().timeline("青云大道工程")),
            render_changes(made().changes("峄城区", "2021", "2023")),
        ]
    )
    for raw in ("under_construction", "not_completed", "2021-Q3", "None", "direct"):
        assert raw not in shown
    for word in ("在建", "未完成", "2021年第三季度", "牵头", "不再提及"):
        assert word in shown


def test_an_ambiguous_or_unknown_name_is_shown_with_its_choices() -> None:
    assert "青云大道工程" in render_trace(made().trace("青云大到工程"))
