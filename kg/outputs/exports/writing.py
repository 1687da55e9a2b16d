"""From a build's folder to the parts of an export file, in the same order and bytes every time."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Literal, Quad, RdfFormat, Triple

from kg.outputs.exports import reading
from kg.outputs.exports.formats import Format, written
from kg.outputs.exports.privacy import public
from kg.outputs.exports.triple_terms import with_triple_terms
from kg.outputs.problems import QuestionError
from kg.outputs.turtle import place

_BY_GRAPHS = (RdfFormat.TRIG, RdfFormat.JSON_LD)
# XML 1.0, section 2.2; a carriage return would be read back as a line feed (section 2.11).
_NOT_XML = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What an export holds: all graphs or those of some articles, claims or triple terms, private people or not."""

    form: Format
    graphs: tuple[str, ...] = ()
    triple_terms: bool = False
    everyone: bool = False


def export(folder: Path, wanted: Wanted) -> Iterator[bytes]:
    """The parts of the file. Formats without graphs hold each statement once; the others hold it in each of its graphs.

    Raises QuestionError for a folder without a build, an unknown article, and what a format cannot carry.
    """
    if wanted.triple_terms and wanted.form.engine == RdfFormat.JSON_LD:
        raise QuestionError("JSON-LD has no triple terms; choose another format or --evidence claims")
    path = reading.source(folder, wanted.form.graphs or bool(wanted.graphs))
    inside = reading.chosen(folder, wanted.graphs)
    read = reading.reader(path, wanted.form.engine in _BY_GRAPHS)

    def lines() -> Iterator[bytes]:
        return filter(inside, read())

    kept = lines() if wanted.everyone else public(lines)
    return written(_statements(path, kept, wanted), wanted.form)


def _statements(path: Path, lines: Iterable[bytes], wanted: Wanted) -> Iterator[Quad] | Iterator[Triple]:
    engine = wanted.form.engine
    if engine in _BY_GRAPHS and not path.is_dir():
        lines = sorted(lines, key=reading.place)
    groups = reading.by_subject(lines, path)
    if wanted.triple_terms:
        groups = map(with_triple_terms, groups)
    if wanted.form.graphs:
        key = str if engine == RdfFormat.N_QUADS else place
        return (quad for group in groups for quad in sorted(group, key=key))
    triples = _each_once(groups, plain=engine == RdfFormat.N_TRIPLES)
    return map(_fit_for_xml, triples) if engine == RdfFormat.RDF_XML else triples


def _each_once(groups: Iterable[list[Quad]], plain: bool) -> Iterator[Triple]:
    for group in groups:
        yield from sorted({quad.triple for quad in group}, key=str if plain else place)


def _fit_for_xml(triple: Triple) -> Triple:
    found = _NOT_XML.search(triple.object.value) if isinstance(triple.object, Literal) else None
    if found:
        sign, name = f"U+{ord(found[0]):04X}", triple.predicate.value
        raise QuestionError(f"{triple.subject}: {name} holds {sign}, which XML cannot carry; choose another format")
    return triple
