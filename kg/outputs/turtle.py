"""graph.ttl: the union of all graphs as Turtle, subject by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kg.graph.vocabulary import PREFIXES, term


def turtle(quads: Iterable[Quad]) -> bytes:
    """The statements of the quads, each once, whatever graph holds them; classes first in every subject."""
    triples = {quad.triple for quad in quads}
    written = serialize(sorted(triples, key=_place), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    return b"\n".join(_laid_out(written.splitlines())) + b"\n"


def _laid_out(lines: list[bytes]) -> Iterator[bytes]:
    """The engine writes prefixes in any order; here they are sorted, and an empty line parts the subjects."""
    head = [line for line in lines if line.startswith(b"@prefix ")]
    yield from sorted(head)
    for line in lines[len(head) :]:
        yield line if line.startswith(b"\t") else b"\n" + line


def _place(triple: Triple) -> tuple[str, bool, str, str]:
    kind: NamedNode = term("rdf:type")
    return str(triple.subject), triple.predicate != kind, str(triple.predicate), str(triple.object)
