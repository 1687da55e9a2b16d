// Pieces of the panel and the table. Everything that comes from articles is set as textContent, never read as markup.
function made(tag, text, className) {
  const element = document.createElement(tag);
  if (text) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function withParts(tag, className, ...parts) {
  const element = made(tag, "", className);
  element.append(...parts.filter(Boolean));
  return element;
}

function button(text, action, className) {
  const element = made("button", text, className);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}

function joined(parts, className) {
  const line = made("p", "", className);
  parts.filter(Boolean).forEach((part, place) => line.append(place ? " · " : "", part));
  return line;
}

function link(text, url) {
  if (!/^https?:\/\//i.test(url)) return made("span", text);
  const element = made("a", text);
  element.href = url;
  element.rel = "noopener noreferrer";
  element.target = "_blank";
  return element;
}

// An excerpt with the words marked that name bodies and people; those in question stand out.
function excerpt(number, about) {
  const passage = model.passages[number];
  const quote = made("blockquote");
  let here = 0;
  passage.marks.forEach(([from, to, kind, thing]) => {
    if (from < here) return;
    quote.append(passage.text.slice(here, from));
    const mark = made("mark", passage.text.slice(from, to));
    const named = kind === "b" ? model.nodes[thing] : model.people[thing];
    mark.className = about.includes(named) ? "about" : "";
    mark.title = named.name;
    quote.append(mark);
    here = to;
  });
  quote.append(passage.text.slice(here));
  return quote;
}

function sourceLine(article) {
  const title = article.title || article.id;
  const parts = [link(title, article.url)];
  if (article.outlet) parts.push(article.outlet);
  if (article.date) parts.push(t("published", { date: dayText(article.date) }));
  if (!article.url) parts.push(t("noLink"));
  if (article.self) parts.push(made("span", t("selfReported"), "badge"));
  return joined(parts, "meta source");
}

function ruleLine(rule, confidence) {
  return made("span", `${t("rule")} ${rule} · ${t("confidence")} ${confidence.toFixed(2)}`, "rule");
}

function citation(article, passages) {
  const words = passages.map((number) => `“${model.passages[number].text.replace(/\s+/g, " ").trim()}”`).join(" … ");
  const about = [article.title || article.id, article.outlet, dayText(article.date), article.url].filter(Boolean).join(". ");
  return `${about}. ${words}`;
}

function citeButton(article, passages) {
  const copy = button(t("cite"), async () => {
    await copyText(citation(article, passages));
    copy.textContent = t("cited");
    setTimeout(() => { copy.textContent = t("cite"); }, 2000);
  }, "small");
  return copy;
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const box = made("textarea", text);
    document.body.append(box);
    box.select();
    document.execCommand("copy"); // Browsers that keep the clipboard from pages opened as files still have this.
    box.remove();
  }
}

function disclosure(title, parts, open) {
  const box = withParts("details", "", made("summary", title), ...parts);
  box.open = Boolean(open);
  return box;
}

function svg(tag, attributes, text) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  if (text) element.textContent = text;
  return element;
}

function themeNames(keys) {
  return keys.map((key) => named(model.themes[key]) || key).join(", ");
}

// Months from first to last, each with the number of events in it.
function byMonth(days) {
  if (!days.length) return [];
  const counts = new Map();
  days.forEach((day) => counts.set(day.slice(0, 7), (counts.get(day.slice(0, 7)) || 0) + 1));
  const [last] = [...counts.keys()].sort().slice(-1);
  const months = [];
  let [year, month] = [...counts.keys()].sort()[0].split("-").map(Number);
  for (let key = ""; key < last && months.length < 1200;) {
    key = `${year}-${String(month).padStart(2, "0")}`;
    months.push([key, counts.get(key) || 0]);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return months;
}

function bars(months, width, height) {
  const most = Math.max(...months.map(([, count]) => count));
  const step = width / months.length;
  return months.map(([month, count], place) => {
    const bar = svg("rect", { x: (place * step + 0.5).toFixed(1), width: Math.max(1, step - 1).toFixed(1),
      y: (height - (count / most) * height).toFixed(1), height: ((count / most) * height).toFixed(1), class: "bar" });
    bar.append(svg("title", {}, `${monthText(month)}: ${count}`));
    return bar;
  });
}
