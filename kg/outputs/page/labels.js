// Names at one size on the screen whatever the zoom, the busiest first, none over another; and what lies below the dots.
const NAME_SIZE = 12.5;
const NAME_HEIGHT = 14;
const MOST_NAMES = 140;
const HUBS = 40; // so many names are written even over dots
const LINE_WIDTH = 24;
const OFFICIAL_REACH = 26;
const wrapped = new Map();
let peopleShown = [];

function drawUnder(context) {
  if (state.view !== "map") return;
  context.fillStyle = palette.land;
  context.strokeStyle = palette.line;
  context.lineWidth = 1 / canvas.getScale();
  context.beginPath();
  model.coasts.forEach((ring) => {
    context.moveTo(ring[0], ring[1]);
    for (let place = 2; place < ring.length; place += 2) context.lineTo(ring[place], ring[place + 1]);
    context.closePath();
  });
  context.fill("evenodd");
  context.stroke();
  context.font = `italic ${12 / canvas.getScale()}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.fillStyle = palette.soft;
  context.fillText(t("national"), ...model.nationalAt);
}

function drawOver(context) {
  context.save();
  const ratio = canvas.canvas.pixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.lineJoin = "round";
  context.textAlign = "center";
  context.textBaseline = "top";
  peopleShown = state.people ? drawPeople(context) : [];
  drawNames(context);
  context.restore();
}

function ranked() {
  const first = new Set([picked().node, picked().edge?.a, picked().edge?.b, model.byKey.get(state.ego)]);
  return [...current.drawn].sort((one, other) => first.has(other) - first.has(one) || other.events - one.events || other.edges.length - one.edges.length || one.number - other.number);
}

function drawNames(context) {
  const taken = [];
  const marks = dots();
  const frame = { width: canvas.canvas.frame.canvas.clientWidth, height: canvas.canvas.frame.canvas.clientHeight };
  let count = 0;
  for (const node of ranked()) {
    if (count >= MOST_NAMES) break;
    const place = onScreen(node);
    if (place.x < -40 || place.y < -40 || place.x > frame.width + 40 || place.y > frame.height + 40) continue;
    const strong = count < 12 && node.events > 1;
    const lines = linesOf(node.short);
    context.font = `${strong ? 600 : 400} ${NAME_SIZE}px system-ui, "Segoe UI", Roboto, "Liberation Sans", sans-serif`;
    const width = Math.max(...lines.map((line) => context.measureText(line).width));
    const overDots = count < (frame.width < 500 ? 5 : HUBS);
    const free = (spot) => !taken.some((other) => overlaps(spot, other)) && (overDots || !marks.some((dot) => overlaps(spot, dot)));
    const box = spots(place, width, lines.length * NAME_HEIGHT, frame.width).find(free);
    if (!box) continue;
    taken.push(box);
    count += 1;
    lines.forEach((line, number) => drawText(context, line, (box[0] + box[2]) / 2, box[1] + number * NAME_HEIGHT, palette.ink));
  }
}

// Below the dot, else above, right or left of it; those below and above pushed back into the picture.
function spots(place, width, height, room) {
  const { x, y, radius } = place;
  const near = radius + 3;
  const left = Math.max(2, Math.min(x - width / 2, room - width - 2));
  const beside = [[x + near, y - height / 2, x + near + width, y + height / 2], [x - near - width, y - height / 2, x - near, y + height / 2]];
  return [[left, y + near, left + width, y + near + height], [left, y - near - height, left + width, y - near],
    ...beside.filter((box) => box[0] >= 0 && box[2] <= room)];
}

function overlaps(one, other) {
  return one[0] < other[2] + 3 && other[0] < one[2] + 3 && one[1] < other[3] + 1 && other[1] < one[3] + 1;
}

// Where the dots stand: names of less busy bodies keep off them.
function dots() {
  return [...current.drawn].slice(0, 400).map(onScreen).map(({ x, y, radius }) => [x - radius, y - radius, x + radius, y + radius]);
}

function drawText(context, text, x, y, colour) {
  context.lineWidth = 3.5;
  context.strokeStyle = palette.ground;
  context.strokeText(text, x, y);
  context.fillStyle = colour;
  context.fillText(text, x, y);
}

function onScreen(node) {
  const drawn = canvas.body.nodes[node.number];
  const place = canvas.canvasToDOM({ x: drawn.x, y: drawn.y });
  return { x: place.x, y: place.y, radius: drawn.options.size * canvas.getScale() };
}

// At most two lines, long names cut; signs that turn the direction of writing are left out.
function linesOf(name) {
  if (wrapped.has(name)) return wrapped.get(name);
  const words = name.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, "").split(/\s+/).filter(Boolean);
  const lines = [""];
  words.forEach((word) => {
    const last = lines[lines.length - 1];
    if (last && last.length + word.length >= LINE_WIDTH) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  });
  const kept = lines.slice(0, 2).map((line) => (line.length > LINE_WIDTH + 6 ? `${line.slice(0, LINE_WIDTH + 4)}…` : line));
  if (lines.length > 2) kept[1] = `${kept[1]} …`;
  wrapped.set(name, kept);
  return kept;
}

// Officials as small dots about their bodies; few enough that they can be told apart.
function drawPeople(context) {
  const found = [];
  const named = canvas.getScale() > 0.5;
  for (const node of current.drawn) {
    const holders = [...new Map(node.officials.map((post) => [post.person.key, post])).values()].slice(0, 12);
    if (!holders.length) continue;
    const place = onScreen(node);
    holders.forEach((post, number) => {
      const turn = -Math.PI / 2 + (number + 0.5) * (Math.PI / Math.max(holders.length, 3)) * 1.2 - 0.6;
      const reach = place.radius + OFFICIAL_REACH;
      const spot = { x: place.x + reach * Math.cos(turn), y: place.y + reach * Math.sin(turn), person: post.person };
      context.strokeStyle = palette.soft;
      context.lineWidth = 1;
      context.setLineDash([]);
      context.beginPath();
      context.moveTo(place.x, place.y);
      context.lineTo(spot.x, spot.y);
      context.stroke();
      drawPerson(context, spot, named ? post.person.name : "");
      found.push(spot);
    });
  }
  return found;
}

function drawPerson(context, spot, name) {
  context.fillStyle = palette.ground;
  context.strokeStyle = palette.ink;
  context.lineWidth = 1.4;
  context.beginPath();
  context.arc(spot.x, spot.y, 4.5, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  if (!name) return;
  context.font = `italic 11px system-ui, sans-serif`;
  drawText(context, linesOf(name)[0], spot.x, spot.y - 18, palette.soft);
}

function personAt(pointer) {
  const hit = peopleShown.find((spot) => Math.hypot(spot.x - pointer.x, spot.y - pointer.y) < 9);
  return hit ? hit.person : null;
}
