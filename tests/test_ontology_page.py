"""The page of the ontology: the kept one is the current one, every term has its place, and it needs no network."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator

import ontology_page
import pytest
from playwright.sync_api import Page, sync_playwright
from rdflib import OWL, RDF, SKOS, Graph, URIRef

HINT = "run `make ontology` and look at the page"


def test_the_kept_page_is_the_current_one() -> None:
    assert ontology_page.PAGE.read_text(encoding="utf-8") == ontology_page.page(), HINT


def test_every_term_has_an_anchor_and_every_link_leads_somewhere() -> None:
    text = ontology_page.PAGE.read_text(encoding="utf-8")
    anchors = re.findall(r'\bid="([^"]+)"', text)
    assert len(anchors) == len(set(anchors))
    graph = Graph()
    for path in sorted(ontology_page.ONTOLOGY.glob("*.ttl")):
        graph.parse(path)
    kinds = (OWL.Class, *ontology_page.PROPERTIES, SKOS.Concept, SKOS.ConceptScheme)
    for node in {node for kind in kinds for node in graph.subjects(RDF.type, kind) if isinstance(node, URIRef)}:
        for start in (str(ontology_page.BW), ontology_page.ID):
            if str(node).startswith(start):
                assert str(node).removeprefix(start) in anchors, node
    links = set(re.findall(r'href="([^"]+)"', text))
    assert {link[1:] for link in links if link.startswith("#")} <= set(anchors)
    for link in (link for link in links if not link.startswith(("#", "http"))):
        assert (ontology_page.PAGE.parent / link).resolve().is_file(), link


@pytest.fixture
def page() -> Iterator[Page]:
    """A page in a browser without a network that has made no request and told no error in the end."""
    path = os.environ.get("KG_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    if path is None and not os.environ.get("CI"):
        pytest.skip("no chromium; in CI .ci/run installs it")
    assert path, "no chromium: .ci/run should have installed it"
    complaints: list[str] = []
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
        opened = browser.new_context(offline=True).new_page()
        opened.on("request", lambda request: request.url.startswith("file:") or complaints.append(request.url))
        opened.on("console", lambda message: message.type != "error" or complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        yield opened
        browser.close()
    assert complaints == []


def test_a_link_to_a_concept_opens_it_in_the_language_asked_for(page: Page) -> None:
    page.goto(f"{ontology_page.PAGE.as_uri()}?lang=en#theme/netralitas-asn")
    concept = page.locator('[id="theme/netralitas-asn"]')
    assert concept.get_by_text("Neutrality of the civil service.").is_visible()
    assert not concept.get_by_text("Netralitas aparatur sipil negara.").is_visible()
    page.get_by_role("button", name="Bahasa Indonesia").click()
    assert concept.get_by_text("Netralitas aparatur sipil negara.").is_visible()
    assert not concept.get_by_text("Neutrality of the civil service.").is_visible()
    assert page.locator("html").get_attribute("lang") == "id"


def test_a_property_shows_what_it_joins(page: Page) -> None:
    page.goto(f"{ontology_page.PAGE.as_uri()}#organizer")
    shown = page.locator("#organizer").inner_text()
    for words in ("penyelenggara", "bw:involves", "schema:organizer", "bw:Event", "bw:Actor", "ontology/bawaslu.ttl", "Contoh"):
        assert words in shown, words
