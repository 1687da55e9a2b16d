"""Communities: bodies that are in contact with one another more than with the rest (Louvain, from a fixed seed)."""

from __future__ import annotations

import networkx as nx

_SEED = 20240625
_LEAST = 3


def communities(graph: nx.Graph[str]) -> dict[str, int]:
    """The community of each node, largest first; -1 for those in none of at least three."""
    order = sorted(graph)
    numbers = {node: number for number, node in enumerate(order)}
    # Whole numbers as nodes: sets of strings are walked in an order that changes from run to run.
    plain: nx.Graph[int] = nx.Graph()
    plain.add_nodes_from(range(len(order)))
    plain.add_weighted_edges_from(sorted((*sorted((numbers[one], numbers[other])), max(1, edge["events"]))
                                         for one, other, edge in graph.edges(data=True)))
    found = [sorted(part) for part in nx.community.louvain_communities(plain, seed=_SEED)] if order else []
    found.sort(key=lambda part: (-len(part), part))
    kept = [part for part in found if len(part) >= _LEAST]
    member = {order[number]: rank for rank, part in enumerate(kept) for number in part}
    return {node: member.get(node, -1) for node in order}
