/* The embedded knowledge as records that refer to one another directly. */

const STRUCTURAL = new Set(["area", "partOf", "jurisdiction", "belongsTo"]);
/* Told in the panel, not drawn: every district has an agency for education. */
const UNDRAWN = new Set(["sameFunctionAs"]);
const OWNING = new Set(["responsibleFor", "leads", "supports"]);

function readGraph(raw) {
  const word = (number) => (number < 0 ? null : raw.words[number]);
  const documents = raw.documents.map(([name, title, area, period, reviews, rows], index) => ({
    index, name, title, area, period, reviews, rows,
  }));
  Object.assign(WORDS, raw.terms);
  const entities = raw.entities.map((record, index) => readEntity(record, index, word));
  for (const document of documents) nameDocument(document, entities);
  const rows = raw.rows.map((record, index) => readRow(record, index, documents, raw.parts, word));
  const graph = {
    entities, documents, rows, pairs: new Map(), parts: raw.parts, ids: new Map(entities.map((e) => [e.id, e])),
    overview: raw.overview,
  };
  graph.facts = raw.facts.map((record, index) => readFact(record, index, graph, raw.parts, word));
  graph.links = raw.links.map(([subject, predicate, target, reason, english, confidence]) => ({
    subject: entities[subject], predicate: word(predicate), target: entities[target], reason, english, confidence, link: true,
  }));
  for (const fact of graph.facts) attach(graph, fact);
  for (const link of graph.links) attach(graph, link);
  for (const row of rows) attachRow(entities, row);
  for (const entity of entities) describe(entity, entities);
  return graph;
}

/* How a document is called in full and in short, where its own title says neither whose it is nor of when. */
function nameDocument(document, entities) {
  const area = document.area >= 0 ? entities[document.area].name : "";
  document.brief = [area, document.period].filter(Boolean).join(" ") || document.title || document.name;
  document.title = document.title || document.brief;
}

function readEntity(record, index, word) {
  const [id, type, kind, name, label, aliases, area, documents, mentions, code, role, sector, reason, english, keys, x, y] = record;
  return {
    index, id, type: word(type), kind: word(kind), name, label: label || name, aliases, area, documents, mentions,
    code: code || null, function: word(role), sector: word(sector), sectorReason: word(reason),
    sectorEnglish: word(english), keys, x, y,
    facts: [], pairs: [], rows: [], stages: [],
  };
}

function readRow(record, index, documents, parts, word) {
  const [document, row, kind, number, section, item, status, texts, units, leaders, extra, marks, place] = record;
  return {
    index, document: documents[document], row, kind: word(kind), number: number || null, section: word(section), item: word(item),
    status: word(status), texts: Object.fromEntries(parts.map((part, n) => [part, texts[n] || ""])),
    units: units.map(([name, role, entity]) => ({ name, role: word(role), entity })),
    leaders: leaders.map(([name, entity]) => ({ name, entity })),
    extra, marks: marks.map(([part, start, end, entity]) => ({ part: parts[part], start, end, entity })), place, facts: [],
  };
}

function readFact(record, index, graph, parts, word) {
  const [subject, predicate, target, text, value, unit, role, basis, document, row, ...evidence] = record;
  const [part, start, end, quote, period, method, confidence] = evidence;
  const place = row < 0 ? null : graph.rows[row];
  const partName = typeof part === "string" ? part : parts[part];
  const fact = {
    index, subject: graph.entities[subject], predicate: word(predicate), target: target < 0 ? null : graph.entities[target],
    text, value: value || null, unit: word(unit), role: word(role), basis: word(basis), document: graph.documents[document],
    row: place, part: partName, start, end, quote: quote || (place ? place.texts[partName].slice(start, end) : ""),
    exact: !quote, period: word(period), method: word(method), confidence,
  };
  if (place) place.facts.push(fact);
  return fact;
}

/* A pair is what the picture draws as one line: all that is stated between two things. */
function attach(graph, statement) {
  const { subject, target } = statement;
  if (!statement.link) subject.facts.push(statement);
  if (!target || target === subject) return;
  if (!statement.link) target.facts.push(statement);
  const [a, b] = subject.index < target.index ? [subject, target] : [target, subject];
  const key = a.index * graph.entities.length + b.index;
  let pair = graph.pairs.get(key);
  if (!pair) {
    pair = { key, a, b, statements: [] };
    graph.pairs.set(key, pair);
    a.pairs.push(pair);
    b.pairs.push(pair);
  }
  pair.statements.push(statement);
}

function attachRow(entities, row) {
  const involved = new Set([...row.units, ...row.leaders, ...row.marks].map((one) => one.entity));
  for (const fact of row.facts) involved.add(fact.subject.index);
  for (const index of involved) if (index >= 0) entities[index].rows.push(row);
}

function describe(entity, entities) {
  entity.areaName = entity.area >= 0 ? entities[entity.area].name : "";
  entity.stages = entity.facts.filter((fact) => fact.predicate === "stage" && fact.subject === entity);
  entity.stages.sort((one, other) => (one.period || "").localeCompare(other.period || ""));
  entity.weight = entity.pairs.length + Math.min(entity.mentions, 20) / 10;
  entity.searchable = [entity.name, entity.label, ...entity.aliases, ...entity.keys].map((form) => form.toLowerCase());
}

const stageOf = (fact) => fact.value || fact.text;
const otherEnd = (pair, entity) => (pair.a === entity ? pair.b : pair.a);

/* The one relation a line is coloured by: ownership before place, stated before implied. */
const RELATION_ORDER = ["leads", "responsibleFor", "supports", "undertakes", "investedIn", "builds",
  "cooperatesWith", "supervises", "concerns", "locatedIn", "partOf", "jurisdiction", "belongsTo", "area"];

function mainStatement(statements) {
  const rank = (one) => {
    const found = RELATION_ORDER.indexOf(one.predicate);
    return (found < 0 ? RELATION_ORDER.length - 4.5 : found) - (one.role === "lead" ? 0.5 : 0);
  };
  return statements.reduce((best, one) => (rank(one) < rank(best) ? one : best));
}
