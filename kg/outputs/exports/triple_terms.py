"""Claims with RDF 1.2 triple terms: `claim rdf:reifies <<( s p o )>>` in place of rdf:subject, rdf:predicate, rdf:object.

The claim's IRI, rule, confidence and passages stay: the claim is the reifier (RDF 1.2 Concepts, section on triple terms).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pyoxigraph import NamedNode, Quad, Triple

from kg.graph.vocabulary import term

_SUBJECT, _PREDICATE, _OBJECT = term("rdf:subject"), term("rdf:predicate"), term("rdf:object")


def with_triple_terms(quads: Iterable[Quad]) -> list[Quad]:
    """The statements of one subject; where they make a claim, its three parts become one triple term."""
    kept: list[Quad] = []
    parts: dict[Any, dict[NamedNode, Any]] = {}
    for quad in quads:
        if quad.predicate in (_SUBJECT, _PREDICATE, _OBJECT):
            parts.setdefault(quad.graph_name, {})[quad.predicate] = quad.object
            subject = quad.subject
        else:
            kept.append(quad)
    for graph, part in parts.items():
        stated = Triple(part[_SUBJECT], part[_PREDICATE], part[_OBJECT])
        kept.append(Quad(subject, term("rdf:reifies"), stated, graph))
    return kept
