"""Finds institutions: schools, hospitals, museums, associations, research bodies, media."""

from __future__ import annotations

import re

from kg.extract.institution_starts import after_leads
from kg.extract.lexicon import kinds, units_pattern
from kg.extract.lists import enumerations, outer
from kg.extract.naming import general_words, is_counted, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first

NOT_AFTER = re.compile(
    r"有限|股份|公司|集团|部(?!署)|标(?!准)|生(?!宿舍|公寓)|位|化|法|费|会(?!会)|城(?!市)|[路街](?!道)|科技园|大比武|教育|办学|毕业|级|制(?!药)|卡|证|类|型|周边|网|学(?!校)|期|阶段|园|业|心(?!小学)"
)
KIND = re.compile(
    r".*(?:中|小|管|办|高水平|公办|民办|普惠性?|公立|乡镇|城乡|农村|镇|基层|各级?|各类|高等|职业|技工|名|重点|综合|三甲|三级|二级|专科|中医|综合性|"
    r"合作|示范性?|规范化|标准化|智慧|数字|网络|互联网|老年|开放|特殊教育|知名|国内外|科技创新?|企业|行业|街道|社区|村|[\d一二两三四五六七八九十几余多各每](?:家|所|个)|新|"
    r"老|人民|市民|干部|妇女|农家|城市|共享|文物|民营|各大|主流|省级以上|中央|新闻|院|实验|科研|技术|重大|国家级?|省级?|市级?|区级?|"
    r"县级?|联合|共建|博士后|专家|基础教育|义务教育|[区市省]属|辖区|区直|市直|这些|两|庄户)(?<!^[^农乡各镇每全行]村)(?<!^[^农乡各镇每全行][^农乡各镇每全行]村)$"
)
OF_A_SORT = re.compile(
    "(?:薄弱|寄宿制|定点|救治|学段|义务段|配套|公立|民办|普惠|子女|家长|所有|乡镇|镇街|街镇|镇村|[省市县区]级|比例|系数|核酸检测|化验)$"
)
"""What sorts schools and hospitals, whatever stands before (城区薄弱学校, 长安区公立学校)."""
CUT_WORD = re.compile("[其集]中(?:学|[小专]?$)|[省市区县镇城乡]中小学$")
"""Where the head's first character belongs to the word before (其中学校), or the head to one for many (城区中小学)."""
LEVEL_START = re.compile(
    r"镇(?=中心(?:小|学|幼|卫|校)|卫生院)|[省市区县](?=第[一二三四五六七八九十]|人民|中医|妇幼|妇保|妇计|团校|水利院|胸科|精神|传染|肿瘤|口腔|立医|职业|实验|特殊|委党校|党校|档案|图书|文化|"
    r"博物|美术|科技馆|体育|融媒体|广播|农科|环科|林科|科学院|考古|社科|机关|直机关|技师|教师|老年大学|一中|二中|三中|慈善|红十字|"
    r"福利|工商|企业|个体|青年|青少年|法学|疾控|儿童|康复|急救|[一二三四五六七八九十](?:院|小|幼)|高级中学|高中(?!生)|初级中学|游泳馆|中心(?:医|卫|敬|血|幼|小|福|养)|社会福利|殡仪|救助|光荣院|军休|"
    r"[京豫越昆评川吕曲淮扬粤]剧|黄梅戏|柳琴|梆子|采茶|花鼓|秦腔|话剧|歌舞|歌剧|文工|杂技|乐团|交响|群众艺术|群艺|艺术馆|名人馆|方志|党史馆|规划馆|展览馆|纪念馆|少年宫|文化宫|"
    r"工人文化|妇女儿童|[农林水畜蚕药质计特]\w{1,2}[院所](?!长)|检验检测|产业技术|技工|职教|特教|教师进修|开放大学|体校|卫校|技校|职中|职高|职专|总商会|志愿者|供养|养老院|敬老院|特困|仲裁|公证|"
    r"医院(?![感管])|建筑设计|[规测][划绘]|电商|电子商务|[\u4e00-\u9fff]{1,4}(?:行业)?协会|[\u4e00-\u9fff]{2,4}商会|"
    r"眼科|骨科|妇产|胸科|结核|皮肤|中西医|疗养|老年大|外国语|民族中|民族小|老年医|电视台|日报|晚报|血站|科协)"
)
HAN = re.compile("[\u4e00-\u9fff]")
BATCH = re.compile("第[一二三四五六七八九十]+批")
BUILT = re.compile("[修改用]作|改[为成]|建设|新建|扩建|改建|迁建|共建|成立|设立|筹建")
BRAND = re.compile(r"[”\"](?:志愿|活动|行动|品牌|计划|等\d个志愿)")
NUMBERED = re.compile("[一二三四五六七八九十]+中(?:学(?!校))?")
BARE_NUMBER = re.compile(
    "(?:^|(?<=[，、。；：和与])|(?<=[新改扩迁]建)|(?<=推进))(?P<name>[一二三四五六七八九十]{1,2}中|\\d{1,2}中(?:[东西南北]校)?)"
    "(?=、(?:[^，。；：、]{0,6}[中校学])|改扩建|扩建|迁建|新校|初中部|高中部|运动场|[一二]期)"
)
SHORT_NUMBERED = re.compile("[一二三四五六七八九十][院小幼]")
ZONE_FIRST = re.compile(
    "(?:开发区|高新区|经开区|新城区?|城关|城[东西南北中]|[东西南北]城|[东西南北]关)(?:实验|中心|第[一二三四五六七八九十]|$)"
)
CAMPUS = frozenset(["校区", "分校", "院区", "东校", "西校"])
SHARED = re.compile(r"(?:[\d一二两三四五六七八九十]+[所家个处座]|[各每该本级类等所名新座处家个]|创建|建有)$")
RANK_OR_COUNT = re.compile(r"^\d|级[甲乙]?$")
LIST_HEADS = frozenset(["媒体", "高校", "大学", "院校", "医院"])


def _suffixes() -> list[str]:
    digits = "一二三四五六七八九十"
    numbered = [f"{digit}[{digits}]*中(?:学(?!校))?(?!小学)" for digit in digits]
    shortened = [f"{word}大(?!学)" for word in ("师", "农", "科", "医", "财", "交", "理工")]
    numbered += [f"{digit}[院小幼](?![落子墙企车行场门微作学儿区时组])" for digit in digits]
    return [*numbered, *shortened, *longest_first(kinds("mention_heads")["institution"])]


SUFFIXES = Sought(_suffixes)
"""What ends the name of an institution."""
CALLED_AFTER = re.compile("[路街]|大街|科技园|同方|紫光")
"""Streets, parks and firms that bear the name of a university."""
CHANNEL = re.compile("[\u4e00-\u9fff]{2,4}频道")
NUMBERED_INSTITUTE = "第?[\\d一二三四五六七八九十〇零]{1,4}(?:研究)?[所院]"
"""Institutes that state groups number (中电科20所)."""
STATE_GROUPS = (
    "中国电科",
    "中电科",
    "航天科工",
    "航天科技",
    "航天",
    "中核",
    "核工业",
    "兵器工业",
    "中船重工",
    "中航工业",
)
KNOWN = Sought(
    lambda: [
        *(group + NUMBERED_INSTITUTE for group in STATE_GROUPS),
        *longest_first(kinds("mention_known")["Institution"]),
    ]
)


def find_institutions(passage: Passage) -> None:
    """Add the institutions of a passage."""
    for match in passage.matches(KNOWN):
        if CALLED_AFTER.match(passage.text, match.end()):
            continue
        channel = CHANNEL.match(passage.text, match.end())
        end = channel.end() if channel and match[0] == "央视" else match.end()
        passage.add("Institution", match.start(), end, "institutions/known", 0.92)
    for match in passage.matches(SUFFIXES):
        _candidate(passage, match)
    _bare_numbers(passage)
    _listed(passage)
    _units(passage)


def _bare_numbers(passage: Passage) -> None:
    """`三中、36中新校区`: where an item begins and what a school has follows, the number alone names it."""
    text = passage.text
    for match in BARE_NUMBER.finditer(text) if "中" in text else ():
        start, end = match.span("name")
        if not passage.found.holds("Institution", start, end) and passage.name_start(end - 1) in (start, end - 1):
            passage.add("Institution", start, end, "institutions/bare-number", 0.7)


def _units(passage: Passage) -> None:
    """Responsible units that are institutions (石榴研究院), wherever they are named."""
    pattern = units_pattern(passage.lexicon.units, "Institution")
    for match in pattern.finditer(passage.text) if pattern else ():
        passage.add("Institution", match.start(), match.end(), "institutions/unit", 0.9)


def _candidate(passage: Passage, match: re.Match[str]) -> None:
    text, end = passage.text, match.end()
    start = passage.name_start(match.start())
    if start == match.start() and not (NUMBERED.fullmatch(match[0]) and len(match[0]) >= 3):
        if match[0] in kinds("mention_contexts")["definite"]:
            _definite(passage, start, end)
        return
    built = list(BUILT.finditer(text, start, match.start()))
    start = built[-1].end() if built and built[-1].end() < match.start() - 1 else start
    start = max(start, text.rfind("至", start, match.start() - 1) + 1)
    start = after_leads(passage, start, match.start())
    start = _with_owner(passage, _after_subject(passage, start, match.start()), match.start())
    if text[start:end] in kinds("mention_contexts")["definite"]:
        _definite(passage, start, end)
        return
    reason = _why_not(passage, start, match)
    if reason:
        passage.reject("Institution", start, end, reason)
    else:
        passage.add("Institution", start, end, "institutions/suffix", 0.85)


def _definite(passage: Passage, start: int, end: int) -> None:
    """A facility of which the area has one (县 left out), where it is not counted."""
    if not NOT_AFTER.match(passage.text, end) and not SHARED.search(passage.text[max(0, start - 4) : start]):
        passage.add("Institution", start, end, "institutions/definite", 0.6)


def _with_owner(passage: Passage, start: int, end: int) -> int:
    """Back to the beginning of an agency in whose name a joining word stands (国家林业和草原局X研究中心)."""
    agencies = passage.found.near(start, end, "Agency")
    return min((found.start for found in agencies if found.start < start < found.end <= end), default=start)


def _after_subject(passage: Passage, start: int, end: int) -> int:
    """Past another institution that does something to this one."""
    for place in range(end - 2, start + 2, -1):
        if passage.marks.get(place) == "lead" and place > start and passage.text[place - 1] in "院学校中园馆委局办厅":
            return passage.strip_left(place, end)
    return start


def _why_not(passage: Passage, start: int, match: re.Match[str]) -> str:
    text, core = passage.text, passage.text[start : match.start()]
    if BRAND.match(text, match.end()):
        return "a brand or an activity"
    if NOT_AFTER.match(text, match.end()) or (match[0] in CAMPUS and text.startswith("区", match.end())):
        return "part of another word"
    if OF_A_SORT.search(core) or CUT_WORD.search(core + match[0]):
        return "any of a sort, or parts of two words"
    if text.endswith(("获", "晋级", "晋升"), 0, start) or text.endswith(("国家一级", "国家级"), 0, start):
        return "an honour, not a body"
    if text.startswith("食堂", match.end()) and match[0] == "学校":
        return "canteens of schools"
    if core and (not HAN.search(core) or core.startswith("集团") or BATCH.match(core)):
        return "a class, a batch, or part of a firm"
    if match[0] == "实验室" and any(
        found.end == match.start() for found in passage.found.near(start, match.start(), "Agency")
    ):
        return "a department of an agency"
    if match[0] in CAMPUS and not _has_school(core):
        return "a campus without its school"
    if NUMBERED.fullmatch(match[0]):
        return ""
    if SHORT_NUMBERED.fullmatch(match[0]):
        named = _has_place(passage, start, match.start()) or _opens(passage, start, core)
        return "" if named else "a number without its place"
    if re.search('[“”"]', core) or (match[0] == "商会" and core.endswith(("协", "磋", "研", "会", "座谈", "洽谈"))):
        return "part of another word"
    if re.search("(?:建设|新建|扩建|改建|迁建|共建|成立|设立|筹建|创建|申办|建成)$", core) or core == "商":
        return "built, or of any name"
    if _is_honour(passage, start, match):
        return "an honour, not a body"
    if (
        is_counted(core)
        or re.search(r"^\d|[\d一二两三四五六七八九十][家所个处]", core)
        or len(core) > 20
        or "的" in core
    ):
        return "a count or a description"
    if match[0] == "大学" and len(core) == 2 and core not in general_words() and not KIND.fullmatch(core):
        return ""
    if NATIONAL.match(core + match[0]) or (match[0] == "实验室" and OF_RANK.fullmatch(core)):
        return ""
    national = core.startswith("中国") and len(core) > 2
    if (
        is_generic(core)
        and not national
        and not LEVEL_START.match(text, start)
        and not ORDINAL.match(core)
        and not ZONE_FIRST.match(core)
        and not _in_town(passage, start, match.start())
    ):
        return "no name before the suffix"
    if KIND.fullmatch(core) and not _has_owner(passage, start, match.start()):
        return "says what kind, not which one"
    return ""


NATIONAL = re.compile(
    r"(?:东北|西北|华东|华中|华南|华北|西南|中南|东南|江南|北方|南方|中央|国防|对外|首都|中原)[\u4e00-\u9fff]{0,8}?(?:大学|学院|师大|科大|研究院|设计院|勘[测察]院|设计研究院|研究所)$|"
    r"中国(?:[林农水环医社热电建]科|计量|特检|疾控|检科)|国家(?!级|重点|[^级]{0,3}示范)[\u4e00-\u9fff]{4,16}(?:研究中心|研究院|检测院|实验室|博物馆|图书馆)$"
)
"""Universities of a part of the country, and institutes of the state."""
OF_RANK = re.compile(
    r"[\u4e00-\u9fff]{4,16}(?:全国重点|国家重点|国家级重点|省级?重点|市级?重点|教育部重点|国家工程|联合)"
)
"""A laboratory with its subject and its rank (稀土新材料全国重点)."""
HONOURED = re.compile(
    "(?:申报|获批|认定为?|获评|入选|创建|争创|评为|备案|新增|培育|组建|建成|创成)(?:[\\d一二两三四五六七八九十]+[家个])?$"
)
KIND_OF_BODY = re.compile("(?:工程|技术|重点|企业|产业|创新|协同|制造业|联合|科技|临床|医学)+$")


def _is_honour(passage: Passage, start: int, match: re.Match[str]) -> bool:
    """`成功申报山东省工程研究中心`: a rank of the province, not one body."""
    core = passage.text[start : match.start()]
    areas = passage.found.near(start, start, "Area")
    area = next((f.end - start for f in areas if f.start == start and f.end <= match.start()), 0)
    area = area or (1 if core[:1] in tuple("省市区县") else 0)
    ranked = area and HONOURED.search(passage.text[max(0, start - 6) : start])
    return bool(ranked and KIND_OF_BODY.fullmatch(core[area:].removeprefix("级")) and match[0] in RANKED)


RANKED = frozenset(["研究中心", "实验室", "研究院", "研究所", "工作站"])
ORDINAL = re.compile("第[一二三四五六七八九十]")


def _has_school(core: str) -> bool:
    return bool(
        re.search(r"学校|小学|中学|大学|学院|幼儿园|医院|[一二三四五六七八九十]中", core)
    ) and not core.endswith("新")


def _has_owner(passage: Passage, start: int, end: int) -> bool:
    """Whether an area, a level or a proper word stands at the beginning."""
    areas = (found for found in passage.found.near(start, start) if found.type in ("Area", "short-area"))
    if any(found.start == start and found.end <= end for found in areas):
        return True
    core = passage.text[start:end]
    if (
        ZONE_FIRST.match(core)
        or LEVEL_START.match(passage.text, start)
        or ORDINAL.match(core)
        or (core.startswith("中国") and len(core) > 2)
    ):
        return True
    return len(core) >= 4 and not is_generic(core) and not is_generic(core[:2])


LEVELS = frozenset(["", *"省市区县"])
UNIVERSITY = re.compile("大附?$|医附$")
"""Universities whose hospitals are numbered, in short (苏大附二院)."""


def _has_place(passage: Passage, start: int, end: int) -> bool:
    """Whether a level, an area or a university stands right before a number (县二院, 上海六院, 浙大二院)."""
    core = passage.text[start:end]
    if core.removesuffix("实验") in LEVELS or core == "城关" or UNIVERSITY.search(core):
        return True
    return passage.found.holds("Area", start, end) or passage.found.holds("short-area", start, end)


def _in_town(passage: Passage, start: int, end: int) -> bool:
    """Whether the name of a town or village stands at the beginning (桃林镇中心小学)."""
    areas = passage.found.near(start, start, "Area")
    return any(f.start == start and f.end <= end and passage.text[f.end - 1] in "镇乡道村" for f in areas)


def _opens(passage: Passage, start: int, core: str) -> bool:
    """Whether two to four characters that are no common words begin a clause or follow a verb (改造西河四小)."""
    opens = passage.clause_start(start + 1) == start or any(
        passage.mark_end(place) == start for place in range(max(0, start - 4), start - 1)
    )
    return opens and 2 <= len(core) <= 4 and not is_generic(core)


def _listed(passage: Passage) -> None:
    """`A、B等媒体`: each item is one."""
    for enumeration in enumerations(passage):
        if enumeration.head not in LIST_HEADS:
            continue
        for item in enumeration.items:
            start, end = outer(passage.text, *item)
            start, end = _title(passage.text, start, end)
            name = passage.text[start:end]
            if 3 <= end - start <= 16 and not is_generic(name) and not RANK_OR_COUNT.search(name):
                passage.add("Institution", start, end, "institutions/list", 0.75)


def _title(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without what stands around the title in it (获《西河晚报》)."""
    opening = text.find("《", start, end)
    return (opening + 1, end - 1) if opening >= 0 and text[end - 1] == "》" else (start, end)
