"""Finds parks, institutions and centres that are being built: each is a project too, listed or alone."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.built_works import ENLARGING
from kg.extract.lexicon import alternation, kinds
from kg.extract.lists import items_left_of, outer
from kg.extract.naming import LEVEL, is_category, is_counted, is_general_name, is_generic, is_single_facility
from kg.extract.passage import Passage
from kg.extract.reported import tells_of_building
from kg.extract.sought import Sought, longest_first

VERB = re.compile(
    r"新改扩建|新建|改扩建|改建|扩建|规划建设|开工建设|续建|迁建|重建|建设(?![\u4e00-\u9fff]{0,2}用地|项目|工程|局|银行|指挥|资金|单位|规模|进度|标准|内容)"
    r"|建成投用|建成启用|建成(?!区)|打造|培育|兴建|筹建|改造提升|提升改造|改造|启用|投用"
)
DRIVE = re.compile(r"推进|加快|启动|保障|推动|完成|加速|抓好|做好|实施|深化")
BUILDING = re.compile(
    r"(?:等(?:园区|项目|工程|公园|景区|片区|基地)?)?(?:的)?(?:规划|尽快|尽早|早日|加快|按期|如期)?"
    r"(?:建设|改造|提升|打造|施工|落地|落户|开工|动工|竣工|完工|封顶|建成|投用|投运|投产)"
)
QUANTITY = re.compile(r"[”\"]?(?:\d+|[一二两三四五六七八九十]+)余?(?:处|个|座|家|条|所)")
STATE = re.compile(
    r"(?:项目|工程|建设)?(?:目前|现|均|全部|已|正在|在|主体|基本|完成|完工|竣工|建成|投入使用|投用|开工|施工|进入|揭牌|开馆|开业|运营|开园|开放|成片开发|选址)"
)
INDEFINITE = re.compile(
    r"[二两三四五六七八九十]大|[的各类批]|\d[家所个]|薄弱|寄宿制|公办|区域|国家|^[\d一二两三]|一流|样板|省级|市级|[AＡ]级|街头|若干|多个|村镇|社区公园|示范[村镇户]"
)
KIND_OF_PUBLIC = re.compile("城市|社区|乡村|农村|基层|公共|城乡|镇村|区级|县级|市级|各|综合|文化|体育|智慧")
NETWORK_BUILT = re.compile(r"(?:规划)?建设(?!\d)")
SETTING_UP = ("成立", "建立", "设立", "组建")
"""Said of offices too; of a place only where goods are stored or handed on there."""
VERB_AT_END = re.compile(f"(?:{VERB.pattern}|{DRIVE.pattern}|{'|'.join(SETTING_UP)})$")
STORES = re.compile("(?:分拣|集散|物流|仓储|配送|加工|冷链|展销|储备)中心")
SCHOOLS = ("小学", "中学", "学校", "幼儿园", "医院", "卫生院", "学院", "中医院")
AIMING = ("打造", "培育", "加快", "推动")
AIMS = ("廊道", "集聚区", "聚集区", "示范区", "学校", "学院")
HONOUR = re.compile(r"(?:争创|创建|创成|获评|评为|入选|认定|命名|申报|成功创|列为|纳入|积极创)[^，。；、]{0,6}$")


def find_built_places(passage: Passage) -> None:
    """Add as projects the named places of which a clause says that they are built, renewed or how far they are."""
    text = passage.text
    for match in passage.matches(PLACE_ENDS):
        items = _items(passage, match)
        if not items:
            continue
        verb, after = _verb_before(passage, items[0][0]), text[match.end() : match.end() + 14]
        reported = STATE.match(text, match.end())
        state = reported and tells_of_building(text, reported) and _opens(passage, items[0][0])
        built = (
            VERB.fullmatch(verb)
            or (verb in SETTING_UP and STORES.fullmatch(match[0]))
            or (DRIVE.fullmatch(verb) and BUILDING.match(after))
        )
        if not (built or state) or QUANTITY.search(text[max(0, items[0][0] - 5) : items[0][0]]):
            continue
        if verb in ENLARGING and match[0] in SCHOOLS and not text.startswith("等", match.end()):
            continue
        if verb in AIMING and match[0] in AIMS:
            continue
        specific = any(not is_generic(core_of(text[slice(*item)])) for item in items)
        for start, end in items:
            _add(passage, start, end, specific=specific, strong=bool(built))


PLACE_ENDS = Sought(
    lambda: longest_first(
        word for kind in ("park", "institution", "building") for word in kinds("mention_places")[kind]
    ),
    behind="(?![园区馆址化级型内校村庄至])",
)
"""What ends the name of a park, a building for the public or a zone."""


@cache
def _end(kind: str) -> re.Pattern[str]:
    return re.compile(alternation("mention_places", kind) + "$")


def core_of(name: str) -> str:
    """A place's name without the word for what it is."""
    ending = _place_at_end().search(name)
    return name[: ending.start()] if ending else name


@cache
def _place_at_end() -> re.Pattern[str]:
    return re.compile(PLACE_ENDS.pattern.pattern + "$")


def _items(passage: Passage, match: re.Match[str]) -> list[tuple[int, int]]:
    """The list that ends here, where it is the list's last member; quotation marks left out."""
    text = passage.text
    if text[match.end() : match.end() + 1] == "、":
        return []
    return [outer(text, *item) for item in items_left_of(passage, match.end())]


def _verb_before(passage: Passage, start: int) -> str:
    before = passage.text[max(0, start - 6) : start].rstrip('“"')
    found = VERB_AT_END.search(before)
    return found[0] if found else ""


def _opens(passage: Passage, start: int) -> bool:
    before = passage.clause_start(start) if start else 0
    return passage.strip_left(before, start) == start


def _add(passage: Passage, start: int, end: int, *, specific: bool, strong: bool) -> None:
    text, name = passage.text, passage.text[start:end]
    core = core_of(name)
    if core == name or not 2 <= len(core) <= 20 or is_counted(core) or INDEFINITE.search(LEVEL.sub("", name)):
        return
    if QUANTITY.match(text, end) or text[end : end + 1].isdigit():
        return
    if HONOUR.search(text[max(0, start - 12) : start]) or not re.search(r"[\u4e00-\u9fff]", core):
        return
    general = is_generic(core) or (is_category(core) and is_general_name(core))
    definite = specific and (len(core) >= 6 or not is_category(core))
    network = name.endswith("管网") and len(core) >= 5 and NETWORK_BUILT.match(text, end)
    if name.endswith("管网") and not network and general:
        return
    museum = core_of(name) and name.endswith("馆") and not KIND_OF_PUBLIC.match(core) and BUILDING.match(text, end)
    if general and museum and strong and len(core) >= 2:
        general = False
    if general and not (strong and (definite or network or is_single_facility(name))):
        passage.reject("Project", start, end, "says what kind, not which one")
        return
    passage.add("Project", start, end, "built/place", 0.62)
    for kind in ("park", "institution"):
        known = passage.found.near(start, end, kind.capitalize())
        if _end(kind).search(name) and not any(found.end == end for found in known):
            passage.add(kind.capitalize(), start, end, f"built/{kind}", 0.62)
