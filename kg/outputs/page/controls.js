// Filters and switches: what they offer comes from the data, what they say goes into the state.
const SWITCHES = [["groups", "showGroups"], ["internal", "showInternal"], ["copies", "copiesOnce"], ["coordination", "onlyCoordination"],
  ["people", "showPeople"], ["isolated", "showIsolated"]];

function options(select, pairs, value) {
  const choices = [["", t("all")], ...pairs].map(([key, text]) => {
    const option = made("option", text);
    option.value = key;
    return option;
  });
  select.replaceChildren(...choices);
  select.value = value;
  select.disabled = !pairs.length;
}

function sortedPairs(table, keys) {
  return keys.map((key) => [key, named(table[key]) || key]).sort((one, other) => one[1].localeCompare(other[1], language));
}

function renderControls() {
  const areas = Object.entries(model.areas);
  const provinces = areas.filter(([, area]) => area.level === "province").map(([code]) => code);
  const regencies = areas.filter(([code, area]) => area.level === "regency" && provinceOf(code) === state.province).map(([code]) => code);
  options(byId("province"), sortedPairs(model.areas, provinces), state.province);
  options(byId("regency"), sortedPairs(model.areas, regencies), state.regency);
  options(byId("theme"), sortedPairs(model.themes, Object.keys(model.themes)), state.theme);
  options(byId("type"), sortedPairs(model.eventTypes, Object.keys(model.eventTypes)), state.type);
  const bases = BASIS_ORDER.filter((basis) => model.contacts.some((contact) => contact.basis === basis));
  options(byId("basis"), bases.map((basis) => [basis, t(basis)]), state.basis);
  for (const name of ["from", "to"]) byId(name).value = state[name];
  for (const name of ["meetings", "articles", "sure"]) byId(name).value = String(state[name]);
  for (const [name] of SWITCHES) byId(name).checked = state[name];
  byId("colour").value = state.colour;
  renderSectors();
  renderHistogram();
}

function byId(id) {
  return document.getElementById(id);
}

function presentSectors() {
  const present = new Set(model.nodes.map(sectorOf));
  return Object.keys(model.sectors).filter((name) => present.has(name));
}

function renderSectors() {
  byId("sectors").replaceChildren(...presentSectors().map((name) => {
    const sector = model.sectors[name];
    const box = made("input");
    box.type = "checkbox";
    box.checked = state.sectors.includes(name);
    box.dataset.sector = name;
    box.addEventListener("change", () => {
      state.sectors = [...byId("sectors").querySelectorAll("input:checked")].map((one) => one.dataset.sector);
      refresh(false);
    });
    return withParts("label", "", box, shapeIcon(sector.shape, palette.dark ? sector.dark : sector.light), language === "en" ? sector.en : sector.id);
  }));
}

function shapeIcon(shape, colour) {
  const icon = svg("svg", { viewBox: "-10 -10 20 20", class: "icon", "aria-hidden": "true" });
  icon.append(shapePart(shape, 0, 0, 8, { fill: colour }));
  return icon;
}

// The shapes that vis-network draws, as SVG.
function shapePart(shape, x, y, size, attributes) {
  const corners = (count, turn, reach) => Array.from({ length: count }, (_, place) => {
    const angle = turn + (place * 2 * Math.PI) / count;
    const length = Array.isArray(reach) ? reach[place % 2] : reach;
    return `${(x + length * Math.cos(angle)).toFixed(1)},${(y + length * Math.sin(angle)).toFixed(1)}`;
  }).join(" ");
  const polygon = (points) => svg("polygon", { points, ...attributes });
  if (shape === "square") return svg("rect", { x: x - size, y: y - size, width: 2 * size, height: 2 * size, ...attributes });
  if (shape === "diamond") return polygon(corners(4, 0, size));
  if (shape === "triangle") return polygon(corners(3, -Math.PI / 2, size * 1.15));
  if (shape === "triangleDown") return polygon(corners(3, Math.PI / 2, size * 1.15));
  if (shape === "hexagon") return polygon(corners(6, 0, size));
  if (shape === "star") return polygon(corners(10, -Math.PI / 2, [size * 1.3, size * 0.5]));
  return svg("circle", { cx: x, cy: y, r: size, ...attributes });
}

function listenToControls() {
  for (const name of ["province", "regency", "theme", "type", "basis", "from", "to"]) {
    byId(name).addEventListener("change", (event) => {
      state[name] = event.target.value;
      if (name === "province") state.regency = "";
      refresh(true);
    });
  }
  for (const name of ["meetings", "articles", "sure"]) {
    byId(name).addEventListener("input", (event) => {
      state[name] = Number(event.target.value);
      refresh(false);
    });
  }
  for (const [name] of SWITCHES) {
    byId(name).addEventListener("change", (event) => {
      state[name] = event.target.checked;
      refresh(false);
    });
  }
  byId("colour").addEventListener("change", (event) => {
    state.colour = event.target.value;
    refresh(false, true);
  });
}

// Colours, shapes and lines explained; the communities named after their busiest member.
function renderLegend() {
  const list = made("ul");
  if (state.colour === "community") list.append(...communityItems());
  else {
    presentSectors().forEach((name) => {
      const sector = model.sectors[name];
      list.append(withParts("li", "", shapeIcon(sector.shape, palette.dark ? sector.dark : sector.light), language === "en" ? sector.en : sector.id));
    });
  }
  const lines = made("ul");
  lines.append(withParts("li", "", lineIcon(palette.coordination, false), t("coordination")), withParts("li", "", lineIcon(palette.presence, false), t("contact")));
  const bases = new Set(model.contacts.map((contact) => contact.basis));
  ["spoke", "stated", "hearing", "internal"].filter((basis) => bases.has(basis)).forEach((basis) => lines.append(withParts("li", "", lineIcon(palette.ink, DASHES[basis]), t(basis))));
  byId("legend-parts").replaceChildren(list, state.colour === "community" ? made("p", t("communityNote"), "meta") : "", lines,
    made("p", `${t("lineWidth")}; ${t("dotSize")}.`, "meta"), current.edges.length > MOST_DASHED ? made("p", t("undashed", { most: MOST_DASHED }), "meta") : "");
}

function communityItems() {
  const members = new Map();
  model.nodes.forEach((node) => members.set(node.community, [...(members.get(node.community) || []), node]));
  return [...members].filter(([community]) => community >= 0).sort(([one], [other]) => one - other).slice(0, 10).map(([community, nodes]) => {
    const centre = nodes.reduce((best, node) => (node.strength > best.strength ? node : best));
    return withParts("li", "", shapeIcon("dot", COMMUNITY_COLOURS[community % COMMUNITY_COLOURS.length]), t("community", { name: centre.short, count: nodes.length }));
  });
}

function lineIcon(colour, dashes) {
  const icon = svg("svg", { viewBox: "0 0 34 10", class: "line", "aria-hidden": "true" });
  icon.append(svg("line", { x1: 1, y1: 5, x2: 33, y2: 5, stroke: colour, "stroke-width": 3, "stroke-dasharray": dashes ? dashes.join(" ") : "none" }));
  return icon;
}
