"""Views of the graph as files: JSON lines, RDF, a page, tables.

`EXPORTERS` are the files of every build, in the order in which they are written; `OPTIONAL_EXPORTERS` are written on
demand. A new one is a file beside these and a line here; a contract test runs over both lists.
"""

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

__all__ = ["EXPORTERS", "OPTIONAL_EXPORTERS", "ExportSettings", "Exporter", "exporter", "write_build"]

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


def exporter(name: str) -> Exporter | None:
    """The exporter of that name, None where there is none."""
    return next((one for one in (*EXPORTERS, *OPTIONAL_EXPORTERS) if one.name == name), None)
