// One press release runs in several outlets: copies of one report are counted once, unless the reader counts every article.
function linkReports(model) {
  model.articles.forEach((article) => { article.copies = []; });
  const groups = new Map();
  model.articles.forEach((article) => groups.set(article.report, [...(groups.get(article.report) || []), article]));
  groups.forEach((group) => {
    if (group.length > 1) group.forEach((article) => { article.copies = group.filter((other) => other !== article); });
  });
  model.copied = groups.size < model.articles.length;
}

// Events behind contacts. Of a report's copies the one that tells most counts: another may have been cut.
function eventCount(contacts) {
  const events = distinctEvents(contacts);
  if (!model.copied || !state.copies) return events.size;
  const told = new Map();
  events.forEach(({ article }) => told.set(article, (told.get(article) || 0) + 1));
  const most = new Map();
  told.forEach((count, { report }) => most.set(report, Math.max(count, most.get(report) || 0)));
  return [...most.values()].reduce((sum, count) => sum + count, 0);
}

function articleCount(contacts) {
  return new Set(contacts.map(({ article }) => (state.copies ? article.report : article.number))).size;
}

// "3 articles, 1 independent report", whichever of the two is counted.
function reportLine(contacts) {
  const articles = new Set(contacts.map(({ article }) => article));
  const reports = new Set([...articles].map(({ report }) => report));
  return made("p", `${counted(articles.size, "inArticles", "inArticle1")}, ${counted(reports.size, "ofReports", "ofReport1")}`, "meta");
}

function copiesLine(article) {
  if (!article.copies.length) return null;
  const names = article.copies.map((copy) => link([copy.outlet, copy.title || copy.id].filter(Boolean).join(": "), copy.url));
  return joined([t("sameReport"), ...names], "meta copies");
}
