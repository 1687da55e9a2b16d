"""What a load has to do: the graphs to send and to remove, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from kg.loading.graphs import Graph
from kg.loading.journal import GONE, Journal


@dataclass(frozen=True, slots=True)
class Plan:
    """Graph names with reasons, in order; `same` counts the graphs that the store holds as they are."""

    puts: tuple[tuple[str, str], ...]
    drops: tuple[str, ...]
    same: int


def claimed(graphs: Mapping[str, Graph], held: Journal) -> list[str]:
    """The graphs that the store says it holds as they are; whether it does can be asked."""
    return [name for name, graph in graphs.items() if held.held.get(name) == graph.digest]


def made(graphs: Mapping[str, Graph], held: Journal, counts: Mapping[str, int], ours: str | None) -> Plan:
    """The plan; `counts` of statements in the store for the claimed graphs.

    Removed are the graphs whose names begin with `ours` that a former load put there and that are no more.
    With None nothing is removed.
    """
    reasons = {name: _reason(graph, held, counts.get(name, 0)) for name, graph in graphs.items()}
    puts = tuple((name, reason) for name, reason in reasons.items() if reason)
    former = (name for name, digest in sorted(held.held.items()) if digest != GONE and name not in graphs)
    drops = tuple(name for name in former if ours and name.startswith(ours))
    return Plan(puts, drops, len(graphs) - len(puts))


def _reason(graph: Graph, held: Journal, count: int) -> str:
    if graph.name not in held.held or held.held[graph.name] == GONE:
        return "new"
    digest = held.held[graph.name]
    if digest is None:
        return "begun and not finished before"
    if digest != graph.digest:
        return "changed"
    if count != len(graph.lines):
        return f"the store holds {count} of {len(graph.lines)} statements"
    return ""
