/* Which nodes and lines the state asks for, and where they stand. */

const MOST_NODES = 12000;
const FAR_LINES = 100;

/* A view: `nodes` (with x, y, size), `edges` (lines between them), `total` and, where it is not all, `cut`. */
function makeView(graph, state, sieve) {
  const base = baseNodes(graph, state, sieve);
  const hidden = new Set(state.hidden);
  const chosen = new Map();
  for (const node of base.nodes) if (!hidden.has(node.id)) chosen.set(node.id, node);
  for (const id of state.added) {
    const entity = graph.ids.get(id);
    if (entity && !hidden.has(id) && !chosen.has(id) && sieve.entity(entity)) chosen.set(id, entityNode(entity, null, null));
  }
  const nodes = [...chosen.values()];
  const edges = edgesBetween(nodes, sieve, base.groupOf);
  standNodes(nodes, edges, state.pins);
  return { nodes, edges, ids: chosen, cut: base.cut || null, paths: base.paths || null };
}

function entityNode(entity, x, y) {
  const size = entity.type === "Area" ? 8 + Math.min(13, Math.sqrt(entity.weight)) : 5 + Math.min(11, Math.sqrt(entity.weight) * 1.5);
  return { id: entity.id, entity, group: null, type: entity.type, label: entity.label, weight: entity.weight, size, x, y };
}

function baseNodes(graph, state, sieve) {
  if (state.base === "focus" && graph.ids.has(state.center)) return focusNodes(graph.ids.get(state.center), sieve);
  if (state.base === "path" && state.path) return pathNodes(graph, state, sieve);
  if (state.base === "groups") return groupNodes(graph, state, sieve);
  if (state.base === "all") return allNodes(graph, state, sieve);
  return {
    nodes: graph.overview.map(([index, x, y]) => [graph.entities[index], x, y])
      .filter(([entity]) => sieve.entity(entity)).map(([entity, x, y]) => entityNode(entity, x, y)),
  };
}

function allNodes(graph, state, sieve) {
  const kept = graph.entities.filter((entity) => sieve.entity(entity));
  if (kept.length > MOST_NODES) return { ...groupNodes(graph, state, sieve), cut: kept.length };
  return { nodes: kept.map((entity) => entityNode(entity, entity.x, entity.y)) };
}

function focusNodes(center, sieve) {
  const near = neighbours(center, sieve).slice(0, 120);
  near.sort((one, other) => TYPES.indexOf(one.type) - TYPES.indexOf(other.type) || other.weight - one.weight || one.index - other.index);
  const rings = Math.max(1, Math.ceil(near.length / 22));
  const nodes = near.map((entity, index) => {
    const angle = (2 * Math.PI * index) / near.length - Math.PI / 2;
    const radius = 190 + 80 * (rings > 1 ? index % rings : 0);
    return entityNode(entity, radius * 1.5 * Math.cos(angle), radius * Math.sin(angle));
  });
  return { nodes: [entityNode(center, 0, 0), ...nodes] };
}

function pathNodes(graph, state, sieve) {
  const [from, to] = [graph.ids.get(state.path.from), graph.ids.get(state.path.to)];
  if (!from || !to) return { nodes: [from, to].filter(Boolean).map((entity, index) => entityNode(entity, index * 200, 0)), paths: [] };
  const paths = findPaths(graph, from, to, sieve);
  const columns = new Map([[from, 0]]);
  for (const path of paths) path.forEach((entity, step) => columns.set(entity, Math.max(columns.get(entity) || 0, step)));
  columns.set(to, Math.max(1, ...columns.values()));
  const heights = new Map();
  const nodes = [...columns].map(([entity, column]) => {
    const row = heights.get(column) || 0;
    heights.set(column, row + 1);
    return { ...entityNode(entity, column * 210, 0), row };
  });
  for (const node of nodes) node.y = (node.row - (heights.get(node.x / 210) - 1) / 2) * 90 + (node.x / 210 % 2) * 12;
  return { nodes, paths };
}

function neighbours(entity, sieve) {
  return entity.pairs
    .filter((pair) => sieve.entity(otherEnd(pair, entity)) && sieve.drawn(pair).length)
    .map((pair) => otherEnd(pair, entity))
    .sort((one, other) => other.weight - one.weight || one.index - other.index);
}

function edgesBetween(nodes, sieve, groupOf) {
  const shown = new Map(nodes.map((node) => [node.id, node]));
  const at = (entity) => shown.get(entity.id) || (groupOf && shown.get(groupOf.get(entity.id)));
  const seen = new Map();
  const members = groupOf ? nodes.flatMap((node) => (node.group ? node.group.members : [node.entity])) : nodes.map((node) => node.entity);
  for (const entity of members) {
    for (const pair of entity.pairs) {
      if (pair.a !== entity && at(pair.a)) continue;
      const [a, b] = [at(pair.a), at(pair.b)];
      if (!a || !b || a === b) continue;
      const statements = sieve.drawn(pair);
      if (statements.length) addEdge(seen, a, b, pair, statements);
    }
  }
  return groupOf ? strongest([...seen.values()]) : [...seen.values()];
}

/* Between groups far apart only the lines that stand for most: thousands of thin ones would be one dark square. */
function strongest(edges) {
  const areaOf = (node) => (node.group ? node.group.area : node.type === "Area" ? node.entity : null);
  const near = edges.filter(({ a, b }) => areaOf(a) && areaOf(a) === areaOf(b));
  const far = edges.filter(({ a, b }) => !areaOf(a) || areaOf(a) !== areaOf(b));
  far.sort((one, other) => other.number - one.number || (one.id < other.id ? -1 : 1));
  return [...near, ...far.slice(0, FAR_LINES)];
}

function addEdge(seen, a, b, pair, statements) {
  const key = a.id < b.id ? `${a.id}~${b.id}` : `${b.id}~${a.id}`;
  const known = seen.get(key);
  if (known) known.number += statements.length;
  else {
    const main = mainStatement(statements);
    seen.set(key, { id: key, a, b, pair: a.entity && b.entity ? pair : null, number: statements.length, style: edgeStyle(main), main });
  }
}

function edgeStyle(statement) {
  if (OWNING.has(statement.predicate)) return statement.role === "lead" || statement.predicate === "leads" ? "lead" : "joint";
  if (STRUCTURAL.has(statement.predicate)) return "structure";
  if (statement.predicate === "undertakes" || statement.predicate === "investedIn") return "undertakes";
  return statement.link ? "identity" : "other";
}

/* Nodes without a place get the nearest free one beside the neighbour that they belong to. */
function standNodes(nodes, edges, pins) {
  const near = new Map(nodes.map((node) => [node.id, []]));
  for (const edge of edges) {
    near.get(edge.a.id).push(edge.b);
    near.get(edge.b.id).push(edge.a);
  }
  const taken = new Map();
  const cell = (x, y) => `${Math.round(x / 56)}:${Math.round(y / 42)}`;
  for (const node of nodes) {
    if (pins[node.id]) [node.x, node.y] = pins[node.id];
    node.pinned = Boolean(pins[node.id]);
    if (node.x !== null) taken.set(cell(node.x, node.y), node);
  }
  for (const node of nodes) {
    if (node.x !== null) continue;
    const anchor = near.get(node.id).find((other) => other.x !== null) || { x: 0, y: 0 };
    for (let step = 3; node.x === null; step += 1) {
      const radius = 34 * Math.sqrt(step);
      const [x, y] = [anchor.x + radius * 1.3 * Math.cos(step * 2.39996), anchor.y + radius * Math.sin(step * 2.39996)];
      if (!taken.has(cell(x, y)) || step > 4000) {
        [node.x, node.y] = [Math.round(x * 10) / 10, Math.round(y * 10) / 10];
        taken.set(cell(x, y), node);
      }
    }
  }
}
