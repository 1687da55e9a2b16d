"use strict";
// Everything that comes from articles is set as textContent: it is never read as markup.
(function () {
  const data = JSON.parse(document.getElementById("data").textContent);
  const names = new Map(data.nodes.map((node) => [node.id, node.label]));
  const details = document.getElementById("details");
  const start = Array.from(details.childNodes);
  const words = {
    hosted: ["tuan rumah dan tamu", "host and guest"], attended: ["hadir", "attended"], spoke: ["narasumber", "spoke"],
    "co-organised": ["penyelenggara bersama", "co-organised"], signed: ["penandatanganan", "signed"],
    stated: ["disebut dalam berita", "stated"], hearing: ["sidang atau klarifikasi", "hearing"],
    internal: ["satu jajaran", "one hierarchy"], held: ["terlaksana", "held"], planned: ["direncanakan", "planned"],
    back: ["Kembali ke daftar", "Back to the list"], coordination: ["koordinasi", "coordination"],
    contact: ["kontak saja", "contact only"],
  };

  function element(tag, text, className) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function both(indonesian, english, tag) {
    const made = element(tag || "span");
    const one = element("span", indonesian);
    const other = element("span", english);
    one.lang = "id";
    other.lang = "en";
    made.append(one, other);
    return made;
  }

  function word(key) {
    return both(...(words[key] || [key, key]));
  }

  function joined(parts, className) {
    const line = element("p", "", className);
    parts.forEach((part, index) => line.append(index ? " · " : "", part));
    return line;
  }

  function counted(edge) {
    const meetings = edge.meetings.length;
    return joined([
      word(edge.coordination ? "coordination" : "contact"),
      both(`${edge.events} acara`, edge.events === 1 ? "1 event" : `${edge.events} events`),
      both(`${meetings} bukti`, meetings === 1 ? "1 record" : `${meetings} records`),
    ], "meta");
  }

  function meeting(item) {
    const box = element("article");
    box.append(item.event ? element("h3", item.event) : both("Disebut bekerja sama", "Said to work together", "h3"));
    const facts = [];
    if (item.type[0]) facts.push(both(item.type[0], item.type[1]));
    if (item.days.length) facts.push(element("span", item.days.join(" – ")));
    facts.push(word(item.basis), word(item.modality));
    box.append(joined(facts, "meta"));
    item.words.forEach((text) => box.append(element("blockquote", text)));
    const source = element(item.url ? "a" : "span", item.article);
    if (item.url) {
      source.href = item.url;
      source.rel = "noopener noreferrer";
      source.target = "_blank";
    }
    box.append(joined(item.outlet ? [source, element("span", item.outlet)] : [source], "meta"));
    return box;
  }

  function show(...parts) {
    const back = element("button");
    back.type = "button";
    back.append(word("back"));
    back.addEventListener("click", showStart);
    details.replaceChildren(...parts, back);
    details.parentElement.scrollTop = 0;
  }

  function showEdge(number) {
    const edge = data.more.edges[number];
    network.selectEdges([number]);
    const title = element("h2", edge.parties.map((key) => names.get(key)).join(" — "));
    show(title, counted(edge), ...edge.meetings.map(meeting));
  }

  function showNode(key) {
    const numbers = data.more.edges.flatMap((edge, number) => (edge.parties.includes(key) ? [number] : []));
    network.selectNodes([key]);
    show(element("h2", names.get(key)), list(numbers, key));
  }

  function showStart() {
    network.unselectAll();
    details.replaceChildren(...start);
  }

  function list(numbers, from) {
    const items = element("ul", "", "ties");
    numbers.forEach((number) => {
      const edge = data.more.edges[number];
      const parties = edge.parties.filter((key) => key !== from).map((key) => names.get(key));
      const button = element("button");
      button.type = "button";
      button.append(element("span", parties.join(" — ")), counted(edge));
      button.addEventListener("click", () => showEdge(number));
      const item = element("li");
      item.append(button);
      items.append(item);
    });
    return items;
  }

  function drawLegend() {
    const legend = document.getElementById("legend");
    data.more.legend.forEach(([color, indonesian, english]) => {
      const item = element("li");
      const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
      Object.entries({ cx: "50%", cy: "50%", r: "45%", fill: color }).forEach(([name, value]) => dot.setAttribute(name, value));
      svg.append(dot);
      item.append(svg, both(indonesian, english));
      legend.append(item);
    });
  }

  drawLegend();
  const strong = data.more.edges.filter((edge) => edge.coordination).length;
  const size = [data.more.articles, data.nodes.length, data.edges.length, strong];
  document.getElementById("counts").append(both(
    `${size[0]} berita · ${size[1]} lembaga dan kelompok · ${size[2]} pasangan berhubungan, ${size[3]} di antaranya berkoordinasi`,
    `${size[0]} articles · ${size[1]} bodies and groups · ${size[2]} pairs in contact, ${size[3]} of them in coordination`));
  document.getElementById("language").addEventListener("click", () => {
    const next = document.body.dataset.language === "id" ? "en" : "id";
    document.body.dataset.language = next;
    document.documentElement.lang = next;
  });
  const network = new vis.Network(
    document.getElementById("network"),
    { nodes: new vis.DataSet(data.nodes), edges: new vis.DataSet(data.edges) },
    {
      physics: false,
      interaction: { hover: true, navigationButtons: false, keyboard: false },
      nodes: { shape: "dot", borderWidth: 1.5, widthConstraint: { maximum: 170 }, font: { size: 15, color: "#1c2330", strokeWidth: 4, strokeColor: "#f8f9fb" } },
      edges: { smooth: false, font: { size: 14, strokeWidth: 4, strokeColor: "#f8f9fb" }, color: { inherit: false }, hoverWidth: 1, selectionWidth: 2 },
    });
  network.on("click", (event) => {
    if (event.nodes.length) showNode(event.nodes[0]);
    else if (event.edges.length) showEdge(event.edges[0]);
    else showStart();
  });
  start.push(list(data.more.edges.map((_, number) => number)));
  showStart();
})();
