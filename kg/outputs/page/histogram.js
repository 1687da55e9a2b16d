// Events a month, in the sidebar; dragging over it chooses a range of dates.
const CHART = { width: 240, height: 54, months: [], anchor: null };

function renderHistogram() {
  const chart = byId("histogram");
  CHART.months = byMonth(model.events.map((event) => event.days[0]).filter(Boolean));
  chart.replaceChildren();
  chart.hidden = !CHART.months.length;
  if (chart.hidden) return;
  chart.append(...bars(CHART.months, CHART.width, CHART.height));
  const [left, right] = chosenRange();
  chart.append(svg("rect", { x: left, y: 0, width: Math.max(0, right - left), height: CHART.height, class: "range" }));
  byId("histogram-from").textContent = monthText(CHART.months[0][0]);
  byId("histogram-to").textContent = monthText(CHART.months[CHART.months.length - 1][0]);
}

function chosenRange() {
  if (!state.from && !state.to) return [0, 0];
  const step = CHART.width / CHART.months.length;
  const place = (day, missing) => {
    if (!day) return missing;
    const found = CHART.months.findIndex(([month]) => month >= day.slice(0, 7));
    return found < 0 ? CHART.months.length : found;
  };
  const end = state.to ? CHART.months.filter(([month]) => month <= state.to.slice(0, 7)).length : CHART.months.length;
  return [place(state.from, 0) * step, end * step];
}

function monthAt(event) {
  const frame = byId("histogram").getBoundingClientRect();
  const part = Math.max(0, Math.min(0.999, (event.clientX - frame.left) / frame.width));
  return Math.floor(part * CHART.months.length);
}

function listenToHistogram() {
  const chart = byId("histogram");
  chart.addEventListener("pointerdown", (event) => {
    CHART.anchor = monthAt(event);
    chart.setPointerCapture(event.pointerId);
    chooseMonths(event);
  });
  chart.addEventListener("pointermove", (event) => { if (CHART.anchor !== null) chooseMonths(event); });
  chart.addEventListener("pointerup", () => {
    CHART.anchor = null;
    refresh(true);
  });
  chart.addEventListener("pointercancel", () => { CHART.anchor = null; });
}

function chooseMonths(event) {
  const [first, last] = [CHART.anchor, monthAt(event)].sort((one, other) => one - other);
  const [from, to] = [CHART.months[first][0], CHART.months[last][0]];
  const [year, month] = to.split("-").map(Number);
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  [state.from, state.to] = [`${from}-01`, `${to}-${days}`];
  byId("from").value = state.from;
  byId("to").value = state.to;
  const [left, right] = chosenRange();
  const range = chart => chart.querySelector(".range");
  range(byId("histogram")).setAttribute("x", left);
  range(byId("histogram")).setAttribute("width", right - left);
}
