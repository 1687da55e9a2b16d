// The same content as a table: bodies, pairs, events. Sorted by any column, in step with the filters.
const ROWS = 200;
const TABLES = {
  nodes: {
    rows: () => [...current.nodes], pick: (node) => `n:${node.key}`,
    columns: [["name", (node) => node.name], ["kind", (node) => named(model.types[node.type]) || t(node.group ? "group" : "body")],
      ["area", (node) => named(model.areas[node.area])], ["count", (node) => node.events], ["partnersCount", (node) => node.edges.filter((edge) => edge.shown).length]],
  },
  edges: {
    rows: () => current.edges, pick: (edge) => `e:${edge.key}`,
    columns: [["one", (edge) => edge.a.name], ["other", (edge) => edge.b.name], ["kind", (edge) => t(edge.coordinated ? "coordination" : "contact")],
      ["basis", (edge) => t(basisOf(edge))], ["count", (edge) => edge.events], ["first", (edge) => daysOf(edge)[0] || ""], ["last", (edge) => daysOf(edge).slice(-1)[0] || ""]],
  },
  meetings: {
    rows: () => current.events, pick: (event) => `m:${event.number}`,
    columns: [["date", (event) => event.days[0] || ""], ["meeting", (event) => event.name], ["eventType", (event) => named(model.eventTypes[event.type])],
      ["who", (event) => event.bodies.map((node) => node.short).join("; ")], ["themes", (event) => themeNames(event.themes)],
      ["place", (event) => event.venue || named(model.areas[event.area])], ["article", (event) => event.article.title || event.article.id]],
  },
};
const DATED = new Set(["date", "first", "last"]);
let rowsShown = ROWS;

function daysOf(edge) {
  return edge.contacts.filter((contact) => contact.passed).flatMap((contact) => contact.days).sort();
}

function renderTable() {
  const place = byId("table-view");
  place.hidden = !state.table;
  document.body.classList.toggle("with-table", Boolean(state.table));
  byId("show-table").setAttribute("aria-pressed", String(Boolean(state.table)));
  if (!state.table) return;
  const tabs = withParts("div", "row", ...Object.keys(TABLES).map((name) => {
    const tab = button(`${t(name)}`, () => showTable(name), "small");
    tab.setAttribute("aria-pressed", String(name === state.table));
    return tab;
  }), made("span", t("tableNote"), "meta"));
  place.replaceChildren(tabs, tableOf(state.table));
}

function showTable(name) {
  state.table = name;
  state.sort = "";
  rowsShown = ROWS;
  renderTable();
  writeHash();
}

function sorted(name) {
  const { rows, columns } = TABLES[name];
  const [wanted, direction] = state.sort ? state.sort.split(" ") : [name === "meetings" ? "date" : "count", "down"];
  const column = columns.find(([key]) => key === wanted) || columns[0];
  const sign = direction === "down" ? -1 : 1;
  const keyed = rows().map((row) => [column[1](row), row]);
  keyed.sort(([one], [other]) => {
    if (typeof one === "number") return sign * (one - other);
    if (!one || !other) return one ? -1 : other ? 1 : 0; // What is missing stands last, whichever way.
    return sign * one.localeCompare(other, language);
  });
  return { rows: keyed.map(([, row]) => row), by: column[0], direction };
}

function tableOf(name) {
  const { columns, pick: target } = TABLES[name];
  const { rows, by, direction } = sorted(name);
  const table = withParts("table", "", withParts("caption", "", `${t(name)} (${rows.length})`));
  const head = made("tr");
  columns.forEach(([key]) => head.append(headCell(key, by, direction)));
  const body = made("tbody");
  rows.slice(0, rowsShown).forEach((row) => body.append(tableRow(row, columns, target)));
  table.append(withParts("thead", "", head), body);
  const more = rows.length > rowsShown && withParts("p", "row", button(t("showMore"), () => { rowsShown += ROWS; renderTable(); }, "small"),
    made("span", t("moreRows", { shown: rowsShown, all: rows.length }), "meta"));
  const frame = withParts("div", "scroll", table, more);
  frame.tabIndex = 0;
  frame.setAttribute("role", "region");
  frame.setAttribute("aria-label", t(name));
  return frame;
}

function headCell(key, by, direction) {
  const cell = made("th");
  cell.scope = "col";
  const sign = key === by ? (direction === "down" ? " ▼" : " ▲") : "";
  cell.append(button(t(key) + sign, () => {
    state.sort = `${key} ${key === by && direction === "down" ? "up" : key === by ? "down" : ["count", "partnersCount", "date", "last"].includes(key) ? "down" : "up"}`;
    renderTable();
    writeHash();
    byId("table-view").querySelector(`th[aria-sort] button`)?.focus();
  }, "plain"));
  if (key === by) cell.setAttribute("aria-sort", direction === "down" ? "descending" : "ascending");
  return cell;
}

function tableRow(row, columns, target) {
  const line = made("tr");
  const main = columns[0][0] === "date" ? 1 : 0;
  columns.forEach(([, value], place) => {
    const text = String(value(row) ?? "");
    line.append(place === main ? withParts("td", "", button(text || "–", () => pick(target(row)), "plain")) : made("td", text, DATED.has(columns[place][0]) ? "date" : ""));
  });
  return line;
}
