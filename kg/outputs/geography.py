"""The map view: where a body stands on a plain chart of Indonesia."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from math import cos, pi, sin, sqrt

from kg.graph import names
from kg.outputs.vendor import outline

_UNIT = 100.0  # of the drawing, for a degree
_CENTRE = (118.0, -2.5)
_APART = 16.0
_NATIONAL = (109.5, 6.5)  # open sea: bodies of the republic, or of no known area, have no place on land
_GOLDEN = pi * (3 - sqrt(5))
Point = tuple[int, int]


def places(bodies: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """A place for each (key, area code), those of one area in a spiral about its centroid."""
    by_area: dict[tuple[float, float], list[str]] = defaultdict(list)
    for key, code in bodies:
        by_area[_centroid(code)].append(key)
    found = {}
    for centre, keys in by_area.items():
        for number, key in enumerate(sorted(keys)):
            found[key] = _spiral(_drawn(*centre), number)
    return found


def coasts() -> list[list[int]]:
    """The outline of Indonesia in the drawing's units, a flat list of x, y for each ring."""
    return [[round(part) for lon, lat in ring for part in _drawn(lon, lat)] for ring in outline()]


def national() -> Point:
    """Where the name stands of the spot for bodies of the republic: above it."""
    x, y = _drawn(*_NATIONAL)
    return round(x), round(y - 2.5 * _UNIT)


def _centroid(code: str) -> tuple[float, float]:
    """Longitude and latitude of the nearest area with coordinates, from the area upwards."""
    while code and code != "id":
        area = names.area(code)
        if area and area.lat and area.lon:
            return float(area.lon), float(area.lat)
        code = area.parent if area else code.rpartition(".")[0]
    return _NATIONAL


def _drawn(lon: float, lat: float) -> tuple[float, float]:
    return (lon - _CENTRE[0]) * _UNIT, (_CENTRE[1] - lat) * _UNIT


def _spiral(centre: tuple[float, float], number: int) -> Point:
    reach, turn = _APART * sqrt(number), number * _GOLDEN
    return round(centre[0] + reach * cos(turn)), round(centre[1] + reach * sin(turn))
