"""graph.nq: the dataset with its graphs, as N-Quads."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad, RdfFormat, serialize


def nquads(quads: Iterable[Quad]) -> list[bytes]:
    """The quads as lines of N-Quads, which make a file in any order; sorted, they make the same file every time."""
    written = serialize(quads, format=RdfFormat.N_QUADS) or b""
    return written.splitlines(keepends=True)
