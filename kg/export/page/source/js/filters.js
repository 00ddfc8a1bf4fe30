/* Which things and statements the filters leave. An empty filter lets everything through. */

class Sieve {
  constructor(graph, filters) {
    this.graph = graph;
    this.filters = filters;
    for (const name of FILTERS) this[name] = new Set(filters[name]);
    this.asksFacts = this.relation.size > 0 || this.period.size > 0 || filters.confidence > 0;
    this.asksProjects = this.stage.size > 0 || this.sector.size > 0;
    this.kept = new Map();
  }

  statement(one) {
    if (this.relation.size && !this.relation.has(one.predicate)) return false;
    if (one.confidence < this.filters.confidence) return false;
    if (one.link) return !this.period.size || STRUCTURAL.has(one.predicate);
    if (this.document.size && !(one.document && this.document.has(one.document.name))) return false;
    return !this.period.size || this.period.has(one.period);
  }

  /* What is drawn as a line and followed by paths: relations that say too little stand only in the panel. */
  drawn(pair) {
    return pair.statements.filter((one) => (!UNDRAWN.has(one.predicate) || this.relation.has(one.predicate)) && this.statement(one));
  }

  /* The statements of a pair that pass, if both ends may be seen. */
  statements(pair) {
    return pair.statements.filter((one) => this.statement(one));
  }

  own(entity) {
    if (this.type.size && !this.type.has(entity.type)) return false;
    if (this.area.size && !this.inArea(entity)) return false;
    if (this.document.size && !entity.documents.some((index) => this.document.has(this.graph.documents[index].name))) {
      return entity.type === "Area";
    }
    return this.fits(entity) || !STAGED.has(entity.type);
  }

  /* Whether a thing itself has a stage and a sector that are asked for. */
  fits(entity) {
    if (this.stage.size && !entity.stages.some((fact) => this.stage.has(stageOf(fact)))) return false;
    return !this.sector.size || this.sector.has(entity.sector);
  }

  inArea(entity) {
    for (let at = entity, steps = 0; at && steps < 8; at = this.graph.entities[at.area], steps += 1) {
      if (this.area.has(at.id)) return true;
      if (at.area < 0) return false;
    }
    return false;
  }

  /* An entity stays when it passes itself and still has to do with what is asked. */
  entity(entity) {
    const known = this.kept.get(entity.index);
    if (known !== undefined) return known;
    const passes = this.own(entity) && this.concerned(entity);
    this.kept.set(entity.index, passes);
    return passes;
  }

  concerned(entity) {
    if (this.asksProjects && !this.fits(entity)) {
      const near = entity.pairs.some((pair) => {
        const other = otherEnd(pair, entity);
        return this.fits(other) && this.own(other) && this.drawn(pair).length;
      });
      if (!near) return false;
    }
    if (!this.asksFacts) return true;
    const telling = (pair) => this.statements(pair).some((one) => !STRUCTURAL.has(one.predicate));
    return entity.facts.some((fact) => this.statement(fact)) || entity.pairs.some(telling);
  }
}

/* The values a filter offers, with how many things or statements have each, most first. */
function filterOptions(graph) {
  const counts = Object.fromEntries(FILTERS.map((name) => [name, new Map()]));
  const add = (name, value) => value && counts[name].set(value, (counts[name].get(value) || 0) + 1);
  for (const entity of graph.entities) {
    add("type", entity.type);
    if (entity.area >= 0) add("area", graph.entities[entity.area].id);
    add("sector", entity.sector);
    for (const stage of new Set(entity.stages.map(stageOf))) add("stage", stage);
    for (const index of entity.documents) add("document", graph.documents[index].name);
  }
  for (const fact of graph.facts) {
    add("period", fact.period);
    if (fact.target) add("relation", fact.predicate);
  }
  for (const link of graph.links) add("relation", link.predicate);
  return Object.fromEntries(FILTERS.map((name) => [name, sortedOptions(name, counts[name])]));
}

function sortedOptions(name, found) {
  const options = [...found].map(([value, number]) => ({ value, number }));
  if (name === "period") return options.sort((one, other) => other.value.localeCompare(one.value));
  if (name === "stage") return options.sort((one, other) => STAGES.indexOf(one.value) - STAGES.indexOf(other.value));
  return options.sort((one, other) => other.number - one.number || (one.value < other.value ? -1 : 1));
}

const STAGED = new Set(["Project", "Park"]);

/* In the order in which a project goes through them. */
const STAGES = [
  "planned", "negotiating", "signed", "permitting", "under_construction", "structure_complete", "trial_production", "completed",
  "suspended",
];
