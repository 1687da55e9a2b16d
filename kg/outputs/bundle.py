"""All that a build writes, in one go, from readings at hand."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import Quad

from kg.articles.problems import Problem
from kg.graph import article, derived, reference
from kg.graph.vocabulary import BASE
from kg.outputs.report import Summary
from kg.outputs.store import whole
from kg.outputs.store.database import Store
from kg.outputs.store.part import part
from kg.records import Reading

FILES = ("articles.jsonl", "graph.nq", "graph.ttl", "network.html", "report.json")
"""The names of the files of a build."""


def write(readings: Iterable[Reading], problems: Iterable[Problem], folder: Path, base: str = BASE) -> Summary:
    """Writes graph.ttl, graph.nq, network.html, articles.jsonl and report.json, the same whatever the readings' order.

    Raises OSError if the folder cannot be written; what was there before is then untouched.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside, Store(Path(aside), "") as store:
        for reading in readings:
            store.add(reading.article.key.encode(), part(reading, base))
        return whole.write(store, problems, folder, base)


def all_quads(readings: Sequence[Reading], base: str = BASE) -> Iterator[Quad]:
    """The whole dataset: a graph for each article, the reference graph, the derived graph."""
    for quads in _graphs(readings, base):
        yield from quads


def _graphs(readings: Sequence[Reading], base: str) -> Iterator[list[Quad]]:
    yield from (article.quads(reading, base) for reading in readings)
    yield reference.quads(readings, base)
    yield derived.quads(readings, base)
