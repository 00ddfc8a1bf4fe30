/* The view as a file: picture, drawing or table. Made here, offered for download, sent nowhere. */

function download(name, blob) {
  const address = URL.createObjectURL(blob);
  const anchor = h("a", { href: address, download: name });
  document.body.append(anchor);
  anchor.click();
  anchor.remove();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}

function savePicture(canvas) {
  const drawn = canvas.container.querySelector("canvas");
  const copy = h("canvas", { width: drawn.width, height: drawn.height });
  const context = copy.getContext("2d");
  context.fillStyle = canvas.colours.canvas;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(drawn, 0, 0);
  copy.toBlob((blob) => blob && download("graph.png", blob), "image/png");
}

function saveDrawing(canvas) {
  download("graph.svg", new Blob([drawingOf(canvas)], { type: "image/svg+xml" }));
}

/* The whole view as SVG, one unit a pixel; the serialiser escapes what names contain. */
function drawingOf({ view, ordered, colours }) {
  const [left, right] = range(view.nodes.map((node) => node.x));
  const [top, bottom] = range(view.nodes.map((node) => node.y));
  const box = view.nodes.length ? [left - 100, top - 50, right - left + 200, bottom - top + 100] : [0, 0, 100, 100];
  const [x0, y0, width, height] = box.map(Math.round);
  const letters = { "font-family": colours.font, "font-size": LABEL_SIZE };
  const root = svg("svg", { xmlns: SVG_SPACE, viewBox: `${x0} ${y0} ${width} ${height}`, width, height, ...letters });
  root.append(svg("rect", { x: x0, y: y0, width, height, fill: colours.canvas }));
  for (const { a, b, style } of view.edges) {
    root.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colours.lines[style], ...strokeOf(style) }));
  }
  for (const node of view.nodes) root.append(nodeDrawing(node, colours));
  const project = (node) => [node.x - x0, node.y - y0, node.size];
  const halo = { stroke: colours.canvas, "stroke-width": 3, "paint-order": "stroke" };
  for (const [node, x, y] of fitLabels(ordered, project, width, height, Infinity)) {
    const label = svg("text", { x: x + x0, y: y + y0 + LABEL_SIZE, fill: colours.text, ...halo });
    label.textContent = node.label;
    root.append(label);
  }
  return new XMLSerializer().serializeToString(root);
}

const pointOf = (x, y) => `${x.toFixed(1)},${y.toFixed(1)}`;

function nodeDrawing(node, colours) {
  const corners = shapeOf(node.type);
  const shared = { fill: typeColour(colours, node.type), stroke: colours.canvas };
  const shape = corners
    ? svg("polygon", { ...shared, points: corners.map(([x, y]) => pointOf(node.x + x * node.size, node.y + y * node.size)).join(" ") })
    : svg("circle", { ...shared, cx: node.x, cy: node.y, r: node.size });
  const title = svg("title");
  title.textContent = node.entity ? node.entity.name : node.label;
  shape.append(title);
  return shape;
}

const COLUMNS = {
  subject: (one) => one.subject.name,
  subject_type: (one) => term("type", one.subject.type),
  relation: (one) => term("relation", one.predicate),
  object: (one) => one.target.name,
  object_type: (one) => term("type", one.target.type),
  role: (one) => (one.role ? term("role", one.role) : ""),
  period: (one) => one.period || "",
  document: (one) => (one.document ? one.document.name : ""),
  row: (one) => (one.row ? one.row.row : ""),
  part: (one) => (one.part ? term("part", one.part) : ""),
  quote: (one) => (one.link ? sentence(one.reason, one.english) : one.quote),
  confidence: (one) => one.confidence,
};

/* Every statement behind every line shown, one a row, with its quote; a byte order mark for spreadsheets. */
function tableOf({ view }, sieve) {
  const statements = view.edges.filter((edge) => edge.pair).flatMap((edge) => sieve.statements(edge.pair));
  const head = Object.keys(COLUMNS).map((name) => t(`column.${name}`));
  const lines = [head, ...statements.map((one) => Object.values(COLUMNS).map((cell) => cell(one)))];
  return `\ufeff${lines.map((cells) => cells.map(tableCell).join(",")).join("\r\n")}\r\n`;
}

/* A cell that a spreadsheet would take for a formula gets an apostrophe. */
function tableCell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function saveTable(app) {
  download("graph.csv", new Blob([tableOf(app, app.sieve)], { type: "text/csv;charset=utf-8" }));
}
