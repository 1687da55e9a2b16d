"""What a build has to read: what the store holds is told from what is new, in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.articles import Line, Problem, Raw, Source, keys_clash, records, unparsed
from kg.crew import Crew
from kg.outputs.store.database import Store
from kg.outputs.store.part import Part

FEW = 400
"""So many articles one process reads in the time that others take to start."""
_BATCH = 16


@dataclass(frozen=True, slots=True)
class Known:
    """An article that the store holds; `line` is the digest of its line of JSON if that is new."""

    number: int
    key: str
    source: str
    line: bytes = b""


@dataclass(frozen=True, slots=True)
class Read:
    """An article that was read now; the digests are those of `Raw`."""

    digest: bytes
    line: bytes
    key: str
    source: str
    part: Part


def told_apart(
    sources: Sequence[Source], paths: Sequence[str], outputs: Collection[Path], store: Store
) -> Iterator[Raw | Known | Problem]:
    """What there is to read in these sources, and what of it is known already.

    The `outputs` of an earlier build are no articles, unless their very file is given among the paths.
    """
    ours = {os.path.realpath(path) for path in outputs}
    for source in sources:
        if source.path not in paths and os.path.realpath(source.path) in ours:
            continue
        for item in unparsed(source):
            if isinstance(item, Line):
                yield from _of_line(item, source, store)
            else:
                yield _told(item, store)


def _of_line(line: Line, source: Source, store: Store) -> Iterator[Raw | Known | Problem]:
    """What is in a line that was read before is known without parsing it."""
    for digest in line.digests(source.name):
        if known := store.known_line(digest):
            yield Known(*known, line.place)
            return
    yield from (_told(item, store) for item in records(line, source))


def _told(item: Raw | Problem, store: Store) -> Raw | Known | Problem:
    known = store.known(item.digest) if isinstance(item, Raw) else None
    return Known(*known, item.source, item.line) if known and isinstance(item, Raw) else item


def parts(
    items: Iterator[Raw | Known | Problem], do: Callable[[Raw | Known | Problem], Read | Known | Problem], crew: Crew,
    new: int,
) -> Iterator[Read | Known | Problem]:  # fmt: skip
    """The parts of the articles, made by `do`, in their order; about so many are `new`.

    Where nobody said how many processes, others are called in only when there is much to do.
    """
    read = 0
    while not crew.told and new <= FEW and read < FEW:
        item = next(items, None)
        if item is None:
            return
        read += isinstance(item, Raw)
        yield do(item)
    yield from crew.work(do, items, _BATCH)


def each_once(items: Iterator[Read | Known | Problem]) -> Iterator[Read | Known | Problem]:
    """A second article with a key already seen becomes a problem."""
    seen: dict[str, str] = {}
    for item in items:
        yield item if isinstance(item, Problem) else keys_clash(seen, item.key, item.source) or item
