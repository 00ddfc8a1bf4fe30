/* The query page's pieces and its editor: colours as one types, completion from the ontology. */
"use strict";

const setup = JSON.parse(document.getElementById("setup").textContent);
const chinese = setup.lang === "zh";
const say = (zh, en) => (chinese ? zh : en);
const editor = document.getElementById("sparql");
const coloured = document.getElementById("coloured");
const result = document.getElementById("result");
const said = document.getElementById("said");
const SVG = "http://www.w3.org/2000/svg";
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
