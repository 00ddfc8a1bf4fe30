"""Zerentu (责任图谱): who owns which public project, with the sentence that proves it.

    import kg

    graph = kg.build(["examples/documents"])
    graph.trace("峄城区发改局")
    graph.ask("临淄火车站改造由哪个单位负责？").answer

Everything heavy is imported when it is first used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"
__all__ = ["Graph", "build", "load"]

if TYPE_CHECKING:
    from kg.api import Graph, build, load


def __getattr__(name: str) -> Any:
    """The public names, from `kg.api`, on first use."""
    if name not in __all__:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    from kg import api

    return getattr(api, name)


def __dir__() -> list[str]:
    return sorted([*globals(), *__all__])
