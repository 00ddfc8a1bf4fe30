/* The page itself: one state, what may be done to it, and everything redrawn from it. */

class App {
  constructor(graph) {
    this.graph = graph;
    this.history = new History();
    this.openGroups = new Set(["stage"]);
    this.options = filterOptions(graph);
    this.home = homeFigures(graph);
    this.settings = { lang: null, theme: null };
    this.state = startState();
    this.act = actions(this);
    this.canvas = new Canvas(byId("canvas"), {
      select: (selection) => this.act.select(selection), open: (id) => this.act.open(id),
      pin: (id, place) => this.change({ pins: { ...this.state.pins, [id]: place } }), camera: () => this.writeAddress(),
    });
  }

  start() {
    const found = this.readAddress();
    this.applySettings();
    buildFrame(this);
    this.render();
    if (found.camera) this.canvas.setCamera(found.camera);
    else this.canvas.fit();
    listenToKeys(this);
    window.addEventListener("popstate", () => this.returned());
    window.addEventListener("hashchange", () => this.returned());
    byId("loading").hidden = true;
    document.documentElement.dataset.ready = "true";
  }

  readAddress() {
    const found = stateFromFragment(location.hash);
    this.state = found.state;
    this.settings = found.settings;
    return found;
  }

  /* The address was changed from outside: a link, the back button. */
  returned() {
    if (location.hash.replace(/^#/, "") === this.written) return;
    const found = this.readAddress();
    this.applySettings();
    buildFrame(this);
    this.render();
    if (found.camera) this.canvas.setCamera(found.camera);
  }

  writeAddress(step = false) {
    this.written = stateToFragment(this.state, this.settings, this.canvas.camera());
    history[step ? "pushState" : "replaceState"](null, "", `#${this.written}`);
  }

  applySettings() {
    language.current = this.settings.lang === "en" ? "en" : "zh";
    document.documentElement.lang = language.current === "en" ? "en" : "zh-CN";
    if (this.settings.theme) document.documentElement.dataset.theme = this.settings.theme;
    else delete document.documentElement.dataset.theme;
    this.canvas.recolour();
  }

  setSetting(name, value) {
    this.settings = { ...this.settings, [name]: value };
    this.applySettings();
    buildFrame(this);
    this.render();
    this.writeAddress();
  }

  /* A new state that differs in `parts`; what can be taken back is remembered. */
  change(parts, { remember = true, fit = false } = {}) {
    if (remember) this.history.remember(this.state);
    this.state = { ...this.state, ...parts };
    this.render();
    if (fit) this.canvas.fit();
    this.writeAddress();
  }

  step(state) {
    if (!state) return this.say(t("nothingToUndo"));
    this.state = { ...state, selected: this.state.selected, tab: this.state.tab };
    this.render();
    return this.writeAddress();
  }

  render() {
    this.sieve = new Sieve(this.graph, this.state.filters);
    this.view = makeView(this.graph, this.state, this.sieve);
    this.canvas.show(this.view);
    this.counts = new Map();
    const things = this.view.nodes.flatMap((node) => (node.group ? node.group.members : node));
    for (const { type } of things) this.counts.set(type, (this.counts.get(type) || 0) + 1);
    this.renderFrame();
    this.renderSelection();
  }

  renderFrame() {
    keepingFocus(byId("filters"), () => replaceContent(byId("filters"), filterForm(this)));
    byId("filter-toggle").classList.toggle("active", isFiltered(this.state.filters));
    for (const view of document.querySelectorAll("[data-base]")) {
      view.setAttribute("aria-pressed", String(view.dataset.base === this.state.base));
    }
    const { nodes, edges, cut } = this.view;
    const counts = { shown: count(nodes.length), all: count(this.graph.entities.length), lines: count(edges.length) };
    replaceContent(byId("counts"), t("counts", counts), cut && ` ${t("cut", { number: count(cut) })}`);
    byId("empty").hidden = this.view.nodes.length > 0;
  }

  renderSelection() {
    this.canvas.setFocus(this.focusOf());
    for (const tab of document.querySelectorAll("[role=tab]")) {
      const chosen = tab.dataset.tab === this.state.tab;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
    }
    const panel = byId("panel");
    keepingFocus(panel, () => replaceContent(panel, this.panel()));
    panel.setAttribute("aria-labelledby", `tab-${this.state.tab}`);
  }

  panel() {
    if (this.state.tab === "list") return listPanel(this);
    if (this.state.tab === "path") return pathPanel(this);
    const { selected } = this.state;
    if (!selected) return homePanel(this);
    const [first, second, lit] = selected.ids;
    const entity = this.graph.ids.get(first);
    if (selected.kind === "row") {
      const row = this.graph.rows.find((one) => one.document.name === first && one.row === second);
      return row ? rowPanel(this, row, lit) : homePanel(this);
    }
    if (selected.kind === "edge") return this.edgePanel(first, second);
    if (entity) return entityPanel(this, entity);
    const node = this.canvas.byId.get(first);
    return node && node.group ? groupPanel(this, node) : homePanel(this);
  }

  edgePanel(first, second) {
    const [one, other] = [this.graph.ids.get(first), this.graph.ids.get(second)];
    if (one && other) return edgePanel(this, one, other);
    const group = this.canvas.byId.get(one ? second : first);
    return group && group.group ? groupPanel(this, group) : homePanel(this);
  }

  /* What stands out: the selected node and its neighbours, both ends of a line, or the paths found. */
  focusOf() {
    const { selected } = this.state;
    if (!selected || selected.kind === "row") return null;
    const centre = new Set(selected.ids.filter((id) => this.canvas.byId.has(id)));
    if (!centre.size) return null;
    const ends = selected.kind === "edge" ? 2 : 1;
    const edges = this.view.edges.filter(({ a, b }) => centre.has(a.id) + centre.has(b.id) >= ends);
    return { centre, edges, nodes: new Set([...centre, ...edges.flatMap(({ a, b }) => [a.id, b.id])]) };
  }

  selectedNode() {
    const { selected } = this.state;
    return selected && selected.kind === "node" && this.canvas.byId.has(selected.ids[0]) ? selected.ids[0] : null;
  }

  say(text) {
    byId("said").textContent = text;
  }
}

/* Redrawing a form must not lose the place of someone who uses the keyboard. */
function keepingFocus(container, redraw) {
  const focusable = () => [...container.querySelectorAll("button, input, summary, [tabindex]")];
  const at = container.contains(document.activeElement) ? focusable().indexOf(document.activeElement) : -1;
  const scrolled = container.scrollTop;
  redraw();
  container.scrollTop = scrolled;
  if (at >= 0) (focusable()[at] || container).focus({ preventScroll: true });
}

function begin() {
  const failed = (reason) => {
    byId("loading").hidden = true;
    byId("failed").hidden = false;
    byId("reason").textContent = String(reason);
  };
  try {
    window.zerentu = new App(readGraph(JSON.parse(byId("knowledge").textContent)));
    window.zerentu.start();
  } catch (error) {
    failed(error && error.message ? error.message : error);
    throw error;
  }
}

begin();
