"""A triple store behind its addresses: asked by SPARQL, written to by Graph Store Protocol or by SPARQL Update."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol
from urllib.parse import urlsplit

from kg.loading import journal
from kg.loading.parting import parts
from kg.loading.wire import ASKING, Wire
from kg.outputs.problems import QuestionError

# A page of rows; a store may hand out fewer (Virtuoso cuts at ResultSetMaxRows, 10,000, without a word).
_PAGE = 5000
_GRAPHS = 200
# The Graph Store address of a store, by how it ends, and what stands there in the address for questions.
_QUERY = (
    ("/store", "/query"), ("/data", "/query"), ("/get", "/query"), ("/update", "/query"), ("/rdf-graphs/service", ""),
    ("/statements", ""), ("/sparql-graph-crud-auth", "/sparql"), ("/sparql-graph-crud", "/sparql"),
    ("/sparql/gsp", "/sparql"),
)  # fmt: skip


def query_address(url: str) -> str:
    """Where a store that is written to at `url` is asked: by the habits of known stores, else the same address."""
    address = urlsplit(url)
    path = address.path.rstrip("/")
    for end, instead in _QUERY:
        if path.endswith(end):
            return address._replace(path=path.removesuffix(end) + instead, query="").geturl()
    return url


class Writer(Protocol):
    """Replaces, adds to and removes one graph. Lines are N-Triples; QuestionError when the store refuses."""

    def put(self, graph: str, lines: Sequence[bytes]) -> None: ...

    def add(self, graph: str, lines: Sequence[bytes]) -> None: ...

    def drop(self, graph: str) -> None: ...


@dataclass(frozen=True, slots=True)
class GraphStore:
    """SPARQL 1.1 Graph Store Protocol: PUT, POST, DELETE at `url?graph=`. A very large graph comes in parts."""

    wire: Wire
    url: str
    most: int = 50_000

    def put(self, graph: str, lines: Sequence[bytes]) -> None:
        self._send("PUT", graph, lines[: self.most])
        self.add(graph, lines[self.most :])

    def add(self, graph: str, lines: Sequence[bytes]) -> None:
        for part in parts(lines, self.most):
            self._send("POST", graph, part)

    def drop(self, graph: str) -> None:
        self.wire.send("DELETE", self.url, params={"graph": graph}, missing=True)

    def _send(self, method: str, graph: str, lines: Sequence[bytes]) -> None:
        kind = {"Content-Type": "application/n-triples"}
        self.wire.send(method, self.url, params={"graph": graph}, data=b"".join(lines), headers=kind)


@dataclass(frozen=True, slots=True)
class Update:
    """SPARQL 1.1 Update: a graph is dropped and written in one request, as far as it fits (Virtuoso: 4,990 lines)."""

    wire: Wire
    url: str
    most: int = 2000

    def put(self, graph: str, lines: Sequence[bytes]) -> None:
        self._send(f"DROP SILENT GRAPH <{graph}> ;\n{_insert(graph, lines[: self.most])}")
        self.add(graph, lines[self.most :])

    def add(self, graph: str, lines: Sequence[bytes]) -> None:
        for part in parts(lines, self.most):
            self._send(_insert(graph, part))

    def drop(self, graph: str) -> None:
        self._send(f"DROP SILENT GRAPH <{graph}>")

    def _send(self, update: str) -> None:
        self.wire.send("POST", self.url, data={"update": update})


def _insert(graph: str, lines: Sequence[bytes]) -> str:
    return f"INSERT DATA {{ GRAPH <{graph}> {{\n{b''.join(lines).decode()}}} }}"


@dataclass(frozen=True, slots=True)
class Asked:
    """A store's SPARQL endpoint."""

    wire: Wire
    url: str

    def journal(self, name: str) -> journal.Journal:
        """What the store says it holds. QuestionError if it cannot be asked."""
        entries: dict[str, str] = {}
        after = ""
        # Until a page is empty: one that is merely short may have been cut by the store.
        while page := [(row["g"], row["all"]) for row in self._rows(journal.question(name, after, _PAGE))]:
            entries.update(page)
            after = page[-1][0]
        return journal.understood(entries)

    def counts(self, names: Sequence[str]) -> dict[str, int]:
        """How many statements each of these graphs holds."""
        found: dict[str, int] = dict.fromkeys(names, 0)
        for part in parts(names, _GRAPHS):
            among = " ".join(f"<{name}>" for name in part)
            asked = f"SELECT ?g (COUNT(*) AS ?n) WHERE {{ VALUES ?g {{ {among} }} GRAPH ?g {{ ?s ?p ?o }} }} GROUP BY ?g"
            found.update((row["g"], int(row["n"])) for row in self._rows(asked))
        return found

    def _rows(self, asked: str) -> list[dict[str, str]]:
        accept = {"Accept": "application/sparql-results+json"}
        answer = self.wire.send("POST", self.url, ASKING, data={"query": asked}, headers=accept)
        try:
            rows = answer.json()["results"]["bindings"]
            # Some stores answer a count over nothing with one row that has no graph.
            return [{name: cell["value"] for name, cell in row.items()} for row in rows if "g" in row]
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise QuestionError(f"{self.url}: its answer is no SPARQL result; {ASKING}") from error
