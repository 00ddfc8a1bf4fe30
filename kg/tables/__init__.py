"""Documents to rows: layouts recognised by evidence, columns by their header words.

`read_rows` tries what a document's lines and tables show, not what its name promises:

- tables that the format states (Word, sheets, HTML, ruled PDF, CSV, Markdown): `stated`
- tab-separated lines, a row broken over printed lines and pages: `tabbed`
- a Word table's cells one a line, rows apart by an empty line: `stacked`
- columns written one after the other, line by line (PDF text, flattened tables): `serialised`
- blocks of labelled lines (`整改目标：…`, `责任单位：…`, `整改进展：…`): `labelled`
- numbered paragraphs that end in a bracket of units: `bracketed`
- anything else is prose: one record a sentence
"""

from kg.tables.reading import read_rows

__all__ = ["read_rows"]
