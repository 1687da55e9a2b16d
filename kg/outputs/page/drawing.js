// The picture: vis-network draws nodes and edges; names, coasts and officials are drawn over and under it.
const DASHES = { hosted: false, attended: false, "co-organised": false, signed: false, spoke: [14, 5], stated: [2, 5],
  hearing: [14, 4, 2, 4], internal: [5, 4] };
const BASIS_ORDER = ["signed", "co-organised", "spoke", "attended", "hosted", "stated", "hearing", "internal"];
const COMMUNITY_COLOURS = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#b8860b", "#56b4e9", "#8e3b88", "#7a4a12", "#1b6e5a", "#5c2a9d"];
const MOST_DASHED = 1500;
let canvas = null; // the vis.Network
let palette = {};
let magnified = 1; // dots and lines grow where the whole is drawn small, so that they can be seen and hit

function readPalette() {
  const style = getComputedStyle(document.documentElement);
  const value = (name) => style.getPropertyValue(name).trim();
  palette = { ink: value("--ink"), soft: value("--soft"), ground: value("--canvas"), coordination: value("--coordination"),
    presence: value("--presence"), line: value("--line"), land: value("--land"), accent: value("--accent"), dark: value("--dark") === "1" };
}

function colourOf(node) {
  if (state.colour === "community") {
    return node.community < 0 ? palette.soft : COMMUNITY_COLOURS[node.community % COMMUNITY_COLOURS.length];
  }
  const sector = model.sectors[sectorOf(node)];
  return palette.dark ? sector.dark : sector.light;
}

function nodeLook(node) {
  const colour = colourOf(node);
  const place = state.view === "map" ? { x: node.map[0], y: node.map[1] } : { x: node.x, y: node.y };
  const chosen = { background: colour, border: palette.ink };
  return { id: node.number, ...place, shape: node.shape, size: sizeOf(node), hidden: false,
    color: { background: colour, border: palette.ground, highlight: chosen, hover: chosen } };
}

function sizeOf(node) {
  const size = 7 + 3.2 * Math.sqrt(node.events);
  return state.view === "map" ? Math.min(9, size * 0.45) * magnified : size * magnified;
}

function edgeLook(edge) {
  const colour = edge.coordinated ? palette.coordination : palette.presence;
  return { id: edge.number, from: edge.a.number, to: edge.b.number, width: widthOf(edge), dashes: dashesOf(edge),
    hidden: false, color: { color: colour, highlight: palette.accent, hover: palette.accent, opacity: opacity() } };
}

// Where lines are many, each is drawn fainter, so that dots and names stay above them.
function opacity() {
  return Math.max(0.22, Math.min(0.9, 0.9 * Math.sqrt(500 / Math.max(1, current.edges.length))));
}

function widthOf(edge) {
  const width = 1 + 1.6 * Math.sqrt(edge.events);
  return state.view === "map" ? width * 0.5 * magnified : width * Math.min(magnified, current.edges.length > 1000 ? 1 : 3);
}

// Dashes double the time of a drawing of 6,000 lines, and where lines are so many nobody can tell them.
function dashesOf(edge) {
  return current.edges.length > MOST_DASHED ? false : DASHES[basisOf(edge)] ?? false;
}

// The most binding of the bases on which the two are shown in contact.
function basisOf(edge) {
  let best = BASIS_ORDER.length;
  for (const contact of edge.contacts) {
    if (contact.passed) best = Math.min(best, BASIS_ORDER.indexOf(contact.basis));
  }
  return BASIS_ORDER[best];
}

function makeCanvas(shown) {
  magnify(fitting().scale);
  const nodes = new vis.DataSet([...shown.drawn].map(nodeLook));
  const edges = new vis.DataSet(drawnEdges(shown).map(edgeLook));
  canvas = new vis.Network(document.getElementById("network"), { nodes, edges }, {
    physics: false, autoResize: true,
    interaction: { hover: true, keyboard: false, hideEdgesOnDrag: shown.edges.length > 3000, tooltipDelay: 100, selectConnectedEdges: false },
    nodes: { borderWidth: 1.2, borderWidthSelected: 3 },
    edges: { smooth: false, hoverWidth: 1, selectionWidth: 2, hidden: false, color: { inherit: false }, chosen: true },
  });
  Object.assign(canvas, { shownNodes: nodes, shownEdges: edges });
  canvas.on("beforeDrawing", drawUnder);
  canvas.on("afterDrawing", drawOver);
  canvas.on("click", clicked);
  canvas.on("doubleClick", (event) => { if (event.nodes.length) focusOn(model.nodes[event.nodes[0]], 1); });
  canvas.on("hoverNode", ({ node, event }) => showTip(nodeTip(model.nodes[node]), event));
  canvas.on("hoverEdge", ({ edge, event }) => showTip(edgeTip(model.edges[edge]), event));
  ["blurNode", "blurEdge", "dragStart"].forEach((name) => canvas.on(name, hideTip));
  canvas.on("zoom", zoomed);
  canvas.moveTo(fitting());
}

function drawnEdges(shown) {
  return shown.edges.filter((edge) => shown.drawn.has(edge.a) && shown.drawn.has(edge.b));
}

// vis-network's own way to show and hide (DataSet.update) builds every node anew: 0.4 s at 2,000. Setting what it reads
// when it draws takes a few milliseconds; the tests of the page hold this against the vendored version.
function redraw(shown, look) {
  addMissing(canvas.shownNodes, canvas.body.nodes, [...shown.drawn], nodeLook);
  const edges = drawnEdges(shown);
  addMissing(canvas.shownEdges, canvas.body.edges, edges, edgeLook);
  setShown(canvas.body.nodes, new Set([...shown.drawn].map((node) => node.number)), (drawn, number) => {
    const node = model.nodes[number];
    drawn.options.size = sizeOf(node);
    if (look) dressNode(drawn, nodeLook(node));
  });
  const faint = opacity();
  setShown(canvas.body.edges, new Set(edges.map((edge) => edge.number)), (drawn, number) => {
    const edge = model.edges[number];
    drawn.options.width = widthOf(edge);
    drawn.options.dashes = dashesOf(edge);
    drawn.options.color.color = edge.coordinated ? palette.coordination : palette.presence;
    drawn.options.color.opacity = faint;
    if (look) Object.assign(drawn.options.color, { highlight: palette.accent, hover: palette.accent });
  });
  canvas.body.emitter.emit("_dataChanged");
}

function dressNode(drawn, wanted) {
  Object.assign(drawn.options.color, wanted.color);
  drawn.x = wanted.x;
  drawn.y = wanted.y;
}

function addMissing(set, drawn, things, look) {
  const missing = things.filter((thing) => !(thing.number in drawn));
  if (missing.length) set.add(missing.map(look));
}

function setShown(drawn, shown, change) {
  for (const [id, one] of Object.entries(drawn)) {
    const number = Number(id);
    if (Number.isNaN(number)) continue;
    one.options.hidden = !shown.has(number);
    if (!one.options.hidden) change(one, number);
  }
}

function clicked(event) {
  const person = personAt(event.pointer.DOM);
  if (person) pick(`p:${person.key}`);
  else if (event.nodes.length) pick(`n:${model.nodes[event.nodes[0]].key}`);
  else if (event.edges.length) pick(`e:${model.edges[event.edges[0]].key}`);
  else pick("");
}

function markPicked() {
  const thing = picked();
  if (thing.node?.shown && canvas.body.nodes[thing.node.number]) canvas.selectNodes([thing.node.number], false);
  else if (thing.edge?.shown && canvas.body.edges[thing.edge.number]) canvas.selectEdges([thing.edge.number]);
  else canvas.unselectAll();
}

function bounds() {
  const places = [...current.drawn].map((node) => (state.view === "map" ? node.map : [node.x, node.y]));
  if (state.view === "map") model.coasts.forEach((ring) => places.push([ring[0], ring[1]]));
  if (!places.length) return null;
  const xs = places.map((place) => place[0]);
  const ys = places.map((place) => place[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

// Where to look from so that all that is drawn is seen.
function fitting() {
  const box = bounds();
  const frame = byId("network").getBoundingClientRect();
  if (!box || !frame.width) return { position: { x: 0, y: 0 }, scale: 1 };
  const margin = state.view === "map" ? 20 : Math.min(90, frame.width / 8); // room for names
  const scale = Math.min(1.6, (frame.width - 2 * margin) / Math.max(1, box[2] - box[0]), (frame.height - margin) / Math.max(1, box[3] - box[1]));
  return { position: { x: (box[0] + box[2]) / 2, y: (box[1] + box[3]) / 2 }, scale: Math.max(scale, 0.01) };
}

function fit() {
  const wanted = fitting();
  magnify(wanted.scale);
  redraw(current, false);
  canvas.moveTo(wanted);
}

// On the map dots keep their size on the screen, so that those of one area come apart as one zooms in.
function magnify(scale) {
  magnified = state.view === "map" ? 1 / scale : Math.min(byId("network").clientWidth < 500 ? 2 : 4.5, Math.max(1, 0.75 / scale));
}

function zoomed() {
  hideTip();
  if (state.view !== "map") return;
  magnify(canvas.getScale());
  redraw(current, false);
}

function zoomBy(factor) {
  canvas.moveTo({ scale: Math.max(0.02, Math.min(6, canvas.getScale() * factor)) });
  zoomed();
}

function showNode(node) {
  const place = state.view === "map" ? node.map : [node.x, node.y];
  canvas.moveTo({ position: { x: place[0], y: place[1] }, scale: Math.max(canvas.getScale(), 0.6) });
}

function showTip(lines, event) {
  const tip = document.getElementById("tip");
  tip.replaceChildren(...lines.map((line, place) => made(place ? "span" : "strong", line)));
  tip.hidden = false;
  const frame = tip.parentElement.getBoundingClientRect();
  const pointer = event.center || event;
  tip.style.left = `${Math.min(pointer.x - frame.left + 14, Math.max(0, frame.width - 280))}px`;
  tip.style.top = `${pointer.y - frame.top + 14}px`;
}

function hideTip() {
  document.getElementById("tip").hidden = true;
}

function nodeTip(node) {
  const sector = model.sectors[sectorOf(node)];
  return [node.name, `${language === "en" ? sector.en : sector.id} · ${counted(node.events, "events", "event1")}`];
}

function edgeTip(edge) {
  return [`${edge.a.name} — ${edge.b.name}`, `${t(edge.coordinated ? "coordination" : "contact")} · ${counted(edge.events, "events", "event1")}`];
}
