"""The formats of an export, and how statements are written in them: the engine's writers, with sorted prefixes."""

from __future__ import annotations

import re
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from kg.graph.vocabulary import PREFIXES
from kg.outputs.turtle import laid_out

_BLOCK = 1 << 20
_NAMESPACE = re.compile(rb' xmlns:[^=]+="[^"]*"')


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the suffixes of its files, the engine's writer, and whether it keeps the graphs."""

    name: str
    suffixes: tuple[str, ...]
    engine: RdfFormat
    graphs: bool


FORMATS = (
    Format("turtle", (".ttl",), RdfFormat.TURTLE, graphs=False),
    Format("trig", (".trig",), RdfFormat.TRIG, graphs=True),
    Format("nquads", (".nq",), RdfFormat.N_QUADS, graphs=True),
    Format("ntriples", (".nt",), RdfFormat.N_TRIPLES, graphs=False),
    Format("jsonld", (".jsonld",), RdfFormat.JSON_LD, graphs=True),
    Format("rdfxml", (".rdf", ".xml"), RdfFormat.RDF_XML, graphs=False),
)


def format_of(path: Path) -> Format | None:
    """The format that a file's suffix tells, with or without .gz behind it; None if it tells none."""
    name = path.name.removesuffix(".gz")
    return next((form for form in FORMATS if name.endswith(form.suffixes)), None)


def written(statements: Iterable[Quad] | Iterable[Triple], form: Format) -> Iterator[bytes]:
    """The statements in their order as parts of a file. All are written aside first, so that an error leaves nothing."""
    with tempfile.TemporaryFile() as file:
        serialize(statements, file, form.engine, prefixes=PREFIXES)
        file.seek(0)
        yield from _tidied(file, form.engine)


def gzipped(parts: Iterable[bytes]) -> Iterator[bytes]:
    """The parts as one gzip file without a name or a time in it."""
    squeezer = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    for part in parts:
        yield squeezer.compress(part)
    yield squeezer.flush()


def _tidied(file: IO[bytes], engine: RdfFormat) -> Iterator[bytes]:
    """The engine writes prefixes in any order."""
    if engine in (RdfFormat.TURTLE, RdfFormat.TRIG):
        yield from laid_out(file)
        return
    if engine == RdfFormat.RDF_XML:
        yield file.readline()
        yield _namespaces_sorted(file.readline())
    yield from iter(lambda: file.read(_BLOCK), b"")


def _namespaces_sorted(line: bytes) -> bytes:
    names = iter(sorted(_NAMESPACE.findall(line)))
    return _NAMESPACE.sub(lambda found: next(names), line)
