"""The files of a build of more than LARGE articles: shards, of which only the touched ones are written anew."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.articles.problems import Problem
from kg.graph.derived import same_reports
from kg.outputs.files import put
from kg.outputs.network import page
from kg.outputs.report import Summary, report, summary
from kg.outputs.shards import ARTICLES, GRAPH, SHARDS, shard_of
from kg.outputs.store import extract, queries, reprints
from kg.outputs.store.database import Store
from kg.outputs.store.part import squeezed

FORM = "shards"
_REFERENCE = f"{GRAPH}/reference.nq.gz"
FILES = ("articles", "graph", "network.html", "report.json")
_WARNINGS = 10_000
"""So many are told; statements are counted in each of their graphs."""


def write(store: Store, problems: Iterable[Problem], folder: Path, base: str) -> Summary:
    """Writes graph/, articles/, network.html and report.json, all or none. OSError if it cannot."""
    store.settle()
    copies = reprints.settled(store)
    shards = dict(_shards(store, folder, base, copies))
    readings, part = extract.strongest(store)
    found = summary(queries.counts(store, "quads"), queries.warnings(store, _WARNINGS), problems)
    empty = [name for name, parts in shards.items() if parts is None]
    put(folder, {
        **{name: parts for name, parts in shards.items() if parts is not None},
        **_reference(store, folder, base),
        "network.html": [page(readings, part, copies)],
        "report.json": [report(found)],
    }, without=[*empty, "graph.nq", "graph.ttl", "articles.jsonl"])
    store.written(FORM)
    return found


def names() -> list[str]:
    """The files that hold the shards."""
    return [name for number in range(SHARDS) for name in _names(number)] + [_REFERENCE]


def _names(number: int) -> tuple[str, str, str]:
    return (f"{GRAPH}/part-{number:02x}.nq.gz", f"{ARTICLES}/part-{number:02x}.jsonl.gz",
            f"{GRAPH}/derived-{number:02x}.nq.gz")  # fmt: skip


def _reference(store: Store, folder: Path, base: str) -> dict[str, list[bytes]]:
    """The file of the reference graph, where it does not hold what the articles speak of already."""
    names = queries.reference_names(store)
    if store.touched(FORM) is not None and store.told(_REFERENCE) == names and (folder / _REFERENCE).is_file():
        return {}
    store.tell(_REFERENCE, names)
    return {_REFERENCE: [squeezed(b"".join(queries.reference_graph(store, base)))]}


def _shards(
    store: Store, folder: Path, base: str, copies: Mapping[str, str]
) -> Iterator[tuple[str, Iterator[bytes] | None]]:
    """The files that must be written, each with what is to stand in it, or nothing if it is to go."""
    touched = store.touched(FORM)
    same: dict[int, dict[str, str]] = defaultdict(dict)
    for key, first in copies.items():
        same[shard_of(key)][key] = first
    for number in range(SHARDS):
        graph, articles, derived = _names(number)
        stale = touched is None or f"articles-{number:02x}" in touched
        filled = queries.has_articles(store, number)
        if stale or filled > (folder / graph).is_file():
            yield graph, queries.graphs(store, number) if filled else None
        if stale or filled > (folder / articles).is_file():
            yield articles, queries.lines(store, number) if filled else None
        if touched is None or f"derived-{number:02x}" in touched or not (folder / derived).is_file():
            lines = same_reports(same[number], base)
            lines += [line for group in queries.derived_graph(store, base, copies, number) for line in group]
            yield derived, iter([squeezed(b"".join(sorted(lines)))])
