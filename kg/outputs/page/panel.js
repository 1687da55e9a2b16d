// The panel beside the picture: the start, an edge with its meetings, a node with its partners, a person.
function picked() {
  const [kind, key] = [state.pick.slice(0, 1), state.pick.slice(2)];
  if (kind === "n") return { node: model.byKey.get(key) };
  if (kind === "e") return { edge: model.edgeByKey.get(key) };
  if (kind === "p") return { person: model.people.find((person) => person.key === key) };
  if (kind === "m") return { event: model.events[Number(key)] };
  return {};
}

function pick(what) {
  state.pick = what;
  const { node, edge } = picked();
  const wanted = [node, edge?.a, edge?.b].filter(Boolean);
  // In a large network a body that is picked brings its partners along.
  const unseen = wanted.some((one) => !current.drawn.has(one)) || (wanted.length > 0 && current.drawn.size < current.nodes.size);
  wanted.forEach((one) => drawing.wanted.add(one));
  if (unseen) refresh(false);
  else afterPick();
  // On a telephone the panel lies below the picture.
  if (what && matchMedia("(max-width: 800px)").matches) byId("panel").scrollIntoView({ block: "start" });
}

function afterPick() {
  renderPanel();
  markPicked();
  writeHash();
}

function renderPanel() {
  const { node, edge, person, event } = picked();
  const panel = document.getElementById("details");
  const parts = node ? nodePanel(node) : edge ? edgePanel(edge) : person ? personPanel(person) : event ? eventPanel(event) : startPanel();
  panel.replaceChildren(...parts.filter(Boolean));
  const place = document.getElementById("panel");
  place.scrollTop = 0;
  place.classList.toggle("picked", Boolean(node || edge || person || event));
}

function backButton() {
  return button(`← ${t("back")}`, () => pick(""), "small back");
}

// The strongest pairs; among equals those in coordination, then the latest.
function strongestPairs(most) {
  const rank = (edge) => edge.events * 1e6 + edge.inArticles * 10 + Number(edge.coordinated);
  const least = current.edges.map(rank).sort((one, other) => other - one)[most - 1] ?? -1;
  const latest = (edge) => daysOf(edge).slice(-1)[0] || "";
  return current.edges.filter((edge) => rank(edge) >= least).slice(0, 20 * most).map((edge) => [edge, latest(edge)])
    .sort(([one, before], [other, after]) => rank(other) - rank(one) || (before < after ? 1 : before > after ? -1 : one.number - other.number))
    .slice(0, most).map(([edge]) => edge);
}

function startPanel() {
  return [made("h2", t("start")), made("p", t("startHelp")), edgeList(strongestPairs(60))];
}

function edgeList(edges, from) {
  const list = made("ul", "", "ties");
  edges.forEach((edge) => {
    const name = from ? (edge.a === from ? edge.b : edge.a).name : `${edge.a.name} — ${edge.b.name}`;
    const entry = button("", () => pick(`e:${edge.key}`));
    entry.append(made("span", name, "name"), edgeMeta(edge));
    list.append(withParts("li", "", entry));
  });
  return edges.length ? list : made("p", t("noContact"), "meta");
}

function edgeMeta(edge) {
  const passed = edge.contacts.filter((contact) => contact.passed !== false);
  const events = eventCount(passed);
  const days = passed.flatMap((contact) => contact.days).sort();
  const parts = [t(passed.some((contact) => contact.coordination) ? "coordination" : "contact")];
  parts.push(events ? counted(events, "events", "event1") : counted(passed.length, "records", "record1"));
  if (days.length) parts.push(daysText(days));
  return made("span", parts.join(" · "), "meta");
}

function edgePanel(edge) {
  const head = made("h2");
  head.append(button(edge.a.name, () => pick(`n:${edge.a.key}`), "plain"), " — ", button(edge.b.name, () => pick(`n:${edge.b.key}`), "plain"));
  const passed = edge.contacts.filter((contact) => edge.shown && contact.passed);
  const list = passed.length ? passed : edge.contacts;
  return [backButton(), head, edgeMeta(edge), reportLine(list), edge.shown ? null : made("p", t("hidden"), "notice"), ...list.map(contactCard)];
}

// One meeting of a pair: what, when, where, on what, the sentence, the source, how it was read.
function contactCard(contact) {
  const { event, article, edge } = contact;
  const speakers = contact.speakers.map((number) => model.people[number]);
  const about = [edge.a, edge.b, ...speakers];
  const card = made("article");
  const title = event ? button(event.name, () => pick(`m:${event.number}`), "plain") : made("span", t("statedMeeting"));
  card.append(withParts("h3", "", title));
  card.append(joined([event && named(model.eventTypes[event.type]), daysText(contact.days), t(contact.basis),
    t(contact.coordination ? "coordination" : "contact"), contact.modality === "planned" && t("planned")], "meta"));
  card.append(...eventFacts(event, contact.themes));
  speakers.forEach((person) => card.append(joined([`${t("speaker")}: ${person.name}`], "meta")));
  contact.passages.forEach((number) => card.append(excerpt(number, about)));
  contact.inferred.forEach(([body, what]) => {
    const text = t(what === "area" ? "areaInferred" : "bodyInferred", { name: model.nodes[body].name });
    card.append(withParts("p", "inferred", made("span", "≈ "), text));
  });
  card.append(sourceLine(article), copiesLine(article) || "", withParts("p", "foot", ruleLine(contact.rule, contact.confidence), citeButton(article, contact.passages)));
  return card;
}

function eventFacts(event, themes) {
  const facts = [];
  const place = [event?.venue, event?.area && named(model.areas[event.area])].filter(Boolean).join(", ");
  if (place) facts.push(joined([`${t("place")}: ${place}`], "meta"));
  if (themes.length) facts.push(joined([`${t("themes")}: ${themeNames(themes)}`], "meta"));
  if (event?.note) facts.push(withParts("p", "inferred", `≈ ${t("note")}: ${event.note}`));
  return facts;
}
