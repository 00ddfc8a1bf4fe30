/* What is known of one thing: who owns what, how far it is, and which sentence says so. */

function entityPanel(app, entity) {
  const { act, sieve } = app;
  const statements = relevantStatements(entity, sieve);
  return [
    entityHead(app, entity),
    entity.type === "Project" && stageStrip(entity, sieve, act),
    entity.type === "Agency" && agencySummary(entity, sieve),
    relationSections(entity, statements, app),
    entity.rows.length > 0 && section(t(entity.type === "Person" ? "supervised" : "tasks"), entity.rows.length, longList(entity.rows, (row) => rowButton(row, act), 6)),
    !statements.length && !entity.rows.length && h("p", { class: "empty" }, t("noFacts")),
  ];
}

function relevantStatements(entity, sieve) {
  const links = entity.pairs.flatMap((pair) => pair.statements.filter((one) => one.link));
  return [...entity.facts, ...links].filter((one) => sieve.statement(one));
}

function entityHead(app, entity) {
  const { act, graph } = app;
  const area = entity.area >= 0 ? graph.entities[entity.area] : null;
  return h("header", { class: "panel-head" },
    h("p", { class: "kind" }, typeMark(entity.type, 18), term("type", entity.type), entity.kind && entity.kind !== entity.type && ` · ${term("kind", entity.kind)}`),
    h("h2", { tabindex: "-1" }, entity.name),
    entity.aliases.length > 0 && h("p", { class: "aliases" }, t("alsoWritten"), entity.aliases.join("、")),
    h("p", { class: "attributes" },
      area && entityButton(area, act), entity.sector && chip(term("sector", entity.sector)), entity.function && chip(term("function", entity.function)), entity.code && chip(entity.code)),
    entity.sectorReason && h("p", { class: "reason" }, t("sectorReason"), entity.sectorReason),
    entityActions(app, entity));
}

function entityActions(app, entity) {
  const { act, state, canvas, sieve } = app;
  const button = (key, action, pressed = null, ...more) => h("button", { type: "button", class: "action", onclick: action, "aria-pressed": pressed }, t(key), ...more);
  const hiddenNear = neighbours(entity, sieve).filter((near) => !canvas.byId.has(near.id)).length;
  const shown = canvas.byId.has(entity.id);
  return h("div", { class: "actions", role: "group", "aria-label": t("actions") },
    !shown && button("showHere", () => act.show(entity.id)),
    hiddenNear > 0 && button("expand", () => act.expand(entity.id), null, h("span", { class: "number" }, `+${count(hiddenNear)}`)),
    shown && button("collapse", () => act.collapse(entity.id)),
    button("focus", () => act.focusOn(entity.id)),
    button("pathFrom", () => act.pathFrom(entity.id)),
    shown && button("pin", () => act.togglePin(entity.id), String(Boolean(state.pins[entity.id]))),
    shown && button("hide", () => act.hide(entity.id)));
}

/* The stages of a project, one step a period, with how far along the way it is. */
function stageStrip(entity, sieve, act) {
  const stages = entity.stages.filter((fact) => sieve.statement(fact));
  if (!stages.length) return null;
  const latest = new Map(stages.map((fact) => [`${fact.period}:${stageOf(fact)}`, fact]));
  return section(t("stages"), null, h("ol", { class: "stages" }, [...latest.values()].map((fact) => h("li", {},
    h("span", { class: "period" }, fact.period || t("unknown")),
    h("strong", {}, term("stage", stageOf(fact))),
    h("meter", { min: 0, max: STAGES.length - 1, value: Math.max(0, STAGES.indexOf(stageOf(fact)) + 1), class: stageOf(fact) === "suspended" ? "stopped" : "", "aria-label": term("stage", stageOf(fact)) }),
    quoteOf(fact, act)))));
}

function agencySummary(entity, sieve) {
  const owned = entity.facts.filter((fact) => fact.subject === entity && OWNING.has(fact.predicate) && fact.target && sieve.statement(fact));
  const projects = new Set(owned.map((fact) => fact.target));
  if (!projects.size) return null;
  const led = new Set(owned.filter((fact) => fact.role === "lead" || fact.predicate === "leads").map((fact) => fact.target));
  const stages = new Map();
  for (const project of projects) {
    const last = project.stages[project.stages.length - 1];
    const stage = last ? stageOf(last) : "";
    stages.set(stage, (stages.get(stage) || 0) + 1);
  }
  const order = [...STAGES, ""].filter((stage) => stages.has(stage));
  const most = Math.max(...stages.values());
  return section(t("portfolio"), null,
    h("p", { class: "figures" }, figure(projects.size, t("projects")), figure(led.size, t("ledProjects")), figure(entity.rows.length, t("tasks"))),
    h("dl", { class: "bars" }, order.map((stage) => [h("dt", {}, stage ? term("stage", stage) : t("stageUnknown")),
      h("dd", {}, h("meter", { min: 0, max: most, value: stages.get(stage), "aria-hidden": "true" }), h("span", {}, count(stages.get(stage))))])));
}

const figure = (number, text) => h("span", { class: "figure" }, h("b", {}, count(number)), text);

function relationSections(entity, statements, app) {
  const groups = new Map();
  for (const one of statements) {
    if (toldElsewhere(one, entity)) continue;
    const outward = one.subject === entity;
    const key = `${outward ? "relation" : "inverse"}.${one.predicate}`;
    if (!groups.has(key)) groups.set(key, { predicate: one.predicate, outward, others: new Map() });
    const other = outward ? one.target : one.subject;
    const name = other ? other.id : `=${literal(one)}`;
    const others = groups.get(key).others;
    if (!others.has(name)) others.set(name, { other, statements: [] });
    others.get(name).statements.push(one);
  }
  const sorted = [...groups.values()].sort((one, other) => relationRank(one) - relationRank(other));
  return sorted.map((group) => relationSection(group, entity, app));
}

/* Stages stand in the strip, tasks in the list of rows. */
function toldElsewhere(statement, entity) {
  if (statement.link) return false;
  return (statement.predicate === "stage" && entity.type === "Project") || (statement.predicate === "supervises" && !statement.target);
}

function relationRank({ predicate, outward }) {
  const found = RELATION_ORDER.indexOf(predicate);
  return (found < 0 ? 6.5 : found) + (STRUCTURAL.has(predicate) && !outward ? 10 : 0);
}

/* Things that the very same sentences speak of stand together: thirteen owners of one row need its quote once. */
function sameSentences(items) {
  const groups = new Map();
  for (const item of items) {
    const facts = item.statements.filter((one) => !one.link);
    const places = facts.map((fact) => [fact.row ? fact.row.index : fact.document && fact.document.name, fact.part, fact.start, fact.end, fact.quote].join(":"));
    const key = facts.length > 0 && facts.length === item.statements.length ? [...new Set(places)].sort().join("|") : `own:${groups.size}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return [...groups.values()];
}

function relationSection({ predicate, outward, others }, entity, app) {
  const items = [...others.values()];
  const leads = (item) => item.statements.some((one) => one.role === "lead");
  items.sort((one, other) => leads(other) - leads(one) || (other.other ? other.other.weight : 0) - (one.other ? one.other.weight : 0));
  const known = `${outward ? "relation" : "inverse"}.${predicate}` in WORDS;
  const title = known ? term(outward ? "relation" : "inverse", predicate) : term("relation", predicate) + (outward ? "" : t("inverseMark"));
  return section(title, items.length, longList(sameSentences(items), (group) => statementGroup(group, app.act)));
}
