// Which contacts, edges and nodes pass the filters, and which of them are drawn.
const WHOLE_GRAPH = 2000;
const STRONGEST = 300;
const drawing = { budget: STRONGEST, wanted: new Set() };

function passes(contact) {
  const days = contact.days;
  if (state.from && !(days.length && days[days.length - 1] >= state.from)) return false;
  if (state.to && !(days.length && days[0] <= state.to)) return false;
  if (state.theme && !contact.themeSet.has(state.theme)) return false;
  if (state.type && contact.event?.type !== state.type) return false;
  if (state.basis && contact.basis !== state.basis) return false;
  if (contact.confidence < state.sure) return false;
  if (!state.internal && contact.basis === "internal") return false;
  if (state.coordination && !contact.coordination) return false;
  return inArea([contact.edge.a.area, contact.edge.b.area, contact.event?.area || ""]);
}

function inArea(codes) {
  if (state.regency) return codes.some((code) => regencyOf(code) === state.regency);
  return !state.province || codes.some((code) => provinceOf(code) === state.province);
}

function eventPasses(event) {
  const { days, bodies } = event;
  if (state.from && !(days.length && days[days.length - 1] >= state.from)) return false;
  if (state.to && !(days.length && days[0] <= state.to)) return false;
  if (state.theme && !event.themeSet.has(state.theme)) return false;
  if (state.type && event.type !== state.type) return false;
  if (state.sectors.length && !bodies.some((body) => state.sectors.includes(sectorOf(body)))) return false;
  if (state.basis || state.coordination || state.ego || state.meetings || state.articles || state.sure) {
    return event.contacts.some((contact) => contact.edge.shown && contact.passed);
  }
  return inArea([...bodies.map((body) => body.area), event.area]);
}

function sectorOf(node) {
  return node.group ? "group" : model.sectors[node.sector] ? node.sector : "-";
}

function edgePasses(edge) {
  if (!state.groups && edge.group) return false;
  if (state.sectors.length && !state.sectors.includes(sectorOf(edge.a)) && !state.sectors.includes(sectorOf(edge.b))) return false;
  let any = false;
  for (const contact of edge.contacts) {
    contact.passed = passes(contact);
    any = any || contact.passed;
  }
  if (!any) return false;
  const passed = edge.contacts.filter((contact) => contact.passed);
  edge.events = eventCount(passed);
  edge.inArticles = articleCount(passed);
  edge.coordinated = passed.some((contact) => contact.coordination);
  return edge.events >= state.meetings && edge.inArticles >= state.articles;
}

// Sets `shown` on every edge and node, and returns what is shown and what of it is drawn.
function select(model) {
  model.edges.forEach((edge) => { edge.shown = edgePasses(edge); });
  let nodes = new Set(model.edges.filter((edge) => edge.shown).flatMap((edge) => [edge.a, edge.b]));
  if (state.isolated) model.nodes.filter(isolatedAndWanted).forEach((node) => nodes.add(node));
  const centre = model.byKey.get(state.ego);
  if (centre) {
    nodes = around(centre, state.steps);
    model.edges.forEach((edge) => { edge.shown = edge.shown && nodes.has(edge.a) && nodes.has(edge.b); });
  }
  model.nodes.forEach((node) => { node.shown = nodes.has(node); });
  nodes.forEach((node) => { node.events = eventsOf(node); });
  const edges = model.edges.filter((edge) => edge.shown);
  const events = model.events.filter(eventPasses);
  return { nodes, edges, events, drawn: drawn(nodes, centre) };
}

function isolatedAndWanted(node) {
  if (node.edges.length || (!state.groups && node.group)) return false;
  return (!state.sectors.length || state.sectors.includes(sectorOf(node))) && inArea([node.area]);
}

function eventsOf(node) {
  const found = [];
  for (const edge of node.edges) {
    if (!edge.shown) continue;
    for (const contact of edge.contacts) if (contact.passed && contact.event) found.push(contact);
  }
  return eventCount(found);
}

function around(centre, steps) {
  let found = new Set([centre]);
  for (let step = 0; step < steps; step += 1) {
    const wider = new Set(found);
    found.forEach((node) => node.edges.forEach((edge) => {
      if (edge.shown) wider.add(edge.a).add(edge.b);
    }));
    found = wider;
  }
  return found;
}

// All where they are few enough; else the strongest, with those that the reader asked for and their neighbours.
function drawn(nodes, centre) {
  if (nodes.size <= WHOLE_GRAPH) return nodes;
  const ranked = [...nodes].sort((one, other) => other.events - one.events || one.number - other.number);
  const found = new Set(ranked.slice(0, drawing.budget));
  if (centre) found.add(centre);
  drawing.wanted.forEach((node) => {
    if (!nodes.has(node)) return;
    found.add(node);
    strongestPartners(node, 30).forEach((partner) => found.add(partner));
  });
  return found;
}

function strongestPartners(node, most) {
  return node.edges.filter((edge) => edge.shown).sort((one, other) => other.events - one.events || one.number - other.number)
    .slice(0, most).map((edge) => (edge.a === node ? edge.b : edge.a));
}
