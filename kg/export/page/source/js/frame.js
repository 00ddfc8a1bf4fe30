/* What stands round the picture: search, views, tabs, buttons, help. Built again only when the language changes. */

function buildFrame(app) {
  document.title = t("title");
  for (const element of document.querySelectorAll("[data-t]")) element.textContent = t(element.dataset.t);
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", t(element.dataset.label));
    if (element.tagName === "BUTTON") element.title = t(element.dataset.label);
  }
  const choose = (entity) => app.act.find(entity);
  replaceContent(byId("finder"), searchBox({ graph: app.graph, label: t("search"), id: "search", placeholder: t("searchHint"), choose }));
  const pressed = (keys) => h("dt", {}, keys.map((key) => h("kbd", {}, key)));
  replaceContent(byId("keys"), KEYS.map(([keys, text]) => div(null, pressed(keys), h("dd", {}, t(text)))));
  if (!app.framed) wireFrame(app);
  app.framed = true;
}

const KEYS = [
  [["/"], "key.search"], [["← ↑ ↓ →"], "key.walk"], [["Enter"], "key.read"], [["E"], "key.expand"], [["C"], "key.collapse"],
  [["O"], "key.focus"], [["P"], "key.pin"], [["H"], "key.hide"], [["U", "Ctrl Z"], "key.undo"], [["+", "−", "0"], "key.zoom"],
  [["Shift ←"], "key.pan"], [["F"], "key.filters"], [["Esc"], "key.leave"],
];

function wireFrame(app) {
  const { act, canvas } = app;
  const press = {
    "filter-toggle": act.toggleFilters,
    "zoom-in": () => canvas.zoom(1.3), "zoom-out": () => canvas.zoom(0.77), fit: () => canvas.fit(),
    undo: act.undo, redo: act.redo, reset: act.reset,
    "help-open": act.help, "help-close": () => byId("help").close(), "panel-close": () => closePanel(app),
    language: () => app.setSetting("lang", language.current === "zh" ? "en" : "zh"),
    theme: () => app.setSetting("theme", isDark() ? "light" : "dark"),
    "save-png": () => savePicture(canvas), "save-svg": () => saveDrawing(canvas), "save-csv": () => saveTable(app),
  };
  for (const [id, action] of Object.entries(press)) byId(id).addEventListener("click", action);
  for (const button of document.querySelectorAll("[data-base]")) button.addEventListener("click", () => act.base(button.dataset.base));
  wireTabs(act);
  wireMenu(byId("save-menu"));
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => canvas.recolour());
}

function closePanel(app) {
  document.body.classList.remove("panel-open");
  app.canvas.container.focus();
}

/* A menu closes when something in it, or anything outside it, is pressed. */
function wireMenu(menu) {
  document.addEventListener("click", (event) => {
    if (event.target.closest("summary") === null || !menu.contains(event.target)) menu.open = false;
  });
}

function wireTabs(act) {
  const tabs = [...document.querySelectorAll("[role=tab]")];
  tabs.forEach((tab, index) => {
    tab.addEventListener("click", () => act.tab(tab.dataset.tab));
    tab.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const next = tabs[(index + step + tabs.length) % tabs.length];
      act.tab(next.dataset.tab);
      next.focus();
    });
  });
}

function isDark() {
  const chosen = document.documentElement.dataset.theme;
  return chosen ? chosen === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}
