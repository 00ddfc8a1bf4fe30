/* The query page: saved questions, asking, sharing, saving. `query_editor.js` and `query_answer.js` come before. */
"use strict";

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
