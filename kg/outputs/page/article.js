// One article: its text, with what was read marked. The text is set as textContent, never read as markup.
const WORDS = {
  doc: ["Pembacaan satu berita", "How one article was read"], language: ["English", "Bahasa Indonesia"], light: ["Terang", "Light"], dark: ["Gelap", "Dark"],
  start: ["Klik sebuah kalimat untuk melihat semua yang terbaca di dalamnya, aturannya, dan apa yang dipertimbangkan lalu ditolak. Arahkan penunjuk ke kata yang ditandai untuk melihat aturannya.",
    "Click a sentence to see all that was read in it, by which rule, and what was considered and rejected. Point at a marked word to see its rule."],
  silent: ["Garis titik di tepi: kalimat tanpa satu pun pernyataan. Di situlah yang terlewat paling mudah ditemukan.",
    "A dotted edge: a sentence without any statement. That is where to look for what was missed."],
  mentions: ["Sebutan", "Mentions"], facts: ["Hubungan dalam kalimat", "Facts"], claims: ["Pernyataan dalam graf", "Statements in the graph"], rejected: ["Dipertimbangkan lalu ditolak", "Considered and rejected"],
  nothing: ["Tidak ada yang terbaca di kalimat ini.", "Nothing was read in this sentence."], sentence: ["Kalimat {n}", "Sentence {n}"], rule: ["aturan", "rule"], confidence: ["keyakinan", "confidence"],
  irrelevant: ["Berita ini tidak menyebut penyelenggara atau pengawas pemilu: tidak masuk ke graf.", "This article names no body that runs or supervises elections: nothing of it is in the graph."],
  selfReported: ["situs Bawaslu sendiri", "Bawaslu's own site"], left: ["bukan isi berita", "no part of the article's body"], warnings: ["Catatan", "Notes"],
  org: ["lembaga", "body"], group: ["kelompok", "group"], person: ["orang", "person"], post: ["jabatan", "post"], area: ["wilayah", "area"], place: ["tempat", "place"], venue: ["tempat acara", "venue"],
  date: ["tanggal", "date"], weekday: ["hari", "weekday"], event: ["acara", "event"], theme: ["tema", "theme"], quote: ["kutipan", "quotation"], host: ["menyelenggarakan", "hosts"], attend: ["hadir", "attends"], speak: ["menjadi narasumber", "speaks"],
  invite: ["diundang", "is invited"], when: ["kapan", "when"], where: ["di mana", "where"], said: ["berkata", "said"], stated: ["disebut bekerja sama", "said to work together"],
  opens: ["membuka", "opens"], join: ["ikut", "joins"], who: ["siapa", "who"], pronoun: ["kata ganti", "pronoun"], rejection: ["ditolak", "rejected"],
};
const wanted = new URLSearchParams(location.hash.slice(1));
let language = wanted.get("lang") === "en" ? "en" : "id";
let dark = wanted.get("mode") ? wanted.get("mode") === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
let chosen = null;
const hidden = new Set(["weekday", "pronoun"]);
const byId = (id) => document.getElementById(id);

function t(key, n) {
  const pair = WORDS[key] || [key, key];
  return pair[language === "en" ? 1 : 0].replace("{n}", n ?? "");
}

function made(tag, text, className) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function content() {
  const element = byId("data");
  const found = JSON.parse(element.textContent);
  if (!element.dataset.packed) return found;
  const bytes = Uint8Array.from(atob(found), (sign) => sign.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(fflate.inflateSync(bytes)));
}

const data = content();
const signs = Array.from(data.text); // code points, as all offsets count them
const words = (start, end) => signs.slice(start, end).join("");

function head() {
  document.documentElement.lang = language;
  document.documentElement.dataset.mode = dark ? "dark" : "light";
  document.title = `${t("doc")}: ${data.title || data.id}`;
  byId("title").textContent = data.title || data.id;
  byId("language").textContent = t("language");
  byId("mode").textContent = t(dark ? "light" : "dark");
  const source = byId("source");
  source.replaceChildren(...[data.outlet, data.date, data.id].filter(Boolean).flatMap((part, place) => (place ? [" · ", part] : [part])), " ");
  if (/^https?:\/\//i.test(data.url)) {
    const link = made("a", data.url);
    Object.assign(link, { href: data.url, rel: "noopener noreferrer", target: "_blank" });
    source.append(link, " ");
  }
  if (data.self) source.append(made("span", t("selfReported"), "badge"));
}

function kinds() {
  const present = [...new Set(data.sentences.flatMap((one) => one.mentions.map((mention) => mention.kind)))].sort();
  if (data.sentences.some((one) => one.rejected.length)) present.push("rejection");
  byId("kinds").replaceChildren(...present.map((kind) => {
    const box = made("input");
    box.type = "checkbox";
    box.checked = !hidden.has(kind);
    box.addEventListener("change", () => { hidden[box.checked ? "delete" : "add"](kind); body(); });
    const label = made("label");
    label.append(box, made("span", "", `swatch kind-${kind}`), t(kind));
    return label;
  }));
}

function body() {
  const blocks = data.blocks.length ? data.blocks : [{ start: 0, end: signs.length, kind: "body", rule: "" }];
  byId("text").replaceChildren(...blocks.map((block) => {
    const paragraph = made("p", "", block.kind);
    const inside = data.sentences.filter((one) => one.start >= block.start && one.end <= block.end);
    let here = block.start;
    inside.forEach((one) => {
      paragraph.append(words(here, one.start), sentence(one));
      here = one.end;
    });
    paragraph.append(words(here, block.end));
    if (!["title", "body", "caption"].includes(block.kind)) paragraph.title = `${t("left")}: ${block.kind}, ${block.rule}`;
    return paragraph;
  }));
}

function sentence(one) {
  const box = made("span", "", "sentence");
  box.classList.toggle("silent", !one.claims.length);
  box.classList.toggle("chosen", chosen === one);
  box.tabIndex = 0;
  box.setAttribute("role", "button");
  box.append(...pieces(one));
  if (one.facts.length) box.append(made("span", String(one.facts.length), "count badge"));
  const choose = () => { chosen = chosen === one ? null : one; body(); told(); };
  box.addEventListener("click", choose);
  box.addEventListener("keydown", (event) => { if (event.key === "Enter") choose(); });
  return box;
}

// A sentence cut wherever a mark begins or ends; each piece knows all marks over it, the innermost gives its colour.
function pieces(one) {
  const marks = [...one.mentions, ...one.rejected.map((rejection) => ({ ...rejection, kind: "rejection", known: rejection.reason }))].filter((mark) => !hidden.has(mark.kind));
  const cuts = [...new Set([one.start, one.end, ...marks.flatMap((mark) => [mark.start, mark.end])])].filter((cut) => cut >= one.start && cut <= one.end).sort((a, b) => a - b);
  return cuts.slice(1).map((end, place) => {
    const start = cuts[place];
    const over = marks.filter((mark) => mark.start <= start && mark.end >= end).sort((a, b) => (a.end - a.start) - (b.end - b.start));
    const read = over.find((mark) => mark.kind !== "rejection");
    const piece = made("span", words(start, end), !over.length ? "" : read ? `m kind-${read.kind}` : "rejected");
    if (over.length) {
      piece.addEventListener("pointerenter", (event) => tip(over, event));
      piece.addEventListener("pointerleave", () => { byId("tip").hidden = true; });
    }
    return piece;
  });
}

function tip(marks, event) {
  const box = byId("tip");
  box.replaceChildren(...marks.map((mark) => {
    const line = made("div");
    line.append(made("strong", t(mark.kind)), ` ${mark.known} `, made("span", `${t("rule")} ${mark.rule}`, "rule"));
    return line;
  }));
  box.hidden = false;
  box.style.left = `${Math.min(event.clientX + 12, innerWidth - 360)}px`;
  box.style.top = `${event.clientY + 18}px`;
}

function section(title, rows) {
  if (!rows.length) return [];
  const list = made("ul");
  rows.forEach(([text, rule]) => {
    const item = made("li", text);
    item.append(" ", made("span", rule, "rule"));
    list.append(item);
  });
  return [made("h3", `${t(title)} (${rows.length})`), list];
}

function told() {
  const by = (one) => `${t("rule")} ${one.rule}${one.confidence === undefined ? "" : ` · ${t("confidence")} ${one.confidence.toFixed(2)}`}`;
  if (!chosen) {
    const notes = data.warnings.length ? section("warnings", data.warnings.map((warning) => [warning, ""])) : [];
    byId("told").replaceChildren(made("p", t("start")), made("p", t("silent")), data.relevant ? "" : made("p", t("irrelevant"), "strong"), ...notes);
    return;
  }
  const parts = [
    ...section("facts", chosen.facts.map((fact) => [`${t(fact.kind)}: ${fact.parts.map((part) => `${t(part.part)} = ${words(part.start, part.end)}`).join("; ")}`, by(fact)])),
    ...section("claims", chosen.claims.map((claim) => [`${claim.subject} — ${claim.predicate} — ${claim.object}`, by(claim)])),
    ...section("mentions", chosen.mentions.map((mention) => [`${t(mention.kind)}: ${words(mention.start, mention.end)} → ${mention.known}`, by(mention)])),
    ...section("rejected", chosen.rejected.map((rejection) => [`${words(rejection.start, rejection.end)}: ${rejection.reason}`, by(rejection)])),
  ];
  byId("told").replaceChildren(made("h2", t("sentence", chosen.number)), made("blockquote", words(chosen.start, chosen.end)), ...(parts.length ? parts : [made("p", t("nothing"))]));
}

function all() {
  head();
  kinds();
  body();
  told();
}

byId("language").addEventListener("click", () => { language = language === "id" ? "en" : "id"; all(); });
byId("mode").addEventListener("click", () => { dark = !dark; all(); });
const number = Number(wanted.get("sentence"));
const at = wanted.has("at") ? Number(wanted.get("at")) : -1;
chosen = data.sentences.find((one) => one.number === number || (one.start <= at && at < one.end)) || null;
all();
if (chosen) document.querySelector(".sentence.chosen").scrollIntoView({ block: "center" });
