"""graph.ttl: the union of all graphs as Turtle, subject by subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.graph.vocabulary import PREFIXES, term


def turtle_sorted(triples: Iterable[Triple] | Iterable[Quad]) -> Iterator[bytes]:
    """Statements that stand in their order (in no named graph, each once) as Turtle, subject by subject."""
    written = serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b""
    start = 0
    while written.startswith(b"@prefix ", start):
        start = written.index(b"\n", start) + 1
    yield from sorted(written[:start].splitlines(keepends=True))
    # The engine ends every subject so, and escapes line breaks in literals: no walk over the lines is needed.
    yield b"\n" + written[start:].replace(b" .\n", b" .\n\n")[:-1] if start < len(written) else b""


def laid_out(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Lines as the engine writes them, prefixes in any order: here they are sorted, and an empty line parts what follows.

    For Turtle and TriG: what begins at a line's start is a subject there, a graph here.
    """
    head: list[bytes] | None = []
    for line in lines:
        if head is not None and line.startswith(b"@prefix "):
            head.append(line)
            continue
        yield from sorted(head or [])
        head = None
        yield line if line.startswith((b"\t", b"}")) else b"\n" + line
    yield from sorted(head or [])


def place(triple: Triple | Quad) -> tuple[str, bool, str, str]:
    """Where a statement stands: by subject, its classes first, then by predicate and object."""
    return str(triple.subject), triple.predicate != term("rdf:type"), str(triple.predicate), str(triple.object)
