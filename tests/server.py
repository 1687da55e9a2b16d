"""A `kg serve` of its own process, for tests that need one."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx

COMMAND = (sys.executable, "-m", "kg.cli", "serve")


@dataclass(frozen=True)
class Server:
    """A running server: its address, its process, and what it has written so far."""

    url: str
    process: subprocess.Popen[str]
    said: list[str]

    def get(self, path: str, **options: object) -> httpx.Response:
        return httpx.get(self.url + path, timeout=60, **options)  # type: ignore[arg-type]

    def post(self, path: str, **options: object) -> httpx.Response:
        return httpx.post(self.url + path, timeout=60, **options)  # type: ignore[arg-type]

    def ask(self, query: str, accept: str = "application/sparql-results+json") -> httpx.Response:
        return self.post("/sparql", data={"query": query}, headers={"accept": accept})

    def raw(self, sent: bytes, seconds: float = 30) -> bytes:
        """What comes back for bytes put on a socket, until the server closes it or is silent for so long."""
        with self.connection() as connection:
            connection.settimeout(seconds)
            connection.sendall(sent)
            parts = []
            try:
                while part := connection.recv(65536):
                    parts.append(part)
            except (TimeoutError, ConnectionResetError):
                pass
            return b"".join(parts)

    def connection(self) -> socket.socket:
        """A bare connection."""
        where = urlsplit(self.url)
        return socket.create_connection((where.hostname, where.port))

    def processes(self) -> list[int]:
        """The server's process and all that descend from it."""
        return [self.process.pid, *_below(self.process.pid)]

    def workers(self) -> list[int]:
        """The processes that answer queries: the children of the process that was forked from."""
        return [pid for parent in _below(self.process.pid, deep=False) for pid in _below(parent)]


@contextmanager
def serving(place: Path, *options: str) -> Iterator[Server]:
    """`kg serve` over a folder, at a free port; ended as Ctrl-C would."""
    command = [*COMMAND, "-d", str(place), "--port", "0", *options]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                          start_new_session=True) as process:  # fmt: skip
        said: list[str] = []
        try:
            yield Server(_address(process, said), process, said)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGINT)
            try:
                process.wait(30)
            finally:
                process.kill()


def _address(process: subprocess.Popen[str], said: list[str]) -> str:
    assert process.stderr
    for line in process.stderr:
        said.append(line)
        found = re.match(r"(http://\S+)/ \(network\)", line)
        if found:
            threading.Thread(target=said.extend, args=(process.stderr,), daemon=True).start()
            return found[1]
    raise AssertionError("".join(said))


def _below(pid: int, deep: bool = True) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(entry.read_text().rpartition(")")[2].split()[1])
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == pid:
            child = int(entry.parent.name)
            found += [child, *(_below(child) if deep else [])]
    return found
