"""The engine on this machine: a dataset on disk, loaded into Oxigraph, to be read only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import (
    NamedNode,
    Quad,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
)

from kg.asking.answers import Answer, Rows, Statements
from kg.asking.checking import Checked, checked
from kg.asking.indexed import Tell, prepared, silent, stored
from kg.asking.mistakes import mistake
from kg.graph.vocabulary import BASE
from kg.outputs.problems import QuestionError
from kg.outputs.shards import GRAPH, graph_files, quads

Results = QuerySolutions | QueryBoolean | QueryTriples
_FORMATS = {".nq": RdfFormat.N_QUADS, ".trig": RdfFormat.TRIG, ".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES}
_FILES = ("graph.nq", "graph.ttl")
_MERGED = NamedNode("urn:kg:merged")


def find_dataset(place: Path) -> Path:
    """The dataset in an output folder (a file, or the folder with its shards), or the file itself; QuestionError if there
    is none."""
    if place.is_file() or graph_files(place):
        return place
    for name in _FILES:
        if (place / name).is_file():
            return place / name
    if graph_files(place / GRAPH):
        return place / GRAPH
    raise QuestionError(f"{place}: no graph.nq or graph.ttl there; run `kg build PATH -o {place}` first")


def open_store(dataset: Path, graphs: bool = True, tell: Tell = silent) -> Store:
    """The dataset in memory: the named graphs (left out on wish), and as default graph their union.

    The union holds each statement once, which the engine's own union does not. A dataset in shards is opened on disk;
    `tell` is told if it must be made ready first. Raises QuestionError for what is no dataset.
    """
    with _told(dataset):
        return stored(dataset, tell) if dataset.is_dir() else _loaded(dataset, graphs)


def prepare(dataset: Path, tell: Tell = silent) -> None:
    """Makes ready what `open_store` of this dataset would otherwise make. Raises the same."""
    if dataset.is_dir():
        with _told(dataset):
            prepared(dataset, tell)


@contextmanager
def _told(dataset: Path) -> Iterator[None]:
    try:
        yield
    except SyntaxError as error:
        raise QuestionError(f"{dataset}: damaged ({error.msg}); run `kg build` again") from error
    except OSError as error:
        raise QuestionError(f"{dataset}: {error.strerror or error}") from error


def _loaded(dataset: Path, graphs: bool) -> Store:
    kind = _FORMATS.get(dataset.suffix)
    if kind is None:
        raise QuestionError(f"{dataset}: not a dataset; give a folder or a file that ends in {', '.join(_FORMATS)}")
    store = Store()
    if graphs:
        store.bulk_load(path=str(dataset), format=kind)
    store.bulk_extend(_union(quads(dataset, kind)))
    return store


def _union(found: Iterable[Quad]) -> Iterable[Quad]:
    return (Quad(quad.subject, quad.predicate, quad.object) for quad in found)


def _nodes(iris: Iterable[str]) -> list[NamedNode]:
    try:
        return [NamedNode(iri) for iri in iris]
    except ValueError as error:
        raise QuestionError(f"FROM names no graph: {error}; write its full IRI") from error


def _merged(store: Store, default: Iterable[NamedNode], named: Iterable[NamedNode]) -> Store:
    """Several default graphs as one: the engine would count a statement once for each of them."""
    merged = Store()
    for graph in default:
        merged.extend(
            Quad(quad.subject, quad.predicate, quad.object, _MERGED)
            for quad in store.quads_for_pattern(None, None, None, graph)
        )
    for graph in named:
        merged.extend(store.quads_for_pattern(None, None, None, graph))
    return merged


def ask(dataset: Path, query: str) -> Answer:
    """The answer of a dataset to a query; QuestionError for what is not SPARQL, would write or would call out."""
    question = checked(query)
    return answer(open_store(dataset, question.graphs), question)


def answer(store: Store, question: Checked) -> Answer:
    """The answer of an open store. Without ORDER BY the rows are sorted, so that the same question has the same bytes."""
    results = run(store, question)
    if isinstance(results, QueryBoolean):
        return bool(results)
    if isinstance(results, QueryTriples):
        return Statements(tuple(sorted(set(results), key=str)))
    columns = tuple(variable.value for variable in results.variables)
    rows = [tuple(solution[name] for name in columns) for solution in results]
    return Rows(columns, tuple(rows if question.ordered else sorted(rows, key=str)))


def run(
    store: Store, question: Checked, default: Sequence[NamedNode] = (), named: Sequence[NamedNode] = ()
) -> Results:
    """The engine's own results for a checked query, over the whole dataset or over the graphs named (SPARQL protocol).

    Graphs named here stand in place of those that the query names itself by FROM and FROM NAMED. Relative IRIs are
    things of the graph: `<org/kpu-33.25>`.
    """
    if not default and not named:
        default, named = _nodes(question.default), _nodes(question.named)
    try:
        if not default and not named:
            return store.query(question.text, base_iri=BASE)
        if len(default) > 1:
            store, default = _merged(store, default, named), [_MERGED]
        return store.query(question.text, base_iri=BASE, default_graph=list(default), named_graphs=list(named))
    except SyntaxError as error:
        raise mistake(error.msg or str(error)) from error
