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
  const root = svg("svg", { xmlns: SVG_SPACE, viewBox: box.map(Math.round).join(" "), width: Math.round(box[2]), height: Math.round(box[3]), "font-family": colours.font, "font-size": LABEL_SIZE });
  root.append(svg("rect", { x: box[0], y: box[1], width: box[2], height: box[3], fill: colours.canvas }));
  for (const { a, b, style } of view.edges) {
    root.append(svg("line", { x1: a.x, y1: a.y, x2: b.x, y2: b.y, stroke: colours.lines[style], "stroke-width": LINES[style].width, "stroke-dasharray": LINES[style].dash.join(" ") || "none" }));
  }
  for (const node of view.nodes) root.append(nodeDrawing(node, colours));
  const project = (node) => [node.x - box[0], node.y - box[1], node.size];
  for (const [node, x, y] of fitLabels(ordered, project, box[2], box[3], Infinity)) {
    const label = svg("text", { x: x + box[0], y: y + box[1] + LABEL_SIZE, fill: colours.text, stroke: colours.canvas, "stroke-width": 3, "paint-order": "stroke" });
    label.textContent = node.label;
    root.append(label);
  }
  return new XMLSerializer().serializeToString(root);
}

function nodeDrawing(node, colours) {
  const corners = shapeOf(node.type);
  const shared = { fill: typeColour(colours, node.type), stroke: colours.canvas };
  const shape = corners
    ? svg("polygon", { ...shared, points: corners.map(([x, y]) => `${(node.x + x * node.size).toFixed(1)},${(node.y + y * node.size).toFixed(1)}`).join(" ") })
    : svg("circle", { ...shared, cx: node.x, cy: node.y, r: node.size });
  const title = svg("title");
  title.textContent = node.entity ? node.entity.name : node.label;
  shape.append(title);
  return shape;
}

/* Every statement behind every line shown, one a row, with its quote; a byte order mark for spreadsheets. */
function tableOf({ view }, sieve) {
  const head = ["subject", "subject_type", "relation", "object", "object_type", "role", "period", "document", "row", "part", "quote", "confidence"].map((name) => t(`column.${name}`));
  const lines = view.edges.filter((edge) => edge.pair).flatMap((edge) => sieve.statements(edge.pair)).map((one) => [
    one.subject.name, term("type", one.subject.type), term("relation", one.predicate), one.target.name, term("type", one.target.type),
    one.role ? term("role", one.role) : "", one.period || "", one.document ? one.document.name : "", one.row ? one.row.row : "", one.part ? term("part", one.part) : "",
    one.link ? one.reason : one.quote, one.confidence,
  ]);
  return "\ufeff" + [head, ...lines].map((cells) => cells.map(tableCell).join(",")).join("\r\n") + "\r\n";
}

/* A cell that a spreadsheet would take for a formula gets an apostrophe. */
function tableCell(value) {
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function saveTable(app) {
  download("graph.csv", new Blob([tableOf(app, app.sieve)], { type: "text/csv;charset=utf-8" }));
}
