"""The five files of a build of up to LARGE articles, each of all articles, from the parts in a store."""

from __future__ import annotations

import gzip
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from pathlib import Path

from kg.articles.problems import Problem
from kg.crew import Crew
from kg.graph.derived import same_reports
from kg.outputs.files import put
from kg.outputs.network import page
from kg.outputs.report import Summary, report, summary
from kg.outputs.store import queries, reprints, sharded
from kg.outputs.store.database import Store
from kg.outputs.store.merging import by_subjects, merged, runs, turtle_of, write_run
from kg.outputs.store.part import reading_of, squeezed

_MEMBER = 1000
_HEAD_ENDS = b"\n\n"


def write(store: Store, problems: Iterable[Problem], folder: Path, base: str, crew: Crew | None = None) -> Summary:
    """Writes graph.ttl, graph.nq, network.html, articles.jsonl and report.json, all or none. OSError if it cannot."""
    store.settle()
    with tempfile.TemporaryDirectory(dir=folder, prefix=".kg-") as name:
        spool = Path(name)
        crew, copies = crew or Crew(1), reprints.settled(store)
        shown = crew.later(_page, (list(queries.readings(store)), copies))
        triples = _graphs(_lines(store, spool, base, copies, crew), spool, crew)
        found = summary(queries.counts(store) | {"triples": triples}, queries.warnings(store), problems)
        put(folder, {
            "articles.jsonl": map(gzip.decompress, queries.lines(store)),
            "graph.nq": spool / "graph.nq",
            "graph.ttl": spool / "graph.ttl",
            "network.html": [shown()],
            "report.json": [report(found)],
        }, without=sharded.names())
        store.written("whole")
    return found


def _page(told: tuple[list[bytes], Mapping[str, str]]) -> bytes:
    readings, copies = told
    return page(list(map(reading_of, readings)), copies=copies)


def _lines(store: Store, spool: Path, base: str, copies: Mapping[str, str], crew: Crew) -> Iterator[list[bytes]]:
    """All lines of the dataset, sorted, in blocks."""
    groups = chain([queries.reference_graph(store, base), same_reports(copies, base)], queries.derived_graph(store, base, copies))
    members = chain(queries.graphs(store), _members(groups))
    return merged(list(crew.work(write_run, runs(members, spool))))


def _members(groups: Iterable[list[bytes]]) -> Iterator[bytes]:
    waiting: list[bytes] = []
    for group in groups:
        waiting += group
        if len(waiting) >= _MEMBER:
            yield squeezed(b"".join(waiting))
            waiting = []
    yield squeezed(b"".join(waiting))


def _graphs(blocks: Iterable[list[bytes]], spool: Path, crew: Crew) -> int:
    """Writes both forms of the graph and returns the number of triples."""
    triples = 0
    with (spool / "graph.nq").open("wb") as dataset, (spool / "graph.ttl").open("wb") as turtle:

        def chunks() -> Iterator[bytes]:
            for chunk in by_subjects(blocks):
                text = b"".join(chunk)
                dataset.write(text)
                yield text

        for text, number in crew.work(turtle_of, chunks()):
            turtle.write(text[text.index(_HEAD_ENDS) + 1 :] if triples else text)
            triples += number
    return triples
