"""The W3C's SPARQL 1.1 Protocol tests against `kg serve`; docs/clients.md says which apply to an endpoint that only reads."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from conftest import ROOT
from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)
from server import serving

TESTS: dict[str, dict[str, Any]] = {
    one["name"]: one for one in json.loads((Path(__file__).parent / "protocol" / "requests.json").read_text())
}
# The manifest writes the & between its two parameters as %26, which makes one graph's name of them; see docs/clients.md.
_MISWRITTEN = "query_multiple_dataset"
_UPDATES = sorted(name for name in TESTS if name.startswith("update_"))
_TYPE, _DOCUMENT = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type", "http://xmlns.com/foaf/0.1/Document"
_EVERYTHING = "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }"


@dataclass(frozen=True)
class Answer:
    status: int
    media: str
    body: bytes


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A `kg serve` over the three graphs that the tests ask for."""
    place = tmp_path_factory.mktemp("protocol")
    names = [f"http://kasei.us/2009/09/sparql/data/data{number}.rdf" for number in (1, 2, 3)]
    (place / "graph.nq").write_text("".join(f"<{name}> <{_TYPE}> <{_DOCUMENT}> <{name}> .\n" for name in names))
    with serving(place) as running:
        yield running.url


def send(address: str, request: dict[str, Any]) -> Answer:
    """Sends a request as the manifest writes it, but to our host and path, which the manifest leaves open."""
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    body = request.get("body", "").encode(request.get("charset", "utf-8"))
    headers = {"Content-Type": request["type"]} if "type" in request else {}
    try:
        connection.request(request["method"], request["path"].replace("/sparql/", "/sparql", 1), body or None, headers)
        response = connection.getresponse()
        return Answer(response.status, response.headers.get_content_type(), response.read())
    finally:
        connection.close()


def holds(answer: Answer, request: dict[str, Any]) -> bool:
    """Whether an answer is what the manifest expects: the status, the kind of result, its truth."""
    if f"{answer.status // 100}xx" not in request["status"].split():
        return False
    if request.get("format") == "RDF":
        form = RdfFormat.from_media_type(answer.media)
        return form is not None and list(parse(answer.body, format=form)) is not None
    if "format" not in request:
        return True
    results = QueryResultsFormat.from_media_type(answer.media)
    found = parse_query_results(answer.body, format=results) if results else None
    if request["format"] == "tabular":
        return isinstance(found, QuerySolutions) and len(list(found)) == 1
    return isinstance(found, QueryBoolean) and bool(found) == request.get("boolean", bool(found))


@pytest.mark.parametrize("name", sorted(set(TESTS) - set(_UPDATES) - {_MISWRITTEN}))
def test_of_the_w3c(address: str, name: str) -> None:
    for request in TESTS[name]["requests"]:
        answer = send(address, request)
        assert holds(answer, request), f"{answer.status} {answer.media} {answer.body[:200]!r}"


def test_of_the_w3c_that_is_miswritten(address: str) -> None:
    (request,) = TESTS[_MISWRITTEN]["requests"]
    assert holds(send(address, request), {**request, "boolean": False})
    meant = {**request, "path": request["path"].replace("%26", "&").replace("%3Dhttp", "=http")}
    assert holds(send(address, meant), meant)


@pytest.mark.parametrize("name", _UPDATES)
def test_updates_of_the_w3c_are_refused_and_change_nothing(address: str, name: str) -> None:
    ask = {"method": "POST", "path": "/sparql/", "type": "application/sparql-query", "body": _EVERYTHING}
    before = send(address, ask)
    answer = send(address, TESTS[name]["requests"][0])
    assert answer.status == 403 and b"update" in answer.body.lower()
    assert before.status == 200 and b"data1.rdf" in before.body and send(address, ask) == before


def test_the_documentation_names_every_test() -> None:
    text = (ROOT / "docs" / "clients.md").read_text(encoding="utf-8")
    assert [name for name in TESTS if f"`{name}`" not in text] == []
