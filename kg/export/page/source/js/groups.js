/* Areas with, round each, one node for every type of thing in it; where there are many areas, one node for each of them.
   What is opened gives way to what it holds: an area to its types, a type to its members. */

const GROUP_MEMBERS = 400;
const HUB_MEMBERS = 8;
const MANY_HUBS = 30;

function groupNodes(graph, state, sieve) {
  const hubs = gatherHubs(graph.entities.filter((entity) => sieve.entity(entity)), graph.entities);
  const opened = new Set(state.opened);
  const closed = (hub) => hubs.length > MANY_HUBS && hub.area && !opened.has(hubId(hub));
  const picture = { nodes: new Map(), groupOf: new Map() };
  const wide = hubs.filter((hub) => !closed(hub));
  wide.forEach((hub, place) => placeHub(picture, hub, onGrid(place, wide.length, 440, 370), opened, sieve));
  const below = Math.ceil(wide.length / Math.ceil(Math.sqrt(wide.length))) * 370 || 0;
  const compact = hubs.filter(closed);
  compact.forEach((hub, place) => {
    const [x, y] = onGrid(place, compact.length, 150, 95);
    placeGroup(picture, { id: hubId(hub), area: hub.area, type: "Area", members: [hub.area, ...hub.members] }, [x, below + y]);
  });
  return { nodes: [...picture.nodes.values()], groupOf: picture.groupOf };
}

const hubId = (hub) => `a:${hub.area.id}`;

const onGrid = (place, total, width, height) => {
  const columns = Math.ceil(Math.sqrt(total));
  return [(place % columns) * width, Math.floor(place / columns) * height];
};

/* Areas with enough in them, the fullest first, each with its members; at the end, without area, what is left. */
function gatherHubs(kept, entities) {
  const sizes = new Map();
  const areaOf = (entity) => entities[entity.area] || null;
  for (const entity of kept) if (areaOf(entity)) sizes.set(areaOf(entity), (sizes.get(areaOf(entity)) || 0) + 1);
  const isHub = (area) => area !== null && sizes.get(area) >= HUB_MEMBERS;
  const hubs = new Map();
  for (const entity of kept) {
    if (isHub(entity)) continue;
    const area = isHub(areaOf(entity)) ? areaOf(entity) : null;
    if (!hubs.has(area)) hubs.set(area, { area, members: [] });
    hubs.get(area).members.push(entity);
  }
  return [...hubs.values()].sort((one, other) => (one.area === null) - (other.area === null)
    || other.members.length - one.members.length || one.area.index - other.area.index);
}

function placeHub(picture, hub, [x, y], opened, sieve) {
  if (hub.area && sieve.entity(hub.area)) put(picture, entityNode(hub.area, x, y));
  const types = [...new Set(hub.members.map((entity) => entity.type))].sort((one, other) => TYPES.indexOf(one) - TYPES.indexOf(other));
  types.forEach((type, index) => {
    const angle = (2 * Math.PI * index) / types.length - Math.PI / 2;
    const members = hub.members.filter((entity) => entity.type === type);
    members.sort((one, other) => other.weight - one.weight || one.index - other.index);
    const group = { id: `g:${hub.area ? hub.area.id : ""}:${type}`, area: hub.area, type, members };
    placeType(picture, group, [x + 150 * Math.cos(angle), y + 110 * Math.sin(angle)], opened);
  });
}

/* The members of an opened type (or its only one) on a spiral; all others, and what is too many, as one node. */
function placeType(picture, group, [x, y], opened) {
  const open = opened.has(group.id) || group.members.length === 1;
  const shown = open ? group.members.slice(0, GROUP_MEMBERS) : [];
  shown.forEach((entity, place) => {
    const radius = group.members.length === 1 ? 0 : 26 * Math.sqrt(place + 0.5);
    const turn = place * 2.39996;
    put(picture, entityNode(entity, x + radius * Math.cos(turn) * 1.4, y + radius * Math.sin(turn)));
  });
  if (shown.length < group.members.length) placeGroup(picture, { ...group, members: group.members.slice(shown.length) }, [x, y]);
}

function placeGroup(picture, group, [x, y]) {
  for (const entity of group.members) picture.groupOf.set(entity.id, group.id);
  const size = 12 + Math.min(26, Math.sqrt(group.members.length) * 0.9);
  const weight = 1000 + group.members.length;
  put(picture, { id: group.id, entity: null, group, type: group.type, weight, label: groupLabel(group), size, x, y });
}

function groupLabel(group) {
  const number = count(group.members.length);
  if (group.id.startsWith("a:")) return `${group.area.label} ${number}`;
  return `${group.area ? "" : `${t("elsewhere")} · `}${term("type", group.type)} ${number}`;
}

function put(picture, node) {
  if (!picture.nodes.has(node.id)) picture.nodes.set(node.id, node);
}
