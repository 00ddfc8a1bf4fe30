/* What the reader has chosen: one plain value, written into the address, with a way back. */

const FILTERS = ["type", "relation", "area", "document", "period", "stage", "sector"];

const emptyFilters = () => ({ ...Object.fromEntries(FILTERS.map((name) => [name, []])), confidence: 0 });

const startState = () => ({
  base: "overview", center: null, added: [], hidden: [], pins: {}, opened: [], selected: null, path: null,
  filters: emptyFilters(), tab: "details",
});

function stateToFragment(state, settings, camera) {
  const found = new URLSearchParams();
  const put = (name, value) => value && value.length && found.set(name, value);
  if (state.base !== "overview") found.set("view", state.base);
  put("center", state.center);
  put("add", state.added.join(","));
  put("hide", state.hidden.join(","));
  put("open", state.opened.join(","));
  put("pin", Object.entries(state.pins).map(([id, [x, y]]) => `${id}:${x}:${y}`).join(","));
  if (state.selected) found.set("sel", [state.selected.kind, ...state.selected.ids].join("~"));
  if (state.path) found.set("path", [state.path.from, state.path.to].join("~"));
  for (const name of FILTERS) put(`f.${name}`, state.filters[name].join("|"));
  if (state.filters.confidence) found.set("f.confidence", String(state.filters.confidence));
  if (state.tab !== "details") found.set("tab", state.tab);
  for (const [name, value] of Object.entries(settings)) put(name, value);
  if (camera) found.set("at", camera.join(","));
  return found.toString();
}

function stateFromFragment(fragment) {
  const found = new URLSearchParams(fragment.replace(/^#/, ""));
  const list = (name, mark = ",") => (found.get(name) || "").split(mark).filter(Boolean);
  const state = startState();
  const base = found.get("view");
  if (["overview", "all", "groups", "focus", "path"].includes(base)) state.base = base;
  state.center = found.get("center");
  state.added = list("add");
  state.hidden = list("hide");
  state.opened = list("open");
  for (const pin of list("pin")) {
    const [id, x, y] = pin.split(":");
    if (Number.isFinite(+x) && Number.isFinite(+y)) state.pins[id] = [+x, +y];
  }
  const [kind, ...ids] = list("sel", "~");
  if (kind) state.selected = { kind, ids };
  const [from, to] = (found.get("path") || "").split("~");
  if (from || to) state.path = { from: from || "", to: to || "" };
  for (const name of FILTERS) state.filters[name] = list(`f.${name}`, "|");
  state.filters.confidence = Math.min(1, Math.max(0, Number(found.get("f.confidence")) || 0));
  if (["details", "list", "path"].includes(found.get("tab"))) state.tab = found.get("tab");
  const camera = list("at").map(Number);
  return {
    state,
    settings: { lang: found.get("lang"), theme: found.get("theme") },
    camera: camera.length === 3 && camera.every(Number.isFinite) && camera[2] > 0 ? camera : null,
  };
}

/* Steps back and forward through states; a state is never changed in place. */
class History {
  constructor() {
    this.past = [];
    this.future = [];
  }
  remember(state) {
    this.past.push(state);
    this.past.splice(0, this.past.length - 200);
    this.future = [];
  }
  back(state) {
    if (!this.past.length) return null;
    this.future.push(state);
    return this.past.pop();
  }
  forward(state) {
    if (!this.future.length) return null;
    this.past.push(state);
    return this.future.pop();
  }
}
