"""Finds people: names known to all, a surname with a name before or after an office, lists of names."""

from __future__ import annotations

import re
from functools import cache

from kg.extract.lexicon import kinds
from kg.extract.lists import items_left_of
from kg.extract.naming import is_general_name, is_generic
from kg.extract.passage import Passage
from kg.extract.sought import Sought, longest_first
from kg.words import words

HAN = r"[\u4e00-\u9fff]"
LEADERS = (
    *(f"{level}委书记" for level in "省市区县州旗镇乡"),
    *(f"{body}长" for body in "省市区县州旗镇乡局厅部院所校处科会站司"),
    *(
        "书记",
        "主任",
        "主席",
        "总理",
        "国务委员",
        "委员长",
        "常委",
        "秘书长",
        "理事长",
        "董事长",
        "总经理",
        "总裁",
        "经理",
    ),
    *("院士", "教授", "研究员", "首席科学家", "首席专家", "政委", "党组成员", "检察长", "审判长", "指挥长"),
)
MERITED = (
    *("代表", "委员", "劳动模范", "劳模", "好人", "模范", "楷模", "英雄", "烈士", "工匠", "技师", "传承人", "支书"),
    *("党支部书记", "第一书记", "标兵", "能手", "状元", "带头人", "致富能人", "作家", "画家", "大师", "传人", "书法家"),
    *("艺术家", "歌唱家", "歌手", "演员", "冠军", "运动员", "健将", "企业家", "乡贤", "校友", "村民", "居民", "农民"),
    *(
        "种植户",
        "养殖户",
        "种粮大户",
        "种植大户",
        "养殖大户",
        "脱贫户",
        "贫困户",
        "群众",
        "党员",
        "老党员",
        "职工",
        "工人",
    ),
    *("教师", "老师", "医生", "护士", "民警", "专家", "博士", "工程师", "农艺师", "志愿者", "青年", "大学生", "创始人"),
    *("负责人", "法人代表", "记者"),
)
CALLED = (
    *("同志", "先生", "女士", "院士", "教授", "研究员", "博士", "老师", "等同志", "烈士", "副总理", "总理", "副委员长"),
    *("委员长", "国务委员", "副主席", "主席"),
    *(
        f"{serves}{office}"
        for serves in ("任", "担任")
        for office in ("董事长", "总经理", "理事长", "会长", "组长", "校长", "院长")
    ),
    *(f"{vice}{level}长" for vice in ("", "副") for level in "省市区县镇乡州"),
    *(f"{level}委书记" for level in "省市区县州"),
    *("书记", "主任", "局长", "董事长", "总经理"),
)
STOPS = (
    r"[，。、；）)（(：]|$|等|同志|率|带队|带领|牵头|深入|到|赴|一行|调研|考察|视察|检查|督导|督查|慰问|看望|走访|听取|"
    r"出席|参加|参会|陪同|主持|致辞|致欢迎|讲话|发言|汇报|通报|部署|表示|指出|强调|介绍|讲解|解说|接待|说|宣布|宣读|作|会见|担任|兼任|任|"
    r"荣?获|当选|先后|多次|亲自|专程|实地|分别|现场|一起|共同|及|受邀|应邀|见证|签|揭|启动|在|为|与|和|向|莅临|来|的"
)
KNOWN = Sought(lambda: longest_first(kinds("mention_known")["Person"]))
FIGURE = Sought(
    lambda: longest_first(kinds("mention_known")["figure"]),
    behind="(?=诞辰|逝世|公祭|祭[祀奠拜典]|故居|故里|出生地|墓|陵(?!园)|塑像|铜像|雕像|石像|后裔|传说|生平|题词|题刻|亲笔|事迹)",
)
"""Figures of history where it is they who are meant: their birth, grave, house, statue."""


@cache
def _surnames() -> str:
    names = words("mention_surnames")
    double = sorted(name for name in names if len(name) > 1)
    return "|".join([*double, f"[{''.join(sorted(name for name in names if len(name) == 1))}]"])


@cache
def _before_office() -> re.Pattern[str]:
    """Overlapping, since some surnames are common words as well (和, 于)."""
    return re.compile(rf"((?:{_surnames()})(?!委){HAN}{{1,2}}?)(?:{'|'.join(CALLED)})")


OFFICE = Sought(CALLED)
LONGEST_NAME = 4
AFTER_OFFICE = Sought(
    (*LEADERS, *MERITED),
    whole=lambda: (
        rf"(?:{'|'.join(LEADERS)})((?:{_surnames()}){HAN}{{1,2}}?)(?={STOPS})|"
        rf"(?:{'|'.join(MERITED)})((?:{_surnames()}){HAN}{{2}})(?=[，。、；）)（(]|$|等|和|与|家|受|获|荣|入选|当选|被)"
    ),
)


@cache
def _full_name() -> re.Pattern[str]:
    return re.compile(rf"(?:{_surnames()}){HAN}{{1,2}}")


@cache
def _next_name() -> re.Pattern[str]:
    return re.compile(rf"((?:{_surnames()}){HAN}{{1,2}}?)(?=[，。、；）)]|$|等)")


REPRESENTED = re.compile(r"以(?P<names>[\u4e00-\u9fff、]{2,20}?)等?(?:为|作为)[^，。；]{0,8}?(?:代表|带头人|领头)")
PEOPLE_OF_LIST = re.compile(
    r"等(?:[\d一二两三四五六七八九十]+余?(?:名|位|人)|同志|(?:[\u4e00-\u9fff]{0,6}(?:专家|院士|教授|学者|名家|大师|艺术家|模范|烈士|乡贤|名师|名医|代表人物|人物|先贤)))"
)


def find_people(passage: Passage) -> None:
    """Add the people named in a passage."""
    for match in passage.matches(KNOWN):
        if not passage.text.startswith(
            ("新时代", "思想", "总书记关于", "经济思想", "法治思想", "生态文明思想"), match.end()
        ):
            passage.add("Person", match.start(), match.end(), "people/known", 0.95)
    for match in passage.matches(FIGURE):
        passage.add("Person", match.start(), match.end(), "people/figure", 0.8)
    _represented(passage)
    _listed(passage)
    for match in passage.matches(AFTER_OFFICE):
        group = 1 if match[1] else 2
        _add(passage, match.start(group), match.end(group), "people/after-office", 0.75)
        _beside(passage, match.end(group))
    _before_offices(passage)


def _before_offices(passage: Passage) -> None:
    """`对王某某同志`: a surname and a name where somebody is spoken of, and before an office."""
    text, spoken_of = passage.text, kinds("mention_contexts")["spoken-of"]
    offices = passage.may_begin(OFFICE)
    for start in sorted({start for end in offices for start in range(max(0, end - LONGEST_NAME), end - 1)}):
        if start and not text.endswith(spoken_of, 0, start):
            continue
        if match := _before_office().match(text, start):
            _add(passage, start, match.end(1), "people/office", 0.8)


def _add(passage: Passage, start: int, end: int, method: str, confidence: float) -> None:
    """Keep a name unless it is a common word (局长安排, 常务副县长)."""
    name = passage.text[start:end]
    near = (found for found in passage.found.near(start, start) if found.type != "short-area")
    if any(found.start <= start < found.end for found in near):
        return
    common = is_generic(name) or is_general_name(name) or NO_NAME.search(name)
    if not common and not passage.begins_with_word(start):
        passage.add("Person", start, end, method, confidence)


NO_NAME = re.compile(
    r"^(?:解[读决释除析答困]|应对|管[理控护]|安[装置]|关[注闭停爱]|方法|水平|能力|班子|查[看处办]|成[长功绩]|明[白显]|党组|党委|党员|党总|常务|成立|高度|高级|全面|全体|全程|全力|全县|充分|应邀|应当|应急|于\d|和|与|等|及|向|双[月周]|何时|何种|经常|通报|"
    r"通过|相关|相应|明确|时任|时间|主持|安全|安排|商会|商谈|单位|单独|段长|阳光|万家|易地|成员|成果|幸福|都要|能够|从严|关心|关于|盖章|干部|权威|满意|国务|"
    r"文明|文化|广泛|东部|连续|后续|国家|农业|农村|农民|常态|常委|常年|宣传|游客|白天|路面|车辆|车间|水利|水务|金融|金额|钱款|方案|方面|马上|成功|项目|管理|"
    r"古树|石材|厂|项|步|花费|花卉|左右|黄河|苗木|鱼|牛|羊|马匹|林业|包联|包保|包村|包抓|包靠|终|终身|家|家庭)|组长|队长|班长|(?<=[\u4e00-\u9fff])节$|[会议等人员户名位年月日要将已的了是及率]$"
)


def _represented(passage: Passage) -> None:
    """`以A、B为代表`: surname and name, where each of the list has one."""
    for match in REPRESENTED.finditer(passage.text) if "以" in passage.text else ():
        names = match["names"].split("、")
        if not all(_is_name(name) for name in names):
            continue
        start = match.start("names")
        for name in names:
            end = start + len(name)
            if not any(found.start < end and start < found.end for found in passage.found.near(start, end)):
                passage.add("Person", start, end, "people/represented", 0.7)
            start += len(name) + 1


def _is_name(text: str) -> bool:
    return bool(_full_name().fullmatch(text)) and not is_general_name(text) and not NO_NAME.search(text)


def _listed(passage: Passage) -> None:
    """`A、B、C等8名同志`: each has surname and name, and one of them three characters."""
    for match in PEOPLE_OF_LIST.finditer(passage.text) if "等" in passage.text else ():
        items = items_left_of(passage, match.start())
        names = [passage.text[start:end] for start, end in items]
        if len(items) == 1 or (items and not all(map(_is_name, names))):
            _last_of_list(passage, match.start())
        if len(items) > 1 and any(len(name) == 3 for name in names) and all(map(_is_name, names)):
            for start, end in items:
                _add(passage, start, end, "people/listed", 0.7)


MERITED_LIST = re.compile(f"等[\\d一二两三四五六七八九十]+余?[名位]{HAN}{{0,6}}?(?:{'|'.join(MERITED)})")
HOME_END = frozenset("馆院校所局村镇乡社区司站队厂")


def _last_of_list(passage: Passage, end: int) -> None:
    """`文化馆王某某等3名传承人`: the one who is named, behind where he belongs."""
    start = end - 3
    before = passage.text[start - 1 : start]
    if start > 0 and before in HOME_END and MERITED_LIST.match(passage.text, end) and _is_name(passage.text[start:end]):
        passage.add("Person", start, end, "people/first-of-list", 0.65)


def _beside(passage: Passage, place: int) -> None:
    """The names that follow a person in a list (院士A、B)."""
    while passage.text[place : place + 1] == "、":
        match = _next_name().match(passage.text, place + 1)
        if not match or not _is_name(match[1]):
            return
        _add(passage, match.start(1), match.end(1), "people/beside", 0.7)
        place = match.end()
