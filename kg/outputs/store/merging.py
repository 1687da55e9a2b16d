"""Sorted lines that are more than memory holds: sorted in runs on disk, then merged; and the Turtle of what comes out."""

from __future__ import annotations

import gzip
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path

from pyoxigraph import RdfFormat, parse

from kg.graph.vocabulary import term
from kg.outputs.turtle import turtle_sorted

_RUN = 256
_BLOCK = 1 << 20
CHUNK = 20_000
"""So many lines, or some more, become Turtle at a time."""
_TYPE = str(term("rdf:type")).encode() + b" "


def runs(members: Iterable[bytes], folder: Path) -> Iterator[tuple[Path, tuple[bytes, ...]]]:
    """Gzip members by the file in the folder that their lines go into together."""
    waiting: list[bytes] = []
    number = 0
    for member in members:
        waiting.append(member)
        if len(waiting) == _RUN:
            yield folder / f"{number}.nq", tuple(waiting)
            waiting, number = [], number + 1
    if waiting:
        yield folder / f"{number}.nq", tuple(waiting)


def write_run(run: tuple[Path, tuple[bytes, ...]]) -> Path:
    """Writes the lines of some gzip members, sorted, and returns the file."""
    path, members = run
    lines = [line for member in members for line in gzip.decompress(member).splitlines(keepends=True)]
    with path.open("wb") as file:
        file.writelines(sorted(lines))
    return path


def merged(paths: Iterable[Path]) -> Iterator[list[bytes]]:
    """The lines of sorted files, sorted, in blocks: each is sorted as a whole, which is quicker than line by line."""
    with ExitStack() as opened:
        files = [opened.enter_context(path.open("rb")) for path in paths]
        heads = [(file, block) for file in files if (block := file.readlines(_BLOCK))]
        while heads:
            last = min(block[-1] for _, block in heads)
            lines: list[bytes] = []
            rest = []
            for file, block in heads:
                end = bisect_right(block, last)
                lines += block[:end]
                if left := block[end:] or file.readlines(_BLOCK):
                    rest.append((file, left))
            heads = rest
            lines.sort()
            yield lines


def by_subjects(blocks: Iterable[list[bytes]]) -> Iterator[list[bytes]]:
    """Sorted lines in chunks that part no subject."""
    chunk: list[bytes] = []
    for block in blocks:
        chunk += block
        if len(chunk) < CHUNK:
            continue
        last = chunk[-1][: chunk[-1].index(b" ") + 1]
        end = bisect_left(chunk, last)
        if end:
            yield chunk[:end]
            chunk = chunk[end:]
    if chunk:
        yield chunk


def turtle_of(lines: bytes) -> tuple[bytes, int]:
    """Sorted lines of N-Quads, all of each subject, as Turtle; and how many triples they are."""
    triples = dict.fromkeys([line[: line.rindex(b" <")] for line in lines.splitlines()])
    text = b" .\n".join([*_classes_first(triples), b""])
    # The engine takes the parser's own stream, which no object in Python has to be made for.
    return b"".join(turtle_sorted(parse(text, format=RdfFormat.N_QUADS, lenient=True))), len(triples)


def _classes_first(triples: Iterable[bytes]) -> Iterator[bytes]:
    """Sorted lines in the order of Turtle: what classes a subject has stands before all else about it."""
    subject = classes = b""
    waiting: list[bytes] = []
    for line in triples:
        if not subject or not line.startswith(subject):
            yield from waiting
            waiting = []
            subject = line[: line.index(b" ") + 1]
            classes = subject + _TYPE
        if line.startswith(classes):
            yield line
        else:
            waiting.append(line)
    yield from waiting
