/* The left side: legend and filters in one, for a legend that counts and can be pressed is both. */

function filterForm(app) {
  const { options, state, act, counts } = app;
  return [
    div("filter-head", h("h2", {}, t("filters")),
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
    checkbox(!chosen.size || chosen.has(value), () => toggle(value)),
    typeMark(value, 16), span("grow", term("type", value)),
    h("span", { class: "number", title: t("shownOfAll") }, `${count(counts.get(value) || 0)} / ${count(number)}`))));
}

function checkbox(checked, change) {
  const box = h("input", { type: "checkbox", onchange: change });
  box.checked = checked;
  return box;
}

function lineLegend() {
  const sample = (style) => svg("svg", { class: `line-sample line-${style}`, width: 26, height: 8, "aria-hidden": "true" },
    svg("line", { x1: 0, y1: 4, x2: 26, y2: 4, ...strokeOf(style, 1.2) }));
  const samples = Object.keys(LINES).map((style) => h("li", {}, sample(style), t(`line.${style}`)));
  return h("ul", { class: "lines", "aria-label": t("lines") }, samples);
}

function optionLabel(app, name, value) {
  if (name === "area") return app.graph.ids.has(value) ? app.graph.ids.get(value).name : value;
  if (name === "document") return app.graph.documents.find((document) => document.name === value)?.brief || value;
  return name === "period" ? value : term(name, value);
}

function filterGroup(app, name, options, chosen) {
  const without = (value) => chosen.filter((one) => one !== value);
  const toggle = (value) => app.act.filter(name, chosen.includes(value) ? without(value) : [...chosen, value].sort());
  const list = div("choices", options.slice(0, 60).map(({ value, number }) => h("label", {},
    checkbox(chosen.includes(value), () => toggle(value)),
    span("grow", optionLabel(app, name, value)), span("number", count(number)))));
  const open = chosen.length > 0 || app.openGroups.has(name);
  const remember = (event) => (event.target.open ? app.openGroups.add(name) : app.openGroups.delete(name));
  return h("details", { open, ontoggle: remember },
    h("summary", {}, t(`filter.${name}`), chosen.length > 0 && span("badge", chosen.length)), list);
}

function confidenceSlider({ state, act }) {
  const shown = h("output", { for: "confidence" }, `≥ ${Math.round(state.filters.confidence * 100)}%`);
  const slider = h("input", {
    type: "range", id: "confidence", min: 0, max: 1, step: 0.05, value: state.filters.confidence,
    oninput: (event) => { shown.textContent = `≥ ${Math.round(event.target.value * 100)}%`; },
    onchange: (event) => act.filter("confidence", Number(event.target.value)),
  });
  return div("field confidence", h("label", { for: "confidence" }, t("filter.confidence"), shown), slider);
}
