/* Shortest paths between two things, and those one step longer; areas are passed through only if nothing else is left. */

function findPaths(graph, from, to, sieve, limit = 6) {
  if (from === to) return [];
  const apart = pathsAvoiding(graph, from, to, sieve, limit, (entity) => entity.type === "Area");
  return apart.length ? apart : pathsAvoiding(graph, from, to, sieve, limit, () => false);
}

function pathsAvoiding(graph, from, to, sieve, limit, avoided) {
  const steps = (entity) => entity.pairs
    .filter((pair) => {
      const other = otherEnd(pair, entity);
      return (other === to || other === from || !avoided(other)) && sieve.entity(other) && sieve.drawn(pair).length > 0;
    })
    .map((pair) => otherEnd(pair, entity));
  const distance = distancesTo(to, from, steps);
  if (!distance.has(from)) return [];
  const shortest = distance.get(from);
  const found = [];
  for (let longest = shortest; longest <= shortest + 1 && found.length < limit; longest += 1) {
    walk([from], to, longest, distance, steps, found, limit);
  }
  return found;
}

function distancesTo(target, start, steps) {
  const distance = new Map([[target, 0]]);
  let edge = [target];
  for (let far = 1; edge.length; far += 1) {
    const next = [];
    for (const entity of edge) {
      for (const near of steps(entity)) if (!distance.has(near)) { distance.set(near, far); next.push(near); }
    }
    if (distance.has(start) && distance.get(start) < far) break;
    edge = next;
  }
  return distance;
}

/* Paths of exactly `length` steps, depth first, never further from the target than the steps that are left. */
function walk(path, to, length, distance, steps, found, limit) {
  const at = path[path.length - 1];
  if (at === to) {
    if (path.length - 1 === length) found.push([...path]);
    return;
  }
  for (const near of steps(at)) {
    const left = length - path.length;
    if (found.length >= limit) return;
    if ((distance.get(near) ?? Infinity) <= left && !path.includes(near)) walk([...path, near], to, length, distance, steps, found, limit);
  }
}

function pairBetween(graph, one, other) {
  return one.pairs.find((pair) => otherEnd(pair, one) === other) || null;
}
