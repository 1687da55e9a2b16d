"""Real servers on loopback for the tests and the benchmarks: Oxigraph, Virtuoso, and a proxy that can be unwell."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import requests

from kg.asking.answers import Rows
from kg.asking.sources import Endpoint

_START = 60
_VIRTUOSO = """
[Database]
DatabaseFile = virtuoso.db
ErrorLogFile = virtuoso.log
LockFile = virtuoso.lck
TransactionFile = virtuoso.trx
xa_persistent_file = virtuoso.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = virtuoso-temp.db
TransactionFile = virtuoso-temp.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
DisableUnixSocket = 1
DirsAllowed = {allowed}
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
MaxClientConnections = 10
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = .
ServerThreads = 10
MaxClientConnections = 10
[SPARQL]
ResultSetMaxRows = 10000
"""


@dataclass(frozen=True, slots=True)
class Server:
    """A running store: its addresses, how one signs in, and (Virtuoso) the port of its SQL."""

    name: str
    version: str
    graph_store: str
    update: str
    query: str
    user: tuple[str, str] | None = None
    sql: int = 0

    @property
    def signed(self) -> list[str]:
        """The options by which `kg load` signs in; the password stands in KG_PASSWORD."""
        return ["--user", self.user[0]] if self.user else []

    def rows(self, query: str) -> Rows:
        """The answer to a SELECT, put to the union of all graphs where it names none."""
        address = f"{self.query}?union-default-graph=true" if self.name == "Oxigraph" else self.query
        answer = Endpoint(address).ask(query)
        assert isinstance(answer, Rows)
        return answer

    def counts(self) -> dict[str, int]:
        """How many statements each graph of ours holds."""
        found = self.rows("SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g")
        pairs = ((graph.value, int(count.value)) for graph, count in found.rows)  # type: ignore[union-attr]
        return {graph: count for graph, count in pairs if "openlink" not in graph and "w3.org" not in graph}


def program(name: str) -> str:
    """The path of a program; without it the test is skipped, but in CI it fails."""
    beside = Path(sys.executable).parent / name
    path = str(beside) if beside.exists() else shutil.which(name)
    if path is None and not os.environ.get("CI"):
        pytest.skip(f"{name} is not installed")
    assert path, f"{name} is not installed; .ci/run should have done it"
    return path


def free_port() -> int:
    """A port of loopback that nobody listens to."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server]:
    """An Oxigraph server over a database in the folder (which may hold one)."""
    port = free_port()
    command = [program("oxigraph"), "serve", "-l", str(folder / "oxigraph"), "-b", f"127.0.0.1:{port}"]
    version = subprocess.run([command[0], "--version"], capture_output=True, text=True, check=True).stdout.split()[-1]
    base = f"http://127.0.0.1:{port}"
    with _running(command, folder, f"{base}/query?query=ASK%7B%7D"):
        yield Server("Oxigraph", version, f"{base}/store", f"{base}/update", f"{base}/query")


@contextmanager
def virtuoso(folder: Path, *allowed: Path) -> Iterator[Server]:
    """A Virtuoso server with a database of its own in the folder; it may read files in the `allowed` folders."""
    http, sql = free_port(), free_port()
    (folder / "kg.ini").write_text(_VIRTUOSO.format(http=http, sql=sql, allowed=", ".join(map(str, (folder, *allowed)))))
    base = f"http://127.0.0.1:{http}"
    said = subprocess.run([program("virtuoso-t"), "-?"], capture_output=True, text=True, check=False)
    version = (said.stdout + said.stderr).split("Version ")[1].split("-")[0]
    with _running([program("virtuoso-t"), "-f", "+configfile", "kg.ini"], folder, f"{base}/sparql?query=ASK%7B%7D"):
        yield Server("Virtuoso", version, f"{base}/sparql-graph-crud-auth", f"{base}/sparql-auth", f"{base}/sparql",
                     ("dba", "dba"), sql)  # fmt: skip


def isql(server: Server, command: str) -> str:
    """What Virtuoso's own client prints when it runs a command."""
    line = [program("isql-vt"), f"127.0.0.1:{server.sql}", "dba", "dba", f"exec={command}"]
    done = subprocess.run(line, capture_output=True, text=True, check=True, timeout=_START)
    assert "Error" not in done.stdout + done.stderr, done.stdout + done.stderr
    return done.stdout


@contextmanager
def _running(command: list[str], folder: Path, alive: str) -> Iterator[None]:
    with (folder / "server.out").open("wb") as out:
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=subprocess.STDOUT)
    try:
        _wait(process, alive, folder / "server.out")
        yield
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(process: subprocess.Popen[bytes], alive: str, out: Path) -> None:
    until = time.monotonic() + _START
    while time.monotonic() < until and process.poll() is None:
        with suppress(requests.RequestException):
            if requests.get(alive, timeout=5).ok:
                return
        time.sleep(0.05)
    raise AssertionError(f"{process.args} did not start: {out.read_text(errors='replace')[-1000:]}")


@dataclass
class Proxy:
    """What passes between a load and a server: `seen` are the requests (method, path and query) that got through.

    With `wants`, requests without this Authorization are answered with 401, which asks for Basic. The next `busy`
    requests are answered with 503. After `stop_after` PUTs, `stopped` is set and nothing more gets
    through.
    """

    server: str
    url: str = ""
    wants: str = ""
    busy: int = 0
    stop_after: int | None = None
    seen: list[tuple[str, str]] = field(default_factory=list)
    refused: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)

    def at(self, address: str) -> str:
        """The same address behind the proxy."""
        return self.url + address.removeprefix(self.server)

    def sent(self, method: str) -> list[str]:
        """The requests of a method."""
        return [path for one, path in self.seen if one == method]


@contextmanager
def proxy(server: str) -> Iterator[Proxy]:
    """A server on loopback that hands requests on to the one of that address."""
    target = urlsplit(server)
    state = Proxy(f"{target.scheme}://{target.netloc}")

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def hand_on(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            if state.stop_after is not None and len(state.sent("PUT")) >= state.stop_after:
                state.stopped.set()
                time.sleep(_START)
            elif state.wants and self.headers["Authorization"] != state.wants:
                self.answer(401, "text/plain", b"who are you?", {"WWW-Authenticate": 'Basic realm="test"'})
            elif state.busy:
                state.busy -= 1
                state.refused += 1
                self.answer(503, "text/plain", b"busy")
            else:
                there = HTTPConnection(target.hostname or "", target.port, timeout=_START)
                there.request(self.command, self.path, body, {**self.headers, "Host": target.netloc})
                answer = there.getresponse()
                content = answer.read()
                state.seen.append((self.command, self.path))
                asked = {name: answer.headers[name] for name in ("WWW-Authenticate",) if name in answer.headers}
                self.answer(answer.status, answer.headers.get("Content-Type", "text/plain"), content, asked)

        do_GET = do_POST = do_PUT = do_DELETE = hand_on

        def answer(self, status: int, kind: str, content: bytes, more: dict[str, str] | None = None) -> None:
            self.send_response(status)
            for name, value in (more or {}).items():
                self.send_header(name, value)
            if status != 204:
                self.send_header("Content-Type", kind)
                self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    listener = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    listener.daemon_threads = True
    state.url = f"http://127.0.0.1:{listener.server_address[1]}"
    threading.Thread(target=listener.serve_forever, daemon=True).start()
    try:
        yield state
    finally:
        listener.shutdown()
        listener.server_close()
