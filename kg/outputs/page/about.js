// What the page rests on: the line below the picture, and all of it in a dialog.
function renderBasis() {
  const { basis } = model;
  const days = basis.published;
  const outlets = basis.outlets.filter(([name]) => name).length;
  byId("basis-line").textContent = t("restsOn", { articles: basis.articles, outlets: outlets || "?", last: days.length ? dayText(days[1] || days[0]) : t("unknown"),
    dates: days.length ? `, ${daysText(days)}` : "" });
  byId("counts").textContent = t("counts", { articles: basis.articles, bodies: model.nodes.length, pairs: model.edges.length });
  byId("part-note").textContent = model.part.whole ? "" : model.part.of ? t("strongestOf", { articles: model.part.of }) : t("partOf");
}

function renderAbout() {
  const { basis } = model;
  const list = (pairs) => withParts("ul", "columns", ...pairs.map(([name, count]) => withParts("li", "", `${name || t("unknown")}: ${count}`)));
  const notes = [basis.undated && t("undatedArticles", { count: basis.undated }), basis.selfReported && t("ownSites", { count: basis.selfReported })];
  byId("about-parts").replaceChildren(...[made("p", byId("basis-line").textContent), ...notes.filter(Boolean).map((note) => made("p", note)),
    made("p", t("edgeMeans")), made("p", t("noProof"), "strong"), made("h3", t("accuracy")), ...accuracy(basis.measured),
    made("h3", t("errors")), made("p", t("errorsText")), made("h3", t("coverage")),
    list(basis.coverage.map(([code, count]) => [named(model.areas[code]) || code, count])), made("h3", t("allOutlets")), list(basis.outlets),
    made("p", t("made", { version: basis.version }), "meta")].filter(Boolean));
}

function accuracy(measured) {
  if (!measured.sets.length) return [made("p", t("notMeasured"))];
  return [made("p", t("accuracyText", { date: dayText(measured.date) })), withParts("ul", "", ...measured.sets.map((set) => withParts("li", "",
    t("accuracySet", { name: language === "en" ? set.en : set.name, articles: set.articles, micro: set.micro.toFixed(2),
      precision: Math.round(100 * set.precision), recall: Math.round(100 * set.recall) }))))];
}
