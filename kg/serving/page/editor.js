// The editor: YASGUI over this server alone. Everything of others is text, never markup.
(() => {
  "use strict";
  const data = JSON.parse(document.getElementById("data").textContent);
  const words = data.words;
  const endpoint = `${location.origin}/sparql`;
  const labels = new Map(data.terms.map((term) => [term.name, term.label]));
  const prefixes = Object.entries(data.prefixes).map(([prefix, iri]) => `${prefix}: <${iri}>`);

  // What stands before the cursor and could be the beginning of a term or a name; after "<" it may have blanks.
  function typed(yasqe) {
    const cursor = yasqe.getDoc().getCursor();
    const line = yasqe.getDoc().getLine(cursor.line).slice(0, cursor.ch);
    const found = /(<[^<>"{}|^`\\]*|[\p{L}\p{N}_.-]*:?[\p{L}\p{N}_.-]+)$/u.exec(line);
    if (!found || /^\s*(prefix|base)\s/i.test(line) || /[?$]$/.test(line.slice(0, found.index))) return null;
    return { text: found[0], from: found.index, to: cursor.ch };
  }

  async function suggested(text) {
    const wanted = text.replace(/^</, "").toLowerCase();
    if (text.startsWith("<") || !text.includes(":")) {
      const terms = text.startsWith("<") ? [] : data.terms.filter((term) => term.label.toLowerCase().includes(wanted)).map((term) => term.name);
      const answer = wanted.length < 2 ? null : await fetch(`/complete?q=${encodeURIComponent(wanted)}`);
      const things = answer && answer.ok ? await answer.json() : [];
      things.forEach((thing) => labels.set(`<${thing.iri}>`, thing.label));
      return [...things.map((thing) => `<${thing.iri}>`), ...terms];
    }
    return data.terms.map((term) => term.name).filter((name) => name.toLowerCase().startsWith(wanted));
  }

  Yasgui.Yasqe.forkAutocompleter("prefixes", { name: "kg-prefixes", get: () => Promise.resolve(prefixes), persistenceId: null });
  Yasgui.Yasqe.registerAutocompleter({
    name: "kg-names",
    bulk: false,
    autoShow: false,
    isValidCompletionPosition: (yasqe) => typed(yasqe) !== null,
    preProcessToken: (yasqe, token) => {
      const found = typed(yasqe);
      return found ? { ...token, string: found.text, autocompletionString: found.text, from: { ch: found.from }, to: { ch: found.to } } : token;
    },
    get: (yasqe, token) => suggested(token.autocompletionString || token.string),
    postprocessHints: (yasqe, hints) => hints.map((hint) => ({
      ...hint,
      render: (item) => {
        const label = document.createElement("span");
        label.className = "label";
        label.textContent = labels.get(hint.text) || "";
        item.append(hint.text.startsWith(`<${data.base}`) ? `${hint.text.slice(data.base.length + 1, -1)} ` : `${hint.text} `, label);
      },
    })),
  });
  const completers = ["variables", "kg-prefixes", "kg-names"];
  Yasgui.Yasqe.defaults.autocompleters = completers;

  const yasgui = new Yasgui(document.getElementById("yasgui"), {
    persistenceId: `kg ${data.base}`,
    copyEndpointOnNewTab: false,
    endpointCatalogueOptions: { getData: () => [], keys: [] },
    requestConfig: { endpoint, method: "POST", acceptHeaderGraph: "text/turtle" },
    yasqe: { ...Yasgui.Yasqe.defaults, autocompleters: completers, value: `SELECT ?lembaga ?nama WHERE {\n  ?lembaga a bw:OversightBody ; rdfs:label ?nama .\n}\nORDER BY ?nama` },
    yasr: { ...Yasgui.Yasr.defaults, prefixes: { id: data.base, ...data.prefixes } },
    tabName: "SPARQL",
  });

  // Plain tables at first: values without their datatypes.
  function added(question, chosen) {
    const settings = { selectedPlugin: "table", pluginsConfig: { table: { compact: true } } };
    return yasgui.addTab(chosen, { name: question.name, yasqe: { value: question.text }, yasr: { settings, response: undefined } });
  }

  function open(question, run) {
    const present = Object.values(yasgui._tabs).find((one) => one.getName() === question.name);
    const one = present || added(question, true);
    if (present) present.select();
    one.setEndpoint(endpoint);
    if (run) one.query().catch(() => {});
  }

  const list = document.getElementById("questions");
  data.questions.forEach((question) => {
    const option = document.createElement("option");
    option.value = question.name;
    option.textContent = `${question.name}: ${question.about}`;
    list.append(option);
  });
  list.addEventListener("change", () => {
    const question = data.questions.find((one) => one.name === list.value);
    if (question) open(question, true);
    list.value = "";
  });

  // Things open on this server, not at the address that their IRI would have elsewhere.
  function here(link) {
    const iri = link.getAttribute("href") || "";
    if (iri.startsWith(data.base)) link.setAttribute("href", `/id/${iri.slice(data.base.length)}`);
    link.setAttribute("rel", "noopener noreferrer");
  }
  new MutationObserver((changes) => {
    changes.forEach((change) => change.addedNodes.forEach((node) => {
      if (node.nodeType !== Node.ELEMENT_NODE) return;
      if (node.matches("a[href]")) here(node);
      node.querySelectorAll("a[href]").forEach(here);
    }));
  }).observe(document.getElementById("yasgui"), { childList: true, subtree: true });
  document.querySelectorAll("#yasgui a[href]").forEach(here);

  // A result that was cut looks like any other: it is said above the editor.
  const cut = document.getElementById("cut");
  function watch(one) {
    const yasqe = one.getYasqe();
    if (!yasqe || yasqe.watched) return;
    yasqe.watched = true;
    yasqe.on("queryResponse", (instance, response) => {
      const rows = response.headers ? (response.headers.get("x-kg-truncated") || "").replace("rows=", "") : "";
      cut.hidden = !rows;
      cut.textContent = rows ? words.cut.replace("{}", rows) : "";
    });
  }
  yasgui.on("tabSelect", (instance, id) => {
    cut.hidden = true;
    setTimeout(() => {
      watch(instance.getTab(id));
      document.querySelector("#yasgui .tab.active").scrollIntoView({ block: "nearest", inline: "nearest" });
    }, 0);
  });
  Object.values(yasgui._tabs).forEach((one) => { one.setEndpoint(endpoint); watch(one); });

  const fresh = Object.keys(yasgui._tabs).length === 1 && !localStorage.getItem("kg-examples");
  if (fresh) {
    localStorage.setItem("kg-examples", "shown");
    const first = yasgui.getTab();
    data.questions.forEach((question) => added(question, false));
    first.select();
  }
  document.documentElement.dataset.ready = "yes";
})();
