/* Pieces that every panel is made of. `act` is what a piece may do: select, show, setPath, expand ... */

const FIRST_ITEMS = 10;

function typeMark(type, size = 14) {
  const corners = shapeOf(type);
  const middle = size / 2;
  const radius = size * 0.36;
  const shape = corners
    ? svg("polygon", { points: corners.map(([x, y]) => `${middle + x * radius},${middle + y * radius}`).join(" ") })
    : svg("circle", { cx: middle, cy: middle, r: radius });
  const box = { width: size, height: size, viewBox: `0 0 ${size} ${size}` };
  return svg("svg", { class: `mark mark-${type.toLowerCase()}`, ...box, "aria-hidden": "true" }, shape);
}

function entityButton(entity, act, text = entity.name) {
  return h("button", { type: "button", class: "entity", onclick: () => act.select({ kind: "node", ids: [entity.id] }) },
    typeMark(entity.type), span(null, text));
}

const chip = (text, kind = "") => span(`chip ${kind}`, text);

const roleChip = (role) => role && chip(term("role", role), role === "lead" ? "strong" : "");

const rowName = (row) => (row.number ? t("rowNumbered", { number: row.number }) : t("row", { row: row.row.replace(/^[a-z]0*/, "") }));

function placeText(row) {
  const [page, sheet, table, cell, line] = row.place;
  const words = [["page", page], ["sheet", sheet], ["table", table], ["cell", cell], ["line", line]];
  return words.filter(([, value]) => value).map(([key, value]) => t(`place.${key}`, { value })).join(" ");
}

/* The sentence that proves a statement, with the words round it, and where it stands. */
function quoteOf(fact, act) {
  const row = fact.row;
  const text = row && fact.exact ? row.texts[fact.part] : "";
  const before = text ? clipStart(text, fact.start, 22) : "";
  const after = text ? clipEnd(text, fact.end, 22) : "";
  const doubt = fact.confidence < 0.75 && chip(t("confidence", { value: Math.round(fact.confidence * 100) }), "doubt");
  const basis = fact.basis && fact.basis !== "stated" && chip(term("basis", fact.basis), "doubt");
  return h("figure", { class: "quote" },
    h("blockquote", {}, before && span("around", before), h("mark", {}, fact.quote || t("noQuote")), after && span("around", after)),
    h("figcaption", {}, source(fact, act), doubt, basis));
}

function source(fact, act) {
  const { document, row, part } = fact;
  const period = document && fact.period !== document.period ? fact.period : null;
  const words = [document && document.brief, row && rowName(row), part && term("part", part), period].filter(Boolean).join(" · ");
  if (!row) return span(null, words);
  const lit = `${part}:${fact.start}:${fact.end}`;
  const link = button("source", () => act.select({ kind: "row", ids: [row.document.name, row.row, lit] }), words);
  link.title = document ? document.title : "";
  return link;
}

const clipStart = (text, at, room) => (at > room ? "…" : "") + text.slice(Math.max(0, at - room), at);
const clipEnd = (text, at, room) => text.slice(at, at + room) + (text.length > at + room ? "…" : "");

/* A list that shows its beginning and, on a press, the rest. */
function longList(items, build, first = FIRST_ITEMS) {
  const list = h("ul", { class: "facts" }, items.slice(0, first).map((item) => h("li", {}, build(item))));
  if (items.length <= first) return list;
  const more = h("button", {
    type: "button", class: "more",
    onclick: () => {
      const added = items.slice(first).map((item) => h("li", {}, build(item)));
      list.append(...added);
      more.remove();
      const target = added[0].querySelector("button, summary");
      if (target) target.focus();
    },
  }, t("showRest", { number: count(items.length - first) }));
  return [list, more];
}

function section(title, number, ...content) {
  return h("section", {}, h("h3", {}, title, number !== null && span("number", count(number))), ...content);
}

/* Statements about one other thing, or about several that the same sentences name: names, roles, and the quotes once,
   the first of them open. */
function statementGroup(items, act) {
  const { statements } = items[0];
  const facts = statements.filter((one) => !one.link);
  const head = div("fact-heads", items.map((item) => h("div", { class: "fact-head" },
    item.other ? entityButton(item.other, act) : h("strong", {}, literal(item.statements[0])),
    periodChips(item.statements.filter((one) => !one.link)), item.other && latestStage(item.other))));
  const reasons = statements.filter((one) => one.link && one.reason).map((link) => para("reason", sentence(link.reason, link.english)));
  const rest = facts.slice(1).map((fact) => quoteOf(fact, act));
  return [head, reasons, facts.length > 0 && quoteOf(facts[0], act),
    rest.length > 0 && h("details", {}, h("summary", {}, t("moreQuotes", { number: rest.length })), rest)];
}

/* When, and in which role: `2023 牵头`. */
function periodChips(facts) {
  const named = ({ period, role }) => [period, role && term("role", role)].filter(Boolean).join(" ");
  const found = [...new Map(facts.map((fact) => [named(fact), fact.role]))].filter(([text]) => text);
  found.sort(([one], [other]) => (one < other ? -1 : 1));
  return found.map(([text, role]) => chip(text, role === "lead" ? "strong" : ""));
}

function latestStage(entity) {
  const last = entity.stages[entity.stages.length - 1];
  return last && chip(term("stage", stageOf(last)), "stage-chip");
}

function literal(fact) {
  if (fact.predicate === "stage") return term("stage", stageOf(fact));
  if (fact.value && fact.unit) return `${fact.text}（${amount(fact.value, fact.unit)}）`;
  return fact.text;
}

function statusChip(status) {
  return status && chip(term("status", status), `status-${status}`);
}

function rowButton(row, act) {
  const text = row.texts.task || row.texts.progress || row.texts.targets;
  return h("button", { type: "button", class: "row-link", onclick: () => act.select({ kind: "row", ids: [row.document.name, row.row] }) },
    span("row-text", text.length > 64 ? `${text.slice(0, 63)}…` : text),
    span("row-meta", [row.document.brief, rowName(row)].join(" · ")), statusChip(row.status));
}
