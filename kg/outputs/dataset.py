"""graph.nq: the dataset with its graphs, as N-Quads with sorted lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pyoxigraph import Quad, RdfFormat, serialize


def nquads(quads: Iterable[Quad]) -> Iterator[bytes]:
    """The quads as N-Quads lines, each once, sorted by their bytes; written only when they are asked for."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    yield from sorted(set(written.splitlines(keepends=True)))
