"""What the documentation says is true: commands, files, one line to set up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from typer.main import get_command

from kg.cli.app import app

ROOT = Path(__file__).parents[1]
COMMANDS = get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_has_help_and_stands_in_both_readmes(name: str) -> None:
    assert COMMANDS[name].help
    assert all(f"kg {name}" in (ROOT / readme).read_text("utf-8") for readme in ("README.md", "README.zh.md"))


def test_the_readmes_name_no_command_that_is_not_there() -> None:
    for readme in ("README.md", "README.zh.md"):
        named = set(re.findall(r"(?:`|bin/)kg (\w+)", (ROOT / readme).read_text("utf-8")))

        assert named <= set(COMMANDS)


def test_both_readmes_give_the_same_commands() -> None:
    blocks = [
        re.findall(r"```sh\n(.*?)```", (ROOT / name).read_text("utf-8"), re.S) for name in ("README.md", "README.zh.md")
    ]

    assert blocks[0] == blocks[1]


def test_the_set_up_for_tests_is_what_ci_runs() -> None:
    install = ".venv/bin/pip install -q -c constraints.txt -e '.[test,dev]'"

    assert install in (ROOT / "README.md").read_text("utf-8")
    assert install in (ROOT / ".ci" / "run").read_text("utf-8")


@pytest.mark.parametrize("path", sorted(ROOT.glob("*.md")) + sorted(ROOT.glob("docs/*.md")), ids=lambda path: path.name)
def test_links_between_pages_lead_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text("utf-8")):
        assert (path.parent / target).exists(), target


def test_no_committed_text_names_an_address_of_a_package_registry() -> None:
    host = re.compile(r"https?://[\w.-]*(?:pyp[i]|npm[j]s|pythonh[o]sted|deb[i]an)\.")
    for path in [*ROOT.glob("*.txt"), *ROOT.glob("*.toml"), *ROOT.glob("*.md"), ROOT / ".ci" / "run"]:
        assert not host.search(path.read_text("utf-8"))
