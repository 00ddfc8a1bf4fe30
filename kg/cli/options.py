"""Options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.wording import say

PathsArgument = Annotated[
    list[Path],
    typer.Argument(metavar="PATH...", help=say("文件或文件夹，可以多个", "files and folders"), show_default=False),
]
OutOption = Annotated[Path, typer.Option("--out", "-o", help=say("写入的文件夹", "folder to write into"))]
GraphOption = Annotated[
    Path, typer.Option("--graph", "-g", help=say("一次构建的输出文件夹", "folder that `kg build` wrote"))
]
JsonOption = Annotated[bool, typer.Option("--json", help=say("以 JSON 输出", "print JSON"))]
DecisionsOption = Annotated[
    Path | None,
    typer.Option("--decisions", help=say("人工判定文件（CSV）", "people's decisions (CSV)"), show_default=False),
]
DEFAULT_OUTPUT = Path("output")
