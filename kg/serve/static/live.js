/* The explorer over the live graph: what is asked for is loaded, everything else stays on the server. */

const MOST_AT_ONCE = 5000;

const countLoaded = App.prototype.renderFrame;
App.prototype.renderFrame = function renderFrame() {
  countLoaded.call(this);
  byId("counts").textContent = t("counts", { shown: count(this.view.nodes.length), all: count(totals.entities), lines: count(this.view.edges.length) });
};

class Live {
  constructor(app, loaded) {
    this.app = app;
    this.base = loaded.shared.base;
    this.loaded = loaded;
    this.waiting = 0;
    this.wrapActions();
    this.listenToSearch();
    this.addLinks(loaded.shared.totals.entities);
    app.renderFrame();
  }

  async ask(query) {
    const answer = await fetch(`${this.base}/api/graph?${query}`);
    if (!answer.ok) throw new Error((await answer.json()).error.message);
    this.loaded.add(await answer.json());
    const { terms } = this.loaded.shared;
    Object.assign(this.app.graph, readGraph(this.loaded.content()));
    Object.assign(WORDS, terms);
  }

  /* Everything next to some things; what was loaded once is not asked for again. */
  async near(ids) {
    const missing = ids.filter((id) => id && /^[a-z]+-[0-9a-f]+$/.test(id) && !this.loaded.complete.has(id));
    if (!missing.length) return false;
    await this.ask(`around=${missing.map(encodeURIComponent).join(",")}`);
    for (const id of missing) this.loaded.complete.add(id);
    return true;
  }

  /* An action on a thing first loads what is next to it, then does what it always did. */
  wrapActions() {
    const { act } = this.app;
    const wrap = (name, idsOf) => {
      const done = act[name].bind(act);
      act[name] = (...given) => {
        const ids = idsOf(...given).filter((id) => id && !this.loaded.complete.has(id));
        if (!ids.length) return done(...given);
        return this.near(ids).then(() => { this.refresh(); done(...given); }).catch((error) => this.app.say(String(error.message)));
      };
    };
    for (const name of ["show", "expand", "open", "focusOn"]) wrap(name, (id) => (this.app.graph.ids.has(id) ? [id] : []));
    wrap("find", (entity) => [entity.id]);
    wrap("setPath", (from, to) => [from, to].filter(Boolean));
    wrap("base", (base) => (base === "overview" ? [] : ["*"]));
    const select = act.select.bind(act);
    act.select = (selection, ...rest) => {
      select(selection, ...rest);
      if (selection && selection.kind === "node") {
        this.near(selection.ids).then((more) => { if (more) this.refresh(); }).catch(() => {});
      }
    };
    const near = this.near.bind(this);
    this.near = async (ids) => {
      if (!ids.includes("*")) return near(ids);
      if (this.loaded.complete.has("*")) return false;
      await this.ask("all=1");
      this.loaded.complete.add("*");
      return true;
    };
  }

  refresh() {
    this.app.render();
  }

  /* What is typed is looked up on the server; the box then finds it among what was loaded. */
  listenToSearch() {
    document.addEventListener("input", (event) => {
      const input = event.target;
      if (!event.isTrusted || input.getAttribute("role") !== "combobox" || !input.value.trim()) return;
      clearTimeout(this.waiting);
      const typed = input.value;
      this.waiting = setTimeout(async () => {
        await this.ask(`q=${encodeURIComponent(typed)}`).catch(() => {});
        if (input.isConnected && input.value === typed) input.dispatchEvent(new Event("input", { bubbles: true }));
      }, 120);
    });
  }

  addLinks(things) {
    const english = () => language.current === "en";
    const links = h("nav", { class: "live" }, h("a", { href: `${this.base}/` }, english() ? "Home" : "首页"), h("a", { href: `${this.base}/query` }, english() ? "SPARQL" : "查询"));
    document.querySelector(".bar h1").after(links);
    const panel = byId("panel");
    const addDossier = () => {
      const { selected } = this.app.state;
      const head = panel.querySelector(".panel-head .actions");
      if (!head || head.querySelector(".dossier") || !selected || selected.kind !== "node" || !this.app.graph.ids.has(selected.ids[0])) return;
      head.append(h("a", { class: "action dossier", href: `${this.base}/id/${encodeURIComponent(selected.ids[0])}` }, english() ? "Dossier" : "完整档案"));
    };
    new MutationObserver(addDossier).observe(panel, { childList: true });
    if (things > MOST_AT_ONCE) for (const button of document.querySelectorAll('[data-base="groups"], [data-base="all"]')) button.hidden = true;
    addDossier();
  }

  /* An address may name things that the opening picture has not. */
  async restore() {
    const named = [...new Set(askedAddress.match(/[a-z]+-[0-9a-f]{10}/g) || [])];
    const whole = /view=(groups|all)/.test(askedAddress) ? ["*"] : [];
    if (!named.length && !whole.length) return;
    if (await this.near([...whole, ...named])) {
      const found = stateFromFragment(askedAddress);
      this.app.state = found.state;
      this.refresh();
      if (found.camera) this.app.canvas.setCamera(found.camera);
      else this.app.canvas.fit();
      this.app.writeAddress();
    }
  }
}

const live = new Live(window.zerentu, loadedParts);
live.restore().catch((error) => window.zerentu.say(String(error.message)));
