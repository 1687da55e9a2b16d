// What is shown, as a file: pictures, tables, graphs for other programs. All is made here; nothing is asked of a server.
const EXPORTS = {
  png: ["image/png", () => null], svg: ["image/svg+xml", asSvg], csv: ["text/csv", asCsv], json: ["application/json", asJson],
  gexf: ["application/xml", asGexf], graphml: ["application/xml", asGraphml],
};

function download(kind) {
  const [type, write] = EXPORTS[kind];
  if (kind === "png") asPng((blob) => save(blob, "jejaring-bawaslu.png"));
  else save(new Blob([write()], { type: `${type};charset=utf-8` }), `jejaring-bawaslu.${kind}`);
}

function save(blob, name) {
  const anchor = made("a");
  anchor.href = URL.createObjectURL(blob);
  anchor.download = name;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(anchor.href), 10000);
}

function asPng(done) {
  const drawn = canvas.canvas.frame.canvas;
  const copy = made("canvas");
  [copy.width, copy.height] = [drawn.width, drawn.height];
  const context = copy.getContext("2d");
  context.fillStyle = palette.ground;
  context.fillRect(0, 0, copy.width, copy.height);
  context.drawImage(drawn, 0, 0);
  copy.toBlob(done, "image/png");
}

function asSvg() {
  const place = (node) => (state.view === "map" ? node.map : [node.x, node.y]);
  const box = bounds() || [0, 0, 1, 1];
  const [left, top, width, height] = [box[0] - 120, box[1] - 80, box[2] - box[0] + 240, box[3] - box[1] + 180];
  const root = svg("svg", { xmlns: "http://www.w3.org/2000/svg", viewBox: `${left} ${top} ${width} ${height}`, "font-family": "sans-serif", "font-size": 13 });
  root.append(svg("title", {}, t("title")), svg("rect", { x: left, y: top, width, height, fill: palette.ground }));
  if (state.view === "map") model.coasts.forEach((ring) => root.append(svg("polygon", { points: ring.join(" "), fill: palette.land, stroke: palette.line })));
  drawnEdges(current).forEach((edge) => {
    const look = edgeLook(edge);
    const [[x1, y1], [x2, y2]] = [place(edge.a), place(edge.b)];
    const line = svg("line", { x1, y1, x2, y2, stroke: look.color.color, "stroke-width": look.width.toFixed(1), ...(look.dashes ? { "stroke-dasharray": look.dashes.join(" ") } : {}) });
    line.append(svg("title", {}, `${edge.a.name} — ${edge.b.name}`));
    root.append(line);
  });
  [...current.drawn].forEach((node) => {
    const [x, y] = place(node);
    root.append(shapePart(node.shape, x, y, sizeOf(node), { fill: colourOf(node), stroke: palette.ground }));
    const lines = linesOf(node.short);
    lines.forEach((line, number) => root.append(svg("text", { x, y: y + sizeOf(node) + 14 * (number + 1), "text-anchor": "middle", fill: palette.ink }, line)));
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${clean(new XMLSerializer().serializeToString(root))}`;
}

// Spreadsheets run cells that begin like formulas: those get an apostrophe in front.
function cell(value) {
  const text = String(value ?? "").replace(/\s+/g, " ");
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function asCsv() {
  const head = ["party_1", "party_2", "event", "event_type", "first_day", "last_day", "place", "area", "themes", "basis", "coordination", "confidence", "rule", "sentence", "article", "outlet", "published", "url"];
  const lines = shownContacts().map(({ edge, event, article, ...contact }) => [edge.a.name, edge.b.name, event?.name, named(model.eventTypes[event?.type]),
    contact.days[0], contact.days.slice(-1)[0], event?.venue, event ? named(model.areas[event.area]) : "", themeNames(contact.themes), contact.basis,
    contact.coordination, contact.confidence, contact.rule, contact.passages.map((number) => model.passages[number].text).join(" … "),
    article.title || article.id, article.outlet, article.date, article.url]);
  return `\ufeff${[head, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

function shownContacts() {
  return current.edges.flatMap(shownOf);
}

function shownOf(edge) {
  return edge.contacts.filter((contact) => contact.passed);
}

function asJson() {
  const nodes = [...current.nodes].map((node) => ({ id: node.key, name: node.name, type: node.type, area: node.area, sector: sectorOf(node), events: node.events, community: node.community }));
  const edges = current.edges.map((edge) => ({ source: edge.a.key, target: edge.b.key, events: edge.events, articles: new Set(shownOf(edge).map(({ article }) => article)).size,
    reports: new Set(shownOf(edge).map(({ article }) => article.report)).size, coordination: edge.coordinated,
    contacts: shownOf(edge).map((contact) => ({ event: contact.event?.name || null, type: contact.event?.type || null, days: contact.days,
      themes: contact.themes, basis: contact.basis, coordination: Boolean(contact.coordination), rule: contact.rule, confidence: contact.confidence,
      sentences: contact.passages.map((number) => model.passages[number].text), article: sourceOf(contact.article) })) }));
  return `${JSON.stringify({ nodes, edges }, null, 1)}\n`;
}

function sourceOf({ title, outlet, date, url }) {
  return { title, outlet, date, url };
}

// XML has no place for control signs.
function clean(text) {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}

function xml(value) {
  return clean(String(value)).replace(/[<>&"]/g, (sign) => ({ "<": "&lt;", ">": "&gt;", "&": "&amp;", '"': "&quot;" })[sign]);
}

function asGexf() {
  const values = (...found) => `<attvalues>${found.map((value, place) => `<attvalue for="${place}" value="${xml(value)}"/>`).join("")}</attvalues>`;
  const nodes = [...current.nodes].map((node) => [`<node id="${xml(node.key)}" label="${xml(node.name)}">`,
    values(sectorOf(node), node.area, node.events), `<viz:position x="${node.x}" y="${-node.y}" z="0"/></node>`].join(""));
  const edges = current.edges.map((edge) => [`<edge id="${edge.number}" source="${xml(edge.a.key)}" target="${xml(edge.b.key)}" `,
    `weight="${Math.max(1, edge.events)}">`, values(edge.coordinated, basisOf(edge)), "</edge>"].join(""));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3"><graph defaultedgetype="undirected">',
    '<attributes class="node"><attribute id="0" title="sector" type="string"/><attribute id="1" title="area" type="string"/><attribute id="2" title="events" type="integer"/></attributes>',
    '<attributes class="edge"><attribute id="0" title="coordination" type="boolean"/><attribute id="1" title="basis" type="string"/></attributes>',
    "<nodes>", ...nodes, "</nodes><edges>", ...edges, "</edges></graph></gexf>\n"].join("\n");
}

function asGraphml() {
  const keys = [["label", "node", "string"], ["sector", "node", "string"], ["area", "node", "string"], ["events", "node", "int"], ["weight", "edge", "int"], ["coordination", "edge", "boolean"]];
  const values = (on, found) => Object.entries(found).map(([name, value]) => `<data key="${on}-${name}">${xml(value)}</data>`).join("");
  const nodes = [...current.nodes].map((node) => [`<node id="${xml(node.key)}">`,
    values("n", { label: node.name, sector: sectorOf(node), area: node.area, events: node.events }), "</node>"].join(""));
  const edges = current.edges.map((edge) => [`<edge source="${xml(edge.a.key)}" target="${xml(edge.b.key)}">`,
    values("e", { weight: edge.events, coordination: edge.coordinated }), "</edge>"].join(""));
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
    ...keys.map(([name, on, type]) => `<key id="${on[0]}-${name}" for="${on}" attr.name="${name}" attr.type="${type}"/>`),
    '<graph edgedefault="undirected">', ...nodes, ...edges, "</graph></graphml>\n"].join("\n");
}
