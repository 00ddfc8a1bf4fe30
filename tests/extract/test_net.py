"""The net of the tagger: exact whatever stands around a text, and blind beyond its sight."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.extract.tagger.net import BLOCK, ROOM, SIGHT, Net
from kg.extract.tagger.signs import ROOM as LAID_OUT
from kg.extract.tagger.signs import signs
from kg.extract.tagger.tagger import MODEL, TYPES

TEXTS = st.text(alphabet="云岭化工项目一期开建、。；等12A（）", max_size=40)


def net() -> Net:
    with np.load(MODEL) as stored:
        return Net(dict(stored))


def scores(texts: list[str]) -> list[np.ndarray]:
    """The scores of each text, all of them laid out together."""
    columns, starts = signs([("progress", text) for text in texts])
    inside = np.zeros(len(columns[0]), np.float32)
    for start, text in zip(starts, texts, strict=True):
        inside[start : start + len(text)] = 1
    told = net().scores(columns, inside)
    assert told.shape == (len(inside), len(TYPES), 3)
    return [told[start : start + len(text)] for start, text in zip(starts, texts, strict=True)]


@given(st.lists(TEXTS, min_size=1, max_size=4))
@settings(max_examples=20, deadline=None)
def test_a_text_has_the_very_same_scores_alone_and_in_company(texts: list[str]) -> None:
    for text, told in zip(texts, scores(texts), strict=True):
        (alone,) = scores([text])
        assert np.array_equal(told, alone)


def test_where_a_block_ends_makes_no_difference() -> None:
    text = "云岭化工二期项目开工，海川食品落户。" * (BLOCK // 18 + 2)
    (told,) = scores([text])
    (shorter,) = scores([text[: BLOCK // 2]])
    assert len(text) > BLOCK
    assert np.array_equal(told[: BLOCK // 2 - SIGHT - 2], shorter[: -SIGHT - 2])
    period = 18 * (BLOCK // 18)
    assert np.array_equal(told[period - 180 : period - 90], told[180:270])


def test_texts_stand_as_far_apart_as_a_layer_sees() -> None:
    assert LAID_OUT >= ROOM


def test_every_sum_is_exact_in_single_precision() -> None:
    text = "睿霖化工年产35万吨涂布白纸板项目（一期）在云岭经济开发区开工，总投资50亿元。"
    columns, (start,) = signs([("progress", text)])
    inside = np.zeros(len(columns[0]), np.float32)
    inside[start : start + len(text)] = 1
    read = net()
    single = read.scores(columns, inside)
    read._weights = {name: weights.astype(np.float64) for name, weights in read._weights.items()}
    read._embedding = read._embedding.astype(np.float64)
    assert np.array_equal(single, read.scores(columns, inside))
