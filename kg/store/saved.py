"""Questions that people ask, saved as SPARQL files with their wording and parameters.

A file opens with the question in Chinese and in English, one line each, then a line for each parameter:
`# ?agency: 单位名称或简称 | name or short name of the unit`. The query itself binds the parameter to its default by
`VALUES ?agency { "区发改局" }`, so that the file runs as it is in any tool.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from kg.errors import QueryError
from kg.model.record import Record

_PARAMETER = re.compile(r"# \?(\w+): (.+?) \| (.+)")
_STRING = r'"(?:[^"\\\n\r]|\\.)*"'
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Parameter(Record):
    """A value that the asker may change; `default` is the text in the file."""

    name: str
    label_zh: str
    label_en: str
    default: str


class SavedQuery(Record):
    """A question with its SPARQL; `name` is the file's name without suffix."""

    name: str
    question_zh: str
    question_en: str
    parameters: tuple[Parameter, ...]
    sparql: str

    def filled(self, values: Mapping[str, str]) -> str:
        """The SPARQL with other values for its parameters; texts are escaped, so that they stay texts.

        Raises `QueryError` for a value of a parameter that the query has not.
        """
        sparql = self.sparql
        known = {parameter.name for parameter in self.parameters}
        for name, value in values.items():
            if name not in known:
                raise QueryError(f"{self.name} has no parameter {name!r}; it has {', '.join(sorted(known)) or 'none'}")
            text = "".join(_ESCAPES.get(character, character) for character in value)
            sparql = _values(name).sub(lambda match, text=text: f'{match[1]}"{text}"{match[3]}', sparql)  # type: ignore[misc]
        return sparql


def saved_queries(folder: Path | None = None) -> tuple[SavedQuery, ...]:
    """The saved queries of a folder, in the order of their names; by default those that come with the project.

    Raises `QueryError` where a file is not written as it should be.
    """
    return tuple(read_saved(path) for path in sorted((folder or queries_dir()).glob("*.rq")))


def queries_dir() -> Path:
    """The folder of the project's own queries: inside an installed package, else in the checkout."""
    package = Path(__file__).parents[1]
    installed = package / "_queries"
    return installed if installed.is_dir() else package.parent / "examples" / "queries"


def read_saved(path: Path) -> SavedQuery:
    """One saved query. Raises `QueryError` where the file cannot be read or its opening lines are missing."""
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: the query cannot be read ({error})") from error
    lines = text.splitlines()
    questions = [line.removeprefix("# ") for line in lines[:2] if line.startswith("# ")]
    if len(questions) != 2:
        raise QueryError(f"{path}: the first two lines must be the question in Chinese and in English, after '# '")
    return SavedQuery(
        name=path.stem,
        question_zh=questions[0],
        question_en=questions[1],
        parameters=tuple(_parameter(match, text, path) for line in lines if (match := _PARAMETER.fullmatch(line))),
        sparql=text,
    )


def _parameter(match: re.Match[str], text: str, path: Path) -> Parameter:
    name = match[1]
    bound = _values(name).search(text)
    if not bound:
        raise QueryError(f'{path}: ?{name} has no default; bind it by VALUES ?{name} {{ "…" }}')
    default = re.sub(r"\\(.)", r"\1", bound[2][1:-1])
    return Parameter(name=name, label_zh=match[2], label_en=match[3], default=default)


def _values(name: str) -> re.Pattern[str]:
    return re.compile(rf"(VALUES \?{name} \{{ )({_STRING})( \}})")
