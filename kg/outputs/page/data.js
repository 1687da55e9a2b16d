// From the data element to linked objects. The element holds JSON, or JSON's deflated bytes where the data are large.
async function readData() {
  const element = document.getElementById("data");
  const content = JSON.parse(element.textContent);
  if (!element.dataset.packed) return content;
  const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
  return JSON.parse(await inflated(bytes));
}

async function inflated(bytes) {
  if (typeof DecompressionStream === "function") {
    try {
      const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
      return await new Response(stream).text();
    } catch { /* A browser without "deflate-raw": the slower way below reads it. */ }
  }
  return new TextDecoder().decode(fflate.inflateSync(bytes));
}

function rowsOf(table, fields) {
  return (table.rows || table).map((row) => {
    const made = {};
    (fields || table.fields).forEach((field, place) => { made[field] = row[place]; });
    return made;
  });
}

function linked(raw) {
  const tables = raw.tables;
  const model = { areas: tables.areas, types: tables.types, themes: tables.themes, eventTypes: tables.eventTypes,
    sectors: tables.sectors, coasts: tables.coasts, nationalAt: tables.nationalAt, basis: tables.basis, part: tables.part };
  for (const name of ["bodies", "people", "articles", "events", "contacts", "passages"]) model[name] = rowsOf(tables[name]);
  for (const name of ["people", "articles", "events", "contacts", "passages"]) {
    model[name].forEach((thing, place) => { thing.number = place; });
  }
  model.sectors["-"] = model.sectors[""]; // A name that can stand in the address.
  delete model.sectors[""];
  linkNodes(model, raw, tables.fields);
  linkEdges(model, raw);
  linkMeetings(model);
  linkReports(model);
  linkPeople(model, tables.fields);
  model.articles.forEach((article) => { article.themes = rowsOf(article.themes, tables.fields.themes); });
  model.days = [...new Set(model.contacts.flatMap((contact) => contact.days))].sort();
  return model;
}

function linkNodes(model, raw, fields) {
  model.nodes = raw.nodes.map((drawn, number) => {
    const body = model.bodies[number];
    return { ...body, number, name: drawn.label, x: drawn.x, y: drawn.y, shape: drawn.shape, edges: [], officials: [],
      seen: rowsOf(body.seen, fields.seen), strength: 0 };
  });
  model.byKey = new Map(model.nodes.map((node) => [node.key, node]));
}

function linkEdges(model, raw) {
  model.edges = raw.edges.map((drawn, number) => {
    const edge = { number, a: model.nodes[drawn.from], b: model.nodes[drawn.to], contacts: [] };
    edge.key = `${edge.a.key}~${edge.b.key}`;
    if (edge.b.sector === "OversightBody" && edge.a.sector !== "OversightBody") [edge.a, edge.b] = [edge.b, edge.a];
    edge.a.edges.push(edge);
    edge.b.edges.push(edge);
    return edge;
  });
  model.edgeByKey = new Map(model.edges.map((edge) => [edge.key, edge]));
}

function linkMeetings(model) {
  model.events.forEach((event) => {
    event.article = model.articles[event.article];
    event.hosts = event.hosts.map((number) => model.nodes[number]);
    event.guests = event.guests.map((number) => model.nodes[number]);
    event.contacts = [];
    event.themeSet = withBroader(model, event.themes);
  });
  model.contacts.forEach((contact) => {
    contact.edge = model.edges[contact.edge];
    contact.event = model.events[contact.event] || null;
    contact.article = model.articles[contact.article];
    contact.themes = contact.event ? contact.event.themes : [...new Set(contact.article.themes.map((theme) => theme[0]))];
    contact.themeSet = contact.event ? contact.event.themeSet : withBroader(model, contact.themes);
    contact.edge.contacts.push(contact);
    if (contact.event) contact.event.contacts.push(contact);
  });
  model.events.forEach((event) => { // with those whom only a speaker stands for
    event.bodies = [...new Set([...event.hosts, ...event.guests, ...event.contacts.flatMap(({ edge }) => [edge.a, edge.b])])];
  });
  model.edges.forEach((edge) => {
    edge.strength = distinctEvents(edge.contacts).size;
    edge.group = Boolean(edge.a.group || edge.b.group);
  });
  model.nodes.forEach((node) => { node.strength = distinctEvents(node.edges.flatMap((edge) => edge.contacts)).size; });
}

function linkPeople(model, fields) {
  model.people.forEach((person) => {
    person.posts = rowsOf(person.posts, fields.posts);
    person.posts.forEach((post) => {
      post.person = person;
      post.body = model.nodes[post.body];
      post.body.officials.push(post);
    });
  });
}

function distinctEvents(contacts) {
  return new Set(contacts.map((contact) => contact.event).filter(Boolean));
}

function withBroader(model, keys) {
  const found = new Set();
  const waiting = [...keys];
  while (waiting.length) {
    const key = waiting.pop();
    if (!key || found.has(key)) continue;
    found.add(key);
    waiting.push(model.themes[key]?.parent);
  }
  return found;
}

function provinceOf(code) {
  return code.split(".")[0];
}

function regencyOf(code) {
  return code.split(".").slice(0, 2).join(".");
}
