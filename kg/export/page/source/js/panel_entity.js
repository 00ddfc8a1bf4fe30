/* What is known of one thing: who owns what, how far it is, and which sentence says so. */

function entityPanel(app, entity) {
  const { act, sieve } = app;
  const statements = relevantStatements(entity, sieve);
  return [
    entityHead(app, entity),
    entity.type === "Project" && stageStrip(entity, sieve, act),
    entity.type === "Agency" && agencySummary(entity, sieve),
    relationSections(entity, statements, app),
    entity.rows.length > 0 && taskSection(entity, act),
    !statements.length && !entity.rows.length && para("empty", t("noFacts")),
  ];
}

function taskSection(entity, act) {
  const title = t(entity.type === "Person" ? "supervised" : "tasks");
  return section(title, entity.rows.length, longList(entity.rows, (row) => rowButton(row, act), 6));
}

function relevantStatements(entity, sieve) {
  const links = entity.pairs.flatMap((pair) => pair.statements.filter((one) => one.link));
  return [...entity.facts, ...links].filter((one) => sieve.statement(one));
}

function entityHead(app, entity) {
  const { act, graph } = app;
  const area = entity.area >= 0 ? graph.entities[entity.area] : null;
  const kind = entity.kind && entity.kind !== entity.type ? ` · ${term("kind", entity.kind)}` : null;
  return h("header", { class: "panel-head" },
    para("kind", typeMark(entity.type, 18), term("type", entity.type), kind),
    h("h2", { tabindex: "-1" }, entity.name),
    entity.aliases.length > 0 && para("aliases", t("alsoWritten"), entity.aliases.join("、")),
    para("attributes", area && entityButton(area, act), entity.sector && chip(term("sector", entity.sector)),
      entity.function && chip(term("function", entity.function)), entity.code && chip(entity.code)),
    entity.sectorReason && para("reason", t("sectorReason"), sentence(entity.sectorReason, entity.sectorEnglish)),
    entityActions(app, entity));
}

function entityActions(app, entity) {
  const { act, state, canvas, sieve } = app;
  const { id } = entity;
  const shown = canvas.byId.has(id);
  const more = neighbours(entity, sieve).filter((near) => !canvas.byId.has(near.id)).length;
  const pin = button("action", () => act.togglePin(id), t("pin"));
  pin.setAttribute("aria-pressed", String(Boolean(state.pins[id])));
  return h("div", { class: "actions", role: "group", "aria-label": t("actions") },
    !shown && button("action", () => act.show(id), t("showHere")),
    more > 0 && button("action", () => act.expand(id), t("expand"), span("number", `+${count(more)}`)),
    shown && button("action", () => act.collapse(id), t("collapse")),
    button("action", () => act.focusOn(id), t("focus")),
    button("action", () => act.pathFrom(id), t("pathFrom")),
    shown && pin,
    shown && button("action", () => act.hide(id), t("hide")));
}

/* The stages of a project, one step a period, with how far along the way it is. */
function stageStrip(entity, sieve, act) {
  const stages = entity.stages.filter((fact) => sieve.statement(fact));
  if (!stages.length) return null;
  const latest = new Map(stages.map((fact) => [`${fact.period}:${stageOf(fact)}`, fact]));
  const steps = [...latest.values()].map((fact) => h("li", {},
    span("period", fact.period || t("unknown")), h("strong", {}, term("stage", stageOf(fact))), stageMeter(stageOf(fact)),
    quoteOf(fact, act)));
  return section(t("stages"), null, h("ol", { class: "stages" }, steps));
}

function stageMeter(stage) {
  const along = Math.max(0, STAGES.indexOf(stage) + 1);
  const kind = stage === "suspended" ? "stopped" : null;
  return h("meter", { min: 0, max: STAGES.length - 1, value: along, class: kind, "aria-label": term("stage", stage) });
}

/* How many projects an agency answers for, how many it leads, and how far they are. */
function agencySummary(entity, sieve) {
  const owns = (fact) => fact.subject === entity && OWNING.has(fact.predicate) && fact.target && sieve.statement(fact);
  const owned = entity.facts.filter(owns);
  const projects = new Set(owned.map((fact) => fact.target));
  if (!projects.size) return null;
  const led = new Set(owned.filter((fact) => fact.role === "lead" || fact.predicate === "leads").map((fact) => fact.target));
  const figures = [[projects.size, "projects"], [led.size, "ledProjects"], [entity.rows.length, "tasks"]];
  return section(t("portfolio"), null,
    para("figures", figures.map(([number, key]) => figure(number, t(key)))), stageBars([...projects]));
}

function stageBars(projects) {
  const stages = new Map();
  for (const project of projects) {
    const last = project.stages[project.stages.length - 1];
    const stage = last ? stageOf(last) : "";
    stages.set(stage, (stages.get(stage) || 0) + 1);
  }
  const most = Math.max(...stages.values());
  const order = [...STAGES, ""].filter((stage) => stages.has(stage));
  return h("dl", { class: "bars" }, order.map((stage) => [h("dt", {}, stage ? term("stage", stage) : t("stageUnknown")),
    h("dd", {}, h("meter", { min: 0, max: most, value: stages.get(stage), "aria-hidden": "true" }), span(null, count(stages.get(stage))))]));
}

const figure = (number, text) => span("figure", h("b", {}, count(number)), text);

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
    const quoted = facts.length > 0 && facts.length === item.statements.length;
    const key = quoted ? [...new Set(facts.map(placeOf))].sort().join("|") : `own:${groups.size}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return [...groups.values()];
}

const placeOf = ({ row, document, part, start, end, quote }) =>
  [row ? row.index : document && document.name, part, start, end, quote].join(":");

function relationSection({ predicate, outward, others }, entity, app) {
  const items = [...others.values()];
  const leads = (item) => item.statements.some((one) => one.role === "lead");
  items.sort((one, other) => leads(other) - leads(one) || (other.other ? other.other.weight : 0) - (one.other ? one.other.weight : 0));
  const known = `${outward ? "relation" : "inverse"}.${predicate}` in WORDS;
  const title = known ? term(outward ? "relation" : "inverse", predicate) : term("relation", predicate) + (outward ? "" : t("inverseMark"));
  return section(title, items.length, longList(sameSentences(items), (group) => statementGroup(group, app.act)));
}
