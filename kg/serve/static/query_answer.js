/* Answers as table, graph or chart. */
"use strict";

const MOST_SHOWN = 1000;

/* N-Triples as a table of subject, predicate, object. */
function asRows(text) {
  const node = /^\s*(?:<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?)/;
  const bindings = [];
  for (const line of text.split("\n")) {
    let rest = line;
    const terms = [];
    while (terms.length < 3) {
      const match = node.exec(rest);
      if (!match) break;
      rest = rest.slice(match[0].length);
      if (match[1] !== undefined) terms.push({ type: "uri", value: match[1] });
      else if (match[2] !== undefined) terms.push({ type: "bnode", value: match[2] });
      else terms.push({ type: "literal", value: unescaped(match[3]), ...(match[4] ? { "xml:lang": match[4] } : {}) });
    }
    if (terms.length === 3) bindings.push({ subject: terms[0], predicate: terms[1], object: terms[2] });
  }
  return { head: { vars: ["subject", "predicate", "object"] }, results: { bindings }, triples: true };
}

const unescaped = (text) => text.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/g, (whole, four, eight, one) => (
  four || eight ? String.fromCodePoint(parseInt(four || eight, 16)) : { n: "\n", t: "\t", r: "\r" }[one] || one));

function short(term) {
  if (term.type !== "uri") return term.value;
  for (const [prefix, start] of Object.entries(setup.prefixes)) {
    if (term.value.startsWith(start) && !/[/#]/.test(term.value.slice(start.length))) return `${prefix}:${term.value.slice(start.length)}`;
  }
  return term.value;
}

function cell(term) {
  if (!term) return "";
  if (term.type === "uri" && term.value.startsWith(setup.prefixes.id)) {
    return element("a", { href: `${base}/id/${encodeURIComponent(term.value.slice(setup.prefixes.id.length))}` }, short(term));
  }
  return short(term);
}

const isNumber = (term) => Boolean(term) && term.type === "literal" && term.value !== "" && /(integer|decimal|double|float|int|long)$/.test(term.datatype || "");

function show() {
  for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
  const { answer } = state;
  if (!answer) return;
  if ("boolean" in answer) {
    result.replaceChildren(element("p", { class: "said" }, answer.boolean ? say("是", "yes") : say("否", "no")));
    return;
  }
  if (!answer.results.bindings.length) {
    result.replaceChildren(element("p", { class: "soft" }, say("没有结果。检查名称是否与图谱中的写法一致。", "No result. Check that names are written as in the graph.")));
    return;
  }
  const made = { table, graph, chart }[state.view](answer);
  result.replaceChildren(made.namespaceURI === SVG ? element("div", { class: "scroll" }, made) : made);
}

function table(answer) {
  const names = answer.head.vars;
  const rows = answer.results.bindings;
  const body = rows.slice(0, MOST_SHOWN).map((row) => element("tr", {}, ...names.map((name) => element("td", { class: isNumber(row[name]) ? "number" : "" }, cell(row[name])))));
  const made = element("table", {}, element("thead", {}, element("tr", {}, ...names.map((name) => element("th", { scope: "col" }, name)))), element("tbody", {}, ...body));
  const frame = element("div", { class: "scroll" }, made);
  if (rows.length <= MOST_SHOWN) return frame;
  return element("div", {}, frame, element("p", { class: "soft" }, say(`只显示前 ${MOST_SHOWN} 行，下载可得全部。`, `The first ${MOST_SHOWN} rows; download for all.`)));
}

/* Rows as lines between what they name: subject and object of triples, else each row's first two columns. */
function graph(answer) {
  const names = answer.head.vars;
  const [from, to] = answer.triples ? ["subject", "object"] : [names[0], names[1]];
  if (!to) return element("p", { class: "soft" }, say("画图需要至少两列。", "A graph needs at least two columns."));
  const nodes = new Map();
  const edges = new Map();
  const node = (term) => {
    const name = term.type === "uri" ? short(term) : term.value;
    if (!nodes.has(name)) nodes.set(name, { name, term, degree: 0 });
    return nodes.get(name);
  };
  for (const row of answer.results.bindings.slice(0, 400)) {
    if (!row[from] || !row[to]) continue;
    if (answer.triples && /#type$|label$/i.test(row.predicate.value) && row[to].type !== "uri") continue;
    const [a, b] = [node(row[from]), node(row[to])];
    edges.set(`${a.name}\n${b.name}`, [a, b, answer.triples ? short(row.predicate) : ""]);
    a.degree += 1;
    b.degree += 1;
  }
  return layered([...nodes.values()], [...edges.values()]);
}

/* What points on the left, what is pointed at on the right, each side in the order that crosses least. */
function layered(nodes, edges) {
  const lefts = nodes.filter((one) => edges.some(([a]) => a === one)).sort((one, other) => other.degree - one.degree);
  const rights = nodes.filter((one) => !lefts.includes(one));
  const height = 26;
  lefts.forEach((one, n) => { one.x = 0; one.y = n; });
  const middle = (one) => {
    const near = edges.filter(([, b]) => b === one).map(([a]) => a.y);
    return near.reduce((sum, y) => sum + y, 0) / (near.length || 1);
  };
  rights.sort((one, other) => middle(one) - middle(other) || (one.name < other.name ? -1 : 1));
  const most = Math.max(lefts.length, rights.length);
  const place = (list, x) => list.forEach((one, n) => { one.x = x; one.y = 20 + (n + 0.5) * ((most * height) / list.length); });
  place(lefts, 330);
  place(rights, 650);
  const picture = drawn("svg", { class: "drawn", viewBox: `0 0 980 ${most * height + 40}`, role: "img" });
  for (const [a, b, label] of edges) {
    picture.append(drawn("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y }, ...(label ? [drawn("title", {}, label)] : [])));
  }
  for (const one of nodes) {
    const left = one.x < 400;
    const label = one.name.length > 24 ? `${one.name.slice(0, 23)}…` : one.name;
    picture.append(drawn("circle", { class: `node ${one.term.type === "literal" ? "literal" : ""}`, cx: one.x, cy: one.y, r: 4 + Math.min(6, Math.sqrt(one.degree)) }, drawn("title", {}, one.name)),
      drawn("text", { x: one.x + (left ? -14 : 14), y: one.y + 4, "text-anchor": left ? "end" : "start" }, label));
  }
  return picture;
}

/* The first column of numbers as bars, named by the first column of words. */
function chart(answer) {
  const names = answer.head.vars;
  const rows = answer.results.bindings;
  const value = names.find((name) => rows.some((row) => isNumber(row[name])));
  const labels = names.filter((name) => name !== value && rows.some((row) => row[name] && !isNumber(row[name])));
  if (!value) return element("p", { class: "soft" }, say("图表需要一列数字，例如 (COUNT(?p) AS ?n)。", "A chart needs a column of numbers, such as (COUNT(?p) AS ?n)."));
  const bars = rows.filter((row) => isNumber(row[value])).slice(0, 60);
  const most = Math.max(...bars.map((row) => Number(row[value].value)), 0) || 1;
  const picture = drawn("svg", { class: "drawn", viewBox: `0 0 980 ${bars.length * 26 + 44}`, role: "img" });
  picture.append(drawn("text", { class: "soft", x: 340, y: 20 }, value));
  bars.forEach((row, n) => {
    const y = 32 + n * 26;
    const label = labels.map((name) => (row[name] ? short(row[name]) : "")).filter(Boolean).join(" · ") || String(n + 1);
    const number = Number(row[value].value);
    const width = Math.max(1, (540 * number) / most);
    picture.append(drawn("text", { x: 326, y: y + 13, "text-anchor": "end" }, label.length > 26 ? `${label.slice(0, 25)}…` : label, drawn("title", {}, label)),
      drawn("rect", { class: "column", x: 340, y, width, height: 18, rx: 2 }), drawn("text", { x: 350 + width, y: y + 13 }, number.toLocaleString()));
  });
  return picture;
}
