"""The example of the documentation works as it stands there."""

import re
from pathlib import Path

from kg.extract import stating
from kg.extract.statements import state_facts
from tests.extract.marked import CONTEXT, marked_row

PAGE = Path(__file__).parents[2] / "docs" / "adding-a-relation.md"


def test_the_documented_stater_states_its_relation(monkeypatch):
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
    made: dict[str, type] = {}
    exec(code, made)
    monkeypatch.setattr(stating, "_confidences", lambda: {"acquires:verb": 0.8})
    row, mentions = marked_row("甲局", progress="{C:远山集团}已收购{C:云河科技}。{C:北湖公司}拟收购{K:东明产业园}。")
    found, _ = state_facts([row], mentions, CONTEXT, [made["AcquisitionStater"]()])
    assert [(s.subject.text, s.predicate, s.object.text, s.evidence.quote) for s in found] == [
        ("远山集团", "acquires", "云河科技", "远山集团已收购云河科技。")
    ]
