"""Making and writing statements: our lines and Turtle against pyoxigraph's and rdflib's own, for the same statements."""

from __future__ import annotations

from collections.abc import Sequence

import rdflib
from measuring import Row, median, seconds
from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, RdfFormat, Triple, parse, serialize

from kg.graph import article
from kg.graph.vocabulary import PREFIXES
from kg.outputs.store.merging import CHUNK
from kg.outputs.turtle import place, turtle_sorted
from kg.records import Reading

_RDFLIB_MOST = 30_000


def rows(readings: Sequence[Reading], repeats: int) -> list[Row]:
    """Rows (b, second half) and (e) of the table."""
    text = b"".join(line for reading in readings for line in article.lines(reading))
    quads = list(parse(text, format=RdfFormat.N_QUADS, lenient=True))
    triples = sorted({quad.triple for quad in quads}, key=place)
    values = [_values(quad) for quad in quads]
    lines = median(lambda: seconds(lambda: [article.lines(reading) for reading in readings]), repeats)
    made = median(lambda: seconds(lambda: serialize(map(_quad, values), format=RdfFormat.N_QUADS)), repeats)
    chunks = [triples[start : start + CHUNK] for start in range(0, len(triples), CHUNK)]
    ours = median(lambda: seconds(lambda: [b"".join(turtle_sorted(chunk)) for chunk in chunks]), repeats)
    engine = median(lambda: seconds(lambda: _written(triples)), repeats)
    few = triples[:_RDFLIB_MOST]
    graph = rdflib.Graph().parse(data=_written(few), format="turtle")
    slow, fast = seconds(lambda: graph.serialize(format="turtle")), seconds(lambda: b"".join(turtle_sorted(few)))
    return [
        Row(f"(b, e) N-Quads of {len(quads):,} statements from readings, against pyoxigraph making and writing the quads",
            f"{lines:.2f} s", f"{made:.2f} s", lines / made, "≤ 1.5"),
        Row(f"(e) Turtle of {len(triples):,} sorted triples, laid out by subjects in chunks as a build does, against pyoxigraph's",
            f"{ours:.2f} s", f"{engine:.2f} s", ours / engine, "≤ 1.5"),
        Row(f"(e) rdflib's Turtle of {len(few):,} triples against ours", f"{fast:.2f} s", f"{slow:.2f} s", slow / fast, "≥ 20"),
    ]  # fmt: skip


def _written(triples: Sequence[Triple]) -> bytes:
    return serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""


Values = tuple[str, str, str, str | None, str | None, str]
"""Subject, predicate, object, the literal's datatype and language (None for an IRI), graph."""


def _values(quad: Quad) -> Values:
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    if isinstance(graph, DefaultGraph) or isinstance(subject, BlankNode | Triple) or isinstance(value, BlankNode | Triple):
        raise TypeError(f"{quad}: no statement of ours")
    kind = (value.datatype.value, value.language) if isinstance(value, Literal) else (None, None)
    return subject.value, quad.predicate.value, value.value, *kind, graph.value


def _quad(values: Values) -> Quad:
    subject, predicate, value, datatype, language, graph = values
    term = NamedNode(value) if datatype is None else Literal(value, language=language) if language else Literal(
        value, datatype=NamedNode(datatype)
    )  # fmt: skip
    return Quad(NamedNode(subject), NamedNode(predicate), term, NamedNode(graph))
