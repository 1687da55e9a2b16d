"""`kg serve` with clients that others wrote: each gets the rows and statements that the embedded engine gives."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from clients import CLIENTS, FOLDER, comunica, installed, program, said
from conftest import ROOT
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, RDFS, Graph, URIRef
from rdflib.compare import to_isomorphic
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from server import serving
from SPARQLWrapper import CSV, JSON, JSONLD, N3, RDFXML, TSV, TURTLE, XML, SPARQLWrapper

from kg.asking.engine import open_store
from kg.graph.vocabulary import PREFIXES

BW = PREFIXES["bw"]
# Words in quotation marks, an empty cell, a number, and signs that forms and addresses must encode.
EVENTS = f"""PREFIX bw: <{BW}>
PREFIX rdfs: <{PREFIXES["rdfs"]}>
PREFIX schema: <{PREFIXES["schema"]}>
SELECT ?event ?label ?day ?note (COUNT(?body) AS ?bodies) WHERE {{ # rakor & "rapat" + 100%
  ?event a bw:Event ; rdfs:label ?label ; bw:attendee|bw:organizer ?body .
  OPTIONAL {{ ?event schema:startDate ?day }} OPTIONAL {{ ?event bw:dateNote ?note }}
}} GROUP BY ?event ?label ?day ?note ORDER BY ?event"""
NAMES = f"CONSTRUCT {{ ?b <{RDFS.label}> ?l }} WHERE {{ ?b a <{BW}OversightBody> ; <{RDFS.label}> ?l }}"
ASKED = f"ASK {{ ?s a <{BW}Quotation> }}"


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    """The endpoint of a `kg serve` over the seeds."""
    with serving(built) as running:
        yield f"{running.url}/sparql"


@pytest.fixture(scope="module")
def expected(built: Path) -> list[tuple[str, ...]]:
    """The rows of EVENTS by the embedded engine."""
    found = open_store(built / "graph.nq").query(EVENTS)
    rows = [tuple("" if value is None else value.value for value in row) for row in found]
    assert len(rows) == 5 and any("" in row for row in rows)
    return rows


@pytest.fixture(scope="module")
def statements(built: Path) -> Graph:
    """The statements of NAMES by the embedded engine."""
    found = open_store(built / "graph.nq").query(NAMES)
    return Graph().parse(data=b"".join(f"{triple} .\n".encode() for triple in found), format="nt")


@pytest.mark.parametrize("client", list(CLIENTS))
def test_every_client_gets_the_same_rows(address: str, expected: list[tuple[str, ...]], client: str) -> None:
    assert CLIENTS[client](address, EVENTS) == expected


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize(("form", "kind"), [
    (JSON, "application/sparql-results+json"), (XML, "application/sparql-results+xml"), (CSV, "text/csv"),
    (TSV, "text/tab-separated-values"),
])
def test_sparqlwrapper_gets_each_format_of_rows(address: str, expected: list[tuple[str, ...]], method: str, form: str,
                                                kind: str) -> None:  # fmt: skip
    answer = _wrapped(address, EVENTS, method, form)
    assert answer.info()["content-type"].startswith(kind)
    found = answer.convert()
    text = found.toxml() if form == XML else found.decode() if isinstance(found, bytes) else str(found)
    assert all(row[0] in text for row in expected)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", [TURTLE, N3, RDFXML, JSONLD])
def test_sparqlwrapper_gets_each_format_of_statements(address: str, statements: Graph, method: str, form: str) -> None:
    found = _wrapped(address, NAMES, method, form).convert()
    graph = found if isinstance(found, Graph) else Graph().parse(data=found, format="n3" if form == N3 else form)
    assert to_isomorphic(graph) == to_isomorphic(statements) and len(graph)


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("form", ["", XML, JSON])
def test_sparqlwrapper_gets_statements_in_xml_and_json(address: str, statements: Graph, method: str, form: str) -> None:
    answer = _wrapped(address, NAMES, method, form)
    found = Graph().parse(data=answer.response.read(), format="json-ld" if form == JSON else "xml")
    assert to_isomorphic(found) == to_isomorphic(statements)


def _wrapped(address: str, query: str, method: str, form: str) -> Any:
    client = SPARQLWrapper(address)
    client.setMethod(method)
    if form:
        client.setReturnFormat(form)
    client.setQuery(query)
    return client.query()


def test_true_and_false(address: str) -> None:
    assert _wrapped(address, ASKED, "GET", JSON).convert()["boolean"] is True
    assert _wrapped(address, f"ASK {{ <org/kpu-33.25> a <{BW}ElectionBody> }}", "POST", JSON).convert()["boolean"] is True
    assert Graph(SPARQLStore(address)).query(ASKED).askAnswer is True
    assert Graph(SPARQLStore(address)).query(ASKED.replace("Quotation", "Nothing")).askAnswer is False


def test_rdflib_reads_the_endpoint_as_a_graph(address: str, statements: Graph) -> None:
    graph = Graph(SPARQLStore(address))
    bodies = set(graph.subjects(RDF.type, URIRef(f"{BW}OversightBody")))
    assert bodies == set(statements.subjects())
    body = min(bodies)
    assert graph.value(body, RDFS.label) == statements.value(body, RDFS.label)
    assert len(graph) == len({quad.triple for quad in _dataset(address)})


def _dataset(address: str) -> Iterator[object]:
    data = said(program("curl"), "-sSf", address.replace("/sparql", "/graph.nq"))
    return parse(data, format=RdfFormat.N_QUADS)


def test_comunica_constructs(address: str, statements: Graph) -> None:
    found = said(program("node"), str(installed()), f"sparql@{address}", NAMES, "-t", "application/n-triples")
    assert to_isomorphic(Graph().parse(data=found, format="nt")) == to_isomorphic(statements)


def test_comunica_reads_an_articles_graph(address: str) -> None:
    query = f"SELECT DISTINCT ?g WHERE {{ GRAPH ?g {{ ?e a <{BW}Event> }} }} ORDER BY ?g"
    assert len(comunica("sparql@")(address, query)) == 5


def test_updates_are_refused_to_clients(address: str) -> None:
    update = "CLEAR ALL"
    for sent in (("--data-urlencode", f"update={update}"),
                 ("-H", "Content-Type: application/sparql-update", "--data-binary", update)):  # fmt: skip
        done = subprocess.run([program("curl"), "-sS", "-o", "/dev/null", "-w", "%{http_code}", *sent, address],
                              capture_output=True, text=True, check=True)  # fmt: skip
        assert done.stdout == "403"


def test_the_lock_file_names_no_registry() -> None:
    text = (FOLDER / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in text and '"integrity"' in text


def test_the_documentation_names_every_client() -> None:
    text = (ROOT / "docs" / "clients.md").read_text(encoding="utf-8")
    kinds = {re.split(r" (?:GET|POST|form|direct|sparql@|read_csv|SPARQLStore)", name)[0] for name in CLIENTS}
    assert kinds == {"curl", "SPARQLWrapper", "rdflib", "pandas", "Comunica"}
    assert [kind for kind in kinds if kind not in text] == []
