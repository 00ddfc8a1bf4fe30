/* The other panels: a line between two things, a group, the start, the list of what is shown, paths. */

function edgePanel(app, one, other) {
  const pair = pairBetween(app.graph, one, other);
  const statements = pair ? app.sieve.statements(pair) : [];
  return [
    h("header", { class: "panel-head" }, h("p", { class: "kind" }, t("connection")),
      h("h2", { tabindex: "-1", class: "ends" }, entityButton(one, app.act), h("span", { "aria-hidden": "true" }, "—"), entityButton(other, app.act))),
    statements.length ? section(t("evidence"), statements.length, longList(statements, (fact) => connectionItem(fact, app.act), 20)) : h("p", { class: "empty" }, t("noFacts")),
  ];
}

function connectionItem(statement, act) {
  return [h("div", { class: "fact-head" }, h("span", {}, statement.subject.label), h("span", { class: "verb" }, term("relation", statement.predicate)),
    h("span", {}, statement.target.label), roleChip(statement.role)),
  statement.link ? h("p", { class: "reason" }, statement.reason || t("impliedArea")) : quoteOf(statement, act)];
}

function groupPanel(app, node) {
  const { members } = node.group;
  return [
    h("header", { class: "panel-head" }, h("p", { class: "kind" }, typeMark(node.type, 18), t("group")), h("h2", { tabindex: "-1" }, node.id.startsWith("g:") && node.group.area ? `${node.group.area.name} · ${node.label}` : node.label),
      h("div", { class: "actions" }, h("button", { type: "button", class: "action", onclick: () => app.act.open(node.id) }, t("openGroup")))),
    section(t("things"), members.length, longList(members.slice(0, 400), (entity) => entityButton(entity, app.act), 40)),
  ];
}

/* Where to begin: what is in here, and whose desk most of it lies on. */
function homePanel(app) {
  const { graph, act, home } = app;
  return [
    h("header", { class: "panel-head" }, h("p", { class: "kind" }, t("brandLine")), h("h2", { tabindex: "-1" }, t("startHere"))),
    h("p", { class: "figures" }, figure(graph.documents.length, t("documents")), figure(graph.rows.length, t("rows")),
      figure(graph.entities.length, t("things")), figure(graph.facts.length, t("statements"))),
    home.agencies.length > 0 && section(t("busiest"), null, h("ol", { class: "ranking" }, home.agencies.map(([entity, number]) => h("li", {}, entityButton(entity, act, entity.label), h("span", { class: "number" }, count(number)))))),
    home.shared.length > 0 && section(t("mostShared"), null, h("ol", { class: "ranking" }, home.shared.map(([entity, number]) => h("li", {}, entityButton(entity, act), h("span", { class: "number" }, count(number)))))),
    section(t("documents"), graph.documents.length, longList(graph.documents, (document) => h("button", {
      type: "button", class: "row-link", onclick: () => act.filter("document", [document.name]),
    }, h("span", { class: "row-text" }, document.title), h("span", { class: "row-meta" }, [document.brief, t("rowCount", { number: count(document.rows) })].join(" · "))))),
    h("p", { class: "reason" }, t("howTo")),
  ];
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
  const { view, act } = app;
  const types = [...new Set(view.nodes.map((node) => node.type))].sort((one, other) => TYPES.indexOf(one) - TYPES.indexOf(other));
  return [
    h("header", { class: "panel-head" }, h("h2", { tabindex: "-1" }, t("listTitle", { number: count(view.nodes.length) }))),
    types.map((type) => {
      const nodes = view.nodes.filter((node) => node.type === type).sort((one, other) => other.weight - one.weight || (one.id < other.id ? -1 : 1));
      return section(term("type", type), nodes.length, longList(nodes, (node) => (node.entity ? entityButton(node.entity, act)
        : h("button", { type: "button", class: "entity", onclick: () => act.select({ kind: "node", ids: [node.id] }) }, typeMark(type), h("span", {}, node.label))), 15));
    }),
    !view.nodes.length && h("p", { class: "empty" }, t("nothingShown")),
  ];
}

function pathPanel(app) {
  const { graph, state, act } = app;
  const ends = state.path || { from: "", to: "" };
  const chooser = (key, id, choose) => {
    const entity = graph.ids.get(id);
    const box = searchBox({ graph, label: t(key), id: `path-${key}`, choose, value: entity ? entity.name : "" });
    return h("div", { class: "field" }, h("label", { for: `path-${key}` }, t(key)), box);
  };
  const paths = app.view.paths;
  return [
    h("header", { class: "panel-head" }, h("h2", { tabindex: "-1" }, t("pathTitle"))),
    chooser("pathStart", ends.from, (entity) => act.setPath(entity.id, ends.to)),
    chooser("pathEnd", ends.to, (entity) => act.setPath(ends.from, entity.id)),
    ends.from && ends.to && paths && (paths.length
      ? paths.map((path, index) => section(t("pathNumber", { number: index + 1, steps: path.length - 1 }), null, pathSteps(path, app)))
      : h("p", { class: "empty" }, t("noPath"))),
    !(ends.from && ends.to) && h("p", { class: "reason" }, t("pathHint")),
  ];
}

function pathSteps(path, { graph, sieve, act }) {
  return h("ol", { class: "path" }, path.map((entity, step) => {
    const pair = step ? pairBetween(graph, path[step - 1], entity) : null;
    const statement = pair && mainStatement(sieve.drawn(pair));
    return h("li", {}, statement && h("div", { class: "hop" }, h("span", { class: "verb" }, `${statement.subject === entity ? "↑" : "↓"} ${term("relation", statement.predicate)}`),
      !statement.link && quoteOf(statement, act)), entityButton(entity, act));
  }));
}
