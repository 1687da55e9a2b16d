"""graph.ttl: the union of all graphs as Turtle, subject by subject."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kg.graph.vocabulary import PREFIXES, term


def turtle(quads: Iterable[Quad]) -> bytes:
    """The statements of the quads, each once, whatever graph holds them; classes first in every subject."""
    triples = {quad.triple for quad in quads}
    return serialize(sorted(triples, key=_place), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def _place(triple: Triple) -> tuple[str, bool, str, str]:
    kind: NamedNode = term("rdf:type")
    return str(triple.subject), triple.predicate != kind, str(triple.predicate), str(triple.object)
