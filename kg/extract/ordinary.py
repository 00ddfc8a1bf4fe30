"""Tells a word that means something in ordinary prose from one that only a firm bears."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from kg.extract.lexicon import kinds
from kg.extract.naming import facility_head, is_general_name, regions
from kg.words import words

HAN = re.compile("[\u4e00-\u9fff]{2,5}")
LONGEST = 4
NO_END = re.compile(
    "[人户者员长生师们类型化式级种款项条个批次度率量额值价费税票证号册表图书令规章报刊网台局委办厅部处科股队组会院校班所"
    "中上下内外前后里间边时日月年起来去过着了吗呢么拟各均是也都已仅且膜剂酸醇酯胺烷烯酚酮醚苯]$|[一二两三四五六七八九十几多各]家$|^.{1,2}家$"
)
NO_START = re.compile(
    "[第受助帮给其这那我你他她它每某另几多少很更最太极较就才又再曾未不没非无可应须想让使令叫请把被给往从自由于在当对为与及或而但因所以如若虽则即便]"
)
PLACE_END = re.compile(
    r"[苑府轩庭居台阁墅邑谷园路街村镇乡区县市庄河山湖站楼期馆校园城里门口桥库港岛寺庙泉坝店集屯堡营寨岭坡沟湾洲屿淀塘泊荡圩坪坑墩"
    r"垭峪涧潭溪浦峰岩崖峡]$"
)


@cache
def _ordinary() -> frozenset[str]:
    """Words of two characters and more in the lists of ordinary words, goods, marks, agencies and facilities."""
    marks = [word for kind, found in kinds("mention_marks").items() if kind != "keep" for word in found]
    heads = [word for kind in ("facility", "work", "institution", "park") for word in kinds("mention_heads")[kind]]
    agencies = [word for kind in ("function", "suffix") for word in kinds("mention_agencies")[kind]]
    return frozenset(
        word for word in (*words("ordinary_words"), *words("goods"), *marks, *heads, *agencies) if len(word) > 1
    )


@lru_cache(maxsize=20_000)
def has_ordinary_word(name: str) -> bool:
    """Whether a phrase has a word of ordinary prose in it.

    >>> has_ordinary_word("村居"), has_ordinary_word("睿霖")
    (True, False)
    """
    found = _ordinary()
    return any(name[i : i + n] in found for n in range(2, LONGEST + 1) for i in range(len(name) - n + 1))


@lru_cache(maxsize=20_000)
def is_brand(name: str) -> bool:
    """Whether a short word means nothing in ordinary prose, so that where firms are spoken of it is a firm's name.

    >>> [is_brand(word) for word in ("睿霖", "欧歌", "村居", "石榴", "青山")]
    [True, True, False, False, False]
    """
    if not HAN.fullmatch(name) or name in regions() or is_general_name(name):
        return False
    if PLACE_END.search(name) or facility_head(name) or NO_END.search(name) or NO_START.match(name):
        return False
    return not has_ordinary_word(name)
