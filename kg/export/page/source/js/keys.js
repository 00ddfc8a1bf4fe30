/* The keyboard: arrows walk from node to node, letters do what the buttons of the panel do. */

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

function listenToKeys(app) {
  const { act, canvas } = app;
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.altKey || typing(event.target)) return;
    const command = event.ctrlKey || event.metaKey;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    if (command && key === "z") return done(event, event.shiftKey ? act.redo : act.undo);
    if (command && key === "y") return done(event, act.redo);
    if (command) return undefined;
    const anywhere = { "/": act.search, "?": act.help, f: act.toggleFilters, u: act.undo, Escape: act.leave };
    if (key in anywhere) return done(event, anywhere[key]);
    return undefined;
  });
  canvas.container.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const at = app.selectedNode();
    if (key in DIRECTIONS) return done(event, () => arrow(app, at, DIRECTIONS[key], event.shiftKey));
    const [nearer, further, whole] = [() => canvas.zoom(1.25), () => canvas.zoom(0.8), () => canvas.fit()];
    const onCanvas = { "+": nearer, "=": nearer, "-": further, 0: whole, Home: whole };
    if (key in onCanvas) return done(event, onCanvas[key]);
    const onNode = { Enter: act.readPanel, e: act.expandAny, c: act.collapse, p: act.togglePin, h: act.hide, o: act.focusOn };
    return at && key in onNode ? done(event, () => onNode[key](at)) : undefined;
  });
}

function typing(element) {
  return element instanceof HTMLInputElement && !["checkbox", "range", "radio"].includes(element.type);
}

function done(event, action) {
  event.preventDefault();
  event.stopPropagation();
  action();
}

function arrow(app, at, [dx, dy], panning) {
  if (panning) return app.canvas.pan(dx * 80, dy * 80);
  const next = at ? app.canvas.towards(at, dx, dy) : app.canvas.ordered[0]?.id;
  if (!next) return undefined;
  app.act.select({ kind: "node", ids: [next] }, { quiet: true });
  return app.canvas.sees(next) ? undefined : app.canvas.reveal(next);
}
