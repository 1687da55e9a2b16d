"""graph.ttl: the union of all graphs as Turtle, subject by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, Triple, serialize

from kg.graph.vocabulary import PREFIXES, term


def turtle(triples: Iterable[Triple]) -> Iterator[bytes]:
    """The statements (each given once, in any order) as lines, subject by subject, classes first in every subject.

    They are written only when they are asked for.
    """
    written = serialize(sorted(triples, key=_place), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    yield from _laid_out(written.splitlines(keepends=True))


def _laid_out(lines: list[bytes]) -> Iterator[bytes]:
    """The engine writes prefixes in any order; here they are sorted, and an empty line parts the subjects."""
    head = [line for line in lines if line.startswith(b"@prefix ")]
    yield from sorted(head)
    for line in lines[len(head) :]:
        yield line if line.startswith(b"\t") else b"\n" + line


def _place(triple: Triple) -> tuple[str, bool, str, str]:
    return str(triple.subject), triple.predicate != term("rdf:type"), str(triple.predicate), str(triple.object)
