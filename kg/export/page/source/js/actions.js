/* All that a reader can do; every action is one change of state. */

const EXPAND_STEP = 40;

/* A new picture forgets what was added to and taken from the one before. */
const CLEAN = { center: null, added: [], hidden: [], opened: [], selected: null };

function actions(app) {
  const without = (list, gone) => list.filter((id) => !gone.has(id));
  const entityOf = (id) => app.graph.ids.get(id);

  const show = (id) => {
    const { state } = app;
    const near = neighbours(entityOf(id), app.sieve).slice(0, 8).map((entity) => entity.id);
    const added = [...new Set([...state.added, id, ...(near.some((one) => app.canvas.byId.has(one)) ? [] : near)])];
    app.change({ added, hidden: without(state.hidden, new Set([id])) });
    app.canvas.reveal(id);
  };

  const act = {
    select(selection, { quiet = false } = {}) {
      app.state = { ...app.state, selected: selection, tab: selection || app.state.tab === "path" ? "details" : app.state.tab };
      app.renderSelection();
      app.writeAddress(!quiet);
      if (!selection) return;
      byId("panel").scrollTop = 0;
      document.body.classList.add("panel-open");
      const entity = entityOf(selection.ids[0]);
      if (entity) app.say(`${term("type", entity.type)}：${entity.name}`);
      const [id] = selection.ids;
      if (selection.kind === "node" && !quiet && app.canvas.byId.has(id) && !app.canvas.sees(id)) app.canvas.reveal(id);
    },
    find(entity) {
      if (!app.canvas.byId.has(entity.id)) show(entity.id);
      act.select({ kind: "node", ids: [entity.id] });
      app.canvas.reveal(entity.id);
    },
    show,
    open(id) {
      if (entityOf(id)) return act.expand(id);
      return app.change({ base: "groups", opened: [...app.state.opened, id], selected: null });
    },
    expand(id) {
      const near = neighbours(entityOf(id), app.sieve).map((entity) => entity.id).filter((one) => !app.canvas.byId.has(one));
      const chosen = near.slice(0, EXPAND_STEP);
      const added = [...new Set([...app.state.added, id, ...chosen])];
      app.change({ added, hidden: without(app.state.hidden, new Set([id, ...chosen])) });
      app.say(t("expanded", { number: chosen.length, rest: near.length - chosen.length }));
    },
    expandAny: (id) => act.open(id),
    collapse(id) {
      const hanging = new Set();
      for (const edge of app.view.edges) {
        const other = edge.a.id === id ? edge.b : edge.b.id === id ? edge.a : null;
        if (other && app.view.edges.filter(({ a, b }) => a === other || b === other).length === 1) hanging.add(other.id);
      }
      const added = without(app.state.added, hanging);
      app.change({ added, hidden: [...new Set([...app.state.hidden, ...[...hanging].filter((one) => !app.state.added.includes(one))])] });
      app.say(t("collapsed", { number: hanging.size }));
    },
    hide(id) {
      app.change({ hidden: [...new Set([...app.state.hidden, id])], added: without(app.state.added, new Set([id])), selected: null });
    },
    togglePin(id) {
      const pins = { ...app.state.pins };
      const node = app.canvas.byId.get(id);
      if (pins[id]) delete pins[id];
      else pins[id] = [Math.round(node.x), Math.round(node.y)];
      app.change({ pins });
      app.say(t(pins[id] ? "pinned" : "unpinned"));
    },
    focusOn(id) {
      if (!entityOf(id)) return;
      app.change({ ...CLEAN, base: "focus", center: id, selected: { kind: "node", ids: [id] } }, { fit: true });
    },
    base: (base) => app.change({ ...CLEAN, base }, { fit: true }),
    pathFrom: (id) => app.change({ tab: "path", path: { from: id, to: "" } }),
    setPath(from, to) {
      const ready = from && to;
      app.change({ ...(ready ? { ...CLEAN, base: "path" } : {}), path: { from, to }, tab: "path" }, { fit: ready });
      if (ready) app.say(t("pathsFound", { number: app.view.paths.length }));
    },
    filter: (name, value) => app.change({ filters: { ...app.state.filters, [name]: value } }),
    reset() {
      act.clearFilters();
      act.base("overview");
    },
    clearFilters: () => app.change({ filters: emptyFilters() }),
    undo: () => app.step(app.history.back(app.state)),
    redo: () => app.step(app.history.forward(app.state)),
    tab(name) {
      app.state = { ...app.state, tab: name };
      app.renderSelection();
      app.writeAddress();
      document.body.classList.add("panel-open");
    },
    search: () => byId("search").focus(),
    help: () => byId("help").showModal(),
    toggleFilters() {
      const open = document.body.classList.toggle("filters-open");
      byId("filter-toggle").setAttribute("aria-expanded", String(open));
      if (open) byId("filters").querySelector("input, button:not(:disabled)")?.focus();
    },
    readPanel() {
      document.body.classList.add("panel-open");
      byId("panel").querySelector("h2")?.focus();
    },
    leave() {
      if (document.body.classList.contains("filters-open")) return act.toggleFilters();
      document.body.classList.remove("panel-open");
      if (byId("panel").contains(document.activeElement)) return app.canvas.container.focus();
      return act.select(null);
    },
  };
  return act;
}
