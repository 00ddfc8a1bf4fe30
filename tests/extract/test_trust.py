"""Names are believed as far as their rule was measured to be right."""

from __future__ import annotations

from kg.extract.trust import confidence_of
from kg.words import word_table
from tests.extract.finding import mentions, row


def test_a_measured_rule_tells_its_share_of_right_names() -> None:
    assert confidence_of("Agency", "agencies/heading", 0.5) > 0.9


def test_a_rule_that_nobody_measured_tells_its_own() -> None:
    assert confidence_of("Agency", "somebody/else", 0.55) == 0.55


def test_mentions_bear_the_measured_figure() -> None:
    told = {(m.type, m.method): m.confidence for m in mentions(row(progress="云岭化工有限公司新建厂房。"))}
    assert told["Company", "companies/full"] == confidence_of("Company", "companies/full", 0)


def test_no_figure_says_certain_or_never() -> None:
    told = [float(line["confidence"]) for line in word_table("mention_rules")]
    assert told
    assert [figure for figure in told if not 0 < figure < 1] == []
