"""Judges what may be the name of an institution: honours, kinds, counts and parts of other words are none."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from kg.extract.naming import general_words, is_counted, is_generic
from kg.extract.passage import Passage

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
BRAND = re.compile(r"[”\"](?:志愿|活动|行动|品牌|计划|等\d个志愿)")
NUMBERED = re.compile("[一二三四五六七八九十]+中(?:学(?!校))?")
SHORT_NUMBERED = re.compile("[一二三四五六七八九十][院小幼]")
ZONE_FIRST = re.compile(
    "(?:开发区|高新区|经开区|新城区?|城关|城[东西南北中]|[东西南北]城|[东西南北]关)(?:实验|中心|第[一二三四五六七八九十]|$)"
)
CAMPUS = frozenset(["校区", "分校", "院区", "东校", "西校"])
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
RANKED = frozenset(["研究中心", "实验室", "研究院", "研究所", "工作站"])
ORDINAL = re.compile("第[一二三四五六七八九十]")
QUOTE = re.compile('[“”"]')
MEETING = ("协", "磋", "研", "会", "座谈", "洽谈")
"""Before 商会: talks that somebody holds (座谈商会)."""
TO_BUILD = re.compile("(?:建设|新建|扩建|改建|迁建|共建|成立|设立|筹建|创建|申办|建成)$")
COUNTED = re.compile(r"^\d|[\d一二两三四五六七八九十][家所个处]")
LONGEST = 20
"""Characters before the word for institutions; what is longer describes one."""
PRAISED = ("获", "晋级", "晋升", "国家一级", "国家级")
LEVELS = frozenset(["", *"省市区县"])
UNIVERSITY = re.compile("大附?$|医附$")
"""Universities whose hospitals are numbered, in short (苏大附二院)."""


class Candidate(NamedTuple):
    """`[start, head_start)` with the word for institutions behind it."""

    passage: Passage
    start: int
    head_start: int
    head: str
    core: str
    """What stands before the word."""

    @property
    def end(self) -> int:
        """Where the word for institutions ends."""
        return self.head_start + len(self.head)

    def goes_on(self, pattern: re.Pattern[str]) -> bool:
        """Whether a pattern stands right behind."""
        return pattern.match(self.passage.text, self.end) is not None

    def begins_with(self, *types: str) -> list[int]:
        """Where names of these types end that begin with the candidate and end before the word."""
        found = self.passage.found.near(self.start, self.start)
        return [n.end for n in found if n.type in types and n.start == self.start and n.end <= self.head_start]


def why_not(passage: Passage, start: int, match: re.Match[str]) -> str:
    """Why `[start, match.end())` names no institution, `match` being the word for one; empty where it does."""
    candidate = Candidate(passage, start, match.start(), match[0], passage.text[start : match.start()])
    return next((reason for reason, applies in JUDGEMENTS if applies(candidate)), NAME)


def _is_part_of_word(c: Candidate) -> bool:
    return c.goes_on(NOT_AFTER) or (c.head in CAMPUS and c.passage.text.startswith("区", c.end))


def _is_of_a_sort(c: Candidate) -> bool:
    return bool(OF_A_SORT.search(c.core) or CUT_WORD.search(c.core + c.head))


def _is_praise(c: Candidate) -> bool:
    return c.passage.text.endswith(PRAISED, 0, c.start)


def _is_canteen(c: Candidate) -> bool:
    return c.head == "学校" and c.passage.text.startswith("食堂", c.end)


def _is_class_or_firm(c: Candidate) -> bool:
    return bool(c.core and (not HAN.search(c.core) or c.core.startswith("集团") or BATCH.match(c.core)))


def _is_department(c: Candidate) -> bool:
    agencies = c.passage.found.near(c.start, c.head_start, "Agency") if c.head == "实验室" else ()
    return any(found.end == c.head_start for found in agencies)


def _lacks_school(c: Candidate) -> bool:
    named = SCHOOL.search(c.core) is not None and not c.core.endswith("新")
    return c.head in CAMPUS and not named


SCHOOL = re.compile("学校|小学|中学|大学|学院|幼儿园|医院|[一二三四五六七八九十]中")


def _is_numbered(c: Candidate) -> bool:
    return NUMBERED.fullmatch(c.head) is not None


def _is_numbered_there(c: Candidate) -> bool:
    return _is_short_number(c) and (_has_place(c) or _opens(c))


def _is_short_number(c: Candidate) -> bool:
    return SHORT_NUMBERED.fullmatch(c.head) is not None


def _is_talk(c: Candidate) -> bool:
    return QUOTE.search(c.core) is not None or (c.head == "商会" and c.core.endswith(MEETING))


def _is_to_build(c: Candidate) -> bool:
    return TO_BUILD.search(c.core) is not None or c.core == "商"


def _is_honour(c: Candidate) -> bool:
    """`成功申报山东省工程研究中心`: a rank of the province, not one body."""
    area = next((end - c.start for end in c.begins_with("Area")), 0) or (1 if c.core[:1] in tuple("省市区县") else 0)
    ranked = area and HONOURED.search(c.passage.text[max(0, c.start - 6) : c.start])
    return bool(ranked and c.head in RANKED and KIND_OF_BODY.fullmatch(c.core[area:].removeprefix("级")))


def _is_description(c: Candidate) -> bool:
    return is_counted(c.core) or bool(COUNTED.search(c.core)) or len(c.core) > LONGEST or "的" in c.core


def _is_university(c: Candidate) -> bool:
    """Two characters that are no common word name a university."""
    return c.head == "大学" and len(c.core) == 2 and c.core not in general_words() and not KIND.fullmatch(c.core)


def _is_of_state(c: Candidate) -> bool:
    return bool(NATIONAL.match(c.core + c.head) or (c.head == "实验室" and OF_RANK.fullmatch(c.core)))


def _is_nameless(c: Candidate) -> bool:
    return is_generic(c.core) and not _is_of_level(c) and not _in_town(c)


def _is_of_level(c: Candidate) -> bool:
    """Whether a level, a number, a zone or the country stands first, and says whose it is."""
    national = c.core.startswith("中国") and len(c.core) > 2
    level = LEVEL_START.match(c.passage.text, c.start)
    return bool(national or level or ORDINAL.match(c.core) or ZONE_FIRST.match(c.core))


def _in_town(c: Candidate) -> bool:
    """Whether the name of a town or village stands at the beginning (桃林镇中心小学)."""
    return any(c.passage.text[end - 1] in "镇乡道村" for end in c.begins_with("Area"))


def _is_kind(c: Candidate) -> bool:
    return KIND.fullmatch(c.core) is not None and not _has_owner(c)


def _has_owner(c: Candidate) -> bool:
    """Whether an area, a level or a proper word stands at the beginning."""
    if c.begins_with("Area", "short-area") or _is_of_level(c):
        return True
    return len(c.core) >= 4 and not is_generic(c.core) and not is_generic(c.core[:2])


def _has_place(c: Candidate) -> bool:
    """Whether a level, an area or a university stands right before a number (县二院, 上海六院, 浙大二院)."""
    if c.core.removesuffix("实验") in LEVELS or c.core == "城关" or UNIVERSITY.search(c.core):
        return True
    return any(c.passage.found.holds(type, c.start, c.head_start) for type in ("Area", "short-area"))


def _opens(c: Candidate) -> bool:
    """Whether two to four characters that are no common words begin a clause or follow a verb (改造西河四小)."""
    passage, start = c.passage, c.start
    opens = passage.clause_start(start + 1) == start or any(
        passage.mark_end(place) == start for place in range(max(0, start - 4), start - 1)
    )
    return opens and 2 <= len(c.core) <= 4 and not is_generic(c.core)


NAME = ""
"""The judgement that nothing speaks against a name."""
JUDGEMENTS: tuple[tuple[str, Callable[[Candidate], bool]], ...] = (
    ("a brand or an activity", lambda c: c.goes_on(BRAND)),
    ("part of another word", _is_part_of_word),
    ("any of a sort, or parts of two words", _is_of_a_sort),
    ("an honour, not a body", _is_praise),
    ("canteens of schools", _is_canteen),
    ("a class, a batch, or part of a firm", _is_class_or_firm),
    ("a department of an agency", _is_department),
    ("a campus without its school", _lacks_school),
    (NAME, _is_numbered),
    (NAME, _is_numbered_there),
    ("a number without its place", _is_short_number),
    ("part of another word", _is_talk),
    ("built, or of any name", _is_to_build),
    ("an honour, not a body", _is_honour),
    ("a count or a description", _is_description),
    (NAME, _is_university),
    (NAME, _is_of_state),
    ("no name before the suffix", _is_nameless),
    ("says what kind, not which one", _is_kind),
)
"""What is asked of a candidate, in this order; the first that applies decides."""
