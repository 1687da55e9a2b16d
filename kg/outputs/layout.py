"""Where each node of the network stands: worked out here, so that the page needs no physics."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate, combinations
from math import hypot, sqrt

import networkx as nx
import rustworkx as rx

_SEED = 20240625
_SPACING = 130.0
_GAP = 1.4 * _SPACING
_SCREEN = 1.4  # width to height of the part of the window that the network has
_WIDE = 1.6  # names are wider than high
_MOST_A_ROW = 60
_LARGE = 1200  # springs take time with the square of the nodes: above this, by communities
_PUSHES = 80
Point = tuple[float, float]


def positions(graph: nx.Graph[str]) -> dict[str, tuple[int, int]]:
    """A place for every node: each connected part by springs from a fixed seed, the parts side by side in rows.

    Nodes without any edge stand in rows below. A node's "community" helps where a part is large.
    """
    parts = [sorted(part) for part in nx.connected_components(graph) if len(part) > 1]
    parts.sort(key=lambda part: (-len(part), part))
    placed = _packed([_part(graph, part) for part in parts])
    foot = max((y for _, y in placed.values()), default=0.0) + 2 * _GAP
    placed |= _grid(sorted(node for node in graph if not graph.degree(node)), foot)
    return {node: (round(x), round(y)) for node, (x, y) in placed.items()}


def _part(graph: nx.Graph[str], part: Sequence[str]) -> dict[str, Point]:
    found = _springs(graph, part) if len(part) <= _LARGE else _by_community(graph, part)
    left, top = min(x for x, _ in found.values()), min(y for _, y in found.values())
    return {node: (x - left, y - top) for node, (x, y) in found.items()}


def _springs(graph: nx.Graph[str], part: Sequence[str]) -> dict[str, Point]:
    """One connected part, as wide as its nodes need."""
    return _sprung(part, graph.subgraph(part).edges(), _SPACING * sqrt(len(part)))


def _sprung(nodes: Sequence[str], edges: Iterable[tuple[str, str]], size: float) -> dict[str, Point]:
    numbers = {node: number for number, node in enumerate(nodes)}
    springs: rx.PyGraph[str, None] = rx.PyGraph()
    springs.add_nodes_from(list(nodes))
    low_high = {(min(numbers[a], numbers[b]), max(numbers[a], numbers[b])) for a, b in edges}
    springs.add_edges_from_no_data(sorted(low_high))
    raw = rx.spring_layout(springs, seed=_SEED, num_iter=300)
    return _scaled({node: (raw[number][0], raw[number][1]) for node, number in numbers.items()}, size)


def _scaled(points: dict[str, Point], size: float) -> dict[str, Point]:
    left, top = min(x for x, _ in points.values()), min(y for _, y in points.values())
    width = max(max(x for x, _ in points.values()) - left, max(y for _, y in points.values()) - top) or 1.0
    return {node: ((x - left) / width * size * _WIDE, (y - top) / width * size) for node, (x, y) in points.items()}


def _by_community(graph: nx.Graph[str], part: Sequence[str]) -> dict[str, Point]:
    """A large part: springs within each community, springs among communities, then those pushed apart that overlap."""
    members: dict[str, list[str]] = defaultdict(list)
    for node in part:
        members[str(graph.nodes[node].get("community", -1))].append(node)
    home = {node: name for name, nodes in members.items() for node in nodes}
    among = {(min(home[a], home[b]), max(home[a], home[b])) for a, b in graph.subgraph(part).edges() if home[a] != home[b]}
    names = sorted(members)
    reach = {name: 0.55 * _SPACING * sqrt(len(members[name])) + _GAP / 2 for name in names}
    centres = _apart(_sprung(names, among, _SPACING * sqrt(len(part))), reach)
    placed: dict[str, Point] = {}
    for name in names:
        inner = _springs(graph, members[name])
        middle = (sum(x for x, _ in inner.values()) / len(inner), sum(y for _, y in inner.values()) / len(inner))
        placed |= {node: (x - middle[0] + centres[name][0], y - middle[1] + centres[name][1])
                   for node, (x, y) in inner.items()}
    return placed


def _apart(centres: dict[str, Point], reach: dict[str, float]) -> dict[str, Point]:
    places = {name: [x, y] for name, (x, y) in centres.items()}
    for _ in range(_PUSHES):
        for one, other in combinations(places, 2):
            across = (places[other][0] - places[one][0]) / _WIDE
            down = places[other][1] - places[one][1]
            distance = hypot(across, down) or 1.0
            short = (reach[one] + reach[other] - distance) / 2
            if short > 0:
                step = (short * across / distance * _WIDE, short * down / distance)
                for axis in (0, 1):
                    places[one][axis] -= step[axis]
                    places[other][axis] += step[axis]
    return {name: (x, y) for name, (x, y) in places.items()}


def _grid(nodes: Sequence[str], top: float) -> dict[str, Point]:
    across = max(1, round(sqrt(len(nodes) * _SCREEN * 2)))
    return {node: (number % across * _SPACING, top + number // across * _SPACING / 2) for number, node in enumerate(nodes)}


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
