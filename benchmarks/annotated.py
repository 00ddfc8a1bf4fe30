"""Score a build on rows that hold annotated names only: their texts are taken from the build.

    .venv/bin/kg build ../shared/corpus --out /tmp/build
    .venv/bin/python benchmarks/annotated.py /tmp/build benchmarks/unseen-rows [--score SCORE] [--errors 20]

Prints what the scorer prints of entities and statements, in the resolved names of the build.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).parent


def with_texts(build: Path, annotations: Path, into: Path) -> None:
    """Annotations as the scorer wants them: each document's rows beside its names."""
    rows: dict[str, list[str]] = defaultdict(list)
    for line in (build / "rows.jsonl").read_text("utf-8").splitlines():
        rows[Path(json.loads(line)["document"]).stem.split("_")[0]].append(line)
    for folder in sorted(path for path in annotations.iterdir() if (path / "sample.json").exists()):
        target = into / folder.name
        shutil.copytree(folder, target)
        wanted = set(json.loads((folder / "sample.json").read_text("utf-8"))["entities"])
        kept = [line for line in rows[folder.name] if json.loads(line)["row"] in wanted]
        (target / "rows.jsonl").write_text("\n".join(kept) + "\n", "utf-8")


def main() -> None:
    """Print the figures of the annotated rows."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("build", type=Path)
    options.add_argument("annotations", type=Path)
    options.add_argument("--score", type=Path, default=HERE.parents[1] / "shared" / "score.py")
    options.add_argument("--errors", type=int, default=0)
    args = options.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        into = Path(temporary)
        with_texts(args.build, args.annotations, into)
        command = [sys.executable, str(args.score), str(args.build), str(into), "--errors", str(args.errors)]
        told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    print(told[told.index("entities, strict") :], end="")


if __name__ == "__main__":
    main()
