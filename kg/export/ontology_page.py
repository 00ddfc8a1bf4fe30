"""The ontology as one page for people: every class, relation and concept in Chinese and English, and a picture."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from kg.export.class_diagram import class_diagram
from kg.export.terms import NAMESPACES
from kg.ids import ONTOLOGY_BASE
from kg.ontology import Concept, Ontology, OntologyClass, OntologyProperty, Term

_KNOWN_BASES = {
    **{base: prefix for prefix, base in NAMESPACES.items()},
    "http://www.opengis.net/ont/geosparql#": "geo",
    "http://www.w3.org/ns/org#": "org",
    "http://www.w3.org/ns/sosa/": "sosa",
    "http://purl.org/linked-data/cube#": "qb",
    "https://schema.org/": "schema",
}

_STYLE = """
:root{color-scheme:light dark}
body{font:16px/1.6 "Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif;
max-width:76rem;margin:0 auto;padding:1.5rem}
h1{font-size:1.6rem;margin:0}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:2px solid #2f5d8a}
h3{font-size:1.05rem;margin:1.4rem 0 .2rem}h3 code{font-weight:400;opacity:.75;margin-left:.5rem}
p{margin:.2rem 0}[lang=en]{opacity:.78}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #8884;padding:.35rem .5rem;text-align:left;vertical-align:top}
th{background:#2f5d8a14;font-weight:600}a{color:#2f6ca8}
dl{margin:.2rem 0 0;display:grid;grid-template-columns:9rem 1fr;gap:0 .6rem}
dt{opacity:.7}dd{margin:0}svg{width:100%;height:auto}svg rect{fill:#f4f8fc;stroke:#2f5d8a}
svg text{text-anchor:middle;font-size:12px;fill:#17344f}svg text.name{font-size:14px;font-weight:600}
svg path.relation{fill:none;stroke:#8aa4bd;stroke-width:1.1;marker-end:url(#tip)}svg marker path{fill:#8aa4bd}
svg text.relation{font-size:11px;fill:#444;paint-order:stroke;stroke:#fff;stroke-width:3px}
svg text.below{fill:#456}figure{margin:1rem 0;background:#fff;border-radius:6px}
@media(max-width:48rem){dl{grid-template-columns:1fr}table{display:block;overflow-x:auto}}
"""


def ontology_page(known: Ontology, ontology_base: str = ONTOLOGY_BASE) -> str:
    """The page as HTML: one file, no script, nothing fetched; the same bytes for the same ontology."""
    parts = (
        _head(ontology_base),
        f"<figure>{class_diagram(known)}</figure>",
        "<h2 id='classes'>类 <span lang='en'>Classes</span></h2>",
        *(_class(cls, known) for cls in known.classes.values()),
        "<h2 id='relations'>关系 <span lang='en'>Relations</span></h2>",
        _properties((p for p in known.properties.values() if p.kind == "object"), known),
        "<h2 id='attributes'>属性 <span lang='en'>Attributes</span></h2>",
        _properties((p for p in known.properties.values() if p.kind == "datatype"), known),
        "<h2 id='schemes'>概念表 <span lang='en'>Concept schemes</span></h2>",
        *(_scheme(name, concepts, known) for name, concepts in known.schemes.items()),
        "</main></body></html>\n",
    )
    return "\n".join(parts)


def _head(ontology_base: str) -> str:
    return (
        '<!doctype html><html lang="zh"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>责任图谱本体 · Zerentu ontology</title><style>{_STYLE}</style></head><body><main>"
        "<h1>责任图谱本体 <span lang='en'>Zerentu ontology</span></h1>"
        f"<p>命名空间 <span lang='en'>Namespace</span>: <code>{escape(ontology_base)}</code> "
        "(<code>kg:</code>)</p>"
        "<p><a href='#classes'>类</a> · <a href='#relations'>关系</a> · <a href='#attributes'>属性</a> · "
        "<a href='#schemes'>概念表</a></p>"
    )


def _class(cls: OntologyClass, known: Ontology) -> str:
    own = [prop for prop in known.properties.values() if _fits(cls.name, prop.domain, known)]
    rows = (
        ("上位类 / above", _links(cls.parents, known)),
        ("对应 / aligned", _elsewhere(cls.aligned)),
        ("可用 / used with", _links((prop.name for prop in own), known)),
    )
    items = "".join(f"<dt>{title}</dt><dd>{content}</dd>" for title, content in rows if content)
    return f"<section>{_heading(cls)}{_definition(cls)}<dl>{items}</dl></section>"


def _fits(name: str, domain: Iterable[str], known: Ontology) -> bool:
    return any(known.is_a(name, one) for one in domain)


def _heading(term: Term) -> str:
    english = f"<span lang='en'>{escape(term.label_en)}</span>"
    return f"<h3 id='{escape(term.name)}'>{escape(term.label_zh)} {english}<code>kg:{escape(term.name)}</code></h3>"


def _definition(term: Term) -> str:
    return f"<p>{escape(term.definition_zh)}</p><p lang='en'>{escape(term.definition_en)}</p>"


def _properties(properties: Iterable[OntologyProperty], known: Ontology) -> str:
    head = "<tr><th>名称 / name</th><th>主语 / subject</th><th>宾语 / object</th><th>含义 / meaning</th></tr>"
    return f"<table>{head}{''.join(_property(prop, known) for prop in properties)}</table>"


def _property(prop: OntologyProperty, known: Ontology) -> str:
    range_ = _links(prop.range, known) if prop.kind == "object" else _elsewhere(prop.range)
    above = [_links(prop.parents, known), _elsewhere(prop.aligned)]
    aligned = "、".join(filter(None, above))
    name = (
        f"<b>{escape(prop.label_zh)}</b> <span lang='en'>{escape(prop.label_en)}</span><br>"
        f"<code>kg:{escape(prop.name)}</code>"
    )
    meaning = _definition(prop) + (f"<p>→ {aligned}</p>" if aligned else "")
    return (
        f"<tr id='{escape(prop.name)}'><td>{name}</td><td>{_links(prop.domain, known)}</td>"
        f"<td>{range_}</td><td>{meaning}</td></tr>"
    )


def _scheme(name: str, concepts: Iterable[Concept], known: Ontology) -> str:
    head = "<tr><th>名称 / name</th><th>代号 / notation</th><th>含义 / meaning</th></tr>"
    rows = "".join(
        f"<tr id='{escape(one.name)}'><td><b>{escape(one.label_zh)}</b> <span lang='en'>{escape(one.label_en)}</span>"
        f"</td><td><code>{escape(one.notation)}</code></td><td>{_definition(one)}</td></tr>"
        for one in concepts
    )
    return f"<h3 id='{escape(name)}'><code>kg:{escape(name)}</code></h3><table>{head}{rows}</table>"


def _links(names: Iterable[str], known: Ontology) -> str:
    return "、".join(f"<a href='#{escape(name)}'>{escape(known.label(name))}</a>" for name in names)


def _elsewhere(iris: Iterable[str]) -> str:
    return "、".join(f"<a href='{escape(iri)}'><code>{escape(_short(iri))}</code></a>" for iri in iris)


def _short(iri: str) -> str:
    for base, prefix in _KNOWN_BASES.items():
        if iri.startswith(base):
            return f"{prefix}:{iri[len(base) :]}"
    return iri
