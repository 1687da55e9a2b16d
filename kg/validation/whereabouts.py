"""In which articles a node of the graph stands: by its named graph, and where graphs are gone, by its passages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import NamedNode, Store

from kg.graph.vocabulary import term

# How to come from a thing to its articles where a file holds no named graphs, nearest first: (property, backwards).
_STEPS = (
    ("oa:hasSource", False), ("schema:isPartOf", False), ("bw:evidence", False), ("bw:reports", True),
    ("oa:hasSelector", True), ("rdf:subject", True), ("bw:mentions", True), ("rdf:object", True), ("org:member", True),
    ("bw:contact", False),
)  # fmt: skip
_FAR = 4


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """An article: its identifier as its record gives it, and its IRI."""

    id: str
    iri: str


def place_of(store: Store, iri: str) -> tuple[Place, ...]:
    """The articles in which the thing of that IRI stands, sorted; none for what only reference data speak of."""
    try:
        node = NamedNode(iri)
    except ValueError:
        return ()
    graphs = {quad.graph_name for quad in store.quads_for_pattern(node, None, None, None)}
    found = {graph for graph in graphs if isinstance(graph, NamedNode) and _is_article(store, graph)}
    return tuple(sorted(_place(store, article) for article in found or _walked(store, node)))


def _walked(store: Store, start: NamedNode) -> set[NamedNode]:
    seen, here = {start}, {start}
    for _ in range(_FAR):
        articles = {node for node in here if _is_article(store, node)}
        if articles:
            return articles
        here = {near for node in here for near in _nearest(store, node)} - seen
        seen |= here
    return set()


def _nearest(store: Store, node: NamedNode) -> set[NamedNode]:
    for name, backwards in _STEPS:
        near = set(_through(store, node, name, backwards))
        if near:
            return near
    return set()


def _through(store: Store, node: NamedNode, name: str, backwards: bool) -> Iterator[NamedNode]:
    subject, value = (None, node) if backwards else (node, None)
    for quad in store.quads_for_pattern(subject, term(name), value, None):
        end = quad.subject if backwards else quad.object
        if isinstance(end, NamedNode):
            yield end


def _is_article(store: Store, node: NamedNode) -> bool:
    return any(store.quads_for_pattern(node, term("rdf:type"), term("bw:Article"), None))


def _place(store: Store, article: NamedNode) -> Place:
    names = sorted(
        quad.object.value  # type: ignore[union-attr]
        for quad in store.quads_for_pattern(article, term("dcterms:identifier"), None, None)
    )
    return Place(names[0] if names else article.value, article.value)
