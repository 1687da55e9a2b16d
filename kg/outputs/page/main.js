// Where it all begins, and what follows a change of the state.
let model = null;
let current = { nodes: new Set(), edges: [], events: [], drawn: new Set() };

// After a change of a filter. `controls`: what the filters offer may have changed. `look`: colours or places did.
function refresh(controls, look) {
  current = select(model);
  redraw(current, look);
  if (controls) renderControls();
  if (look || controls || byId("legend").open) renderLegend();
  renderTable();
  renderStatus();
  afterPick();
}

function renderStatus() {
  byId("shown").textContent = t("shown", { bodies: current.nodes.size, pairs: current.edges.length, meetings: current.events.length });
  const few = current.drawn.size < current.nodes.size;
  byId("limited").hidden = !few;
  byId("limited-text").textContent = few ? t("limited", { drawn: current.drawn.size, all: current.nodes.size }) : "";
  const active = activeFilters();
  byId("active").textContent = active ? ` (${t("active", { count: active })})` : "";
  byId("reset").disabled = !active && !state.pick;
  byId("ego-note").hidden = !state.ego;
  const centre = model.byKey.get(state.ego);
  byId("ego-text").textContent = centre ? t("egoOn", { name: centre.name, steps: state.steps }) : "";
}

// Every text of the page in the chosen language.
function speak() {
  language = state.lang;
  document.documentElement.lang = language;
  document.title = t("title");
  byId("show-map").dataset.t = state.view === "map" ? "network" : "map";
  document.querySelectorAll("[data-t]").forEach((element) => { element.textContent = t(element.dataset.t); });
  document.querySelectorAll("[data-label]").forEach((element) => { element.setAttribute("aria-label", t(element.dataset.label)); });
  document.querySelectorAll("[data-hint]").forEach((element) => { element.placeholder = t(element.dataset.hint); });
}

function dress() {
  const dark = state.mode ? state.mode === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  document.documentElement.dataset.mode = dark ? "dark" : "light";
  byId("mode").textContent = t(dark ? "theme_light" : "theme_dark");
  readPalette();
}

function renderAll() {
  speak();
  dress();
  renderControls();
  renderLegend();
  renderBasis();
  if (canvas) refresh(false, true);
}

function listen() {
  const on = (id, action) => byId(id).addEventListener("click", action);
  on("language", () => { state.lang = state.lang === "id" ? "en" : "id"; renderAll(); });
  on("mode", () => { state.mode = document.documentElement.dataset.mode === "dark" ? "light" : "dark"; renderAll(); });
  on("show-map", () => { state.view = state.view === "map" ? "network" : "map"; renderAll(); fit(); });
  on("show-table", () => { showTable(state.table ? "" : "meetings"); resize(); });
  on("show-filters", toggleFilters);
  on("close-filters", toggleFilters);
  on("show-about", () => { renderAbout(); byId("about").showModal(); });
  on("close-about", () => byId("about").close());
  on("reset", reset);
  on("zoom-in", () => zoomBy(1.4));
  on("zoom-out", () => zoomBy(1 / 1.4));
  on("fit", fit);
  on("draw-more", () => { drawing.budget += STRONGEST; refresh(false); });
  on("ego-off", () => focusOn(null));
  document.querySelectorAll("[data-export]").forEach((one) => one.addEventListener("click", () => {
    download(one.dataset.export);
    one.closest("details").open = false;
  }));
  byId("search").addEventListener("input", showHits);
  byId("search").addEventListener("keydown", searchKeys);
  byId("search").addEventListener("blur", () => setTimeout(() => {
    if (document.activeElement !== byId("search")) byId("hits").hidden = true;
  }, 150));
  byId("legend").addEventListener("toggle", renderLegend);
  document.addEventListener("keydown", keys);
  window.addEventListener("hashchange", fromAddress);
  matchMedia("print").addEventListener("change", resize);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", renderAll);
  listenToControls();
  listenToHistogram();
}

function fromAddress() {
  const look = () => [state.lang, state.mode, state.view, state.colour].join();
  const before = look();
  readHash();
  if (look() === before) refresh(true);
  else renderAll();
}

function keys(event) {
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && event.target.type !== "checkbox";
  if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    byId("search").focus();
  } else if (event.key === "Escape" && !typing && !byId("about").open) {
    const menu = document.querySelector("details.menu[open]");
    if (menu) menu.open = false;
    else if (state.pick) pick("");
  }
}

function toggleFilters() {
  const open = document.body.classList.toggle("with-filters");
  byId("show-filters").setAttribute("aria-expanded", String(open));
  resize();
}

function resize() {
  requestAnimationFrame(() => { canvas.setSize("100%", "100%"); canvas.redraw(); fit(); });
}

function reset() {
  const kept = { lang: state.lang, mode: state.mode };
  Object.assign(state, structuredClone(start), kept);
  drawing.budget = STRONGEST;
  drawing.wanted.clear();
  renderAll();
  fit();
}

async function begin() {
  const raw = await readData();
  model = linked(raw);
  start = { ...DEFAULTS, people: model.part.people };
  readHash();
  if (matchMedia("(min-width: 1500px)").matches) document.body.classList.add("with-filters");
  byId("show-filters").setAttribute("aria-expanded", String(document.body.classList.contains("with-filters")));
  speak();
  dress();
  [picked().node, picked().edge?.a, picked().edge?.b].filter(Boolean).forEach((node) => drawing.wanted.add(node));
  current = select(model);
  renderTable();
  makeCanvas(current);
  byId("network").whereIs = (key) => { const node = model.byKey.get(key); return canvas.body.nodes[node.number] ? onScreen(node) : null; }; // For tests, which click on the picture.
  canvas.once("afterDrawing", () => { document.documentElement.dataset.drawn = String(Math.round(performance.now())); });
  listen();
  renderControls();
  renderLegend();
  renderBasis();
  renderStatus();
  afterPick();
}

begin().catch((error) => {
  byId("details").replaceChildren(made("p", `${t("noData")} (${error.message})`, "notice"));
  throw error;
});
