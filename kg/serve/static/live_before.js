/* What the live explorer has loaded. Records keep the server's numbers in `Loaded`; for the page they are numbered
   anew, without gaps. The address is kept as it was asked for: the page rewrites it as soon as it starts. */

const askedAddress = location.hash;

class Loaded {
  constructor(first) {
    this.shared = first;
    this.kinds = { entities: new Map(), rows: new Map(), facts: new Map(), links: new Map() };
    this.complete = new Set();
    this.add(first);
  }

  add(part) {
    for (const [kind, records] of Object.entries(this.kinds)) {
      for (const [number, record] of Object.entries(part[kind] || {})) records.set(Number(number), record);
    }
  }

  content() {
    const { entities, rows, facts, links } = this.kinds;
    const sorted = (records) => [...records].sort(([one], [other]) => one - other);
    const places = (list) => new Map(list.map(([number], place) => [number, place]));
    const [allEntities, allRows] = [sorted(entities), sorted(rows)];
    const [entityAt, rowAt] = [places(allEntities), places(allRows)];
    const at = (number) => (entityAt.has(number) ? entityAt.get(number) : -1);
    return {
      ...this.shared,
      entities: allEntities.map(([, record]) => replaced(record, 6, at(record[6]))),
      rows: allRows.map(([, record]) => movedRow(record, at)),
      facts: sorted(facts).map(([, record]) => movedFact(record, at, rowAt)),
      links: sorted(links).map(([, record]) => replaced(replaced(record, 0, at(record[0])), 2, at(record[2]))),
      documents: this.shared.documents.map((record) => replaced(record, 2, at(record[2]))),
      overview: this.shared.overview.map(([number, x, y]) => [at(number), x, y]).filter(([number]) => number >= 0),
    };
  }
}

function replaced(record, place, value) {
  const copy = [...record];
  copy[place] = value;
  return copy;
}

function movedRow(record, at) {
  const copy = [...record];
  copy[8] = record[8].map((unit) => replaced(unit, 2, at(unit[2])));
  copy[9] = record[9].map((leader) => replaced(leader, 1, at(leader[1])));
  copy[11] = record[11].map((mark) => replaced(mark, 3, at(mark[3]))).filter((mark) => mark[3] >= 0);
  return copy;
}

function movedFact(record, at, rowAt) {
  const copy = [...record];
  copy[0] = at(record[0]);
  copy[2] = record[2] < 0 ? -1 : at(record[2]);
  copy[9] = rowAt.has(record[9]) ? rowAt.get(record[9]) : -1;
  return copy;
}

const loadedParts = new Loaded(JSON.parse(document.getElementById("knowledge").textContent));
document.getElementById("knowledge").textContent = JSON.stringify(loadedParts.content());

/* Figures and choices are of the whole graph, not of what was loaded. */
const { totals, best, options: allOptions } = loadedParts.shared;
const idOf = (number) => loadedParts.kinds.entities.get(number)[0];

homeFigures = (graph) => {
  const ranking = (list) => list.map(([number, count]) => [graph.ids.get(idOf(number)), count]);
  return { agencies: ranking(best.agencies), shared: ranking(best.shared) };
};

filterOptions = () => Object.fromEntries(FILTERS.map((name) => [name, sortedOptions(name, new Map(allOptions[name] || []))]));

const panelOfLoaded = homePanel;
homePanel = (app) => panelOfLoaded({
  ...app, act: app.act, home: homeFigures(app.graph),
  graph: { ...app.graph, rows: { length: totals.rows }, entities: { length: totals.entities }, facts: { length: totals.facts } },
});
