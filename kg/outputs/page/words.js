// The page's own words, Indonesian first. `t` gives one in the chosen language, with {values} filled in.
const WORDS = {
  title: ["Jejaring Bawaslu dalam berita", "Bawaslu's network in the news"],
  counts: ["{articles} berita · {bodies} lembaga dan kelompok · {pairs} pasangan berhubungan",
    "{articles} articles · {bodies} bodies and groups · {pairs} pairs in contact"],
  shown: ["Tampak: {bodies} lembaga dan kelompok, {pairs} pasangan, {meetings} acara",
    "Shown: {bodies} bodies and groups, {pairs} pairs, {meetings} events"],
  limited: ["Digambar {drawn} dari {all}: yang paling banyak bertemu. Cari, saring, atau fokuskan untuk melihat yang lain.",
    "Drawn: {drawn} of {all}, those that meet most. Search, filter or focus to see others."],
  drawMore: ["Gambar 300 lagi", "Draw 300 more"],
  search: ["Cari lembaga, orang, daerah, tema ( / )", "Search bodies, people, areas, themes ( / )"],
  noHit: ["Tidak ditemukan dalam berita yang dibaca.", "Not found in the articles that were read."],
  hits: ["{count} hasil; pilih dengan panah, lalu Enter", "{count} results; choose with the arrows, then Enter"],
  filters: ["Saringan", "Filters"], table: ["Tabel", "Table"], map: ["Peta", "Map"], network: ["Jejaring", "Network"],
  download: ["Unduh", "Download"], about: ["Tentang data", "About the data"], reset: ["Atur ulang", "Reset"],
  language: ["English", "Bahasa Indonesia"], theme_light: ["Terang", "Light"], theme_dark: ["Gelap", "Dark"],
  themeButton: ["Ganti terang atau gelap", "Switch light or dark"], zoomIn: ["Perbesar", "Zoom in"],
  zoomOut: ["Perkecil", "Zoom out"], fit: ["Tampilkan semua", "Show all"], close: ["Tutup", "Close"],
  sector: ["Jenis lembaga (salah satu pihak)", "Kind of body (either side)"], province: ["Provinsi", "Province"],
  regency: ["Kabupaten/kota", "Regency or city"], theme: ["Tema", "Theme"], eventType: ["Jenis acara", "Type of event"],
  basis: ["Dasar hubungan", "Basis of contact"], from: ["Dari tanggal", "From"], to: ["Sampai tanggal", "To"],
  dates: ["Waktu", "Time"], histogram: ["Acara per bulan. Seret untuk memilih rentang waktu.", "Events a month. Drag to choose a range."],
  minMeetings: ["Sedikitnya … acara", "At least … events"], minArticles: ["Sedikitnya … berita", "At least … articles"],
  minConfidence: ["Keyakinan paling rendah", "Least confidence"], all: ["semua", "all"],
  showGroups: ["Kelompok tanpa nama sendiri", "Groups with no name of their own"],
  showInternal: ["Hubungan satu jajaran", "Contacts within one hierarchy"],
  onlyCoordination: ["Hanya koordinasi", "Coordination only"], showPeople: ["Pejabat pada lembaganya", "Officials beside their bodies"],
  showIsolated: ["Lembaga tanpa hubungan yang terbaca", "Bodies without any contact read"],
  colour: ["Warna menurut", "Colour by"], bySector: ["jenis lembaga", "kind of body"], byCommunity: ["komunitas", "community"],
  communityNote: ["Komunitas: lembaga yang lebih sering bertemu satu sama lain daripada dengan yang lain. Dihitung dari garis-garis (cara Louvain); bukan keterangan dalam berita.",
    "Communities: bodies that meet one another more than they meet the rest. Worked out from the lines (Louvain), not stated in the news."],
  community: ["sekitar {name} ({count})", "around {name} ({count})"], noCommunity: ["di luar komunitas", "in no community"],
  legend: ["Keterangan", "Legend"], coordination: ["koordinasi", "coordination"], contact: ["hadir saja, bukan koordinasi", "presence, not coordination"],
  lineWidth: ["makin tebal garis, makin banyak acara", "the thicker a line, the more events"],
  undashed: ["Putus-putus garis baru tampak bila garis tidak lebih dari {most}: saring dahulu.", "Dashes show only where there are no more than {most} lines: filter first."],
  dotSize: ["makin besar titik, makin banyak acara", "the larger a dot, the more events"],
  hosted: ["tuan rumah dan tamu", "host and guest"], attended: ["hadir", "attended"], spoke: ["narasumber", "spoke"],
  "co-organised": ["penyelenggara bersama", "organised together"], signed: ["menandatangani", "signed"],
  stated: ["disebut bekerja sama", "said to work together"], hearing: ["sidang atau klarifikasi", "hearing"],
  internal: ["satu jajaran", "one hierarchy"], held: ["terlaksana", "held"], planned: ["direncanakan", "planned"],
  current: ["menjabat", "in office"], acting: ["penjabat atau pelaksana", "acting"], former: ["mantan", "former"],
  start: ["Siapa bertemu siapa", "Who meets whom"],
  startHelp: ["Klik garis untuk membaca pertemuannya, klik titik untuk melihat mitranya, atau pilih dari daftar pasangan terkuat ini.",
    "Click a line to read its meetings, a dot to see its partners, or choose from the strongest pairs below."],
  events: ["{count} acara", "{count} events"], event1: ["1 acara", "1 event"], records: ["{count} bukti", "{count} records"],
  record1: ["1 bukti", "1 record"], inArticles: ["{count} berita", "{count} articles"], inArticle1: ["1 berita", "1 article"],
  ofReports: ["{count} laporan asal", "{count} independent reports"], ofReport1: ["1 laporan asal", "1 independent report"],
  copiesOnce: ["Hitung salinan siaran pers satu kali", "Count copies of one press release once"],
  sameReport: ["Laporan yang sama juga dimuat", "The same report also ran in"],
  since: ["sejak {from}", "since {from}"], between: ["{from} s.d. {to}", "{from} to {to}"], undated: ["tanpa tanggal", "undated"],
  statedMeeting: ["Disebut bekerja sama", "Said to work together"], place: ["Tempat", "Place"], themes: ["Tema", "Themes"],
  selfReported: ["situs Bawaslu sendiri", "Bawaslu's own site"], rule: ["aturan", "rule"], confidence: ["keyakinan", "confidence"],
  areaInferred: ["Daerah {name} disimpulkan dari konteks berita, tidak tertulis di kutipan ini.",
    "The area of {name} was inferred from the article; it does not stand in this excerpt."],
  bodyInferred: ["{name} tidak tertulis di kutipan ini: disimpulkan dari jabatan orang atau dari konteks.",
    "{name} does not stand in this excerpt: inferred from a person's post or from the context."],
  speaker: ["Pembicara", "Speaker"], cite: ["Salin kutipan", "Copy citation"], cited: ["Tersalin", "Copied"],
  source: ["Sumber", "Source"], noLink: ["tautan tidak tercatat", "no link recorded"], note: ["Catatan tanggal", "Note on the date"],
  officials: ["Pejabat", "Officials"], partners: ["Mitra", "Partners"], articles: ["Berita", "Articles"], timeline: ["Lini masa", "Timeline"],
  area: ["Wilayah", "Area"], kind: ["Jenis", "Kind"], forms: ["Ditulis juga", "Also written"], ego1: ["Fokus 1 langkah", "Focus, 1 step"],
  ego2: ["Fokus 2 langkah", "Focus, 2 steps"], egoOff: ["Hapus fokus", "End focus"], egoOn: ["Fokus pada {name}, {steps} langkah", "Focus on {name}, {steps} steps"],
  attested: ["terlihat {date}", "seen {date}"], back: ["Kembali ke awal", "Back to the start"], noContact: ["Tidak ada hubungan yang terbaca.", "No contact was read."],
  noExcerpt: ["Kalimatnya tidak dimuat: halaman ini hanya mengutip sebagian dari tiap berita. Lihat sumbernya.",
    "The sentence is not shown: this page quotes only a part of each article. See the source."],
  hidden: ["Sedang disembunyikan oleh saringan.", "Hidden by the filters at present."], words: ["Kalimatnya", "The sentence"],
  group: ["kelompok", "group"], body: ["lembaga", "body"], person: ["orang", "person"], nodes: ["Lembaga", "Bodies"], edges: ["Pasangan", "Pairs"],
  meetings: ["Acara", "Events"], name: ["Nama", "Name"], date: ["Tanggal", "Date"], count: ["Jumlah acara", "Events"], one: ["Pihak pertama", "First party"],
  other: ["Pihak kedua", "Second party"], first: ["Pertama", "First"], last: ["Terakhir", "Last"], who: ["Siapa", "Who"], outlet: ["Media", "Outlet"],
  partnersCount: ["Jumlah mitra", "Partners"], showMore: ["Tampilkan 200 lagi", "Show 200 more"], hosts: ["Penyelenggara", "Organised by"],
  guests: ["Hadir", "Attended"], meeting: ["Acara", "Event"], article: ["Berita", "Article"], published: ["terbit {date}", "published {date}"],
  restsOn: ["Berdasarkan {articles} berita dari {outlets} media{dates}. Berita terbaru: {last}.",
    "Based on {articles} articles from {outlets} outlets{dates}. Newest article: {last}."],
  unknown: ["tidak diketahui", "unknown"], allOutlets: ["Semua media", "All outlets"], coverage: ["Berita menurut provinsi", "Articles by province"],
  noProof: ["Tidak adanya garis bukan bukti tidak ada hubungan: jejaring ini hanya memuat apa yang tertulis dalam berita yang dibaca.",
    "A missing line is no proof of no contact: the network holds only what the articles that were read say."],
  edgeMeans: ["Garis berarti: sebuah berita menulis bahwa kedua pihak bertemu dalam acara, atau bekerja sama. Garis bukan tanda persekongkolan, kesepakatan, atau keberpihakan.",
    "A line means: an article says that the two met at an event, or work together. It is no sign of collusion, agreement or bias."],
  accuracy: ["Ketepatan pembacaan", "How often the reading is right"],
  accuracyText: ["Pembacaan dilakukan oleh aturan, tanpa orang yang memeriksa tiap kalimat. Diukur terhadap anotasi tangan pada {date}: ",
    "Rules do the reading; nobody checks each sentence. Measured against annotations by hand on {date}: "],
  accuracySet: ["{articles} {name}: {precision}% hubungan koordinasi yang terbaca itu benar, dan {recall}% dari yang tertulis di berita terbaca. Semua jenis fakta: F1 mikro {micro}.",
    "{articles} {name}: {precision}% of the coordination read is right, and {recall}% of what the articles say was read. All kinds of facts: micro F1 {micro}."],
  notMeasured: ["Belum ada angka yang diukur untuk versi ini.", "No figures were measured for this version."],
  errors: ["Ada yang salah?", "Something wrong?"],
  errorsText: ["Periksa dulu kalimat dan sumbernya, lalu beri tahu orang yang membagikan halaman ini atau pengelola proyek kg, dengan alamat tautan halaman ini (bagian setelah # menyimpan tampilan Anda).",
    "Check the sentence and its source first, then tell whoever shared this page, or the keepers of kg, with this page's address (the part behind # keeps your view)."],
  ownSites: ["{count} berita berasal dari situs lembaga Bawaslu sendiri.", "{count} articles come from a Bawaslu body's own site."],
  undatedArticles: ["{count} berita tanpa tanggal terbit.", "{count} articles without a date of publication."],
  made: ["Dibuat dengan kg {version}, vis-network, garis pantai Natural Earth.", "Made with kg {version}, vis-network, coastline by Natural Earth."],
  national: ["Nasional / tanpa wilayah", "National / no area"], partOf: ["Halaman ini memuat sebagian data saja.", "This page holds a part of the data only."],
  strongestOf: ["Halaman ini hanya memuat lembaga yang paling sering bertemu dan pertemuan terbarunya, dari {articles} berita.",
    "This page holds only the bodies that meet most often and their latest meetings, out of {articles} articles."],
  canvas: ["Gambar jejaring. Isi yang sama ada di tabel (tombol Tabel).", "Picture of the network. The Table button shows the same content."],
  people: ["Orang", "People"], findTheme: ["Saring menurut tema", "Filter by theme"], findArea: ["Saring menurut wilayah", "Filter by area"],
  tableNote: ["Tabel mengikuti saringan yang sama dengan gambar.", "The table follows the same filters as the picture."], sortBy: ["Urutkan", "Sort"],
  png: ["Gambar PNG", "PNG picture"], svg: ["Gambar SVG", "SVG picture"], csv: ["CSV (acara)", "CSV (events)"], json: ["JSON", "JSON"],
  gexf: ["GEXF (Gephi)", "GEXF (Gephi)"], graphml: ["GraphML", "GraphML"], downloadNote: ["Yang diunduh adalah yang sedang tampak.", "What is shown is what is downloaded."],
  noData: ["Data tidak dapat dibuka oleh peramban ini.", "This browser cannot open the data."], active: ["{count}", "{count}"],
  moreRows: ["{shown} dari {all} baris", "{shown} of {all} rows"], timelineLabel: ["Jumlah acara tiap bulan, {from} sampai {to}", "Events each month, {from} to {to}"],
};

let language = "id";

function t(key, values) {
  const pair = WORDS[key] || [key, key];
  const text = pair[language === "en" ? 1 : 0];
  return values ? text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? "")) : text;
}

function named(thing) {
  return !thing ? "" : language === "en" ? thing.en : thing.name;
}

function counted(count, many, one) {
  return count === 1 && WORDS[one] ? t(one) : t(many, { count });
}

// ISO days as people write them; two days as a range.
function dayText(day) {
  if (!day) return "";
  const [year, month, date] = day.split("-").map(Number);
  return new Date(Date.UTC(year, month - 1, date)).toLocaleDateString(language === "en" ? "en-GB" : "id-ID",
    { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function daysText(days) {
  if (!days.length) return t("undated");
  return days[0] === days[days.length - 1] ? dayText(days[0]) : `${dayText(days[0])} – ${dayText(days[days.length - 1])}`;
}

function monthText(month) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1, 1)).toLocaleDateString(language === "en" ? "en-GB" : "id-ID",
    { month: "short", year: "numeric", timeZone: "UTC" });
}
