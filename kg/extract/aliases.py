"""One name a project within a row: progress may shorten what the task calls it, or add where it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from kg.model import Mention, Name

_SUFFIX = re.compile("(?:建设)?(?:项目|工程)$")
_TELLS_APART = re.compile(r"[\d一二三四五六七八九十]|[东西南北](?=[区部段侧延])|[期号段座楼]")
_SHORTEST = 4
"""Characters that a short form needs, its suffix not counted."""


def with_one_name(mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, where a project of progress or targets that the task names otherwise has the task's name."""
    task = tuple(dict.fromkeys(m.name for m in mentions if m.type == "Project" and m.part == "task"))
    if not task:
        return list(mentions)
    called = {name.text: name.text for name in task}
    for mention in mentions:
        if mention.type == "Project" and mention.part != "task" and mention.name.text not in called:
            called[mention.name.text] = _task_name(mention.name.text, task)
    _prefer_whole_forms(called)
    return [_renamed(m, called) if m.type == "Project" else m for m in mentions]


def _prefer_whole_forms(called: dict[str, str]) -> None:
    """Where progress adds but `项目` or `工程` to the task's name (`云溪治理项目`), that is the full form."""
    for told, task in list(called.items()):
        if told != task and told.startswith(task) and _SUFFIX.fullmatch(told, len(task)) and called[task] == task:
            called.update({name: told for name, of in called.items() if of == task})


def _task_name(told: str, task: Sequence[Name]) -> str:
    """The one name of the task that means the same, else the name as it is."""
    same = [name.text for name in task if same_project(told, name.text)]
    return same[0] if len(same) == 1 else told


def _renamed(mention: Mention, called: Mapping[str, str]) -> Mention:
    told = mention.name.text
    return mention if called[told] == told else mention.model_copy(update={"canonical": called[told]})


def same_project(told: str, task: str) -> bool:
    """Whether progress tells of the project that the task names: shortened, or with a place or an epithet more.

    >>> same_project("东河镇云溪冷链物流园项目", "云溪物流园"), same_project("云溪物流项目", "云溪智慧物流二期项目")
    (True, True)
    >>> same_project("云溪物流园二期项目", "云溪物流园"), same_project("35万吨纸板项目", "纸板项目")
    (False, False)
    """
    told, task = _bare(told), _bare(task)
    if min(len(told), len(task)) < _SHORTEST or told == task:
        return told == task
    if told[:2] == task[:2] and _left_over(task, told) is not None:
        return True
    extra = _left_over(told, task)
    return extra is not None and not _TELLS_APART.search(extra) and told.endswith(task[-2:])


@lru_cache(maxsize=1024)
def _bare(name: str) -> str:
    return _SUFFIX.sub("", name)


def _left_over(full: str, short: str) -> str | None:
    """What `full` has beside the characters of `short`, None where `short` is not in it in this order."""
    extra, at = "", 0
    for character in full:
        if at < len(short) and character == short[at]:
            at += 1
        else:
            extra += character
    return extra if at == len(short) else None
