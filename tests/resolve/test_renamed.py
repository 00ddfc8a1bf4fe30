from kg.model import Mention, Place, Run, TaskRow, Text
from kg.resolve import Resolution, resolve
from tests.resolve.naming import YICHENG, contexts, groups, named

OLD, NEW = "大埝工业集聚区", "循环经济工业园区"


def said(between: str) -> Resolution:
    """Two parks in one sentence with these words between them."""
    sentence = f"{OLD}{between}{NEW}，开始建设"
    text = Text(value=sentence, runs=(Run(at=0, source=0, length=len(sentence)),))
    row = TaskRow(document="yi23.txt", row="r001", parts={"progress": text}, place=Place(document="yi23.txt"))
    start = len(OLD) + len(between)
    mentions: list[Mention] = [named("yi23.txt", "Park", OLD), named("yi23.txt", "Park", NEW, start=start)]
    return resolve(contexts({"yi23.txt": YICHENG}), mentions, [], rows=[row])


def test_a_sentence_that_calls_two_names_one_makes_them_one() -> None:
    for between in ("被批复为", "更名为", "（以下简称", "，又称"):
        assert groups(said(between), "Park") == {frozenset({f"yi23:{OLD}", f"yi23:{NEW}"})}


def test_other_words_between_two_names_do_not() -> None:
    for between in ("、", "和", "对接", "毗邻即将建成的"):
        assert len(groups(said(between), "Park")) == 2
