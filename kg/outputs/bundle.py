"""All that a build writes, in one go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Quad, Triple

from kg.articles.problems import Problem
from kg.graph import article, derived, reference
from kg.graph.vocabulary import BASE
from kg.outputs.articles import jsonl
from kg.outputs.dataset import nquads
from kg.outputs.files import put
from kg.outputs.network import page
from kg.outputs.report import Summary, report, summary
from kg.outputs.turtle import turtle
from kg.records import Reading

FILES = ("articles.jsonl", "graph.nq", "graph.ttl", "network.html", "report.json")
"""The names of the files of a build."""


def write(readings: Iterable[Reading], problems: Iterable[Problem], folder: Path, base: str = BASE) -> Summary:
    """Writes graph.ttl, graph.nq, network.html, articles.jsonl and report.json, the same whatever the readings' order.

    Raises OSError if the folder cannot be written; what was there before is then untouched.
    """
    in_order = sorted(readings, key=lambda reading: reading.article.key)
    lines: set[bytes] = set()
    triples: set[Triple] = set()
    # Graph by graph: all quads at once would take as much memory as everything else.
    for quads in _graphs(in_order, base):
        lines.update(nquads(quads))
        triples.update(quad.triple for quad in quads)
    found = summary(in_order, problems, len(triples))
    put(folder, {
        "articles.jsonl": jsonl(reading.article for reading in in_order),
        "graph.nq": sorted(lines),
        "graph.ttl": turtle(triples),
        "network.html": [page(in_order)],
        "report.json": [report(found)],
    })
    return found


def all_quads(readings: Sequence[Reading], base: str = BASE) -> Iterator[Quad]:
    """The whole dataset: a graph for each article, the reference graph, the derived graph."""
    for quads in _graphs(readings, base):
        yield from quads


def _graphs(readings: Sequence[Reading], base: str) -> Iterator[list[Quad]]:
    yield from (article.quads(reading, base) for reading in readings)
    yield reference.quads(readings, base)
    yield derived.quads(readings, base)
