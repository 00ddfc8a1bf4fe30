/* The picture: vis-network moves the camera, drags nodes and finds what is under the pointer; we draw. */

const MOVING_LABELS = 40;
const STILL_LABELS = 320;
const MOVING_EDGES = 20000;
const FINE_EDGES = 3000;
const MOVING_FINE_EDGES = 1000;

class Canvas {
  constructor(container, events) {
    this.container = container;
    this.events = events;
    this.nodes = new vis.DataSet();
    this.view = { nodes: [], edges: [] };
    this.byId = new Map();
    this.ordered = [];
    this.focus = null;
    this.moving = false;
    this.colours = readColours();
    this.network = new vis.Network(container, { nodes: this.nodes, edges: new vis.DataSet() }, {
      autoResize: true, physics: false, layout: { improvedLayout: false, randomSeed: 1 },
      interaction: { hover: false, keyboard: false, selectConnectedEdges: false, multiselect: false, hideNodesOnDrag: true },
      nodes: { shape: "custom", ctxRenderer: (asked) => this.sizeNode(asked), chosen: false },
    });
    this.network.on("beforeDrawing", (context) => this.drawUnder(context));
    this.network.on("afterDrawing", (context) => this.drawOver(context));
    this.listen();
    const frame = container.querySelector(".vis-network");
    if (frame) frame.tabIndex = -1;
  }

  listen() {
    this.network.on("click", (event) => this.clicked(event));
    this.network.on("doubleClick", (event) => event.nodes.length && this.events.open(event.nodes[0]));
    this.network.on("dragStart", () => { this.moving = true; });
    this.network.on("dragging", (event) => event.nodes.length && this.follow(event.nodes));
    this.network.on("dragEnd", (event) => this.dragged(event));
    this.network.on("zoom", () => this.stirred());
    this.container.addEventListener("mousemove", (event) => this.hovered(event));
    this.container.addEventListener("mouseleave", () => this.point(null));
  }

  /* Show a view; nodes that stay keep their objects, so that a step costs what it changes. */
  show(view) {
    this.view = view;
    this.byId = new Map(view.nodes.map((node) => [node.id, node]));
    this.ordered = [...view.nodes].sort((one, other) => rankOf(other) - rankOf(one) || (one.id < other.id ? -1 : 1));
    const gone = this.nodes.getIds().filter((id) => !this.byId.has(id));
    this.nodes.remove(gone);
    const changed = view.nodes.filter((node) => {
      const known = this.nodes.get(node.id);
      return !known || known.x !== node.x || known.y !== node.y || known.size !== node.size;
    });
    this.nodes.update(changed.map(({ id, x, y, size }) => ({ id, x, y, size })));
    this.pointed = null;
    this.network.redraw();
  }

  /* vis-network only learns how large a node is, to find it under the pointer; all nodes are drawn at once below. */
  sizeNode({ id }) {
    const node = this.byId.get(id);
    const side = 2 * Math.max(node ? this.radius(node) : 1, 8 / this.scale);
    return { nodeDimensions: { width: side, height: side } };
  }

  /* Nodes shrink with the camera, but never below what can be seen and hit. */
  radius(node) {
    return Math.max(node.size, 2.5 / this.scale);
  }

  drawUnder(context) {
    this.scale = this.network.getScale();
    const plain = this.view.edges.length > (this.moving ? MOVING_FINE_EDGES : FINE_EDGES);
    if (this.moving && this.view.edges.length > MOVING_EDGES) return;
    context.globalAlpha = this.view.edges.length > MOVING_FINE_EDGES ? 0.55 : 1;
    drawEdges(context, this.view.edges, this.colours, this.scale, { plain });
    context.globalAlpha = 1;
  }

  drawOver(context) {
    const focus = this.focus;
    drawNodes(context, this.inSight(), (node) => this.radius(node), this.colours, this.scale, this.moving);
    if (focus) this.veil(context, focus);
    if (this.pointed && this.byId.has(this.pointed)) this.ring(context, this.byId.get(this.pointed), this.colours.text);
    const worth = this.moving ? this.ordered.slice(0, 10 * MOVING_LABELS) : this.ordered;
    const first = focus ? this.ordered.filter((node) => focus.nodes.has(node.id)) : worth;
    const most = this.moving ? MOVING_LABELS : STILL_LABELS;
    this.inPixels(context, (project, width, height) => {
      const pointed = this.byId.get(this.pointed);
      const named = pointed ? [pointed, ...first.filter((node) => node !== pointed)] : first;
      drawLabels(context, fitLabels(named, project, width, height, most), this.colours);
    });
  }

  /* The nodes that the camera sees. */
  inSight() {
    const { x, y } = this.network.getViewPosition();
    const reach = 60 / this.scale;
    const [wide, high] = [this.container.clientWidth / 2 / this.scale + reach, this.container.clientHeight / 2 / this.scale + reach];
    return this.view.nodes.filter((node) => Math.abs(node.x - x) < wide && Math.abs(node.y - y) < high);
  }

  /* Everything but the focus steps back behind a thin layer of canvas colour. */
  veil(context, focus) {
    this.inPixels(context, (project, width, height) => {
      context.globalAlpha = 0.78;
      context.fillStyle = this.colours.canvas;
      context.fillRect(0, 0, width, height);
      context.globalAlpha = 1;
    });
    drawEdges(context, focus.edges, this.colours, this.scale, { wider: 1.6 });
    const lit = [...focus.nodes].map((id) => this.byId.get(id)).filter(Boolean);
    drawNodes(context, lit, (node) => this.radius(node), this.colours, this.scale);
    for (const id of focus.centre) if (this.byId.has(id)) this.ring(context, this.byId.get(id), this.colours.accent);
  }

  ring(context, node, colour) {
    context.beginPath();
    traceShape(context, node.type, node.x, node.y, this.radius(node) + 4 / this.scale);
    context.lineWidth = 2.2 / this.scale;
    context.strokeStyle = colour;
    context.stroke();
  }

  /* Run `draw` with the context in screen pixels; `project` gives a node's x, y and radius there. */
  inPixels(context, draw) {
    const { clientWidth: width, clientHeight: height } = this.container;
    const ratio = context.canvas.width / width;
    const centre = this.network.getViewPosition();
    const project = (node) => [
      (node.x - centre.x) * this.scale + width / 2, (node.y - centre.y) * this.scale + height / 2, this.radius(node) * this.scale,
    ];
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    draw(project, width, height);
    context.restore();
  }

  clicked(event) {
    if (event.nodes.length) return this.events.select({ kind: "node", ids: [event.nodes[0]] });
    const edge = this.edgeAt(event.pointer.canvas);
    return this.events.select(edge ? { kind: "edge", ids: [edge.a.id, edge.b.id] } : null);
  }

  edgeAt({ x, y }) {
    let best = null;
    let nearest = 7 / this.network.getScale();
    for (const edge of this.view.edges) {
      const distance = distanceToLine(x, y, edge.a, edge.b);
      if (distance < nearest) [best, nearest] = [edge, distance];
    }
    return best;
  }

  hovered(event) {
    if (this.moving || event.buttons) return;
    const box = this.container.getBoundingClientRect();
    const found = this.network.getNodeAt({ x: event.clientX - box.left, y: event.clientY - box.top });
    this.point(found === undefined ? null : found);
  }

  point(id) {
    if (id === this.pointed) return;
    this.pointed = id;
    this.container.classList.toggle("pointing", Boolean(id));
    this.network.redraw();
  }

  follow(ids) {
    for (const [id, place] of Object.entries(this.network.getPositions(ids))) Object.assign(this.byId.get(id), place);
  }

  dragged(event) {
    this.moving = false;
    if (event.nodes.length) {
      this.follow(event.nodes);
      const node = this.byId.get(event.nodes[0]);
      this.events.pin(node.id, [Math.round(node.x), Math.round(node.y)]);
    } else this.events.camera();
    this.network.redraw();
  }

  /* Zooming counts as moving until it has rested for a moment. */
  stirred() {
    this.moving = true;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => {
      this.moving = false;
      this.network.redraw();
      this.events.camera();
    }, 140);
  }

  setFocus(focus) {
    this.focus = focus;
    this.network.redraw();
  }

  recolour() {
    this.colours = readColours();
    this.network.redraw();
  }

  fit(ids = null) {
    const nodes = ids ? ids.map((id) => this.byId.get(id)).filter(Boolean) : this.view.nodes;
    if (!nodes.length) return;
    const [left, right] = range(nodes.map((node) => node.x));
    const [top, bottom] = range(nodes.map((node) => node.y));
    const { clientWidth: width, clientHeight: height } = this.container;
    const sheet = this.covered();
    const [roomX, roomY] = [Math.max(120, width - Math.min(130, width / 4)), Math.max(120, height - sheet - 90)];
    const scale = Math.min(roomX / (right - left + 1), roomY / (bottom - top + 1), 1.5);
    this.lookAt((left + right) / 2, (top + bottom) / 2, Math.max(scale, 0.02));
  }

  /* Bring a node into sight, moving no further than needed. */
  reveal(id) {
    const node = this.byId.get(id);
    if (!node) return;
    this.lookAt(node.x, node.y, Math.max(this.network.getScale(), 0.75));
  }

  /* How much of the canvas, from below, the panel covers where it lies on top (narrow screens). */
  covered() {
    const side = document.querySelector(".side").getBoundingClientRect();
    const own = this.container.getBoundingClientRect();
    return side.top > own.top && side.left <= own.left ? Math.max(0, own.bottom - side.top) : 0;
  }

  lookAt(x, y, scale) {
    this.network.moveTo({ position: { x, y: y + this.covered() / 2 / scale }, scale });
  }

  sees(id) {
    const node = this.byId.get(id);
    if (!node) return false;
    const { x, y } = this.network.canvasToDOM(node);
    return x > 30 && y > 30 && x < this.container.clientWidth - 30 && y < this.container.clientHeight - this.covered() - 30;
  }

  camera() {
    const { x, y } = this.network.getViewPosition();
    return [Math.round(x), Math.round(y), Math.round(this.network.getScale() * 1000) / 1000];
  }

  setCamera([x, y, scale]) {
    this.network.moveTo({ position: { x, y }, scale });
  }

  zoom(factor) {
    this.network.moveTo({ scale: Math.min(6, Math.max(0.02, this.network.getScale() * factor)) });
    this.stirred();
  }

  pan(dx, dy) {
    const { x, y } = this.network.getViewPosition();
    const scale = this.network.getScale();
    this.network.moveTo({ position: { x: x + dx / scale, y: y + dy / scale } });
    this.stirred();
  }

  /* The nearest node in a direction, for the arrow keys. */
  towards(id, dx, dy) {
    const from = this.byId.get(id) || this.network.getViewPosition();
    let best = null;
    let least = Infinity;
    for (const node of this.view.nodes) {
      const [x, y] = [node.x - from.x, node.y - from.y];
      const along = x * dx + y * dy;
      if (node.id === id || along <= 1) continue;
      const cost = along + 2.5 * Math.abs(x * dy - y * dx);
      if (cost < least) [best, least] = [node, cost];
    }
    return best && best.id;
  }
}

const rankOf = (node) => (node.type === "Area" && !node.group && node.weight > 4 ? 10000 : 0) + (node.pinned ? 5000 : 0) + node.weight;

const range = (values) => values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);

function distanceToLine(x, y, a, b) {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  const along = Math.max(0.08, Math.min(0.92, ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - a.x - along * dx, y - a.y - along * dy);
}
