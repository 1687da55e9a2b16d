"""The service description (SPARQL 1.1 Service Description): what this endpoint holds and offers, for programs."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import DefaultGraph, Literal, NamedNode, Store, Triple

from kg.graph.vocabulary import PREFIXES, typed
from kg.serving import formats
from kg.serving.held import Held
from kg.serving.putting import chosen
from kg.serving.replies import Order, Reply, plain
from kg.serving.results import statements
from kg.serving.settings import Limits

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = NamedNode(f"{PREFIXES['rdf']}type")
_MOST_LISTED = 1000


def service(data: Held, limits: Limits, order: Order) -> Reply:
    """The description of the endpoint that the order names; graphs are listed one by one where they are not too many."""
    form = chosen(order, formats.STATEMENTS)
    if form is None:
        return plain(406, f"the service description comes in: {', '.join(formats.STATEMENTS)}", ("vary", "Accept"))
    reply = statements(_described(str(order["endpoint"]), data.store), form, limits)
    return Reply(reply.status, reply.media, reply.body, (("vary", "Accept"),))


def _described(endpoint: str, store: Store) -> Iterator[Triple]:
    service, dataset, default = NamedNode(endpoint), NamedNode(f"{endpoint}#dataset"), NamedNode(f"{endpoint}#default")
    yield Triple(service, _TYPE, NamedNode(f"{_SD}Service"))
    yield Triple(service, _sd("endpoint"), service)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    yield Triple(service, _sd("feature"), _sd("UnionDefaultGraph"))
    for form in dict.fromkeys((*formats.ROWS.values(), *formats.STATEMENTS.values())):
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + form.sd))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, _TYPE, _sd("Graph"))
    yield Triple(default, _void("triples"), _size(store, DefaultGraph()))
    yield from _graphs(endpoint, dataset, store)


def _graphs(endpoint: str, dataset: NamedNode, store: Store) -> Iterator[Triple]:
    """How many named graphs there are, and each of them unless they would make the description unreadable."""
    graphs = sorted((graph for graph in store.named_graphs() if isinstance(graph, NamedNode)), key=str)
    said = f"{len(graphs)} named graphs: one for each article, one for reference data, one for what was derived"
    yield Triple(dataset, NamedNode(f"{PREFIXES['dcterms']}description"), Literal(said, language="en"))
    for number, graph in enumerate(graphs if len(graphs) <= _MOST_LISTED else [], 1):
        node = NamedNode(f"{endpoint}#graph-{number}")
        yield Triple(dataset, _sd("namedGraph"), node)
        yield Triple(node, _TYPE, _sd("NamedGraph"))
        yield Triple(node, _sd("name"), graph)


def _size(store: Store, graph: DefaultGraph) -> Literal:
    return typed(str(sum(1 for _ in store.quads_for_pattern(None, None, None, graph))), "xsd:integer")


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)


def _void(name: str) -> NamedNode:
    return NamedNode(_VOID + name)
