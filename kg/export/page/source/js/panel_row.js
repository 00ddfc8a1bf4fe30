/* A row as the document has it: its parts, with everything found in it marked and the quote asked for lit up. */

function rowPanel(app, row, lit) {
  const { act } = app;
  return [
    h("header", { class: "panel-head" },
      para("kind", t("taskRow"), row.document.title !== row.document.brief && ` · ${row.document.title}`),
      h("h2", { tabindex: "-1" }, `${row.document.brief} · ${rowName(row)}`),
      para("attributes", row.section && chip(row.section), row.item && chip(row.item), statusChip(row.status)),
      para("reason", [row.document.name, placeText(row), row.row].filter(Boolean).join(" · "))),
    rowOwners(app, row),
    ["task", "targets", "progress", "problems", "next_steps", "deadline"].filter((part) => row.texts[part])
      .map((part) => section(term("part", part), null, markedText(row, part, lit, app))),
    row.extra.map(([heading, text]) => section(heading, null, para("text", text))),
    row.facts.length > 0 && section(t("statedHere"), row.facts.length, longList(row.facts, (fact) => rowFact(fact, act), 12)),
  ];
}

function rowOwners({ graph, act }, row) {
  if (!row.units.length && !row.leaders.length) return null;
  const named = ({ name, entity }) => (entity >= 0 ? entityButton(graph.entities[entity], act, name) : span(null, name));
  const line = (title, owners) => owners.length > 0 && [h("dt", {}, t(title)), h("dd", {}, owners)];
  return h("dl", { class: "owners" },
    line("units", row.units.map((unit) => span("owner", named(unit), roleChip(unit.role)))),
    line("leaders", row.leaders.map((leader) => span("owner", named(leader)))));
}

/* Only outermost marks become links: a link cannot stand in a link. */
function markedText(row, part, lit, { graph, act }) {
  const text = row.texts[part];
  const marks = row.marks.filter((mark) => mark.part === part).sort((one, other) => one.start - other.start || other.end - one.end);
  const [litPart, litStart, litEnd] = (lit || "").split(":");
  const inside = (at) => litPart === part && at >= Number(litStart) && at < Number(litEnd);
  const pieces = [];
  let at = 0;
  const plain = (until) => {
    const cuts = [at, ...[Number(litStart), Number(litEnd)].filter((cut) => litPart === part && cut > at && cut < until), until];
    for (let n = 0; n + 1 < cuts.length; n += 1) {
      const piece = text.slice(cuts[n], cuts[n + 1]);
      if (piece) pieces.push(inside(cuts[n]) ? h("mark", {}, piece) : piece);
    }
    at = Math.max(at, until);
  };
  for (const mark of marks) {
    if (mark.start < at) continue;
    plain(mark.start);
    const entity = graph.entities[mark.entity];
    const kind = `inline type-${entity.type.toLowerCase()}`;
    pieces.push(h("a", {
      href: `#sel=node~${encodeURIComponent(entity.id)}`, class: inside(mark.start) ? `${kind} lit` : kind,
      title: `${term("type", entity.type)} · ${entity.name}`,
      onclick: (event) => { event.preventDefault(); act.select({ kind: "node", ids: [entity.id] }); },
    }, text.slice(mark.start, mark.end)));
    at = mark.end;
  }
  plain(text.length);
  return para("text", pieces);
}

function rowFact(fact, act) {
  return [div("fact-head", entityButton(fact.subject, act), span("verb", term("relation", fact.predicate)),
    fact.target ? entityButton(fact.target, act) : h("strong", {}, literal(fact)), roleChip(fact.role)), quoteOf(fact, act)];
}
