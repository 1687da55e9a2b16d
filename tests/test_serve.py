"""`kg serve` as a SPARQL endpoint: the protocol, formats, cuts, dataset parameters, service description, files."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import socket
import subprocess
import sys
import time
import xml.etree.ElementTree as ET
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from pyoxigraph import RdfFormat, parse
from server import COMMAND, Server, serving

from kg.asking.questions import questions
from kg.pipeline import build

SEEDS = Path(__file__).parent.parent / "seeds"
ARTICLES = "SELECT ?s WHERE { ?s a bw:Article }"
COUNT = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
ARTICLE = "https://w3id.org/bawaslu-kg/id/article/{}"


def rows(answer: httpx.Response) -> list[dict[str, dict[str, str]]]:
    assert answer.status_code == 200, answer.text
    found: list[dict[str, dict[str, str]]] = answer.json()["results"]["bindings"]
    return found


def number(answer: httpx.Response) -> int:
    return int(rows(answer)[0]["n"]["value"])


def test_a_query_by_get_by_form_and_direct_has_the_same_answer(served: Server) -> None:
    by_get = served.get("/sparql", params={"query": ARTICLES})
    by_form = served.post("/sparql", data={"query": ARTICLES})
    direct = served.post("/sparql", content=ARTICLES, headers=DIRECT)
    assert len(rows(by_get)) == 5
    assert by_get.content == by_form.content == direct.content


def test_a_build_in_shards_is_served_as_one_file_is(served: Server, tmp_path: Path) -> None:
    build([str(SEEDS)], tmp_path, large=1)
    graphs = "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g"
    with serving(tmp_path) as sharded:
        for query in (f"{ARTICLES} ORDER BY ?s", COUNT, graphs):
            assert rows(sharded.get("/sparql", params={"query": query})) == rows(served.get("/sparql", params={"query": query}))
        assert "kg export -o graph.nq" in sharded.get("/graph.nq").text
        page = "/id/org/bawaslu-33.25"
        assert sharded.get(page).text == served.get(page).text


@pytest.mark.parametrize(("accept", "kind"), [
    ("", "application/sparql-results+json"), ("*/*", "application/sparql-results+json"),
    ("application/json", "application/sparql-results+json"), ("text/csv;q=0.9, text/html", "text/csv; charset=utf-8"),
    ("application/sparql-results+xml", "application/sparql-results+xml"), ("TEXT/CSV", "text/csv; charset=utf-8"),
    ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
    ("application/sparql-results+json;q=0.2, application/sparql-results+xml;q=0.7", "application/sparql-results+xml"),
    ("text/*, application/*;q=0.5", "text/xml"), ("*/*;q=0.1, text/csv;q=0", "application/sparql-results+json"),
    ("nonsense, text/csv;q=abc, application/xml", "application/sparql-results+xml"),
])
def test_rows_come_in_the_format_liked_best(served: Server, accept: str, kind: str) -> None:
    answer = served.get("/sparql", params={"query": ARTICLES}, headers={"accept": accept})
    expected = "application/sparql-results+xml" if kind == "text/xml" else kind
    assert (answer.status_code, answer.headers["content-type"]) == (200, expected)
    assert "Accept" in answer.headers["vary"]


def test_all_formats_of_rows_say_the_same(served: Server) -> None:
    query = 'SELECT ?x ?y WHERE { VALUES (?x ?y) { ("a\\tb\\n\\"c\\"" 1.5) (<urn:x> "ya"@id) (UNDEF true) } }'
    found = served.ask(query).json()["results"]["bindings"]
    assert [row.get("x", {}).get("value") for row in found] == ['a\tb\n"c"', "urn:x", None]
    assert found[1]["y"] == {"type": "literal", "value": "ya", "xml:lang": "id"}
    lines = list(csv.reader(io.StringIO(served.ask(query, "text/csv").text)))
    assert lines == [["x", "y"], ['a\tb\n"c"', "1.5"], ["urn:x", "ya"], ["", "true"]]
    tsv = served.ask(query, "text/tab-separated-values").text
    assert tsv.splitlines() == ["?x\t?y", '"a\\tb\\n\\"c\\""\t1.5', '<urn:x>\t"ya"@id', "\ttrue"]
    root = ET.fromstring(served.ask(query, "application/sparql-results+xml").content)
    assert [one.text for one in root.iter("{http://www.w3.org/2005/sparql-results#}literal")] == ['a\tb\n"c"', "1.5", "ya", "true"]


@pytest.mark.parametrize(("query", "expected"), [
    ("SELECT * WHERE {}", 1), ("SELECT * WHERE { FILTER(false) }", 0), ("SELECT ?x WHERE { VALUES ?x { UNDEF 1 UNDEF } }", 3),
])
def test_odd_tables_keep_their_rows(served: Server, query: str, expected: int) -> None:
    assert len(rows(served.ask(query))) == expected


@pytest.mark.parametrize(("accept", "form", "kind"), [
    ("", RdfFormat.TURTLE, "text/turtle"), ("application/n-triples", RdfFormat.N_TRIPLES, "application/n-triples"),
    ("application/ld+json", RdfFormat.JSON_LD, "application/ld+json"), ("application/rdf+xml", RdfFormat.RDF_XML, "application/rdf+xml"),
    ("application/json, text/csv", RdfFormat.JSON_LD, "application/ld+json"),
])
def test_statements_come_in_the_format_liked_best(served: Server, accept: str, form: RdfFormat, kind: str) -> None:
    answer = served.ask("CONSTRUCT { ?s rdfs:label ?o } WHERE { ?s a bw:Article ; rdfs:label ?o }", accept)
    assert answer.headers["content-type"].startswith(kind)
    assert len(set(parse(answer.content, format=form))) == 5


def test_true_and_false(served: Server) -> None:
    assert served.ask("ASK { ?s a bw:Article }").json()["boolean"] is True
    assert served.ask("ASK { ?s a bw:Nothing }").json()["boolean"] is False
    assert "<boolean>true</boolean>" in served.ask("ASK {}", "application/sparql-results+xml").text


@pytest.mark.parametrize("query", [ARTICLES, "DESCRIBE bw:Article", "ASK {}"])
def test_what_fits_no_format_is_406(served: Server, query: str) -> None:
    answer = served.ask(query, "image/png")
    assert answer.status_code == 406 and "application/" in answer.text


def test_the_format_may_stand_in_the_address(served: Server) -> None:
    answer = served.get("/sparql", params={"query": ARTICLES, "format": "csv"}, headers={"accept": "text/html,*/*;q=0.8"})
    assert answer.text.startswith("s\r\n")
    assert served.get("/sparql", params={"query": ARTICLES, "format": "ttl"}).status_code == 406
    assert served.get("/sparql", params={"query": ARTICLES, "format": "doc"}).status_code == 400


@pytest.mark.parametrize("name", [question.name for question in questions()])
def test_every_named_question_is_answered(served: Server, name: str) -> None:
    text = next(question.path for question in questions() if question.name == name).read_text(encoding="utf-8")
    assert served.ask(text, "application/sparql-results+json, text/turtle;q=0.5").status_code == 200


def test_graphs_may_be_chosen_by_the_request(served: Server) -> None:
    first, second = (row["s"]["value"] for row in rows(served.ask(ARTICLES))[:2])
    whole = number(served.ask(COUNT))
    of_one, of_two = (number(served.get("/sparql", params={"query": COUNT, "default-graph-uri": one})) for one in (first, second))
    both = number(served.get("/sparql", params={"query": COUNT, "default-graph-uri": [first, second]}))
    assert 0 < max(of_one, of_two) < both < of_one + of_two < whole  # what both say counts once
    for posted in (
        served.post("/sparql", data={"query": COUNT, "default-graph-uri": [first, second]}),
        served.post("/sparql", params={"default-graph-uri": [first, second]}, content=COUNT, headers=DIRECT),
        served.ask(f"SELECT (COUNT(*) AS ?n) FROM <{first}> FROM <{second}> WHERE {{ ?s ?p ?o }}"),
    ):
        assert number(posted) == both


def test_graphs_of_the_request_stand_in_place_of_those_of_the_query(served: Server) -> None:
    first, second = (row["s"]["value"] for row in rows(served.ask(ARTICLES))[:2])
    names = f"SELECT DISTINCT ?g FROM NAMED <{first}> WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}"
    assert [row["g"]["value"] for row in rows(served.ask(names))] == [first]
    asked = served.get("/sparql", params={"query": names, "named-graph-uri": second})
    assert [row["g"]["value"] for row in rows(asked)] == [second]
    assert number(served.get("/sparql", params={"query": COUNT, "named-graph-uri": second})) == 0
    wrong = served.get("/sparql", params={"query": COUNT, "default-graph-uri": "no iri"})
    assert wrong.status_code == 400 and "graph" in wrong.text


def test_a_cut_result_says_so_in_the_header_and_in_itself(served: Server) -> None:
    everything = "SELECT ?s ?p ?o WHERE { ?s ?p ?o }"
    answer = served.ask(everything)
    assert answer.headers["x-kg-truncated"] == "rows=3000"
    assert len(rows(answer)) == 3000 and answer.json()["head"]["link"]
    as_xml = served.ask(everything, "application/xml")
    namespace = "{http://www.w3.org/2005/sparql-results#}"
    root = ET.fromstring(as_xml.content)
    assert len(list(root.iter(f"{namespace}result"))) == 3000 and root.find(f"{namespace}head/{namespace}link") is not None
    lines = served.ask(everything, "text/tab-separated-values")
    assert len(lines.text.splitlines()) == 3001 and "x-kg-truncated" in lines.headers
    statements = served.ask("CONSTRUCT WHERE { ?s ?p ?o }", "application/n-triples")
    assert statements.headers["x-kg-truncated"] and len(statements.text.splitlines()) == 3001 and statements.text.startswith("# cut")
    exactly = served.ask(everything + " LIMIT 3000")
    assert len(rows(exactly)) == 3000 and "x-kg-truncated" not in exactly.headers and "link" not in exactly.json()["head"]


def test_what_changes_by_itself_is_asked_anew(served: Server) -> None:
    query = "SELECT (STRUUID() AS ?n) WHERE {}"
    assert rows(served.ask(query)) != rows(served.ask(query))
    escaped = "SELECT (\\u0052AND() AS ?n) WHERE {}"
    assert rows(served.ask(escaped)) != rows(served.ask(escaped))


def test_a_result_of_too_many_bytes_is_refused(built: Path) -> None:
    with serving(built, "--max-bytes", "2000", "--workers", "1") as server:
        answer = server.ask("SELECT * WHERE { ?s ?p ?o }")
        assert answer.status_code == 413 and "LIMIT" in answer.text
        assert server.ask("CONSTRUCT WHERE { ?s ?p ?o }", "text/turtle").status_code == 413
        assert server.ask("ASK {}").status_code == 200


@pytest.mark.parametrize(("method", "options", "status"), [
    ("GET", {"params": {"other": "1"}}, 400), ("GET", {"params": {"query": [ARTICLES, ARTICLES]}}, 400),
    ("GET", {"params": {"query": ""}}, 400), ("GET", {"params": {"query": "SELECT nonsense"}}, 400),
    ("POST", {"headers": FORM}, 400), ("POST", {"data": {"query": [ARTICLES, ARTICLES]}}, 400),
    ("POST", {"content": ARTICLES, "headers": {"content-type": "text/plain"}}, 415), ("POST", {"content": ARTICLES}, 415),
    ("POST", {"content": ARTICLES, "headers": {"content-type": "application/sparql-query; charset=utf-16"}}, 415),
    ("POST", {"content": b"SELECT \xff", "headers": DIRECT}, 400), ("POST", {"content": b"query=%ff", "headers": FORM}, 400),
    ("POST", {"content": b"query=%zz", "headers": FORM}, 400), ("POST", {"content": "", "headers": DIRECT}, 400),
    ("POST", {"content": ARTICLES, "headers": DIRECT, "params": {"query": ARTICLES}}, 400),
    ("POST", {"data": {"query": ARTICLES}, "params": {"query": ARTICLES}}, 400),
    ("POST", {"data": {"update": "CLEAR ALL"}}, 403), ("GET", {"params": {"update": "CLEAR ALL"}}, 403),
    ("POST", {"content": "CLEAR ALL", "headers": {"content-type": "application/sparql-update"}}, 403),
    ("PUT", {"data": {"query": ARTICLES}}, 405), ("DELETE", {}, 405), ("PATCH", {}, 405), ("TRACE", {}, 405),
])
def test_requests_that_the_protocol_does_not_allow(served: Server, method: str, options: dict[str, object], status: int) -> None:
    answer = httpx.request(method, served.url + "/sparql", timeout=60, **options)  # type: ignore[arg-type]
    assert answer.status_code == status, answer.text
    assert answer.text.strip() and (status != 405 or {"GET", "POST"} <= set(answer.headers["allow"].split(", ")))


def test_mistakes_are_shown_at_their_place(served: Server) -> None:
    answer = served.ask("SELECT ?s WHERE {\n  ?s a bw:Article ;;; }}")
    assert answer.status_code == 400 and "line 2" in answer.text and "^" in answer.text


def test_head_and_options(served: Server) -> None:
    asked = httpx.head(served.url + "/sparql", params={"query": ARTICLES})
    whole = served.get("/sparql", params={"query": ARTICLES})
    assert asked.status_code == 200 and not asked.content and asked.headers["content-length"] == str(len(whole.content))
    for path in ("/", "/query", "/page/org/bawaslu-33.25", "/graph.ttl"):
        assert httpx.head(served.url + path).status_code == 200
    assert "POST" in httpx.options(served.url + "/sparql").headers["allow"]


def test_service_description(served: Server) -> None:
    answer = served.get("/sparql", headers={"accept": "text/turtle"})
    assert answer.headers["content-type"].startswith("text/turtle")
    found = parse(answer.content, format=RdfFormat.TURTLE)
    said = {(quad.predicate.value.rpartition("#")[2], getattr(quad.object, "value", "")) for quad in found}
    sd = "http://www.w3.org/ns/sparql-service-description#"
    assert {("endpoint", f"{served.url}/sparql"), ("supportedLanguage", f"{sd}SPARQL11Query")} <= said
    assert ("feature", f"{sd}UnionDefaultGraph") in said
    assert ("resultFormat", "http://www.w3.org/ns/formats/SPARQL_Results_JSON") in said
    assert {value for name, value in said if name == "name"} >= {"https://w3id.org/bawaslu-kg/id/graph/reference"}
    assert any(name == "triples" and value.isdigit() for name, value in said)
    for accept, form in (("application/ld+json", RdfFormat.JSON_LD), ("application/n-triples", RdfFormat.N_TRIPLES)):
        assert list(parse(served.get("/sparql", headers={"accept": accept}).content, format=form))
    led = served.get("/sparql", headers={"accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    assert (led.status_code, led.headers["location"]) == (303, "/query")


@pytest.mark.parametrize("path", ["/graph.ttl", "/graph.nq", "/", "/sparql?query=" + quote(ARTICLES), "/query", "/static/yasgui.min.js"])
def test_what_a_client_has_is_not_sent_again(served: Server, path: str) -> None:
    first = served.get(path)
    again = served.get(path, headers={"if-none-match": f'"other", {first.headers["etag"]}'})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
    assert served.get(path, headers={"if-none-match": '"other"'}).status_code == 200


def test_the_graph_as_files(served: Server, built: Path) -> None:
    for name, kind in (("graph.ttl", "text/turtle"), ("graph.nq", "application/n-quads")):
        answer = served.get(f"/{name}")
        assert answer.content == (built / name).read_bytes() and answer.headers["content-type"].startswith(kind)
        assert answer.headers["last-modified"]
    assert served.get("/").content == (built / "network.html").read_bytes()
    assert served.get("/healthz").text == "ok\n"


def test_a_graph_without_the_rest_of_a_build_is_served_too(built: Path, tmp_path: Path) -> None:
    alone = tmp_path / "only.ttl"
    alone.write_bytes((built / "graph.ttl").read_bytes())
    with serving(alone, "--workers", "1") as server:
        assert len(rows(server.ask(ARTICLES))) == 5
        assert server.get("/page/org/bawaslu-33.25").status_code == 200
        for path in ("/", "/articles/000-d285a43d48e08c3c"):
            assert server.get(path).status_code == 404


def test_the_start_line_tells_where_to_look(served: Server) -> None:
    line = served.said[-1]
    assert all(f"{served.url}{path} " in line for path in ("/", "/query", "/sparql"))


_WITHOUT = """
import importlib.util, sys
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, *rest: None if name == "uvicorn" else find(name, *rest)
"""


def _ended(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=60, check=False)


def test_what_cannot_be_served_is_told_in_one_line(tmp_path: Path) -> None:
    damaged = tmp_path / "graph.nq"
    damaged.write_text("<a <b> .\n")
    for place, told in ((tmp_path / "nowhere", "kg build"), (damaged, "damaged")):
        ended = _ended("-d", str(place), "--port", "0")
        assert ended.returncode == 1 and told in ended.stderr and len(ended.stderr.splitlines()) == 1, ended.stderr


def test_a_port_in_use_is_told_in_one_line(served: Server, built: Path) -> None:
    ended = _ended("-d", str(built), "--port", str(urlsplit(served.url).port))
    assert ended.returncode == 1 and "--port" in ended.stderr and len(ended.stderr.splitlines()) == 1


def test_without_its_packages_it_tells_how_to_get_them(built: Path) -> None:
    program = _WITHOUT + "from kg.cli import main\nmain(['serve', '-d', sys.argv[1]])"
    ended = subprocess.run([sys.executable, "-c", program, str(built)], capture_output=True, text=True, check=False)
    assert ended.returncode == 1 and "pip install 'bawaslu-kg[serve]'" in ended.stderr and len(ended.stderr.splitlines()) == 1


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_stops_without_leaving_anything_behind(built: Path, sign: signal.Signals) -> None:
    with serving(built, "--workers", "2") as server:
        assert rows(server.ask(ARTICLES))
        processes = server.processes()
        assert len(processes) >= 3
        os.kill(server.process.pid, sign)
        assert server.process.wait(30) == 0
        until = time.monotonic() + 20
        while time.monotonic() < until and any(_state(pid) != "Z" for pid in processes):
            time.sleep(0.1)
        assert [pid for pid in processes if _state(pid) != "Z"] == []
        with pytest.raises(OSError, match="refused"):
            server.connection()


def _state(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return "Z"


def test_it_listens_on_ipv6_loopback(built: Path) -> None:
    try:
        with socket.create_server(("::1", 0), family=socket.AF_INET6):
            pass
    except OSError:
        pytest.skip("this machine has no IPv6")
    with serving(built, "--host", "::1", "--workers", "1") as server:
        assert server.url.startswith("http://[::1]:") and rows(server.ask(ARTICLES))


def test_answers_are_json_that_names_its_variables(served: Server) -> None:
    assert json.loads(served.ask(ARTICLES).content)["head"] == {"vars": ["s"]}
