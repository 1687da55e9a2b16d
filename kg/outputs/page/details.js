// A node's, a person's and an event's page in the panel.
function nodePanel(node) {
  const shown = node.edges.filter((edge) => edge.shown).sort((one, other) => other.events - one.events || one.number - other.number);
  const edges = shown.length ? shown : node.edges;
  return [backButton(), made("h2", node.name), nodeFacts(node), node.shown ? null : made("p", t(node.edges.length ? "hidden" : "noContact"), "notice"),
    focusButtons(node), ...officialParts(node), made("h3", `${t("partners")} (${edges.length})`), edgeList(edges, node),
    timeline(edges), themeRanking(edges), articlesOf(node)];
}

function nodeFacts(node) {
  const area = model.areas[node.area];
  const above = area && model.areas[area.parent];
  const lines = [joined([t(node.group ? "group" : "body"), named(model.types[node.type])], "meta")];
  if (area) lines.push(joined([`${t("area")}: ${[area, above].filter((one) => one && one.level !== "nation" || one === area).map(named).join(", ")}`], "meta"));
  const forms = node.forms.filter((form) => form !== node.name);
  if (forms.length) lines.push(joined([`${t("forms")}: ${forms.slice(0, 8).join(" / ")}`], "meta"));
  return withParts("div", "", ...lines);
}

function focusButtons(node) {
  const focused = state.ego === node.key;
  return withParts("p", "row", button(t("ego1"), () => focusOn(node, 1), "small"), button(t("ego2"), () => focusOn(node, 2), "small"),
    focused && button(t("egoOff"), () => focusOn(null), "small"));
}

function focusOn(node, steps) {
  state.ego = node ? node.key : "";
  state.steps = steps || 1;
  if (node) state.pick = `n:${node.key}`;
  refresh(false);
  fit();
}

function officialParts(node) {
  if (!node.officials.length) return [];
  const people = new Map();
  node.officials.forEach((post) => people.set(post.person, [...(people.get(post.person) || []), post]));
  const list = made("ul", "", "officials");
  [...people].forEach(([person, posts]) => list.append(withParts("li", "",
    button(person.name, () => pick(`p:${person.key}`), "plain"), ...posts.map((post) => postPart(post, node)))));
  return [made("h3", t("officials")), list];
}

function postPart(post, about) {
  const words = [post.title, t(post.status), post.attested && t("attested", { date: dayText(post.attested) })].filter(Boolean).join(" · ");
  return disclosure(words, noted(post, [about, post.person]));
}

function noted(row, about) {
  const article = model.articles[row.article];
  const words = row.passages.length ? row.passages.map((number) => excerpt(number, about)) : [made("p", t("noExcerpt"), "meta")];
  return [...words, sourceLine(article), withParts("p", "foot", ruleLine(row.rule, row.confidence), citeButton(article, row.passages))];
}

function timeline(edges) {
  const events = distinctEvents(edges.flatMap((edge) => edge.contacts.filter((contact) => !edge.shown || contact.passed)));
  const months = byMonth([...events].map((event) => event.days[0]).filter(Boolean));
  if (!months.length) return null;
  const chart = svg("svg", { viewBox: "0 0 320 46", preserveAspectRatio: "xMinYMax meet", class: "timeline", role: "img" });
  const [from, to] = [months[0][0], months[months.length - 1][0]].map(monthText);
  chart.setAttribute("aria-label", t("timelineLabel", { from, to }));
  chart.append(...bars(months, Math.min(320, months.length * 24), 46));
  const list = made("ol", "", "events");
  [...events].sort((one, other) => (one.days[0] || "9") < (other.days[0] || "9") ? -1 : 1).slice(0, 100).forEach((event) => list.append(
    withParts("li", "", made("span", `${daysText(event.days)}: `, "meta"), button(event.name, () => pick(`m:${event.number}`), "plain"))));
  return withParts("section", "", made("h3", t("timeline")), chart, withParts("p", "meta", from === to ? from : `${from} – ${to}`), list);
}

// Themes by number of events; below each the sentences that speak of it.
function themeRanking(edges) {
  const found = new Map();
  distinctEvents(edges.flatMap((edge) => edge.contacts)).forEach((event) => event.themes.forEach((theme) => {
    found.set(theme, [...(found.get(theme) || []), event]);
  }));
  if (!found.size) return null;
  const ranked = [...found].sort((one, other) => other[1].length - one[1].length || (one[0] < other[0] ? -1 : 1)).slice(0, 12);
  return withParts("section", "", made("h3", t("themes")), ...ranked.map(([theme, events]) => disclosure(
    `${themeNames([theme])} (${events.length})`, [button(t("findTheme"), () => { state.theme = theme; refresh(true); }, "small"), ...themeSentences(theme, events)])));
}

function themeSentences(theme, events) {
  const articles = new Set(events.map((event) => event.article));
  const rows = [...articles].flatMap((article) => article.themes.filter((row) => row.theme === theme).map((row) => ({ ...row, article: article.number })));
  const each = new Map(rows.map((row) => [`${row.article} ${row.passages}`, row])); // an article and its event may say the same
  return [...each.values()].slice(0, 12).flatMap((row) => noted(row, []));
}

function articlesOf(node) {
  const list = node.seen.slice(0, 60).map((row) => disclosure(model.articles[row.article].title || model.articles[row.article].id, noted(row, [node])));
  return list.length ? withParts("section", "", made("h3", `${t("articles")} (${node.seen.length})`), ...list) : null;
}

function personPanel(person) {
  const posts = person.posts.map((post) => withParts("article", "", withParts("h3", "", button(post.body.name, () => pick(`n:${post.body.key}`), "plain")),
    joined([post.title, t(post.status), post.attested && t("attested", { date: dayText(post.attested) })], "meta"), ...noted(post, [post.body, person])));
  const spoke = model.events.filter((event) => event.speakers.includes(person.number));
  const list = made("ul");
  spoke.forEach((event) => list.append(withParts("li", "", button(event.name, () => pick(`m:${event.number}`), "plain"), made("span", ` ${daysText(event.days)}`, "meta"))));
  return [backButton(), made("h2", person.name), ...posts, spoke.length ? made("h3", `${t("speaker")}: ${t("meetings")}`) : null, spoke.length ? list : null];
}

function eventPanel(event) {
  const who = (bodies) => {
    const list = made("ul", "", "who");
    bodies.forEach((node) => list.append(withParts("li", "", button(node.name, () => pick(`n:${node.key}`), "plain"))));
    return list;
  };
  const speakers = event.speakers.map((number) => model.people[number]);
  return [backButton(), made("h2", event.name), joined([named(model.eventTypes[event.type]), daysText(event.days), t(event.modality)], "meta"),
    ...eventFacts(event, event.themes), ...event.passages.map((number) => excerpt(number, [...event.hosts, ...event.guests, ...speakers])),
    sourceLine(event.article), withParts("p", "foot", ruleLine(event.rule, event.confidence), citeButton(event.article, event.passages)),
    event.hosts.length ? made("h3", t("hosts")) : null, event.hosts.length ? who(event.hosts) : null,
    event.guests.length ? made("h3", t("guests")) : null, event.guests.length ? who(event.guests) : null,
    ...speakers.map((person) => withParts("p", "", `${t("speaker")}: `, button(person.name, () => pick(`p:${person.key}`), "plain"))),
    ...event.contacts.map((contact) => button(`${contact.edge.a.name} — ${contact.edge.b.name}`, () => pick(`e:${contact.edge.key}`), "small"))];
}
