"""Projects that a row calls shortly: buildings told of in full, names in quotation marks, misread characters."""

from kg.extract.canonical import canonical_names
from kg.extract.lexicon import Lexicon
from kg.extract.passage import Passage
from kg.extract.row_twins import find_row_twins
from kg.extract.slips import find_slips
from tests.extract.finding import full

HOSPITAL = "安禾集团互联网实体医院"


def passage(text: str, *names: tuple[str, str], lexicon: Lexicon | None = None) -> Passage:
    """A text in which names of some types were found wherever they stand first."""
    made = Passage(text, "progress", frozenset(), lexicon or Lexicon())
    for kind, name in names:
        start = text.index(name)
        made.add(kind, start, start + len(name), "given", 0.9)
    return made


def projects(made: Passage) -> dict[str, str | None]:
    """The projects' texts with their canonical names, after short forms were looked for."""
    find_row_twins([made], canonical_names([made]))
    return {made.text[name.start : name.end]: name.canonical for name in made.found.of("Project")}


def test_what_is_told_of_a_place_by_its_short_name_is_told_of_its_project() -> None:
    text = f"改建{HOSPITAL}，手续在办。互联网实体医院完成选址。"
    made = passage(text, ("Institution", HOSPITAL), ("Project", HOSPITAL))
    start = text.rindex("互联网")
    made.add("Institution", start, start + 7, "given", 0.9)

    assert projects(made)["互联网实体医院"] == HOSPITAL


def test_an_open_place_is_no_project() -> None:
    text = f"改建{HOSPITAL}，依托互联网实体医院开展义诊。"
    made = passage(text, ("Institution", HOSPITAL), ("Project", HOSPITAL))
    start = text.rindex("互联网")
    made.add("Institution", start, start + 7, "given", 0.9)

    assert projects(made) == {HOSPITAL: None}


def test_a_quoted_name_with_the_word_project_means_the_one_project_that_holds_it() -> None:
    text = "推进800万吨/年减压装置“海油海炼”建设。“海油海炼”项目正在论证。"

    assert projects(passage(text, ("Project", "800万吨/年减压装置“海油海炼”")))["“海油海炼”项目"] == (
        "800万吨/年减压装置“海油海炼”"
    )
    assert "“海油海炼”项目" not in projects(passage(text, ("Project", "800万吨/年减压装置")))


def test_a_long_known_name_is_found_with_a_confusable_character() -> None:
    known = Lexicon().with_names([("Project", "安泰膜复合材料"), ("Company", "云天")])
    made = passage("安泰模复合材料正在试产。雲天停产。", lexicon=known)
    find_slips(made)

    assert [(made.text[f.start : f.end], f.canonical) for f in made.found] == [("安泰模复合材料", "安泰膜复合材料")]


def test_a_later_phase_is_no_fuller_name_of_the_whole() -> None:
    told = full("青柳巷片区棚改项目主体完工，青柳巷片区棚改项目二期已启动征收。")

    assert told["青柳巷片区棚改项目"] == "青柳巷片区棚改项目"
