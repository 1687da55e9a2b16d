"""Files for the bulk loaders of stores: a file for each graph with its name beside it, and all in one as N-Quads."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from shlex import quote

from kg.loading import journal
from kg.loading.graphs import Graph, base_of, graph
from kg.outputs.files import put

_GRAPHS, _ALL = "graphs", "dataset.nq"
_LONGEST = 100


def write(graphs: Mapping[str, Graph], folder: Path) -> tuple[Path, ...]:
    """Writes dataset.nq, and graphs/NAME.nt with NAME.nt.graph as Virtuoso's ld_dir wants them; returns the paths.

    The journal is among them, so that `kg load URL` can go on from a store that was filled with these files.
    Files of graphs that are no more are removed. OSError if the folder cannot be written.
    """
    name = f"{base_of(graphs)}graph/loaded"
    entries = journal.done(1, {one.name: one.digest for one in graphs.values()})
    every = {**graphs, name: graph(name, entries)}
    files: dict[str, list[bytes]] = {}
    for one in every.values():
        files[file_name(one.name)] = list(one.lines)
        # Nothing but the name may stand in it, not even an end of line.
        files[f"{file_name(one.name)}.graph"] = [one.name.encode()]
    for path in (folder / _GRAPHS).glob("*.nt*"):
        if path.name not in files:
            path.unlink()
    return (*put(folder, {_ALL: _quads(every)}), *put(folder / _GRAPHS, files))


def file_name(name: str) -> str:
    """The file of a graph: the end of its name in signs that every system allows, with a digest where some were lost."""
    end = "-".join(name.rsplit("/", 2)[-2:])
    plain = re.sub(r"[^A-Za-z0-9._-]", "-", end)[:_LONGEST]
    mark = f"-{hashlib.sha256(name.encode()).hexdigest()[:8]}" if plain != end else ""
    return f"{plain}{mark}.nt"


def commands(folder: Path) -> str:
    """What to type to load the files into an empty store."""
    place = folder.resolve()
    return (
        "# Virtuoso (the folder must be among DirsAllowed of virtuoso.ini):\n"
        f"isql-vt 127.0.0.1:1111 dba PASSWORD exec=\"ld_dir('{place / _GRAPHS}', '*.nt', NULL); "
        'rdf_loader_run(); checkpoint;"\n'
        "# Oxigraph (while its server is stopped):\n"
        f"oxigraph load --location DATABASE --file {quote(str(place / _ALL))}\n"
        "# Other stores: docs/stores.md\n"
    )


def _quads(graphs: Mapping[str, Graph]) -> Iterator[bytes]:
    for name in sorted(graphs):
        yield from (b"%s <%s> .\n" % (line.removesuffix(b" .\n"), name.encode()) for line in graphs[name].lines)
