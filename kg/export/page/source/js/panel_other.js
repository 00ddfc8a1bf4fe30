/* The other panels: a line between two things, a group, the start, the list of what is shown, paths. */

function edgePanel(app, one, other) {
  const pair = pairBetween(app.graph, one, other);
  const statements = pair ? app.sieve.statements(pair) : [];
  const dash = h("span", { "aria-hidden": "true" }, "—");
  return [
    h("header", { class: "panel-head" }, para("kind", t("connection")),
      h("h2", { tabindex: "-1", class: "ends" }, entityButton(one, app.act), dash, entityButton(other, app.act))),
    statements.length > 0 && section(t("evidence"), statements.length, longList(statements, (fact) => connectionItem(fact, app.act), 20)),
    !statements.length && para("empty", t("noFacts")),
  ];
}

function connectionItem(statement, act) {
  const { subject, predicate, target, role } = statement;
  return [
    div("fact-head", span(null, subject.label), span("verb", term("relation", predicate)), span(null, target.label), roleChip(role)),
    statement.link ? para("reason", sentence(statement.reason, statement.english) || t("impliedArea")) : quoteOf(statement, act),
  ];
}

function groupPanel(app, node) {
  const { members, area } = node.group;
  const name = node.id.startsWith("g:") && area ? `${area.name} · ${node.label}` : node.label;
  return [
    h("header", { class: "panel-head" }, para("kind", typeMark(node.type, 18), t("group")), h("h2", { tabindex: "-1" }, name),
      div("actions", button("action", () => app.act.open(node.id), t("openGroup")))),
    section(t("things"), members.length, longList(members.slice(0, 400), (entity) => entityButton(entity, app.act), 40)),
  ];
}

/* Where to begin: what is in here, and whose desk most of it lies on. */
function homePanel(app) {
  const { graph, act, home } = app;
  const figures = [[graph.documents, "documents"], [graph.rows, "rows"], [graph.entities, "things"], [graph.facts, "statements"]];
  return [
    h("header", { class: "panel-head" }, para("kind", t("brandLine")), h("h2", { tabindex: "-1" }, t("startHere"))),
    para("figures", figures.map(([list, key]) => figure(list.length, t(key)))),
    ranking("busiest", home.agencies, act),
    ranking("mostShared", home.shared, act),
    section(t("documents"), graph.documents.length, longList(graph.documents, (document) => documentButton(document, act))),
    para("reason", t("howTo")),
  ];
}

function ranking(title, ranked, act) {
  const items = ranked.map(([entity, number]) => h("li", {}, entityButton(entity, act, entity.label), span("number", count(number))));
  return items.length > 0 && section(t(title), null, h("ol", { class: "ranking" }, items));
}

function documentButton(document, act) {
  const about = [document.brief, t("rowCount", { number: count(document.rows) })].join(" · ");
  return button("row-link", () => act.filter("document", [document.name]), span("row-text", document.title), span("row-meta", about));
}

function homeFigures(graph) {
  const owned = new Map();
  const owners = new Map();
  for (const fact of graph.facts) {
    if (!OWNING.has(fact.predicate) || !fact.target || fact.target.type !== "Project" || fact.subject.type !== "Agency") continue;
    owned.set(fact.subject, (owned.get(fact.subject) || new Set()).add(fact.target));
    owners.set(fact.target, (owners.get(fact.target) || new Set()).add(fact.subject));
  }
  const best = (map, least) => [...map].map(([entity, others]) => [entity, others.size]).filter(([, number]) => number >= least)
    .sort((one, other) => other[1] - one[1] || one[0].index - other[0].index).slice(0, 8);
  return { agencies: best(owned, 1), shared: best(owners, 2) };
}

/* The view as a list, for those who would rather read than look. */
function listPanel(app) {
  const { nodes } = app.view;
  const types = [...new Set(nodes.map((node) => node.type))].sort((one, other) => TYPES.indexOf(one) - TYPES.indexOf(other));
  return [
    h("header", { class: "panel-head" }, h("h2", { tabindex: "-1" }, t("listTitle", { number: count(nodes.length) }))),
    types.map((type) => listSection(app, type, nodes.filter((node) => node.type === type))),
    !nodes.length && para("empty", t("nothingShown")),
  ];
}

function listSection({ act }, type, nodes) {
  nodes.sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
  const select = (node) => () => act.select({ kind: "node", ids: [node.id] });
  const item = (node) => button("entity", select(node), typeMark(type), span(null, node.entity ? node.entity.name : node.label));
  return section(term("type", type), nodes.length, longList(nodes, item, 15));
}

function pathPanel(app) {
  const { graph, state, act } = app;
  const ends = state.path || { from: "", to: "" };
  const chooser = (key, id, choose) => {
    const entity = graph.ids.get(id);
    const box = searchBox({ graph, label: t(key), id: `path-${key}`, choose, value: entity ? entity.name : "" });
    return div("field", h("label", { for: `path-${key}` }, t(key)), box);
  };
  const paths = app.view.paths;
  return [
    h("header", { class: "panel-head" }, h("h2", { tabindex: "-1" }, t("pathTitle"))),
    chooser("pathStart", ends.from, (entity) => act.setPath(entity.id, ends.to)),
    chooser("pathEnd", ends.to, (entity) => act.setPath(ends.from, entity.id)),
    ends.from && ends.to && paths && (paths.length
      ? paths.map((path, index) => section(t("pathNumber", { number: index + 1, steps: path.length - 1 }), null, pathSteps(path, app)))
      : para("empty", t("noPath"))),
    !(ends.from && ends.to) && para("reason", t("pathHint")),
  ];
}

function pathSteps(path, app) {
  return h("ol", { class: "path" }, path.map((entity, step) => h("li", {},
    step > 0 && pathHop(path[step - 1], entity, app), entityButton(entity, app.act))));
}

function pathHop(from, to, { graph, sieve, act }) {
  const statement = mainStatement(sieve.drawn(pairBetween(graph, from, to)));
  const arrow = statement.subject === to ? "↑" : "↓";
  return div("hop", span("verb", `${arrow} ${term("relation", statement.predicate)}`), !statement.link && quoteOf(statement, act));
}
