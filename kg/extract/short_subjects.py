"""Finds again, where a clause begins, a project that the row names in full: `青石快速路` for 青柳至石桥快速路."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from kg.extract.lexicon import Endings, kinds
from kg.extract.naming import facility_head, is_generic
from kg.extract.passage import LEADING, Passage
from kg.extract.settle import TAIL
from kg.words import words

LONGEST = 20
LINES = frozenset("路线桥河渠湖园")
"""Last characters of names of three that are names as they stand: 东环路."""
HEAD_CHARACTERS = frozenset("园路线桥河渠湖库厂站港城馆院楼")
"""Last characters that alone stand for a whole head: 园 for 产业园, 路 for 一级公路."""
ENDS = re.compile("(?<=[\u4e00-\u9fff])(?:至|到|—|－|-)")


def recall_shortened(passage: Passage, openings: Mapping[str, Sequence[str]]) -> None:
    """Add what opens a clause or an item and shortens just one of the row's projects, given as `openings_of` them."""
    text, marks = passage.text, passage.marks
    for clause in passage.clause_starts() if openings else ():
        start = clause
        if clause in marks or text[clause : clause + 1] in LEADING or text[clause : clause + 1].isdecimal():
            start = passage.strip_left(clause, min(len(text), clause + LONGEST))
        pair, first = text[start : start + 2], text[start : start + 1]
        names = (*openings.get(pair, ()), *openings.get(first, ()))
        fits = [
            (*fit, name)
            for name in names
            if not text.startswith(name, start) and (fit := short_end(text, start, name)) is not None
        ]
        if not fits:
            continue
        end, closed, _ = max(fits)
        full = {name for stop, _, name in fits if stop == end}
        if len(full) == 1 and not _taken(passage, start, end) and _ends_there(passage, end, closed=closed):
            _add(passage, start, end, full.pop())


def built_parks(passages: Sequence[Passage]) -> None:
    """A park's short form is its project's too, where the row names the park in full as one that is built."""
    built = {p.text[f.start : f.end] for p in passages for f in p.found.of("Project")}
    parks = sorted({p.text[f.start : f.end] for p in passages for f in p.found.of("Park")})
    for passage in passages if built else ():
        for park in tuple(passage.found.of("Park")):
            short = passage.text[park.start : park.end]
            longer = [name for name in parks if name != short and (name.endswith(short) or _is_short(short, name))]
            full = park.canonical or (longer[0] if len(longer) == 1 else None)
            if not full or any(f.start < park.end and park.start < f.end for f in passage.found.of("Project")):
                continue
            if full in built or full + "项目" in built or any(_renewed(full, name) for name in built):
                passage.add("Project", park.start, park.end, "memory/built-park", 0.62, full)


def _is_short(short: str, full: str) -> bool:
    fit = short_end(short, 0, full)
    return fit is not None and fit[0] == len(short)


def _renewed(park: str, project: str) -> bool:
    """Whether a project is a park and a short word for what is done to it."""
    return project.startswith(park) and 0 < len(project) - len(park) <= 2 and _works().longest(project) is not None


def openings_of(full_names: Sequence[str]) -> dict[str, list[str]]:
    """Full names by what a short form may begin with: two characters, or the first of a line from place to place."""
    openings: dict[str, list[str]] = {}
    for name in full_names:
        first = {name[0]} if ENDS.search(name) else set()
        for opening in first | {name[at : at + 2] for at in range(len(name) - 1)}:
            openings.setdefault(opening, []).append(name)
    return openings


def _add(passage: Passage, start: int, end: int, full: str) -> None:
    """Add the short form; where it was found already, say what it stands for."""
    if not passage.found.holds("Project", start, end):
        passage.add("Project", start, end, "memory/short-subject", 0.66, full)
        return
    here = ("Project", start, end)
    passage.found.keep([f._replace(canonical=f.canonical or full) if f[:3] == here else f for f in passage.found])


def short_end(text: str, start: int, full: str) -> tuple[int, bool] | None:
    """Where a short form of a full name that begins at a place ends, and whether with the full name's own end.

    >>> short_end("国堂搬迁完成", 0, "青山国堂钢铁有限公司退城搬迁项目")
    (4, True)
    >>> short_end("国堂公司完成", 0, "青山国堂钢铁有限公司退城搬迁项目") is None
    True
    """
    pieces = _pieces(text, start, full)
    if not pieces:
        return None
    (first, _), (last, size) = pieces[0], pieces[-1]
    end = start + sum(size for _, size in pieces)
    short = text[start:end]
    if len(short) < 3 or short == full:
        return None
    closed = last + size >= len(TAIL.sub("", full) or full)
    if len(pieces) == 1:
        headed = any(heads(short) is not None for heads in (facility_head, _heads().longest, _works().longest))
        own = headed if len(short) >= 4 else short[-1] in LINES
        return (end, closed) if closed and first > 0 and own and not is_generic(short) else None
    if is_generic(short):
        return None
    if size == 1:
        return (end, False) if text[end - 1] in HEAD_CHARACTERS and full[-1] == text[end - 1] else None
    headed = closed or any(heads(short) is not None for heads in (facility_head, _heads().longest, _works().longest))
    return (end, headed) if headed or (len(short) >= 5 and size >= 3) else None


@cache
def _heads() -> Endings:
    """What a short form of one piece ends in, facilities apart: goods, power and works."""
    power = ("互补", "风电", "光伏", "储能", "发电", "热电联产", "基地", "园")
    return Endings((*words("goods"), *power))


@cache
def _works() -> Endings:
    return Endings((*kinds("mention_heads")["work"], *kinds("undertaking_ends")["work"], *RENEWED))


RENEWED = ("提质", "扩规", "扩园", "提档", "提标", "扩面")
"""What is done to places, said so shortly only behind their names."""


def _pieces(text: str, start: int, full: str) -> list[tuple[int, int]]:
    """Where the pieces of a short form stand in the full name, with their sizes: two and more, the last may be one."""
    pieces: list[tuple[int, int]] = []
    place, at = start, 0
    while place < min(len(text), start + LONGEST):
        size, found = 0, -1
        while place + size < len(text) and (there := full.find(text[place : place + size + 1], at)) >= 0:
            found, size = there, size + 1
        if size == 0:
            break
        if size == 1 and not (len(pieces) < 2 and (ends := ENDS.search(full)) and found in (0, ends.end())):
            if len(pieces) and found == len(full) - 1:
                pieces.append((found, 1))
            break
        pieces.append((found, size))
        place, at = place + size, found + size
    return pieces


def _taken(passage: Passage, start: int, end: int) -> bool:
    """Whether another name stands there that is no part of this one."""
    return any(
        f.start < end
        and start < f.end
        and (
            (f.type == "Project" and (f.start, f.end) != (start, end))
            or f.end > end
            or (f.type in STANDING and (f.start, f.end) == (start, end))
        )
        for f in passage.found.near(start, end)
        if f.type != "short-area"
    )


def _ends_there(passage: Passage, end: int, *, closed: bool) -> bool:
    """Whether a word that ends names, a figure or punctuation follows; behind the full name's own end, no more name."""
    following = passage.text[end : end + 1]
    if COUNTED.match(passage.text, end):
        return False
    if end in passage.marks or not "\u4e00" <= following <= "\u9fff":
        return True
    return TOLD.match(passage.text, end) is not None or (closed and following not in GOES_ON)


GOES_ON = frozenset("区园厂站路段线期项工局办处所院校馆镇村市县")
COUNTED = re.compile(
    "(?:计划|已|共|新)?(?:建设|建成|完成)?[\\d一二两三四五六七八九十]+余?(?:[处个座家所](?!月)|平方米)"
)
STANDING = ("Institution", "Company", "Agency", "Area")
TOLD = re.compile(
    r"[已正现均也未因待获被拟共年新]|[一二三四两首][期批次台座标#]|具备|取得|完[成工]|开[工建放馆园业]|竣工|建[成设]|投[用产运资入]|通[车水过气电]|"
    r"并网|启[用动]|交[付工]|封顶|收[官尾]|落[地位成]|签[约订下]|入[选库驻围]|核准|批复|立项|可研|环评|能评|招标|挂[网牌]|设备|铺[设轨油]|"
    r"桥[面墩]|浇筑|吊装|安装|调试|点火|主[体变厂]|土[建方地石]|桩基|路[基面]|厂房|水稳|累计|总[投体长]|计划|全[部线面容投]|验收|移交|办[理结]|"
    r"报[批审送]|审批|编制|征[地收迁]|拆[迁除]|腾空|施工|进[入场展]|推[进迟]|停[工建]|暂[停缓]|复工|续建|土|沥青|装[修饰机]|带负荷|出[铁产]|运[行营转]"
)
