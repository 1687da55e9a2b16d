"""The pages of `kg serve` in a real browser, and what every IRI of the graph leads to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page
from pyoxigraph import NamedNode, RdfFormat, parse
from server import Server, serving

from kg.asking.questions import questions

BASE = "https://w3id.org/bawaslu-kg/id/"
THINGS = """SELECT DISTINCT ?x WHERE { { ?x ?p ?o } UNION { ?s ?p ?x } UNION { GRAPH ?x {} }
  FILTER(STRSTARTS(STR(?x), "https://w3id.org/bawaslu-kg/id/")) }"""
BATANG = "/page/org/bawaslu-33.25"
HOSTILE = ("<script>window.hacked=1</script>", '"><img src=x onerror=window.hacked=1>', "javascript:window.hacked=1", "{{ 7*7 }}")
Open = Callable[..., Page]


@pytest.fixture
def opened(browser: Browser, served: Server) -> Iterator[Open]:
    """Opens an address of the server; at the end no other site was asked and no error written."""
    complaints: list[str] = []
    contexts: list[BrowserContext] = []

    def open_(path: str, at: Server = served, **options: object) -> Page:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, "locale": "id-ID", **options})  # type: ignore[arg-type]
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        context.on("request", lambda request: complaints.append(request.url) if not _own(request.url, at) else None)
        page.goto(at.url + path)
        return page

    yield open_
    for context in contexts:
        context.close()
    assert not complaints


def _own(url: str, server: Server) -> bool:
    return url.startswith((server.url, "data:", "blob:"))


def things(server: Server) -> list[str]:
    found = server.ask(THINGS).json()["results"]["bindings"]
    return sorted(one["x"]["value"].removeprefix(BASE) for one in found)


@pytest.mark.slow
def test_every_iri_of_the_graph_leads_to_a_page_and_to_rdf(served: Server) -> None:
    every = things(served)
    kinds = {one.partition("/")[0] for one in every}
    assert {"article", "area", "org", "person", "event", "venue", "membership", "quotation", "passage", "selector", "claim",
            "contact", "tie", "graph", "theme", "role", "agency-type", "group-type", "event-type"} <= kinds  # fmt: skip
    some = [one for kind in sorted(kinds) for one in every if one.partition("/")[0] == kind][:: max(1, len(every) // 150)]
    with httpx.Client(base_url=served.url, timeout=60) as client:
        for path in some:
            for accept, kind in (("text/html", "text/html"), ("application/n-triples", "application/n-triples")):
                led = client.get(f"/id/{path}", headers={"accept": accept})
                assert led.status_code == 303, path
                answer = client.get(led.headers["location"])
                assert answer.status_code == 200 and answer.headers["content-type"].startswith(kind), path
            assert NamedNode(BASE + path) in {node for quad in parse(answer.content, format=RdfFormat.N_TRIPLES)
                                              for node in (quad.subject, quad.object)}, path  # fmt: skip


@pytest.mark.parametrize(("accept", "start"), [
    ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", "/page/"), ("text/turtle", "/data/org/bawaslu-33.25.ttl"),
    ("*/*", "/data/org/bawaslu-33.25.ttl"), ("application/ld+json", "/data/org/bawaslu-33.25.jsonld"),
    ("application/rdf+xml;q=0.4, text/html;q=0.3", "/data/org/bawaslu-33.25.rdf"), ("application/n-triples", "/data/org/bawaslu-33.25.nt"),
])
def test_an_iri_leads_by_accept(served: Server, accept: str, start: str) -> None:
    led = served.get("/id/org/bawaslu-33.25", headers={"accept": accept})
    assert led.status_code == 303 and led.headers["location"].startswith(start) and "Accept" in led.headers["vary"]
    assert served.get("/id/org/bawaslu-33.25", headers={"accept": "image/png"}).status_code == 406


def test_the_rdf_of_a_thing_goes_down_to_the_words(served: Server) -> None:
    forms = {"ttl": RdfFormat.TURTLE, "nt": RdfFormat.N_TRIPLES, "jsonld": RdfFormat.JSON_LD, "rdf": RdfFormat.RDF_XML}
    said = {suffix: {quad.triple for quad in parse(served.get(f"/data/org/bawaslu-33.25.{suffix}").content, format=form)}
            for suffix, form in forms.items()}  # fmt: skip
    assert said["ttl"] == said["nt"] == said["jsonld"] == said["rdf"]
    assert any("menggelar rapat koordinasi" in str(triple.object) for triple in said["ttl"])
    whole = served.get("/data/article/000-d285a43d48e08c3c", headers={"accept": "application/n-triples"})
    assert whole.headers["content-type"] == "application/n-triples" and len(whole.text.splitlines()) > 300


def test_what_is_unknown_is_said_in_words(served: Server) -> None:
    for path in ("/id/org/nobody", "/page/org/nobody", "/page/none"):
        answer = served.get(path, headers={"accept": "text/html"})
        assert answer.status_code == 404 and "Tidak ada yang bernama demikian" in answer.text
    assert "There is nothing of that name" in served.get("/page/org/nobody?lang=en").text
    assert served.get("/data/org/nobody.ttl").status_code == 404


def test_a_page_tells_who_says_so(opened: Open) -> None:
    page = opened(BATANG)
    assert page.inner_text("h1") == "Bawaslu Kabupaten Batang"
    link = page.get_by_role("link", name="KPU Kabupaten Batang", exact=True)
    contact = page.locator("section", has=page.locator("h2", has_text="Berhubungan dengan")).locator("li").filter(has=link)
    assert not [word for word in ("koordinasi", "1 acara, 1 artikel", "25 Juni 2024") if word not in contact.inner_text()]
    assert contact.locator("blockquote").is_hidden()
    contact.locator("summary").click()
    told = contact.inner_text()
    assert "Rakor ini dihadiri oleh PJ. Bupati, KPU Kabupaten Batang" in told and "aturan" in told and "keyakinan 0." in told
    officials = page.locator("section", has=page.locator("h2", has_text="Pejabat"))
    officials.locator("summary").first.click()
    assert "Ketua Bawaslu Batang, Mahbrur" in officials.inner_text()
    contact.locator("figcaption a").click()
    page.wait_for_selector(".sentence.chosen")
    assert "KPU Kabupaten Batang" in page.inner_text(".sentence.chosen") + page.inner_text("#told")


@pytest.mark.parametrize(("path", "told"), [
    ("person/mahbrur-bawaslu-33.25", ("Jabatan", "Ketua", "Yang dikatakan", "Disebut dalam")),
    ("area/33.25", ("Terletak di", "Jawa Tengah", "Lembaga di sini", "Bawaslu Kabupaten Batang")),
    ("article/000-d285a43d48e08c3c", ("Judul", "Acara yang diberitakan", "Yang disebut", "pernyataan dalam graf ini", "Baca artikelnya")),
    ("tie/bawaslu-33.25--kpu-33.25", ("Pihak", "KPU Kabupaten Batang", "Jumlah artikel", "Hubungan menurut artikel")),
    ("graph/reference", ("pernyataan dalam graf ini",)), ("theme/netralitas-asn", ("Bertema ini",)),
])
def test_pages_of_other_kinds(served: Server, path: str, told: tuple[str, ...]) -> None:
    answer = served.get(f"/page/{path}")
    if answer.status_code == 404 and path.startswith("theme/"):
        path = next(one for one in things(served) if one.startswith("theme/"))
        answer = served.get(f"/page/{path}")
    assert answer.status_code == 200
    assert not [word for word in told if word not in answer.text]


def test_pages_speak_both_languages_and_keep_the_one_chosen(opened: Open, built: Path) -> None:
    page = opened(BATANG)
    assert page.get_attribute("html", "lang") == "id"
    page.click("nav a[lang=en]")
    assert page.get_attribute("html", "lang") == "en" and "In contact with" in page.inner_text("main")
    page.click("text=Mahbrur")
    assert page.get_attribute("html", "lang") == "en"
    with serving(built, "--lang", "en", "--workers", "1") as server:
        assert "In contact with" in server.get(BATANG).text and "Berhubungan dengan" in server.get(f"{BATANG}?lang=id").text


@pytest.mark.parametrize("options", [{}, {"color_scheme": "dark"}, {"viewport": {"width": 390, "height": 844}}])
@pytest.mark.parametrize("path", [BATANG, "/page/org/nobody", "/page/article/000-d285a43d48e08c3c?lang=en"])
def test_pages_keep_the_rules_of_accessibility(browser: Browser, served: Server, path: str, options: dict[str, object]) -> None:
    context = browser.new_context(**options)  # type: ignore[arg-type]
    page = context.new_page()
    # axe is put into the page as a script, which its policy rightly does not let in.
    page.route("**/page/**", lambda route: _without_policy(route, served))
    page.goto(served.url + path)
    page.locator("details").first.evaluate("one => { one.open = true }") if page.locator("details").count() else None
    results = Axe().run(page)
    context.close()
    assert results.violations_count == 0, results.generate_report()


def _without_policy(route: object, served: Server) -> None:
    answer = route.fetch()  # type: ignore[attr-defined]
    headers = {name: value for name, value in answer.headers.items() if name != "content-security-policy"}
    route.fulfill(response=answer, headers=headers)  # type: ignore[attr-defined]


def test_a_phone_needs_no_sideways_scrolling(opened: Open) -> None:
    page = opened(BATANG, viewport={"width": 360, "height": 740})
    for summary in page.locator("summary").all():
        summary.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def hostile(built: Path, folder: Path) -> Path:
    """A graph whose labels, texts and addresses would be scripts if they were ever read as markup."""
    lines = [line for line in (built / "graph.nq").read_text(encoding="utf-8").splitlines() if "#label> " not in line]
    label, text = "http://www.w3.org/2000/01/rdf-schema#label", "http://www.w3.org/2004/02/skos/core#altLabel"
    graph = f"<{BASE}article/000-d285a43d48e08c3c>"
    for number, one in enumerate(HOSTILE):
        quoted = one.replace('"', '\\"')
        subject = f"<{BASE}org/bawaslu-33.25>" if not number else f"<{BASE}org/x{number}>"
        lines += [f'{subject} <{label}> "{quoted}" {graph} .', f'{subject} <{text}> "{quoted}" {graph} .',
                  f'<{BASE}org/bawaslu-33.25> <https://w3id.org/bawaslu-kg/ontology#inContactWith> {subject} {graph} .',
                  f'{subject} <https://schema.org/url> "{quoted}"^^<http://www.w3.org/2001/XMLSchema#anyURI> {graph} .']  # fmt: skip
    file = folder / "graph.nq"
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_what_the_graph_says_is_never_run(opened: Open, browser: Browser, built: Path, tmp_path: Path) -> None:
    with serving(hostile(built, tmp_path), "--workers", "1") as server:
        for path in (BATANG, "/page/org/x1", "/page/org/x2", "/page/org/x3"):
            page = opened(path, server)
            assert page.evaluate("window.hacked") is None and page.inner_text("h1") in HOSTILE
            assert not [link for link in page.locator("a").all() if (link.get_attribute("href") or "").lower().startswith("javascript")]
        # YASGUI measures values as markup; the page's policy keeps handlers in them from running, and says so aloud.
        page = browser.new_page()
        page.goto(f"{server.url}/query")
        ask(page, "SELECT ?x ?y WHERE { ?x rdfs:label ?y } ORDER BY ?x")
        page.wait_for_selector(".tabPanel.active .yasr tbody td")
        page.wait_for_timeout(500)
        assert page.evaluate("window.hacked") is None
        page.close()


def ask(page: Page, query: str) -> None:
    """Puts a query into the tab that is shown and runs it by keys."""
    page.wait_for_selector("html[data-ready]")
    write(page, query)
    page.keyboard.press("Control+Enter")


def write(page: Page, query: str) -> None:
    page.click(".tabPanel.active .CodeMirror-lines")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(query)


def written(page: Page) -> str:
    text: str = page.evaluate("document.querySelector('.tabPanel.active .CodeMirror').CodeMirror.getValue()")
    return text


def test_the_editor_offers_our_questions_and_shows_their_answers(opened: Open) -> None:
    page = opened("/query")
    page.wait_for_selector("html[data-ready]")
    names = {question.name for question in questions()}
    assert names <= set(page.locator(".tab .tabTitle, .tab a span").all_inner_texts())
    page.select_option("#questions", "partners-by-kind")
    page.wait_for_selector(".tabPanel.active .yasr tbody td")
    assert "Komisi Pemilihan Umum" in page.inner_text(".tabPanel.active .yasr")
    page.reload()
    page.wait_for_selector("html[data-ready]")
    assert page.locator(".tab").count() >= len(names)


def test_a_result_opens_the_thing_on_this_server(opened: Open, served: Server) -> None:
    page = opened("/query")
    ask(page, "SELECT ?x WHERE { ?x a bw:OversightBody ; rdfs:label 'Bawaslu Kabupaten Batang' }")
    link = page.locator(".tabPanel.active .yasr a.iri").first
    with page.context.expect_page() as opening:
        link.click()
    opening.value.wait_for_selector("h1")
    assert opening.value.url == f"{served.url}{BATANG}" and opening.value.inner_text("h1") == "Bawaslu Kabupaten Batang"


def test_the_editor_says_that_a_result_was_cut(opened: Open) -> None:
    page = opened("/query")
    ask(page, "SELECT * WHERE { ?s ?p ?o }")
    page.wait_for_selector("#cut:not([hidden])")
    assert "3000" in page.inner_text("#cut")
    ask(page, "SELECT * WHERE { ?s ?p ?o } LIMIT 3")
    page.wait_for_selector("#cut[hidden]", state="attached")


def test_the_editor_shows_what_is_wrong(browser: Browser, served: Server) -> None:
    page = browser.new_page()
    page.goto(f"{served.url}/query")
    ask(page, "SELECT * WHERE { ?s a bw:Article ;;; } }")
    page.wait_for_selector(".tabPanel.active .yasr .errorResult")
    assert "line 1" in page.inner_text(".tabPanel.active .yasr")
    page.close()


def test_terms_prefixes_and_names_are_completed(opened: Open) -> None:
    page = opened("/query")
    page.wait_for_selector("html[data-ready]")
    write(page, "SELECT * WHERE { ?s ")
    page.keyboard.type("bw:atten")
    page.keyboard.press("Control+ ")
    page.wait_for_selector(".CodeMirror-hint")
    assert "Hadir" in page.inner_text(".CodeMirror-hints") or "attend" in page.inner_text(".CodeMirror-hints").lower()
    page.keyboard.press("Enter")
    page.keyboard.type(" <kpu kabupaten ba")
    page.keyboard.press("Control+ ")
    page.locator(".CodeMirror-hint", has_text="KPU Kabupaten Batang").first.click()
    text = written(page)
    assert "PREFIX bw: <https://w3id.org/bawaslu-kg/ontology#>" in text
    assert re.search(r"bw:attendee <https://w3id.org/bawaslu-kg/id/org/kpu-33.25>", text)


def test_names_are_found_by_their_beginning_whatever_their_accents_and_case(served: Server) -> None:
    def found(typed: str) -> list[str]:
        return [one["label"] for one in served.get("/complete", params={"q": typed}).json()]

    assert "Bawaslu Kabupaten Batang" in found("BAWASLU  kab") and "Bawaslu Kabupaten Batang" in found("bawaslu bat")
    assert "KPU Kabupaten Batang" in found("batang") and found("") == [] and found("%") == []
    assert len(found("k")) <= 20


def test_people_without_a_public_role_are_not_named_unless_asked_for(built: Path, tmp_path: Path) -> None:
    lines = (built / "graph.nq").read_text(encoding="utf-8")
    role = "<https://w3id.org/bawaslu-kg/ontology#publicRole>"
    person = f"<{BASE}person/mahbrur-bawaslu-33.25>"
    truth, lie = (f'{person} {role} "{value}"^^<http://www.w3.org/2001/XMLSchema#boolean>' for value in ("true", "false"))
    assert truth in lines
    file = tmp_path / "graph.nq"
    file.write_text(lines.replace(truth, lie), encoding="utf-8")
    named = ("/page/person/mahbrur-bawaslu-33.25", "/id/person/mahbrur-bawaslu-33.25", "/data/person/mahbrur-bawaslu-33.25.ttl")
    with serving(file, "--workers", "1") as server:
        assert [server.get(path).status_code for path in named] == [404] * 3
        assert "jabatan publik" in server.get(named[0]).text
        assert server.get("/complete", params={"q": "mahbrur"}).json() == []
        assert 'href="/page/person/mahbrur' not in server.get(BATANG).text
        assert f"{BASE}person/mahbrur-bawaslu-33.25>" not in server.get("/data/org/bawaslu-33.25.nt").text
    with serving(file, "--workers", "1", "--everyone") as server:
        assert [server.get(path).status_code for path in named] == [200, 303, 200]
        assert server.get("/complete", params={"q": "mahbrur"}).json()


def test_the_marked_article(opened: Open, served: Server) -> None:
    for name in ("000-d285a43d48e08c3c", "000_d285a43d48e08c3c"):
        page = opened(f"/articles/{name}")
        assert page.locator(".m.kind-org").count() > 3
    assert served.get("/articles/none").status_code == 404


def test_the_network_page_works_as_it_is_served(opened: Open) -> None:
    page = opened("/")
    page.wait_for_selector("html[data-drawn]")
    assert page.locator("ul.ties li").count() > 3
