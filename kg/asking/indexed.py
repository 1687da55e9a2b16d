"""A dataset in shards, which is more than memory holds, as an embedded Oxigraph store on disk.

It is made when a build is first asked, stands in `store/` beside the shards, and is made again after the next build.
"""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Callable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pyoxigraph import RdfFormat, Store

from kg.outputs.shards import blocks, graph_files
from kg.outputs.store.database import FOLDER

Tell = Callable[[str], None]
_NAME = "questions-"
_BLOCK = 1 << 22


def silent(told: str) -> None:
    """Tells nobody."""


def stored(shards: Path, tell: Tell = silent) -> Store:
    """The dataset in a folder of shards, to be read only; as default graph the union, each statement once.

    It is `prepared` if it was not. Raises what that raises.
    """
    return Store.read_only(str(prepared(shards, tell)))


def prepared(shards: Path, tell: Tell = silent) -> Path:
    """The folder of the store, which is made if there is none of these very shards.

    `tell` is told before that, since it takes a while. Raises SyntaxError for damaged shards, OSError if the store cannot
    be written.
    """
    place = shards.parent / FOLDER / f"{_NAME}{_stamp(shards)}"
    if not place.is_dir():
        place.parent.mkdir(exist_ok=True)
        for old in place.parent.glob(f"{_NAME}*"):
            shutil.rmtree(old, ignore_errors=True)
        tell(f"{shards}: making a store to ask, once for this build; this takes a while")
        with tempfile.TemporaryDirectory(prefix=".kg-", dir=place.parent) as aside:
            _made(shards, Path(aside) / "made")
            if not place.is_dir():  # another process may have been quicker
                (Path(aside) / "made").rename(place)
    return place


def _made(shards: Path, place: Path) -> None:
    store = Store(str(place))
    store.bulk_load(_file(blocks(shards)), RdfFormat.N_QUADS)
    store.bulk_load(_file(map(_without_graph, blocks(shards))), RdfFormat.N_TRIPLES)
    store.optimize()


def _stamp(shards: Path) -> str:
    """Another one whenever a shard was written."""
    found = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in graph_files(shards)]
    return blake2b(repr(found).encode(), digest_size=8).hexdigest()


def _without_graph(block: bytes) -> bytes:
    return b" .\n".join([*(line[: line.rindex(b" <")] for line in block.splitlines()), b""])


class _Stream(io.RawIOBase):
    """Pieces of a text as a file that is read from its beginning to its end."""

    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces
        self._left = memoryview(b"")

    def readable(self) -> bool:
        """It is for nothing else."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills the buffer as far as there is something; 0 at the end."""
        if not self._left:
            self._left = memoryview(next(self._pieces, b""))
        size = min(len(buffer), len(self._left))
        buffer[:size] = self._left[:size]
        self._left = self._left[size:]
        return size


def _file(pieces: Iterator[bytes]) -> io.BufferedReader:
    return io.BufferedReader(_Stream(pieces), _BLOCK)
