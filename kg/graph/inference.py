"""What follows from the ontology for those who know only the standard terms: schema:Event, org:Organization, dcterms:type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from kg.graph.vocabulary import term
from kg.lexicon.places import ontology_dir

_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_ABOVE = frozenset({NamedNode(f"{_RDFS}subClassOf"), NamedNode(f"{_RDFS}subPropertyOf")})


def inferred(quads: Iterable[Quad]) -> Iterator[Quad]:
    """The statements that follow from super-classes and super-properties, each in the graph of what it follows from.

    They come in the order of the quads and may come twice. What follows from domains, ranges and symmetry is left out:
    the graph states it already.
    """
    kind, above = term("rdf:type"), _above()
    for quad in quads:
        if quad.predicate == kind and isinstance(quad.object, NamedNode):
            for more in above.get(quad.object, ()):
                yield Quad(quad.subject, kind, more, quad.graph_name)
        else:
            for more in above.get(quad.predicate, ()):
                yield Quad(quad.subject, more, quad.object, quad.graph_name)


@cache
def _above() -> dict[NamedNode, tuple[NamedNode, ...]]:
    """What stands above each class and property, in bawaslu.ttl and alignments.ttl, at any distance."""
    direct: dict[NamedNode, set[NamedNode]] = {}
    for name in ("bawaslu", "alignments"):
        for triple in parse(path=str(ontology_dir() / f"{name}.ttl"), format=RdfFormat.TURTLE):
            if triple.predicate in _ABOVE and isinstance(triple.subject, NamedNode) and isinstance(triple.object, NamedNode):
                direct.setdefault(triple.subject, set()).add(triple.object)
    return {node: tuple(sorted(_all_above(node, direct), key=str)) for node in direct}


def _all_above(node: NamedNode, direct: dict[NamedNode, set[NamedNode]]) -> set[NamedNode]:
    found: set[NamedNode] = set()
    waiting = set(direct.get(node, ()))
    while waiting:
        found |= waiting
        waiting = {more for one in waiting for more in direct.get(one, ())} - found
    return found
