"""The graphs of a dataset, each with the digest by which a store is asked whether it holds it already."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat

from kg.graph.vocabulary import BASE, REFERENCE
from kg.outputs.exports.privacy import private, speaks_of
from kg.outputs.problems import QuestionError
from kg.outputs.shards import quads

_FORMATS = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG, ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES}
_REFERENCE = f"{REFERENCE.kind}/{REFERENCE.key}"


@dataclass(frozen=True, slots=True)
class Graph:
    """One named graph: its IRI, its statements as sorted lines of N-Triples, and their SHA-256."""

    name: str
    lines: tuple[bytes, ...]
    digest: str


def read(dataset: Path, union: str | None = None, everyone: bool = False) -> dict[str, Graph]:
    """The graphs of an RDF file by name; with `union`, all its statements, each once, as one graph of that name.

    People without a public role are left out with what hangs on them, unless `everyone`. Raises QuestionError for a
    damaged file, one without graphs, or a name that is no IRI.
    """
    kind = RdfFormat.N_QUADS if dataset.is_dir() else _FORMATS.get(dataset.suffix)
    if kind is None:
        raise QuestionError(f"{dataset}: not a dataset; give a folder or a file that ends in {', '.join(_FORMATS)}")
    found: defaultdict[str, set[bytes]] = defaultdict(set)
    try:
        for quad in quads(dataset, kind):
            name = union or (quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else "")
            found[name].add(f"{quad.triple} .\n".encode())
    except SyntaxError as error:
        raise QuestionError(f"{dataset}: damaged ({error.msg}); run `kg build` again") from error
    if not found or "" in found:
        raise QuestionError(f"{dataset}: statements without a named graph; give graph.nq, or load with --union IRI")
    hidden = set[bytes]() if everyone else private(lambda: chain.from_iterable(found.values()))
    kept = {name: [line for line in found[name] if not speaks_of(line, hidden)] for name in sorted(found)}
    return {name: graph(name, lines) for name, lines in kept.items()}


def graph(name: str, lines: Iterable[bytes]) -> Graph:
    """A graph from its lines in any order."""
    in_order = tuple(sorted(lines))
    return Graph(name, in_order, hashlib.sha256(b"".join(in_order)).hexdigest())


def base_of(names: Iterable[str]) -> str:
    """The IRI before `graph/reference`, which every build has; else the one that builds use of themselves."""
    found = (name.removesuffix(_REFERENCE) for name in names if name.endswith(f"/{_REFERENCE}"))
    return next(found, BASE)
