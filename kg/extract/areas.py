"""Finds administrative areas: by the gazetteer, and towns and villages by their suffix."""

from __future__ import annotations

import re

from kg.areas import gazetteer
from kg.extract.passage import Passage

SUFFIXES = ("省", "市", "区", "县", "州", "旗", "镇", "乡", "街道", "村", "社区", "盟")
SUFFIXED = re.compile(r"(?:街道(?:办事处)?|镇|乡|社区|村)")
HAN = re.compile(r"[\u4e00-\u9fff]+$")
FREE_AFTER = re.compile(
    r"$|[，。；：、！？,;:!?”\"）)的市和与及在是成人列作将获连已位等等至到]|发展|城区|高质量|建设|地区|等地|本地|全|实际|籍|方|加|特色|品牌|制造|段|经验|样板|模式|电子|行动"
)
NOT_TOWN = frozenset(
    ["城", "乡", "重", "特色", "小", "集", "古", "示范", "各", "全", "强", "双十", "建制", "试点", "中心", "百强", "镇", "名", "样板", "全市", "村", "该", "本", "此", "每", "两", "十", "千强", "街", "新市", "卫星", "我", "产业", "农", "行政", "自然", "城中", "空心", "贫困", "薄弱", "帮扶", "老", "新", "先进", "未来", "城市", "重点", "智慧", "农村", "美丽", "和美", "数字", "涉农", "大", "小型", "经济强", "村居", "集体", "富裕", "城郊", "旅游", "民俗", "试验", "移民", "搬迁", "文明", "红色", "景区", "驻", "进", "入", "联", "党支部", "整", "一", "二", "三", "四", "五", "六", "七", "八", "九", "个", "余", "条", "多", "所", "户", "处", "家", "座", "下", "出", "回", "返", "兴", "并", "合", "易地", "邻近", "周边", "附近", "幸福", "平安", "和谐", "绿色", "标准", "精品", "幸", "入户"]
)


def find_areas(passage: Passage) -> None:
    """Add the areas of a passage; short forms inside other names are kept aside as `short-area` for other finders."""
    text = passage.text
    for start, end, _ in gazetteer().scan(text):
        name = text[start:end]
        if (name.endswith(SUFFIXES) and len(name) > 2) or (name[-1] in "省市县区" and len(name) == 2):
            passage.add("Area", start, end, "areas/gazetteer", 0.95)
        elif _free(text, start, end):
            passage.add("Area", start, end, "areas/free-short", 0.85)
        else:
            passage.add("short-area", start, end, "areas/short", 0.5)
    _by_suffix(passage)


def _free(text: str, start: int, end: int) -> bool:
    return bool(FREE_AFTER.match(text, end)) and text[start - 1 : start] not in ("山",)


def _by_suffix(passage: Passage) -> None:
    text = passage.text
    for match in SUFFIXED.finditer(text):
        known = next((area for area in passage.of("Area") if area.start <= match.start() < area.end), None)
        if known:
            continue
        town = next((t for t in passage.lexicon.towns if text.endswith(t, 0, match.end())), None)
        start = match.end() - len(town) if town else _name_start(passage, match)
        if start is None:
            continue
        passage.add("Area", start, match.end(), "areas/town" if town else "areas/suffix", 0.95 if town else 0.8)


def _name_start(passage: Passage, match: re.Match[str]) -> int | None:
    """The longest plausible name of 2 or 3 characters before the suffix, from a boundary on."""
    text, end = passage.text, match.start()
    if match[0] in ("村", "镇", "乡") and re.match(
        r"[级域民容庄落庙镇委居里企干务政长组情史规貌办党内民]|中学|中心|小学|集体|干部|振兴",
        text[match.end() : match.end() + 2],
    ):
        if not re.match(r"中学|中心|小学|党|委|居", text[match.end() : match.end() + 2]):
            return None
    start = passage.name_start(end)
    for area in passage.of("Area"):
        if start <= area.end <= end:
            start = max(start, area.end)
    core = text[start:end]
    if not 1 < len(core) <= 4 or not HAN.match(core) or core in NOT_TOWN or core[-1] in "各全新强农乡城该个":
        return None
    if any(
        core.endswith(word) or core.startswith(word)
        for word in ("特色", "示范", "中心", "行政", "自然", "试点", "各", "全", "美丽", "个", "农")
    ):
        return None
    return start
