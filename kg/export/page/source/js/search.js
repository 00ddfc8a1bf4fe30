/* Search by name, short name, pinyin and initials: exact before beginning before inside before scattered letters. */

function searchEntities(graph, text, limit = 12) {
  const wanted = text.trim().toLowerCase().replace(/\s+/g, "");
  if (!wanted) return [];
  const found = [];
  for (const entity of graph.entities) {
    const score = Math.max(...entity.searchable.map((form) => matchScore(form, wanted)));
    if (score > 0) found.push({ entity, score: score + Math.min(entity.weight, 50) / 100 });
  }
  found.sort((one, other) => other.score - one.score || one.entity.index - other.entity.index);
  return found.slice(0, limit).map(({ entity }) => entity);
}

function matchScore(form, wanted) {
  const at = form.indexOf(wanted);
  if (at === 0) return form.length === wanted.length ? 5 : 4;
  if (at > 0) return 3;
  return wanted.length > 1 && scattered(form, wanted) ? 1 : 0;
}

function scattered(form, wanted) {
  let at = -1;
  for (const character of wanted) {
    at = form.indexOf(character, at + 1);
    if (at < 0) return false;
  }
  return true;
}
