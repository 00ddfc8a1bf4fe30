/* What every page does: suggestions while typing, the theme, the as-of slider, rows on other pages of a document. */
"use strict";

const base = document.documentElement.dataset.base;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

function suggestions(input) {
  const list = make("ul", { class: "options", role: "listbox", id: "suggested" });
  list.hidden = true;
  input.after(list);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-expanded": "false", "aria-controls": "suggested", "aria-autocomplete": "list" })) input.setAttribute(name, value);
  let found = [];
  let at = -1;
  let asked = "";
  let waiting = 0;

  const close = () => {
    list.hidden = true;
    at = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const point = (next) => {
    at = next;
    [...list.children].forEach((option, n) => option.setAttribute("aria-selected", String(n === at)));
    if (at >= 0) {
      input.setAttribute("aria-activedescendant", `s-${at}`);
      list.children[at].scrollIntoView({ block: "nearest" });
    }
  };
  const show = () => {
    list.replaceChildren(...found.map((one, n) => {
      const option = make("li", { role: "option", id: `s-${n}`, "aria-selected": "false" },
        make("span", { class: "name" }, one.name), make("span", { class: "note" }, [one.kind, one.area].filter(Boolean).join(" · ")));
      option.addEventListener("mousedown", (event) => { event.preventDefault(); location.assign(one.url); });
      return option;
    }));
    if (!found.length) list.append(make("li", { class: "none" }, input.dataset.none));
    list.hidden = false;
    at = -1;
    input.setAttribute("aria-expanded", "true");
  };
  const ask = async () => {
    const text = input.value.trim();
    asked = text;
    if (!text) return close();
    const answer = await fetch(`${base}/api/suggest?q=${encodeURIComponent(text)}`);
    if (!answer.ok || asked !== text || document.activeElement !== input) return undefined;
    found = await answer.json();
    return show();
  };
  input.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(ask, 90); });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && !list.hidden && found.length) {
      event.preventDefault();
      point(at < 0 && step < 0 ? found.length - 1 : (at + step + found.length) % found.length);
    } else if (event.key === "Enter" && at >= 0) {
      event.preventDefault();
      location.assign(found[at].url);
    } else if (event.key === "Escape") close();
  });
}

function themes(button) {
  const root = document.documentElement;
  button.addEventListener("click", () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    document.cookie = `theme=${root.dataset.theme}; path=${base}/; max-age=31536000; samesite=lax`;
  });
}

function slider(form) {
  const range = form.querySelector("input[type=range]");
  if (!range) return;
  const periods = range.dataset.periods.split("|");
  const labels = range.dataset.labels.split("|");
  range.addEventListener("input", () => { form.querySelector("output").textContent = labels[range.value]; });
  const go = () => {
    const asked = new URLSearchParams(new FormData(form));
    asked.set("as_of", periods[range.value]);
    location.assign(`${form.getAttribute("action")}?${asked}`);
  };
  range.addEventListener("change", go);
  form.addEventListener("submit", (event) => { event.preventDefault(); go(); });
  form.querySelector("select").addEventListener("change", go);
}

/* A link to a row that stands on another page of a long document: ask for the page that has it. */
function rowElsewhere(rows) {
  const row = decodeURIComponent(location.hash.slice(1));
  if (/^[a-z]\d+$/.test(row) && !document.getElementById(row)) {
    location.replace(`${rows.dataset.rowsElsewhere}?row=${encodeURIComponent(row)}#${row}`);
  }
}

const finder = document.querySelector(".finder input");
if (finder) suggestions(finder);
const themeButton = document.getElementById("theme");
if (themeButton) themes(themeButton);
const asOf = document.getElementById("as-of");
if (asOf) slider(asOf);
const rows = document.querySelector("[data-rows-elsewhere]");
if (rows) rowElsewhere(rows);
const here = document.querySelector(".places [aria-current]");
if (here) here.parentElement.scrollLeft = here.offsetLeft - 40;
const litUp = document.querySelector(".row mark, .row .lit, .row .lit-cell");
if (litUp) litUp.scrollIntoView({ block: "center" });
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && finder && !/^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName)) {
    event.preventDefault();
    finder.focus();
  }
});
