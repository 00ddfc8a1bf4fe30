/* The query page: an editor with colours and completion, saved questions, results as table, graph or chart. */
"use strict";

const setup = JSON.parse(document.getElementById("setup").textContent);
const chinese = setup.lang === "zh";
const say = (zh, en) => (chinese ? zh : en);
const editor = document.getElementById("sparql");
const coloured = document.getElementById("coloured");
const result = document.getElementById("result");
const said = document.getElementById("said");
const SVG = "http://www.w3.org/2000/svg";
const MOST_SHOWN = 1000;
const state = { view: "table", answer: null, saved: null, values: {}, terms: [] };

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function drawn(tag, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/* ---- colours ---- */

const TOKEN = /(#[^\n]*)|("(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?)|(<[^<>"{}|^`\\\s]*>)|([?$][\w\u4e00-\u9fff]+)|([\w-]*:[\w.-]*)|\b(SELECT|WHERE|PREFIX|BASE|DISTINCT|REDUCED|ASK|CONSTRUCT|DESCRIBE|FROM|NAMED|OPTIONAL|UNION|MINUS|FILTER|BIND|VALUES|GRAPH|ORDER|GROUP|BY|HAVING|LIMIT|OFFSET|ASC|DESC|AS|IN|NOT|EXISTS|COUNT|SUM|AVG|MIN|MAX|SAMPLE|GROUP_CONCAT|SEPARATOR|STR|LANG|LANGMATCHES|DATATYPE|CONTAINS|STRSTARTS|STRENDS|REGEX|IF|COALESCE|BOUND|UNDEF)\b/gi;
const KINDS = ["t-note", "t-text", "t-iri", "t-var", "t-name", "t-key"];

function colour() {
  const text = editor.value;
  const pieces = [];
  let at = 0;
  for (const match of text.matchAll(TOKEN)) {
    if (match.index > at) pieces.push(text.slice(at, match.index));
    const kind = KINDS[match.slice(1).findIndex((group) => group !== undefined)];
    pieces.push(element("span", { class: kind }, match[0]));
    at = match.index + match[0].length;
  }
  coloured.replaceChildren(...pieces, text.slice(at), "\n");
  coloured.scrollTop = editor.scrollTop;
}

function setText(text) {
  editor.value = text;
  editor.rows = Math.min(30, Math.max(10, text.split("\n").length + 1));
  colour();
}

/* ---- saved questions ---- */

function literal(text) {
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n").replace(/\r/g, "\\r").replace(/\t/g, "\\t")}"`;
}

function filled(saved, values) {
  let text = saved.sparql;
  for (const [name, value] of Object.entries(values)) {
    text = text.replace(new RegExp(`(VALUES \\?${name} \\{ )"(?:[^"\\\\\\n]|\\\\.)*"( \\})`), (whole, before, after) => before + literal(value) + after);
  }
  return text;
}

function choose(name, values = {}, start = true) {
  const saved = setup.saved.find((one) => one.name === name);
  if (!saved) return;
  state.saved = saved;
  state.values = Object.fromEntries(saved.parameters.map((one) => [one.name, name in values ? values[name] : values[one.name] ?? one.value]));
  for (const button of document.querySelectorAll("#saved button")) button.setAttribute("aria-pressed", String(button.dataset.name === name));
  const form = document.getElementById("parameters");
  form.hidden = !saved.parameters.length;
  form.replaceChildren(...saved.parameters.map((one) => {
    const input = element("input", { name: one.name, autocomplete: "off" });
    input.value = state.values[one.name];
    input.addEventListener("input", () => { state.values[one.name] = input.value; setText(filled(saved, state.values)); });
    return element("label", {}, one.label, input);
  }), ...(saved.parameters.length ? [element("button", { type: "submit", class: "unseen" }, say("运行", "Run"))] : []));
  setText(filled(saved, state.values));
  if (start) run();
}

/* ---- completion ---- */

const completions = document.getElementById("completions");
let offered = [];
let pointed = 0;

function wordBefore() {
  const before = editor.value.slice(0, editor.selectionStart);
  const found = /(?:[\w-]*:)?[\w.\u4e00-\u9fff-]*$/.exec(before);
  return found ? found[0] : "";
}

async function complete(asked) {
  if (!state.terms.length) state.terms = await (await fetch(`${base}/api/vocabulary`)).json();
  const word = wordBefore().toLowerCase();
  if (!asked && !/^kg:/.test(word)) return closeCompletions();
  const local = word.replace(/^kg:/, "");
  const fits = (one) => one.name.toLowerCase().slice(3).startsWith(local) || one.zh.includes(local) || one.en.toLowerCase().includes(local);
  offered = state.terms.filter((one) => !local || fits(one)).slice(0, 40);
  const prefixes = Object.keys(setup.prefixes).filter((name) => asked && word && !word.includes(":") && name.startsWith(word));
  offered.push(...prefixes.map((name) => ({ name: `${name}:`, zh: setup.prefixes[name], en: setup.prefixes[name], kind: "prefix" })));
  if (!offered.length) return closeCompletions();
  completions.replaceChildren(...offered.map((one, n) => {
    const item = element("li", { role: "option", "aria-selected": String(n === 0) }, element("span", { class: "name" }, one.name), element("span", { class: "note" }, chinese ? one.zh : one.en));
    item.addEventListener("mousedown", (event) => { event.preventDefault(); take(one); });
    return item;
  }));
  pointed = 0;
  const line = editor.value.slice(0, editor.selectionStart).split("\n").length;
  const height = parseFloat(getComputedStyle(editor).lineHeight) || 20;
  completions.setAttribute("data-line", String(line));
  completions.style.top = `${Math.min(editor.clientHeight, 12 + line * height - editor.scrollTop)}px`;
  completions.hidden = false;
  return undefined;
}

function closeCompletions() {
  completions.hidden = true;
}

function point(step) {
  pointed = (pointed + step + offered.length) % offered.length;
  [...completions.children].forEach((item, n) => item.setAttribute("aria-selected", String(n === pointed)));
  completions.children[pointed].scrollIntoView({ block: "nearest" });
}

function take(one) {
  const word = wordBefore();
  editor.setRangeText(one.name, editor.selectionStart - word.length, editor.selectionStart, "end");
  closeCompletions();
  edited();
  editor.focus();
}

function edited() {
  state.saved = null;
  document.getElementById("parameters").hidden = true;
  for (const button of document.querySelectorAll("#saved button")) button.setAttribute("aria-pressed", "false");
  colour();
}

/* ---- asking ---- */

async function fetchAnswer(accept) {
  return fetch(`${base}/sparql`, { method: "POST", headers: { "Content-Type": "application/sparql-query", Accept: accept }, body: editor.value });
}

async function run() {
  closeCompletions();
  said.textContent = say("正在查询 …", "asking …");
  const began = performance.now();
  try {
    const answer = await fetchAnswer("application/sparql-results+json, application/n-triples;q=0.9, application/json;q=0.1");
    if (!answer.ok) throw new Error((await answer.json()).error.message);
    const triples = answer.headers.get("Content-Type").startsWith("application/n-triples");
    state.answer = triples ? asRows(await answer.text()) : await answer.json();
    if (triples && state.view === "chart") state.view = "graph";
    said.textContent = describe(performance.now() - began);
    for (const id of ["csv", "json"]) document.getElementById(id).disabled = false;
    show();
    remember();
  } catch (error) {
    state.answer = null;
    said.textContent = "";
    for (const id of ["csv", "json"]) document.getElementById(id).disabled = true;
    result.replaceChildren(element("p", { class: "failed", role: "alert" }, String(error.message)));
  }
}

function describe(milliseconds) {
  const rows = state.answer.results ? state.answer.results.bindings.length : 1;
  return say(`${rows} 行，${Math.round(milliseconds)} 毫秒`, `${rows} rows, ${Math.round(milliseconds)} ms`);
}

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

/* ---- showing ---- */

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

/* ---- sharing and saving ---- */

function remember() {
  const found = new URLSearchParams();
  if (state.saved) {
    found.set("saved", state.saved.name);
    for (const one of state.saved.parameters) if (state.values[one.name] !== one.value) found.set(`p.${one.name}`, state.values[one.name]);
  } else found.set("query", editor.value);
  if (state.view !== "table") found.set("view", state.view);
  history.replaceState(null, "", `#${found}`);
}

async function share() {
  remember();
  try {
    await navigator.clipboard.writeText(location.href);
    said.textContent = say("链接已复制", "link copied");
  } catch {
    said.textContent = say("链接在地址栏中", "the link is in the address bar");
  }
}

async function download(accept, name) {
  const triples = state.answer && state.answer.triples;
  const kind = triples ? { "text/csv": "text/turtle", "application/sparql-results+json": "application/ld+json" }[accept] : accept;
  const answer = await fetchAnswer(kind);
  const file = triples ? { "result.csv": "result.ttl", "result.json": "result.jsonld" }[name] : name;
  const link = element("a", { href: URL.createObjectURL(await answer.blob()), download: file });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function open() {
  const asked = new URLSearchParams(location.hash.slice(1));
  if (["table", "graph", "chart"].includes(asked.get("view"))) state.view = asked.get("view");
  if (asked.get("saved")) {
    const values = {};
    for (const [name, value] of asked) if (name.startsWith("p.")) values[name.slice(2)] = value;
    choose(asked.get("saved"), values);
  } else if (asked.get("query")) {
    setText(asked.get("query"));
    run();
  } else if (!editor.value) setText("SELECT ?unit (COUNT(DISTINCT ?p) AS ?projects) WHERE {\n  ?u kg:responsibleFor ?p ; rdfs:label ?unit .\n  ?p a kg:Project .\n}\nGROUP BY ?unit\nORDER BY DESC(?projects)\nLIMIT 20");
  for (const button of document.querySelectorAll("[data-view]")) button.setAttribute("aria-pressed", String(button.dataset.view === state.view));
}

/* ---- wiring ---- */

editor.addEventListener("input", (event) => { edited(); if (event.inputType === "insertText" || !completions.hidden) complete(false); });
editor.addEventListener("scroll", () => { coloured.scrollTop = editor.scrollTop; });
editor.addEventListener("blur", closeCompletions);
editor.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); run(); return; }
  if (event.key === " " && event.ctrlKey) { event.preventDefault(); complete(true); return; }
  if (completions.hidden) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") { event.preventDefault(); point(event.key === "ArrowDown" ? 1 : -1); }
  if (event.key === "Enter" || event.key === "Tab") { event.preventDefault(); take(offered[pointed]); }
  if (event.key === "Escape") closeCompletions();
});
document.getElementById("parameters").addEventListener("submit", (event) => { event.preventDefault(); run(); });
document.getElementById("saved").addEventListener("click", (event) => { const button = event.target.closest("button"); if (button) choose(button.dataset.name); });
document.getElementById("saved-filter").addEventListener("input", (event) => {
  const wanted = event.target.value.trim().toLowerCase();
  for (const item of document.querySelectorAll("#saved li")) item.hidden = !item.textContent.toLowerCase().includes(wanted);
});
document.getElementById("run").addEventListener("click", run);
document.getElementById("share").addEventListener("click", share);
document.getElementById("csv").addEventListener("click", () => download("text/csv", "result.csv"));
document.getElementById("json").addEventListener("click", () => download("application/sparql-results+json", "result.json"));
for (const button of document.querySelectorAll("[data-view]")) button.addEventListener("click", () => { state.view = button.dataset.view; show(); remember(); });
window.addEventListener("hashchange", open);
open();
