// What the reader has chosen. All of it stands in the address behind #, so that a view can be sent on.
const DEFAULTS = {
  sectors: [], province: "", regency: "", theme: "", type: "", basis: "", from: "", to: "", meetings: 0, articles: 0,
  sure: 0, groups: true, internal: true, copies: true, coordination: false, people: false, isolated: false, colour: "sector",
  view: "network", table: "", ego: "", steps: 1, pick: "", lang: "id", mode: "", sort: "",
};
const FILTERS = ["sectors", "province", "regency", "theme", "type", "basis", "from", "to", "meetings", "articles", "sure",
  "groups", "internal", "copies", "coordination", "isolated", "ego"];
const CHOICES = { colour: ["sector", "community"], view: ["network", "map"], table: ["", "nodes", "edges", "meetings"],
  lang: ["id", "en"], mode: ["", "light", "dark"], steps: [1, 2] };
const state = structuredClone(DEFAULTS);
let start = DEFAULTS;

function readHash() {
  const asked = new URLSearchParams(location.hash.slice(1));
  Object.entries(start).forEach(([name, before]) => { state[name] = fromText(asked.get(name), before, name); });
}

function fromText(text, before, name) {
  if (text === null) return structuredClone(before);
  let value = text;
  if (Array.isArray(before)) value = text.split(" ").filter(Boolean);
  else if (typeof before === "boolean") value = text === "1";
  else if (typeof before === "number") value = Number.isFinite(Number(text)) ? Number(text) : before;
  return CHOICES[name] && !CHOICES[name].includes(value) ? before : value;
}

function writeHash() {
  const said = new URLSearchParams();
  Object.entries(start).forEach(([name, before]) => {
    const value = state[name];
    if (JSON.stringify(value) === JSON.stringify(before)) return;
    said.set(name, Array.isArray(value) ? value.join(" ") : typeof value === "boolean" ? Number(value) : value);
  });
  const hash = said.toString();
  if (hash !== location.hash.slice(1)) history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
}

function activeFilters() {
  return FILTERS.filter((name) => JSON.stringify(state[name]) !== JSON.stringify(start[name])).length;
}
