/* The left side: legend and filters in one, for a legend that counts and can be pressed is both. */

function filterForm(app) {
  const { options, state, act, counts } = app;
  return [
    h("div", { class: "filter-head" }, h("h2", {}, t("filters")),
      h("button", { type: "button", class: "quiet", onclick: () => act.clearFilters(), disabled: !isFiltered(state.filters) }, t("clear"))),
    legend(app, options.type, counts),
    lineLegend(),
    ["stage", "area", "period", "relation", "sector", "document"].filter((name) => options[name].length)
      .map((name) => filterGroup(app, name, options[name], state.filters[name])),
    confidenceSlider(app),
  ];
}

const isFiltered = (filters) => filters.confidence > 0 || FILTERS.some((name) => filters[name].length > 0);

function legend({ state, act }, options, counts) {
  const chosen = new Set(state.filters.type);
  const sorted = [...options].sort((one, other) => TYPES.indexOf(one.value) - TYPES.indexOf(other.value));
  const toggle = (type) => {
    const shown = chosen.size ? new Set(chosen) : new Set(options.map((option) => option.value));
    if (shown.has(type)) shown.delete(type);
    else shown.add(type);
    act.filter("type", shown.size === options.length ? [] : [...shown].sort());
  };
  return h("fieldset", { class: "legend" }, h("legend", {}, t("legend")), sorted.map(({ value, number }) => h("label", {},
    checkbox(!chosen.size || chosen.has(value), () => toggle(value)), typeMark(value, 16), h("span", { class: "grow" }, term("type", value)),
    h("span", { class: "number", title: t("shownOfAll") }, `${count(counts.get(value) || 0)} / ${count(number)}`))));
}

function checkbox(checked, change) {
  const box = h("input", { type: "checkbox", onchange: change });
  box.checked = checked;
  return box;
}

function lineLegend() {
  const sample = (style) => svg("svg", { class: `line-sample line-${style}`, width: 26, height: 8, "aria-hidden": "true" },
    svg("line", { x1: 0, y1: 4, x2: 26, y2: 4, "stroke-width": LINES[style].width * 1.2, "stroke-dasharray": LINES[style].dash.join(" ") || "none" }));
  return h("ul", { class: "lines", "aria-label": t("lines") }, Object.keys(LINES).map((style) => h("li", {}, sample(style), t(`line.${style}`))));
}

function optionLabel(app, name, value) {
  if (name === "area") return app.graph.ids.has(value) ? app.graph.ids.get(value).name : value;
  if (name === "document") return app.graph.documents.find((document) => document.name === value)?.brief || value;
  return name === "period" ? value : term(name, value);
}

function filterGroup(app, name, options, chosen) {
  const toggle = (value) => app.act.filter(name, chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value].sort());
  const list = h("div", { class: "choices" }, options.slice(0, 60).map(({ value, number }) => h("label", {},
    checkbox(chosen.includes(value), () => toggle(value)), h("span", { class: "grow" }, optionLabel(app, name, value)), h("span", { class: "number" }, count(number)))));
  return h("details", { open: chosen.length > 0 || name === "stage" || app.openGroups.has(name), ontoggle: (event) => (event.target.open ? app.openGroups.add(name) : app.openGroups.delete(name)) },
    h("summary", {}, t(`filter.${name}`), chosen.length > 0 && h("span", { class: "badge" }, chosen.length)), list);
}

function confidenceSlider({ state, act }) {
  const shown = h("output", { for: "confidence" }, `≥ ${Math.round(state.filters.confidence * 100)}%`);
  const slider = h("input", {
    type: "range", id: "confidence", min: 0, max: 1, step: 0.05, value: state.filters.confidence,
    oninput: (event) => { shown.textContent = `≥ ${Math.round(event.target.value * 100)}%`; },
    onchange: (event) => act.filter("confidence", Number(event.target.value)),
  });
  return h("div", { class: "field confidence" }, h("label", { for: "confidence" }, t("filter.confidence"), shown), slider);
}
