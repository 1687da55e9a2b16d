"""`kg serve` before a hostile client: each thing that it could try, and that the others are served on."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import httpx
import pytest
from server import Server, serving

from kg.asking.questions import questions
from kg.serving.pool import Pool
from kg.serving.settings import Limits, Settings

ARTICLES = "SELECT ?s WHERE { ?s a bw:Article }"
HEAVY = "SELECT (COUNT(*) AS ?n) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c != ?i && ?f != ?h) }"
PAGES = ("/", "/query", "/page/org/bawaslu-33.25", "/page/none/none", "/articles/000-d285a43d48e08c3c",
         "/sparql?query=ASK%7B%7D", "/graph.ttl")


def alive(server: Server) -> bool:
    answer = server.ask(ARTICLES)
    return answer.status_code == 200 and len(answer.json()["results"]["bindings"]) == 5


def settled(server: Server) -> set[int]:
    """The worker processes, once those that were ended are replaced."""
    for _ in range(100):
        if len(found := server.workers()) == 2:
            return set(found)
        time.sleep(0.1)
    return set(server.workers())


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer.startswith(b"HTTP/1.1 ") else 0


@contextmanager
def listener() -> Iterator[tuple[str, list[object]]]:
    """A server that should never be called: its address, and who called."""
    callers: list[object] = []
    with socket.create_server(("127.0.0.1", 0)) as trap:

        def wait() -> None:
            try:
                while True:
                    connection, caller = trap.accept()
                    callers.append(caller)
                    connection.close()
            except OSError:
                return

        threading.Thread(target=wait, daemon=True).start()
        yield f"http://127.0.0.1:{trap.getsockname()[1]}/", callers
        trap.shutdown(socket.SHUT_RDWR)


CALLS = (
    "SELECT * WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ \\u0053ERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ \\U00000053ERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ # a comment\rSERVICE <{0}> {{ ?s ?p ?o }} }}",
    "SELECT * WHERE {{ ?s ?p ?o FILTER EXISTS {{ SERVICE <{0}> {{ ?a ?b ?c }} }} }}",
    "SELECT * WHERE {{ {{ SELECT * WHERE {{ OPTIONAL {{ SERVICE <{0}> {{ ?a ?b ?c }} }} }} }} }}",
    "ASK {{ BIND(<{0}> AS ?x) SERVICE ?x {{ ?a ?b ?c }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ SERVICE SILENT <{0}> {{ ?s ?p ?o }} }}",
    "DESCRIBE ?s WHERE {{ SERVICE <{0}> {{ ?s ?p ?o }} }}",
    "LOAD <{0}>", "LOAD SILENT <{0}> INTO GRAPH <urn:x>", "\\u004cOAD <{0}>",
)  # fmt: skip


@pytest.mark.parametrize("query", CALLS)
def test_other_servers_are_never_called(served: Server, query: str) -> None:
    with listener() as (url, callers):
        for answer in (served.ask(query.format(url)), served.get("/sparql", params={"query": query.format(url)})):
            assert answer.status_code in (400, 403), answer.text
        assert not callers
    assert alive(served)


def test_a_graph_of_the_request_is_not_fetched(served: Server) -> None:
    with listener() as (url, callers):
        answer = served.get("/sparql", params={"query": ARTICLES, "default-graph-uri": url, "named-graph-uri": url})
        assert answer.json()["results"]["bindings"] == [] and not callers
        assert served.ask(f"SELECT * FROM <{url}> WHERE {{ ?s ?p ?o }}").json()["results"]["bindings"] == [] and not callers


_OFFLINE = """
import sys
from pyoxigraph import Store
from kg.serving.confinement import offline
query = 'SELECT * WHERE { SERVICE <' + sys.argv[1] + '> { ?s ?p ?o } }'
def call():
    try:
        list(Store().query(query))
    except OSError:
        pass
if sys.argv[2] == "offline":
    with offline():
        call()
else:
    call()
"""


@pytest.mark.parametrize(("how", "called"), [("offline", False), ("online", True)])
def test_a_call_that_slipped_through_could_open_no_socket(how: str, called: bool) -> None:
    with listener() as (url, callers):
        subprocess.run([sys.executable, "-c", _OFFLINE, url, how], check=True, timeout=60)
        assert bool(callers) is called


@pytest.mark.parametrize("update", [
    "INSERT DATA { <urn:a> <urn:b> <urn:c> }", "DELETE WHERE { ?s ?p ?o }", "CLEAR ALL", "DROP GRAPH <urn:x>", "CREATE GRAPH <urn:x>",
    "\\u0049NSERT DATA { <urn:a> <urn:b> <urn:c> }", "PREFIX a: <urn:a#> # x\rDELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
    "COPY <urn:a> TO <urn:b>", "MOVE <urn:a> TO <urn:b>", "ADD <urn:a> TO <urn:b>",
    "WITH <urn:a> DELETE { ?s ?p ?o } WHERE { ?s ?p ?o }",
])
def test_updates_are_refused_in_every_way_of_sending_them(served: Server, update: str) -> None:
    before = served.get("/graph.nq").content
    sent: list[dict[str, object]] = [{"params": {name: update}} for name in ("query", "update")]
    sent += [{"data": {name: update}} for name in ("query", "update")]
    sent += [{"content": update, "headers": {"content-type": f"application/sparql-{kind}"}} for kind in ("update", "query")]
    for one in sent:
        answer = (served.get if "params" in one else served.post)("/sparql", **one)
        assert answer.status_code in (400, 403), answer.text
    assert alive(served) and served.get("/graph.nq").content == before


def head(path: str = "/healthz", **headers: str) -> bytes:
    lines = [f"GET {path} HTTP/1.1", *(f"{name}: {value}" for name, value in headers.items()), "Connection: close"]
    return "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:8765", "127.0.0.1.evil.example", "localhost.evil.example", "127.0.0.1@evil.example",
    "evil.example, localhost",
    "[::1].evil.example", "localhost:80:80", "", "http://localhost", "0.0.0.0", "xn--localhost-abc",
])
def test_a_foreign_host_name_is_not_answered(served: Server, host: str) -> None:
    for path in ("/sparql?query=" + quote(ARTICLES), "/", "/healthz"):
        answer = served.raw(head(path, Host=host))
        assert status(answer) in (400, 421) and b"article/" not in answer


def test_the_own_names_are_answered(served: Server, built: Path) -> None:
    port = urlsplit(served.url).port
    for host in ("localhost", f"localhost:{port}", "127.0.0.1", f"127.0.0.1:{port}", "[::1]", "LOCALHOST", "localhost."):
        assert status(served.raw(head(Host=host))) == 200, host
    assert status(served.raw(b"GET /healthz HTTP/1.1\r\nConnection: close\r\n\r\n")) == 400
    assert status(served.raw(b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\n\r\n")) == 400
    with serving(built, "--allowed-host", "kg.example", "--workers", "1") as server:
        assert status(server.raw(head(Host="kg.example:443"))) == 200
        assert status(server.raw(head(Host="other.example"))) == 421


def test_pages_of_other_sites_may_not_ask(served: Server) -> None:
    query = {"query": ARTICLES}
    foreign = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "no-cors"}
    for headers in ({"origin": "https://evil.example"}, {"origin": "null"}, foreign):
        for answer in (served.get("/sparql", params=query, headers=headers), served.post("/sparql", data=query, headers=headers)):
            assert answer.status_code == 403
            assert not [name for name in answer.headers if name.startswith("access-control")]
    led = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    for headers in ({"origin": served.url}, led, {"sec-fetch-site": "same-origin"}):
        answer = served.get("/sparql", params=query, headers=headers)
        assert answer.status_code == 200 and not [name for name in answer.headers if name.startswith("access-control")]


def test_cors_is_there_when_it_is_asked_for(built: Path) -> None:
    asking = {"origin": "https://good.example"}
    with serving(built, "--cors", "https://good.example", "--workers", "1") as server:
        answer = server.post("/sparql", data={"query": ARTICLES}, headers=asking)
        assert answer.headers["access-control-allow-origin"] == "https://good.example"
        assert "x-kg-truncated" in answer.headers["access-control-expose-headers"].lower()
        preflight = {**asking, "access-control-request-method": "POST", "access-control-request-headers": "content-type"}
        assert httpx.options(server.url + "/sparql", headers=preflight).status_code == 200
        assert server.get("/sparql", params={"query": ARTICLES}, headers={"origin": "https://evil.example"}).status_code == 403
    with serving(built, "--cors", "*", "--workers", "1") as server:
        assert server.post("/sparql", data={"query": ARTICLES}, headers=asking).headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_keeps_to_itself(served: Server, path: str) -> None:
    answer = served.get(path)
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe-eval" not in policy
    scripts = re.search(r"script-src ([^;]*)", policy)
    assert "unsafe-inline" not in (scripts[1] if scripts else "")
    assert (answer.headers["x-content-type-options"], answer.headers["referrer-policy"]) == ("nosniff", "no-referrer")
    assert answer.headers["cross-origin-resource-policy"] == "same-origin"
    assert not re.search(r"\son\w+=|javascript:", answer.text[:20000]) or path == "/"


SECRET = b"[build-system]"


@pytest.mark.parametrize("path", [
    "/static/../../../pyproject.toml", "/static/..%2f..%2f..%2fpyproject.toml", "/static/%2e%2e/%2e%2e/%2e%2e/pyproject.toml",
    "/static//etc/passwd", "/static/....//....//pyproject.toml", "/static/..\\..\\pyproject.toml", "/articles/../../../../etc/passwd",
    "/articles/..%2f..%2f..%2f..%2fetc%2fpasswd", "/articles/%00", "/graph.ttl/../../pyproject.toml", "/graph.ttl%00.png",
    "/page/../../etc/passwd", "/page//", "/page/", "/id/",
    "/page/..%2f..%2fetc/passwd", "/data/..%2f..%2fpyproject.toml", "/id/%2e%2e/%2e%2e", "//etc/passwd",
    "/network.html", "/articles.jsonl", "/report.json",
    "/page/org/%ff%fe", "/page/org/%00", "/page/org/%3Cscript%3E", "/id/org/%0d%0aSet-Cookie:%20a=b",
    "http://evil.example/healthz", "*",
])
def test_no_path_leads_to_other_files(served: Server, path: str) -> None:
    answer = served.raw(head(path, Host="localhost"))
    body = answer.partition(b"\r\n\r\n")[2]
    assert status(answer) in (400, 404, 405), answer[:300]
    assert SECRET not in body and b"root:" not in body and b"<script>" not in body and b"\r\nset-cookie" not in answer.lower()


@pytest.mark.parametrize("sent", [
    b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    b"GET /\xff HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET / HTTP/1.1\r\nHost: localhost\r\nbad header\r\n\r\n",
    b"GET /sparql?query=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"GET /sparql?query=%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"GET /sparql?query=SELECT%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"GET /sparql?query=%EF%BB%BF HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"GET /sparql?query=ASK{}&default-graph-uri=%00 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX: " + b"a" * 200_000 + b"\r\n\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n" + b"".join(b"X-%d: y\r\n" % n for n in range(20_000)) + b"\r\n",
    b"GET /healthz?" + b"a=b&" * 50_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n",
    b"GET /sparql?" + b"a=b&" * 5_000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello",
    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nX: \xff\r\n\r\n",
])
def test_what_is_no_request_is_refused_and_the_server_goes_on(served: Server, sent: bytes) -> None:
    answer = served.raw(sent)
    assert status(answer) in (0, 400, 413, 414, 431) or b"Upgrade" in sent
    assert alive(served) and "Traceback" not in "".join(served.said)


def test_a_request_of_many_bytes_is_refused(served: Server) -> None:
    form = {"content-type": "application/x-www-form-urlencoded"}
    assert served.post("/sparql", content=b"query=" + b"a" * 3_000_000, headers=form).status_code == 413
    assert served.post("/sparql", content=iter([b"query="] + [b"a" * 100_000] * 30), headers=form).status_code == 413
    assert served.ask("SELECT * WHERE { ?s ?p '" + "a" * 200_000 + "' }").status_code == 413
    assert alive(served)


@pytest.mark.slow
def test_a_client_that_never_ends_its_request_is_let_go(served: Server) -> None:
    partial = (
        b"", b"G", b"GET /healthz HTTP/1.1\r\nHost: local",
        b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/sparql-query\r\nContent-Length: 1000\r\n\r\nSEL",
        b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\nGET /healthz HT",
    )

    def held(sent: bytes) -> bool:
        with served.connection() as connection:
            connection.settimeout(60)
            connection.sendall(sent)
            try:
                while connection.recv(65536):
                    pass
            except ConnectionResetError:
                pass
            except TimeoutError:
                return True
        return False

    with ThreadPoolExecutor(len(partial)) as many:
        assert not any(many.map(held, partial))


@pytest.mark.slow
def test_a_client_that_never_reads_is_let_go(served: Server) -> None:
    query = f"SELECT ?s ('{'a' * 20_000}' AS ?x) WHERE {{ ?s ?p ?o }} LIMIT 2000"
    body = "query=" + quote(query)
    lines = ("POST /sparql HTTP/1.1", "Host: localhost", "Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}")
    with served.connection() as connection:
        connection.sendall(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
        found = b""
        for _ in range(90):
            time.sleep(1)
            found = Path(f"/proc/{served.process.pid}/net/tcp").read_bytes()
            if _established(found, connection) == 0:
                break
        assert _established(found, connection) == 0
    assert alive(served)


def _established(table: bytes, connection: socket.socket) -> int:
    """How many ends of the connection at the server's side are open still."""
    ours, theirs = (f"{name[1]:04X}" for name in (connection.getsockname(), connection.getpeername()))
    rows = [line.split() for line in table.decode().splitlines()[1:]]
    return sum(row[1].endswith(f":{theirs}") and row[2].endswith(f":{ours}") and row[3] == "01" for row in rows)


NESTED = {
    "brackets": "SELECT * WHERE { FILTER(" + "(" * 40_000 + "1" + ")" * 40_000 + ") }",
    "groups": "SELECT * WHERE " + "{" * 40_000 + "}" * 40_000,
    "unclosed": "SELECT * WHERE { FILTER(" + "(" * 40_000,
    "not": "SELECT * WHERE { FILTER(" + "!" * 90_000 + "true) }",
    "optional": "SELECT * WHERE { " + "OPTIONAL { " * 7_000 + "} " * 7_000 + "}",
    "paths": "SELECT * WHERE { ?s " + "(" * 30_000 + "<urn:p>" + ")" * 30_000 + " ?o }",
    "lists": "SELECT * WHERE { ?s ?p " + "(" * 40_000 + ")" * 40_000 + " }",
    "blank": "SELECT * WHERE { ?s ?p " + "[ ?p " * 9_000 + "1" + " ]" * 9_000 + " }",
    "few": "SELECT * WHERE { FILTER(" + "(" * 60 + "1" + ")" * 60 + ") }",
    "union": "SELECT * WHERE { " + " UNION ".join(["{ ?s ?p ?o }"] * 5_000) + " } LIMIT 1",
    "and": "SELECT * WHERE { FILTER(" + " && ".join(["true"] * 9_000) + ") }",
}


@pytest.fixture(scope="module")
def hurried(built: Path) -> Iterator[Server]:
    with serving(built, "--workers", "2", "--timeout", "2", "--memory", "300") as server:
        yield server


@pytest.mark.parametrize("kind", NESTED)
def test_a_query_nested_without_end_harms_nobody(hurried: Server, kind: str) -> None:
    with ThreadPoolExecutor(1) as beside:
        hostile = beside.submit(hurried.ask, NESTED[kind])
        assert alive(hurried)
        answer = hostile.result()
    assert answer.status_code in (200, 400, 500, 504) and answer.headers["content-type"]
    assert alive(hurried) and "Traceback" not in "".join(hurried.said)


def test_a_query_that_takes_too_long_is_ended_and_the_others_go_on(hurried: Server) -> None:
    before = set(hurried.workers())
    with ThreadPoolExecutor(1) as beside:
        slow = beside.submit(hurried.ask, HEAVY)
        answered = 0
        while not slow.done():
            assert alive(hurried)
            assert hurried.ask(f"{ARTICLES} LIMIT {5 + answered}").status_code == 200
            answered += 1
        assert slow.result().status_code == 504 and "2 seconds" in slow.result().text
    assert answered > 1
    after = settled(hurried)
    assert len(after) == 2 and after != before


@pytest.mark.parametrize("query", [
    "SELECT * WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?d ?i",
    "SELECT (GROUP_CONCAT(?x) AS ?y) WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i BIND(CONCAT(STR(?a), STR(?f), STR(?i)) AS ?x) }",
    "CONSTRUCT { ?a ?e ?i } WHERE { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    'SELECT (REPLACE("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "(a*)*(a*)*(a*)*b", "") AS ?x) WHERE {}',
])
def test_a_query_that_eats_memory_or_time_is_ended(hurried: Server, query: str) -> None:
    answer = hurried.ask(query, "*/*")
    assert answer.status_code in (200, 413, 500, 504), answer.text[:300]
    assert alive(hurried)


def test_a_worker_that_is_killed_disturbs_nobody(built: Path) -> None:
    with serving(built, "--workers", "2") as server:
        ended = threading.Event()

        def asking(number: int) -> list[int]:
            found = []
            while not ended.is_set() or len(found) < 5:
                found.append(server.ask(f"{ARTICLES} LIMIT {5 + number * 100_000 + len(found)}").status_code)
            return found

        with ThreadPoolExecutor(6) as many:
            asked = [many.submit(asking, number) for number in range(6)]
            for _ in range(3):
                time.sleep(0.3)
                for pid in server.workers():
                    os.kill(pid, signal.SIGKILL)
            time.sleep(1)
            ended.set()
            codes = [code for one in asked for code in one.result()]
        assert len(codes) >= 30 and set(codes) == {200}
        assert len(settled(server)) == 2


def test_many_clients_at_once_are_all_answered(served: Server) -> None:
    texts = [question.text for question in questions()]

    def asking(number: int) -> list[int]:
        with httpx.Client(timeout=120) as client:
            asked = (f"{texts[(number + step) % len(texts)]}\n# {number % 7}" for step in range(4))
            return [client.post(f"{served.url}/sparql", data={"query": text}).status_code for text in asked]

    with ThreadPoolExecutor(50) as many:
        codes = [code for found in many.map(asking, range(50)) for code in found]
    assert len(codes) == 200 and set(codes) == {200}


def test_more_than_can_wait_are_sent_away_in_words(built: Path) -> None:
    async def crowded(pool: Pool) -> list[tuple[int, dict[str, str]]]:
        orders = [{"do": "query", "text": f"{ARTICLES} LIMIT {number}", "accept": ""} for number in range(10)]
        return [(reply.status, dict(reply.headers)) for reply in await asyncio.gather(*map(pool.answer, orders))]

    pool = Pool(Settings(built, workers=1, most_waiting=3, limits=Limits(timeout=20)))
    try:
        pool.start()
        # In a thread: the browser of other tests keeps an event loop of its own in this one.
        with ThreadPoolExecutor(1) as beside:
            found = beside.submit(asyncio.run, crowded(pool)).result()
    finally:
        pool.close()
    assert [code for code, _ in found].count(200) == 4
    assert all(headers.get("retry-after") for code, headers in found if code == 503)


def test_it_listens_to_this_machine_alone_unless_told(served: Server, built: Path) -> None:
    assert urlsplit(served.url).hostname == "127.0.0.1" and "warning" not in "".join(served.said)
    with serving(built, "--host", "0.0.0.0", "--workers", "1") as server:
        assert "other machines" in server.said[0]
        assert alive(server) and status(server.raw(head(Host="evil.example"))) == 421
