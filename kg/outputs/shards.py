"""A dataset in shards: `graph/*.nq.gz` and `articles/*.jsonl.gz`, as builds of many articles write it.

An article stands in the shard that its key alone decides, so that a build rewrites only the shards that it touches.
"""

from __future__ import annotations

import gzip
import heapq
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from hashlib import blake2b
from pathlib import Path
from typing import Any

from pyoxigraph import Quad, RdfFormat, parse

GRAPH, ARTICLES = "graph", "articles"
SHARDS = 256
SUCCESS = "_SUCCESS"
"""The file that Hadoop's tools leave beside what is complete."""
_SUFFIX = ".nq.gz"
_TOGETHER = 8
_BLOCK = 1 << 20


def shard_of(name: str) -> int:
    """The shard, out of SHARDS, in which an article or a pair stands: a function of its name alone."""
    return blake2b(name.encode(), digest_size=1).digest()[0]


def graph_files(place: Path) -> list[Path]:
    """The files of a sharded graph, sorted; none if the place is no such folder."""
    return sorted(place.glob(f"*{_SUFFIX}")) if place.is_dir() else []


def written_by_spark(folder: Path) -> bool:
    """Whether the sharded graph in a build's folder is one that Spark wrote, whose files have other names."""
    return (folder / GRAPH / SUCCESS).is_file()


def article_file(folder: Path, key: str) -> Path:
    """Where an article's text stands in a build's folder."""
    return folder / ARTICLES / f"part-{shard_of(key):02x}.jsonl.gz"


def article_lines(folder: Path) -> Iterator[bytes]:
    """The lines of all articles of a sharded build, in no particular order."""
    for path in sorted((folder / ARTICLES).glob("*.jsonl.gz")):
        with gzip.open(path) as file:
            yield from file


def quads(dataset: Path, form: RdfFormat) -> Iterator[Quad]:
    """The statements of an RDF file, or of a folder with shards. SyntaxError if it is damaged."""
    if not dataset.is_dir():
        yield from parse(path=str(dataset), format=form)
    for block in blocks(dataset):
        yield from parse(block, format=RdfFormat.N_QUADS)


def blocks(place: Path) -> Iterator[bytes]:
    """The text of a sharded graph, in pieces that end with a line. SyntaxError if a file is damaged."""
    for path in graph_files(place):
        try:
            with gzip.open(path) as file:
                for lines in iter(lambda: file.readlines(_BLOCK), []):
                    yield b"".join(lines)
        except (EOFError, gzip.BadGzipFile) as error:
            raise SyntaxError(f"{path.name}: {error}") from error


class SortedLines:
    """The lines of a sharded graph, sorted; anew each time it is called. They are sorted on disk, once."""

    def __init__(self, place: Path, key: Callable[[bytes], Any] | None = None) -> None:
        self._place, self._key = place, key
        self._spool: tempfile.TemporaryDirectory[str] | None = None

    def __call__(self) -> Iterator[bytes]:
        if self._spool is None:
            self._spool = tempfile.TemporaryDirectory(prefix="kg-")
            self._sort(Path(self._spool.name))
        with ExitStack() as opened:
            runs = [opened.enter_context(path.open("rb")) for path in sorted(Path(self._spool.name).iterdir())]
            yield from heapq.merge(*runs, key=self._key)

    def _sort(self, spool: Path) -> None:
        paths = graph_files(self._place)
        for start in range(0, len(paths), _TOGETHER):
            lines = list(_lines(paths[start : start + _TOGETHER]))
            lines.sort(key=self._key)
            with (spool / f"{start:04}").open("wb") as file:
                file.writelines(lines)


def _lines(paths: Iterable[Path]) -> Iterator[bytes]:
    for path in paths:
        with gzip.open(path) as file:
            yield from file
