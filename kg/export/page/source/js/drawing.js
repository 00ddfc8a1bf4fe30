/* Shapes, lines and labels, the same on the canvas, in exported pictures and in the legend. */

const TYPES = ["Area", "Agency", "Company", "Institution", "Project", "Park", "Person", "Indicator"];

/* Corners on a circle of radius one; null is the circle itself. Areas are about equal, so that size means weight. */
const polygon = (corners, turn, radius) => Array.from({ length: corners }, (_, n) => {
  const angle = turn + (2 * Math.PI * n) / corners;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});
const star = Array.from({ length: 10 }, (_, n) => {
  const angle = -Math.PI / 2 + (Math.PI * n) / 5;
  const radius = n % 2 ? 0.58 : 1.3;
  return [radius * Math.cos(angle), radius * Math.sin(angle)];
});
const SHAPES = {
  Area: polygon(6, 0, 1.1), Agency: polygon(4, Math.PI / 4, 1.25), Company: polygon(3, -Math.PI / 2, 1.4),
  Institution: polygon(3, Math.PI / 2, 1.4), Project: null, Park: polygon(4, 0, 1.3), Person: star,
  Indicator: polygon(5, -Math.PI / 2, 1.15),
};
const shapeOf = (type) => (type in SHAPES ? SHAPES[type] : polygon(5, -Math.PI / 2, 1.15));

const LINES = {
  lead: { width: 1.8, dash: [] }, joint: { width: 1, dash: [] }, undertakes: { width: 1.3, dash: [] },
  other: { width: 1, dash: [5, 3] }, structure: { width: 0.8, dash: [1.5, 3] }, identity: { width: 1, dash: [8, 3, 2, 3] },
};

/* How a line of a style is stroked in SVG. */
function strokeOf(style, wider = 1) {
  return { "stroke-width": LINES[style].width * wider, "stroke-dasharray": LINES[style].dash.join(" ") || "none" };
}

/* The colours of the page as the canvas needs them: read from the style sheet, so that themes have one source. */
function readColours() {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  return {
    types: Object.fromEntries(TYPES.map((type) => [type, colour(`type-${type.toLowerCase()}`)])), other: colour("text-soft"),
    lines: Object.fromEntries(Object.keys(LINES).map((line) => [line, colour(`line-${line}`)])),
    canvas: colour("canvas"), text: colour("text"), soft: colour("text-soft"), accent: colour("accent"), font: colour("font"),
  };
}

const typeColour = (colours, type) => colours.types[type] || colours.other;

/* Add a shape to the path that is being drawn. */
function traceShape(context, type, x, y, radius) {
  const corners = shapeOf(type);
  if (!corners) {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  context.moveTo(x + corners[0][0] * radius, y + corners[0][1] * radius);
  for (let n = 1; n < corners.length; n += 1) context.lineTo(x + corners[n][0] * radius, y + corners[n][1] * radius);
  context.closePath();
}

const PATH_NODES = 500;
const OUTLINED_NODES = 1500;

/* Nodes type by type, some hundred in a path, for one fill; `radiusOf` gives a node's radius. Where there are many they
   have no outline, and with `plain` (in motion) the small ones are squares, which cost a third. */
function drawNodes(context, nodes, radiusOf, colours, scale, plain = false) {
  const many = nodes.length > OUTLINED_NODES;
  for (const [type, group] of byType(nodes)) {
    context.fillStyle = typeColour(colours, type);
    context.strokeStyle = colours.canvas;
    context.lineWidth = 1.6 / scale;
    if (plain && many) drawSquares(context, group, radiusOf);
    else for (let at = 0; at < group.length; at += PATH_NODES) drawShapes(context, group.slice(at, at + PATH_NODES), radiusOf, !many);
    drawSigns(context, group, radiusOf, colours, scale);
  }
}

function byType(nodes) {
  const types = new Map();
  for (const node of nodes) {
    if (!types.has(node.type)) types.set(node.type, []);
    types.get(node.type).push(node);
  }
  return types;
}

function drawShapes(context, nodes, radiusOf, outlined) {
  context.beginPath();
  for (const node of nodes) traceShape(context, node.type, node.x, node.y, radiusOf(node));
  if (outlined) context.stroke();
  context.fill();
}

function drawSquares(context, nodes, radiusOf) {
  for (const node of nodes) {
    const radius = radiusOf(node) * 0.9;
    context.fillRect(node.x - radius, node.y - radius, 2 * radius, 2 * radius);
  }
}

/* A second outline says that a node stands for many, a spot in the middle that it is pinned. */
function drawSigns(context, nodes, radiusOf, colours, scale) {
  for (const node of nodes) {
    if (!node.group && !node.pinned) continue;
    context.beginPath();
    if (node.group) traceShape(context, node.type, node.x, node.y, radiusOf(node) + 4 / scale);
    context.lineWidth = 1.2 / scale;
    context.strokeStyle = typeColour(colours, node.type);
    context.stroke();
    if (!node.pinned) continue;
    context.beginPath();
    context.arc(node.x, node.y, Math.max(1.6 / scale, radiusOf(node) * 0.28), 0, 2 * Math.PI);
    context.fillStyle = colours.canvas;
    context.fill();
  }
}

/* One path and one stroke for all lines of a style. `plain` lines are solid hairlines: seven thousand of them take
   7 ms where lines of two pixels take 120, so a picture in motion has only these. */
function drawEdges(context, edges, colours, scale, { wider = 1, plain = false } = {}) {
  const styles = new Map();
  for (const edge of edges) {
    if (!styles.has(edge.style)) styles.set(edge.style, []);
    styles.get(edge.style).push(edge);
  }
  for (const [style, group] of styles) {
    context.beginPath();
    for (const { a, b } of group) {
      context.moveTo(a.x, a.y);
      context.lineTo(b.x, b.y);
    }
    context.lineWidth = (plain ? 0.9 : LINES[style].width * wider) / scale;
    if (!plain) context.setLineDash(LINES[style].dash.map((length) => length / scale));
    context.strokeStyle = colours.lines[style];
    context.stroke();
  }
  context.setLineDash([]);
}

const LABEL_SIZE = 12;

function labelWidth(label) {
  let width = 0;
  for (const character of label) width += character.codePointAt(0) > 0x2e7f ? LABEL_SIZE : LABEL_SIZE * 0.58;
  return width;
}

/* Labels in the order given, each only where no earlier one (and no node) already is; places in screen pixels. */
class LabelRoom {
  constructor(width, height) {
    this.columns = Math.ceil(width / 6) + 1;
    this.lines = Math.ceil(height / 6) + 1;
    this.taken = new Uint8Array(this.columns * this.lines);
  }

  span(x, y, width, height) {
    return [
      Math.max(0, Math.floor(x / 6)), Math.min(this.columns - 1, Math.floor((x + width) / 6)),
      Math.max(0, Math.floor(y / 6)), Math.min(this.lines - 1, Math.floor((y + height) / 6)),
    ];
  }

  free(x, y, width, height) {
    const [left, right, top, bottom] = this.span(x, y, width, height);
    for (let line = top; line <= bottom; line += 1) {
      for (let column = left; column <= right; column += 1) if (this.taken[line * this.columns + column]) return false;
    }
    return true;
  }

  take(x, y, width, height) {
    const [left, right, top, bottom] = this.span(x, y, width, height);
    for (let line = top; line <= bottom; line += 1) this.taken.fill(1, line * this.columns + left, line * this.columns + right + 1);
  }
}

/* Where each label goes: below its node, else above, right or left of it. Returns [node, x, y] of what fits. */
function fitLabels(nodes, project, width, height, most) {
  const room = new LabelRoom(width, height);
  const placed = nodes.map((node) => [node, ...project(node)])
    .filter(([, x, y, radius]) => x > -radius && y > -radius && x < width + radius && y < height + radius);
  for (const [, x, y, radius] of placed) if (radius > 4) room.take(x - radius * 0.8, y - radius * 0.8, radius * 1.6, radius * 1.6);
  const fitted = [];
  for (const [node, x, y, radius] of placed) {
    if (fitted.length >= most) break;
    const wide = labelWidth(node.label);
    const [middle, beside] = [x - wide / 2, y - LABEL_SIZE / 2];
    const spots = [[middle, y + radius + 3], [middle, y - radius - 15], [x + radius + 4, beside], [x - radius - wide - 4, beside]];
    const inside = ([left, top]) => left > 2 && top > 0 && left + wide < width - 2 && top + LABEL_SIZE < height;
    const spot = spots.find(([left, top]) => inside([left, top]) && room.free(left, top, wide, LABEL_SIZE));
    if (!spot) continue;
    room.take(spot[0] - 3, spot[1], wide + 6, LABEL_SIZE);
    fitted.push([node, ...spot]);
  }
  return fitted;
}

function drawLabels(context, labels, colours) {
  context.textBaseline = "top";
  context.textAlign = "left";
  context.lineJoin = "round";
  for (const [node, x, y] of labels) {
    context.font = `${node.type === "Area" || node.group ? 600 : 400} ${LABEL_SIZE}px ${colours.font}`;
    context.lineWidth = 3;
    context.strokeStyle = colours.canvas;
    context.strokeText(node.label, x, y);
    context.fillStyle = colours.text;
    context.fillText(node.label, x, y);
  }
}
