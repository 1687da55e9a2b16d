"""graph.ttl: the union of all graphs as Turtle, subject by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import RdfFormat, Triple, serialize

from kg.graph.vocabulary import PREFIXES, term


def turtle(triples: Iterable[Triple]) -> bytes:
    """The statements (each given once, in any order), subject by subject, classes first in every subject."""
    written = serialize(sorted(triples, key=_place), format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    return b"\n".join(_laid_out(written.splitlines())) + b"\n"


def _laid_out(lines: list[bytes]) -> Iterator[bytes]:
    """The engine writes prefixes in any order; here they are sorted, and an empty line parts the subjects."""
    head = [line for line in lines if line.startswith(b"@prefix ")]
    yield from sorted(head)
    for line in lines[len(head) :]:
        yield line if line.startswith(b"\t") else b"\n" + line


def _place(triple: Triple) -> tuple[str, bool, str, str]:
    return str(triple.subject), triple.predicate != term("rdf:type"), str(triple.predicate), str(triple.object)
