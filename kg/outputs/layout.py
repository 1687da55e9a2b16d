"""Where each node of the network stands: worked out here, so that the page needs no physics."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import accumulate
from math import sqrt

import networkx as nx
import rustworkx as rx

_SEED = 20240625
_SPACING = 120.0
_GAP = 1.5 * _SPACING
_SCREEN = 1.4  # width to height of the part of the window that the network has
_MOST_A_ROW = 60
Point = tuple[float, float]


def positions(graph: nx.Graph[str]) -> dict[str, tuple[int, int]]:
    """A place for every node: each connected part by springs from a fixed seed, the parts side by side in rows."""
    parts = [sorted(part) for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), part))
    placed = _packed([_springs(graph, part) for part in parts])
    return {node: (round(x), round(y)) for node, (x, y) in placed.items()}


def _springs(graph: nx.Graph[str], part: Sequence[str]) -> dict[str, Point]:
    """One connected part, its left upper corner at zero."""
    numbers = {node: number for number, node in enumerate(part)}
    springs: rx.PyGraph[str, None] = rx.PyGraph()
    springs.add_nodes_from(part)
    springs.add_edges_from_no_data(sorted(_edges(graph, part, numbers)))
    raw = rx.spring_layout(springs, seed=_SEED, num_iter=300)
    found = {node: (raw[number][0], raw[number][1]) for node, number in numbers.items()}
    return _scaled(found, _SPACING * sqrt(len(part)))


def _edges(graph: nx.Graph[str], part: Sequence[str], numbers: dict[str, int]) -> Iterable[tuple[int, int]]:
    for one, other in graph.subgraph(part).edges():
        low, high = sorted((numbers[one], numbers[other]))
        yield low, high


def _scaled(points: dict[str, Point], size: float) -> dict[str, Point]:
    left, top = min(x for x, _ in points.values()), min(y for _, y in points.values())
    width = max(max(x for x, _ in points.values()) - left, max(y for _, y in points.values()) - top) or 1.0
    return {node: ((x - left) / width * size * 1.6, (y - top) / width * size) for node, (x, y) in points.items()}


def _packed(parts: Sequence[dict[str, Point]]) -> dict[str, Point]:
    """Parts side by side in rows, of the width that lets the whole be drawn largest on a screen."""
    sizes = [(max(x for x, _ in part.values()) + _GAP, max(y for _, y in part.values()) + _GAP) for part in parts]
    widths = accumulate(width for width, _ in sizes[:_MOST_A_ROW])
    corners = min((_rows(sizes, width) for width in widths), key=lambda rows: _extent(rows, sizes), default=[])
    placed: dict[str, Point] = {}
    for part, (left, top) in zip(parts, corners, strict=True):
        placed |= {node: (x + left, y + top) for node, (x, y) in part.items()}
    return placed


def _rows(sizes: Sequence[Point], limit: float) -> list[Point]:
    """The left upper corner of each part when rows are at most that wide."""
    corners = []
    across = down = tallest = 0.0
    for width, height in sizes:
        if across and across + width > limit:
            across, down, tallest = 0.0, down + tallest, 0.0
        corners.append((across, down))
        across, tallest = across + width, max(tallest, height)
    return corners


def _extent(corners: Sequence[Point], sizes: Sequence[Point]) -> float:
    right = max(left + width for (left, _), (width, _) in zip(corners, sizes, strict=True))
    foot = max(top + height for (_, top), (_, height) in zip(corners, sizes, strict=True))
    return max(right / _SCREEN, foot)
