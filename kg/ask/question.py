"""A question read: where and when, what is asked, and about what."""

from __future__ import annotations

import re
from functools import cache

from kg.ask.scopes import Scope, read_scopes
from kg.graph.names import Names
from kg.graph.wording import Language, Wording
from kg.model import Record
from kg.words import word_table

_GROUP = re.compile(r"<([a-z]+)>")
_SPACE = re.compile(r"\s+")
_SHARED_OUT = re.compile(r"(?<![区县市])(?:分别|各自)(?=[与和同向由在到有是])")
_IN_AREA = re.compile(r"在(分别|各自|各|与|和|由|有|到)")
_END = re.compile(r"[？?。！!，,：:；;\s]+$")
_HEAD = re.compile(r"^(?:请问|请告诉我|告诉我|我想知道|想知道|查一下|查询|请查|问一下|那么|关于|在|，|,|的|对于|其中)+")
_TAIL = re.compile(
    r"(?:这一?[项个]|该[项个]?|这)?(?:任务|工作|重点工作|事项)?(?:的|是|，|,|、|了|呢|吗|主要|目前|分别|各自|方面|现在|任务表中|相关|有关|在)*$"
)


class Cue(Record):
    """Words by which a kind of question is known; `example` is such a question."""

    kind: str
    pattern: str
    example: str


class Question(Record):
    """A question. `subject` is what it is about, without area, period and the words that ask.

    `asked` is what is asked for by name (公司, 镇, 多少亿元), `plain` the question without area and period;
    `cue` the words of `plain` by which the kind was known. `language` is that of the sentences that answer it.
    """

    text: str
    kind: str
    subject: str
    raw_subject: str
    asked: str = ""
    measure: str = ""
    person: str = ""
    plain: str = ""
    cue: str = ""
    scopes: tuple[Scope, ...] = ()
    language: Language = "zh"

    @property
    def words(self) -> Wording:
        """The words of the sentences that answer it."""
        return Wording(self.language)


def read_question(text: str, names: Names, language: Language = "zh") -> Question | None:
    """Read a question, None where no kind of question is recognised.

    The words that ask are looked for in the question without its areas and periods; the first fitting cue of
    `ask_cues.csv` decides.
    """
    whole = _SHARED_OUT.sub("", _END.sub("", _SPACE.sub("", text)))
    scopes, plain = read_scopes(whole, names)
    plain = plain if not scopes[0].area else _IN_AREA.sub(r"\1", plain)
    raw = read_scopes(whole, names, keep_areas=True)[1]
    for cue, pattern in _cues():
        if found := pattern.search(plain):
            groups = {key: value or "" for key, value in found.groupdict().items()}
            return Question(
                text=text,
                kind=cue.kind,
                subject=_trimmed(plain, found),
                raw_subject=_trimmed(raw, pattern.search(raw)),
                asked=groups.get("what", "") or groups.get("unit", ""),
                measure=groups.get("measure", ""),
                person=groups.get("person", ""),
                plain=plain,
                cue=found.group(),
                scopes=scopes,
                language=language,
            )
    return None


def examples() -> tuple[str, ...]:
    """One example of each way of asking that is understood."""
    return tuple(dict.fromkeys(cue.example for cue, _ in _cues()))


def _trimmed(plain: str, found: re.Match[str] | None) -> str:
    rest = plain if found is None else plain[: found.start()] + "，" + plain[found.end() :]
    before = None
    while rest != before:
        before = rest
        rest = _TAIL.sub("", _END.sub("", _HEAD.sub("", rest)))
    return max(re.split("[，,]", rest), key=len)


@cache
def _cues() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    groups = {row["name"]: row["pattern"] for row in word_table("ask_words")}

    def written_out(pattern: str) -> str:
        while _GROUP.search(re.sub(r"\(\?P<[a-z]+>", "", pattern)):
            pattern = re.sub(r"(?<!\?P)<([a-z]+)>", lambda found: groups[found[1]], pattern)
        return pattern

    rows = word_table("ask_cues")
    return tuple(
        (Cue(kind=row["kind"], pattern=row["cue"], example=row["example"]), re.compile(written_out(row["cue"])))
        for row in rows
    )
