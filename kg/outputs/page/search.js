// Search over names, written forms, old names, synonyms of types and areas, people, themes and areas.
const MOST_HITS = 12;
const hits = { list: [], at: -1, index: null };

function folded(text) {
  return text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Each entry: `own` are words of the thing itself, `far` those of its type and areas; both begin every word with a blank.
function buildIndex() {
  const words = (list) => ` ${folded(list.join(" "))}`;
  const far = new Map();
  const cached = (key, make) => far.get(key) ?? far.set(key, make()).get(key);
  const ofType = (key) => cached(`t${key}`, () => words([...(model.types[key]?.words || []), model.types[key]?.name || "", model.types[key]?.en || ""]));
  const ofArea = (code) => cached(`a${code}`, () => {
    const chain = [];
    for (let area = model.areas[code]; area && area.level !== "nation"; area = model.areas[area.parent]) chain.push(area.name, area.en, ...area.words);
    return words(chain);
  });
  const entry = (kind, thing, name, own, rest, strength) => ({ kind, thing, name, own, far: own + rest, strength, plain: folded(name) });
  const entries = model.nodes.map((node) => entry("node", node, node.name, words([node.name, node.short, ...node.forms]), ofType(node.type) + ofArea(node.area), node.strength));
  entries.push(...model.people.map((person) => entry("person", person, person.name, words([person.name]),
    words(person.posts.map((post) => `${post.title} ${post.body.name}`)), 0)));
  entries.push(...Object.entries(model.themes).map(([key, theme]) => entry("theme", key, theme.name, words([theme.name, theme.en]), words(theme.words), 0)));
  entries.push(...Object.entries(model.areas).filter(([, area]) => ["province", "regency"].includes(area.level))
    .map(([code, area]) => entry("area", code, area.name, words([area.name, area.en, ...area.words]), "", 0)));
  return entries;
}

function search(text) {
  hits.index ||= buildIndex();
  const query = folded(text);
  const words = query.split(" ").filter(Boolean).map((word) => ` ${word}`);
  if (!words.length) return [];
  const found = [];
  for (const entry of hits.index) {
    if (!words.every((word) => entry.far.includes(word))) continue;
    let rank = entry.plain === query ? 0 : entry.plain.startsWith(query) ? 1 : words.every((word) => entry.own.includes(word)) ? 2 : 3;
    if (entry.kind !== "node") rank += 0.5;
    found.push([rank, entry]);
  }
  found.sort(([rank, one], [other, two]) => rank - other || two.strength - one.strength || (one.plain < two.plain ? -1 : 1));
  return mixed(found.map(([, entry]) => entry));
}

// The best bodies, but never so many that a theme or an area of that name is crowded out.
function mixed(found) {
  const others = found.filter((entry) => entry.kind !== "node").slice(0, 4);
  const room = MOST_HITS - others.length;
  const kept = new Set([...found.filter((entry) => entry.kind === "node").slice(0, room), ...others]);
  return found.filter((entry) => kept.has(entry));
}

function showHits() {
  const box = document.getElementById("search");
  hits.list = search(box.value);
  hits.at = hits.list.length ? 0 : -1;
  renderHits();
}

function renderHits() {
  const box = document.getElementById("search");
  const list = document.getElementById("hits");
  const open = Boolean(box.value.trim());
  list.hidden = !open;
  box.setAttribute("aria-expanded", String(open));
  list.replaceChildren(...hits.list.map(hitPart));
  if (open && !hits.list.length) list.append(withParts("li", "none", t("noHit")));
  document.getElementById("hit-count").textContent = !open ? "" : hits.list.length ? t("hits", { count: hits.list.length }) : t("noHit");
  if (hits.at >= 0) box.setAttribute("aria-activedescendant", `hit-${hits.at}`);
  else box.removeAttribute("aria-activedescendant");
  document.getElementById(`hit-${hits.at}`)?.scrollIntoView({ block: "nearest" });
}

function hitPart(entry, place) {
  const about = { node: () => counted(entry.strength, "events", "event1"), person: () => entry.thing.posts.map((post) => `${post.title}, ${post.body.name}`)[0] || t("person"),
    theme: () => t("findTheme"), area: () => t("findArea") }[entry.kind]();
  const part = withParts("li", "", made("span", entry.kind === "theme" || entry.kind === "area" ? named(model[`${entry.kind}s`][entry.thing]) : entry.name), made("span", about, "meta"));
  part.id = `hit-${place}`;
  part.setAttribute("role", "option");
  part.setAttribute("aria-selected", String(place === hits.at));
  part.addEventListener("mousedown", (event) => { event.preventDefault(); take(entry); });
  return part;
}

function take(entry) {
  closeHits();
  if (entry.kind === "node") {
    pick(`n:${entry.thing.key}`);
    if (current.drawn.has(entry.thing)) showNode(entry.thing);
  } else if (entry.kind === "person") {
    pick(`p:${entry.thing.key}`);
  } else {
    if (entry.kind === "theme") state.theme = entry.thing;
    else chooseArea(entry.thing);
    refresh(true);
  }
}

function chooseArea(code) {
  state.province = provinceOf(code);
  state.regency = code.includes(".") ? code : "";
}

function closeHits() {
  const box = document.getElementById("search");
  box.value = "";
  hits.list = [];
  hits.at = -1;
  renderHits();
}

function searchKeys(event) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const step = event.key === "ArrowDown" ? 1 : -1;
    if (hits.list.length) hits.at = (hits.at + step + hits.list.length) % hits.list.length;
    renderHits();
  } else if (event.key === "Enter" && hits.list[hits.at]) {
    event.preventDefault();
    take(hits.list[hits.at]);
  } else if (event.key === "Escape") {
    closeHits();
    event.target.blur();
  }
}
