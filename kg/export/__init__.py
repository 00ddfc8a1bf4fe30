"""Views of the graph as files: JSON lines, RDF, a page, tables.

`EXPORTERS` are the files of every build, in the order in which they are written; `OPTIONAL_EXPORTERS` are written on
demand. A new one is a file beside these and a line here; a contract test runs over both lists. Other packages bring
theirs by entry points of the group `kg.exporters`, written on demand.
"""

from functools import cache
from importlib.metadata import EntryPoint, entry_points

from kg.errors import OutputError
from kg.export.base import Exporter, ExportSettings
from kg.export.catalogue import Catalogue
from kg.export.drawing import Gexf, GraphML
from kg.export.json_ld import JsonLd
from kg.export.json_lines import Candidates, Documents, Entities, Links, Mentions, Rows, Statements
from kg.export.outputs import write_build
from kg.export.rdf import NQuads, NTriples, Rdf12, RdfXml, TriG, Turtle
from kg.export.report import Report
from kg.export.tables import Cypher, EdgesCsv, NodesCsv, Parquet
from kg.export.web_page import WebPage

__all__ = ["EXPORTERS", "OPTIONAL_EXPORTERS", "ExportSettings", "Exporter", "exporter", "exporters", "write_build"]

EXPORTERS: tuple[Exporter, ...] = (
    Documents(),
    Rows(),
    Mentions(),
    Statements(),
    Entities(),
    Links(),
    Candidates(),
    Turtle(),
    NQuads(),
    WebPage(),
    Report(),
)

OPTIONAL_EXPORTERS: tuple[Exporter, ...] = (
    TriG(),
    NTriples(),
    RdfXml(),
    JsonLd(),
    Rdf12(),
    Catalogue(),
    GraphML(),
    Gexf(),
    NodesCsv(),
    EdgesCsv(),
    Cypher(),
    Parquet(),
)


PLUGINS = "kg.exporters"
"""The entry point group; what it names is an exporter, or a class or function that makes one."""


def exporters() -> tuple[Exporter, ...]:
    """All exporters: those of every build, those on demand, those of installed plug-ins by their names.

    Raises `OutputError` where a plug-in makes no exporter.
    """
    return (*EXPORTERS, *OPTIONAL_EXPORTERS, *_outside())


def exporter(name: str) -> Exporter | None:
    """The exporter of that name, None where there is none."""
    return next((one for one in exporters() if one.name == name), None)


@cache
def _outside() -> tuple[Exporter, ...]:
    return tuple(_loaded(point) for point in sorted(entry_points(group=PLUGINS), key=lambda point: point.name))


def _loaded(point: EntryPoint) -> Exporter:
    found = point.load()
    made = found if isinstance(found, Exporter) and not isinstance(found, type) else found()
    if not isinstance(made, Exporter):
        raise OutputError(f"plug-in {point.name} ({point.value}) makes no exporter; see kg.export.Exporter")
    return made
