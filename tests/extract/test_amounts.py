from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.amounts import amounts


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("50亿元", "5000000000", "CNY"),
        ("1.48亿美元", "148000000", "USD"),
        ("14521万元", "145210000", "CNY"),
        ("9.13亿", "913000000", "CNY"),
        ("3,200万元", "32000000", "CNY"),
        ("0.5元", "0.5", "CNY"),
    ],
)
def test_an_amount_is_counted_in_whole_units_of_its_currency(text: str, value: str, unit: str):
    assert [(a.text, a.value, a.unit, a.approximate) for a in amounts(text)] == [(text, value, unit, False)]


@pytest.mark.parametrize("text", ["100余万元", "约100万元", "近100万元", "100万余元"])
def test_vague_amounts_say_so(text: str):
    assert [(a.value, a.approximate) for a in amounts(text)] == [("1000000", True)]


@pytest.mark.parametrize("text", ["35万吨", "1.7万亩", "2023年", "300MW", "4000余场次", "9月"])
def test_other_quantities_are_no_amounts(text: str):
    assert list(amounts(text)) == []


@given(st.integers(1, 10**6), st.sampled_from(["万", "亿", ""]))
def test_amounts_survive_any_text_around_them(number: int, scale: str):
    factor = {"万": 10**4, "亿": 10**8, "": 1}[scale]
    found = [a for a in amounts(f"总投资{number}{scale}元，其中") if a.unit == "CNY"]
    assert [Decimal(a.value) for a in found] == [Decimal(number * factor)]


@given(st.text(max_size=60))
def test_any_text_can_be_searched(text: str):
    assert all(text[a.start : a.end] == a.text for a in amounts(text))
